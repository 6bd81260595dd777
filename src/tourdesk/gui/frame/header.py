"""The header line: the tour, and the night that is worked on with the menu to choose another."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.frame.night_changes import remove_night
from tourdesk.gui.frame.nights import Nights
from tourdesk.gui.frame.shortened import ShortenedLabel
from tourdesk.gui.frame.words import night_text, place_text, slot_text
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import as_typed
from tourdesk.gui.theme import icon_size, scaled
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_LARGE, SPACE_SMALL

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.touring.night import Screening

CHOOSE = Act(later("Choose the night…"), "night", "Ctrl+Shift+O", everywhere=True)
NEW = Act(later("New night…"), "add", "Ctrl+Shift+N", everywhere=True)
CHANGE = Act(later("Change this night…"), "edit", everywhere=True)
REMOVE = Act(later("Remove this night"), "remove", everywhere=True)
TOUR = Act(
    later("Change the tour…"),
    "tour",
    tip=later("The tour’s lines, colour and logo on every paper"),
    everywhere=True,
)
SPONSORS = Act(later("Sponsors…"), "sponsors", tip=later("Who is thanked on the papers"), everywhere=True)


class Header(QFrame):
    """Says which night is worked on; its menu chooses, makes and changes nights."""

    def __init__(
        self,
        context: Context,
        nights: Nights,
        edit_night: "Callable[[Screening | None], None]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._context = context
        self._nights = nights
        self.new_night = add_action(self, NEW, lambda: edit_night(None))
        self._change = add_action(self, CHANGE, lambda: edit_night(context.screening))
        self._remove = add_action(self, REMOVE, lambda: remove_night(context))
        self._choose = add_action(self, CHOOSE, self._open_menu)
        edit_tour = add_action(self, TOUR, self._edit_tour)
        edit_sponsors = add_action(self, SPONSORS, self._edit_sponsors)
        self._tour = QPushButton()
        self._tour.setObjectName("tourButton")
        tour_menu = QMenu(self)
        tour_menu.addActions([edit_tour, edit_sponsors])
        self._tour.setMenu(tour_menu)
        self._night = QPushButton()
        self._night.setObjectName("nightButton")
        self._night.setIcon(icon("night", "quiet"))
        self._night.setIconSize(icon_size(self._night))
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._night.setMenu(self._menu)
        # This line may be shortened by a narrow window; the button and the tour may not.
        self._where = ShortenedLabel(greedy=True)
        self._where.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_LARGE, SPACE_SMALL, SPACE_LARGE, SPACE_SMALL)
        row.setSpacing(SPACE)
        row.addWidget(self._tour)
        row.addWidget(self._night)
        row.addWidget(self._where, 1)
        self._set_fonts()
        nights.changed.connect(self._show)
        context.night_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        screening = self._context.screening
        tour = screening.tour if screening is not None else self._nights.tour
        self._tour.setText((tour.name if tour is not None else _("No tour yet")).replace("&", "&&"))
        self._tour.setAccessibleName(
            _("Tour: {name}", name=tour.name if tour is not None else _("No tour yet"))
        )
        self._change.setEnabled(screening is not None)
        self._remove.setEnabled(screening is not None)
        if screening is None:
            self._night.setText(_("No night yet"))
            self._where.setText("")
        else:
            self._night.setText(night_text(screening))
            self._where.setText(f"{place_text(screening)} · {slot_text(screening)}")
        self._night.setToolTip(self._choose.toolTip())
        self._night.setAccessibleName(_("Night: {night}", night=self._night.text()))

    def _edit_tour(self) -> None:
        from tourdesk.gui.frame.tour_dialog import TourDialog  # noqa: PLC0415 - not needed to open the window

        screening = self._context.screening
        TourDialog(
            self._context, screening.tour if screening is not None else self._nights.tour, self.window()
        ).open()

    def _edit_sponsors(self) -> None:
        from tourdesk.gui.frame.sponsors_dialog import open_sponsors  # noqa: PLC0415 - see above

        open_sponsors(self._context, self.window())

    def _open_menu(self) -> None:
        self._night.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._night.showMenu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        now = self._context.screening
        for screening in self._nights.all:
            programme = self._nights.programme_name(screening) or _("no programme yet")
            # Behind the tab is the column where menus show shortcuts: so the names align.
            action = QAction(f"{night_text(screening)}\t{programme}".replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(now is not None and screening.id == now.id)
            action.setToolTip(as_typed(place_text(screening)))
            action.setActionGroup(group)
            action.triggered.connect(partial(self._context.work_on, screening))
            self._menu.addAction(action)
        if not self._nights.all:
            nothing = self._menu.addAction(_("There is no night yet"))
            nothing.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.new_night)
        self._menu.addAction(self._change)
        self._menu.addAction(self._remove)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_fonts()

    def _set_fonts(self) -> None:
        self._tour.setFont(scaled(self.font(), LARGE, QFont.Weight.DemiBold))
