"""The running order as a Qt model: fed with rows, it tells what was dropped where and which duration was typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.gui.films.table.model import FILM_IDS, film_ids
from tourdesk.gui.plain import as_typed
from tourdesk.gui.programme import words
from tourdesk.gui.programme.carried import ITEMS, Carried, carried, carry
from tourdesk.gui.programme.row_drawing import said_of
from tourdesk.gui.programme.rows import EndRow, GoneRow, ItemRow, NoteRow, PartRow, Row, WaitRow, identity
from tourdesk.gui.programme.typed import length_text
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import ItemKind, Programme

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Row of a line."""

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OrderModel(QAbstractListModel):
    """The rows of a running order. It changes nothing itself: it says what the user wants."""

    films_dropped = Signal(list, int)
    """Film ids, and the position in the programme before which they are wanted."""
    items_dropped = Signal(list, int)
    """Item keys, and the position in the programme (as it stands) before which they are wanted."""
    items_brought = Signal(object, int)
    """Carried: items of another programme, or of this one to be there twice, and the position before which."""
    films_nested = Signal(list, str)
    """Film ids, and the intermission during which they are wanted."""
    items_nested = Signal(list, str)
    """Item keys, and the intermission during which they are wanted."""
    duration_typed = Signal(str, str)
    """An item's key, and what was typed as its duration."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.programme = Programme("")
        """Whose items they are."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows from the top."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what stays the same row is updated in place, so that an open editor stays open."""
        new = tuple(rows)
        old_names = [identity(row) for row in self._rows]
        new_names = [identity(row) for row in new]
        head = _common(old_names, new_names)
        tail = _common(old_names[head:][::-1], new_names[head:][::-1])
        gone, come = len(old_names) - head - tail, len(new_names) - head - tail
        if gone:
            self.beginRemoveRows(_NOWHERE, head, head + gone - 1)
            self._rows = self._rows[:head] + self._rows[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, head, head + come - 1)
            self._rows = self._rows[:head] + new[head : head + come] + self._rows[head:]
            self.endInsertRows()
        before, self._rows = self._rows, new
        changed = [place for place, row in enumerate(new) if row != before[place]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row_at(self, index: _AnyIndex) -> Row | None:
        """The row of an index, None outside the list."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of an item, invalid when it is not there."""
        for place, row in enumerate(self._rows):
            if isinstance(row, ItemRow) and row.timed.item.key == key:
                return self.index(place)
        return QModelIndex()

    def position_at(self, place: int) -> int:
        """The position in the programme that a drop above line `place` means."""
        return sum(isinstance(row, ItemRow) for row in self._rows[:place])

    # What Qt asks; the names are Qt's.

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        answer = _ANSWERS.get(role)
        return answer(row) if answer else None

    def setData(  # noqa: N802
        self, index: _AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self.row_at(index)
        if not isinstance(row, ItemRow) or role != Qt.ItemDataRole.EditRole:
            return False
        self.duration_typed.emit(row.timed.item.key, str(value))
        return True

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if not isinstance(row, ItemRow):
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if row.timed.item.version_id is None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [ITEMS, FILM_IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        rows = [self.row_at(index) for index in sorted(indexes, key=lambda index: index.row())]
        shown = {row.timed.item.key: row.timed.item for row in rows if isinstance(row, ItemRow)}
        # Not as the clock shows them: there an elastic item has the length it takes tonight.
        kept = {item.key: item for item in self.programme.items}
        return carry([kept.get(key, item) for key, item in shown.items()], self.programme)

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: _AnyIndex
    ) -> bool:
        return data.hasFormat(ITEMS) or data.hasFormat(FILM_IDS)

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: _AnyIndex
    ) -> bool:
        """Say what was dropped: between two lines, or on an intermission (`row` is negative, as Qt has it).

        The answer is False on purpose: the view must not take the rows away itself.
        """
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        host = self.host_at(parent) if row < 0 else None
        brought = carried(data)
        if brought is not None:
            self._drop_items(brought, place, host, copy=action is Qt.DropAction.CopyAction)
        elif (films := film_ids(data)) and host is not None:
            self.films_nested.emit(films, host)
        elif films:
            self.films_dropped.emit(films, self.position_at(place))
        return False

    def _drop_items(self, brought: Carried, place: int, host: str | None, *, copy: bool) -> None:
        if copy or brought.programme_id != self.programme.id:
            self.items_brought.emit(brought, self.position_at(place))
        elif host is not None and host not in brought.keys:
            self.items_nested.emit(brought.keys, host)
        else:
            self.items_dropped.emit(brought.keys, self.position_at(place))

    def host_at(self, index: _AnyIndex) -> str | None:
        """The key of the intermission of a line, in which something can run; None for any other line."""
        row = self.row_at(index)
        if isinstance(row, ItemRow) and row.timed.item.inside is None:
            item = row.timed.item
            return item.key if item.kind is ItemKind.INTERMISSION else None
        return None


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many entries two lists have in common from their beginning."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _said(row: Row) -> str:
    """A row in words: what a screen reader says, and what is found by typing."""
    match row:
        case ItemRow():
            return _said_item(row)
        case PartRow():
            return f"{row.name}, {clock_text(row.seconds)}"
        case GoneRow():
            return f"{title_of(row.item)}, {said_of(None)}"
        case WaitRow():
            return words.waiting(row.clock, row.seconds)
        case NoteRow():
            return row.text
        case EndRow():
            return _("{clock} end, {margin}", clock=row.clock, margin=row.margin_words)


def _said_item(row: ItemRow) -> str:
    item, kind = row.timed.item, words.kind(row.timed.item.kind)
    title = title_of(item)
    said = [row.clock, "" if item.kind is ItemKind.FILM or title.startswith(kind) else kind]
    said += [title, words.in_words(item), words.elastic(item) if item.elastic else ""]
    said += [said_of(row.mark)] if row.mark is not None else []
    said += [words.pinned(row.timed), _("during the intermission") if item.inside is not None else ""]
    whole = ", ".join(one for one in said if one)
    return " ".join((f"{whole}.", *(finding.sentence for finding in row.findings))) if row.findings else whole


def _title(row: Row) -> str:
    return title_of(row.timed.item) if isinstance(row, ItemRow) else _said(row)


def _edited(row: Row) -> str | None:
    return length_text(row.timed.item) if isinstance(row, ItemRow) else None


def _tooltip(row: Row) -> str | None:
    if isinstance(row, PartRow):
        return _(
            "{part}: {length}, of which {films} {film_length}",
            part=row.name,
            length=clock_text(row.seconds),
            films=words.films(row.films),
            film_length=clock_text(row.film_seconds),
        )
    if not isinstance(row, ItemRow):
        return None
    item = row.timed.item
    lines = [title_of(item), f"{row.clock} – {row.end_clock}"]
    lines += [words.elastic(item)] if item.elastic else []
    lines += [words.pinned(row.timed)] if item.pinned is not None else []
    lines += [finding.sentence for finding in row.findings]
    return as_typed("\n".join(lines))


def _row(row: Row) -> Row:
    return row


_ANSWERS: dict[int, Callable[[Row], object]] = {
    Qt.ItemDataRole.DisplayRole: _title,
    Qt.ItemDataRole.AccessibleTextRole: _said,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    ROW_ROLE: _row,
}
