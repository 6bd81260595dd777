"""The last one or two items of a set, looked up by their length instead of being decided one after the other.

Where few seconds may be left over, few items of all have the length that is missing; deciding each of the others
for each set in the making would take nearly all of the time.
"""

from collections.abc import Callable, Iterator

import numpy as np

from tourdesk.programming.fit.selection import Ints

MOST_PAIRED = 3_000
MOST_CLOSED = 3
"""So few items are looked up all together: each first one, and the pairs that go with it."""
_AT_ONCE = 100_000


class Closings:
    """All groups of one or two items, by their lengths; an item is told by its place in the order of decision."""

    def __init__(self, seconds: Ints, gain: Ints, size: int) -> None:
        """`seconds` and `gain` of each item; `size` is how many items a group has."""
        self._size = size
        count = len(seconds)
        # Small numbers are gathered and sorted many times as quickly.
        short = seconds.astype(np.uint16) if size * int(seconds.max(initial=0)) < 1 << 16 else seconds
        if size == 1:
            self._seconds, self._gain = short, gain
        else:
            # Where the pairs of each first item begin, all pairs in a row.
            self._begin = np.concatenate([[0], np.cumsum(np.arange(count - 1, 0, -1))])
            self._seconds = np.concatenate([short[i] + short[i + 1 :] for i in range(count)])
            self._gain = np.concatenate([gain[i] + gain[i + 1 :] for i in range(count)])
        self._order = np.argsort(self._seconds, kind="stable")
        self._seconds = self._seconds[self._order]
        self._gain = self._gain[self._order]
        self._best = np.maximum.accumulate(self._gain)

    def between(self, room: Ints, need: Ints) -> tuple[Ints, Ints]:
        """From where to where the groups are that are short enough, and may bring enough, for each room and need."""
        most = np.clip(room, 0, np.iinfo(self._seconds.dtype).max).astype(self._seconds.dtype)
        high = np.searchsorted(self._seconds, most, side="right")
        low = np.searchsorted(self._best, need, side="left")
        return np.minimum(low, high), high

    def matched(
        self, low: Ints, high: Ints, need: Callable[[], Ints], level: Ints
    ) -> Iterator[tuple[Ints, Ints]]:
        """Which asker gets which items, those of its range that bring enough, all from its level on; a row each.

        Some hundred thousand are looked at at a time, each time with what is needed then.
        """
        counts = high - low
        ends = np.cumsum(counts)
        begin = 0
        while begin < len(counts):
            before = int(ends[begin - 1]) if begin else 0
            end = max(begin + 1, int(np.searchsorted(ends, before + _AT_ONCE, side="right")))
            some = counts[begin:end]
            asker = np.repeat(np.arange(begin, end), some)
            group = np.arange(len(asker)) + np.repeat(
                low[begin:end] - (ends[begin:end] - some - before), some
            )
            enough = self._gain[group] >= need()[asker]
            asker, items = asker[enough], self._items(group[enough])
            late = items[:, 0] >= level[asker]
            yield asker[late], items[late]
            begin = end

    def _items(self, groups: Ints) -> Ints:
        at = self._order[groups]
        if self._size == 1:
            return at[:, None]
        first = np.searchsorted(self._begin, at, side="right") - 1
        return np.stack([first, at - self._begin[first] + first + 1], axis=1)


def closings(seconds: Ints, gain: Ints, most: int) -> dict[int, Closings]:
    """The groups of one item, and, unless they would be too many or `most` says otherwise, of two."""
    sizes = (1, 2) if most > 1 and 1 < len(seconds) <= MOST_PAIRED else (1,)
    return {size: Closings(seconds, gain, size) for size in sizes}
