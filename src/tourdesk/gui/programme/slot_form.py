"""The slot of the night as fields: access, doors, start, curfew and get-out."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import Context
from tourdesk.gui.programme import words
from tourdesk.gui.programme.fields import ProblemLabel, quiet
from tourdesk.gui.theme import number_font
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.programming.slot import Slot, SlotTimes, slot_on
from tourdesk.touring.night import Screening


class TimeField(QTimeEdit):
    """A clock time at the venue."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setFont(number_font(self.font()))
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFixedWidth(110)

    @property
    def clock(self) -> time:
        """What it shows."""
        shown = self.time()
        return time(shown.hour(), shown.minute())


class SlotForm(QWidget):
    """Shows the slot of the context's night; a change is shown at once and saved when a field is finished."""

    slot_typed = Signal(object)
    """Slot: as it would be with what is being typed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Slot | None = None
        self.access = TimeField("Access from")
        self.doors = TimeField("Doors open")
        self.start = TimeField("Start")
        self.curfew = TimeField("Curfew: everybody is out")
        self.get_out = QSpinBox()
        self.get_out.setRange(0, 240)
        self.get_out.setSuffix(" min")
        self.get_out.setFont(number_font(self.get_out.font()))
        self.get_out.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.get_out.setFixedWidth(110)
        self.get_out.setAccessibleName("Get-out: minutes from the end of the programme to the curfew")
        self._curfew_day = quiet()
        self._must_end = quiet()
        self.problem = ProblemLabel()
        self._build()
        self.refresh()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE_SMALL)
        curfew = QHBoxLayout()
        curfew.addWidget(self.curfew)
        curfew.addWidget(self._curfew_day, 1)
        for label, field in (("&Access", self.access), ("D&oors", self.doors), ("&Start", self.start)):
            form.addRow(label, field)
        form.addRow(self._labelled("&Curfew", self.curfew), curfew)
        form.addRow("Ge&t-out", self.get_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self._must_end)
        for time_field in (self.access, self.doors, self.start, self.curfew):
            time_field.timeChanged.connect(self._typed)
            time_field.editingFinished.connect(self.finish)
        self.get_out.valueChanged.connect(self._typed)
        self.get_out.editingFinished.connect(self.finish)

    @staticmethod
    def _labelled(text: str, field: QWidget) -> QLabel:
        label = QLabel(text)
        label.setBuddy(field)
        return label

    def refresh(self) -> None:
        """Show the slot of the night as it is saved."""
        screening = self._context.screening
        slot = screening.slot if screening else None
        self.setEnabled(slot is not None)
        if slot is None or slot == self._shown:
            return
        self._shown = slot
        for field, instant in (
            (self.access, slot.access),
            (self.doors, slot.doors),
            (self.start, slot.start),
            (self.curfew, slot.curfew),
        ):
            local = slot.local(instant)
            field.blockSignals(True)
            field.setTime(QTime(local.hour, local.minute))
            field.blockSignals(False)
        self.get_out.blockSignals(True)
        self.get_out.setValue(slot.get_out_seconds // 60)
        self.get_out.blockSignals(False)
        self.problem.say("")
        self._say(slot)

    def finish(self) -> None:
        """Save the slot when it is another one than before."""
        screening, slot = self._context.screening, self._read()
        if screening is None or slot is None or slot == screening.slot:
            return
        self._save(replace(screening, slot=slot, night=slot.night), screening)

    def _save(self, wanted: Screening, before: Screening) -> None:
        def saved(screening: Screening) -> None:
            current = self._context.screening
            if current is not None and current.id == screening.id:
                self._context.work_on(screening)
            if wanted is not before:
                self._context.tell(
                    f"The slot of {screening.label} was changed.", "Undo", lambda: self._put_back(before)
                )

        touring = self._context.desks.touring
        self._context.tasks.run(
            "Saving the slot", lambda _progress: touring.save_screening(wanted), saved, self._failed
        )

    def _put_back(self, before: Screening) -> None:
        current = self._context.screening
        if current is not None and current.id == before.id:
            back = replace(current, slot=before.slot, night=before.night)
            self._save(back, back)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ProblemForUser):
            self.problem.say(error.sentence)
        else:
            self._context.tasks.problem.emit(error)

    def _typed(self) -> None:
        slot = self._read()
        if slot is not None:
            self._say(slot)
            self.slot_typed.emit(slot)

    def _read(self) -> Slot | None:
        """What the fields say; None, and the problem below them, when it is no slot."""
        screening = self._context.screening
        if screening is None:
            return None
        times = SlotTimes(
            self.doors.clock, self.start.clock, self.curfew.clock, self.access.clock, self.get_out.value()
        )
        try:
            slot = slot_on(screening.night, screening.slot.zone, times)
        except ProblemForUser as problem:
            self.problem.say(problem.sentence)
            return None
        self.problem.say("")
        return slot

    def _say(self, slot: Slot) -> None:
        other_day = slot.local(slot.curfew).date() != slot.local(slot.start).date()
        self._curfew_day.setText(words.day(slot, slot.curfew) if other_day else "")
        self._must_end.setText(f"The programme must end at {words.short_clock(slot, slot.must_end)}.")
