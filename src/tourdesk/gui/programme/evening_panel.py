"""The inspector of the evening: its name, its totals, what was found, and the slot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.gui.actions import push_button
from tourdesk.gui.context import Context
from tourdesk.gui.programme import words
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.fields import DurationField, LineField, ProblemLabel, heading
from tourdesk.gui.programme.findings_list import FindingsList
from tourdesk.gui.programme.slot_form import SlotForm
from tourdesk.gui.theme import number_font
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.programming.running_order import RunningOrder
from tourdesk.programming.slot import Slot


class Totals(QWidget):
    """Parts, films, end and margin, as aligned figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is shown: words and figures."""
        return [(name.text(), figure.text()) for name, figure in self._labels if name.isVisibleTo(self)]

    def show_order(self, order: RunningOrder, slot: Slot) -> None:
        """Show the totals of a running order."""
        if not order.items:
            self._show([(_("Left"), clock_text(order.margin), "")])
            return
        parts = len(order.parts)
        lines = [
            (
                f"{words.part(part.number, parts)} ({words.films(part.films)})",
                clock_text(part.seconds),
                "",
            )
            for part in order.parts
        ]
        end = words.clock(slot, order.end)
        role = "error" if order.margin < 0 else ""
        lines += [
            (n_("The one film", "All {n} films", order.films), clock_text(order.film_seconds), ""),
            (_("The whole evening"), clock_text(order.seconds), ""),
            (_("Ends"), end if order.exact else _("about {clock}", clock=end), ""),
            (_("Over") if order.margin < 0 else _("Left"), clock_text(abs(order.margin)), role),
        ]
        self._show(lines)

    def _show(self, lines: list[tuple[str, str, str]]) -> None:
        while len(self._labels) < len(lines):
            name, figure = QLabel(), QLabel()
            name.setProperty("role", "quiet")
            figure.setFont(number_font(self.font(), 1.0, QFont.Weight.DemiBold))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            row = len(self._labels)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(figure, row, 1)
            self._labels.append((name, figure))
        for place, (name, figure) in enumerate(self._labels):
            there = place < len(lines)
            name.setVisible(there)
            figure.setVisible(there)
            if there:
                name.setText(lines[place][0])
                figure.setText(lines[place][1])
                if figure.property("role") != lines[place][2]:
                    figure.setProperty("role", lines[place][2])
                    figure.style().polish(figure)


class EveningPanel(QWidget):
    """Shown while no item is selected."""

    item_wanted = Signal(str)

    def __init__(self, builder: Builder, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self.name_problem, gap_problem = ProblemLabel(), ProblemLabel()
        self.name = LineField(_("Name of the programme"))
        self.gap = DurationField(_("Gap between neighbours"), gap_problem)
        self.totals = Totals()
        self.findings = FindingsList()
        self._findings_heading = heading(_("Findings"))
        self._findings_column = QVBoxLayout()
        self.slot = SlotForm(context)
        self._programme = QWidget()
        self._build(gap_problem)
        self.name.given.connect(self._rename)
        self.name.textEdited.connect(lambda _text: self._name_is(""))
        self.gap.seconds_given.connect(builder.set_usual_gap)
        self.gap.previewed.connect(builder.preview_usual_gap)
        self.findings.item_wanted.connect(self.item_wanted)
        self.slot.slot_typed.connect(builder.draft.put_on)

    def _build(self, gap_problem: ProblemLabel) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE_SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("&Name"), self.name)
        form.addRow(self.name_problem)
        form.addRow(_("&Gap"), self.gap)
        form.addRow(gap_problem)
        self.gap.setToolTip(_("Between neighbours of a part, unless an item says otherwise"))
        upper = QVBoxLayout(self._programme)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(SPACE_SMALL)
        upper.addWidget(heading(_("The evening")))
        upper.addWidget(self.totals)
        upper.addSpacing(SPACE_SMALL)
        upper.addWidget(self._findings_heading)
        upper.addWidget(self.findings)
        upper.addLayout(self._findings_column)
        upper.addSpacing(SPACE_SMALL)
        upper.addWidget(heading(_("Programme")))
        upper.addLayout(form)
        upper.addSpacing(SPACE_SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self._programme)
        column.addWidget(heading(_("Slot")))
        column.addWidget(self.slot)
        column.addStretch(1)

    def offer(self, action: QAction) -> None:
        """Offer something to be done about the findings, below them, while the action is visible."""
        self.cure = push_button(action, self._programme)
        self._findings_column.addWidget(self.cure, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the draft as it stands."""
        draft = self._builder.draft
        order, slot = draft.order, draft.slot
        self._programme.setVisible(order is not None)
        if order is not None and slot is not None:
            self.totals.show_order(order, slot)
            self.findings.show_findings(order.findings)
            self._findings_heading.setVisible(bool(order.findings))
            self.name.put(draft.programme.name)
            self.gap.put_seconds(draft.programme.gap_seconds)
        self.slot.refresh()

    @property
    def fields(self) -> tuple[LineField, ...]:
        """Everything of the programme that can be typed into."""
        return self.name, self.gap

    def finish(self) -> None:
        """Give what is still being typed."""
        for field in self.fields:
            field.finish()

    def _rename(self, name: str) -> None:
        try:
            self._builder.rename(name)
        except ProblemForUser as problem:
            self._name_is(problem.sentence)

    def _name_is(self, problem: str) -> None:
        self.name_problem.say(problem)
        self.name.show_problem(wrong=bool(problem))
