"""The rail on the left: every screen with icon and word, and what concerns the window itself below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.actions import ACT_NAME, tooltip
from tourdesk.gui.frame.places import Place
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import icon_size
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY


class RailButton(QToolButton):
    """One place of the rail; its icon is bright while it is chosen."""

    def __init__(self, word: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(icon_size(self, 1.3))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("rail", True)
        self.toggled.connect(self._paint_icon)
        self._paint_icon(chosen=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the rail, whatever the word."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(self.fontMetrics().averageCharWidth() * 13, 0))

    def _paint_icon(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal gives it
        self.setIcon(icon(self._name, "on_rail_chosen" if chosen else "on_rail"))


class Rail(QFrame):
    """Chooses the screen: by click, by Ctrl+1…, by arrow keys while it has the focus."""

    chosen = Signal(str)
    """The name of a place."""

    def __init__(self, places: Sequence[Place], menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Screens"))
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_TINY, SPACE_SMALL, SPACE_TINY, SPACE_SMALL)
        column.setSpacing(SPACE_TINY)
        group = QActionGroup(self)
        for number, place in enumerate(places, 1):
            column.addWidget(self._button(number, place, group))
        column.addStretch()
        more = RailButton(_("More"), "more")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setToolTip(_("Appearance, database, about TourDesk"))
        column.addWidget(more)

    def _button(self, number: int, place: Place, group: QActionGroup) -> RailButton:
        word = _(place.name)
        action = QAction(word, self)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setProperty(ACT_NAME, place.name)
        action.setActionGroup(group)
        action.triggered.connect(lambda: self.chosen.emit(place.name))
        self.addAction(action)
        self._actions[place.name] = action
        button = RailButton(word, place.icon)
        button.setCheckable(True)
        button.setToolTip(tooltip(word, action.shortcut()))
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        self._buttons[place.name] = button
        return button

    def show_chosen(self, name: str) -> None:
        """Mark the screen that is in the middle."""
        self._actions[name].setChecked(True)
        for place, button in self._buttons.items():
            button.setChecked(place == name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go from word to word."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
