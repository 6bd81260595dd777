"""The facts of a film in two columns, each to be changed where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.detail.in_place import InPlace
from tourdesk.gui.films.edit.fields import BY_NAME
from tourdesk.gui.films.words import UNKNOWN, run_time_spoken
from tourdesk.gui.theme import number_font
from tourdesk.library.films import Film

_ALWAYS = ("directors", "year", "countries", "languages", "versions")
"""What a film without is not yet complete: shown also while nobody has said."""
_WHEN_KNOWN = ("producers", "advisories", "ratings", "identifiers")


class FactsGrid(QWidget):
    """Directors, year, countries, languages, run-time; producers, advisories, ratings and identifiers when known."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: list[InPlace] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        for name in _ALWAYS:
            self._add(name, film)
        for name in _WHEN_KNOWN:
            if getattr(film, name):
                self._add(name, film)

    def _add(self, name: str, film: Film) -> None:
        field = BY_NAME[name]
        value = InPlace(field, getattr(film, name), UNKNOWN)
        if name == "versions":
            value.words.setFont(number_font(value.words.font()))
            value.words.setToolTip(run_time_spoken(film.version.seconds, film.version.approximate))
        label = QLabel(_(field.label))
        label.setProperty("role", "quiet")
        line = len(self.values)
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(value, line, 1)
        self.values.append(value)
