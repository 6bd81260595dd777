"""The linear relaxation of a selection, and what it proves.

The solver gives prices (dual values) for the rows. Whatever the prices, rounded to whole numbers they give a
bound in exact integer arithmetic, so no proof rests on the solver's tolerances.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.linear import INFINITE, Floats, Matrix, maximise
from tourdesk.programming.fit.selection import NO_LIMIT, Ints, Row, Selection

_WHOLE_AT_ONCE = 1_500
_FIRST_COLUMNS = 300
_MORE_COLUMNS = 300
NOTHING = -(1 << 60)
"""The bound of a class in which nothing is possible."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What a unit of room and of each row is worth; positive where the upper bound holds, negative at the lower."""

    room: float
    rows: Floats


class _Program:
    """The relaxation as a matrix over all items; solved over a growing choice of columns."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        n = len(selection.films)
        everything = np.arange(n)
        count_gap = selection.seconds + (selection.gap if selection.counted else 0)
        room = selection.room + (selection.gap * selection.counts if selection.counted else 0)
        parts = [(everything, count_gap), (everything, np.ones(n, dtype=np.int64))]
        parts += [(row.index, row.weight) for row in selection.rows]
        sizes = [len(index) for index, _ in parts]
        self._item = np.concatenate([index for index, _ in parts])
        self._row = np.repeat(np.arange(len(parts)), sizes)
        self._weight = np.concatenate([weight for _, weight in parts]).astype(np.float64)
        counts = selection.counts
        low = [-INFINITE, float(counts.min()) if selection.counted else 0.0]
        high = [float(room.max()), float(counts.max())]
        low += [_lower(int(row.lows.min())) for row in selection.rows]
        high += [_upper(int(row.highs.max())) for row in selection.rows]
        self._low, self._high = np.array(low), np.array(high)
        self._priced = np.array(
            [i for i, row in enumerate(selection.rows) if row.price is not None], dtype=np.int64
        )
        self._cost = selection.worth.astype(np.float64)

    def solve(self, columns: Ints) -> tuple[Floats, bool]:
        """The rows' prices over these columns, or, when there is no solution (False), why: see `maximise`."""
        position = np.full(len(self._cost), -1, dtype=np.int64)
        position[columns] = np.arange(len(columns))
        column = position[self._item]
        there = column >= 0
        slacks = 2 * len(self._priced)
        # A broken row pays its price for each unit it is short or over: less than the truth, so still a bound.
        slack_rows = np.repeat(self._priced + 2, 2)
        row = np.concatenate([self._row[there], slack_rows])
        column = np.concatenate([column[there], len(columns) + np.arange(slacks)])
        sign = np.tile([1.0, -1.0], len(self._priced))
        far = [reach(self._selection.rows[i - 2], under=s > 0) for i, s in zip(slack_rows, sign, strict=True)]
        weight = np.concatenate([self._weight[there], sign * far])
        prices = [float(self._selection.rows[i - 2].price or 0) for i in slack_rows]
        order = np.argsort(row, kind="stable")
        lower = np.concatenate([self._selection.forced[columns].astype(np.float64), np.zeros(slacks)])
        cost = np.concatenate([self._cost[columns], -np.array(prices)])
        start = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=len(self._low)))])
        matrix = Matrix(start, column[order], weight[order])
        return maximise(cost, lower, matrix, self._low, self._high)

    def reduced(self, duals: Floats) -> Floats:
        """What each item is worth beyond the prices of the rows it uses."""
        used = np.bincount(self._item, weights=self._weight * duals[self._row], minlength=len(self._cost))
        return self._cost - used


def reach(row: Row, *, under: bool) -> int:
    """How far a row can be broken at all, below its lower or above its upper bound."""
    return max(1, int(row.lows.max() if under else row.most - row.highs.min()))


def _lower(low: int) -> float:
    return -INFINITE if low <= -NO_LIMIT else float(low)


