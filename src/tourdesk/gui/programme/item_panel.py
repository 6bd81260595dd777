"""The inspector of one item: what it is, how long, what is said and done at it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.gui.films.words import listed, run_time_spoken, run_time_text
from tourdesk.gui.programme import words
from tourdesk.gui.programme.fields import DurationField, LineField, ProblemLabel, TextField, heading, quiet
from tourdesk.gui.programme.findings_list import FindingsList
from tourdesk.gui.theme import number_font
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.library.films import Version
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import Finding, TimedItem
from tourdesk.programming.slot import Slot


class ItemPanel(QWidget):
    """Shows one item and tells what is to be changed about it. It changes nothing itself."""

    title_given = Signal(str, str)
    seconds_typed = Signal(str, object)
    seconds_given = Signal(str, object)
    gap_given = Signal(str, object)
    version_given = Signal(str, int)
    script_given = Signal(str, str)
    cue_given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._kind = quiet()
        self._directors = quiet()
        self._times = QLabel()
        self._times.setFont(number_font(self.font()))
        self.title = LineField("Title")
        self._film_title = heading("")
        self._film_title.setWordWrap(True)
        self.duration_problem = ProblemLabel()
        self.duration = DurationField("Duration", self.duration_problem)
        self._run_time = quiet()
        self.version = QComboBox()
        self.version.setAccessibleName("Version of the film")
        # As wide as there is room: a long name of a version must not push the fields out of sight.
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.version.setMinimumContentsLength(8)
        self._gap_problem = ProblemLabel()
        self.gap = DurationField("Gap after it", self._gap_problem, optional=True)
        self.script = TextField("Script for the MC", 6)
        self.cue = TextField("Cue for the projectionist", 3)
        self.findings = FindingsList()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setHorizontalSpacing(SPACE)
        self.form.setVerticalSpacing(SPACE_SMALL)
        self.form.addRow("T&itle", self.title)
        self.form.addRow("&Duration", self.duration)
        self.form.addRow(self.duration_problem)
        self.form.addRow("&Version", self.version)
        self.form.addRow("", self._run_time)
        self.form.addRow("&Gap after", self.gap)
        self.form.addRow(self._gap_problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self._kind)
        column.addWidget(self._film_title)
        column.addWidget(self._directors)
        column.addWidget(self._times)
        column.addSpacing(SPACE_SMALL)
        column.addLayout(self.form)
        column.addWidget(self.findings)
        column.addSpacing(SPACE_SMALL)
        for text, field in (("Script for the MC", self.script), ("Cue for the projectionist", self.cue)):
            label = heading(text)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addStretch()

    def _connect(self) -> None:
        self.title.given.connect(lambda text: self.title_given.emit(self._key, text))
        self.duration.previewed.connect(lambda seconds: self.seconds_typed.emit(self._key, seconds))
        self.duration.seconds_given.connect(lambda seconds: self.seconds_given.emit(self._key, seconds))
        self.gap.seconds_given.connect(lambda seconds: self.gap_given.emit(self._key, seconds))
        self.script.given.connect(lambda text: self.script_given.emit(self._key, text))
        self.cue.given.connect(lambda text: self.cue_given.emit(self._key, text))
        self.version.activated.connect(
            lambda place: self.version_given.emit(self._key, self.version.itemData(place))
        )

    @property
    def key(self) -> str:
        """The key of the item that is shown."""
        return self._key

    @property
    def fields(self) -> tuple[LineField | TextField, ...]:
        """Everything that can be typed into."""
        return self.title, self.duration, self.gap, self.script, self.cue

    def finish(self) -> None:
        """Give what is still being typed."""
        for field in self.fields:
            field.finish()

    def show_item(self, item: Item, timed: TimedItem, slot: Slot, usual_gap: int) -> None:
        """Show an item as it stands; `timed` is when it is run with what is being typed."""
        if item.key != self._key:
            self.finish()
            for field in (self.title, self.duration, self.gap):
                field.setModified(False)
            self._key = item.key
        film = item.kind is ItemKind.FILM
        self._kind.setText(words.KIND_WORDS[item.kind])
        self._film_title.setText(item.title)
        self._film_title.setVisible(film)
        self._directors.setText(listed(item.directors))
        self._directors.setVisible(bool(item.directors))
        self._times.setText(f"{words.clock(slot, timed.start)} – {words.clock(slot, timed.end)}")
        self.form.setRowVisible(self.title, not film)
        self.form.setRowVisible(self.duration, not film)
        self.form.setRowVisible(self.version, film)
        self.form.setRowVisible(self._run_time, film)
        self.title.put(item.title)
        self.duration.put_seconds(item.seconds)
        self._run_time.setText(run_time_spoken(item.seconds, item.approximate))
        self.gap.put_seconds(item.gap_after)
        self.gap.setPlaceholderText(f"{clock_text(usual_gap)}, as everywhere")
        self.script.put(item.script)
        self.cue.put(item.cue)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What was found about the item."""
        self.findings.show_findings([finding for finding in findings if finding.item == self._key])

    def show_versions(self, item: Item, versions: Sequence[Version]) -> None:
        """The versions that a film has."""
        self.version.clear()
        for version in versions:
            self.version.addItem(
                f"{version.name}  ·  {run_time_text(version.seconds, version.approximate)}", version.id
            )
        self.version.setCurrentIndex(max(self.version.findData(item.version_id), 0))
        self.version.setEnabled(len(versions) > 1)
