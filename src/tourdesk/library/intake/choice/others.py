"""What the page's other candidates say of each: how likely those are that stand on its line, beside it, and like it.

A first look gives each candidate a chance by itself; a title stands where the page's other titles stand, and apart
from them as far as they do from one another.
"""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from tourdesk.library.intake.choice.looks import Looks
from tourdesk.library.intake.choice.places import Place

if TYPE_CHECKING:
    import numpy as np  # when the first page is read
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Codes = npt.NDArray[np.intp]

# Of a candidate's place: way, kind of line, lines to the run-time, lines to the facts, gap before, capitals.
_ALIKE_IN = ((0,), (0, 1), (0, 2), (0, 4), (0, 1, 2, 4), (0, 2, 5), (4, 5), (0, 1, 2, 3, 4, 5))
_LIKELY = 0.3
_VERY = 0.5
_FARTHEST = 40
_MOST_ALIKE = 30
_NEIGHBOURS = (-2, -1, 1, 2)


def beside_others(looks: Looks, places: list[Place], chance: "Floats") -> "Floats":
    """The numbers of each candidate, shape (candidates, numbers); `chance` is how likely each is by itself."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    candidates = looks.candidates
    line = np.array([candidate.line for candidate in candidates])
    best = np.zeros(len(looks.kinds), dtype=np.float32)
    np.maximum.at(best, line, chance)
    words, _ = _codes(candidate.plain for candidate in candidates)
    columns = [
        chance,
        np.log(chance + 1e-5),
        chance - _best_other(line, chance),
        chance - _best_other(_codes(looks.anchors[at] for at in line)[0], chance),
        _best_other(words, chance),
        np.bincount(words)[words],
        *(
            np.full(len(line), value)
            for value in (best.max(), best.sum(), (best > _LIKELY).sum(), (best > _VERY).sum())
        ),
        *_steps(line, best),
        *_alike(looks, places, line, np.where(chance >= best[line], chance, 0)),
        *_within(looks, chance),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _codes(values: Iterable[Hashable]) -> "tuple[Codes, int]":
    """Each value as a number, the kinds of values counted as they come; and how many there are."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    known: dict[Hashable, int] = {}
    codes = np.array([known.setdefault(value, len(known)) for value in values], dtype=np.intp)
    return codes, len(known)


def _best_other(codes: "Codes", chance: "Floats") -> "Floats":
    """The greatest chance of the others of the same kind, -1 for none."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    first = np.full(int(codes.max()) + 1, -1, dtype=np.float32)
    second = first.copy()
    np.maximum.at(first, codes, chance)
    top = chance >= first[codes]
    np.maximum.at(second, codes[~top], chance[~top])
    several = np.bincount(codes, weights=top)[codes] > 1
    return np.where(top & ~several, second[codes], first[codes])


def _steps(line: "Codes", best: "Floats") -> "list[Floats]":
    """How far the next likely lines are, beside how far they are from each other; the chances of the lines beside."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    likely = np.flatnonzero(best > _LIKELY)
    edges = np.concatenate([[-_FARTHEST - len(best)], likely, [2 * len(best) + _FARTHEST]])
    up = np.minimum(line - edges[np.searchsorted(edges, line) - 1], _FARTHEST)
    down = np.minimum(edges[np.searchsorted(edges, line, side="right")] - line, _FARTHEST)
    usual = float(np.median(np.diff(likely))) if len(likely) > 1 else 0.0
    beside = np.concatenate([[-1, -1], best, [-1, -1]])
    return [
        up,
        down,
        np.full(len(line), usual),
        up - usual,
        down - usual,
        *(beside[line + step + 2] for step in _NEIGHBOURS),
    ]


def _alike(looks: Looks, places: list[Place], line: "Codes", chance: "Floats") -> "list[Floats]":
    """Of the candidates that stand alike: the sum and the mean of their chances, how many there are, how many are likely.

    `chance` is 0 for candidates that are not the likeliest of their line.
    """
    import numpy as np  # noqa: PLC0415  # when the first page is read

    kinds = [_codes(tuple(place[part] for part in parts) for place in places) for parts in _ALIKE_IN]
    kinds.append(_codes((looks.kinds[at], looks.gaps[at]) for at in line))
    counted, likely = (chance > 0).astype(np.float32), (chance > _LIKELY).astype(np.float32)
    columns = []
    for codes, count in kinds:
        total, number, many = (
            np.bincount(codes, weights, count)[codes] - weights for weights in (chance, counted, likely)
        )
        columns += [total, total / np.maximum(number, 1), np.minimum(number, _MOST_ALIKE), many]
    return columns


def _within(looks: Looks, chance: "Floats") -> "list[Floats]":
    """The greatest chance of what a candidate holds, and of what holds it; -1 for nothing."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    held, holds = np.full(len(chance), -1, dtype=np.float32), np.full(len(chance), -1, dtype=np.float32)
    of_line: dict[int, list[int]] = {}
    for index, candidate in enumerate(looks.candidates):
        of_line.setdefault(candidate.line, []).append(index)
    for mine in of_line.values():
        starts = np.array([looks.candidates[index].start for index in mine])
        ends = np.array([looks.candidates[index].end for index in mine])
        within = (starts[:, None] <= starts) & (ends[:, None] >= ends)
        np.fill_diagonal(within, val=False)
        holds[mine] = np.where(within, chance[mine], -1).max(axis=1)
        held[mine] = np.where(within, chance[mine][:, None], -1).max(axis=0)
    return [holds, held, chance - holds, chance - held]
