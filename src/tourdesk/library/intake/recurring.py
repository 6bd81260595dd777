"""Films told by what a page repeats: the same parts in the same order, whatever each line looks like by itself.

Every film of a page has its length; the lines that say one are the anchors. Between two anchors stands one title, and
on one page it stands in the same place of every entry: so many lines above, above the running text, first in its
paragraph, below. Each place is tried for all entries at once and weighed by what the lines found there look like; the
place that explains the page best is taken.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime, runtimes_in
from tourdesk.library.intake.vocabulary.folding import fold

_LOOKS = {
    "title": 1.0,
    "text": 0.3,
    "weak": 0.2,
    "other": 0.6,
    "section": 0.1,
    "noise": -0.6,
    "dated": -0.6,
    "prose": -1.0,
    "facts": -1.0,
}
_MISSING = -0.6
_UNEXPLAINED = 0.25
_REPEATED = 1.5
_GOOD = 0.7
_POOR = 0.6
_LONGEST = 90
_FARTHEST = 12
_BEST = 1.5
_PLAINER = 0.28
_LOOSE = 0.05
_NEAR = 0.05
_FEW = 3
_SHORT = 60
_A_NAME = 0.75
_MAY_BE_TITLE = frozenset({"title", "text", "weak", "prose"})
_QUOTED = ("“", "„", "«", "‘", "「", "『", "《", "【", '"')
# 《女人的力量》The Power Of Women: East Asian pages put titles between these, and often a translation behind.
_IN_CORNERS = re.compile(r"[《〈『「][^《》〈〉『』「」]{1,60}[》〉』」][^。.!?！？]{0,60}")
_EAST_ASIAN = re.compile(r"^[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]{2,5}\s*(?=[A-Z])")
_BY = re.compile(
    r"(?:(?:an?|un|ein|een)\s)?(?:film|documentary|short|court[- ]métrage|kurzfilm)?\s*(?:by|de|von|di|van|av|par|regia di)\s+|"
    r"(?:(?:un)\s)?film d['’]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*[,;&+]\s*|\s(?:and|und|et|y|e)\s")

Place = Callable[[list[Marked], int, int], int | None]
"""The index of the title's line among the lines from the first to before the second index; None where there is none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way of reading the page: the title's line of each entry, its anchor, and how good that looks."""

    titles: tuple[int | None, ...]
    anchors: tuple[int, ...]
    score: float
    below: bool


def read_again(text: str, marked: list[Marked], stop: int, groups: list[Group]) -> list[Group]:
    """The groups, or those of the layout that the page repeats where it explains more of the films' lengths."""
    anchors = _anchors(text, marked, stop)
    lengths = {run.seconds for anchor in anchors for run in runtimes_in(text, *marked[anchor].title)}
    if len(anchors) < 2 or (len(anchors) == 2 and len(lengths) < 2):
        return groups
    now = _worth(text, marked, groups, anchors)
    best = max(_layouts(marked, anchors, stop), key=lambda layout: layout.score)
    if best.score < _GOOD or (now >= _POOR and best.score < now + _PLAINER):
        return groups
    return _groups(text, marked, best, stop)


def _anchors(text: str, marked: list[Marked], stop: int) -> list[int]:
    """The lines that say a film's length and are no title with it in one line."""
    found = []
    for index, entry in enumerate(marked[:stop]):
        if entry.kind in {"total", "break", "prose", "dated"}:
            continue
        if "runtime" in entry.facts.fields or (
            entry.kind in {"title", "text", "weak"} and _length_in(text, entry) is not None
        ):
            found.append(index)
    return found


def _length_in(text: str, entry: Marked) -> Runtime | None:
    """The run-time of a short line that says it among words nobody knows: "2017 Official Selection | 7 min."."""
    if len(entry.line.text) > _LONGEST:
        return None
    runs = runtimes_in(text, entry.line.start, entry.line.end)
    return next((run for run in runs if run.kind == "units"), None)


def looks(entry: Marked) -> float:
    """How much a line looks like a title by itself: 1 and more for a good one, below 0 for what is none."""
    words = entry.line.text
    value = 1.0 if _IN_CORNERS.fullmatch(words) else _LOOKS.get(entry.kind, -1.0)
    likeness = _likeness(words)
    value -= 0.8 if likeness >= 0.75 else 0.4 if likeness >= 0.5 else 0.0
    value += 0.1 * (words.isupper() + entry.line.heading + bool(entry.line.gap))
    value += 0.3 * words.startswith(_QUOTED)
    value -= 0.5 * (words[:1].islower() + (len(words) > _LONGEST) + words.endswith((",", ";", ":")))
    return value - (0.3 if words.endswith(".") else 0.0)


