"""One field in the check: its value to type in, where it came from, and keep or take."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.editors import editor_for
from tourdesk.gui.films.edit.fields import BY_NAME, FilmField, Kind, shown
from tourdesk.gui.films.intake.draft import CHECKED, Choice, FilmDraft
from tourdesk.gui.films.intake.marks import Swatch
from tourdesk.gui.plain import plain
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import SMALL, SPACE_SMALL, SPACE_TINY
from tourdesk.library.films import Version

_SHORT = 90
_LINES = 6
"""The value, where it is from, what is wrong, what differs, which is taken, and the rest of the label."""
_WRAPPED = frozenset({Kind.SHOWINGS, Kind.LICENCES, Kind.SOURCES})
"""Fields whose labels are far longer than all others."""


class CheckRow(QFrame):
    """A field of the film that is checked; it takes the focus itself, its editor takes the typing."""

    focused = Signal(str)
    """This field is looked at."""
    typed = Signal(str)
    """Its value was typed: it is in the draft now."""
    chosen = Signal(str)
    """Keep or take was chosen."""
    done = Signal(str)
    """Enter was pressed while typing."""
    stepped = Signal(int)
    """An arrow was pressed: 1 for the next field, -1 for the one before."""
    left = Signal(str)
    """Esc was pressed while typing: what was typed here is taken back."""

    def __init__(self, field: FilmField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._draft: FilmDraft | None = None
        self.setObjectName("checkRow")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.editor = editor_for(field, several=False)
        self._label = QLabel(_(field.label))
        self._how = plain(QLabel())
        self._badge = QLabel(_("?  Please check"))
        self._problem = plain(QLabel())
        self._difference = plain(QLabel())
        self._keep = QPushButton(_("Keep what is known  (K)"))
        self._take = QPushButton(_("Take what was read  (T)"))
        self._choice = QWidget()
        self._build()
        self.editor.edited.connect(self._on_edited)
        self.editor.finished.connect(lambda: self.done.emit(self.field.name))
        self._watch()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_SMALL, SPACE_TINY, SPACE_SMALL, SPACE_TINY)
        grid.setHorizontalSpacing(SPACE_SMALL)
        grid.setVerticalSpacing(2)
        labels = label_width(self)
        grid.setColumnMinimumWidth(1, labels)
        wrapped = self.field.kind in _WRAPPED
        if wrapped:
            self._label.setWordWrap(True)
            self._label.setFixedWidth(labels)
            # What such a label needs more than its value is below all that is said about the value.
            grid.setRowStretch(_LINES - 1, 1)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        swatch = Swatch(self.field.name, self)
        swatch.setContentsMargins(0, 0, 0, 0)
        holder = QWidget(self)
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, SPACE_SMALL, 0, 0)
        inside.addWidget(swatch)
        grid.addWidget(holder, 0, 0, top)
        self._label.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self._label.setBuddy(self.editor.widgets()[0])
        grid.addWidget(self._label, 0, 1, _LINES if wrapped else 1, 1, top)
        grid.addWidget(self.editor, 0, 2)
        self._badge.setProperty("badge", "doubt")
        grid.addWidget(self._badge, 0, 3, top)
        self._badge.setContentsMargins(0, SPACE_TINY, 0, 0)
        for line, label in enumerate((self._how, self._problem, self._difference), 1):
            label.setWordWrap(True)
            label.setFont(scaled(self.font(), SMALL))
            grid.addWidget(label, line, 2, 1, 2)
        self._how.setProperty("role", "quiet")
        self._problem.setProperty("role", "error")
        self._build_choice()
        grid.addWidget(self._choice, 4, 2, 1, 2)

    def _build_choice(self) -> None:
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 2, 0, 2)
        group = QButtonGroup(self)
        for button, tip in (
            (self._keep, _("Save the known value (K)")),
            (self._take, _("Save the value of the page (T)")),
        ):
            button.setCheckable(True)
            button.setProperty("chip", "choice")
            button.setToolTip(tip)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self._keep.clicked.connect(self.keep)
        self._take.clicked.connect(self.take)

    def show_draft(self, draft: FilmDraft) -> None:
        """Show the field of another film, or of the same after a decision."""
        self._draft = draft
        self.editor.show_value(draft.value(self.field.name))
        self._watch()
        self._problem.hide()
        self._tell()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through: the row itself comes before what is in it."""
        return (self, *self.editor.widgets(), self._keep, self._take)

    @property
    def wrong(self) -> str:
        """What is wrong with what is typed; empty when nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    @property
    def asks(self) -> bool:
        """Whether it asks to be checked."""
        return not self._badge.isHidden()

    def keep(self) -> None:
        """Save what is known; nothing happens when nothing is known otherwise."""
        if self._draft is not None and self.differs:
            self._draft.keep(self.field.name)
            self._chosen()

    def take(self) -> None:
        """Save what was read; nothing happens when nothing is known otherwise."""
        if self._draft is not None and self.differs and self.field.name in self._draft.differing:
            self._draft.take(self.field.name)
            self._chosen()

    @property
    def differs(self) -> bool:
        """Whether the library knows another value."""
        draft = self._draft
        return (
            draft is not None
            and draft.comparison.known is not None
            and draft.choice(self.field.name) is not None
        )

    def complain(self, sentence: str) -> None:
        """Say what is wrong with this field."""
        self._problem.setText(f"⚠ {sentence}")
        self._problem.show()

    def start_typing(self) -> None:
        """Give the keyboard to the editor."""
        self.editor.start()

    # The names are Qt's.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Not left to the scroll area, which would scroll.
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit(self.field.name)
        self._set_active(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._set_active(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit(self.field.name)
            self._set_active(True)
        elif event.type() is QEvent.Type.FocusOut:
            self._set_active(False)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._take_back()
            return True
        # Enter is done with the field; it must not reach the panel, where it accepts the film.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(watched, QLineEdit):
            self.done.emit(self.field.name)
            return True
        return False

    def _watch(self) -> None:
        for widget in self.editor.widgets():
            widget.removeEventFilter(self)
            widget.installEventFilter(self)

    def _set_active(self, active: bool) -> None:  # noqa: FBT001 - Qt's own manner
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)

    def _take_back(self) -> None:
        if self._draft is not None:
            self._draft.take_back(self.field.name)
            self.show_draft(self._draft)
        self.left.emit(self.field.name)

    def _on_edited(self) -> None:
        if self._draft is None:
            return
        try:
            value = self.editor.value()
        except ProblemForUser as problem:
            self.complain(problem.sentence)
            return
        self._problem.hide()
        self._draft.type_in(self.field.name, value)
        self._tell()
        self.typed.emit(self.field.name)

    def _chosen(self) -> None:
        if self._draft is not None:
            self.show_draft(self._draft)
            self.chosen.emit(self.field.name)

    def _tell(self) -> None:
        draft, name = self._draft, self.field.name
        if draft is None:
            return
        how = draft.how(name)
        self._how.setText(how)
        self._how.setVisible(bool(how))
        self.editor.set_example(_("not on the page"))
        self._badge.setVisible(name in draft.doubtful)
        choice = draft.choice(name)
        self._difference.setVisible(self.differs)
        self._choice.setVisible(self.differs)
        if self.differs:
            read = next((d.read for d in draft.comparison.differences if d.field == name), None)
            known = _short(self.field, draft.known(name))
            self._difference.setText(
                _("known: {known}  →  read: {read}", known=known, read=_short(self.field, read))
            )
            self._keep.setChecked(choice is Choice.KEEP)
            self._take.setChecked(choice is Choice.TAKE)
            self._take.setVisible(name in draft.differing)
        said = {"field": self._label.text(), "value": shown(self.field, draft.value(name)) or _("empty")}
        asks = name in draft.doubtful
        self.setAccessibleName(
            _("{field}: {value}, please check", **said) if asks else _("{field}: {value}", **said)
        )
        self.setAccessibleDescription(how)


def label_width(widget: QWidget) -> int:
    """How wide the labels of all rows are, as values stand in one column."""
    fields = (BY_NAME[name] for name in CHECKED)
    labels = (_(field.label) for field in fields if field.kind not in _WRAPPED)
    return max(map(widget.fontMetrics().horizontalAdvance, labels)) + 4


def _short(field: FilmField, value: object) -> str:
    if field.kind is Kind.RUN_TIMES and isinstance(value, tuple):
        # A listing may name other copies and say the same of how long they last.
        return ", ".join(_with_copies(field, version) for version in value)
    text = " ".join(shown(field, value).split()) or _("nothing")  # type: ignore[arg-type]  # a field's own value
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _with_copies(field: FilmField, version: Version) -> str:
    copies = "; ".join(f"{copy.medium} {copy.format}".strip() or _("copy") for copy in version.copies)
    length = shown(field, (version,))
    return f"{length} ({copies})" if copies else length
