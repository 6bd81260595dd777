"""The titles of a page, all together, where they explain it better than what was read line by line."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tourdesk.library.intake.choice.candidates import Candidate
from tourdesk.library.intake.choice.looks import Looks, beside_told
from tourdesk.library.intake.choice.others import beside_others
from tourdesk.library.intake.choice.places import places_of
from tourdesk.library.intake.choice.sets import Set, numbers_of, sets_of
from tourdesk.library.intake.choice.trees import trees, word_weights
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import runtimes_in

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

# How much better another set must explain the page: titles that labels and layout tell are given up for good reasons only.
MARGIN = 0.05
FAR = 0.3
SHORTER = 0.15
# What titles must be worth at least; where neither rules nor lengths tell of films; and where no line but theirs is of films.
LEAST = 0.35
PLAIN = 0.5
NOT_OF_FILMS = 0.8
_NO_FILMS = frozenset({"total", "break"})
_RUNNING = frozenset({"prose", "text"})
_A_NAME = 0.75
_ALIKE = 2
_OF_ONE_FILM = frozenset({"directors", "runtime"})
# "Iowa.", "Live screening.": the words before a length that a sentence ends with.
_ENDS_SENTENCE = re.compile(r"\S+(?: \S+)?[^.]\.")


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sets of a page with what they look like; `now` is the place among them of what was read, -1 for none."""

    sets: list[Set]
    numbers: "Floats"
    now: int


def plainly_read(text: str, marked: list[Marked], groups: list[Group], stop: int) -> bool:
    """Whether nothing is to be weighed: each film was read with its length, all in one way, and no length is left over.

    Nor may the titles look like none: persons, the end of a sentence. Weighing every page would read half as many a second.
    """
    lengths = [sum(fact.field == "runtime" for fact in group.facts) for group in groups]
    titles = [text[slice(*group.title)] for group in groups if group.title is not None]
    if not groups or not all(lengths) or len(titles) < len(groups):
        return False
    named = sum(1 for title in titles if names_likeness(title) >= _A_NAME)
    if named * 2 > len(titles) or any(map(_ENDS_SENTENCE.fullmatch, titles)):
        return False
    told = sum("runtime" in entry.facts.fields and entry.kind not in _NO_FILMS for entry in marked[:stop])
    if told > sum(lengths) or len({group.title_how for group in groups}) > 1:
        return False
    return not any(_tells_length(text, entry) for entry in marked[:stop])


def _tells_length(text: str, entry: Marked) -> bool:
    """Whether running text tells how long a film is."""
    if entry.kind not in _RUNNING or not any(map(str.isdigit, entry.line.text)):
        return False
    return any(run.kind == "units" for run in runtimes_in(text, entry.line.start, entry.line.end))


def weighed(looks: Looks, likely: "Floats", told: frozenset[str]) -> Weighed:
    """The sets of a page; `likely` are the chances of its candidates, `told` the titles that were read, made plain."""
    read = _as_read(looks, likely, told)
    places = places_of(looks)
    sets = sets_of(looks, places, likely, read)
    return Weighed(sets, numbers_of(looks, places, likely, told, sets), sets.index(read) if read else -1)


def _as_read(looks: Looks, likely: "Floats", told: frozenset[str]) -> Set:
    """The candidates that were read as titles, each where it looks likest."""
    best: dict[str, int] = {}
    for index, candidate in enumerate(looks.candidates):
        if candidate.plain in told:
            known = best.get(candidate.plain)
            if known is None or likely[index] > likely[known]:
                best[candidate.plain] = index
    return frozenset(best.values())


def chances(looks: Looks, told: frozenset[str]) -> "Floats":
    """How likely each candidate is a title: 0 to 1, shape (candidates,)."""
    rows = rows_of(looks, told, word_weights())
    alone = likelihoods(trees("title").sums(rows))
    return likelihoods(trees("again").sums(rows_again(rows, looks, alone)))


def rows_of(looks: Looks, told: frozenset[str], weights: "Floats") -> "Floats":
    """What each candidate looks like by itself; `weights` are what the words weigh."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    words = np.array([[weights[list(mine)].sum()] for mine in looks.words], dtype=np.float32)
    return np.hstack([beside_told(looks.candidates, told), looks.numbers, words])


def rows_again(rows: "Floats", looks: Looks, alone: "Floats") -> "Floats":
    """What each candidate looks like beside the others, whose chances by themselves are known."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    return np.hstack([rows, beside_others(looks, places_of(looks), alone)])


def likelihoods(sums: "Floats") -> "Floats":
    import numpy as np  # noqa: PLC0415  # when the first page is read

    return np.float32(1) / (np.float32(1) + np.exp(-sums))


def better_titles(looks: Looks, told: frozenset[str], owed: list[Span]) -> list[Candidate] | None:
    """The candidates that explain the page better than the titles `told`, in their order; None where those stay.

    In each of the stretches `owed` of the text stands one of them.
    """
    if not looks.candidates:
        return None
    page = weighed(looks, chances(looks, told), told)
    if not page.sets:
        return None
    worth = trees("set").sums(page.numbers)
    for number, one in enumerate(page.sets):
        if number != page.now and not _pays(looks, one, owed):
            worth[number] = -1
    best = int(worth.argmax())
    if best == page.now:
        return None
    titles = _whole([looks.candidates[index] for index in page.sets[best]], told)
    now = float(worth[page.now]) if page.now >= 0 else 0.0
    return (
        titles
        if float(worth[best]) >= max(_least(looks, titles, told), now + _margin(titles, told))
        else None
    )


def labelled_films(groups: list[Group]) -> list[Span]:
    """The stretches of the text from behind one film's facts to the end of the next film's, where labels tell of all alike."""
    labelled = [{fact.field for fact in group.facts if fact.labelled} for group in groups]
    alike = frozenset.intersection(*map(frozenset, labelled)) if len(groups) > 1 else frozenset()
    if len(alike) < _ALIKE or not alike & _OF_ONE_FILM:
        return []
    ends = [max(fact.end for fact in group.facts) for group in groups]
    return list(pairwise([0, *ends]))


def _pays(looks: Looks, chosen: Set, owed: list[Span]) -> bool:
    """Whether at least one of the chosen stands in each of the stretches."""
    starts = [looks.candidates[index].start for index in chosen]
    return all(any(begin <= start < end for start in starts) for begin, end in owed)


def _whole(chosen: list[Candidate], told: frozenset[str]) -> list[Candidate]:
    """The chosen in their order, without what is only a part of another one's title."""
    kept = [
        one
        for one in chosen
        if one.plain in told or not any(_is_part(one.plain, other.plain) for other in chosen)
    ]
    return sorted(kept, key=lambda one: one.start)


def _is_part(part: str, whole: str) -> bool:
    return part != whole and f" {part} " in f" {whole} "


def _least(looks: Looks, titles: list[Candidate], told: frozenset[str]) -> float:
    """What titles must be worth at least: more where nothing was read and the page tells no length, or of no films."""
    if told or any(anchor >= 0 for anchor in looks.anchors):
        return LEAST
    return PLAIN if looks.of_films - {title.line for title in titles} else NOT_OF_FILMS


def _margin(titles: list[Candidate], told: frozenset[str]) -> float:
    """How much better the titles must explain the page than those that were read.

    Taking films away, or words off titles, needs more than another place for them.
    """
    new = {title.plain for title in titles}
    if new == told:
        return float("inf")
    same = all(any(_is_part(one, old) or _is_part(old, one) for old in told) for one in new - told)
    if not same or len(new) > len(told):
        return MARGIN
    return FAR if len(new) < len(told) else SHORTER
