"""What the undecided films can still bring: a table over films left, showings left and seconds left.

Filled backwards by dynamic programming, exact to the second; rules other than number and length are taken in
through the prices of their rows, which keeps every entry an upper bound whatever the prices are.
"""

import math

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.relaxation import Prices, priced_out
from tourdesk.programming.fit.selection import Ints, Selection
from tourdesk.programming.fit.watch import Watch

Bytes = npt.NDArray[np.uint8]
_MOST_BYTES, _MOST_ROUGHLY = 60_000_000, 12_000_000
_SMALL_BITS = 29
_ANYTHING = 1 << 59


class Table:
    """Bounds for a choice of items, decided in their order."""

    def __init__(  # noqa: PLR0913 -- a table is of all of these
        self,
        selection: Selection,
        prices: Prices,
        items: Ints,
        classes: Ints,
        watch: Watch,
        *,
        memory: Bytes | None = None,
        rough: bool = False,
        blind: bool = False,
    ) -> None:
        """`items` in the order in which they are decided, forced ones not among them.

        `blind` ones bound nothing: for sets of so few items that looking all up is quicker than filling a table.
        `rough` is for who asks whether there is anything at all: bounds are true, and seldom exact to the second.

        The `memory` of a table that is of no use any more is used again: fresh memory costs more than filling
        it. OutOfTime and Cancelled come from the watch.
        """
        self.items = items
        self.classes = classes
        self.prices = prices
        self.blind = blind
        forced = selection.forced
        counts = selection.counts[classes] - int(forced.sum())
        left = max(0, int(counts.max(initial=0))) if selection.counted else 0
        room = int(selection.room[classes].max(initial=0)) - int(selection.seconds[forced].sum())
        seconds = selection.seconds[items]
        self._step = 1 if selection.counted else 0
        self._levels = left + 1
        room = max(0, min(room, int(seconds.sum())))
        # Coarser seconds keep the bounds true (each film is a little shorter) where exact ones would not fit.
        cells = (len(items) + 1) * self._levels
        most = _MOST_ROUGHLY if rough else _MOST_BYTES
        measure = max(1, int(np.gcd.reduce(seconds, initial=0)))
        self._grain = measure * max(1, -(-cells * (room // measure + 1) * 4 // most))
        self._width = room // self._grain + 1
        self.scale, self.price, self.back = self._priced(selection, prices, items, left)
        # Where seconds are coarse, each is priced instead, and what is worth that price bounds in exact seconds.
        self._second = 0 if self._grain == measure else max(0, round(prices.room * self.scale))
        beyond = self.price[items] - self._second * seconds
        top = _top(beyond, left if selection.counted else len(items))
        small = top < 1 << _SMALL_BITS
        # Far below every true entry, and far enough from the type's end that sums stay inside it.
        none = -(1 << _SMALL_BITS + 1) if small else -(1 << 60)
        self._none = none // 2
        shape = (0 if blind else len(items) + 1, self._levels, self._width)
        kind = np.dtype(np.int32 if small else np.int64)
        size = math.prod(shape) * kind.itemsize
        self.memory = memory if memory is not None and len(memory) >= size else np.empty(size, np.uint8)
        self._cells = self.memory[:size].view(kind).reshape(shape)
        if not blind:
            self._fill(seconds // self._grain, beyond, none, watch)
        self._longest = (
            self._without_length(self.price[items]) if self._grain > measure and not blind else None
        )

    def _priced(self, selection: Selection, prices: Prices, items: Ints, left: int) -> tuple[int, Ints, Ints]:
        count = left if selection.counted else len(items)
        rough = priced_out(selection, prices.rows, 1, selection.worth)[0]
        top = max(1, _top(rough[items], count))
        bits = _SMALL_BITS - 1 - top.bit_length()
        # Half-size numbers are twice as quick, when they leave enough bits for the prices.
        scale = 1 << (bits if bits >= 3 else max(4, min(16, 57 - top.bit_length())))
        price, back = priced_out(selection, prices.rows, scale, selection.worth * scale)
        return scale, price, back + selection.nothing * scale

    def _fill(self, seconds: Ints, price: Ints, none: int, watch: Watch) -> None:
        cells, step, width = self._cells, self._step, self._width
        cells[-1] = none
        cells[-1, 0] = 0
        for i in range(len(seconds) - 1, -1, -1):
            watch.check()
            here, after = cells[i], cells[i + 1]
            here[...] = after
            length = int(seconds[i])
            if length < width and self._levels > step:
                target = here[step:, length:]
                taken = after[: self._levels - step, : width - length] + cells.dtype.type(price[i])
                np.maximum(target, taken, out=target)

    def _without_length(self, price: Ints) -> Ints:
        """What each number of items from each level on brings at most, however long they are."""
        best = np.full((len(price) + 1, self._levels), -_ANYTHING, dtype=np.int64)
        best[-1, 0] = 0
        if not self._step:
            best[:-1, 0] = np.cumsum(np.maximum(price, 0)[::-1])[::-1]
            return best
        for i in range(len(price) - 1, -1, -1):
            best[i] = best[i + 1]
            np.maximum(best[i, 1:], best[i + 1, :-1] + price[i], out=best[i, 1:])
        return best

    def bound(self, level: int, left: Ints, room: Ints) -> Ints:
        """The most that the items from `level` on can bring, scaled; far below everything where nothing can."""
        if self.blind:
            return np.full(left.shape, _ANYTHING)
        flat = self._cells[level].reshape(-1)
        found = flat[left * self._width + np.minimum(room // self._grain, self._width - 1)].astype(np.int64)
        bound: Ints = np.where(found < self._none, -(1 << 60), found + self._second * room)
        return bound if self._longest is None else np.minimum(bound, self._longest[level, left])


def _top(price: Ints, count: int) -> int:
    amounts = np.abs(price)
    if count < len(amounts):
        amounts = np.partition(amounts, len(amounts) - count)[len(amounts) - count :]
    return int(amounts.sum())
