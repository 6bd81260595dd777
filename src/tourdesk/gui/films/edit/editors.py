"""Where a film's fields are typed: a line or a text, or rows of their own editors."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.completion import completer_of
from tourdesk.gui.films.edit.field_editor import FieldEditor
from tourdesk.gui.films.edit.fields import FilmField, Kind, shown, understood
from tourdesk.gui.films.edit.row_kinds import SHOWINGS, SOURCES
from tourdesk.gui.films.edit.rows_editor import RowsEditor
from tourdesk.gui.films.edit.versions_editor import VersionsEditor
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.comparing import Value

_LINES_AT_LEAST = 2
_LINES_AT_MOST = 12


class _Line(FieldEditor):
    def __init__(self, field: FilmField) -> None:
        super().__init__()
        self._field = field
        self._line = QLineEdit()
        self._choices = QStringListModel(self)
        self._line.setAccessibleName(_(field.label))
        self._line.setPlaceholderText(_(field.example) if field.example else "")
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self.finished)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)

    def value(self) -> Value:
        return understood(self._field, self._line.text())

    def show_value(self, value: Value) -> None:
        self._line.setText(shown(self._field, value))
        self._line.setCursorPosition(0)

    def offer(self, choices: Sequence[str]) -> None:
        if self._line.completer() is None:
            self._line.setCompleter(completer_of(self._choices, self))
        self._choices.setStringList(choices)

    def set_example(self, example: str) -> None:
        self._line.setPlaceholderText(example)

    def start(self) -> None:
        super().start()
        self._line.end(False)

    def widgets(self) -> tuple[QWidget, ...]:
        return (self._line,)


class _TextBox(QPlainTextEdit):
    """A text that grows with what is in it; Tab goes on, Ctrl+Enter is done."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        # The layout of a QPlainTextEdit counts in lines.
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = max(_LINES_AT_LEAST, min(lines, _LINES_AT_MOST))
        around = int(2 * self.document().documentMargin()) + 2 * self.frameWidth() + 6
        self.setFixedHeight(wanted * self.fontMetrics().lineSpacing() + around)


class _Text(FieldEditor):
    def __init__(self, field: FilmField) -> None:
        super().__init__()
        self._field = field
        self._box = _TextBox()
        self._box.setAccessibleName(_(field.label))
        self._box.setPlaceholderText(_(field.example) if field.example else "")
        self._box.textChanged.connect(self.edited)
        self._box.done.connect(self.finished)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)

    def value(self) -> Value:
        return understood(self._field, self._box.toPlainText())

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self):
            self._box.setPlainText(shown(self._field, value))

    def set_example(self, example: str) -> None:
        self._box.setPlaceholderText(example)

    def widgets(self) -> tuple[QWidget, ...]:
        return (self._box,)


class _Words(FieldEditor):
    """What rows say, to be read: in the check they are kept or taken as they are."""

    def __init__(self, field: FilmField) -> None:
        super().__init__()
        self._field = field
        self._value: Value = ()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words)

    def value(self) -> Value:
        return self._value

    def show_value(self, value: Value) -> None:
        self._value = value
        self._words.setText(shown(self._field, value))

    def widgets(self) -> tuple[QWidget, ...]:
        return (self._words,)


def editor_for(field: FilmField, *, several: bool = True) -> FieldEditor:
    """The editor of a field; `several` allows to add versions, copies, showings, licences and sources."""
    if not several and field.kind in {Kind.SHOWINGS, Kind.LICENCES, Kind.SOURCES}:
        return _Words(field)
    match field.kind:
        case Kind.RUN_TIMES:
            return VersionsEditor(several=several)
        case Kind.SHOWINGS | Kind.SOURCES:
            return RowsEditor(SHOWINGS if field.kind is Kind.SHOWINGS else SOURCES)
        case Kind.LICENCES:
            return LicencesEditor()
        case Kind.TEXT:
            return _Text(field)
        case _:
            return _Line(field)
