"""A field that finds a film by what is typed; Enter or a click takes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.completion import completer_of
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.words import run_time_text
from tourdesk.gui.programme.fields import UndoOfTheScreen
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import Wanted

_OFFERED = 8
_ID = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1


class FilmSearch(QLineEdit):
    """Looks in the library while somebody types."""

    film_chosen = Signal(int, str)
    """Id and title."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = context.desks.finding
        self._latest = Latest(context.tasks, _("Looking for films"), self)
        self._found = QStandardItemModel(self)
        completer = completer_of(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._on_popup)
        self._completer = completer
        self.setCompleter(completer)
        self.setPlaceholderText(_("Find a film"))
        self.setAccessibleName(_("{list}: find a film", list=name))
        self.setClearButtonEnabled(True)
        self.installEventFilter(UndoOfTheScreen(self))
        self.textEdited.connect(self._ask)
        self.returnPressed.connect(self._on_enter)

    def _ask(self, text: str) -> None:
        self._look(text, self._offer)

    def _look(self, text: str, then: Callable[[Sequence[FilmRow]], None]) -> None:
        if text.strip():
            self._latest.ask(lambda: self._finding.find(Wanted(text), _OFFERED).first, then)
        else:
            self._found.clear()

    def _offer(self, films: Sequence[FilmRow]) -> None:
        if not self.text().strip():
            return
        self._found.clear()
        for film in films:
            length = run_time_text(film.seconds, film.approximate)
            item = QStandardItem(_("{title}  {length}", title=film.title, length=length))
            item.setData(film.id, _ID)
            item.setData(film.title, _TITLE)
            self._found.appendRow(item)
        if self.hasFocus() and films:
            self._completer.complete()

    def _on_popup(self) -> None:
        popup = self._completer.popup()
        if popup is not None and (index := popup.currentIndex()).isValid():
            self._choose(index.data(_ID), index.data(_TITLE))

    def _on_enter(self) -> None:
        # What is found now may be of fewer letters than stand here.
        self._look(self.text(), self._take_first)

    def _take_first(self, films: Sequence[FilmRow]) -> None:
        if films and self.text().strip():
            self._choose(films[0].id, films[0].title)

    def _choose(self, film: int, title: str) -> None:
        if (popup := self._completer.popup()) is not None:
            popup.hide()
        # Not at once: the field takes over the text that was chosen after this.
        QTimer.singleShot(0, self, self._clear)
        self.film_chosen.emit(film, title)

    def _clear(self) -> None:
        self._found.clear()
        self.clear()
