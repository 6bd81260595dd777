"""Several films edited at once: what they have in common is shown, only what is typed is written."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.films.edit.editors import editor_for
from tourdesk.gui.films.edit.field_editor import FieldEditor
from tourdesk.gui.films.edit.fields import BY_NAME, FilmField, Kind
from tourdesk.gui.films.edit.many import SHARED, Several, Wanted
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.plain import plain
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SPACE_SMALL
from tourdesk.library.films import Film

_ADD = FilmField("add tags", later("Add tags"), Kind.NAMES, later("to each of these films"))
_GIVE = FilmField("give licences", later("Give a licence"), Kind.LICENCES)
_REMOVE = FilmField("remove tags", later("Remove tags"), Kind.NAMES, later("from those that have them"))


class ManyForm(QScrollArea):
    """The fields of several films; one that is not touched stays as it is in each of them."""

    rebuilt = Signal()
    """What Tab can reach is other now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Edit several films"))
        self.films: tuple[Film, ...] = ()
        self._touched: set[str] = set()
        self._editors: dict[str, FieldEditor] = {}
        self._problems: dict[str, QLabel] = {}
        self._head = plain(QLabel())
        self._head.setFont(scaled(self.font(), LARGE))
        self._head.setWordWrap(True)
        self._hint = QLabel(_("Only what you type here is written, to each of them."))
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._common = plain(QLabel())
        self._common.setProperty("role", "quiet")
        self._common.setWordWrap(True)
        self._build()

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 4, 20, 24)
        column.addWidget(self._head)
        column.addWidget(self._hint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for field in (*(BY_NAME[name] for name in SHARED), _ADD, _REMOVE, _GIVE):
            self._add_row(grid, field)
        column.addLayout(grid)
        column.addWidget(self._common)
        column.addStretch()
        self.setWidget(page)

    def _add_row(self, grid: QGridLayout, field: FilmField) -> None:
        editor = editor_for(field)
        editor.edited.connect(lambda name=field.name: self._touched.add(name))
        if isinstance(editor, LicencesEditor):
            editor.rebuilt.connect(self.rebuilt)
        label = QLabel(_(field.label))
        label.setProperty("role", "quiet")
        label.setContentsMargins(0, SPACE_SMALL, 0, 0)
        label.setBuddy(editor.widgets()[0])
        problem = plain(QLabel())
        problem.setProperty("role", "error")
        problem.setWordWrap(True)
        problem.hide()
        line = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        if field.kind is Kind.LICENCES:
            # A table needs the whole width: its name stands above it.
            grid.addWidget(label, line, 0, 1, 2, top | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(editor, line + 1, 0, 1, 2)
        else:
            grid.addWidget(label, line, 0, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(editor, line, 1)
        grid.addWidget(problem, line + 2, 1)
        self._editors[field.name] = editor
        self._problems[field.name] = problem

    def edit(self, several: Several, sections: Sequence[str] = (), currency: str = "EUR") -> None:
        """Start from several films as they are; fees that name no currency are in `currency`."""
        self.films = several.films
        self._touched = set()
        self._head.setText(n_("{n:,} film", "{n:,} films", len(self.films)))
        for name in SHARED:
            self._editors[name].show_value(several.alike.get(name))
            self._editors[name].set_example("" if name in several.alike else _("several values"))
        self._licences.count_in(currency)
        for name in (_ADD.name, _REMOVE.name, _GIVE.name):
            self._editors[name].show_value(())
        for problem in self._problems.values():
            problem.hide()
        self._editors["section"].offer(sections)
        tags = ", ".join(several.tags)
        self._common.setText(_("Tags of these films: {tags}", tags=tags) if tags else "")
        self._editors["section"].start()

    @property
    def changed(self) -> bool:
        """Whether anything was typed."""
        return bool(self._touched)

    def wanted(self) -> Wanted:
        """What is to be written. Raises ProblemForUser, told under its field, when something cannot be understood."""
        values: dict[str, Any] = {}
        for name in self._editors:
            if name not in self._touched:
                continue
            try:
                values[name] = self._editors[name].value()
            except ProblemForUser as problem:
                self._problems[name].setText(f"⚠ {problem.sentence}")
                self._problems[name].show()
                self._editors[name].start()
                raise
            self._problems[name].hide()
        more, less, licences = (values.pop(field.name, ()) for field in (_ADD, _REMOVE, _GIVE))
        return Wanted(values, more, less, licences)

    @property
    def _licences(self) -> LicencesEditor:
        editor = self._editors[_GIVE.name]
        assert isinstance(editor, LicencesEditor)  # noqa: S101 - the editor of its kind
        return editor

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field, or of `add tags`, `remove tags` and `give licences`."""
        return self._editors[name]

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, from top to bottom."""
        return [widget for editor in self._editors.values() for widget in editor.widgets()]
