"""The list that offers words below a field while somebody types."""

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QListView

from tourdesk.gui.theme import theme


class CompletionList(QListView):
    """A completer's list. It belongs to no window, so that it is dressed by itself, when it is first seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("popup", True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        theme().dress(self)
        super().showEvent(event)


def completer_of(model: QAbstractItemModel, parent: QObject) -> QCompleter:
    """A completer over a model of words: any part of a word completes, whatever its case."""
    made = QCompleter(model, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setPopup(CompletionList())
    return made
