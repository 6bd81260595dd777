"""The exact search for sets: item after item, all undecided sets at once, cut by what the rest can still bring.

A set in the making whose worth so far plus the table's bound does not beat the threshold is dropped. A sweep
that ends without a limit on its width is a proof that nothing better was left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.closing import Closings, closings
from tourdesk.programming.fit.layout import GAIN, LEFT, ROOM, Layout
from tourdesk.programming.fit.selection import NO_LIMIT, Ints, Selection
from tourdesk.programming.fit.table import Table
from tourdesk.programming.fit.watch import Watch

_WIDEST = 60_000
_IMPOSSIBLE = -(1 << 59)
_FIRST_ONES = 20
_SIEVED_AT_ONCE = 2_000
_FEW_EACH = {1: 200, 2: 2_000}
"""Of so many endings of a set, of one item or of two, all are looked up at once."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A whole set: items of the selection and what it is worth, moves and splits over nights not yet counted."""

    items: Ints
    worth: int


OnLeaves = Callable[[Iterator[Leaf], int], int]
"""Takes whole sets, the best first, and what sets that were dropped may be worth; answers the next threshold."""
Sieve = Callable[[Ints, Ints], npt.NDArray[np.bool_]]
"""Tells of sets, a row of items each that may end in -1, which ones can be a programme at all.

The second argument is what each is worth beyond what it has to beat: what moving films may cost."""


def _unanswered(_: Iterator[Leaf], lost: int) -> int:
    return lost


