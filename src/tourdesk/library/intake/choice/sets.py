"""Which candidates may be the page's titles together: sets that a page's layout marks off alike.

On most pages all titles stand in one place of their entries: the first words of the line above the run-time, what
stands before the dash, the lines in capitals. Each such place gives a set; trees that were trained on pages with known
films say how well a set explains the page.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from tourdesk.library.intake.choice.candidates import SEVERAL_A_LINE, Candidate
from tourdesk.library.intake.choice.looks import Looks
from tourdesk.library.intake.choice.places import Place

if TYPE_CHECKING:
    import numpy as np  # when the first page is read
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

Set = frozenset[int]
"""The indices of candidates."""

# Of a candidate's place: way, kind of line, lines to the run-time, lines to the facts, gap before, capitals.
_ALIKE_IN = (
    (0,), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 1, 2), (0, 1, 3), (0, 1, 4), (0, 2, 4), (0, 2, 5), (0, 4, 5),
    (0, 1, 2, 4), (0, 1, 2, 3, 4, 5), (2, 4), (4, 5), (1, 5),
)  # fmt: skip
_LIKELY = (0.0, 0.1, 0.3)
_OVERALL = (0.1, 0.3, 0.4, 0.5, 0.7)
_GROUPS = 3
_LIKELY_OF_TWO = 0.1
_ALONE = 6
_MEANS_OF = 101
_LIKELY_LEFT = 0.3
_SHAPE_LINES = 3
# The places by which titles are alike, the last the whole of them.
_KINDS_IN = ((0,), (0, 1), (0, 2), (0, 2, 4), (0, 1, 2, 3, 4, 5))


def sets_of(looks: Looks, places: list[Place], likely: "Floats", told: Set) -> list[Set]:
    """The sets of candidates worth asking about; `told` is the set that was read without them."""
    chance = likely.tolist()
    order = sorted(range(len(chance)), key=chance.__getitem__, reverse=True)
    found: dict[Set, None] = {}
    if told:
        found[told] = None
    kept = _one_a_line(looks, order)
    for least in _OVERALL:
        found[_likely(kept, chance, least)] = None
    for index in order[:_ALONE]:
        found[frozenset([index])] = None
    for parts in _ALIKE_IN:
        place = itemgetter(*parts)
        groups: dict[Hashable, list[int]] = defaultdict(list)
        weight: dict[Hashable, float] = defaultdict(float)
        for index in order:
            key = place(places[index])
            groups[key].append(index)
            weight[key] += chance[index]
        largest = sorted(groups, key=weight.__getitem__, reverse=True)[:_GROUPS]
        for key in largest:
            kept = _one_a_line(looks, groups[key])
            for least in _LIKELY:
                found[_likely(kept, chance, least)] = None
        if len(largest) > 1:
            two = sorted(groups[largest[0]] + groups[largest[1]], key=chance.__getitem__, reverse=True)
            found[_likely(_one_a_line(looks, two), chance, _LIKELY_OF_TWO)] = None
    found.pop(frozenset(), None)
    return list(found)


def _likely(kept: list[int], chance: list[float], least: float) -> Set:
    """Of candidates, likeliest first, those that are likely at least so much."""
    return frozenset(kept[: bisect_right(kept, -least, key=lambda index: -chance[index])])


def _one_a_line(looks: Looks, order: Iterable[int]) -> list[int]:
    """Of candidates, likeliest first, one for each line, or those that one way marks off there, and none said before."""
    ends: dict[int, list[Candidate]] = {}
    words: set[str] = set()
    kept = []
    for index in order:
        candidate = looks.candidates[index]
        beside = ends.setdefault(candidate.line, [])
        if candidate.plain not in words and all(_stand_together(candidate, other) for other in beside):
            beside.append(candidate)
            words.add(candidate.plain)
            kept.append(index)
    return kept


def _stand_together(one: Candidate, other: Candidate) -> bool:
    """Whether two stretches of one line may both be titles."""
    apart = one.end <= other.start or other.end <= one.start
    return apart and one.way == other.way and one.way in SEVERAL_A_LINE


def numbers_of(
    looks: Looks,
    places: list[Place],
    likely: "Floats",
    told: frozenset[str],
    sets: list[Set],
) -> "Floats":
    """What each set looks like, shape (sets, numbers); `told` are the titles that were read without the sets."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    page = _Page(looks, places, likely, told)
    chosen = np.zeros((len(sets), len(looks.candidates)), dtype=np.float32)
    for number, one in enumerate(sets):
        chosen[number, sorted(one)] = 1
    means = chosen @ looks.numbers[:, :_MEANS_OF] / chosen.sum(axis=1, keepdims=True)
    chances = page.chances_of(chosen)
    beside = (chances - edge for edge in (chances.max(axis=0), chances.min(axis=0)))
    return np.hstack([chances, page.places_of(chosen), page.spread_of(sets), means, *beside])


