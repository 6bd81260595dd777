"""What is wrong, or worth knowing, about an evening: small rules in a table, one sentence for each finding."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tourdesk.foundation.durations import clock_text
from tourdesk.programming.lengths import PartTotal, TimedItem, whole_seconds
from tourdesk.programming.slot import Slot


class Severity(StrEnum):
    """How much a finding matters: an error breaks the night, a warning may, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found; `item` is the item's key, None when it is about the whole evening."""

    rule: str
    sentence: str
    severity: Severity
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Evening:
    """What the rules look at: the items on the clock of a slot, and their parts."""

    slot: Slot
    items: tuple[TimedItem, ...]
    parts: tuple[PartTotal, ...]

    @property
    def end(self) -> datetime:
        """When the last item ends; the start when there are no items."""
        return self.items[-1].end if self.items else self.slot.start


Rule = Callable[[Evening], Iterator[Finding]]


def findings(evening: Evening) -> tuple[Finding, ...]:
    """What all rules find, in the order of the table."""
    return tuple(finding for rule in RULES.values() for finding in rule(evening))


def _overrun(evening: Evening) -> Iterator[Finding]:
    slot = evening.slot
    over = whole_seconds(slot.must_end, evening.end)
    if over <= 0 or not evening.items:
        return
    limit = _clock(slot, slot.must_end)
    why = f"{limit}, so that all are out by {_clock(slot, slot.curfew)}" if slot.get_out_seconds else limit
    yield Finding(
        "overrun",
        f"The evening ends at {_clock(slot, evening.end)}, {clock_text(over)} after it must ({why}).",
        Severity.ERROR,
    )


def _empty(evening: Evening) -> Iterator[Finding]:
    if not evening.items:
        yield Finding("empty", "The programme is empty; please add its first film.", Severity.NOTE)


def _runtime_unknown(evening: Evening) -> Iterator[Finding]:
    for timed in evening.items:
        if timed.item.seconds is None:
            yield Finding(
                "runtime-unknown",
                f"How long “{timed.item.title}” lasts is not known; it is counted as nothing.",
                Severity.WARNING,
                timed.item.key,
            )


def _runtime_approximate(evening: Evening) -> Iterator[Finding]:
    for timed in evening.items:
        if timed.item.approximate and timed.item.seconds is not None:
            yield Finding(
                "runtime-approximate",
                f"The run-time of “{timed.item.title}” is known to the minute only.",
                Severity.NOTE,
                timed.item.key,
            )


RULES: dict[str, Rule] = {
    "overrun": _overrun,
    "empty": _empty,
    "runtime-unknown": _runtime_unknown,
    "runtime-approximate": _runtime_approximate,
}


def _clock(slot: Slot, instant: datetime) -> str:
    local = slot.local(instant)
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
