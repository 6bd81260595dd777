"""The versions of a film in its form: name, run-time, whether that is exact; and the copies of each."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.films.edit.field_editor import FieldEditor
from tourdesk.gui.films.edit.fields import run_time, run_time_typed
from tourdesk.gui.films.edit.row_kinds import COPIES
from tourdesk.gui.films.edit.rows_editor import RowsEditor
from tourdesk.gui.films.words import APPROXIMATE
from tourdesk.gui.icons import icon
from tourdesk.gui.plain import as_typed
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.library.comparing import Value
from tourdesk.library.films import Copy, Version


class _VersionBlock(QWidget):
    """One version: its name when there are several, its run-time, whether that is exact, and its copies."""

    edited = Signal()
    finished = Signal()
    removed = Signal(object)
    rebuilt = Signal()

    def __init__(self, version: Version, *, alone: bool, with_copies: bool) -> None:
        super().__init__()
        self._version = version
        self.name = QLineEdit(version.name)
        self.name.setAccessibleName(_("Name of the version"))
        self.name.setCursorPosition(0)
        self.length = QLineEdit(run_time_typed(version))
        self.length.setAccessibleName(_("Run-time of {name}", name=version.name))
        example = _("53:00 or 53 min") if alone else "53:00"
        self.length.setPlaceholderText(example)
        # Beside a name there is room for the time alone.
        widest = example if alone else "1:00:00"
        self.length.setFixedWidth(self.length.fontMetrics().horizontalAdvance(widest) + 32)
        self.about = QCheckBox(_("approximate") if alone else APPROXIMATE)
        self.about.setAccessibleName(_("The run-time of {name} is approximate", name=version.name))
        self.about.setToolTip(_("Only the minutes are known, not the seconds"))
        self.about.setChecked(version.approximate)
        self.drop = QToolButton()
        self.drop.setIcon(icon("remove"))
        said = _("Remove the version “{name}”", name=version.name)
        self.drop.setToolTip(as_typed(said))
        self.drop.setAccessibleName(said)
        self.copies = RowsEditor(COPIES) if with_copies else None
        self._build(alone=alone)
        self._connect()

    def _build(self, *, alone: bool) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE_SMALL)
        line.addWidget(self.name, 1)
        for widget in (self.length, self.about, self.drop):
            line.addWidget(widget)
        if alone:
            line.addStretch()
        self.name.setVisible(not alone)
        self.drop.setVisible(not alone)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(line)
        if self.copies is not None:
            self.copies.show_value(self._version.copies)
            self.copies.setContentsMargins(SPACE, 0, 0, 0)
            whole.addWidget(self.copies)

    def _connect(self) -> None:
        self.name.textEdited.connect(self.edited)
        self.name.returnPressed.connect(self.finished)
        self.length.textEdited.connect(self._length_edited)
        self.length.returnPressed.connect(self.finished)
        self.about.clicked.connect(self.edited)
        self.drop.clicked.connect(lambda: self.removed.emit(self))
        if self.copies is not None:
            self.copies.edited.connect(self.edited)
            self.copies.rebuilt.connect(self.rebuilt)

    def version(self) -> Version:
        """The version as it is typed. Raises ProblemForUser when it cannot be understood."""
        name = " ".join(self.name.text().split())
        if not name:
            raise ProblemForUser(_("A version needs a name; please type one, such as “festival cut”."))
        seconds, _about = run_time(self.length.text())
        return replace(
            self._version,
            name=name,
            seconds=seconds,
            approximate=seconds is not None and self.about.isChecked(),
            copies=self._typed_copies(),
        )

    def widgets(self) -> list[QWidget]:
        """What Tab goes through."""
        copies = self.copies.widgets() if self.copies is not None else ()
        return [self.name, self.length, self.about, self.drop, *copies]

    def _typed_copies(self) -> tuple[Copy, ...]:
        if self.copies is None:
            return self._version.copies
        value = self.copies.value()
        return tuple(copy for copy in value if isinstance(copy, Copy)) if isinstance(value, tuple) else ()

    def _length_edited(self, typed: str) -> None:
        # Who types minutes does not know the seconds; the tick shows it, and can be taken away.
        try:
            seconds, approximate = run_time(typed)
        except ProblemForUser:
            pass
        else:
            self.about.setChecked(seconds is not None and approximate)
        self.edited.emit()


class VersionsEditor(FieldEditor):
    """The versions of a film, a block each; with `several`, versions and copies can be added."""

    rebuilt = Signal()
    """What Tab can reach is other now."""

    def __init__(self, *, several: bool) -> None:
        super().__init__()
        self._several = several
        self._blocks: list[_VersionBlock] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._add = QPushButton(_("Add a version"))
        self._add.setFlat(True)
        self._add.setToolTip(_("Another cut with its own run-time"))
        self._add.clicked.connect(self._add_version)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._rows, 0, 0, 1, 2)
        layout.addWidget(self._add, 1, 0, Qt.AlignmentFlag.AlignLeft)
        # Only now: shown before it has its place, it would be a window of its own that takes the focus.
        self._add.setVisible(several)
        layout.setColumnStretch(1, 1)

    def value(self) -> Value:
        versions = tuple(block.version() for block in self._blocks)
        names = [version.name for version in versions]
        for name in names:
            if names.count(name) > 1:
                raise ProblemForUser(
                    _("Two versions are called “{name}”; please give each its own name.", name=name)
                )
        return versions

    def show_value(self, value: Value) -> None:
        versions = (
            [version for version in value if isinstance(version, Version)] if isinstance(value, tuple) else []
        )
        for block in self._blocks:
            self._rows.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = []
        alone = len(versions) == 1 and versions[0].name == Version().name
        for version in versions:
            block = _VersionBlock(version, alone=alone, with_copies=self._several)
            block.edited.connect(self.edited)
            block.finished.connect(self.finished)
            block.removed.connect(self._remove)
            block.rebuilt.connect(self.rebuilt)
            self._rows.addWidget(block)
            self._blocks.append(block)

    def start(self) -> None:
        if self._blocks:
            self._blocks[0].length.setFocus(Qt.FocusReason.OtherFocusReason)

    def widgets(self) -> tuple[QWidget, ...]:
        inputs: list[QWidget] = []
        for block in self._blocks:
            inputs += block.widgets()
        return (*inputs, self._add)

    def _typed(self) -> list[Version] | None:
        try:
            return [block.version() for block in self._blocks]
        except ProblemForUser:
            return None

    def _add_version(self) -> None:
        versions = self._typed()
        if versions is None:
            return
        self.show_value((*versions, Version(_("version {number}", number=len(versions) + 1))))
        self._blocks[-1].name.setFocus()
        self._blocks[-1].name.selectAll()
        self.edited.emit()

    def _remove(self, block: _VersionBlock) -> None:
        versions = self._typed()
        if versions is None or len(versions) == 1:
            return
        del versions[self._blocks.index(block)]
        self.show_value(tuple(versions))
        self.start()
        self.edited.emit()
