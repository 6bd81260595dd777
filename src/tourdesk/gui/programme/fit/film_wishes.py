"""Which films must be shown, and which are never to be: chosen in the lists, named here, taken out by a click."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _, n_, quoted
from tourdesk.gui.context import Context
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import as_typed
from tourdesk.gui.programme.fields import heading
from tourdesk.gui.programme.fit.film_search import FilmSearch
from tourdesk.gui.tokens import SPACE_TINY

_LETTERS = 26
"""Of a longer title so many letters are shown; the whole of it is in the tooltip."""


class FilmWishes(QWidget):
    """The films of one such wish: a button for each, one that adds what is selected in the lists, and a search."""

    add_wanted = Signal(object)
    """Films to be added: id to title."""
    leave_wanted = Signal(int)

    def __init__(self, name: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._offered: dict[int, str] = {}
        self._shown: dict[int, str] = {}
        self.buttons: dict[int, QPushButton] = {}
        self.add = QPushButton()
        self.add.setIcon(icon("add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self.add_wanted.emit(dict(self._offered)))
        self.search = FilmSearch(context, name)
        self.search.film_chosen.connect(lambda film, title: self.add_wanted.emit({film: title}))
        self._flow = FlowLayout(spacing=SPACE_TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_TINY)
        column.addWidget(heading(name))
        column.addLayout(self._flow)
        self._flow.addWidget(self.add)
        column.addWidget(self.search)
        self.offer({})

    def show_films(self, ids: Sequence[int], titles: Mapping[int, str]) -> None:
        """Show these films; one whose title is not known yet is shown with it later."""
        shown = {film: titles[film] for film in ids if film in titles}
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._flow.removeWidget(self.add)
        self.buttons = {film: self._button(film, title) for film, title in shown.items()}
        for button in (*self.buttons.values(), self.add):
            self._flow.addWidget(button)
            QWidget.setTabOrder(button, self.search)
        self.offer(self._offered)

    def offer(self, films: Mapping[int, str]) -> None:
        """What is selected in the lists: the films that the last button adds."""
        self._offered = dict(films)
        new = [title for film, title in films.items() if film not in self._shown]
        self.add.setEnabled(bool(new))
        if not new:
            self.add.setText(_("It is here") if films else _("Select a film"))
            self.add.setToolTip(_("Select films in the library or in the running order to add them here"))
        else:
            self.add.setText(_short(new[0]) if len(new) == 1 else n_("{n} film", "{n} films", len(new)))
            titles = ", ".join(quoted(title) for title in new)
            self.add.setToolTip(as_typed(_("{list}: {films}", list=self._name, films=titles)))
        self.add.setAccessibleName(_("{list}: {films}", list=self._name, films=self.add.text()))

    def _button(self, film: int, title: str) -> QPushButton:
        button = QPushButton(f"{_short(title)}  ✕")
        button.setAutoDefault(False)
        button.setToolTip(
            as_typed(_("“{title}”: a click takes it out of “{list}”", title=title, list=self._name))
        )
        button.setAccessibleName(_("{list} “{title}”: take it out", title=title, list=self._name))
        button.clicked.connect(lambda: self.leave_wanted.emit(film))
        return button


def _short(title: str) -> str:
    return title if len(title) <= _LETTERS else f"{title[:_LETTERS].rstrip()}…"
