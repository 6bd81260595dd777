"""How much time what is pinned leaves to the films of each part."""

from dataclasses import dataclass

from tourdesk.programming.lengths import whole_seconds
from tourdesk.programming.programme import Item
from tourdesk.programming.proposing.frame import Frame, PartFrame, gap_behind
from tourdesk.programming.slot import Slot
from tourdesk.programming.timing import bounds_with


@dataclass(frozen=True, slots=True)
class Rooms:
    """Seconds for the films and gaps of each part at most, and of all together; None where nothing pinned limits it."""

    parts: tuple[int | None, ...]
    evening: int | None


UNPINNED = Rooms((), None)
"""Nothing is pinned."""


def rooms(frame: Frame, slot: Slot) -> Rooms:
    """What is left around what is pinned: an intermission, something before the films of a part or behind them, or its
    first film, which stays the first.

    Some of several parts between two pinned times share what is there: each may have what the others leave at the
    least, and the clock says whether they are late. For a film that is pinned among others see `dealt_anew`.
    """
    walk = _Walk(frame, slot)
    for number, part in enumerate(frame.parts):
        walk.through(number, part)
        if number < len(frame.pauses):
            walk.pause(part, *frame.pauses[number])
    return walk.end()


class _Walk:
    """Goes through the evening from one pinned time to the next."""

    def __init__(self, frame: Frame, slot: Slot) -> None:
        self._usual = frame.programme.gap_seconds
        self._slot = slot
        self._rooms: list[int | None] = [None] * len(frame.parts)
        self._evening: int | None = None
        self._begins, self._taken = 0, 0
        """When this stretch begins, and what is no film in it, in seconds."""
        self._open: list[int] = []
        """The parts whose films are in this stretch."""
        self._limited = False

    def through(self, number: int, part: PartFrame) -> None:
        """A part."""
        for item in part.before:
            self._come_to(item)
            self._taken += item.bounds[0] + gap_behind(item, self._usual)
        for film in part.films[:1]:
            self._come_to(film)
        self._open.append(number)
        self._taken += sum(one.item.bounds[0] for one in part.between)
        self._taken += self._usual * (len(part.between) + bool(part.behind))
        for place, item in enumerate(part.behind, 1):
            self._come_to(item)
            self._taken += item.bounds[0]
            self._taken += gap_behind(item, self._usual) if place < len(part.behind) else 0

    def pause(self, before: PartFrame, pause: Item, *during: Item) -> None:
        """The intermission behind a part."""
        self._taken += (before.behind[-1].gap_after or 0) if before.behind else 0
        self._come_to(pause)
        self._taken += bounds_with(pause, during, self._usual)[0] + (pause.gap_after or 0)

    def end(self) -> Rooms:
        """The end of the evening."""
        if self._limited:
            self._close(self._slot.seconds)
        return Rooms(tuple(self._rooms), self._evening)

    def _come_to(self, item: Item) -> None:
        at = _pinned_at(item, self._slot)
        if at is not None:
            self._close(at)
            self._begins, self._taken, self._open, self._limited = at, 0, [], True

    def _close(self, end: int) -> None:
        left = end - self._begins - self._taken
        for part in self._open:
            self._rooms[part] = left
        if len(self._open) == len(self._rooms):
            self._evening = left


def _pinned_at(item: Item, slot: Slot) -> int | None:
    """Seconds after the start of the evening; None when the item is not pinned to a time of this night."""
    instant = slot.coming(item.pinned) if item.pinned is not None else None
    return whole_seconds(slot.start, instant) if instant is not None and instant < slot.curfew else None
