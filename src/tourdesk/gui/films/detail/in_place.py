"""A value of a film that is read, and typed where it stands: a click or F2, Enter keeps it, Esc leaves it as it was."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.editors import editor_for
from tourdesk.gui.films.edit.field_editor import FieldEditor
from tourdesk.gui.films.edit.fields import FilmField, Kind, shown
from tourdesk.gui.plain import plain
from tourdesk.gui.roles import Role, known_as
from tourdesk.library.comparing import Value

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_START = {*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Space}


class _Reading(QLabel):
    """The value as it is read; a click that chooses no text begins to edit."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pressed = QPointF()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # The names are Qt's.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        if event.button() is Qt.MouseButton.LeftButton and moved < QApplication.startDragDistance():
            self.clicked.emit()


class InPlace(QWidget):
    """One field of the film that is shown."""

    changed = Signal(str, object)
    """Field and value: something else was typed."""
    ended = Signal()
    """Nobody types here any more."""

    def __init__(
        self, field: FilmField, value: Value, unknown: str = "", offered: Sequence[str] = ()
    ) -> None:
        super().__init__()
        known_as(self, Role.Button)
        self.field = field
        self._offered = offered
        self._value = value
        self._editor: FieldEditor | None = None
        self.setObjectName("inPlace")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = shown(field, value)
        self.words = _Reading()
        self.words.setText(words or unknown)
        if field.kind is not Kind.TEXT:
            # Beside its label, also what is written from the right; texts are pages of their own.
            self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.words.clicked.connect(self.start)
        self.words.setToolTip(_("{label}: click or F2 to change it", label=_(field.label)))
        if not words:
            self.words.setProperty("role", "quiet")
        self.setAccessibleName(f"{_(field.label)}: {words or unknown}")
        self._problem = plain(QLabel())
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.words)
        self._column.addWidget(self._problem)

    def dress(self, font: QFont, role: str = "") -> None:
        """Set the face of the value, and its rank among words."""
        self.words.setFont(font)
        if role and not self.is_empty:
            self.words.setProperty("role", role)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self._value

    @property
    def editing(self) -> bool:
        """Whether the value is being typed."""
        return self._editor is not None

    @property
    def editor(self) -> FieldEditor | None:
        """Where it is typed, while it is."""
        return self._editor

    def start(self) -> None:
        """Type the value."""
        if self._editor is not None:
            return
        editor = editor_for(self.field, several=False)
        editor.show_value(self._value)
        editor.offer(self._offered)
        editor.finished.connect(self.finish)
        editor.edited.connect(self._problem.hide)
        for widget in editor.widgets():
            widget.installEventFilter(self)
        self._editor = editor
        self.words.hide()
        self._column.insertWidget(0, editor)
        # Shown now, not with the next turn of events: it takes the keyboard.
        editor.show()
        editor.start()
        line = self.focusWidget()
        if isinstance(line, QLineEdit):
            line.selectAll()
        if self.field.kind is Kind.TEXT:
            editor.setToolTip(_("Ctrl+Enter keeps it, Esc leaves it as it was"))

    def finish(self) -> None:
        """Keep what is typed; what cannot be understood is said and stays."""
        if self._editor is None:
            return
        try:
            value = self._editor.value()
        except ProblemForUser as problem:
            self._problem.setText(f"⚠ {problem.sentence}")
            self._problem.show()
            return
        if value != self._value:
            self.words.setText(shown(self.field, value))
            self.changed.emit(self.field.name, value)
        self._stop()

    def cancel(self) -> None:
        """Leave the value as it was."""
        if self._editor is not None:
            self._stop()

    # The names are Qt's.

    def event(self, event: QEvent) -> bool:
        # F2 alone would edit the whole film: the screen has a shortcut for it.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _START and self._editor is None:
            self.start()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus():
            # A ground and a line, not a frame: the words begin at the very edge, as all on the page do.
            painter, palette = QPainter(self), self.palette()
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Highlight))
            line = QRect(0, self.height() - 2, self.width(), 2)
            painter.fillRect(line, palette.color(QPalette.ColorRole.Accent))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.FocusOut:
            # When the focus has arrived where it goes.
            QTimer.singleShot(0, self, self._on_left)
        elif isinstance(event, QKeyEvent) and event.key() in _ENTER and isinstance(watched, QLineEdit):
            if event.type() is QEvent.Type.KeyPress:
                # Not left to the line, which would hand Enter on: here it begins to edit.
                self.finish()
                return True
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.cancel()
                return True
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is self or self.isAncestorOf(focus))
        # A completer's list or a menu takes the focus only for a moment.
        if self._editor is not None and not inside and QApplication.activePopupWidget() is None:
            self.finish()

    def _stop(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = self.isAncestorOf(focus) if (focus := QApplication.focusWidget()) else False
            for widget in editor.widgets():
                widget.removeEventFilter(self)
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._problem.hide()
        self.words.show()
        self.ended.emit()
