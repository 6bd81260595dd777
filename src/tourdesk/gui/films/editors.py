"""Where a film's fields are typed: a line, a text, or the run-times of its versions."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.films.fields import FilmField, Kind, run_time, run_time_typed, shown, understood
from tourdesk.gui.films.words import APPROXIMATE
from tourdesk.gui.icons import icon
from tourdesk.library.comparing import Value
from tourdesk.library.films import Version

_RUN_TIME_EXAMPLE = "53:00 or 53 min"
_LINES_AT_LEAST = 2
_LINES_AT_MOST = 12


class FieldEditor(QWidget):
    """Shows one value and takes another."""

    edited = Signal()
    """Somebody typed."""
    finished = Signal()
    """Enter was pressed: this field is as it should be."""

    def value(self) -> Value:
        """What is typed. Raises ProblemForUser when it cannot be understood."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show another value; nobody typed it."""
        raise NotImplementedError

    def offer(self, choices: Sequence[str]) -> None:
        """Offer these while somebody types."""

    def set_example(self, example: str) -> None:
        """What stands in the field while it is empty."""

    def start(self) -> None:
        """Take the keyboard."""
        self.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets that take the keyboard, in their order."""
        raise NotImplementedError


class _Line(FieldEditor):
    def __init__(self, field: FilmField) -> None:
        super().__init__()
        self._field = field
        self._line = QLineEdit()
        self._choices = QStringListModel(self)
        self._line.setAccessibleName(field.label)
        self._line.setPlaceholderText(field.example)
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
            completer = QCompleter(self._choices, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._line.setCompleter(completer)
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
        self._box.setAccessibleName(field.label)
        self._box.setPlaceholderText(field.example)
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


class _VersionLine(QWidget):
    """One version: its name when there are several, its run-time, and whether that is exact."""

    edited = Signal()
    finished = Signal()
    removed = Signal(object)

    def __init__(self, version: Version, *, alone: bool) -> None:
        super().__init__()
        self._version = version
        self.name = QLineEdit(version.name)
        self.name.setAccessibleName("Name of the version")
        self.name.setCursorPosition(0)
        self.length = QLineEdit(run_time_typed(version))
        self.length.setAccessibleName(f"Run-time of {version.name}")
        self.length.setPlaceholderText(_RUN_TIME_EXAMPLE if alone else "53:00")
        # Beside a name there is room for the time alone.
        example = _RUN_TIME_EXAMPLE if alone else "1:00:00"
        self.length.setFixedWidth(self.length.fontMetrics().horizontalAdvance(example) + 32)
        self.about = QCheckBox("approximate" if alone else APPROXIMATE)
        self.about.setAccessibleName(f"The run-time of {version.name} is approximate")
        self.about.setToolTip("Only the minutes are known, not the seconds")
        self.about.setChecked(version.approximate)
        self.drop = QToolButton()
        self.drop.setIcon(icon("remove"))
        self.drop.setToolTip(f"Remove the version “{version.name}”")
        self.drop.setAccessibleName(f"Remove the version {version.name}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.name, 1)
        for widget in (self.length, self.about, self.drop):
            layout.addWidget(widget)
        if alone:
            layout.addStretch()
        self.name.setVisible(not alone)
        self.drop.setVisible(not alone)
        self.name.textEdited.connect(self.edited)
        self.name.returnPressed.connect(self.finished)
        self.length.textEdited.connect(self._length_edited)
        self.length.returnPressed.connect(self.finished)
        self.about.clicked.connect(self.edited)
        self.drop.clicked.connect(lambda: self.removed.emit(self))

    def version(self) -> Version:
        name = " ".join(self.name.text().split())
        if not name:
            raise ProblemForUser("A version needs a name; please type one, such as “festival cut”.")
        seconds, _ = run_time(self.length.text())
        return replace(
            self._version,
            name=name,
            seconds=seconds,
            approximate=seconds is not None and self.about.isChecked(),
        )

    def _length_edited(self, typed: str) -> None:
        # Who types minutes does not know the seconds; the tick shows it, and can be taken away.
        try:
            seconds, approximate = run_time(typed)
        except ProblemForUser:
            pass
        else:
            self.about.setChecked(seconds is not None and approximate)
        self.edited.emit()


class _RunTimes(FieldEditor):
    """The versions of a film, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_VersionLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._add = QPushButton("Add a version")
        self._add.setFlat(True)
        self._add.setToolTip("Another cut with its own run-time")
        self._add.clicked.connect(self._add_version)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._rows, 0, 0, 1, 2)
        layout.addWidget(self._add, 1, 0, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(1, 1)

    def value(self) -> Value:
        versions = tuple(line.version() for line in self._lines)
        names = [version.name for version in versions]
        for name in names:
            if names.count(name) > 1:
                raise ProblemForUser(f"Two versions are called “{name}”; please give each its own name.")
        return versions

    def show_value(self, value: Value) -> None:
        versions = (
            [version for version in value if isinstance(version, Version)] if isinstance(value, tuple) else []
        )
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        alone = len(versions) == 1 and versions[0].name == Version().name
        for version in versions:
            line = _VersionLine(version, alone=alone)
            line.edited.connect(self.edited)
            line.finished.connect(self.finished)
            line.removed.connect(self._remove)
            self._rows.addWidget(line)
            self._lines.append(line)

    def start(self) -> None:
        if self._lines:
            self._lines[0].length.setFocus(Qt.FocusReason.OtherFocusReason)

    def widgets(self) -> tuple[QWidget, ...]:
        inputs: list[QWidget] = []
        for line in self._lines:
            inputs += [line.name, line.length, line.about, line.drop]
        return (*inputs, self._add)

    def allow_more(self, allowed: bool) -> None:  # noqa: FBT001 - Qt's own manner
        """Whether versions can be added."""
        self._add.setVisible(allowed)

    def _typed(self) -> list[Version] | None:
        try:
            return [line.version() for line in self._lines]
        except ProblemForUser:
            return None

    def _add_version(self) -> None:
        versions = self._typed()
        if versions is None:
            return
        self.show_value((*versions, Version(f"version {len(versions) + 1}")))
        self._lines[-1].name.setFocus()
        self._lines[-1].name.selectAll()
        self.edited.emit()

    def _remove(self, line: _VersionLine) -> None:
        versions = self._typed()
        if versions is None or len(versions) == 1:
            return
        del versions[self._lines.index(line)]
        self.show_value(tuple(versions))
        self.start()
        self.edited.emit()


def editor_for(field: FilmField, *, several: bool = True) -> FieldEditor:
    """The editor of a field; `several` allows to add versions."""
    if field.kind is Kind.RUN_TIMES:
        editor = _RunTimes()
        editor.allow_more(several)
        return editor
    return _Text(field) if field.kind is Kind.TEXT else _Line(field)
