"""The ways to deal some films out to two nights by their lengths alone.

Where the nights are to be full to the second, few of many thousand ways are left by that, and they are found by
adding up all of them at once.
"""

from collections.abc import Iterator

import numpy as np

from tourdesk.programming.fit.clock import room_of_night
from tourdesk.programming.fit.request import Film, Request
from tourdesk.programming.fit.selection import Ints

MOST_FILMS = 20
_AT_ONCE = 4_096


def evening_room(request: Request) -> int:
    """What the films of one night may last with a gap after each, in seconds."""
    return room_of_night(request) + request.gap_seconds * len(request.parts)


class Halves:
    """The sets of films that one of two nights can have, so that neither is too long."""

    def __init__(self, request: Request, films: list[Film], *, alike: bool) -> None:
        """`alike`: the nights are interchangeable; then the first film is always on the first night."""
        self._count = len(films)
        lengths = [film.seconds + request.gap_seconds for film in films]
        room = evening_room(request)
        sums: Ints = np.zeros(1, dtype=np.int64)
        if alike and lengths:
            sums += lengths[0]
        for length in lengths[int(alike) :]:
            sums = np.concatenate([sums, sums + length])
        fitting = np.flatnonzero((sums <= room) & (sums >= sum(lengths) - room))
        self._sets: Ints = 2 * fitting + 1 if alike and lengths else fitting

    def __bool__(self) -> bool:
        return bool(len(self._sets))

    def first_nights(self) -> Iterator[Ints]:
        """The films of the first night, a row of zeros and ones for each way, some thousands at a time."""
        for at in range(0, len(self._sets), _AT_ONCE):
            chosen: Ints = self._sets[at : at + _AT_ONCE, None] >> np.arange(self._count) & 1
            yield chosen
