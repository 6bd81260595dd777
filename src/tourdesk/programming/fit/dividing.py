"""Which sets of films can be dealt out to the parts of a night, or to two nights, for many sets at once.

Most sets that leave no second over cannot; trying each of them in turn would take most of the time.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.halving import evening_room
from tourdesk.programming.fit.request import (
    Closer,
    Film,
    FilmId,
    NoRepeats,
    NotAdjacent,
    Opener,
    Request,
    films_of,
)
from tourdesk.programming.fit.selection import NO_LIMIT, Ints

Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]
_MOST_FILMS = 12
_MOST_SUMS = 4_000_000
_FEW_WAYS = 8
_THREE = 3
_MOST_PAIRS = 20_000


class Divider:
    """Tells of sets, a row of places in a list of films each that may end in -1, which can be dealt out.

    Two or three parts, or nights, are exact by their lengths, and two parts are looked at for the plainest rules of order;
    of more of them, and of many films, some sets are let through.
    """

    def __init__(self, request: Request, films: tuple[Film, ...], of_move: int) -> None:
        """`of_move` is what a film costs that is moved from where it stood; 0 when nobody asks."""
        self._gap = request.gap_seconds
        self._rooms, self._least = _shares(request)
        self._seconds: Ints = np.array([film.seconds for film in films], dtype=np.int64)
        hard = [rule for rule in request.rules if rule.soft is None]
        self._opens = np.ones(len(films), dtype=bool)
        for rule in hard:
            if isinstance(rule, Opener):
                most = NO_LIMIT if rule.max_seconds is None else rule.max_seconds
                self._opens &= (self._seconds >= rule.min_seconds) & (self._seconds <= most)
        closers = [rule for rule in hard if isinstance(rule, Closer) and rule.each_part]
        self._longest_last = any(rule.longest for rule in closers)
        self._last_least = max((rule.min_seconds for rule in closers), default=0)
        beside = [rule for rule in hard if isinstance(rule, NotAdjacent)]
        self._apart = [_values(films, rule) for rule in beside]
        self._apart_across = [_values(films, rule) for rule in beside if not rule.within_part]
        # A part that goes on from the other ends what that one begins: their rules of order are not each one's own.
        self._ordered = (
            request.nights == 1 and len(self._rooms) == 2 and not any(part.goes_on for part in request.parts)
        )
        self._of_move = of_move if len(self._rooms) == 2 else 0
        self._stood = _stood(request, films)

    def by_lengths(self, chosen: Ints, spare: Ints) -> Bools:
        """For each set whether it can be dealt out by its lengths, what it moves costing no more than it has to spare."""
        return self._each(chosen, spare, ordered=False)

    def in_order(self, chosen: Ints, spare: Ints) -> Bools:
        """For each set whether it can be dealt out by its lengths so that it may have an order too.

        Worth its time where few sets can be dealt out, and most of them in one way alone.
        """
        return self._each(chosen, spare, ordered=self._ordered)

    def _each(self, chosen: Ints, spare: Ints, *, ordered: bool) -> Bools:
        sets, films = chosen.shape
        fine = np.ones(sets, dtype=bool)
        if len(self._rooms) < 2 or not 0 < films <= _MOST_FILMS:
            return fine
        at_once = max(1, _MOST_SUMS >> films)
        for begin in range(0, sets, at_once):
            some = slice(begin, begin + at_once)
            fine[some] = self._some(chosen[some], spare[some], ordered=ordered)
        return fine

    def _some(self, chosen: Ints, spare: Ints, *, ordered: bool) -> Bools:
        lengths = np.where(chosen < 0, 0, self._seconds[chosen] + self._gap)
        sums = np.zeros((len(chosen), 1), dtype=np.int64)
        for i in range(chosen.shape[1]):
            sums = np.concatenate([sums, sums + lengths[:, i : i + 1]], axis=1)
        fine = np.ones(len(chosen), dtype=bool)
        for own, low in dict.fromkeys(zip(self._rooms, self._least, strict=True)):
            can = self._fills(sums, own, low)
            first = own == self._rooms[0] and low == self._least[0]
            if first and self._of_move:
                can &= self._moved(chosen) * self._of_move <= spare[:, None]
            fine &= can.any(axis=1)
            if ordered:
                # The first of two parts; what it leaves is the second. Of sets that can be dealt out in many ways
                # nearly all have an order.
                few = fine & (can.sum(axis=1) <= _FEW_WAYS)
                sets, ways = np.nonzero(can & few[:, None])
                inside = (ways[:, None] >> np.arange(chosen.shape[1]) & 1).astype(bool)
                fine[few] = False
                fine[sets[self._in_order(chosen[sets], inside)]] = True
                break
        if len(self._rooms) == _THREE:
            fine[fine] = self._in_three(sums[fine])
        return fine

    def _fills(self, sums: Ints, own: int, low: int) -> Bools:
        """Which choices of films a share of this room can have, so that the others can have what it leaves."""
        others, needed = sum(self._rooms) - own, sum(self._least) - low
        total = sums[:, -1:]
        fills: Bools = (sums >= np.maximum(low, total - others)) & (sums <= np.minimum(own, total - needed))
        return fills

    def _in_three(self, sums: Ints) -> Bools:
        """For each set whether it can be dealt out to three shares: all ways to fill two of them that leave each other their films.

        `sums` are the lengths of all choices of films of a set, by their bits. Sets with very many ways are let through.
        """
        last, low = self._rooms[2], self._least[2]
        one, two = (self._fills(sums, self._rooms[share], self._least[share]) for share in (0, 1))
        ways = two.sum(axis=1)
        fine: Bools = one.sum(axis=1) * ways > _MOST_PAIRS
        sets, first = np.nonzero(one & ~fine[:, None])
        of_two, second = np.nonzero(two)
        begin = np.searchsorted(of_two, np.arange(len(sums)))
        # In portions of so many sets that their pairs fit into memory.
        ends = np.cumsum(ways[sets])
        for some_ways in _portions(ends, _MOST_SUMS):
            askers = sets[some_ways]
            asker = np.repeat(np.arange(len(askers)), ways[askers])
            within = np.arange(len(asker)) - np.repeat(np.cumsum(ways[askers]) - ways[askers], ways[askers])
            mine, other = first[some_ways][asker], second[begin[askers][asker] + within]
            of = askers[asker]
            apart = (mine & other) == 0
            mine, other, of = mine[apart], other[apart], of[apart]
            rest = sums[of, -1] - sums[of, mine] - sums[of, other]
            fine[of[(rest >= low) & (rest <= last)]] = True
        return fine

    def _moved(self, chosen: Ints) -> Ints:
        """For each set, and each way to deal it out (bits of the films in the first share), how many films that moves."""
        stood = np.where(chosen < 0, -1, self._stood[chosen])
        moved: Ints = (stood == 0).sum(axis=1, keepdims=True)
        for i in range(chosen.shape[1]):
            step = (stood[:, i : i + 1] == 1).astype(np.int64) - (stood[:, i : i + 1] == 0)
            moved = np.concatenate([moved, moved + step], axis=1)
        return moved

    def _in_order(self, chosen: Ints, first: Bools) -> Ints:
        """The places of those sets that may have an order, of sets whose films are on the first part or not."""
        there = chosen >= 0
        second = there & ~first
        last, begin = self._ends(chosen, first)
        last_second, begin_second = self._ends(chosen, second)
        one, two = _any(first), _any(second)
        opening = np.where(one[:, None], begin, begin_second)
        fine = ~_any(first & ~there) & (_any(opening & self._opens[chosen]) | ~_any(there))
        fine &= (_any(last) | ~one) & (_any(last_second) | ~two)
        left: Ints = np.flatnonzero(fine)
        if not self._apart:
            return left
        first, second, last, last_second = first[left], second[left], last[left], last_second[left]
        alike = _alike(chosen[left], self._apart)
        rows: Bools = np.ones(len(left), dtype=bool)
        for part, ends in ((first, last), (second, last_second)):
            # Where it is settled which film is the last, the others stand in a row without it too.
            others = part & ~(ends & (ends.sum(axis=1) == 1)[:, None])
            rows &= _row_left(alike, part) & _row_left(alike, others)
        beside = last[:, :, None] & begin_second[left][:, None, :]
        beside &= ~_alike(chosen[left], self._apart_across)
        rows &= beside.any(axis=(1, 2)) | ~(one & two)[left]
        return left[rows]

    def _ends(self, chosen: Ints, part: Bools) -> tuple[Bools, Bools]:
        """Which films of a part may be its last, and which its first."""
        seconds = np.where(part, self._seconds[chosen], -1)
        least = seconds.max(axis=1, keepdims=True) if self._longest_last else 0
        last: Bools = part & (seconds >= np.maximum(least, self._last_least))
        # The only one that may be the last is not the first of several.
        kept = (last.sum(axis=1) == 1) & (part.sum(axis=1) > 1)
        return last, part & ~(last & kept[:, None])


def _any(flags: Bools) -> Bools:
    """Whether a row has one that is set."""
    return np.asarray(flags.any(axis=1))


def _alike(chosen: Ints, rules: list[Numbers]) -> Bools:
    """For each two films of each set whether a rule keeps them apart."""
    alike = np.zeros((*chosen.shape, chosen.shape[1]), dtype=bool)
    for each in rules:
        values = each[chosen]
        for one, other in product(range(values.shape[2]), repeat=2):
            mine = values[:, :, one]
            alike |= (mine[:, :, None] == values[:, None, :, other]) & (mine >= 0)[:, :, None]
    return alike


def _row_left(alike: Bools, part: Bools) -> Bools:
    """Whether enough pairs of a part's films may be neighbours for all of them to stand in a row."""
    size = part.sum(axis=1)
    both = alike & part[:, :, None] & part[:, None, :]
    # Each pair is there twice, and each film beside itself.
    apart = (both.sum(axis=(1, 2)) - np.trace(both, axis1=1, axis2=2)) // 2
    left: Bools = (apart <= (size - 1) * (size - 2) // 2) | (size == 0)
    return left


def _values(films: tuple[Film, ...], rule: NotAdjacent) -> Numbers:
    """The films' values of a rule's attribute as numbers, a row each; -1 stands for none."""
    numbers: dict[str, int] = {}
    each = [[numbers.setdefault(v, len(numbers)) for v in film.of(rule.attribute)] for film in films]
    # Small numbers are compared several times as quickly.
    table = np.full((len(films), max(1, max(map(len, each), default=0))), -1, dtype=np.int32)
    for row, some in zip(table, each, strict=True):
        row[: len(some)] = some
    return table


def _shares(request: Request) -> tuple[list[int], list[int]]:
    """How long each share may be, and must be, with a gap after each film."""
    gap = request.gap_seconds
    if request.nights > 1:
        return [evening_room(request)] * request.nights, [0] * request.nights
    rooms = [part.max_seconds + gap for part in request.parts]
    return rooms, [part.min_seconds + gap if part.min_seconds else 0 for part in request.parts]


def _portions(ends: Ints, most: int) -> Iterator[slice]:
    """Slices of a row whose sums, given summed up, are each no more than `most`, or of one place."""
    begin, before = 0, 0
    while begin < len(ends):
        end = max(begin + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield slice(begin, end)
        begin, before = end, int(ends[end - 1])


def _stood(request: Request, films: tuple[Film, ...]) -> Ints:
    """In which share each film stood, -1 for those in none or in several, and for those that may be in both."""
    if request.nights > 1 and not any(
        isinstance(rule, NoRepeats) and rule.soft is None for rule in request.rules
    ):
        return np.full(len(films), -1, dtype=np.int64)
    shares = request.start_from or ()
    if request.nights == 1:
        shares = tuple((part,) for night in shares for part in night)
    stood: dict[FilmId, set[int]] = {}
    for i, share in enumerate(shares):
        for film in films_of((share,)):
            stood.setdefault(film, set()).add(i)
    # One that stood in both stays in either.
    only = {film: places.pop() for film, places in stood.items() if len(places) == 1}
    return np.array([only.get(film.id, -1) for film in films], dtype=np.int64)
