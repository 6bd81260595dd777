"""The versions of a film as they are read, and the copies of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.gui.films.words import run_time_spoken, run_time_text
from tourdesk.gui.plain import as_typed
from tourdesk.gui.theme import number_font, scaled
from tourdesk.gui.tokens import SMALL
from tourdesk.library.films import Copy, Film, Version


def has_more_than_a_run_time(film: Film) -> bool:
    """Whether the versions say more than the one run-time among the facts."""
    return len(film.versions) > 1 or bool(film.version.copies)


class VersionsView(QWidget):
    """Each version with its run-time; below it a line for each copy."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        for version in film.versions:
            self._add_version(version)

    def _add_version(self, version: Version) -> None:
        line = self._grid.rowCount()
        length = QLabel(run_time_text(version.seconds, version.approximate))
        length.setFont(number_font(length.font()))
        length.setToolTip(run_time_spoken(version.seconds, version.approximate))
        self._grid.addWidget(length, line, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_words(version.name), line, 1)
        for copy in version.copies:
            said = _words(copy_words(copy))
            said.setFont(scaled(said.font(), SMALL))
            said.setProperty("role", _role(copy, version))
            said.setContentsMargins(0, 0, 0, 3)
            if copy.identity:
                said.setToolTip(as_typed(copy.identity))
            self._grid.addWidget(said, self._grid.rowCount(), 1)


def copy_words(copy: Copy) -> str:
    """A copy in a line: `DCP · 2K flat · 1.85 · 5.1 · subtitles English · measured 53:05 · in Leura`."""
    parts = [copy.medium, copy.format, copy.aspect, copy.audio]
    if copy.subtitles.casefold() == "none":
        parts.append(_("no subtitles"))
    elif copy.subtitles:
        parts.append(_("subtitles {language}", language=copy.subtitles))
    if copy.seconds is not None:
        parts.append(_("measured {length}", length=clock_text(copy.seconds)))
    if copy.place:
        parts.append(_("at {place}", place=copy.place))
    if copy.identity:
        # A checksum is for machines; its beginning is enough to tell two copies apart.
        parts.append(f"{copy.identity[:12]}…")
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)


def lasts_otherwise(copy: Copy, version: Version) -> bool:
    """Whether a copy was measured to last otherwise than its version says, by a second or, approximate, a minute."""
    if copy.seconds is None or version.seconds is None:
        return False
    return abs(copy.seconds - version.seconds) >= (60 if version.approximate else 1)


def _role(copy: Copy, version: Version) -> str:
    return "warning" if lasts_otherwise(copy, version) else "quiet"


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
