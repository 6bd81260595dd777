"""The library as a Qt model: ids in order, and the rows of those in sight. Every list of films uses it."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tourdesk.foundation.language import _, later
from tourdesk.gui.films.find.snippets import Snippets
from tourdesk.gui.films.table.rows import FilmRows
from tourdesk.gui.films.verdicts.words import summary, who_says_what
from tourdesk.gui.films.words import countries_text, listed, row_spoken, run_time_spoken, run_time_text
from tourdesk.gui.plain import as_typed
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import Order, Snippet

FILM_IDS = "application/x-tourdesk-films"
"""The kind of a drag that carries films: a JSON list of film ids."""

FILM_ROLE = Qt.ItemDataRole.UserRole + 1
"""The FilmRow of a line, None until it is fetched."""

SNIPPET_ROLE = Qt.ItemDataRole.UserRole + 2
"""The Snippet of a line: where a search was found in the film's texts; None elsewhere, or until it is fetched."""

PAGE = 64
"""Lines that are fetched together."""

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
    VERDICTS = 7


HEADINGS = {
    Column.TITLE: later("Title"),
    Column.DIRECTORS: later("Director"),
    Column.YEAR: later("Year"),
    Column.COUNTRIES: later("Country"),
    Column.RUN_TIME: later("Run-time"),
    Column.SECTION: later("Section"),
    Column.TAGS: later("Tags"),
    Column.VERDICTS: later("Committee"),
}

ORDERS = {
    Column.TITLE: Order.TITLE,
    Column.DIRECTORS: Order.DIRECTORS,
    Column.YEAR: Order.YEAR,
    Column.COUNTRIES: Order.COUNTRIES,
    Column.RUN_TIME: Order.RUN_TIME,
    Column.SECTION: Order.SECTION,
    Column.TAGS: Order.TAGS,
    Column.VERDICTS: Order.VERDICTS,
}
"""By what the library is asked to sort when the heading of a column is clicked."""

_TEXTS: dict[Column, Callable[[FilmRow], str]] = {
    Column.TITLE: lambda row: row.title,
    Column.DIRECTORS: lambda row: listed(row.directors),
    Column.YEAR: lambda row: str(row.year) if row.year else "",
    Column.COUNTRIES: lambda row: countries_text(row.countries),
    Column.RUN_TIME: lambda row: run_time_text(row.seconds, row.approximate),
    Column.SECTION: lambda row: row.section or "",
    Column.TAGS: lambda row: listed(row.tags),
    Column.VERDICTS: lambda row: summary(row.tally),
}

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _text(row: FilmRow, column: Column) -> str:
    return _TEXTS[column](row)


def _alignment(column: Column) -> int:
    return _RIGHT if column in {Column.YEAR, Column.RUN_TIME} else _LEFT


def _tooltip(row: FilmRow, column: Column) -> str:
    if column is Column.VERDICTS:
        return who_says_what(row.tally)
    return run_time_spoken(row.seconds, row.approximate) if column is Column.RUN_TIME else _text(row, column)


def _spoken(row: FilmRow, column: Column) -> str:
    return row_spoken(row) if column is Column.TITLE else _text(row, column)


def _film(row: FilmRow, _column: Column) -> FilmRow:
    return row


