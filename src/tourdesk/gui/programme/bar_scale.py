"""The slot to scale: which stretch of the night is drawn, and where on it everything lies."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tourdesk.foundation.language import _
from tourdesk.gui.programme import words
from tourdesk.programming.running_order import RunningOrder
from tourdesk.programming.slot import Slot

BEFORE_START = timedelta(minutes=40)
"""How much is drawn of the time before the start: doors opened long before would squeeze the films."""

AIR = timedelta(minutes=3)
"""A little air at both ends, so that doors and curfew are lines and no edges."""

TICK_MINUTES = (5, 10, 15, 30, 60, 120)


@dataclass(frozen=True, slots=True)
class Scale:
    """Instants to places on a line of `width` that begins at `left`."""

    first: datetime
    last: datetime
    left: float
    width: float

    def x(self, instant: datetime) -> float:
        """Where an instant lies; what is earlier than the scale lies at its left end, what is later at its right."""
        inside = min(max(instant, self.first), self.last)
        return self.left + self.width * ((inside - self.first) / (self.last - self.first))

    def wide(self, seconds: float) -> float:
        """How wide so many seconds are."""
        return self.width * seconds / (self.last - self.first).total_seconds()


@dataclass(frozen=True, slots=True)
class Mark:
    """A fixed instant of the slot with its word; `earlier` when it lies before the drawn stretch."""

    name: str
    word: str
    clock: str
    instant: datetime
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A round clock time on the axis; `note` is what is special about it: a new date, a change of the clocks."""

    instant: datetime
    text: str
    note: str = ""


def scale_for(slot: Slot, order: RunningOrder | None, left: float, width: float) -> Scale:
    """The stretch from shortly before the start to the curfew, or to the end when that is later."""
    first = max(slot.doors, slot.start - BEFORE_START) - AIR
    ends = [slot.curfew, slot.start + timedelta(minutes=30)]
    if order is not None:
        ends.append(order.end)
    return Scale(first, max(ends) + AIR, left, max(width, 1.0))


def marks_of(slot: Slot, scale: Scale) -> tuple[Mark, ...]:
    """Doors, start, must-end and curfew; the last two are one mark when there is no get-out."""
    times = [("doors", _("doors"), slot.doors), ("start", _("start"), slot.start)]
    if slot.get_out_seconds:
        times += [("must_end", _("must end"), slot.must_end), ("curfew", _("curfew"), slot.curfew)]
    else:
        times.append(("curfew", _("curfew"), slot.curfew))
    return tuple(
        Mark(name, word, words.short_clock(slot, instant), instant, instant < scale.first)
        for name, word, instant in times
    )


def has_notes(slot: Slot, scale: Scale) -> bool:
    """Whether the drawn stretch has a midnight or a change of the clocks in it."""
    first, last = slot.local(scale.first), slot.local(scale.last)
    return first.date() != last.date() or first.utcoffset() != last.utcoffset()


def goes_back(slot: Slot, scale: Scale) -> bool:
    """Whether the clocks go back in the drawn stretch: then its times need more room, for the zone's letters."""
    first, last = slot.local(scale.first).utcoffset(), slot.local(scale.last).utcoffset()
    return first is not None and last is not None and last < first


def ticks_of(slot: Slot, scale: Scale, apart: float) -> tuple[Tick, ...]:
    """Round clock times at least `apart` from each other, midnight and clock changes among them."""
    step = next((minutes for minutes in TICK_MINUTES if scale.wide(minutes * 60) >= apart), TICK_MINUTES[-1])
    ticks: list[Tick] = []
    # Walked in small steps on the venue's clock: that stays right when the clocks change in between.
    first = scale.first.replace(second=0, microsecond=0)
    instant = first + timedelta(minutes=-first.minute % TICK_MINUTES[0])
    before = instant
    while instant <= scale.last:
        local = slot.local(instant)
        change = words.clock_change(slot, before, instant)
        midnight = local.hour == 0 and local.minute == 0
        if change or ((local.hour * 60 + local.minute) % step == 0):
            note = change or (words.day(slot, instant) if midnight else "")
            ticks.append(Tick(instant, words.short_clock(slot, instant), note))
        before = instant
        instant += timedelta(minutes=TICK_MINUTES[0])
    return tuple(ticks)
