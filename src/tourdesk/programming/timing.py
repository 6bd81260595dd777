"""The programme laid on the clock of a slot: pinned starts, elastic lengths, what runs during intermissions.

All arithmetic is on instants in UTC, so an evening across midnight or across a change of the clocks
lasts what it lasts; the venue's clock is for showing, and for saying when a pinned item starts.

A stretch runs from the start of the evening, or from a pinned item, until the next pinned item, the last one until
the evening must end. The elastic items of a stretch share what its other items and gaps leave of it. What comes before
a pinned item is never cut: where it takes longer, the pinned item starts late.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import zip_longest

from tourdesk.programming.elastic import shared
from tourdesk.programming.lengths import TimedItem, whole_seconds
from tourdesk.programming.nesting import hosts
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import Slot


def timed(programme: Programme, slot: Slot) -> tuple[TimedItem, ...]:
    """The programme's items on the clock, in their order; an unknown run-time counts as nothing."""
    nested = _nested(programme.items)
    inside = {item.key for during in nested.values() for item in during}
    row = [item for item in programme.items if item.key not in inside]
    line = _Line(
        row,
        _parts(row),
        [bounds_with(item, nested.get(item.key, ()), programme.gap_seconds) for item in row],
        _gaps(row, programme.gap_seconds),
        [None if item.pinned is None else _pin(item.pinned, slot) for item in row],
    )
    placed = {one.item.key: one for one in _laid(line, slot)}
    for host, during in nested.items():
        for one in _during(placed[host], during, programme.gap_seconds):
            placed[one.item.key] = one
    return tuple(placed[item.key] for item in programme.items)


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


def bounds_with(item: Item, during: Sequence[Item], usual: int) -> tuple[int, int]:
    """Least and most seconds of an item with what runs during it: it lasts as long as that needs at least."""
    if not during:
        return item.bounds
    least, most = item.bounds
    needed = sum(one.bounds[0] for one in during) + sum(_gaps(during, usual))
    return max(least, needed), max(most, needed)


def _gaps(row: Sequence[Item], usual: int) -> list[int]:
    return [gap_between(item, following, usual) for item, following in zip_longest(row, row[1:])]


@dataclass(frozen=True, slots=True)
class _Line:
    """What follows one after the other, nested items left out: lists of one entry for each item."""

    items: list[Item]
    parts: list[int | None]
    bounds: list[tuple[int, int]]
    gaps: list[int]
    pins: list[datetime | None]

    def stretch(self, first: int) -> range:
        """The places from `first` up to the next pinned item."""
        last = first + 1
        while last < len(self.items) and self.pins[last] is None:
            last += 1
        return range(first, last)


def _nested(items: Sequence[Item]) -> dict[str, list[Item]]:
    """What runs during which intermission."""
    if all(item.inside is None for item in items):
        return {}
    there = hosts(items)
    nested: dict[str, list[Item]] = {}
    for item in items:
        if item.inside is not None and item.inside in there:
            nested.setdefault(item.inside, []).append(item)
    return nested


def _parts(row: Sequence[Item]) -> list[int | None]:
    parts: list[int | None] = []
    part = 0
    filled = False  # whether the part that is being counted has an item yet
    for item in row:
        pause = item.kind is ItemKind.INTERMISSION
        if pause and filled:
            part, filled = part + 1, False
        filled = filled or not pause
        parts.append(None if pause else part)
    return parts


def _pin(pinned: time, slot: Slot) -> datetime | None:
    """The instant to which an item is pinned; None when it is one that this night does not have."""
    instant = slot.coming(pinned)
    return instant if instant is not None and instant < slot.curfew else None


def _laid(line: _Line, slot: Slot) -> list[TimedItem]:
    placed: list[TimedItem] = []
    at = slot.start
    first = 0
    while first < len(line.items):
        places = line.stretch(first)
        pin = line.pins[first]
        waiting = max(whole_seconds(at, pin), 0) if pin is not None else 0
        late = max(whole_seconds(pin, at), 0) if pin is not None else 0
        at += timedelta(seconds=waiting)
        limit = line.pins[places.stop] if places.stop < len(line.items) else slot.must_end
        room = whole_seconds(at, limit or slot.must_end) - sum(line.gaps[place] for place in places)
        lengths = shared([line.bounds[place] for place in places], room)
        for place, seconds in zip(places, lengths, strict=True):
            gap = line.gaps[place]
            one = _as_run(line.items[place], line.parts[place], at, seconds, gap)
            if place == first and (waiting or late):
                one = replace(one, waiting=waiting, late=late)
            placed.append(one)
            at = one.end + timedelta(seconds=gap) if gap else one.end
        first = places.stop
    return placed


def _during(host: TimedItem, items: Sequence[Item], usual: int) -> list[TimedItem]:
    """Items that run during an intermission, one after the other from its start; elastic ones fill it."""
    gaps = _gaps(items, usual)
    lengths = shared([item.bounds for item in items], host.seconds - sum(gaps))
    placed = []
    at = host.start
    for item, seconds, gap in zip(items, lengths, gaps, strict=True):
        placed.append(_as_run(item, None, at, seconds, gap))
        at = placed[-1].end + timedelta(seconds=gap)
    return placed


def _as_run(item: Item, part: int | None, start: datetime, seconds: int, gap: int) -> TimedItem:
    end = start + timedelta(seconds=seconds)
    if (
        seconds == item.seconds and item.least_seconds is None
    ):  # nearly every item: this runs at every keystroke
        return TimedItem(item, part, start, end, gap)
    stretched = max(seconds - item.bounds[1], 0)
    if item.elastic or stretched:
        item = replace(item, seconds=seconds)
    return TimedItem(item, part, start, end, gap, stretched=stretched)
