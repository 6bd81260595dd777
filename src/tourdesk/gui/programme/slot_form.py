"""The slot of the night as fields: access, doors, start, curfew and get-out."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.frame.fields import TimeField, labelled
from tourdesk.gui.programme import words
from tourdesk.gui.programme.fields import ProblemLabel, quiet
from tourdesk.gui.theme import number_font
from tourdesk.gui.tokens import SPACE, SPACE_SMALL
from tourdesk.programming.findings import SlotField
from tourdesk.programming.slot import Slot, SlotTimes, slot_on
from tourdesk.touring.night import Screening


class SlotForm(QWidget):
    """Shows the slot of the context's night; a change is shown at once and saved when a field is finished."""

    slot_typed = Signal(object)
    """Slot: as it would be with what is being typed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Slot | None = None
        self.access, self.doors, self.start, self.curfew = (TimeField() for _each in range(4))
        self.get_out = QSpinBox()
        self.get_out.setRange(0, 240)
        self.get_out.setSuffix(_(" min"))
        self.get_out.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._must_end = quiet()
        self.problem = ProblemLabel()
        self._build()
        self.refresh()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE_SMALL)
        fields = (
            (_("&Access"), self.access, _("From when on the hall can be used")),
            (_("D&oors"), self.doors, _("When the audience is let in")),
            (_("&Start"), self.start, _("When the programme begins")),
            (
                _("&Curfew"),
                self.curfew,
                _("When everybody is out; before the start on the clock means the next day"),
            ),
            (_("Get-o&ut"), self.get_out, _("Minutes between the end of the programme and the curfew")),
        )
        for place, (name, field, tip) in enumerate(fields):
            field.setFont(number_font(field.font()))
            field.setToolTip(tip)
            grid.addWidget(labelled(name, field), place // 3, place % 3)
            field.editingFinished.connect(self.finish)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for time_field in (self.access, self.doors, self.start, self.curfew):
            time_field.timeChanged.connect(self._typed)
        self.get_out.valueChanged.connect(self._typed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_SMALL)
        whole.addLayout(grid)
        whole.addWidget(self.problem)
        whole.addWidget(self._must_end)

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
            blocked = QSignalBlocker(field)  # it is shown, not typed
            field.put(slot.local(instant).time())
            blocked.unblock()
        blocked = QSignalBlocker(self.get_out)
        self.get_out.setValue(slot.get_out_seconds // 60)
        blocked.unblock()
        self.problem.say("")
        self._say(slot)

    def begin(self, field: SlotField) -> None:
        """Put the keyboard into a field."""
        fields = {
            SlotField.ACCESS: self.access,
            SlotField.DOORS: self.doors,
            SlotField.START: self.start,
            SlotField.CURFEW: self.curfew,
            SlotField.GET_OUT: self.get_out,
        }
        fields[field].setFocus(Qt.FocusReason.ShortcutFocusReason)

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
                    _("The slot of {night} was changed.", night=screening.label),
                    _("Undo"),
                    lambda: self._put_back(before),
                )

        touring = self._context.desks.touring
        self._context.tasks.run(
            _("Saving the slot"), lambda _progress: touring.save_screening(wanted), saved, self._failed
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
            self.doors.value, self.start.value, self.curfew.value, self.access.value, self.get_out.value()
        )
        try:
            slot = slot_on(screening.night, screening.slot.zone, times)
        except ProblemForUser as problem:
            self.problem.say(problem.sentence)
            return None
        self.problem.say("")
        return slot

    def _say(self, slot: Slot) -> None:
        must_end = words.short_clock(slot, slot.must_end)
        if slot.local(slot.must_end).date() == slot.local(slot.start).date():
            said = _("The programme must end at {clock}.", clock=must_end)
        else:
            day = words.day(slot, slot.must_end)
            said = _("The programme must end at {clock} on {day}.", clock=must_end, day=day)
        self._must_end.setText(said)