class _Page:
    """What is counted once for all sets of a page; `chosen` is 1 where a set (row) has a candidate (column)."""

    def __init__(self, looks: Looks, places: list[Place], likely: "Floats", told: frozenset[str]) -> None:
        import numpy as np  # noqa: PLC0415  # when the first page is read

        self.looks, self.likely = looks, likely
        self.line_at = [candidate.line for candidate in looks.candidates]
        anchors = [looks.anchors[line] for line in self.line_at]
        self.lines, self.best_of_line = _kinds(self.line_at), _best(self.line_at, likely)
        self.anchors, self.best_of_anchor = _kinds(anchors), _best(anchors, likely)
        self.films = np.array([anchor >= 0 for anchor in dict.fromkeys(anchors)], dtype=np.float32)
        self.places = [
            _kinds([tuple(place[part] for part in parts) for place in places]) for parts in _KINDS_IN
        ]
        after = [
            looks.kinds[line : line + _SHAPE_LINES] + looks.gaps[line : line + _SHAPE_LINES]
            for line in self.line_at
        ]
        self.shapes = _kinds(after)
        self.told = np.array([candidate.plain in told for candidate in looks.candidates], dtype=np.float32)
        self.told_count = len(told)
        first = likely >= self.best_of_line[self.lines.argmax(axis=1)]
        of_film = likely >= self.best_of_anchor[self.anchors.argmax(axis=1)]
        self.best = np.array([first, of_film], dtype=np.float32).T

    def chances_of(self, chosen: "Floats") -> "Floats":
        """How likely the titles of each set are, and those that it leaves out."""
        import numpy as np  # noqa: PLC0415  # when the first page is read

        count = chosen.sum(axis=1)
        total = chosen @ self.likely
        mean = total / count
        spread = np.sqrt(np.maximum(chosen @ self.likely**2 / count - mean**2, 0))
        left = np.where((chosen @ self.lines) > 0, np.float32(0), self.best_of_line[None, :])
        columns = [
            count,
            mean,
            np.where(chosen > 0, self.likely[None, :], 2).min(axis=1),
            (chosen * self.likely).max(axis=1),
            total,
            spread,
            left.max(axis=1),
            np.where(left > _LIKELY_LEFT, left, 0).sum(axis=1),
            left.sum(axis=1),
            chosen @ np.log(self.likely + 1e-4) / count,
            chosen @ np.log(1 - np.minimum(self.likely, 0.999)),
            np.log(1 - np.minimum(left, 0.999)).sum(axis=1),
            *(chosen @ self.best / count[:, None]).T,
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def places_of(self, chosen: "Floats") -> "Floats":
        """How alike the titles of each set stand, and how many of the page's films and of the titles read it has."""
        import numpy as np  # noqa: PLC0415  # when the first page is read

        count = chosen.sum(axis=1)
        anchors = chosen @ self.anchors
        standing = (chosen @ self.places[-1] > 0)[:, self.places[-1].argmax(axis=1)]
        covered = (chosen @ self.lines > 0)[:, self.lines.argmax(axis=1)]
        alike = (standing & ~covered).sum(axis=1)
        both = chosen @ self.told
        films = self.films.sum()
        columns = [
            (anchors > 0).sum(axis=1) / count,
            anchors.max(axis=1),
            # Summed, not multiplied: a product of yes and no with numbers may warn of what stands beside them in memory.
            np.where(anchors > 0, self.films, np.float32(0)).sum(axis=1) / max(1.0, float(films)),
            np.full(len(chosen), films),
            (anchors > 0).sum(axis=1) / anchors.shape[1],
            *((chosen @ kinds > 0).sum(axis=1) / count for kinds in self.places),
            (chosen @ self.shapes > 0).sum(axis=1) / count,
            alike,
            alike / count,
            np.full(len(chosen), self.lines.shape[1]),
            both / max(1, self.told_count),
            both / count,
            np.full(len(chosen), self.told_count),
        ]
        return np.stack(columns, axis=1).astype(np.float32)

    def spread_of(self, sets: list[Set]) -> "Floats":
        """How even the lengths of the titles are, and the steps from one to the next."""
        import numpy as np  # noqa: PLC0415  # when the first page is read

        rows = []
        for one in sets:
            lengths = [len(self.looks.candidates[index].words) for index in one]
            lines = sorted({self.line_at[index] for index in one})
            rows.append((*_even(lengths), *_even([b - a for a, b in pairwise(lines)])))
        return np.array(rows, dtype=np.float32)


def _even(values: list[int]) -> tuple[float, float]:
    """The deviation of values in parts of their mean, and the mean; zeros for none."""
    if not values:
        return 0.0, 0.0
    mean = sum(values) / len(values)
    deviation = sum((value - mean) ** 2 for value in values) / len(values)
    return deviation**0.5 / mean, mean


def _kinds(values: Sequence[Hashable]) -> "Floats":
    """1 where a value (row) is of a kind (column), the kinds in the order in which they come."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    known = {value: number for number, value in enumerate(dict.fromkeys(values))}
    table = np.zeros((len(values), len(known)), dtype=np.float32)
    table[range(len(values)), [known[value] for value in values]] = 1
    return table


def _best(values: list[int], likely: "Floats") -> "Floats":
    """The greatest chance of each kind of value, in the order of `_kinds`."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    best: dict[int, float] = {}
    for value, chance in zip(values, likely.tolist(), strict=True):
        best[value] = max(best.get(value, 0.0), chance)
    return np.array(list(best.values()), dtype=np.float32)
