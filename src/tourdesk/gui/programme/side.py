"""The column on the right: the evening or the selected item, and beside it, by a tab, the Fit page."""

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.inspector import Inspector, scrolled
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.programming.proposing.asking import ask_for_best, ask_for_mending

if TYPE_CHECKING:
    from tourdesk.gui.programme.fit.page import FitPage

DETAILS, FIT = 0, 1


class Side(QWidget):
    """Two pages under tabs; whoever asks for something on one of them is brought there.

    The Fit page has as many fields as all the rest of the screen, so it is made when it is first asked for.
    """

    fit_made = Signal(QWidget)
    """The Fit page is there, and is to be heard."""
    fit_wanted = Signal()
    """Something was asked for that is shown on the Fit page."""

    def __init__(self, builder: Builder, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self._context = context
        self._offered: Mapping[int, str] = {}
        self.inspector = Inspector(builder, context)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._show_page)

    @property
    def fit(self) -> "FitPage":
        """The Fit page."""
        return self._made_fit[0]

    @cached_property
    def _made_fit(self) -> "tuple[FitPage, QScrollArea]":
        from tourdesk.gui.programme.fit.page import FitPage  # noqa: PLC0415 - see above

        page = FitPage(self._builder, self._context)
        room = scrolled(page)
        page.begun.connect(lambda: room.verticalScrollBar().setValue(0))
        page.offer_films(self._offered)
        self._pages.addWidget(room)
        self.fit_made.emit(page)
        return page, room

    def offer_films(self, films: Mapping[int, str]) -> None:
        """Films that are selected, with their titles: the Fit page offers to ask for them or to leave them out."""
        self._offered = films
        if "_made_fit" in vars(self):
            self.fit.offer_films(films)

    def _show_page(self, tab: int) -> None:
        self._pages.setCurrentWidget(self.inspector if tab == DETAILS else self._made_fit[1])

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
