"""The exact search for sets: item after item, all undecided sets at once, cut by what the rest can still bring.

A set in the making whose worth so far plus the table's bound does not beat the threshold is dropped. A sweep
that ends without a limit on its width is a proof that nothing better was left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from tourdesk.programming.fit.layout import GAIN, LEFT, ROOM, Layout
from tourdesk.programming.fit.selection import Ints, Selection
from tourdesk.programming.fit.table import Table
from tourdesk.programming.fit.watch import Watch

_WIDEST = 60_000
_MOST_LEAVES = 5_000
_IMPOSSIBLE = -(1 << 59)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A whole set: items of the selection and what it is worth, moves and splits over nights not yet counted."""

    items: Ints
    worth: int


OnLeaves = Callable[[Iterator[Leaf], int], int]
"""Takes whole sets, the best first, and what sets that were dropped may be worth; answers the next threshold."""
_Columns = list[tuple[Ints, Ints]]


class Sweep:
    """Searches the sets over some items of a selection."""

    def __init__(self, selection: Selection, table: Table, classes: Ints) -> None:
        """Over the items of the table; `classes` are those to be searched."""
        self._selection = selection
        self._items = table.items
        self._table = table
        self._layout = Layout(selection, table.items, classes, table.price, table.back)
        # A showing after the first needs the one before it, which stands just before it unless it is forced.
        before = np.maximum(table.items - 1, 0)
        self._lost = _IMPOSSIBLE
        self._twins = selection.follows[table.items] & ~selection.forced[before]

    def run(self, threshold: int, on_leaves: OnLeaves, watch: Watch, width: int | None = None) -> int:
        """Hand every set worth more than the threshold to `on_leaves`, and answer what dropped ones may be worth.

        With a `width` only so many sets in the making are kept at each level, the most hopeful ones: then every
        set worth more than the answer was handed over. OutOfTime and Cancelled come from the watch.
        """
        stack = [(0, self._layout.start())]
        leaves: _Columns = []
        self._lost = _IMPOSSIBLE
        while stack:
            level, frontier = stack.pop()
            while True:
                watch.check()
                frontier = self._harvest(level, frontier, threshold, leaves)
                if width is None and sum(len(worth) for worth, _ in leaves) > _MOST_LEAVES:
                    threshold = self._handed_over(leaves, on_leaves)
                if level == len(self._items) or not frontier.shape[1]:
                    break
                if width is None and frontier.shape[1] > _WIDEST:
                    frontier = self._halved(level, frontier, stack)
                need = max((threshold + 1) * self._table.scale, _IMPOSSIBLE)
                frontier = self._decided(level, frontier, need, width)
                level += 1
            if leaves:
                threshold = self._handed_over(leaves, on_leaves)
        return self._lost // self._table.scale

    def _halved(self, level: int, frontier: Ints, stack: list[tuple[int, Ints]]) -> Ints:
        """The more hopeful half; the other waits: depth first, the memory stays bounded and the search whole."""
        order = np.argsort(-self._bounds(level, frontier), kind="stable")
        half = len(order) // 2
        stack.append((level, frontier[:, order[half:]]))
        first: Ints = frontier[:, order[:half]]
        return first

    def _bounds(self, level: int, frontier: Ints) -> Ints:
        bounds: Ints = frontier[GAIN] + self._table.bound(level, frontier[LEFT], frontier[ROOM])
        return bounds

    def _decided(self, level: int, frontier: Ints, need: int, width: int | None) -> Ints:
        """The frontier after the item of this level was left out or taken."""
        layout, item = self._layout, int(self._items[level])
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
        taken, with_it = taken[:, fine], with_it[fine]
        if width is not None and len(keep) + taken.shape[1] > width:
            bounds = np.concatenate([without[keep], with_it])
            order = np.argpartition(-bounds, width)
            best = order[:width]
            self._lost = max(self._lost, int(bounds[order[width]]))
            taken = taken[:, best[best >= len(keep)] - len(keep)]
            keep = keep[best[best < len(keep)]]
        return np.concatenate([frontier[:, keep], taken], axis=1)

    def _harvest(self, level: int, frontier: Ints, threshold: int, leaves: _Columns) -> Ints:
        """Take the whole sets out of a frontier."""
        if self._selection.counted:
            done = frontier[LEFT] == 0
        else:
            done = np.full(frontier.shape[1], level == len(self._items))
        if not done.any():
            return frontier
        columns = frontier[:, done]
        fine, worth = self._layout.whole(columns)
        fine &= worth > threshold
        if fine.any():
            leaves.append((worth[fine], columns[:, fine]))
        rest: Ints = frontier[:, ~done]
        return rest

    def _handed_over(self, leaves: _Columns, on_leaves: OnLeaves) -> int:
        worth = np.concatenate([some for some, _ in leaves])
        columns = np.concatenate([some for _, some in leaves], axis=1)
        leaves.clear()
        best = np.argsort(-worth, kind="stable")
        sets = (Leaf(self._layout.items(columns[:, at]), int(worth[at])) for at in best)
        return on_leaves(sets, self._lost // self._table.scale)