@lru_cache(maxsize=8192)
def _likeness(words: str) -> float:
    """How much a line looks like names: also where companies stand among the persons."""
    if len(words) > 120 or "'s " in words or "’s " in words or "(" in words:
        return 0.0
    by = _BY.match(words)
    if by:
        return 0.9 if names_likeness(words[by.end() :]) >= 0.5 else 0.0
    words = _EAST_ASIAN.sub("", words) or words
    likeness = names_likeness(words)
    parts = [part.strip() for part in _LISTED.split(words) if part.strip()]
    if likeness < 0.75 and len(parts) >= 2:
        named = sum(1 for part in parts if person_likeness(part) >= 0.5 or is_company(part))
        likeness = max(likeness, 0.75 if named * 3 >= len(parts) * 2 else 0.0)
    return likeness


def _above(steps: int) -> Place:
    def place(_marked: list[Marked], low: int, anchor: int) -> int | None:
        return anchor - steps if anchor - steps >= low else None

    return place


def _over_prose(marked: list[Marked], low: int, anchor: int) -> int | None:
    prose = [i for i in range(low, anchor) if marked[i].kind == "prose"]
    # The text right above the facts, with all its paragraphs.
    while prose and prose[-1] - 1 in prose:
        prose.pop()
    return prose[-1] - 1 if prose and prose[-1] > low else None


def _under_prose(marked: list[Marked], low: int, anchor: int) -> int | None:
    prose = [i for i in range(low, anchor) if marked[i].kind == "prose"]
    return prose[-1] + 1 if prose and prose[-1] + 1 < anchor else None


def _first_of_paragraph(marked: list[Marked], low: int, anchor: int) -> int | None:
    index = anchor
    while index > low and not marked[index].line.gap:
        index -= 1
    return index if index < anchor else None


def _last_after_gap(marked: list[Marked], low: int, anchor: int) -> int | None:
    return next((i for i in range(anchor - 1, low - 1, -1) if marked[i].line.gap), None)


def _last_capitals(marked: list[Marked], low: int, anchor: int) -> int | None:
    return next((i for i in range(anchor - 1, low - 1, -1) if marked[i].line.text.isupper()), None)


def _nearest(marked: list[Marked], low: int, anchor: int) -> int | None:
    return next((i for i in range(anchor - 1, low - 1, -1) if looks(marked[i]) >= 0.8), None)


def _first(marked: list[Marked], low: int, anchor: int) -> int | None:
    return next((i for i in range(low, anchor) if looks(marked[i]) >= 0.8), None)


_PLACES_ABOVE: tuple[Place, ...] = (
    *(_above(steps) for steps in range(1, 6)),
    _over_prose,
    _under_prose,
    _first_of_paragraph,
    _last_after_gap,
    _last_capitals,
    _nearest,
    _first,
)


def _layouts(marked: list[Marked], anchors: list[int], stop: int) -> Iterator[Layout]:
    for place in _PLACES_ABOVE:
        titles: list[int | None] = []
        for number, anchor in enumerate(anchors):
            low = anchors[number - 1] + 1 if number else max(0, anchor - _FARTHEST)
            titles.append(place(marked, low, anchor))
        if titles[1:]:
            titles[0] = _as_the_others(marked, anchors, titles)
        layout = _weighed(marked, anchors, titles, stop, below=False)
        # A line chosen by its looks alone is no place: any place that does as well explains more.
        yield replace(layout, score=layout.score - _LOOSE) if place in {_nearest, _first} else layout
    for steps in range(1, 4):
        ends = [*anchors[1:], stop]
        below = [
            anchor + steps if anchor + steps < end else None
            for anchor, end in zip(anchors, ends, strict=True)
        ]
        yield _weighed(marked, anchors, below, stop, below=True)


def _as_the_others(marked: list[Marked], anchors: list[int], titles: list[int | None]) -> int | None:
    """The first entry has the page's head above it: its title is not farther from the length than the others' are."""
    far = max((a - t for a, t in zip(anchors[1:], titles[1:], strict=True) if t is not None), default=0)
    if titles[0] is not None and anchors[0] - titles[0] <= far + 2:
        return titles[0]
    near = [i for i in range(max(0, anchors[0] - far - 1), anchors[0]) if looks(marked[i]) >= 0.8]
    return near[0] if near else titles[0]


