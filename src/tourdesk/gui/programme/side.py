"""The column on the right: the evening or the selected item, and beside it, by a tab, the Fit page."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.fit.page import FitPage
from tourdesk.gui.programme.inspector import Inspector, scrolled
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending

DETAILS, FIT = 0, 1


class Side(QWidget):
    """Two pages under tabs; whoever asks for something on one of them is brought there."""

    fit_wanted = Signal()
    """Something was asked for that is shown on the Fit page."""

    def __init__(self, builder: Builder, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inspector = Inspector(builder, context)
        self.fit = FitPage(builder, context)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Details or Fit"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(_("Details"))
        self.tabs.addTab(_("Fit"))
        self.tabs.setTabToolTip(DETAILS, _("The evening, or the selected item"))
        self.tabs.setTabToolTip(FIT, _("Rules, and evenings that keep them"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.inspector)
        fit = scrolled(self.fit)
        self.fit.begun.connect(lambda: fit.verticalScrollBar().setValue(0))
        self._pages.addWidget(fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)

    def show_details(self) -> None:
        """Show the evening or the selected item."""
        self.show()
        self.tabs.setCurrentIndex(DETAILS)

    def show_fit(self) -> None:
        """Show the Fit page."""
        self.show()
        self.tabs.setCurrentIndex(FIT)
        self.fit_wanted.emit()

    def propose(self) -> None:
        """Propose evenings, on the Fit page."""
        self.show_fit()
        self.fit.start(ask_for_best)

    def replace(self, film: int) -> None:
        """Find another film in place of one, by its id, on the Fit page."""
        self.show_fit()
        self.fit.start(partial(ask_for_mending, without=frozenset({film})))

    def mend(self) -> None:
        """Make the evening fit, on the Fit page."""
        self.show_fit()
        self.fit.start(ask_for_mending)
