"""The button with the programme's name: it opens the list of programmes and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_
from tourdesk.gui.programme import words
from tourdesk.gui.programme.elided import ElidedButton
from tourdesk.programming.desk import ProgrammeRow

SPARE = 12 + 30 + 10
"""The chooser's padding, with the arrow in it, and its frame, in pixels."""


class ProgrammeChooser(ElidedButton):
    """Shows the name of the programme; its menu is filled when it opens."""

    chosen = Signal(int)
    beside_chosen = Signal(int)
    """The id of a programme that is to be opened beside this one."""

    def __init__(
        self, rows: Callable[[], list[ProgrammeRow]], deeds: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(SPARE, parent)
        self._rows = rows
        self._deeds = deeds
        self._current: int | None = None
        self._menu = QMenu(self)
        self.others = QMenu(self)
        """The programmes that can be opened beside this one, while they are listed."""
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.setStyleSheet("QPushButton { padding: 5px 30px 5px 12px; font-weight: 600; }")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setToolTip(_("Choose the night’s programme, make a new one, vary, copy or remove it"))

    def show_programme(self, programme_id: int | None, name: str) -> None:
        """Show this programme as the chosen one."""
        self._current = programme_id
        self.show_words(name)
        self.setAccessibleName(_("Programme: {name}", name=name))

    def open_beside(self) -> None:
        """List the other programmes, to open one beside this one."""
        self.others.clear()
        for row in self._rows():
            if row.id != self._current:
                action = self.others.addAction(_label(row))
                action.triggered.connect(
                    lambda _checked=False, wanted=row.id: self.beside_chosen.emit(wanted)
                )
        if self.others.isEmpty():
            self.others.addAction(_("There is no other programme yet")).setEnabled(False)
        self.others.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for row in self._rows():
            action = self._menu.addAction(_label(row))
            action.setCheckable(True)
            action.setChecked(row.id == self._current)
            action.triggered.connect(lambda _checked=False, wanted=row.id: self.chosen.emit(wanted))
            group.addAction(action)
        self._menu.addSeparator()
        self._menu.addActions(self._deeds)


def _label(row: ProgrammeRow) -> str:
    name = row.name
    if row.master is not None:
        name = _("{name} (varies “{master}”)", name=name, master=row.master.name)
    said = [words.films(row.films), clock_text(row.seconds)]
    if row.changed_films:
        said.append(n_("{n} film in another length", "{n} films in another length", row.changed_films))
    if row.master is not None and row.master.ahead:
        said.append(_("behind its master"))
    if row.published is not None:
        said.append(_("published {number}", number=row.published))
    return f"{name.replace('&', '&&')}\t{', '.join(said)}"
