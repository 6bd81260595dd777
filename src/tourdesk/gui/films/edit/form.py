"""A film's fields to type in: each with its label, and what is wrong with it under it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.editors import editor_for
from tourdesk.gui.films.edit.field_editor import FieldEditor
from tourdesk.gui.films.edit.fields import BY_NAME, FIELDS, FilmField, Kind
from tourdesk.gui.films.edit.rows_editor import RowsEditor
from tourdesk.gui.films.edit.versions_editor import VersionsEditor
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.films.stills.editor import StillsEditor
from tourdesk.gui.plain import plain
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.library.comparing import Value
from tourdesk.library.films import Film, Still


class _Row:
    """A label, its editor, and the line that says what is wrong."""

    def __init__(self, field: FilmField, editor: FieldEditor) -> None:
        self.field = field
        self.editor = editor
        self.label = QLabel(_(field.label))
        self.label.setProperty("role", "quiet")
        # In line with the first line of the editor beside it.
        self.label.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self.label.setBuddy(editor.widgets()[0])
        self.problem = plain(QLabel())
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()

    def value(self) -> Value:
        try:
            value = self.editor.value()
        except ProblemForUser as problem:
            self.problem.setText(f"⚠ {problem.sentence}")
            self.problem.show()
            raise
        self.problem.hide()
        return value


_WIDE = (Kind.RUN_TIMES, Kind.SHOWINGS, Kind.LICENCES, Kind.SOURCES)
"""Tables need the whole width: their name stands above them."""


def _lay_out(grid: QGridLayout, row: _Row) -> None:
    line = grid.rowCount()
    top = Qt.AlignmentFlag.AlignTop
    if row.field.kind in _WIDE:
        grid.addWidget(row.label, line, 0, 1, 2, top | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(row.editor, line + 1, 0, 1, 2)
        grid.addWidget(row.problem, line + 2, 0, 1, 2)
    else:
        grid.addWidget(row.label, line, 0, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(row.editor, line, 1)
        grid.addWidget(row.problem, line + 1, 1)


class FilmForm(QScrollArea):
    """The fields of one film, and its still."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Edit the film"))
        self._film = Film("")
        self._shown: dict[str, Value] = {}
        self._rows: dict[str, _Row] = {}
        self._page = QWidget()
        self.stills = StillsEditor(tasks)
        self.setWidget(self._page)
        self._build()

    rebuilt = Signal()
    """What Tab can reach is other now."""

    def _build(self) -> None:
        page = QVBoxLayout(self._page)
        page.setContentsMargins(20, 4, 20, 24)
        page.addWidget(self.stills)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for field in FIELDS:
            row = _Row(field, editor_for(field))
            self._rows[field.name] = row
            if isinstance(row.editor, RowsEditor | VersionsEditor | LicencesEditor):
                row.editor.rebuilt.connect(self.rebuilt)
            _lay_out(grid, row)
        page.addLayout(grid)
        page.addStretch()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        # As wide as its fields: it scrolls up and down only.
        scroll_bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + scroll_bar, super().minimumSizeHint().height())

    def edit(self, film: Film, stills: tuple[Still, ...] = (), currency: str = "EUR") -> None:
        """Start from a film as it is; fees that name no currency are in `currency`."""
        licences = self.editor("licences")
        if isinstance(licences, LicencesEditor):
            licences.count_in(currency)
        self._start_from(film)
        for name, row in self._rows.items():
            row.editor.show_value(getattr(film, name))
            row.problem.hide()
        self.stills.edit(stills)
        # Several versions need more room than one.
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)
        self._rows["title"].editor.start()

    def go_to(self, name: str) -> None:
        """Put the focus into a field, or to the stills when it is `still`."""
        if name == "still":
            self.stills.buttons[0].setFocus()
        else:
            self.editor(name).start()

    def film(self) -> Film:
        """The film as it is typed. Raises ProblemForUser, told under its field, when a field cannot be understood."""
        values: dict[str, Value] = {}
        problems: list[tuple[_Row, ProblemForUser]] = []
        for name, row in self._rows.items():
            try:
                values[name] = row.value()
            except ProblemForUser as told:
                problems.append((row, told))
        if problems:
            row, problem = problems[0]
            row.editor.start()
            # When the sentence under the field has found its place.
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(row.problem))
            raise problem
        return replace(self._film, **values)  # type: ignore[arg-type]  # each value came from the field of that name

    @property
    def before(self) -> Film:
        """The film as it was before it was edited."""
        return self._film

    def take_theirs(self, now: Film, clashes: Sequence[str]) -> None:
        """Another desk saved the film as it is `now`: show its values, and in the fields that only we changed ours."""
        for name, row in self._rows.items():
            if name in clashes or not self._touched(name):
                row.editor.show_value(getattr(now, name))
        self._start_from(now)

    def keep_mine(self, now: Film) -> None:
        """Go on from the film as it is `now`, with what is typed here in all fields that were changed here.

        Raises ProblemForUser when a field cannot be understood.
        """
        self.film()
        for name, row in self._rows.items():
            if not self._touched(name):
                row.editor.show_value(getattr(now, name))
        self._start_from(now)

    def _touched(self, name: str) -> bool:
        try:
            return self._rows[name].editor.value() != self._shown[name]
        except ProblemForUser:
            # The title of a new film that nobody has typed cannot be understood either.
            return name != "title" or bool(self._shown[name])

    def _start_from(self, film: Film) -> None:
        self._film = film
        self._shown = {name: getattr(film, name) for name in self._rows}

    @property
    def changed(self) -> bool:
        """Whether anything is typed or chosen otherwise than it was; what cannot be understood counts."""
        if self.stills.change is not None:
            return True
        return any(self._touched(name) for name in self._rows)

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return [
            *self.stills.tab_stops,
            *(widget for row in self._rows.values() for widget in row.editor.widgets()),
        ]

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self._rows[BY_NAME[name].name].editor
