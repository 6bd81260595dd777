"""The running order as a Qt model: fed with rows, it tells what was dropped where and which duration was typed."""

import json
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
from tourdesk.gui.films.model import FILM_IDS, film_ids
from tourdesk.gui.programme import words
from tourdesk.gui.programme.rows import EndRow, ItemRow, NoteRow, PartRow, Row, identity
from tourdesk.programming.programme import ItemKind

ITEM_KEYS = "application/x-tourdesk-items"
"""The kind of a drag that carries items of the running order: a JSON list of their keys."""

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
    duration_typed = Signal(str, str)
    """An item's key, and what was typed as its duration."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

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
        return [ITEM_KEYS, FILM_IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        rows = [self.row_at(index) for index in sorted(indexes, key=lambda index: index.row())]
        items = [row.timed.item for row in rows if isinstance(row, ItemRow)]
        mime = QMimeData()
        mime.setData(ITEM_KEYS, json.dumps([item.key for item in items]).encode())
        mime.setText("\n".join(item.title for item in items))
        return mime

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: _AnyIndex
    ) -> bool:
        return data.hasFormat(ITEM_KEYS) or data.hasFormat(FILM_IDS)

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _AnyIndex
    ) -> bool:
        """Say what was dropped. The answer is False on purpose: the view must not take the rows away itself."""
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows))
        position = self.position_at(place)
        if data.hasFormat(ITEM_KEYS):
            self.items_dropped.emit(json.loads(bytes(data.data(ITEM_KEYS).data())), position)
        elif films := film_ids(data):
            self.films_dropped.emit(films, position)
        return False


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
            item = row.timed.item
            kind = "" if item.kind is ItemKind.FILM else f"{words.KIND_WORDS[item.kind]}, "
            if item.title == words.KIND_WORDS[item.kind]:
                kind = ""
            found = "".join(f". {finding.sentence}" for finding in row.findings)
            return f"{row.clock}, {kind}{item.title}, {words.in_words(item)}{found}"
        case PartRow():
            return f"{row.name}, {clock_text(row.seconds)}"
        case NoteRow():
            return row.text
        case EndRow():
            return f"{row.clock} end, {row.margin_words}"


def _title(row: Row) -> str:
    return row.timed.item.title if isinstance(row, ItemRow) else _said(row)


def _edited(row: Row) -> str | None:
    if not isinstance(row, ItemRow):
        return None
    seconds = row.timed.item.seconds
    return "" if seconds is None else clock_text(seconds)


def _tooltip(row: Row) -> str | None:
    if isinstance(row, PartRow):
        films = f"{row.films} film" if row.films == 1 else f"{row.films} films"
        return f"{row.name}: {clock_text(row.seconds)}, of which {films} {clock_text(row.film_seconds)}"
    if not isinstance(row, ItemRow):
        return None
    item = row.timed.item
    lines = [item.title, f"{row.clock} – {row.end_clock}"]
    lines += [finding.sentence for finding in row.findings]
    return "\n".join(lines)


def _row(row: Row) -> Row:
    return row


_ANSWERS: dict[int, Callable[[Row], object]] = {
    Qt.ItemDataRole.DisplayRole: _title,
    Qt.ItemDataRole.AccessibleTextRole: _said,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    ROW_ROLE: _row,
}
