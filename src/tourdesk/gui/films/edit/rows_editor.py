"""A small table in a form: a row for each thing of a list, typed in place, by keyboard alone if wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.field_editor import ListEditor
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import icon_size, scaled
from tourdesk.gui.tokens import SMALL
from tourdesk.library.comparing import Value


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of each row; `line` is the line of the row on which it stands, `label` is said later."""

    name: str
    label: str
    stretch: int = 1
    example: str = ""
    choices: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class RowKind:
    """What the rows of a table are; the words are said later.

    `shown` gives the words of each cell, `understood` the thing that the words mean, made from the one that stood there
    before; it raises ProblemForUser when they cannot be understood.
    """

    columns: tuple[Column, ...]
    add: str
    remove: str
    shown: Callable[[Any], dict[str, str]]
    understood: Callable[[dict[str, str], Any], Any]


class _Row:
    def __init__(self, kind: RowKind, thing: object) -> None:
        self.thing = thing
        self.cells = {column.name: _cell(column) for column in kind.columns}
        self.drop = QToolButton()
        self.drop.setIcon(icon("remove"))
        self.drop.setIconSize(icon_size(self.drop))
        self.drop.setToolTip(_(kind.remove))
        self.drop.setAccessibleName(_(kind.remove))
        words = kind.shown(thing) if thing is not None else {}
        for name, cell in self.cells.items():
            cell.setText(words.get(name, ""))
            cell.setCursorPosition(0)

    def words(self) -> dict[str, str]:
        return {name: " ".join(cell.text().split()) for name, cell in self.cells.items()}

    def widgets(self) -> list[QWidget]:
        return [*self.cells.values(), self.drop]


def _cell(column: Column) -> QLineEdit:
    cell = QLineEdit()
    cell.setAccessibleName(_(column.label))
    cell.setToolTip(_(column.label))
    cell.setPlaceholderText(_(column.example) if column.example else "")
    cell.setMinimumWidth(cell.fontMetrics().averageCharWidth() * 6)
    if column.choices:
        completer = QCompleter(list(column.choices), cell)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Few and short: written on in the cell, where a list would hide the rows below.
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        cell.setCompleter(completer)
    return cell


class RowsEditor(ListEditor):
    """The rows of one list. Enter goes to the next cell and from the last one to a new row; an empty row is none."""

    def __init__(self, kind: RowKind) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        super().__init__(grid, _(kind.add))
        self._kind = kind
        self._rows: list[_Row] = []
        self._grid = grid

    def value(self) -> Value:
        return tuple(
            self._kind.understood(row.words(), row.thing) for row in self._rows if any(row.words().values())
        )

    def show_value(self, value: Value) -> None:
        self._show([_Row(self._kind, thing) for thing in value] if isinstance(value, tuple) else [])

    def widgets(self) -> tuple[QWidget, ...]:
        return (*(widget for row in self._rows for widget in row.widgets()), self.more)

    def start(self) -> None:
        widgets: Sequence[QWidget] = self.widgets()
        widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin another row."""
        row = _Row(self._kind, None)
        self._show([*self._rows, row])
        first = next(iter(row.cells.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show(self, rows: list[_Row]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not any(widget in row.widgets() for row in rows):
                widget.hide()
                widget.deleteLater()
        before, self._rows = self._rows, rows
        lines = 1 + max(column.line for column in self._kind.columns)
        for number, row in enumerate(rows):
            self._place(row, number * lines * 2, with_labels=number == 0 or lines > 1)
            if row not in before:
                self._connect(row)
            if self.isVisible():
                # Shown now, not with the next turn of events: a cell takes the keyboard.
                for widget in row.widgets():
                    widget.show()
        self.rebuilt.emit()

    def _place(self, row: _Row, top: int, *, with_labels: bool) -> None:
        places: dict[int, int] = {}
        for column in self._kind.columns:
            line, place = top + 2 * column.line, places.get(column.line, 0)
            places[column.line] = place + column.stretch
            if with_labels:
                label = QLabel(_(column.label))
                label.setFont(scaled(self.font(), SMALL))
                label.setProperty("role", "quiet")
                self._grid.addWidget(label, line, place, 1, column.stretch)
            self._grid.addWidget(row.cells[column.name], line + 1, place, 1, column.stretch)
        widest = max(places.values())
        for place in range(widest):
            self._grid.setColumnStretch(place, 1)
        self._grid.addWidget(row.drop, top + 1, widest)

    def _connect(self, row: _Row) -> None:
        for cell in row.cells.values():
            cell.textEdited.connect(self.edited)
            cell.returnPressed.connect(self._on_enter)
        row.drop.clicked.connect(lambda: self._remove(row))

    def _remove(self, row: _Row) -> None:
        self._show([other for other in self._rows if other is not row])
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_enter(self) -> None:
        cells: list[QWidget] = [cell for row in self._rows for cell in row.cells.values()]
        cell = self.sender()
        place = next((place for place, other in enumerate(cells) if other is cell), len(cells) - 1)
        if place + 1 < len(cells):
            cells[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif any(self._rows[-1].words().values()):
            self.add()
