"""The small menu of all steps, to go back to any of them."""

from collections.abc import Callable

from PySide6.QtGui import QActionGroup, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from tourdesk.foundation.language import _

MOST = 25
"""So many steps are listed; the ones before them are reached from there."""


class HistoryMenu(QMenu):
    """Lists the steps of a stack, the newest on top; choosing one goes to the state after it."""

    def __init__(self, stack: Callable[[], QUndoStack], parent: QWidget) -> None:
        super().__init__(parent)
        self._stack_of_now = stack
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Fill the menu with the steps of now."""
        self.clear()
        stack = self._stack_of_now()
        group = QActionGroup(self)
        first = max(stack.count() - MOST, 0)
        for index in range(stack.count(), first - 1, -1):
            text = stack.text(index - 1) if index else _("As it was opened")
            action = self.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(index == stack.index())
            action.triggered.connect(lambda _checked=False, to=index: stack.setIndex(to))
            group.addAction(action)
