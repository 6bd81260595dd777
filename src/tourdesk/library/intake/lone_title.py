"""The title of the only film of a page: of all lines that could be one, the one that the page comes back to."""

import re
from dataclasses import dataclass

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.titles import bare_title, event_end
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import FORMATS, GENRES
from tourdesk.library.intake.wording import is_dated, is_generic, is_title_like, not_a_title

_LONGEST = 90
_COMES_BACK = 1.0
_NEXT_TO_FILM = 0.5
_MARGIN = 0.6
_LEAST = 1e-9
_OF_A_COMPANY = 1.2
_KINDS = {"title": 1.0, "text": 0.4, "weak": 0.3, "other": 0.2, "noise": 0.1, "section": 0.2}
_OF_A_SECTION = 0.8
_NAMED_BY_PATH = 1.0
_FIRST = 0.3
_INLINE = 1.5
_OF_A_NAME = 1.0
_A_NAME = 0.75
_PERSON = 0.5
_SAID_AGAIN = 0.5
_OF_AN_EVENT = 0.8
_SECOND = 0.3
_PLAIN = 1.0
_HEAD_LINES = 6
_FEW_LINKS = 4
_SEVERAL_LINKS = 3
_SEVERAL = 2
_PATH = re.compile(r"\s+[>›»/]\s+")
_LINKS = re.compile(r"\s{2,}|\s[|•·]\s")
_SECTION = re.compile(
    r"\b(?:competition|showcase|section|forum|panorama|retrospective|competici[oó]n|comp[eé]tition|wettbewerb|sektion|concorso|konkurs|"
    r"captioned|business days|in stock|subscribe|reviews?|premiere|collection|series)\b",
    re.IGNORECASE,
)
# "2016 Sundance Film Festival", "Women with Vision 2004", "Auditorium, Free", "Available for 4 months".
_EVENT = re.compile(
    r"^(?:19|20)\d\d\s+\S|\S\s(?:19|20)\d\d$|\b(?:fest|festivals?|filmfest\w*|filmfestival\w*)\b"
    r"|[,;–—-]\s?(?:free|gratis|gratuit|kostenlos|eintritt frei|entrée libre|entrada libre|ingresso libero)\W*$"
    r"|\d+ (?:days?|weeks?|months?|years?)$",
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
        timed = "runtime" in group.fields and "runtime" in told
        for name in sorted(group.fields & (_ONCE | {"directors"})):
            said = {value for fact in group.facts if fact.field == name for value in _said(text, fact)}
            again = group.title is None and timed
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


def _said(text: str, fact: Fact) -> tuple[object, ...]:
    """What a fact says, however it is written: "1h 30m" is "90 min", "74’12’’" is "74 min"."""
    if isinstance(fact.value, Runtime):
        return (fact.value.seconds // 60,)
    if isinstance(fact.value, tuple):
        return fact.value
    return (fact.value if fact.value is not None else fold(text[fact.start : fact.end]),)


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
    if at < 0:
        return
    inline = group.title is not None and (
        group.title_line < 0 or marked[group.title_line].title != group.title
    )
    now = _inline_score(text, page) if inline else scores.get(group.title_line, 0.0)
    if inline and group.title and fold(text[slice(*group.title)]) in fold(marked[at].line.text):
        return  # "Case Study: Ultra" is about the film that the line of facts calls "Ultra"
    # What the site is called, and a person's name, are nobody's choice of a title.
    named = group.title is not None and names_likeness(text[slice(*group.title)]) >= _A_NAME
    margin = 0.0 if not inline and (named or group.title_line in page.head) else _MARGIN
    if scores[at] > now + margin - _LEAST:
        group.title, group.title_line = marked[at].title, at
        folded = _plain(marked[at].line.text)
        repeated = folded in page.paths or _comes_back(page, folded, marked[at].line.text, at) > 0
        group.title_how = how_.REPEATED_ON_PAGE if repeated else how_.HEADING_ABOVE


def _inline_score(text: str, page: "_Page") -> float:
    """How good the words before the facts are: a name is seldom a title there, nor what a stroke joins to a country."""
    group = page.group
    if group.title is None:
        return -1.0
    words = text[slice(*group.title)]
    score = _INLINE + _COMES_BACK * _comes_back(page, _plain(words), words, group.title_line)
    score -= _OF_A_NAME * (names_likeness(words) >= _A_NAME)
    joined = (
        text[group.title[1] : group.title[1] + 1] == "/" or text[group.title[0] - 1 : group.title[0]] == "/"
    )
    return score - _OF_A_NAME * joined - _OF_AN_EVENT * (is_dated(words) or _EVENT.search(words) is not None)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the title of the only film is weighed by: the page's words, its way down ("Home > Films > Ebb"), its head."""

    marked: list[Marked]
    group: Group
    lines: tuple[str, ...]
    texts: tuple[str, ...]
    paths: frozenset[str]
    head: frozenset[int]
    site: str
    makers: frozenset[str]
    sections: frozenset[str]

    @staticmethod
    def of(text: str, marked: list[Marked], stop: int, group: Group) -> "_Page":
        paths = frozenset(
            _plain(_PATH.split(entry.line.text)[-1])
            for entry in marked[:stop]
            if _PATH.search(entry.line.text)
        )
        lines = tuple(_plain(entry.line.text) for entry in marked[:stop])
        texts = tuple(
            f" {words} " for words, entry in zip(lines, marked, strict=False) if entry.kind == "prose"
        )
        makers, sections = (
            frozenset(
                _plain(text[fact.start : fact.end])
                for entry in marked[:stop]
                for fact in entry.facts.facts
                if fact.labelled and fact.field == field
            )
            for field in ("directors", "section")
        )
        site = _plain(marked[0].line.text)
        return _Page(marked, group, lines, texts, paths, _head(marked[:stop]), site, makers, sections)


def _plain(words: str) -> str:
    return " ".join(_WORDS.split(fold(words))).strip()


def _head(marked: list[Marked]) -> frozenset[int]:
    """The lines of the site's own name: those above its links."""
    for index, entry in enumerate(marked[:_HEAD_LINES]):
        if len(_LINKS.split(entry.line.text.strip())) >= _FEW_LINKS:
            return frozenset(range(index))
    return frozenset()


def _comes_back(page: _Page, folded: str, words: str, index: int) -> float:
    """How much the page comes back to words: its text most of all, other lines that say the same less."""
    length = len(words)
    for entry in page.marked:
        line = entry.line.text
        if entry.kind == "prose" and line.startswith(words) and not line[length : length + 1].isalnum():
            return 1.0
    if index in page.head:
        return 0.0
    if " " in folded and any(f" {folded} " in said for said in page.texts):
        return 1.0
    if any(_stands_in(words, entry.line.text) for entry in page.marked if entry.kind == "prose"):
        return 0.7
    if any(at != index and said == folded for at, said in enumerate(page.lines)):
        return _SAID_AGAIN
    return (
        _SAID_AGAIN
        if " " in folded and sum(f" {folded} " in f" {said} " for said in page.lines) >= 2
        else 0.0
    )


def _stands_in(words: str, line: str) -> bool:
    """Whether a line has the words, and not only as a part of others ("Surf" in "Surfing")."""
    at = line.find(words)
    while at >= 0:
        if not (line[max(0, at - 1) : at].isalnum() or line[at + len(words) : at + len(words) + 1].isalnum()):
            return True
        at = line.find(words, at + 1)
    return False


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
    # "Screening: Ebb" is led by a label that is no fact's but the event's.
    event = entry.kind == "other" and event_end(entry.line.text) > 0
    score = _KINDS["title" if event else entry.kind]
    made = any(maker in folded for maker in page.makers if " " in maker)
    named = folded in page.makers or made or names_likeness(words) >= _A_NAME
    score -= 0.5 * named + 0.5 * (index > page.group.first and not _over_hard_facts(page, index))
    score -= _OF_A_NAME * (folded in page.makers) + _OF_A_SECTION * (folded in page.sections)
    score -= _OF_A_COMPANY * (" " in words and is_company(words.rpartition(" ")[2]))
    score -= _OF_A_SECTION * (_SECTION.search(words) is not None)
    over = page.marked[index - 1] if index else None
    below_title = (
        over is not None and over.kind == "title" and not entry.line.gap and fold(words) in originals
    )
    if page.site and folded.startswith(page.site) and index > 0 and folded not in page.paths:
        score -= _OF_A_SECTION  # "BBC Four" below "BBC"
    if folded in page.paths:
        score += _NAMED_BY_PATH
    back = 0.0 if below_title else _comes_back(page, folded, words, index)
    score -= _OF_AN_EVENT * (_EVENT.search(words) is not None)
    if over is not None and over.kind == "title" and not entry.line.gap:
        # Of lines that stand together the first is the title; the next, where others say the same, the series.
        score -= _SECOND
        back = back if back > _SAID_AGAIN else 0.0
    # Pages come back to who made a film, too.
    score += _COMES_BACK * back * (_PERSON if named else 1.0)
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
    if index > page.group.first and _over_hard_facts(page, index):
        return True  # only who made it stands above
    if _beneath(page, index) == page.group.first:
        return not stacked or index - 1 in page.head
    return below.kind == "prose"


def _over_hard_facts(page: _Page, index: int) -> bool:
    """Whether the line below says several of the facts that a film has once."""
    below = page.marked[index + 1 : index + 2]
    return bool(below) and len(below[0].facts.fields & _ONCE) >= _SEVERAL


def _beneath(page: _Page, index: int) -> int:
    """The line below a title, without the lines that stand together with it, days, links, places and events."""
    at = index + 1
    while page.marked[index].line.gap and at < page.group.first and not page.marked[at].line.gap:
        if page.marked[at].kind != "title":
            break
        at += 1
    while at < page.group.first:
        entry = page.marked[at]
        event = _EVENT.search(entry.line.text) or (
            page.site and _plain(entry.line.text).startswith(page.site)
        )
        if entry.kind not in {"dated", "noise"} and not event:
            break
        at += 1
    return at