def _upper(high: int) -> float:
    return INFINITE if high >= NO_LIMIT else float(high)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What the relaxation says: prices, and whether it has a solution at all (otherwise they say why not)."""

    prices: Prices
    solved: bool


def relax(selection: Selection) -> Relaxed:
    """Solve the relaxation of a selection."""
    program = _Program(selection)
    n = len(selection.films)
    if n <= _WHOLE_AT_ONCE:
        duals, solved = program.solve(np.arange(n))
    else:
        duals, solved = _by_columns(program, selection)
    return Relaxed(Prices(float(duals[0]), duals[2:]), solved)


def impossible(selection: Selection, prices: Prices) -> bool:
    """Whether these prices prove, in whole numbers, that no choice of items keeps all rows."""
    free = np.array([row.price is None for row in selection.rows], dtype=bool)
    rows = np.where(free, prices.rows, 0.0)
    worthless = replace(selection, worth=np.zeros_like(selection.worth), nothing=0)
    return any(
        int(Certificate(worthless, Prices(sign * prices.room, sign * rows), 1).upper.max(initial=NOTHING)) < 0
        for sign in (1, -1)
    )


def _by_columns(program: _Program, selection: Selection) -> tuple[Floats, bool]:
    """Columns are added while one would be worth more than its prices: a few hundred of many thousands."""
    n = len(selection.films)
    chosen = selection.forced.copy()
    chosen[_best(selection.worth.astype(np.float64), _FIRST_COLUMNS)] = True
    chosen[_best(selection.worth / np.maximum(selection.seconds, 1), _FIRST_COLUMNS)] = True
    for row in selection.rows:
        if row.lows.max() > 0 or row.weight.max(initial=1) > 1:
            chosen[row.index[_best(selection.worth[row.index].astype(np.float64), _FIRST_COLUMNS // 4)]] = (
                True
            )
    while True:
        duals, solved = program.solve(np.flatnonzero(chosen))
        if not solved:
            return program.solve(np.arange(n))
        missing = program.reduced(duals)
        missing[chosen] = -np.inf
        better = _best(missing, _MORE_COLUMNS)
        better = better[missing[better] > 1e-6]
        if not len(better):
            return duals, True
        chosen[better] = True


def _best(score: Floats, count: int) -> npt.NDArray[np.intp]:
    if len(score) <= count:
        return np.arange(len(score))
    return np.argpartition(-score, count)[:count]


class Certificate:
    """What prices prove: no programme with so many showings is worth more than `upper`, in exact integers."""

    def __init__(self, selection: Selection, prices: Prices, span: int) -> None:
        """`span` is how much the worth of programmes can differ; it decides how finely prices are rounded."""
        self._selection = selection
        self.prices = prices
        self.scale = 1 << max(4, min(20, 56 - span.bit_length()))
        room = max(0, round(prices.room * self.scale))
        left = selection.worth * self.scale - room * selection.seconds
        at = (
            np.full(len(selection.counts), selection.nothing * self.scale, dtype=np.int64)
            + room * selection.room
        )
        left, more = priced_out(selection, prices.rows, self.scale, left)
        self._left = left
        self._at = at + more
        self._bound()
        self.upper = np.where(self._total > NOTHING, self._total // self.scale, NOTHING)

    def _bound(self) -> None:
        selection, forced = self._selection, self._selection.forced
        free = np.sort(self._left[~forced])[::-1]
        total = self._at + int(self._left[forced].sum())
        if not selection.counted:
            self._least = np.zeros(1, dtype=np.int64)
            self._total = total + int(free[free > 0].sum())
            return
        sums = np.concatenate([[0], np.cumsum(free)])
        more = selection.counts - int(forced.sum())
        possible = (more >= 0) & (more <= len(free)) & (selection.room >= 0)
        more = np.clip(more, 0, len(free))
        # Of a class without a free place no further item can be part.
        worst = np.concatenate([[NO_LIMIT << 18], free])
        self._least = worst[more]
        self._total = np.where(possible, total + sums[more], NOTHING)

    def survivors(self, at: int, threshold: int) -> npt.NDArray[np.bool_]:
        """Which items can be in something of this class that is worth more than the threshold."""
        need = (threshold + 1) * self.scale
        alive: npt.NDArray[np.bool_] = self._total[at] - np.maximum(0, self._least[at] - self._left) >= need
        return alive

    @property
    def left(self) -> Ints:
        """What each item is worth beyond its prices, scaled."""
        return self._left

    @cached_property
    def ranking(self) -> Ints:
        """The items, those worth most beyond their prices first."""
        return np.argsort(-self._left, kind="stable")


def priced_out(selection: Selection, rows: Floats, scale: int, worth: Ints) -> tuple[Ints, Ints]:
    """The scaled worth less the prices of the rows, and for each class what the rows' bounds give back."""
    left = worth.copy()
    back = np.zeros(len(selection.counts), dtype=np.int64)
    for row, price in zip(selection.rows, rows, strict=True):
        amount = round(float(price) * scale)
        if row.price is not None:
            # Broken as far as it can be, the row must not cost more than its price.
            short, over = (row.price * scale // reach(row, under=under) for under in (True, False))
            amount = max(-short, min(over, amount))
        bounds = row.highs if amount > 0 else row.lows
        if not amount or np.abs(bounds).max() >= NO_LIMIT:
            continue
        left[row.index] -= amount * row.weight
        back += amount * bounds
    return left, back


class Certificates:
    """Several certificates at once: what any one of them excludes is excluded."""

    def __init__(self, selection: Selection, prices: Prices, second: float, span: int) -> None:
        """`second` is what one second is worth: at another number of showings that price of it may be sharper."""
        self._selection = selection
        first = Certificate(selection, prices, span)
        free = np.zeros_like(prices.rows)
        others = [Prices(second, prices.rows), Prices(second, free), Prices(0.0, free)]
        self.first = first
        """That of the relaxation."""
        self._all = [first, *(Certificate(selection, other, span) for other in others)]
        self.upper: Ints = np.minimum.reduce([one.upper for one in self._all])

    def best_of(self, at: int) -> Certificate:
        """The one that bounds this class best; of equally good ones, that which prices the fewest rows."""
        return min(reversed(self._all), key=lambda one: int(one.upper[at]))

    def classes(self, threshold: int) -> npt.NDArray[np.bool_]:
        """Which classes can still hold something worth more than the threshold."""
        hopeful: npt.NDArray[np.bool_] = self.upper > threshold
        return hopeful

    def survivors(self, threshold: int) -> npt.NDArray[np.bool_]:
        """Which items can still be in something worth more than the threshold."""
        survivors = self._selection.forced.copy()
        for at in np.flatnonzero(self.classes(threshold)):
            survivors |= self.survivors_of(int(at), threshold)
        return survivors

    def survivors_of(self, at: int, threshold: int) -> npt.NDArray[np.bool_]:
        """Which items can be in something of one class that is worth more than the threshold."""
        survivors: npt.NDArray[np.bool_] = np.logical_and.reduce(
            [one.survivors(at, threshold) for one in self._all]
        )
        return survivors
