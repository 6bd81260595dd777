"""Sets that fill every part of a night to the second, found by chance and two films that close each gap.

Where filling counts most, the best leaves nothing over, and among thousands of films there are very many sets
that do; a search in the order of worth meets few of them. Here some films of a part are drawn, the better ones
more often, and the last two are looked up among the sums of all pairs. Nothing is proven by it.
"""

from collections.abc import Iterator

import numpy as np

from tourdesk.programming.fit.layout import CLASS, GAIN, ROOM, Layout
from tourdesk.programming.fit.request import Request
from tourdesk.programming.fit.selection import Ints, Selection
from tourdesk.programming.fit.sweep import Leaf
from tourdesk.programming.fit.watch import Watch

MOST_FILMS = 600
_DRAWN = 4_000
_KEPT = 500
_PAIRS_EACH = 12
_TRIALS = 6


class Filling:
    """Draws sets of one night from a pool of items, for a selection that counts its showings."""

    def __init__(self, request: Request, selection: Selection, pool: Ints, classes: Ints) -> None:
        """`pool` are items that are not forced, the best first; `classes` those of the selection to be filled."""
        self._request = request
        self._selection = selection
        self._pool = pool
        # The same request is answered in the same way each time.
        self._random = np.random.default_rng(len(pool))
        none = np.zeros(len(selection.counts), dtype=np.int64)
        self._layout = Layout(selection, pool, classes, selection.worth, none)
        self._forced = np.flatnonzero(selection.forced)
        self._singles = self._by_length(pool[:, None])
        first, second = np.triu_indices(len(pool), 1)
        self._pairs = self._by_length(np.stack([pool[first], pool[second]], axis=1))

    def _by_length(self, groups: Ints) -> tuple[Ints, Ints]:
        """Groups of items with their lengths together: by length, then the better ones first."""
        lengths = self._selection.seconds[groups].sum(axis=1)
        order = np.lexsort((-self._selection.worth[groups].sum(axis=1), lengths))
        return lengths[order], groups[order]

    def sets(self, at: int, watch: Watch) -> Iterator[list[Leaf]]:
        """Sets of the class `at` that fill the night and keep every row, the best of each trial first."""
        for _ in range(_TRIALS):
            watch.check()
            yield self._trial(at)

    def _trial(self, at: int) -> list[Leaf]:
        parts, count = len(self._request.parts), int(self._selection.counts[at])
        place = self._random.integers(parts, size=len(self._forced))
        sizes = np.bincount(np.arange(count) % parts, minlength=parts)
        self._random.shuffle(sizes)
        here = np.bincount(place, minlength=parts)
        if (sizes < np.maximum(here, 1)).any():
            return []
        lengths = self._lengths() - self._request.gap_seconds * (sizes - 1)
        np.subtract.at(lengths, place, self._selection.seconds[self._forced])
        frontier = self._layout.start()
        frontier = frontier[:, frontier[CLASS] == at]
        for length, size in zip(lengths, sizes - here, strict=True):
            frontier = self._filled(frontier, int(length), int(size))
        fine, worth = self._layout.whole(frontier)
        frontier, worth = frontier[:, fine], worth[fine]
        order = np.argsort(-worth, kind="stable")
        return [Leaf(self._layout.items(frontier[:, i]), int(worth[i])) for i in order]

    def _lengths(self) -> Ints:
        """How long each part is to be: full, or, where the evening is shorter than its parts, what it allows."""
        request = self._request
        lengths = np.array([part.max_seconds for part in request.parts], dtype=np.int64)
        evening = request.evening_seconds - request.intermission_seconds * (len(request.parts) - 1)
        over = int(lengths.sum()) - evening
        for p in self._random.permutation(len(lengths)):
            less = min(over, int(lengths[p]), int(self._random.integers(max(over, 0) + 1)))
            if less > 0:
                lengths[p] -= less
                over -= less
        if over > 0:
            lengths[int(np.argmax(lengths))] -= over
        return lengths

    def _filled(self, frontier: Ints, length: int, size: int) -> Ints:
        """The sets in the making with so many more items that last exactly so long."""
        if not size or not frontier.shape[1] or not len(self._pool):
            return frontier[:, : 0 if length or not frontier.shape[1] else None]
        last = min(size, 2)
        drawn = frontier[:, self._random.integers(frontier.shape[1], size=_DRAWN if size > last else _KEPT)]
        left = np.full(drawn.shape[1], length, dtype=np.int64)
        for _ in range(size - last):
            # The lesser of two numbers draws films from the front of the pool more often.
            two = self._random.integers(len(self._pool), size=(2, drawn.shape[1]))
            items = self._pool[two.min(axis=0)]
            drawn, fine = self._with(drawn, items)
            left = (left - self._selection.seconds[items])[fine]
        return self._closed(drawn, left, last)

    def _closed(self, frontier: Ints, left: Ints, size: int) -> Ints:
        lengths, groups = self._singles if size == 1 else self._pairs
        low, high = np.searchsorted(lengths, left), np.searchsorted(lengths, left, side="right")
        # Of the groups of the right length the better half of the tries go to the best, the others to any.
        at = low + np.arange(_PAIRS_EACH)[:, None]
        any_of_them = low + (self._random.random(at.shape) * (high - low)).astype(np.int64)
        at = np.where(np.arange(_PAIRS_EACH)[:, None] % 2 == 0, at, any_of_them)
        _, column = np.nonzero(at < high)
        group = groups[at[at < high]]
        found = frontier[:, column]
        for i in range(size):
            found, fine = self._with(found, group[:, i])
            group = group[fine]
        return self._best(found)

    def _with(self, frontier: Ints, items: Ints) -> tuple[Ints, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
        """Each column with an item of its own, and which columns could take it."""
        new, fresh = self._layout.taken_each(frontier, items)
        fine = fresh & (new[ROOM] >= 0) & self._layout.fits(new)
        return new[:, fine], fine

    def _best(self, frontier: Ints) -> Ints:
        """Some of the sets, each once: the better half of them the best, the others by chance."""
        frontier = frontier[:, self._layout.different(frontier)]
        if frontier.shape[1] <= _KEPT:
            return frontier
        order = np.argsort(-frontier[GAIN], kind="stable")
        rest = self._random.permutation(order[_KEPT // 2 :])
        kept: Ints = frontier[:, np.concatenate([order[: _KEPT // 2], rest[: _KEPT // 2]])]
        return kept
