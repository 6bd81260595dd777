"""The title of the only film of a page: of all lines that could be one, the one that the page comes back to."""

import re
from dataclasses import dataclass

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.titles import bare_title
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import FORMATS, GENRES
from tourdesk.library.intake.wording import is_dated, is_generic, is_title_like, not_a_title

_LONGEST = 90
_COMES_BACK = 1.0
_NEXT_TO_FILM = 0.5
_MARGIN = 0.6
_OF_A_COMPANY = 1.2
_KINDS = {"title": 1.0, "text": 0.4, "weak": 0.3, "other": 0.2, "noise": 0.1, "section": 0.2}
_OF_A_SECTION = 0.8
_NAMED_BY_PATH = 1.0
_FIRST = 0.3
_PLAIN = 1.0
_HEAD_LINES = 6
_FEW_LINKS = 4
_SEVERAL_LINKS = 3
_PATH = re.compile(r"\s+[>›»/]\s+")
_LINKS = re.compile(r"\s{2,}|\s[|•·]\s")
_SECTION = re.compile(
    r"\b(?:competition|showcase|section|forum|panorama|retrospective|competici[oó]n|comp[eé]tition|wettbewerb|sektion|concorso|konkurs|"
    r"captioned|business days|in stock|subscribe|reviews?|premiere|collection|series)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\W+")


_ONCE = frozenset({"runtime", "year", "countries", "title", "original_title"})


def one_film(text: str, groups: list[Group]) -> list[Group]:
    """The groups as one where they tell different things of what can only be one film: facts in several blocks."""
    if not 2 <= len(groups) <= 4:
        return groups
    told: dict[str, set[object]] = {}
    for group in groups:
        for name in group.fields & _ONCE | group.fields & {"directors"}:
            said = {_said(text, fact) for fact in group.facts if fact.field == name}
            again = group.title is None and "runtime" in group.fields & told.keys()
            if name in told and told[name] != said and not (again and name != "runtime"):
                return groups
            told.setdefault(name, said)
    if "runtime" not in told or sum(1 for group in groups if group.fields & {"runtime", "directors"}) < 2:
        return groups
    whole = groups[0]
    for group in groups[1:]:
        whole.last = max(whole.last, group.last)
        whole.facts.extend(group.facts)
        whole.numbers.extend(group.numbers)
        if whole.title is None or (group.title_labelled and not whole.title_labelled):
            whole.title, whole.title_line = group.title, group.title_line
            whole.title_how, whole.title_labelled = group.title_how, group.title_labelled
    return [whole]


def _said(text: str, fact: Fact) -> object:
    """What a fact says, however it is written: "1h 30m" is "90 min"."""
    if isinstance(fact.value, Runtime):
        return fact.value.seconds
    return fact.value if fact.value is not None else fold(text[fact.start : fact.end])


def choose_lone_title(text: str, marked: list[Marked], groups: list[Group], stop: int) -> None:
    """Gives the only film of a page the title that the page repeats, where that is plainer than the one it has."""
    if len(groups) != 1 or groups[0].title_labelled:
        return
    group = groups[0]
    if any(fact.field == "title" for fact in group.facts):
        return
    page = _Page.of(text, marked, stop, group)
    scores = {index: _score(page, index) for index in range(min(stop, group.last + 4))}
    first = next((index for index, score in scores.items() if score >= _PLAIN and index not in page.head), -1)
    if first >= 0:
        scores[first] += _FIRST
    at = max(scores, key=lambda index: (scores[index], -index), default=-1)
    best = scores.get(at, 0.0)
    now = scores.get(group.title_line, 0.0)
    inline = group.title is not None and (
        group.title_line < 0 or marked[group.title_line].title != group.title
    )
    said = fold(text[slice(*group.title)]) if inline and group.title else ""
    if said and at >= 0 and said in fold(marked[at].line.text):
        return  # "Case Study: Ultra" is about the film that the line of facts calls "Ultra"
    if at >= 0 and best >= now + _MARGIN and not (inline and best < 2.0):
        group.title, group.title_line = marked[at].title, at
        group.title_how = how_.REPEATED_ON_PAGE


@dataclass(frozen=True, slots=True)
class _Page:
    """What the title of the only film is weighed by: the page's words, its way down ("Home > Films > Ebb"), its head."""

    marked: list[Marked]
    group: Group
    flat: str
    paths: frozenset[str]
    head: frozenset[int]

    @staticmethod
    def of(text: str, marked: list[Marked], stop: int, group: Group) -> "_Page":
        end = marked[stop].line.start if stop < len(marked) else len(text)
        paths = frozenset(
            _plain(_PATH.split(entry.line.text)[-1])
            for entry in marked[:stop]
            if _PATH.search(entry.line.text)
        )
        return _Page(marked, group, f" {_plain(text[:end])} ", paths, _head(marked[:stop]))


def _plain(words: str) -> str:
    return " ".join(_WORDS.split(fold(words))).strip()


def _head(marked: list[Marked]) -> frozenset[int]:
    """The lines of the site's own name: those above its links."""
    for index, entry in enumerate(marked[:_HEAD_LINES]):
        if len(_LINKS.split(entry.line.text.strip())) >= _FEW_LINKS:
            return frozenset(range(index))
    return frozenset()


def _originals(group: Group) -> list[str]:
    return [str(fact.value) for fact in group.facts if fact.field == "original_title"]


def _score(page: _Page, index: int) -> float:
    entry = page.marked[index]
    words = bare_title(entry.line.text)[0]
    folded = _plain(words)
    originals = {fold(title) for title in _originals(page.group)}
    if (
        entry.kind not in _KINDS
        or len(words) > _LONGEST
        or len(folded) < 2
        or folded in GENRES | FORMATS
        or (is_generic(words) and fold(words) not in originals)
        or is_dated(words)
        or not_a_title(words)
        or not (is_title_like(words) or fold(words) in originals)
    ):
        return -1.0
    score = _KINDS[entry.kind]
    score -= 0.5 * (names_likeness(words) >= 0.75) + 0.5 * (index > page.group.first)
    score -= _OF_A_COMPANY * (" " in words and is_company(words.rpartition(" ")[2]))
    score -= _OF_A_SECTION * (_SECTION.search(words) is not None)
    over = page.marked[index - 1] if index else None
    below_title = (
        over is not None and over.kind == "title" and not entry.line.gap and fold(words) in originals
    )
    if folded in page.paths:
        score += _NAMED_BY_PATH
    if page.flat.count(f" {folded} ") >= 2 and not below_title and index not in page.head:
        score += _COMES_BACK
    if len(_LINKS.split(words)) >= _SEVERAL_LINKS:
        score -= _OF_A_SECTION
    return score + _NEXT_TO_FILM * _is_next_to_film(page, index)


def _is_next_to_film(page: _Page, index: int) -> bool:
    """Whether a line stands right above the facts or the text; of two there the upper one, the other is its series."""
    if index + 1 >= len(page.marked):
        return False
    entry, below = page.marked[index], page.marked[index + 1]
    if index + 2 == page.group.first and entry.line.gap and entry.kind == below.kind == "title":
        return not below.line.gap
    above = page.marked[index - 1] if index else None
    stacked = above is not None and above.kind == "title" and above.line.gap and not entry.line.gap
    if index + 1 == page.group.first:
        return not stacked or index - 1 in page.head
    return below.kind == "prose"
