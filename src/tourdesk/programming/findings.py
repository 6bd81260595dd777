"""What a rule says about an evening, what it looks at to say it, and the ways out that it offers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.language import _, later
from tourdesk.programming.event import UNKNOWN, Event
from tourdesk.programming.lengths import PartTotal, TimedItem
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import Slot


class Severity(StrEnum):
    """How much a finding matters: an error breaks the night, a warning may, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Edit = Callable[[Programme], Programme]


class Elsewhere(StrEnum):
    """Where a way out leads that is no edit of the programme's items."""

    VERSION = "version"
    """The choice of the item's version."""
    FILM = "film"
    """The item's film in the library."""
    NIGHT = "night"
    """A time of the night's slot: `WayOut.field`."""
    AGE = "age"
    """The age from which the night admits guests: `WayOut.age`."""
    FIT = "fit"
    """The proposals that mend the evening."""
    PROPOSE = "propose"
    """The proposals of other evenings."""
    REPLACE = "replace"
    """The proposals that mend the evening without the item's film."""
    MASTER = "master"
    """`ProgrammingDesk.follow`."""


class SlotField(StrEnum):
    """What of a night's slot can be given another time."""

    ACCESS = "access"
    DOORS = "doors"
    START = "start"
    CURFEW = "curfew"
    GET_OUT = "get_out"


@dataclass(frozen=True, slots=True)
class WayOut:
    """What can be done about a finding, in a few words that also name the step for undo.

    `edit` does it, given the programme in which it was found; where there is none, `elsewhere` says where it is done.
    """

    name: str
    elsewhere: Elsewhere | None = None
    field: SlotField | None = None
    age: int | None = None
    # Of two ways with one name from one finding the edit is the same: so findings stay equal while nothing changes.
    edit: Edit | None = field_of(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found; `items` are the keys of those it is about, none when it is about the whole evening."""

    rule: str
    sentence: str
    severity: Severity
    items: tuple[str, ...] = ()
    ways: tuple[WayOut, ...] = ()

    @property
    def item(self) -> str | None:
        """The key of the item at which it is shown; None when it is about the whole evening."""
        return self.items[0] if self.items else None


@dataclass(frozen=True, slots=True)
class Evening:
    """What the rules look at: the programme, its items on the clock of a slot, their parts, and the night's event."""

    programme: Programme
    slot: Slot
    items: tuple[TimedItem, ...]
    parts: tuple[PartTotal, ...]
    end: datetime
    event: Event = UNKNOWN

    @property
    def line(self) -> list[TimedItem]:
        """The items that follow one after the other: without those that run during an intermission."""
        return [timed for timed in self.items if timed.item.inside is None]

    def clock(self, instant: datetime) -> str:
        """The venue's clock, seconds only when there are some: `22:07`, `22:07:30`.

        The zone's letters follow when the clock shows that time twice in the night: `02:30 CEST`.
        """
        return time_text(self.slot.local(instant).time()) + self.slot.letters(instant)


class Found(NamedTuple):
    """What a rule yields; the table adds the rule's name."""

    severity: Severity
    sentence: str
    items: tuple[str, ...] = ()
    ways: tuple[WayOut, ...] = ()


Rule = Callable[[Evening], Iterable[Found]]

_KINDS = {
    ItemKind.FILM: later("film"),
    ItemKind.INTERMISSION: later("intermission"),
    ItemKind.WELCOME: later("welcome"),
    ItemKind.QA: later("Q&A"),
    ItemKind.SPONSOR_SPOT: later("sponsor spot"),
    ItemKind.TRAILER: later("trailer"),
    ItemKind.RAFFLE: later("raffle"),
    ItemKind.ANNOUNCEMENT: later("announcement"),
}


def title_of(item: Item) -> str:
    """An item's title; its kind in words when it has none."""
    return item.title.strip() or _(_KINDS[item.kind])
