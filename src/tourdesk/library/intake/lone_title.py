"""The title of the only film of a page: of all lines that could be one, the one that the page comes back to."""

import re

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
_KINDS = {"title": 1.0, "text": 0.4, "weak": 0.3, "other": 0.2, "noise": 0.1, "section": 0.2}
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
    flat = f" {' '.join(_WORDS.split(fold(text)))} "
    best, at = 0.0, -1
    for index in range(min(stop, group.last + 4)):
        score = _score(flat, marked, group, index)
        if score > best:
            best, at = score, index
    now = _score(flat, marked, group, group.title_line) if group.title_line >= 0 else 0.0
    inline = group.title is not None and (
        group.title_line < 0 or marked[group.title_line].title != group.title
    )
    said = fold(text[slice(*group.title)]) if inline and group.title else ""
    if said and at >= 0 and said in fold(marked[at].line.text):
        return  # "Case Study: Ultra" is about the film that the line of facts calls "Ultra"
    if at >= 0 and best >= now + _MARGIN and not (inline and best < 2.0):
        group.title, group.title_line = marked[at].title, at
        group.title_how = how_.REPEATED_ON_PAGE


def _originals(group: Group) -> list[str]:
    return [str(fact.value) for fact in group.facts if fact.field == "original_title"]


def _score(flat: str, marked: list[Marked], group: Group, index: int) -> float:
    entry = marked[index]
    words = bare_title(entry.line.text)[0]
    folded = " ".join(_WORDS.split(fold(words))).strip()
    originals = {fold(title) for title in _originals(group)}
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
    score -= 0.5 * (names_likeness(words) >= 0.75) + 0.5 * is_company(words)
    over = marked[index - 1] if index else None
    below_title = (
        over is not None and over.kind == "title" and not entry.line.gap and fold(words) in originals
    )
    if flat.count(f" {folded} ") >= 2 and not below_title:
        score += _COMES_BACK
    below = marked[index + 1] if index + 1 < len(marked) else None
    if below is not None and (below.kind == "prose" or index + 1 == group.first):
        score += _NEXT_TO_FILM
    return score
