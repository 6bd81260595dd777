"""The inspector of one item: what it is, how long, what is said and done at it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.gui.films.words import listed, run_time_spoken, run_time_text
from tourdesk.gui.programme import words
from tourdesk.gui.programme.fields import (
    ClockField,
    DurationField,
    LineField,
    ProblemLabel,
    TextField,
    heading,
    quiet,
)
from tourdesk.gui.programme.findings_list import FindingsList
from tourdesk.gui.theme import number_font
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.library.films import Version
from tourdesk.programming.findings import title_of
from tourdesk.programming.nesting import hosts
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import Finding, TimedItem
from tourdesk.programming.slot import Slot


class ItemPanel(QWidget):
    """Shows one item and tells what is to be changed about it. It changes nothing itself."""

    title_given = Signal(str, str)
    seconds_typed = Signal(str, object)
    seconds_given = Signal(str, object)
    bounds_given = Signal(str, int, int)
    elastic_wanted = Signal(str)
    """It is to be elastic when it is fixed, and fixed when it is elastic."""
    pin_given = Signal(str, object)
    inside_given = Signal(str, str)
    """The item, and the intermission during which it is to run; none for on its own."""
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
        self.title = LineField(_("Title"))
        self._film_title = heading("")
        self._film_title.setWordWrap(True)
        self.duration_problem = ProblemLabel()
        self.duration = DurationField(_("Duration"), self.duration_problem)
        self.elastic = QCheckBox(_("Elastic"))
        self.elastic.setToolTip(_("It takes what is left of the evening, within its bounds"))
        self._bounds_problem = ProblemLabel()
        self.least = DurationField(_("At least"), self._bounds_problem)
        self.most = DurationField(_("At most"), self._bounds_problem)
        self._pin_problem = ProblemLabel()
        self.pin = ClockField(_("Starts at"), self._pin_problem)
        self.inside = QComboBox()
        self.inside.setAccessibleName(_("During which intermission"))
        self.inside.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.inside.setMinimumContentsLength(8)
        self._run_time = quiet()
        self.licence = quiet()
        self.licence.setToolTip(
            _("What its licence asks for this night: the fee, and the return on its takings")
        )
        self.version = QComboBox()
        self.version.setAccessibleName(_("Version of the film"))
        # As wide as there is room: a long name of a version must not push the fields out of sight.
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.version.setMinimumContentsLength(8)
        self._gap_problem = ProblemLabel()
        self.gap = DurationField(_("Gap after it"), self._gap_problem, optional=True)
        self.script = TextField(_("Script for the MC"), 6)
        self.cue = TextField(_("Cue for the projectionist"), 3)
        self.findings = FindingsList()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setHorizontalSpacing(SPACE)
        self.form.setVerticalSpacing(SPACE_SMALL)
        self.form.addRow(_("T&itle"), self.title)
        self.form.addRow(_("&Duration"), self.duration)
        self.form.addRow(self.duration_problem)
        self.form.addRow("", self.elastic)
        self.form.addRow(_("At &least"), self.least)
        self.form.addRow(_("At &most"), self.most)
        self.form.addRow(self._bounds_problem)
        self.form.addRow(_("&Version"), self.version)
        self.form.addRow("", self._run_time)
        self.form.addRow(_("Licence"), self.licence)
        self.form.addRow(_("&Gap after"), self.gap)
        self.form.addRow(self._gap_problem)
        self.form.addRow(_("&Starts at"), self.pin)
        self.form.addRow(self._pin_problem)
        self.form.addRow(_("D&uring"), self.inside)
        self.pin.setPlaceholderText(_("when it can"))
        self.pin.setToolTip(_("A clock time such as 20:00 pins it; empty: it follows what comes before"))
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
        for text, field in (
            (_("Script for the MC"), self.script),
            (_("Cue for the projectionist"), self.cue),
        ):
            label = heading(text)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addStretch()

    def _connect(self) -> None:
        self.title.given.connect(lambda text: self.title_given.emit(self._key, text))
        self.duration.previewed.connect(lambda seconds: self.seconds_typed.emit(self._key, seconds))
        self.duration.seconds_given.connect(lambda seconds: self.seconds_given.emit(self._key, seconds))
        self.elastic.clicked.connect(lambda: self.elastic_wanted.emit(self._key))
        for bound in (self.least, self.most):
            bound.seconds_given.connect(lambda _seconds: self._give_bounds())
        self.pin.time_given.connect(lambda at: self.pin_given.emit(self._key, at))
        self.inside.activated.connect(
            lambda place: self.inside_given.emit(self._key, self.inside.itemData(place))
        )
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
        return (
            *(self.title, self.duration, self.least, self.most),
            *(self.gap, self.pin, self.script, self.cue),
        )

    def finish(self) -> None:
        """Give what is still being typed."""
        for field in self.fields:
            field.finish()

    def show_item(self, item: Item, timed: TimedItem, slot: Slot, programme: Programme) -> None:
        """Show an item as it stands; `timed` is when it is run with what is being typed."""
        if item.key != self._key:
            self.finish()
            for field in (self.title, self.duration, self.least, self.most, self.gap, self.pin):
                field.setModified(False)
            self._key = item.key
        film = item.kind is ItemKind.FILM
        self._kind.setText(words.kind(item.kind))
        self._film_title.setText(item.title)
        self._film_title.setVisible(film)
        self._directors.setText(listed(item.directors))
        self._directors.setVisible(bool(item.directors))
        self._times.setText(f"{words.clock(slot, timed.start)} – {words.clock(slot, timed.end)}")
        self._show_row(self.title, shown=not film)
        self._show_length(item)
        self._show_place(item, programme)
        self._show_row(self.version, shown=film)
        self._show_row(self._run_time, shown=film)
        self.title.put(item.title)
        self._run_time.setText(run_time_spoken(item.seconds, item.approximate))
        self.gap.put_seconds(item.gap_after)
        self.gap.setPlaceholderText(_("{gap}, as everywhere", gap=clock_text(programme.gap_seconds)))
        self.script.put(item.script)
        self.cue.put(item.cue)

    def _show_row(self, field: QWidget, *, shown: bool) -> None:
        # Only where it changes: the form is laid out anew each time, and this runs at every keystroke.
        if self.form.isRowVisible(field) != shown:
            self.form.setRowVisible(field, shown)

    def _show_length(self, item: Item) -> None:
        fixed = item.version_id is None and not item.elastic
        self._show_row(self.duration, shown=fixed)
        self._show_row(self.elastic, shown=item.version_id is None)
        self.elastic.setChecked(item.elastic)
        for field, seconds in zip((self.least, self.most), item.bounds, strict=True):
            self._show_row(field, shown=item.elastic)
            field.put_seconds(seconds)
        self.duration.put_seconds(item.seconds)

    def _show_place(self, item: Item, programme: Programme) -> None:
        """When it is pinned, and during which intermission it runs: the one excludes the other."""
        self._show_row(self.pin, shown=item.inside is None)
        self.pin.put_time(item.pinned)
        there = hosts(programme.items)
        self._show_row(self.inside, shown=bool(there) and item.key not in there)
        offered = [(_("on its own"), "")]
        offered += [(title_of(one), one.key) for one in programme.items if one.key in there]
        if offered != [
            (self.inside.itemText(at), self.inside.itemData(at)) for at in range(self.inside.count())
        ]:
            self.inside.clear()
            for title, key in offered:
                self.inside.addItem(title, key)
        self.inside.setCurrentIndex(max(self.inside.findData(item.inside or ""), 0))

    def _give_bounds(self) -> None:
        """Both bounds as they stand; the one that was typed moves the other where they would cross."""
        least, most = self.least.seconds, self.most.seconds
        if least is None or most is None:
            return
        if self.most.hasFocus():
            least = min(least, most)
        self.bounds_given.emit(self._key, least, max(least, most))

    def show_licence(self, owed: str) -> None:
        """What is owed for this night; no line at all where nothing is."""
        self.licence.setText(owed)
        self._show_row(self.licence, shown=bool(owed))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What was found about the item."""
        self.findings.show_findings([finding for finding in findings if self._key in finding.items])

    def show_versions(self, item: Item, versions: Sequence[Version]) -> None:
        """The versions that a film has."""
        self.version.clear()
        for version in versions:
            self.version.addItem(
                f"{version.name}  ·  {run_time_text(version.seconds, version.approximate)}", version.id
            )
        self.version.setCurrentIndex(max(self.version.findData(item.version_id), 0))
        self.version.setEnabled(len(versions) > 1)
