"""Which films are chosen in a list, by id and by ranges of lines: a hundred thousand chosen ones cost no more than one."""

from array import array
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView

from tourdesk.gui.films.table.model import FilmListModel, films_as_mime

_MOST_RANGES = 500
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
    places = _places(model, list(film_ids))
    flags = QItemSelectionModel.SelectionFlag
    selection = QItemSelection()
    last_column = len(model.columns) - 1
    for count, (first, last) in enumerate(_joined(sorted(places))):
        if count == _MOST_RANGES:
            break
        selection.select(model.index(first, 0), model.index(last, last_column))
    if places:
        view.selectionModel().setCurrentIndex(model.index(places[0], 0), flags.NoUpdate)
        view.scrollTo(model.index(places[0], 0))
    view.selectionModel().select(selection, flags.ClearAndSelect)
    return bool(places)


def drag_films(view: QAbstractItemView) -> None:
    """Drag what is chosen in a list over a FilmListModel."""
    model = view.model()
    chosen = selected_films(view)
    if isinstance(model, FilmListModel) and chosen:
        drag = QDrag(view)
        drag.setMimeData(films_as_mime(chosen, model.titles_of(chosen)))
        drag.exec(Qt.DropAction.CopyAction)


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


def _places(model: FilmListModel, film_ids: list[int]) -> list[int]:
    if len(film_ids) <= 3:
        return [place for film_id in film_ids if (place := model.place_of(film_id)) is not None]
    places = {film_id: place for place, film_id in enumerate(model.ids)}
    return [places[film_id] for film_id in film_ids if film_id in places]


def _joined(places: list[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as stretches without a gap."""
    first = last = None
    for place in places:
        if first is None or last is None:
            first = place
        elif place > last + 1:
            yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last