_ANSWERS: dict[int, Callable[[FilmRow, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    FILM_ROLE: _film,
}

_SAID = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
"""Where the words in which a search was found follow the title."""


class FilmListModel(QAbstractTableModel):
    """Films as lines, in the order in which their ids were given; a line is empty until its row is fetched.

    It never sorts by itself: clicking a heading asks for the films in another order (`order_wanted`).
    """

    order_wanted = Signal()
    """`order` and `descending` were changed by a click on a heading."""

    def __init__(
        self,
        rows: FilmRows,
        columns: Sequence[Column] = tuple(Column),
        parent: QObject | None = None,
        snippets: Snippets | None = None,
    ) -> None:
        super().__init__(parent)
        self._snippets = snippets
        self.columns = tuple(columns)
        self.order: Order | None = None
        self.descending = False
        self._rows = rows
        self._ids = array("i")
        rows.arrived.connect(self._redraw)
        if snippets is not None:
            snippets.arrived.connect(self._redraw)

    def show_films(self, ids: "array[int]") -> None:
        """Show these films; when they are the same in the same order, or more follow, nothing moves and nothing is unmarked."""
        known = len(self._ids)
        if ids == self._ids:
            return
        if known and ids[:known] == self._ids:
            self.beginInsertRows(_NOWHERE, known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def refetch(self, film_ids: Iterable[int]) -> None:
        """These films were changed: fetch the rows of those in the list again."""
        self._rows.forget(film_ids)
        self._redraw()

    def refetch_all(self) -> None:
        """Something that every row may show was changed."""
        self._rows.forget_all()
        self._redraw()

    @property
    def ids(self) -> "array[int]":
        """The films in the order shown."""
        return self._ids

    @property
    def rows(self) -> list[FilmRow]:
        """The rows that were fetched, in the order shown."""
        return [row for row in map(self._rows.row, self._ids) if row is not None]

    def row_at(self, place: int) -> FilmRow | None:
        """The film on a line, None until its row is fetched."""
        return self._rows.row(self._ids[place])

    def row_of(self, film_id: int) -> FilmRow | None:
        """A film's row, None until it is fetched."""
        return self._rows.row(film_id)

    def place_of(self, film_id: int) -> int | None:
        """The line of a film, None when it is not in the list."""
        try:
            return self._ids.index(film_id)
        except ValueError:
            return None

    # What Qt asks; the names are Qt's.

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()])
        if role == SNIPPET_ROLE:
            return self._snippet(self._ids[index.row()])
        answer = _ANSWERS.get(role)
        if answer is None:
            return None
        film_id = self._ids[index.row()]
        if self._rows.is_missing(film_id):
            page = index.row() - index.row() % PAGE
            self._rows.want(self._ids[page : page + PAGE])
        row = self._rows.row(film_id)
        if row is None:
            return None
        column = self.columns[index.column()]
        said = answer(row, column)
        snippet = self._snippet(film_id) if role in _SAID and column is Column.TITLE else None
        whole = f"{said}\n{snippet.before}{snippet.hit}{snippet.after}" if snippet is not None else said
        return as_typed(str(whole)) if role == Qt.ItemDataRole.ToolTipRole else whole

    def _snippet(self, film_id: int) -> Snippet | None:
        return self._snippets.of(film_id) if self._snippets is not None else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[self.columns[section]])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the films in the order of a column, -1 for the order of the search."""
        wanted = ORDERS[self.columns[column]] if 0 <= column < len(self.columns) else None
        descending = wanted is not None and order == Qt.SortOrder.DescendingOrder
        if (wanted, descending) != (self.order, self.descending):
            self.order, self.descending = wanted, descending
            self.order_wanted.emit()

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
        ids = [self._ids[place] for place in places]
        return films_as_mime(ids, self.titles_of(ids))

    def titles_of(self, film_ids: Sequence[int]) -> list[str]:
        """The titles of these films; none when some were not fetched yet, as a part would be taken for all."""
        rows = [row for row in map(self._rows.row, film_ids) if row is not None]
        return [row.title for row in rows] if len(rows) == len(film_ids) else []

    def _redraw(self) -> None:
        """Draw what is in sight anew: to look for single films among a hundred thousand takes longer."""
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def films_as_mime(film_ids: Sequence[int], titles: Sequence[str]) -> QMimeData:
    """Films as something to drag: their ids, and their titles for other programs."""
    import json  # noqa: PLC0415 - not needed to show films

    mime = QMimeData()
    mime.setData(FILM_IDS, json.dumps(list(film_ids)).encode())
    if titles:
        mime.setText("\n".join(titles))
    return mime


def film_ids(mime: QMimeData) -> list[int]:
    """The films that a drag carries, none when it carries something else."""
    if not mime.hasFormat(FILM_IDS):
        return []
    import json  # noqa: PLC0415 - see above

    return [int(film_id) for film_id in json.loads(bytes(mime.data(FILM_IDS).data()))]
