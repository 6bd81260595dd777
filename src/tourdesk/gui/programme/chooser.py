"""The button with the programme's name: it opens the list of programmes and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.gui.films.words import counted
from tourdesk.programming.desk import ProgrammeRow


class ProgrammeChooser(QPushButton):
    """Shows the name of the programme; its menu is filled when it opens."""

    chosen = Signal(int)

    def __init__(
        self, rows: Callable[[], list[ProgrammeRow]], deeds: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._deeds = deeds
        self._current: int | None = None
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.setStyleSheet("QPushButton { padding-right: 30px; font-weight: 600; }")  # room for the arrow
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setToolTip("Choose the night’s programme, make a new one, copy or remove it")

    def show_programme(self, programme_id: int | None, name: str) -> None:
        """Show this programme as the chosen one."""
        self._current = programme_id
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"Programme: {name}")

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for row in self._rows():
            films = counted(row.films, "film")
            action = self._menu.addAction(
                f"{row.name.replace('&', '&&')}\t{films}, {clock_text(row.seconds)}"
            )
            action.setCheckable(True)
            action.setChecked(row.id == self._current)
            action.triggered.connect(lambda _checked=False, wanted=row.id: self.chosen.emit(wanted))
            group.addAction(action)
        self._menu.addSeparator()
        self._menu.addActions(self._deeds)
