"""The running order: from a programme and a slot to clock times, totals, margins and findings.

A pure function, quick enough for every keystroke. A part's length is its items plus the gaps
between neighbours; the evening is all parts and the intermissions between them. The gap after the
last item of a part, and after an intermission, is nothing unless the item itself names one; after
the last item of the evening there is none at all. A stretch without items, before or between or after
intermissions, is no part; the rules say that an intermission is out of place there.
"""

from dataclasses import dataclass
from datetime import datetime

from tourdesk.programming.checking import check
from tourdesk.programming.findings import Evening, Finding, Severity
from tourdesk.programming.lengths import PartTotal, TimedItem, part_totals, timed, whole_seconds
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import Slot

__all__ = ["Finding", "PartTotal", "RunningOrder", "Severity", "TimedItem", "running_order"]


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """A programme on the clock of a night.

    `margin` is the seconds left until the programme must end (curfew less get-out), negative when
    it overruns; `exact` is False when any run-time is unknown (counted as nothing) or approximate.
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


def running_order(programme: Programme, slot: Slot) -> RunningOrder:
    """The programme on the clock of the slot. An empty programme ends when it starts."""
    items = timed(programme, slot.start)
    end = items[-1].end if items else slot.start
    parts = part_totals(items)
    return RunningOrder(
        items=items,
        parts=parts,
        start=slot.start,
        end=end,
        seconds=whole_seconds(slot.start, end),
        film_seconds=sum(part.film_seconds for part in parts),
        margin=whole_seconds(end, slot.must_end),
        margin_to_curfew=whole_seconds(end, slot.curfew),
        exact=all(item.seconds is not None and not item.approximate for item in programme.items),
        findings=check(Evening(slot, items, parts, end)),
    )