class Sweep:
    """Searches the sets over some items of a selection."""

    def __init__(
        self, selection: Selection, table: Table, classes: Ints, sieve: Sieve, *, tight: bool = False
    ) -> None:
        """Over the items of the table; `classes` are those to be searched, `sieve` tells which sets to hand over.

        `tight`: few seconds may be left over, so that it pays to look up the last items by their length.
        """
        self._selection = selection
        self._sieve = sieve
        self._items = table.items
        self._table = table
        self._layout = Layout(selection, table.items, classes, table.price, table.back)
        # A showing after the first needs the one before it, which stands just before it unless it is forced.
        before = np.maximum(table.items - 1, 0)
        self._lost = _IMPOSSIBLE
        self._twins = selection.follows[table.items] & ~selection.forced[before]
        self._closings = self._all_closings() if tight else {}
        self._threshold = 0
        self._width: int | None = None
        self._on_leaves: OnLeaves = _unanswered
        self._watch = Watch(0)

    def _all_closings(self) -> dict[int, Closings]:
        if not self._selection.counted or self._twins.any():
            return {}
        free = int(self._layout.start()[LEFT].max(initial=0))
        return closings(self._selection.seconds[self._items], self._table.price[self._items], free)

    def run(self, threshold: int, on_leaves: OnLeaves, watch: Watch, width: int | None = None) -> int:
        """Hand every set worth more than the threshold to `on_leaves`, and answer what dropped ones may be worth.

        With a `width` only so many sets in the making are kept at each level, the most hopeful ones: then every
        set worth more than the answer was handed over. OutOfTime and Cancelled come from the watch.
        """
        self._threshold, self._width, self._lost = threshold, width, _IMPOSSIBLE
        self._on_leaves, self._watch = on_leaves, watch
        if self._table.blind:
            self._look_up_all()
            return self._lost // self._table.scale
        stack = [(0, self._closed(0, self._layout.start()))]
        while stack:
            level, frontier = stack.pop()
            while True:
                watch.check()
                frontier = self._harvest(level, frontier)
                if level == len(self._items) or not frontier.shape[1]:
                    break
                if width is None and frontier.shape[1] > _WIDEST:
                    frontier = self._halved(level, frontier, stack)
                frontier = self._decided(level, frontier)
                level += 1
        return self._lost // self._table.scale

    def top(self) -> int:
        """What no set of these items is worth more than."""
        start = self._layout.start()
        return int(self._bounds(0, start).max(initial=_IMPOSSIBLE)) // self._table.scale

    def _look_up_all(self) -> None:
        """Every set of at most three free items: some of the first ones at a time, each closed by one or two."""
        rest = self._closed(0, self._harvest(0, self._layout.start()))
        for begin in range(0, len(self._items), _FIRST_ONES):
            self._watch.check()
            if not rest.shape[1]:
                return
            some = np.arange(begin, min(begin + _FIRST_ONES, len(self._items)))
            firsts, _ = self._layout.taken_each(rest[:, np.zeros_like(some)], self._items[some])
            fine = (firsts[ROOM] >= 0) & self._layout.fits(firsts)
            self._closed(some[fine] + 1, firsts[:, fine])

    def _halved(self, level: int, frontier: Ints, stack: list[tuple[int, Ints]]) -> Ints:
        """The more hopeful half; the other waits: depth first, the memory stays bounded and the search whole."""
        order = np.argsort(-self._bounds(level, frontier), kind="stable")
        half = len(order) // 2
        stack.append((level, frontier[:, order[half:]]))
        first: Ints = frontier[:, order[:half]]
        return first

    def _need(self) -> int:
        return min(max((self._threshold + 1) * self._table.scale, _IMPOSSIBLE), -_IMPOSSIBLE)

    def _bounds(self, level: int, frontier: Ints) -> Ints:
        bounds: Ints = frontier[GAIN] + self._table.bound(level, frontier[LEFT], frontier[ROOM])
        return bounds

    def _decided(self, level: int, frontier: Ints) -> Ints:
        """The frontier after the item of this level was left out or taken."""
        layout, item, need, width = self._layout, int(self._items[level]), self._need(), self._width
        without = self._bounds(level + 1, frontier)
        keep = np.flatnonzero((without >= need) & layout.hopeful(frontier, level + 1))
        can = frontier[ROOM] >= self._selection.seconds[item]
        if self._selection.counted:
            can &= frontier[LEFT] > 0
        if self._twins[level]:
            can &= layout.has_last(frontier, level)
        taken = layout.taken(frontier[:, can], item)
        taken = taken[:, layout.fits(taken)]
        with_it = self._bounds(level + 1, taken)
        fine = (with_it >= need) & layout.hopeful(taken, level + 1)
        taken = self._closed(level + 1, taken[:, fine])
        if width is not None and len(keep) + taken.shape[1] > width:
            bounds = np.concatenate([without[keep], self._bounds(level + 1, taken)])
            order = np.argpartition(-bounds, width)
            best = order[:width]
            self._lost = max(self._lost, int(bounds[order[width]]))
            taken = taken[:, best[best >= len(keep)] - len(keep)]
            keep = keep[best[best < len(keep)]]
        return np.concatenate([frontier[:, keep], taken], axis=1)

    def _closed(self, level: int | Ints, frontier: Ints) -> Ints:
        """The frontier without the sets of which so few can come that these are looked up at once.

        `level` is what is decided next, of all columns or of each.
        """
        levels = np.broadcast_to(level, frontier.shape[1])
        for size, groups in self._closings.items():
            here = np.flatnonzero(frontier[LEFT] == size)
            low, high = groups.between(frontier[ROOM, here], self._need() - frontier[GAIN, here])
            few = high - low <= (NO_LIMIT if self._table.blind else _FEW_EACH[size])
            if not few.any():
                continue
            here, low, high = here[few], low[few], high[few]
            columns = frontier[:, here]
            for asker, items in groups.matched(low, high, partial(self._missing, columns), levels[here]):
                self._watch.check()
                self._end(columns, asker, items)
            frontier, levels = np.delete(frontier, here, axis=1), np.delete(levels, here)
        return frontier

    def _missing(self, columns: Ints) -> Ints:
        missing: Ints = self._need() - columns[GAIN]
        return missing

    def _end(self, columns: Ints, asker: Ints, items: Ints) -> None:
        """Take whole sets: of these columns, each asker with items of its own."""
        items = self._items[items]
        # Hardly any of very many keeps the rules, so that is seen before the rest of a set is put together.
        fine = self._layout.ends_well(columns, asker, items)
        frontier, items = columns[:, asker[fine]], items[fine]
        for i in range(items.shape[1]):
            frontier, fresh = self._layout.taken_each(frontier, items[:, i])
            frontier, items = frontier[:, fresh], items[fresh]
        self._take_whole(frontier)

    def _harvest(self, level: int, frontier: Ints) -> Ints:
        """Take the whole sets out of a frontier."""
        if self._selection.counted:
            done = frontier[LEFT] == 0
        else:
            done = np.full(frontier.shape[1], level == len(self._items))
        if not done.any():
            return frontier
        self._take_whole(frontier[:, done])
        rest: Ints = frontier[:, ~done]
        return rest

    def _take_whole(self, columns: Ints) -> None:
        """Hand whole sets over at once: the first that is a programme cuts off nearly all that is still to come."""
        fine, worth = self._layout.whole(columns)
        fine &= worth > self._threshold
        columns, worth = columns[:, fine], worth[fine]
        best = np.argsort(-worth, kind="stable")
        # The best first: once one of them is a programme, most of the others need no look.
        for begin in range(0, len(best), _SIEVED_AT_ONCE):
            some = best[begin : begin + _SIEVED_AT_ONCE]
            if worth[some[0]] <= self._threshold:
                return
            items = self._layout.items(columns[:, some])
            leaves = (
                Leaf(items[at][items[at] >= 0], int(worth[some[at]]))
                for at in np.flatnonzero(self._sieve(items, worth[some] - self._threshold - 1))
            )
            self._threshold = max(self._threshold, self._on_leaves(leaves, self._lost // self._table.scale))
