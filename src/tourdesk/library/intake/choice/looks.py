"""What a page's candidates for titles look like, in numbers: the words, the line, the lines around, the page.

The order of the numbers is what the trees were trained with: whoever adds one trains anew (`tools/train_reader.py`).
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tourdesk.library.intake.choice.candidates import Candidate, candidates_of, plain
from tourdesk.library.intake.choice.words import words_of
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.marked import AWARD, Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.runtimes import Runtime, runtimes_in
from tourdesk.library.intake.wording import is_dated, is_generic, is_title_like, not_a_title

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_KINDS = (
    "facts", "title", "prose", "text", "weak", "other", "dated", "total", "break", "noise", "related", "foot",
    "sponsors", "section",
)  # fmt: skip
_FIELDS = (
    "runtime", "year", "directors", "producers", "countries", "languages", "tags", "section", "synopsis", "title",
    "original_title",
)  # fmt: skip
_WAYS = (
    "whole",
    "lead",
    "to fact",
    "to length",
    "behind",
    "between",
    "quoted",
    "capitals",
    "before year",
    "line",
    "in text",
    "listed",
    "opening",
    "cell",
    "before second",
)
_HARD = frozenset({"runtime", "year", "directors", "countries"})
_ASIDE = frozenset({"dated", "noise", "break", "other"})
_NEIGHBOURS = (-2, -1, 1, 2, 3)
_NO_LENGTHS = frozenset({"total", "break"})
_LONGEST_WITH_LENGTH = 200
_HEAD = 12
_MOST_CANDIDATES = 1_200
_OF_THE_HOUSE = re.compile(
    r"festival|cinema|kino|theat|museum|archiv|screen|programm?e?\b|session|competition|award|prize|ticket|section|shorts\b",
    re.IGNORECASE,
)
SPEAKS_OF_FILMS = re.compile(
    r"film|\bmovies?\b|documentar|documental|kino|cin[eé]|pel[ií]cula|фильм|филм|кино|映画|电影|電影|영화",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAKER_FOLLOWS = re.compile(r"\b(?:by|de|di|von)\s*$", re.IGNORECASE)
_OPENS = frozenset('“„«‘「『《"')
_OPENS_BEHIND = frozenset('(“"”»[')
_LINKS = re.compile(r"\s{2,}|\s[|•·>]\s")
_STRIPPED = ' ,:–-|/()"“”'


@dataclass(frozen=True, slots=True)
class Looks:
    """The candidates of a page and their numbers, shape (candidates, numbers).

    `anchors` has for each line index the nearest line below that says a run-time, or -2 - the one above where there is
    none below: lines with the same anchor are of the same film, if they are of one. `words` are the numbers of the
    words in and beside each candidate. `of_films` are the lines that speak of films.
    """

    candidates: tuple[Candidate, ...]
    numbers: "npt.NDArray[np.float32]"
    kinds: tuple[str, ...]
    gaps: tuple[bool, ...]
    anchors: tuple[int, ...]
    to_length: tuple[int, ...]
    to_facts: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]
    of_films: frozenset[int]


def looks_of(text: str, marked: list[Marked], stop: int) -> Looks | None:
    """The looks of a page's lines as they are marked by themselves; `stop` is where its films end.

    None for a page with so many candidates that weighing them would keep people waiting.
    """
    import numpy as np  # noqa: PLC0415  # when the first page is read

    page = _Page.of(text, marked, stop)
    found = [candidates_of(text, index, entry, page.runs[index]) for index, entry in enumerate(marked)]
    if sum(map(len, found)) > _MOST_CANDIDATES:
        return None
    around = [page.around(index) for index in range(len(marked))]
    rows: list[list[float]] = []
    said = " " + plain(text) + " "
    for index, (entry, mine) in enumerate(zip(marked, found, strict=True)):
        base = page.of_line(index) + [number for step in _NEIGHBOURS for number in _at(around, index + step)]
        for candidate in mine:
            own = _own(text, entry, candidate, page.runs[index])
            rows.append([*own, float(min(said.count(f" {candidate.plain} "), 6)), float(len(mine)), *base])
    below, above = page.lengths_below, page.lengths_above
    last = len(marked)
    return Looks(
        tuple(candidate for mine in found for candidate in mine),
        np.array(rows, dtype=np.float32),
        tuple(entry.kind for entry in marked),
        tuple(entry.line.gap > 0 for entry in marked),
        tuple(b if b < last else -a - 2 for a, b in zip(above, below, strict=True)),
        tuple(b - i for i, b in enumerate(below)),
        tuple(b - i for i, b in enumerate(page.facts_below)),
        tuple(map(tuple, words_of(text, marked, [candidate for mine in found for candidate in mine]))),
        frozenset(i for i, entry in enumerate(marked) if SPEAKS_OF_FILMS.search(entry.line.text)),
    )


def _at(around: list[list[float]], index: int) -> list[float]:
    return around[index] if 0 <= index < len(around) else [-1.0] * len(around[0])


@dataclass(slots=True)
class _Page:
    """What is counted once for a page."""

    marked: list[Marked]
    stop: int
    runs: list[list[Runtime]]
    likeness: list[float]
    says_length: list[bool]
    facts_below: list[int]
    facts_above: list[int]
    lengths_below: list[int]
    lengths_above: list[int]
    titles_to_here: list[int]
    navigation: int
    related: int
    films: int

    @staticmethod
    def of(text: str, marked: list[Marked], stop: int) -> "_Page":
        count = len(marked)
        runs = [runtimes_in(text, entry.line.start, entry.line.end) for entry in marked]
        hard = [entry.kind == "facts" and bool(entry.facts.fields & _HARD) for entry in marked]
        lengths = [_says_length(entry, found) for entry, found in zip(marked, runs, strict=True)]
        titles = [0]
        for entry in marked:
            titles.append(titles[-1] + (entry.kind == "title"))
        links = (i for i, entry in enumerate(marked[:_HEAD]) if len(_LINKS.split(entry.line.text)) >= 3)
        return _Page(
            marked,
            stop,
            runs,
            [names_likeness(entry.line.text) for entry in marked],
            lengths,
            _next(hard),
            _last(hard),
            _next(lengths),
            _last(lengths),
            titles,
            next(links, -1),
            next((i for i, entry in enumerate(marked) if entry.kind == "related"), count),
            sum(hard),
        )

    def of_line(self, index: int) -> list[float]:
        entry, line, count = self.marked[index], self.marked[index].line, len(self.marked)
        lengths = sum(self.says_length)
        below = self.lengths_below[index]
        titles = self.titles_to_here[below] - self.titles_to_here[index + 1] if below < count else 9
        told = entry.facts.fields
        return [
            *(float(entry.kind == kind) for kind in _KINDS),
            *(float(name in told) for name in _FIELDS),
            float(line.gap > 0),
            float(line.bullet),
            float(line.heading),
            float(min(line.indent, 8)),
            float(min(self.facts_below[index] - index, 9)),
            float(min(index - self.facts_above[index], 12)),
            float(min(below - index, 9)),
            float(min(index - self.lengths_above[index], 12)),
            float(min(titles, 5)),
            float(self.says_length[index]),
            index / count,
            float(index <= self.navigation),
            float(index >= self.stop),
            float(index > self.related),
            float(min(index, 10)),
            float(min(lengths, 12)),
            float(lengths == 1),
            float(self.films <= 3),
            min(count, 200) / 50,
        ]

    def around(self, index: int) -> list[float]:
        """What a line is for the lines beside it."""
        entry = self.marked[index]
        told = entry.facts.fields
        return [
            float(entry.kind == "facts"),
            float(entry.kind == "title"),
            float(entry.kind == "prose"),
            float(entry.kind in {"text", "weak"}),
            self.likeness[index],
            float(entry.line.gap > 0),
            min(len(entry.line.text), 150) / 50,
            float("runtime" in told),
            float("directors" in told),
            float("year" in told),
            float(any(fact.labelled for fact in entry.facts.facts)),
            float(entry.kind in _ASIDE),
        ]


def _says_length(entry: Marked, runs: list[Runtime]) -> bool:
    if "runtime" in entry.facts.fields:
        return True
    short = entry.kind not in _NO_LENGTHS and len(entry.line.text) < _LONGEST_WITH_LENGTH
    return short and any(run.kind == "units" for run in runs)


def _next(flags: list[bool]) -> list[int]:
    """For each index the next after it that is marked; the number of all where there is none."""
    found, at = [0] * len(flags), len(flags)
    for index in range(len(flags) - 1, -1, -1):
        if flags[index]:
            at = index
        found[index] = at
    return found


def _last(flags: list[bool]) -> list[int]:
    """For each index the last before it that is marked; -1 where there is none."""
    found, at = [-1] * len(flags), -1
    for index, flag in enumerate(flags):
        found[index] = at
        if flag:
            at = index
    return found


def _own(text: str, entry: Marked, candidate: Candidate, runs: list[Runtime]) -> list[float]:
    """The numbers of a candidate's own words, and of what stands before and behind it on its line."""
    said, way = candidate.words, candidate.way
    words = said.split()
    before = text[entry.line.start : candidate.start]
    behind = text[candidate.end : entry.line.end]
    rest = behind[:100].strip(_STRIPPED)
    digits = sum(map(str.isdigit, said))
    return [
        *(float(way.startswith(name)) for name in _WAYS),
        float(way.startswith("before") and way != "before year"),
        float(way.endswith((" (", " ["))),
        float(way.endswith((" – ", " - ", " — ", " | "))),
        float(way.endswith(": ")),
        float(way.endswith((", ", " / ", ". "))),
        names_likeness(said),
        person_likeness(said),
        float(is_company(said)),
        float(is_generic(said)),
        float(is_dated(said)),
        float(is_title_like(said)),
        float(not_a_title(said)),
        float(AWARD.search(said) is not None),
        float(said[:1].islower()),
        float(said.isupper()),
        min(len(said), 120) / 30,
        float(min(len(words), 15)),
        digits / len(said),
        float(digits >= 4 and _YEAR.search(said) is not None),
        float(":" in said),
        float("," in said),
        float("(" in said or ")" in said),
        float(said.endswith((".", "!", "?"))),
        float(bool(countries_of(said))),
        sum(1 for word in words if word[:1].isupper()) / len(words),
        float(min(len(before), 100)),
        float(min(len(behind), 100)),
        names_likeness(rest) if rest else -1.0,
        names_likeness(before.strip(_STRIPPED)) if 0 < len(before) < 100 else -1.0,
        float(behind.lstrip()[:1] in _OPENS_BEHIND and bool(behind)),
        float(any(run.start >= candidate.end for run in runs)),
        float(_YEAR.search(behind, 0, 40) is not None),
        float(before.rstrip()[-1:] in _OPENS and bool(before)),
        float(_OF_THE_HOUSE.search(said) is not None),
        float(any(map(str.isdigit, before))),
        float(not behind.strip() and not before.strip()),
        float(_MAKER_FOLLOWS.search(before[-12:]) is not None),
    ]


def beside_told(candidates: tuple[Candidate, ...], told: frozenset[str]) -> "npt.NDArray[np.float32]":
    """How each candidate stands to the titles that were read without them, shape (candidates, 5)."""
    import numpy as np  # noqa: PLC0415  # when the first page is read

    lines = {candidate.line for candidate in candidates if candidate.plain in told}
    rows = [
        (
            candidate.plain in told,
            any(one != candidate.plain and candidate.plain in one for one in told),
            any(one != candidate.plain and one in candidate.plain for one in told),
            min(len(told), 12),
            candidate.line in lines,
        )
        for candidate in candidates
    ]
    return np.array(rows, dtype=np.float32).reshape(len(rows), 5)
