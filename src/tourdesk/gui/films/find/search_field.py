"""The field in which films are searched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from tourdesk.foundation.language import _

_LETTERS = 16
"""With less room than for so many there is none to search in: what stands beside it goes elsewhere."""


class SearchField(QLineEdit):
    """What is searched; Esc clears it, Down goes into the list.

    Nobody searches for several lines: pasted here, they are a film page, as anywhere else on the screen.
    """

    leave = Signal()
    page_pasted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Search films, people, places, texts"))
        self.setAccessibleName(_("Search films"))
        self.setToolTip(_("Search titles, people, places and texts (Ctrl+F)"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _has_lines(QGuiApplication.clipboard().text()):
            self.page_pasted.emit()
        else:
            super().keyPressEvent(event)


def _has_lines(text: str) -> bool:
    return "\n" in text.strip()
