"""The library as a Qt model: fed with rows, sorted on request, dragged by film id. Every list of films uses it."""

import json
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tourdesk.foundation.text import folded
from tourdesk.gui.films.words import countries_text, listed, row_spoken, run_time_spoken, run_time_text
from tourdesk.library.films import FilmRow

FILM_IDS = "application/x-tourdesk-films"
"""The kind of a drag that carries films: a JSON list of film ids."""

FILM_ROLE = Qt.ItemDataRole.UserRole + 1
"""The FilmRow of a line."""

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a list of films can show."""

    TITLE = 0
    DIRECTORS = 1
    YEAR = 2
    COUNTRIES = 3
    RUN_TIME = 4
    SECTION = 5
    TAGS = 6


HEADINGS = {
    Column.TITLE: "Title",
    Column.DIRECTORS: "Director",
    Column.YEAR: "Year",
    Column.COUNTRIES: "Country",
    Column.RUN_TIME: "Run-time",
    Column.SECTION: "Section",
    Column.TAGS: "Tags",
}

_TEXTS: dict[Column, Callable[[FilmRow], str]] = {
    Column.TITLE: lambda row: row.title,
    Column.DIRECTORS: lambda row: listed(row.directors),
    Column.YEAR: lambda row: str(row.year) if row.year else "",
    Column.COUNTRIES: lambda row: countries_text(row.countries),
    Column.RUN_TIME: lambda row: run_time_text(row.seconds, row.approximate),
    Column.SECTION: lambda row: row.section or "",
    Column.TAGS: lambda row: listed(row.tags),
}

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _text(row: FilmRow, column: Column) -> str:
    return _TEXTS[column](row)


def _alignment(_row: FilmRow | None, column: Column) -> int:
    return _RIGHT if column in {Column.YEAR, Column.RUN_TIME} else _LEFT


def _tooltip(row: FilmRow, column: Column) -> str:
    return run_time_spoken(row.seconds, row.approximate) if column is Column.RUN_TIME else _text(row, column)


def _spoken(row: FilmRow, column: Column) -> str:
    return row_spoken(row) if column is Column.TITLE else _text(row, column)


def _film(row: FilmRow, _column: Column) -> FilmRow:
    return row


_ANSWERS: dict[int, Callable[[FilmRow, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    FILM_ROLE: _film,
}


class FilmListModel(QAbstractTableModel):
    """Films as rows. Unsorted it keeps the order in which it was given them (the desk's ranking)."""

    def __init__(self, columns: Sequence[Column] = tuple(Column), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._given: tuple[FilmRow, ...] = ()
        self._rows: list[FilmRow] = []
        self._places: dict[int, int] | None = None
        self._sorting: tuple[Column, bool] | None = None

    def show_rows(self, rows: Sequence[FilmRow]) -> None:
        """Show these films, sorted as before; when only values changed, just those lines are redrawn."""
        self._given = tuple(rows)
        ordered = self._in_order()
        if [row.id for row in ordered] == [row.id for row in self._rows]:
            self._redraw(ordered)
            return
        self.beginResetModel()
        self._rows = ordered
        self._places = None
        self.endResetModel()

    def row_at(self, place: int) -> FilmRow:
        """The film on a line."""
        return self._rows[place]

    def place_of(self, film_id: int) -> int | None:
        """The line of a film, None when it is not in the list."""
        if self._places is None:
            self._places = {row.id: place for place, row in enumerate(self._rows)}
        return self._places.get(film_id)

    @property
    def rows(self) -> Sequence[FilmRow]:
        """The films in the order shown."""
        return self._rows

    # What Qt asks; the names are Qt's.

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        answer = _ANSWERS.get(role)
        return answer(row, column) if answer else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[self.columns[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(None, self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order in which the films were given."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorting = (self.columns[column], descending) if 0 <= column < len(self.columns) else None
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._rows[index.row()].id) for index in self.persistentIndexList()]
        self._rows = self._in_order()
        self._places = None
        self.changePersistentIndexList(
            [index for index, _ in before],
            [self.index(self.place_of(film_id) or 0, index.column()) for index, film_id in before],
        )
        self.layoutChanged.emit()

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [FILM_IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        places = sorted({index.row() for index in indexes})
        return films_as_mime([self._rows[place] for place in places])

    def _redraw(self, ordered: list[FilmRow]) -> None:
        before, self._rows = self._rows, ordered
        for place, (old, new) in enumerate(zip(before, ordered, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def _in_order(self) -> list[FilmRow]:
        if self._sorting is None:
            return list(self._given)
        column, descending = self._sorting
        keyed = [(_sort_key(row, column), row) for row in self._given]
        said = [(key, row) for key, row in keyed if key is not None]
        said.sort(key=lambda pair: pair[0], reverse=descending)
        # What is not known stands last whichever way the list runs.
        return [row for _, row in said] + [row for key, row in keyed if key is None]


def films_as_mime(rows: Sequence[FilmRow]) -> QMimeData:
    """Films as something to drag: their ids, and their titles for other programs."""
    mime = QMimeData()
    mime.setData(FILM_IDS, json.dumps([row.id for row in rows]).encode())
    mime.setText("\n".join(row.title for row in rows))
    return mime


def film_ids(mime: QMimeData) -> list[int]:
    """The films that a drag carries, none when it carries something else."""
    if not mime.hasFormat(FILM_IDS):
        return []
    return [int(film_id) for film_id in json.loads(bytes(mime.data(FILM_IDS).data()))]


def _sort_key(row: FilmRow, column: Column) -> tuple[int, str] | None:
    if column is Column.YEAR:
        return None if row.year is None else (row.year, "")
    if column is Column.RUN_TIME:
        return None if row.seconds is None else (row.seconds, "")
    text = folded(_TEXTS[column](row))
    return (0, text) if text else None
