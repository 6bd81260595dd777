"""What a rule says about an evening, and what it looks at to say it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tourdesk.programming.lengths import PartTotal, TimedItem
from tourdesk.programming.programme import Item
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
    end: datetime

    def clock(self, instant: datetime) -> str:
        """The venue's clock, seconds only when there are some: `22:07`, `22:07:30`.

        The zone's letters follow when the clock shows that time twice in the night: `02:30 CEST`.
        """
        local = self.slot.local(instant)
        shown = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
        twice = local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset()
        return f"{shown} {local.tzname()}" if twice else shown


class Found(NamedTuple):
    """What a rule yields; the table adds the rule's name."""

    severity: Severity
    sentence: str
    item: str | None = None


Rule = Callable[[Evening], Iterable[Found]]


def quoted(item: Item) -> str:
    """An item by its title; by its kind when it has none."""
    return f"“{item.title.strip() or item.kind.value.replace('_', ' ')}”"