def _weighed(
    marked: list[Marked], anchors: list[int], titles: list[int | None], stop: int, *, below: bool
) -> Layout:
    worth = [_MISSING if title is None else looks(marked[title]) for title in titles]
    names = [fold(marked[title].line.text) for title in titles if title is not None]
    loss = _REPEATED * (1 - len(set(names)) / max(len(names), 1))
    chosen = {title for title in titles if title is not None}
    first = min(chosen, default=anchors[0])
    lengths = frozenset(anchors)
    far = max((abs(a - t) for a, t in zip(anchors, titles, strict=True) if t is not None), default=1)
    left = sum(
        1
        for i in range(first, min(stop, anchors[-1] + far + 2))
        if i not in chosen and i not in lengths and marked[i].kind == "title" and looks(marked[i]) >= 0.9
    )
    near = _NEAR * sum(1 for a, t in zip(anchors, titles, strict=True) if t == a - 1) / len(worth)
    score = (
        near
        + sum(min(value, _BEST) for value in worth) / len(worth)
        - loss
        - _UNEXPLAINED * min(left / len(worth), 2)
    )
    return Layout(tuple(titles), tuple(anchors), score, below)


def _worth(text: str, marked: list[Marked], groups: list[Group], anchors: list[int]) -> float:
    """What the groups as they are explain of the films' lengths, in the same measure as a layout."""
    told: dict[int, Group] = {}
    for one in groups:
        for index in range(one.start, max(one.last, one.title_line) + 1):
            told.setdefault(index, one)
    total = 0.0
    for anchor in anchors:
        group = told.get(anchor)
        if group is None or group.title is None:
            total += _MISSING
        elif group.title_line >= 0 and marked[group.title_line].title == group.title:
            total += min(looks(marked[group.title_line]), _BEST) if not group.title_labelled else _BEST
        else:
            words = text[slice(*group.title)]
            total += 0.9 - (
                0.8 if names_likeness(words) >= 0.75 else 0.4 if names_likeness(words) >= 0.5 else 0.0
            )
    return total / len(anchors)


def _groups(text: str, marked: list[Marked], layout: Layout, stop: int) -> list[Group]:
    found: list[Group] = []
    entries = [(t, a) for t, a in zip(layout.titles, layout.anchors, strict=True) if t is not None]
    for number, (title, anchor) in enumerate(entries):
        if layout.below:
            begin = anchor
            end = entries[number + 1][1] if number + 1 < len(entries) else stop
        else:
            begin = title
            end = entries[number + 1][0] if number + 1 < len(entries) else stop
        group = Group(anchor, anchor)
        for index in range(begin, end):
            entry = marked[index]
            if index == title or entry.kind in {"related", "foot", "sponsors", "break", "total"}:
                if index > anchor and index != title:
                    break
                continue
            run = _length_in(text, entry) if index == anchor and "runtime" not in entry.facts.fields else None
            if run is not None:
                entry.kind = "facts"
                fact = Fact("runtime", run.start, run.end, run, how_.MINUTES_AMONG_FACTS, labelled=False)
                entry.facts.facts.append(fact)
            if entry.kind == "facts":
                group.first, group.last = min(group.first, index), max(group.last, index)
                group.facts.extend(entry.facts.facts)
                group.numbers.extend(entry.facts.numbers)
        group.title, group.title_line = marked[title].title, title
        group.title_how = how_.LINE_BELOW if layout.below else how_.LINE_ABOVE
        marked[title].kind = "title"
        found.append(group)
    return found


def titles_in_their_place(marked: list[Marked], groups: list[Group]) -> None:
    """Gives films without a title, or with a far one, the line right above where nearly all others have theirs."""
    whole = [group for group in groups if group.title_line >= 0]
    placed = [group for group in whole if group.title_line == group.first - 1]
    if len(groups) < _FEW or not placed or len(placed) * 3 < len(whole) * 2:
        return
    taken = {group.title_line for group in groups} | {group.last for group in groups}
    for group in groups:
        at = group.first - 1
        far = 0 <= group.title_line < at and (
            group.title_how == how_.HEADING_ABOVE or (at >= 0 and marked[at].kind == "weak")
        )
        if at < 0 or at in taken or (group.title is not None and not far):
            continue
        entry, words = marked[at], marked[at].line.text
        if (
            entry.kind in _MAY_BE_TITLE
            and len(words) <= _SHORT
            and not words.endswith(".")
            and _likeness(words.partition(" (")[0]) < _A_NAME
        ):
            entry.kind = "title"
            group.title, group.title_line, group.title_how = entry.title, at, how_.LINE_ABOVE
