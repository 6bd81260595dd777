"""The running order: from a programme and a slot to clock times, totals, margins and findings.

A pure function, quick enough for every keystroke. A part's length is its items plus the gaps
between neighbours and what is waited for pinned items; the evening is all parts and the intermissions between them.
The gap after the last item of a part, and after an intermission, is nothing unless the item itself names one; after
the last item of the evening there is none at all. A stretch without items, before or between or after
intermissions, is no part; the rules say that an intermission is out of place there.
"""

from dataclasses import dataclass
from datetime import datetime

from tourdesk.programming.checking import check
from tourdesk.programming.event import UNKNOWN, Event
from tourdesk.programming.findings import Evening, Finding, Severity, WayOut
from tourdesk.programming.lengths import PartTotal, TimedItem, part_totals, whole_seconds
from tourdesk.programming.programme import ItemKind, Programme
from tourdesk.programming.slot import Slot
from tourdesk.programming.timing import timed

__all__ = ["Finding", "PartTotal", "RunningOrder", "Severity", "TimedItem", "WayOut", "running_order"]


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """A programme on the clock of a night.

    `items` are all items in the programme's order, those that run during an intermission behind it. `film_seconds`
    counts the films shown during intermissions too, which no part counts. `margin` is the seconds left until the
    programme must end (curfew less get-out), negative when it overruns; `exact` is False when any run-time is
    unknown (counted as nothing) or approximate.
    """

    items: tuple[TimedItem, ...]
    parts: tuple[PartTotal, ...]
    start: datetime
    end: datetime
    seconds: int
    film_seconds: int
    margin: int
    margin_to_curfew: int
    exact: bool
    findings: tuple[Finding, ...]

    @property
    def films(self) -> int:
        """How many films are shown, those during intermissions too."""
        return sum(one.item.kind is ItemKind.FILM for one in self.items)


def running_order(programme: Programme, slot: Slot, event: Event = UNKNOWN) -> RunningOrder:
    """The programme on the clock of the slot. An empty programme ends when it starts.

    What is known of the night beside its slot is in `event`, for the rules alone: no clock time depends on it.
    """
    items = timed(programme, slot)
    parts = part_totals(items)
    end = max((timed_item.end for timed_item in items), default=slot.start)
    return RunningOrder(
        items=items,
        parts=parts,
        start=slot.start,
        end=end,
        seconds=whole_seconds(slot.start, end),
        film_seconds=sum(one.item.seconds or 0 for one in items if one.item.kind is ItemKind.FILM),
        margin=whole_seconds(end, slot.must_end),
        margin_to_curfew=whole_seconds(end, slot.curfew),
        exact=all(item.seconds is not None and not item.approximate for item in programme.items),
        findings=check(Evening(programme, slot, items, parts, end, event)),
    )
