"""Films of which a page gives no facts but what they are about: lists, and sentences, with titles and words.

One such line says nothing; where a page tells of films, has no others, and several lines below each other have one
shape, each line is a film with a title and a synopsis.
"""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.wording import is_break, is_generic

_CAPITAL = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"
_SMALL = "a-zß-öø-ÿα-ωа-я"
_SHAPES = (
    re.compile(r"(?P<title>[^\s(][^()\n]{0,70}?)\s\((?P<telling>[^()\n]{20,400})\)\.?"),
    re.compile(
        rf"(?P<title>[^{_SMALL}\n]{{3,60}}?)\s+(?P<telling>[{_CAPITAL}][{_SMALL}]+\b[^\n]{{10,}}|[{_CAPITAL}] [{_SMALL}]+ [^\n]{{10,}})"
    ),
    re.compile(r"(?P<title>[^\s:][^:\n]{0,60}?)\s?:\s(?P<telling>[^\n]{20,})"),
)
_FEWEST = 3
_FEWEST_WORDS = 3
_OF_FILMS = re.compile(
    r"\b(?:\w*films?|\w*filme[ns]?|movies|shorts|line-?up|programme?|program|programm?ation|programma|\w*programm|"
    r"courts?[ -]métrages?|courts|películas|cortos|cortometrajes|cortometraggi|filmes|curtas|filmy|filmów|filmi)\b",
    re.IGNORECASE,
)
_HARD = frozenset({"runtime", "year", "countries"})
_TOLD = frozenset({"title", "text", "prose", "weak", "other", "facts"})
_QUOTED = re.compile(r"[“„«](?P<title>[A-ZÀ-Þ0-9][^“”„«»\n]{0,60}[^“”„«»\n.,!?])[”»“]")
_A_FILM = re.compile(
    r"\b(?:film|short|documentary|court[- ]métrage|documentaire|kurzfilm|dokumentarfilm|cortometraje|documental)\b",
    re.IGNORECASE,
)


def told_films(text: str, marked: list[Marked], stop: int, groups: list[Group]) -> list[Group]:
    """The groups, or the films of a list that tells only what they are about where the page has no other films."""
    if any(group.weight > 3 or group.title_labelled for group in groups) or len(groups) > _FEWEST:
        return groups
    found = _listed(text, marked[:stop])
    if not found and not groups:
        found = _named_in_sentences(text, marked[:stop])
    return found or groups


def _listed(text: str, marked: list[Marked]) -> list[Group]:
    for shape in _SHAPES:
        found: list[tuple[int, re.Match[str]]] = []
        run: list[tuple[int, re.Match[str]]] = []
        for index, entry in enumerate(marked):
            match = _match(shape, text, entry)
            if match is not None:
                run.append((index, match))
                continue
            found += run if _is_list(marked, run) else []
            run = []
        found += run if _is_list(marked, run) else []
        if found:
            return [_group(text, marked, index, match) for index, match in found]
    return []


def _is_list(marked: list[Marked], run: list[tuple[int, re.Match[str]]]) -> bool:
    """Whether there are enough lines alike, and one of the two above them speaks of films."""
    if len(run) < _FEWEST:
        return False
    first = run[0][0]
    return any(_OF_FILMS.search(entry.line.text) for entry in marked[max(0, first - 2) : first])


def _match(shape: re.Pattern[str], text: str, entry: Marked) -> re.Match[str] | None:
    """The parts of a line of the shape; none where the first are words of headings, or the second are no sentence."""
    match = shape.fullmatch(text, entry.title[0], entry.line.end) if entry.kind in _TOLD else None
    if match is None or is_generic(match["title"]) or is_break(match["title"]):
        return None
    if any(fact.labelled for fact in entry.facts.facts) or len(match["telling"].split()) < _FEWEST_WORDS:
        return None
    small = sum(1 for word in match["telling"].split() if word[0].islower())
    return match if small else None


def _group(text: str, marked: list[Marked], index: int, match: re.Match[str]) -> Group:
    group = Group(index, index, title=match.span("title"), title_line=index, title_how=how_.WORDS_BEFORE)
    start, end = match.span("telling")
    group.facts, begin = _facts_before(text, start, end)
    group.prose = [(begin, end)]
    marked[index].kind = "title"
    return group


def _facts_before(text: str, start: int, end: int) -> tuple[list[Fact], int]:
    """The names, year and country before a dash ("Ann Gray, France 2013 – A doctor …"), and where the words begin."""
    dash = re.search(r"\s[–—-]\s", text[start : min(end, start + 120)])
    if dash is None:
        return [], start
    told = facts_of(text, start, start + dash.start())
    facts = [fact for fact in told.facts if fact.field in _HARD]
    if not facts:
        return [], start
    if told.lead is not None and names_likeness(text[slice(*told.lead)]) >= 0.75:
        facts.append(Fact("directors", *told.lead, None, how_.NAME_AFTER_TITLE, labelled=False))
    return facts, start + dash.end()


def _named_in_sentences(text: str, marked: list[Marked]) -> list[Group]:
    """Films that paragraphs name in quotation marks ("The longest film is “Bear Like” from …"), several alike."""
    found = []
    for index, entry in enumerate(marked):
        if entry.kind not in {"prose", "text", "facts"}:
            continue
        quoted = list(_QUOTED.finditer(text, entry.line.start, entry.line.end))
        if len(quoted) != 1 or not _A_FILM.search(text, entry.line.start, entry.line.end):
            continue
        group = Group(index, index, title=quoted[0].span("title"), title_line=index)
        group.title_how = how_.RUNNING_TEXT
        runs = [run for run in runtimes_in(text, entry.line.start, entry.line.end) if run.kind == "units"]
        if len(runs) == 1:
            fact = Fact("runtime", runs[0].start, runs[0].end, runs[0], how_.RUNNING_TEXT, labelled=False)
            group.facts.append(fact)
        group.prose = [(entry.line.start, entry.line.end)]
        found.append(group)
    return found if len(found) >= _FEWEST else []
