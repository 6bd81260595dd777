"""The line on top of the programme screen: which programme, and the buttons of what is done most."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.actions import tool_button
from tourdesk.gui.icons import icon
from tourdesk.gui.programme.chooser import ProgrammeChooser
from tourdesk.gui.programme.history import HistoryMenu
from tourdesk.gui.theme import icon_size
from tourdesk.gui.tokens import SPACE_SMALL


class ProgrammeHeader(QWidget):
    """The chooser on the left; proposing, inserting, moving, undo and the history on the right."""

    def __init__(
        self,
        chooser: ProgrammeChooser,
        proposing: QAction,
        insert: tuple[QAction, Sequence[QAction]],
        deeds: Sequence[QAction],
        stack: Callable[[], QUndoStack],
    ) -> None:
        super().__init__()
        insert_action, kinds = insert
        menu = QMenu(self)
        menu.addActions(list(kinds))
        self.insert_button = tool_button(insert_action, words=True)
        self.insert_button.setMenu(menu)
        self.insert_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.history = QToolButton()
        self.history.setIcon(icon("clock"))
        self.history.setToolTip(_("History: every step, to go back to"))
        self.history.setAccessibleName(_("History"))
        self.history.setMenu(HistoryMenu(stack, self.history))
        self.history.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.buttons = [tool_button(proposing, words=True), self.insert_button]
        self.buttons += [tool_button(action) for action in deeds]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_SMALL)
        row.addWidget(chooser)
        row.addStretch()
        for button in (*self.buttons, self.history):
            row.addWidget(button)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        for button in (*self.buttons, self.history):
            button.setIconSize(icon_size(button))
