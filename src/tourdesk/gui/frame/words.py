"""How the frame names nights, in the locale's way."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.programming.slot import Slot
    from tourdesk.touring.night import Screening


def clock(at: datetime) -> str:
    """A clock time without seconds, of twenty-four hours as in running orders, on papers and in the fields where it is typed."""
    return f"{at:%H:%M}"


def night_text(screening: "Screening") -> str:
    """`Leura · Tue 18 May 2027 · 19:00`, in the venue's time."""
    start = screening.slot.local(screening.slot.start)
    pattern = _("ddd d MMM yyyy")
    day = QLocale().toString(QDate(start.year, start.month, start.day), pattern)
    return f"{screening.town} · {day} · {clock(start)}"


def place_text(screening: "Screening") -> str:
    """`Currawong Assembly Rooms, Great Hall`."""
    return ", ".join(part for part in (screening.venue.name, screening.hall.name) if part)


def slot_text(screening: "Screening") -> str:
    """`doors 18:30, curfew 21:45, 150 min to play`."""
    slot = screening.slot
    return _(
        "doors {doors}, curfew {curfew}, {length} to play",
        doors=clock(slot.local(slot.doors)),
        curfew=clock(slot.local(slot.curfew)),
        length=minutes_text(slot.seconds),
    )


def to_play(slot: "Slot") -> str:
    """`150 min to play: from 19:00 until 21:30 at the latest.`"""
    return _(
        "{length} to play: from {start} until {end} at the latest.",
        length=minutes_text(slot.seconds),
        start=clock(slot.local(slot.start)),
        end=clock(slot.local(slot.must_end)),
    )


def twice(slot: "Slot") -> list[str]:
    """A sentence for each clock time of the slot that comes twice, because the clocks go back in that night."""
    sentences = {
        (slot.local(instant), slot.local(instant).fold): None
        for instant in (slot.access, slot.doors, slot.start, slot.curfew)
        if slot.comes_twice(instant)
    }
    return [
        _("The clocks go back in this night: {at} comes twice, and the second one is meant.", at=clock(at))
        if fold
        else _(
            "The clocks go back in this night: {at} comes twice, and the first one is meant.", at=clock(at)
        )
        for at, fold in sentences
    ]
