"""The inspector's fields: durations, lines and longer texts that tell when something was given."""

from datetime import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.durations import clock_text, parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.plain import plain
from tourdesk.gui.programme.typed import parse_clock
from tourdesk.gui.theme import number_font, scaled

PAUSE = 600
"""Milliseconds without a key after which typed text is a step."""


class UndoOfTheScreen(QObject):
    """Keeps a field from taking Ctrl+Z for itself: on this screen it undoes the last step, whatever it was."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class LineField(QLineEdit):
    """One line. `given` comes once, when it is finished with another text than it had."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._had = ""
        self.setAccessibleName(name)
        self.installEventFilter(UndoOfTheScreen(self))
        self.editingFinished.connect(self.finish)

    def put(self, text: str) -> None:
        """Show a text, unless the field holds something that is not yet given."""
        pending, self._had = self.pending, text
        if not pending:
            if self.text() != text:
                self.setText(text)
                self.setCursorPosition(0)  # a long text is shown from its beginning
            self.setModified(False)

    @property
    def pending(self) -> bool:
        """Whether something was typed and not given yet."""
        return self.isModified() and self.text() != self._had

    def finish(self) -> None:
        """Give what was typed."""
        if self.isModified() and self.text() != self._had:
            self.setModified(False)
            self.given.emit(self.text())
        self.setModified(False)

    def take_back(self) -> None:
        """Show again what it had."""
        self.setText(self._had)
        self.setModified(False)

    def show_problem(self, *, wrong: bool) -> None:
        """Mark the field as wrong or right."""
        if bool(self.property("problem")) != wrong:
            self.setProperty("problem", wrong)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Cancel) and self.isModified():
            self.take_back()
        else:
            super().keyPressEvent(event)


class DurationField(LineField):
    """A duration. While it is typed `previewed` tells it; a problem goes to its label."""

    previewed = Signal(object)
    """Seconds as they are typed; None when the typing ended without a duration."""
    seconds_given = Signal(object)
    """Seconds, or None where an empty field is allowed."""

    def __init__(self, name: str, problem: "ProblemLabel", *, optional: bool = False) -> None:
        super().__init__(name)
        self._problem = problem
        self._optional = optional
        self.setFont(number_font(self.font()))
        self.textEdited.connect(self._typed)
        self.given.connect(self._given)

    def put_seconds(self, seconds: int | None) -> None:
        """Show a duration."""
        self.put("" if seconds is None else clock_text(seconds))
        if not self.isModified():
            self._problem.say("")
            self.show_problem(wrong=False)

    @property
    def seconds(self) -> int | None:
        """What stands in it; None when it is no duration."""
        try:
            return self._read(self.text())
        except ProblemForUser:
            return None

    def take_back(self) -> None:
        super().take_back()
        self._problem.say("")
        self.show_problem(wrong=False)
        self.previewed.emit(None)

    def _read(self, text: str) -> int | None:
        if self._optional and not text.strip():
            return None
        return parse_duration(text)

    def _typed(self, text: str) -> None:
        try:
            seconds = self._read(text)
        except ProblemForUser as problem:
            self._problem.say(problem.sentence)
            self.show_problem(wrong=True)
            return
        self._problem.say("")
        self.show_problem(wrong=False)
        self.previewed.emit(seconds)

    def _given(self, text: str) -> None:
        try:
            seconds = self._read(text)
        except ProblemForUser:
            # It stays as it was typed, with what is wrong below it, until it is right or taken back.
            self.setModified(True)
            self.previewed.emit(None)
            return
        self.seconds_given.emit(seconds)


class ClockField(LineField):
    """A clock time of the venue, or nothing; a problem goes to its label."""

    time_given = Signal(object)
    """A time, or None for an emptied field."""

    def __init__(self, name: str, problem: "ProblemLabel") -> None:
        super().__init__(name)
        self._problem = problem
        self.setFont(number_font(self.font()))
        self.given.connect(self._given)
        self.textEdited.connect(lambda _text: self._say(""))

    def put_time(self, at: time | None) -> None:
        """Show a time."""
        self.put("" if at is None else time_text(at))
        if not self.isModified():
            self._say("")

    def take_back(self) -> None:
        super().take_back()
        self._say("")

    def _given(self, text: str) -> None:
        try:
            at = parse_clock(text) if text.strip() else None
        except ProblemForUser as problem:
            # It stays as it was typed, with what is wrong below it, until it is right or taken back.
            self.setModified(True)
            self._say(problem.sentence)
            return
        self.time_given.emit(at)

    def _say(self, sentence: str) -> None:
        self._problem.say(sentence)
        self.show_problem(wrong=bool(sentence))


class TextField(QPlainTextEdit):
    """A longer text; it is given after a pause, and when the field is left."""

    given = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._had = ""
        self._lines = lines
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.finish)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.installEventFilter(UndoOfTheScreen(self))
        self.textChanged.connect(self._timer.start)
        self._fit()

    def put(self, text: str) -> None:
        """Show a text, unless the field holds something that is not yet given."""
        pending, self._had = self.pending, text
        if pending:
            return
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._timer.stop()

    @property
    def pending(self) -> bool:
        """Whether something was typed and not given yet."""
        return self.toPlainText() != self._had

    def finish(self) -> None:
        """Give what was typed."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._had:
            self._had = text
            self.given.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.finish()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines + 18)


class ProblemLabel(QLabel):
    """What is wrong with the field above it; takes no room while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.setVisible(False)

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(sentence)
        self.setVisible(bool(sentence))


def heading(text: str) -> QLabel:
    """The heading of a group of fields."""
    label = plain(QLabel(text))
    label.setFont(scaled(label.font(), 1.0, QFont.Weight.DemiBold))
    return label


def quiet(text: str = "") -> QLabel:
    """Second-rank words."""
    label = plain(QLabel(text))
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
