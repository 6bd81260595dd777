"""The middle of the programme screen: the running order, or why there is none."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.inspector import scrolled
from tourdesk.gui.programme.link_band import LinkBand
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.tokens import SPACE_SMALL


class Middle(QStackedWidget):
    """Follows the builder; while a programme is being read its order is shown empty, which takes a blink."""

    def __init__(
        self, builder: Builder, band: LinkBand, pane: OrderPane, first_steps: tuple[QAction, QAction, QAction]
    ) -> None:
        super().__init__()
        self._builder = builder
        new, choose, read_again = first_steps
        self.no_programme = scrolled(
            EmptyState(
                "programme",
                _("This night has no programme yet"),
                _("Make a new one, or choose one that you have already."),
                new,
                choose,
            )
        )
        self.no_programme.setAccessibleName(_("No programme"))
        self.not_read = scrolled(
            EmptyState(
                "warning",
                _("The programme of this night could not be read"),
                _("It is not lost. When the database can be reached, read it again."),
                read_again,
            )
        )
        self.not_read.setAccessibleName(_("Programme not read"))
        self._order = QWidget()
        column = QVBoxLayout(self._order)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(band)
        column.addWidget(pane, 1)
        for page in (self.no_programme, self.not_read, self._order):
            self.addWidget(page)
        self.setMinimumSize(280, 160)
        builder.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""
        if self._builder.draft.is_open or self._builder.is_opening:
            self.setCurrentWidget(self._order)
        else:
            self.setCurrentWidget(self.not_read if self._builder.is_wanting else self.no_programme)
