"""The ways to deal some films out to parts that start at times of their own, part after part along the clock.

A part that has to be over by a time leaves few of the many thousand sets that it might have, where the evening is to be
full. So each part takes its set at once, out of all of them, and what no longer has room behind it is seen there.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.request import Request
from tourdesk.programming.fit.selection import Ints
from tourdesk.programming.fit.watch import Watch

MOST_DEALT = 16
"""Of more films than these the sets are too many to look at all of them at once."""
_AT_ONCE = 1 << 18

_USED, _AT, _BEGUN, _FILLED, _MOVED, _FIRST = range(6)
"""The rows of a way in the making: films dealt out, the clock, when its part began and whether that has films, films
that have moved; then the films of each part.
"""


class Dealer:
    """Deals the films of one night out; sets of films are bits of whole numbers, by their places in the list."""

    def __init__(self, request: Request, seconds: Sequence[int], fixed: Sequence[Sequence[int]]) -> None:
        """`fixed` are for each film the parts that it has to be in."""
        self._request = request
        gap = request.gap_seconds
        loads: Ints = np.zeros(1, dtype=np.int64)
        for length in seconds:
            loads = np.concatenate([loads, loads + length + gap])
        self._loads = loads
        """What each set lasts with a gap behind each film."""
        every = np.arange(len(loads))
        self._can: list[npt.NDArray[np.bool_]] = []
        """For each part, of each set whether the part can have it."""
        for place, part in enumerate(request.parts):
            stays = sum(1 << film for film, parts in enumerate(fixed) if place in parts)
            gone = sum(1 << film for film, parts in enumerate(fixed) if parts and set(parts) != {place})
            lengths = np.where(every > 0, loads - gap, 0)
            self._can.append(
                (lengths >= part.min_seconds)
                & (lengths <= part.max_seconds)
                & (every & stays == stays)
                & (every & gone == 0)
            )
        self._sets = [np.flatnonzero(can) for can in self._can]

    def ways(self, elsewhere: Sequence[int], budget: int, watch: Watch) -> Iterator[list[int]]:
        """The films of each part, for each way; `elsewhere` are for each part the films that have moved if they are there.

        Not more films are moved than `budget`. OutOfTime and Cancelled come from the watch.
        """
        begin = np.zeros((_FIRST, 1), dtype=np.int64)
        stack = [(0, begin)]
        while stack:
            watch.check()
            place, ways = stack.pop()
            if place == len(self._request.parts):
                yield from ways[_FIRST:].T.tolist()
                continue
            size = max(1, _AT_ONCE // max(len(self._sets[place]), 1))
            if ways.shape[1] > size:
                stack.append((place, ways[:, size:]))
                ways = ways[:, :size]
            further = self._dealt(place, ways, elsewhere[place])
            further = further[:, further[_MOVED] <= budget]
            if further.shape[1]:
                stack.append((place + 1, further))

    def _dealt(self, place: int, ways: Ints, elsewhere: int) -> Ints:
        """The ways with the films of one more part."""
        starts = self._start_of(place, ways)
        ways, starts = ways[:, starts >= 0], starts[starts >= 0]
        if place + 1 == len(self._request.parts):
            rest = (len(self._loads) - 1) & ~ways[_USED]
            at = np.flatnonzero(self._can[place][rest])
            films = rest[at]
        else:
            free = (ways[_USED][:, None] & self._sets[place][None, :]) == 0
            at, chosen = np.nonzero(free)
            films = self._sets[place][chosen]
        return self._on_the_clock(place, ways[:, at], starts[at], films, elsewhere)

    def _start_of(self, place: int, ways: Ints) -> Ints:
        """When a part starts, in each of these ways; -1 where it cannot in time."""
        request = self._request
        part = request.parts[place]
        starts: Ints = ways[_AT].copy()
        if place and not part.goes_on:
            starts += request.intermission_seconds
        elif place:
            starts += request.gap_seconds * (ways[-1] > 0)
        if part.starts is not None:
            starts = np.where(starts > part.starts, -1, part.starts)
        return starts

    def _on_the_clock(self, place: int, ways: Ints, starts: Ints, films: Ints, elsewhere: int) -> Ints:
        request, gap = self._request, self._request.gap_seconds
        part = request.parts[place]
        filled = ways[_FILLED] * part.goes_on
        begun = np.where(filled, ways[_BEGUN], starts)
        at = starts + np.where(films > 0, self._loads[films] - gap, 0)
        used = ways[_USED] | films
        moved = ways[_MOVED] + np.bitwise_count(films & elsewhere)
        fine = at <= request.evening_seconds
        if part.whole_seconds is not None:
            fine &= at - begun <= part.whole_seconds
        fine &= self._loads[-1] - self._loads[used] <= self._room_behind(place, at)
        dealt = np.vstack([used, at, begun, filled | (films > 0), moved, ways[_FIRST:], films])
        return dealt[:, fine].astype(np.int64)

    def _room_behind(self, place: int, at: Ints) -> Ints:
        """What the parts behind one can hold at most, a gap behind each film, where that one ends then."""
        request = self._request
        behind = request.parts[place + 1 :]
        if behind and behind[0].starts is not None:
            at = np.maximum(at, behind[0].starts)
        gaps = request.gap_seconds * len(behind)
        room: Ints = np.minimum(request.evening_seconds - at, sum(part.max_seconds for part in behind)) + gaps
        return room if behind else np.zeros_like(at)
