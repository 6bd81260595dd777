"""Items on the clock: when each starts and ends, what lies between them, and how long the parts are.

All arithmetic is on instants in UTC, so an evening across midnight or across a change of the clocks
lasts what it lasts; the venue's clock is for showing alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from tourdesk.programming.programme import Item, ItemKind, Programme


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


def timed(programme: Programme, start: datetime) -> tuple[TimedItem, ...]:
    """The programme's items on the clock, the first at `start`; an unknown run-time counts as nothing."""
    items = programme.items
    placed: list[TimedItem] = []
    part = 0
    filled = False  # whether the part that is being counted has an item yet
    at = start
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        pause = item.kind is ItemKind.INTERMISSION
        if pause and filled:
            part, filled = part + 1, False
        filled = filled or not pause
        end = at + timedelta(seconds=item.seconds or 0)
        gap = gap_between(item, following, programme.gap_seconds)
        placed.append(TimedItem(item, None if pause else part, at, end, gap))
        at = end + timedelta(seconds=gap)
    return tuple(placed)


def gap_between(item: Item, following: Item | None, usual: int) -> int:
    """Seconds from the end of an item to the start of the following one; nothing when none follows.

    The item's own gap, if it names one; otherwise the programme's usual gap between neighbours of a
    part, and nothing on either side of an intermission.
    """
    if following is None:
        return 0
    if item.gap_after is not None:
        return item.gap_after
    if item.kind is ItemKind.INTERMISSION or following.kind is ItemKind.INTERMISSION:
        return 0
    return usual


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
    return (end - start) // timedelta(seconds=1)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def part_name(number: int, parts: int) -> str:
    """What people call part `number` (from 0) of so many: `first half` of two, `third part`, `evening` of one."""
    if parts == 1:
        return "evening"
    return f"{_ordinal(number)} half" if parts == 2 else f"{_ordinal(number)} part"


def _ordinal(number: int) -> str:
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    count = number + 1
    ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
