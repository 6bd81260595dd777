"""Which sets of films can be dealt out to the parts of a night, or to two nights, by their lengths, for many at once.

Most sets that leave no second over cannot; trying each of them in turn would take most of the time.
"""

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.halving import evening_room
from tourdesk.programming.fit.request import Request
from tourdesk.programming.fit.selection import Ints

_MOST_FILMS = 12
_MOST_SUMS = 4_000_000


def divisible(request: Request, seconds: Ints, chosen: Ints) -> npt.NDArray[np.bool_]:
    """For sets of films, a row of places in `seconds` each that may end in -1, whether each share can be long enough.

    Of two parts, or of two nights, this is exact; of more of them, and of many films, some sets are let through.
    """
    sets, films = chosen.shape
    fine = np.ones(sets, dtype=bool)
    rooms, least = _shares(request)
    if len(rooms) < 2 or not 0 < films <= _MOST_FILMS:
        return fine
    at_once = max(1, _MOST_SUMS >> films)
    for begin in range(0, sets, at_once):
        here = chosen[begin : begin + at_once]
        some = np.where(here < 0, 0, seconds[here] + request.gap_seconds)
        sums = np.zeros((len(some), 1), dtype=np.int64)
        for i in range(films):
            sums = np.concatenate([sums, sums + some[:, i : i + 1]], axis=1)
        total = sums[:, -1:]
        for own, low in set(zip(rooms, least, strict=True)):
            others, needed = sum(rooms) - own, sum(least) - low
            can = (sums >= np.maximum(low, total - others)) & (sums <= np.minimum(own, total - needed))
            fine[begin : begin + at_once] &= can.any(axis=1)
    return fine


def _shares(request: Request) -> tuple[list[int], list[int]]:
    """How long each share may be, and must be, with a gap after each film."""
    gap = request.gap_seconds
    if request.nights > 1:
        return [evening_room(request)] * request.nights, [0] * request.nights
    rooms = [part.max_seconds + gap for part in request.parts]
    return rooms, [part.min_seconds + gap if part.min_seconds else 0 for part in request.parts]
