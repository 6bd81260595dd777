"""The right side of the check: the fields of one film, walked through with the arrows."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.gui.films.edit.fields import BY_NAME, Kind, understood
from tourdesk.gui.films.intake.check_row import CheckRow, label_width
from tourdesk.gui.films.intake.draft import CHECKED, SELDOM, FilmDraft, State
from tourdesk.gui.films.intake.page_view import Marked
from tourdesk.gui.films.intake.stills_row import StillsRow
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.library.comparing import Value
from tourdesk.library.films import Version
from tourdesk.library.intake.readings import Evidence

STILLS = "stills"
"""The name under which it is told that stills were taken or left: they are no field of `Film`."""


class CheckFields(QWidget):
    """What the film is to the library, and a row for each field; one of them is looked at."""

    looked_at = Signal(str)
    decided = Signal(str)
    """A field was typed, kept, taken or confirmed; or the stills were."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: FilmDraft | None = None
        self._current = CHECKED[0]
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setContentsMargins(SPACE, 0, SPACE, 0)
        self.rows: dict[str, CheckRow] = {}
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(SPACE_SMALL, 0, SPACE_SMALL, SPACE_SMALL)
        self._rows.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(_("What was understood"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self._summary)
        column.addWidget(self._scroll, 1)
        for name in CHECKED:
            self._add_row(name)
        self.stills = StillsRow(tasks, label_width(self))
        self.stills.chosen.connect(lambda: self._on_decided(STILLS))
        self._rows.addWidget(self.stills)
        self._rows.addStretch()
        self._scroll.setWidget(self._page)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        # As wide as its rows: it scrolls up and down only.
        scroll_bar = self._scroll.verticalScrollBar().sizeHint().width()
        smallest = super().minimumSizeHint()
        return QSize(
            max(smallest.width(), self._page.minimumSizeHint().width() + scroll_bar), smallest.height()
        )

    def _add_row(self, name: str) -> None:
        row = CheckRow(BY_NAME[name])
        row.focused.connect(self._on_focused)
        row.typed.connect(self._on_decided)
        row.chosen.connect(self._on_decided)
        row.done.connect(self._on_done)
        row.left.connect(self._on_left)
        row.stepped.connect(self.step)
        self.rows[name] = row
        self._rows.addWidget(row)

    def show_draft(self, draft: FilmDraft) -> None:
        """Show another film, or the same after a change."""
        self._draft = draft
        for name, row in self.rows.items():
            row.show_draft(draft)
            row.setVisible(name not in SELDOM or not draft.is_empty(name) or name in draft.differing)
        self.stills.show_draft(draft)
        self.updateGeometry()
        self._tell()

    def start(self) -> None:
        """Look at what asks first: a doubtful field, a difference, or the title."""
        draft = self._draft
        if draft is not None:
            self.look_at(
                next(iter((*draft.doubtful, *(n for n in draft.differing if n in CHECKED), CHECKED[0])))
            )

    @property
    def current(self) -> str:
        """The field that is looked at."""
        return self._current

    def look_at(self, name: str) -> None:
        """Look at a field without typing in it."""
        self.rows[name].show()
        self.rows[name].setFocus(Qt.FocusReason.OtherFocusReason)
        # When texts have grown to their height: until then nothing is where it will be.
        QTimer.singleShot(0, self, self._bring_to_sight)

    def _bring_to_sight(self) -> None:
        self._scroll.ensureWidgetVisible(self.rows[self._current], 0, 40)

    def step(self, by: int) -> None:
        """Look at the next field, or the one before."""
        shown = [name for name in CHECKED if not self.rows[name].isHidden()]
        place = shown.index(self._current) + by
        if 0 <= place < len(shown):
            self.look_at(shown[place])

    def start_typing(self) -> None:
        """Type in the field that is looked at."""
        self.rows[self._current].start_typing()

    def keep(self) -> None:
        """Keep what is known of the field that is looked at, and look at the next difference."""
        self.rows[self._current].keep()
        self._go_to_next_difference()

    def take(self) -> None:
        """Take what was read of the field that is looked at, and look at the next difference."""
        self.rows[self._current].take()
        self._go_to_next_difference()

    def _go_to_next_difference(self) -> None:
        later = CHECKED[CHECKED.index(self._current) + 1 :]
        following = next((name for name in later if self.rows[name].differs), None)
        if self.rows[self._current].differs and following is not None:
            self.look_at(following)

    def go_to_wrong(self) -> bool:
        """Look at a field that cannot be understood, if there is one."""
        draft = self._draft
        if draft is not None and not draft.film.title.strip():
            self.rows["title"].complain(_("A film needs a title; please type one, or choose it in the page."))
        wrong = next((name for name in CHECKED if self.rows[name].wrong), None)
        if wrong is not None:
            self.look_at(wrong)
            self.rows[wrong].start_typing()
        return wrong is not None

    def go_to_doubt(self) -> bool:
        """Confirm the doubtful field that is looked at and look at the next one; whether one asked."""
        draft = self._draft
        if draft is None or not draft.doubtful:
            return False
        if self._current in draft.doubtful:
            draft.confirm(self._current)
            self.rows[self._current].show_draft(draft)
        if draft.doubtful:
            self.look_at(draft.doubtful[0])
        self._tell()
        self.decided.emit(self._current)
        return True

    def fill(self, name: str, text: str, span: tuple[int, int], *, add: bool) -> None:
        """Fill a field with a part of the page; what cannot be understood is said under the field."""
        draft = self._draft
        if draft is None:
            return
        start, end = span
        try:
            value = understood(BY_NAME[name], text[start:end])
        except ProblemForUser as problem:
            self.look_at(name)
            self.rows[name].complain(problem.sentence)
            return
        draft.type_in(
            name,
            _added(draft.value(name), value, BY_NAME[name].kind, add=add),
            Evidence(name, start, end, _("chosen in the page")),
        )
        self.rows[name].show_draft(draft)
        self._on_decided(name)
        self.look_at(name)

    def marked(self) -> list[Marked]:
        """The parts of the page that became fields of this film."""
        draft = self._draft
        if draft is None:
            return []
        return [Marked(name, e.start, e.end) for name in CHECKED for e in draft.evidence(name)]

    def offer_sections(self, sections: Sequence[str]) -> None:
        """The sections that are offered while one is typed."""
        self.rows["section"].editor.offer(sections)

    def _on_focused(self, name: str) -> None:
        self._current = name
        self.looked_at.emit(name)

    def _on_decided(self, name: str) -> None:
        self._tell()
        self.decided.emit(name)

    def _on_done(self, name: str) -> None:
        draft = self._draft
        if draft is None or self.rows[name].wrong:
            return
        draft.confirm(name)
        self.rows[name].show_draft(draft)
        self._on_decided(name)
        self.look_at(name)

    def _on_left(self, name: str) -> None:
        self._on_decided(name)
        self.look_at(name)

    def _tell(self) -> None:
        draft = self._draft
        if draft is None:
            return
        count = sum(1 for name in draft.differing if name in CHECKED)
        known = draft.comparison.known
        words = _("New film: it is not in the library yet.")
        if known is not None and count:
            words = n_(
                "In the library as “{title}”, with {n} difference: keep what is known, or take what was read.",
                "In the library as “{title}”, with {n} differences: keep what is known, or take what was read.",
                count,
                title=known.title,
            )
        elif known is not None:
            words = _("In the library as “{title}”; this page says nothing else.", title=known.title)
        sentences = [words]
        if draft.words_kept:
            fields = ", ".join(_(BY_NAME[name].label) for name in draft.words_kept)
            sentences.append(_("Your own words stay unless you take the others: {fields}.", fields=fields))
        if draft.state is State.SKIPPED:
            sentences.insert(0, _("Skipped."))
        if stills := len(draft.stills_taken):
            sentences.append(n_("{n} new still.", "{n} new stills.", stills))
        if doubts := len(draft.doubtful):
            sentences.append(n_("{n} field to check.", "{n} fields to check.", doubts))
        self._summary.setText(" ".join(sentences))


def _added(before: Value, value: Value, kind: Kind, *, add: bool) -> Value:
    """The new value of a field: beside what is there, or in its place; a run-time is the first version's."""
    if kind is Kind.RUN_TIMES and isinstance(before, tuple) and isinstance(value, tuple) and before:
        first, read = before[0], value[0]
        if isinstance(first, Version) and isinstance(read, Version):
            changed = replace(first, seconds=read.seconds, approximate=read.approximate)
            return (changed, *(version for version in before[1:] if isinstance(version, Version)))
    if add and isinstance(before, tuple) and isinstance(value, tuple):
        return tuple(dict.fromkeys((*before, *value)))
    return value
