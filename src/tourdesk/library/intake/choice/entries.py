"""The films of a page whose titles are known: each title with the facts and the text of its entry."""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.choice.candidates import Candidate, plain
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.wording import is_prose

_HARD = frozenset({"runtime", "year", "directors", "countries"})
_ENDS = frozenset({"related", "foot", "sponsors", "total", "break"})
_LONGEST_WITH_LENGTH = 200
_QUOTES = frozenset('“„«‘"')
# "Crux, de Zac Hoffman", "Salt Road (Ann Gray, US)", "Ebb/ Jo Lind": who made a film, behind its title.
_MAKER = re.compile(
    r"[”\"»’]?,?\s?(?:(?:[(–—-] ?)?(?:un film |a film |film )?"
    r"(?:by|de|di|von|av|directed by|dirigid[oa] por|réalisé par|diretto da|regia di|[Dd]ir\.?:?)\s|d[’']|[(/] ?)"
    r"(?P<names>[^\d\n,;:()/|–—.]{4,60}?)\s*(?=[,;:()/|–—.\d\n]|$)"
)
_A_NAME = 0.75


def films_of(text: str, marked: list[Marked], titles: list[Candidate], read: list[Group]) -> list[Group]:
    """A record for each title, in their order; films that were `read` with the same title keep what was read."""
    known: dict[str, Group] = {}
    for group in read:
        if group.title is not None:
            known.setdefault(plain(text[slice(*group.title)]), group)
    taken = {index for one in titles if one.plain in known for index in _lines(known[one.plain])}
    above = _facts_stand_above(marked, titles)
    found = []
    for number, title in enumerate(titles):
        old = known.get(title.plain)
        if old is not None:
            old.prose, old.section = [], None
            found.append(old)
            continue
        before = titles[number - 1].line if number else -1
        after = titles[number + 1].line if number + 1 < len(titles) else len(marked)
        if title.line in (before, after):
            found.append(_of_a_line(text, marked[title.line], title, titles[number + 1 : number + 2]))
            continue
        lines = range(title.line, before, -1) if above else range(title.line, after)
        found.append(_film(text, marked, title, [index for index in lines if index not in taken]))
    return found


def _lines(group: Group) -> range:
    return range(group.first, group.last + 1)


def _facts_stand_above(marked: list[Marked], titles: list[Candidate]) -> bool:
    """Whether more of the titles have facts between them and the title above than between them and the one below."""
    told = [entry.kind == "facts" and bool(entry.facts.fields & _HARD) for entry in marked]
    lines = [title.line for title in titles]
    ends = [
        *lines[1:],
        next((i for i in range(lines[-1] + 1, len(marked)) if marked[i].kind in _ENDS), len(marked)),
    ]
    starts = [-1, *lines[:-1]]
    below = sum(any(told[line:end]) for line, end in zip(lines, ends, strict=True))
    above = sum(any(told[start + 1 : line + 1]) for start, line in zip(starts, lines, strict=True))
    return above > below


def _film(text: str, marked: list[Marked], title: Candidate, lines: list[int]) -> Group:
    group = Group(title.line, title.line, title=(title.start, title.end), title_line=title.line)
    group.title_how = how_.OF_THE_PAGE
    for index in lines:
        entry = marked[index]
        if entry.kind in _ENDS and index != title.line:
            break
        facts = _facts(text, entry, title)
        if entry.kind == "facts" or facts:
            group.facts.extend(facts)
            group.numbers.extend(entry.facts.numbers)
            group.first, group.last = min(group.first, index), max(group.last, index)
    _give_maker(text, group, title, marked[title.line].line.end)
    group.prose = _text_behind(text, marked[title.line], title)
    return group


def _of_a_line(text: str, entry: Marked, title: Candidate, others: list[Candidate]) -> Group:
    """The film of one of the titles that a line tells: what stands between it and the next one is its own."""
    group = Group(title.line, title.line, title=(title.start, title.end), title_line=title.line)
    group.title_how = how_.OF_THE_PAGE
    end = others[0].start if others and others[0].line == title.line else entry.line.end
    for fact in (*_facts(text, entry, title), *_length_of(text, title.end, end)):
        if title.end <= fact.start and fact.end <= end and fact.field not in group.fields | {"title"}:
            group.facts.append(fact)
    _give_maker(text, group, title, end)
    return group


def _give_maker(text: str, group: Group, title: Candidate, end: int) -> None:
    """Gives a film without a director the person whom the words right behind its title name."""
    match = _MAKER.match(text, title.end, end)
    if match and "directors" not in group.fields and names_likeness(match["names"]) >= _A_NAME:
        how = how_.NAME_AFTER_TITLE
        group.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))


def _length_of(text: str, start: int, end: int) -> list[Fact]:
    return [
        Fact("runtime", run.start, run.end, run, how_.MINUTES_AMONG_FACTS, labelled=False)
        for run in runtimes_in(text, start, end)[:1]
        if run.kind == "units"
    ]


def _text_behind(text: str, entry: Marked, title: Candidate) -> list[tuple[int, int]]:
    """What is told of the film on the line of its title ("Salt Road: Two brothers mend a boat.").

    A sentence that goes on from its title ("“Salt Road” follows two brothers.") is told with it.
    """
    start, end = title.end, entry.line.end
    maker = _MAKER.match(text, start, end)
    if maker and names_likeness(maker["names"]) >= _A_NAME:
        start = maker.end("names")
    while start < end and not text[start].isalnum() and text[start] not in _QUOTES:
        start += 1
    words = text[start:end]
    if entry.kind == "facts" or not is_prose(words):
        return []
    opens = not any(map(str.isalnum, text[entry.line.start : title.start]))
    if words[:1].islower():
        return [(entry.line.start if opens else title.start, end)]
    return [(start, end)]


def _facts(text: str, entry: Marked, title: Candidate) -> list[Fact]:
    """What a line of the entry tells beside the title; the length, too, among words that nobody knows."""
    told = [fact for fact in entry.facts.facts if fact.end <= title.start or fact.start >= title.end]
    told = [fact for fact in told if fact.field != "title"] if entry.kind == "facts" else []
    if any(fact.field == "runtime" for fact in told) or len(entry.line.text) > _LONGEST_WITH_LENGTH:
        return told
    runs = runtimes_in(text, entry.line.start, entry.line.end)
    run = next(
        (run for run in runs if run.kind == "units" and not title.start <= run.start < title.end), None
    )
    if run is not None:
        told.append(Fact("runtime", run.start, run.end, run, how_.MINUTES_AMONG_FACTS, labelled=False))
    return told
