"""The running order: from a programme and a slot to clock times, totals, margins and findings.

A pure function. A part's length is its items plus the gaps between neighbours; the evening is all
parts and the intermissions between them. The gap after the last item of a part, and after an
intermission, is nothing unless the item itself names one.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tourdesk.programming.programme import Item, Programme
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
class TimedItem:
    """An item with its instants (UTC); `part` counts from 0 and is None for an intermission."""

    item: Item
    part: int | None
    start: datetime
    end: datetime
    gap_after: int
    """Seconds between the end of this item and the start of the next, as they are run."""


@dataclass(frozen=True, slots=True)
class PartTotal:
    """A part: its items with the gaps between them, and its films alone, in seconds."""

    number: int
    start: datetime
    end: datetime
    seconds: int
    film_seconds: int
    films: int


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
    """The programme on the clock of the slot."""
    raise NotImplementedError
