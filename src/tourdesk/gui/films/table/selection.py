"""Which films are chosen in a list, by id and by ranges of lines: a hundred thousand chosen ones cost no more than one."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tourdesk.foundation.language import n_
from tourdesk.gui.films.table.model import FilmListModel, films_as_mime
from tourdesk.gui.theme import tokens
from tourdesk.gui.tokens import RADIUS, SPACE, SPACE_TINY

_FEW = 3
"""Films that are looked for one by one."""
_MOST_RANGES = 2_000
"""Stretches of lines that Qt marks quickly; of films that are strewn farther the first are chosen."""


def selected_films(view: QAbstractItemView) -> "array[int]":
    """The ids of the films chosen in a list over a FilmListModel, from top to bottom."""
    model = view.model()
    chosen = array("i")
    if isinstance(model, FilmListModel):
        for first, last in _stretches(view):
            chosen += model.ids[first : last + 1]
    return chosen


def chosen_lines(view: QAbstractItemView) -> int:
    """How many films are chosen."""
    return sum(last - first + 1 for first, last in _stretches(view))


def select_films(view: QAbstractItemView, film_ids: Iterable[int]) -> bool:
    """Choose these films in a list over a FilmListModel, the first of them the current one; whether any of them is there."""
    model = view.model()
    if not isinstance(model, FilmListModel):
        return False
    places = _places(model, array("i", film_ids))
    flags = QItemSelectionModel.SelectionFlag
    selection = QItemSelection()
    last_column = len(model.columns) - 1
    for first, last in places.stretches[:_MOST_RANGES]:
        selection.select(model.index(first, 0), model.index(last, last_column))
    if places.current is not None:
        view.selectionModel().setCurrentIndex(model.index(places.current, 0), flags.NoUpdate)
        view.scrollTo(model.index(places.current, 0))
    view.selectionModel().select(selection, flags.ClearAndSelect)
    return places.current is not None


def drag_films(view: QAbstractItemView) -> None:
    """Drag what is chosen in a list over a FilmListModel."""
    model = view.model()
    chosen = selected_films(view)
    if isinstance(model, FilmListModel) and chosen:
        drag = QDrag(view)
        titles = model.titles_of(chosen)
        drag.setMimeData(films_as_mime(chosen, titles))
        picture = drag_picture(
            titles[0] if len(titles) == 1 else n_("{n:,} film", "{n:,} films", len(chosen)), view
        )
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-SPACE, picture.deviceIndependentSize().toSize().height() // 2))
        drag.exec(Qt.DropAction.CopyAction)


def drag_picture(words: str, view: QWidget) -> QPixmap:
    """What hangs at the mouse while films are dragged: what they are, in a line no longer than a title needs."""
    metrics, colours = view.fontMetrics(), tokens()
    said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 40)
    size = QSize(metrics.horizontalAdvance(said) + 2 * SPACE, metrics.height() + 2 * SPACE_TINY)
    density = view.devicePixelRatioF()
    picture = QPixmap(size * density)
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.news)
    painter.drawRoundedRect(QRect(QPoint(), size), RADIUS, RADIUS)
    painter.setFont(view.font())
    painter.setPen(colours.on_news)
    painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, said)
    painter.end()
    return picture


def _stretches(view: QAbstractItemView) -> list[tuple[int, int]]:
    """The first and the last line of each stretch of chosen lines, from the top, no line twice."""
    parts = view.selectionModel().selection().toList()
    found = sorted((part.top(), part.bottom()) for part in parts)
    stretches: list[tuple[int, int]] = []
    for first, last in found:
        begun = max(first, stretches[-1][1] + 1) if stretches else first
        if begun <= last:
            stretches.append((begun, last))
    return stretches


class _Places(NamedTuple):
    """The line of the first film that is there, and the stretches of the lines of all of them from the top."""

    current: int | None
    stretches: list[tuple[int, int]]


def _places(model: FilmListModel, film_ids: "array[int]") -> _Places:
    if len(film_ids) <= _FEW:
        places = [place for film_id in film_ids if (place := model.place_of(film_id)) is not None]
        return _Places(places[0] if places else None, [(place, place) for place in sorted(places)])
    # Imported for the first long selection: a window shows its films without it.
    import numpy as np  # noqa: PLC0415

    ids, wanted = np.frombuffer(model.ids, np.int32), np.frombuffer(film_ids, np.int32)
    lines = np.flatnonzero(np.isin(ids, wanted))
    if not len(lines):
        return _Places(None, [])
    gaps = np.flatnonzero(np.diff(lines) > 1)
    firsts, lasts = lines[np.append(0, gaps + 1)], lines[np.append(gaps, len(lines) - 1)]
    current = model.place_of(int(wanted[np.isin(wanted, ids)][0]))
    return _Places(current, list(zip(firsts.tolist(), lasts.tolist(), strict=True)))
