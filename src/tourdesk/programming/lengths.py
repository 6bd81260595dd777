"""Items on the clock of a night as values, and how long the parts are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from tourdesk.foundation.language import _, later
from tourdesk.programming.programme import Item, ItemKind


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item with its instants (UTC).

    `part` counts from 0; it is None for an intermission and for what runs during one (`item.inside`). `item.seconds`
    is what the item takes on this clock: an elastic one has its share, a stretched intermission its whole length.
    """

    item: Item
    part: int | None
    start: datetime
    end: datetime
    gap_after: int
    """Seconds of gap behind it, as they are run; what is waited for a pinned item comes on top."""
    waiting: int = 0
    """Seconds that are waited before it, because it is pinned and what comes before it is done."""
    late: int = 0
    """Seconds that it starts after the time to which it is pinned, because what comes before it takes longer."""
    stretched: int = 0
    """Seconds by which an intermission is longer than it was given, because of what runs during it."""

    @property
    def seconds(self) -> int:
        """How long it runs on this clock; nothing when its run-time is not known."""
        return whole_seconds(self.start, self.end)


@dataclass(frozen=True, slots=True)
class PartTotal:
    """A part: its items with the gaps between them, and its films alone, in seconds."""

    number: int
    start: datetime
    end: datetime
    seconds: int
    film_seconds: int
    films: int


def part_totals(items: Iterable[TimedItem]) -> tuple[PartTotal, ...]:
    """The parts of a timed evening; a stretch without items between two intermissions is no part."""
    return tuple(
        _total(number, tuple(members))
        for number, members in groupby(items, key=lambda timed_item: timed_item.part)
        if number is not None
    )


def _total(number: int, members: Sequence[TimedItem]) -> PartTotal:
    start, end = members[0].start, members[-1].end
    films = [member.item for member in members if member.item.kind is ItemKind.FILM]
    return PartTotal(
        number=number,
        start=start,
        end=end,
        seconds=whole_seconds(start, end),
        film_seconds=sum(film.seconds or 0 for film in films),
        films=len(films),
    )


def whole_seconds(start: datetime, end: datetime) -> int:
    """Seconds from one instant to another, negative when `end` is the earlier one."""
    apart = end - start
    return apart.days * 86400 + apart.seconds


_PART_NAMES = (
    later("first part"),
    later("second part"),
    later("third part"),
    later("fourth part"),
    later("fifth part"),
    later("sixth part"),
)


def part_name(number: int, parts: int) -> str:
    """What people call part `number` (from 0) of so many: `first half` of two, `third part`, `evening` of one."""
    if parts == 1:
        return _("evening")
    if parts == 2:
        return _("second half") if number else _("first half")
    if number < len(_PART_NAMES):
        return _(_PART_NAMES[number])
    return _("part {number}", number=number + 1)
