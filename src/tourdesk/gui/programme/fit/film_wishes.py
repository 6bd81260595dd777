"""Which films must be shown, and which are never to be: chosen in the lists, named here, taken out by a click."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tourdesk.gui.films.chips import FlowLayout
from tourdesk.gui.films.words import counted
from tourdesk.gui.icons import icon
from tourdesk.gui.programme.fields import heading
from tourdesk.gui.tokens import SPACE_TINY

_LETTERS = 26
"""Of a longer title so many letters are shown; the whole of it is in the tooltip."""


class FilmWishes(QWidget):
    """The films of one such wish: a button for each, and one that adds what is selected in the lists."""

    add_wanted = Signal(list)
    """Film ids."""
    leave_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._offered: dict[int, str] = {}
        self._shown: dict[int, str] = {}
        self.buttons: dict[int, QPushButton] = {}
        self.add = QPushButton()
        self.add.setIcon(icon("add"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self.add_wanted.emit(list(self._offered)))
        self._flow = FlowLayout(spacing=SPACE_TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_TINY)
        column.addWidget(heading(name))
        column.addLayout(self._flow)
        self._flow.addWidget(self.add)
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
        self.offer(self._offered)

    def offer(self, films: Mapping[int, str]) -> None:
        """What is selected in the lists: the films that the last button adds."""
        self._offered = dict(films)
        new = [title for film, title in films.items() if film not in self._shown]
        self.add.setEnabled(bool(new))
        if not new:
            self.add.setText("Select a film" if not films else "It is here")
            self.add.setToolTip("Select films in the library or in the running order to add them here")
        else:
            self.add.setText(_short(new[0]) if len(new) == 1 else counted(len(new), "film"))
            self.add.setToolTip(f"{self._name}: " + ", ".join(f"“{title}”" for title in new))
        self.add.setAccessibleName(f"{self._name}: {self.add.text()}")

    def _button(self, film: int, title: str) -> QPushButton:
        button = QPushButton(f"{_short(title)}  ✕")
        button.setAutoDefault(False)
        button.setToolTip(f"“{title}”: a click takes it out of “{self._name}”")
        button.setAccessibleName(f"{self._name} “{title}”: take it out")
        button.clicked.connect(lambda: self.leave_wanted.emit(film))
        return button


def _short(title: str) -> str:
    return title if len(title) <= _LETTERS else f"{title[:_LETTERS].rstrip()}…"
