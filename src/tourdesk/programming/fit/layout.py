"""How a frontier counts: each column is a set in the making, each row a number about it.

Almost every rule is a number that an item adds to. Rows of few films (each director, each section) are packed
many into one word, with a guard bit above each field that shows when it has one too many.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.selection import Ints, Row, Selection, Variety

Bools = npt.NDArray[np.bool_]
WORD = 62
LEFT, ROOM, GAIN, WORTH, CLASS, _FIXED = range(6)
_LARGEST_PACKED = 30


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The rows of a selection by how they are counted."""

    needs: list[Row]
    slacks: list[Row]
    packed: list[Row]
    priced: list[Row]
    late: list[Row]


class Layout:
    """The numbers of a frontier, what an item adds to each, and which columns may live."""

    def __init__(self, selection: Selection, items: Ints, classes: Ints, price: Ints, back: Ints) -> None:
        self._selection = selection
        self._items = items
        self._classes = classes
        kinds = self._kinds()
        self._needs = slice(_FIXED, _FIXED + len(kinds.needs))
        self._slacks = slice(self._needs.stop, self._needs.stop + len(kinds.slacks))
        at = self._slacks.stop
        self._priced = list(enumerate(kinds.priced, at))
        self._late = list(enumerate(kinds.late, at + len(kinds.priced)))
        at += len(kinds.priced) + len(kinds.late)
        fields = _pack([int(row.highs[classes].max()) for row in kinds.packed])
        self._packed = slice(at, at + 1 + max((word for word, _, _ in fields), default=-1))
        self._chosen = slice(self._packed.stop, self._packed.stop + -(-len(items) // WORD))
        self._varieties: list[tuple[slice, Variety, Ints]] = []
        at = self._chosen.stop
        for variety in selection.varieties:
            masks = _masks(variety, [*items.tolist(), *np.flatnonzero(selection.forced).tolist()])
            self._varieties.append((slice(at, at + masks.shape[1]), variety, masks))
            at += masks.shape[1]
        self.delta = np.zeros((len(selection.films), at), dtype=np.int64)
        self.first = np.zeros((at, len(classes)), dtype=np.int64)
        self._guard = np.zeros((self._packed.stop - self._packed.start, 1), dtype=np.int64)
        self._begin(price, back)
        self._count(kinds, fields)
        # Read for very many items at a time, row by row.
        self._head = np.ascontiguousarray(self.delta[:, : self._packed.stop].T)
        weights = -self.delta[items, self._needs]
        none = np.zeros((1, len(kinds.needs)), dtype=np.int64)
        # What the items from each level on can still add to each lower bound.
        self._rest = np.concatenate([np.cumsum(weights[::-1], axis=0)[::-1], none])

    def _kinds(self) -> _Kinds:
        selection, classes = self._selection, self._classes
        inside = selection.forced.copy()
        inside[self._items] = True
        kinds = _Kinds([], [], [], [], [])
        for row in selection.rows:
            if row.price is not None:
                kinds.priced.append(row)
                continue
            if row.weight.min(initial=0) < 0:
                kinds.late.append(row)
                continue
            if row.lows[classes].max() > 0:
                kinds.needs.append(row)
            most = int(row.highs[classes].max())
            if row.highs[classes].min() < int(row.weight[inside[row.index]].sum()):
                unit = bool((row.weight == 1).all()) and most < _LARGEST_PACKED
                (kinds.packed if unit else kinds.slacks).append(row)
        return kinds

    def _begin(self, price: Ints, back: Ints) -> None:
        selection, classes = self._selection, self._classes
        if selection.counted:
            self.delta[:, LEFT] = -1
            self.first[LEFT] = selection.counts[classes]
        self.delta[:, ROOM] = -selection.seconds
        self.first[ROOM] = selection.room[classes]
        self.delta[:, GAIN] = price
        self.first[GAIN] = back[classes]
        self.delta[:, WORTH] = selection.worth
        self.first[WORTH] = selection.nothing
        self.first[CLASS] = classes
        for i, item in enumerate(self._items):
            self.delta[item, self._chosen.start + i // WORD] = 1 << (i % WORD)

    def _count(self, kinds: _Kinds, fields: list[tuple[int, int, int]]) -> None:
        classes = self._classes
        for at, row in zip(range(self._needs.start, self._needs.stop), kinds.needs, strict=True):
            self.delta[row.index, at] = -row.weight
            self.first[at] = row.lows[classes]
        for at, row in zip(range(self._slacks.start, self._slacks.stop), kinds.slacks, strict=True):
            self.delta[row.index, at] = -row.weight
            self.first[at] = row.highs[classes]
        for at, row in (*self._priced, *self._late):
            self.delta[row.index, at] = row.weight
        for row, (word, shift, width) in zip(kinds.packed, fields, strict=True):
            self.delta[row.index, self._packed.start + word] += 1 << shift
            full = (1 << (width - 1)) - 1
            self.first[self._packed.start + word] += (full - np.maximum(row.highs[classes], 0)) << shift
            self._guard[word, 0] |= 1 << (shift + width - 1)
            # A bound below nothing leaves no set at all in that class.
            self.first[ROOM] = np.where(row.highs[classes] < 0, -1, self.first[ROOM])

    def start(self) -> Ints:
        """The frontier before the first decision: one column for each class that can be, forced items in."""
        frontier = self.first[:, self.first[ROOM] >= 0]
        for item in np.flatnonzero(self._selection.forced):
            frontier = self.taken(frontier, int(item))
            frontier = frontier[:, (frontier[ROOM] >= 0) & (frontier[LEFT] >= 0) & self.fits(frontier)]
        return frontier

    def taken(self, frontier: Ints, item: int) -> Ints:
        """The frontier with an item added to every column."""
        out: Ints = frontier + self.delta[item][:, None]
        for rows, _, masks in self._varieties:
            out[rows] |= masks[item][:, None]
        return out

    def taken_each(self, frontier: Ints, items: Ints) -> tuple[Ints, Bools]:
        """The frontier with an item of its own added to each column, and which columns did not have theirs yet."""
        delta = self.delta[items].T
        fresh: Bools = ((frontier[self._chosen] & delta[self._chosen]) == 0).all(axis=0)
        out: Ints = frontier + delta
        for rows, _, masks in self._varieties:
            out[rows] |= masks[items].T
        return out, fresh

    def ends_well(self, frontier: Ints, asker: Ints, items: Ints) -> Ints:
        """Which sets keep the bounds of their rows: of these columns the asker's, with a row of items each."""
        left = np.arange(len(asker))
        for row in range(self._packed.start, self._packed.stop):
            word = frontier[row, asker[left]]
            fine = np.ones(len(left), dtype=bool)
            for column in items[left].T:
                # A guard tells of one too many, not of two.
                word = word + self._head[row][column]
                fine &= (word & self._guard[row - self._packed.start, 0]) == 0
            left = left[fine]
        for row in (ROOM, *range(self._needs.start, self._slacks.stop)):
            sums = frontier[row, asker[left]] + self._head[row][items[left]].sum(axis=1)
            is_need = self._needs.start <= row < self._needs.stop
            left = left[sums <= 0 if is_need else sums >= 0]
        return left

    def fits(self, frontier: Ints) -> Bools:
        """Which columns keep every upper bound."""
        over: Bools = np.asarray((frontier[self._slacks] < 0).any(axis=0))
        over |= ((frontier[self._packed] & self._guard) != 0).any(axis=0)
        return ~over

    def hopeful(self, frontier: Ints, level: int) -> Bools:
        """Which columns can still reach every lower bound with the items from `level` on."""
        missing: Bools = frontier[self._needs] > self._rest[level][:, None]
        return ~np.asarray(missing.any(axis=0))

    def has_last(self, frontier: Ints, level: int) -> Bools:
        """Which columns took the item before `level`."""
        at = level - 1
        taken: Bools = (frontier[self._chosen.start + at // WORD] >> (at % WORD)) & 1 == 1
        return taken

    def whole(self, frontier: Ints) -> tuple[Bools, Ints]:
        """Which columns keep every lower bound too, and what they are worth, broken soft rows taken off."""
        selection = self._selection
        fine: Bools = np.asarray((frontier[self._needs] <= 0).all(axis=0))
        classes = frontier[CLASS]
        fine &= selection.room[classes] - frontier[ROOM] >= selection.floor[classes]
        for at, row in self._late:
            fine &= frontier[at] <= row.highs[classes]
        for rows, variety, _ in self._varieties:
            fine &= np.bitwise_count(frontier[rows]).sum(axis=0) >= variety.at_least
        worth = frontier[WORTH].copy()
        for at, row in self._priced:
            broken = (frontier[at] < row.lows[classes]) | (frontier[at] > row.highs[classes])
            worth -= broken * (row.price or 0)
        return fine, worth

    def items(self, frontier: Ints) -> Ints:
        """The items of each column, forced ones first, a row each; rows of fewer end in -1."""
        forced = np.flatnonzero(self._selection.forced)
        words = frontier[self._chosen]
        number, at = np.nonzero(words)
        rest = words[number, at]
        columns, items = [at[:0]], [self._items[:0]]
        while len(at):
            lowest = rest & -rest
            place = np.frexp(lowest.astype(np.float64))[1] - 1
            columns.append(at)
            items.append(self._items[number * WORD + place])
            rest = rest ^ lowest
            left = rest != 0
            number, at, rest = number[left], at[left], rest[left]
        column = np.concatenate(columns)
        order = np.argsort(column, kind="stable")
        column = column[order]
        sizes = np.bincount(column, minlength=frontier.shape[1])
        begin = np.cumsum(sizes) - sizes
        found = np.full((frontier.shape[1], len(forced) + int(sizes.max(initial=0))), -1, dtype=np.int64)
        found[:, : len(forced)] = forced
        found[column, len(forced) + np.arange(len(column)) - begin[column]] = np.concatenate(items)[order]
        return found


def _pack(highs: list[int]) -> list[tuple[int, int, int]]:
    """Word, shift and width of a field for each upper bound."""
    fields, word, shift = [], 0, 0
    for high in highs:
        width = max(high, 0).bit_length() + 1
        if shift + width > WORD:
            word, shift = word + 1, 0
        fields.append((word, shift, width))
        shift += width
    return fields


def _masks(variety: Variety, items: list[int]) -> Ints:
    """The values of each of these items as bits; the others are never asked for."""
    numbers = 1 + max((value for i in items for value in variety.values[i]), default=-1)
    masks = np.zeros((len(variety.values), max(1, -(-numbers // WORD))), dtype=np.int64)
    for i in items:
        for value in variety.values[i]:
            masks[i, value // WORD] |= 1 << (value % WORD)
    return masks
