"""Films of which a page gives no facts but what they are about: lists, and sentences, with titles and words.

One such line says nothing; where a page tells of films, has no others, and several lines below each other have one
shape, each line is a film with a title and a synopsis.
"""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.choice.looks import SPEAKS_OF_FILMS
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import runtimes_in
from tourdesk.library.intake.wording import is_break, is_generic, is_title_like, trimmed

_CAPITAL = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"
_SMALL = "a-zß-öø-ÿα-ωа-я"
_SHAPES = (
    re.compile(r"(?P<title>[^\s(][^()\n]{0,70}?)\s\((?P<telling>[^()\n]{20,400})\)\.?"),
    re.compile(
        rf"(?P<title>[^{_SMALL}\n]{{3,60}}?)\s+(?P<telling>[{_CAPITAL}][{_SMALL}]+\b[^\n]{{10,}}|[{_CAPITAL}] [{_SMALL}]+ [^\n]{{10,}})"
    ),
    # "Ann Gray: First In, Last Out: A diver …": words in capitals between two colons belong to the title.
    re.compile(
        rf"(?P<title>[^\s:][^:\n]{{0,60}}?(?::(?: [{_CAPITAL}][\w’'-]*,?){{1,6}}(?=:))?)\s?:\s(?P<telling>[^\n]{{20,}})"
    ),
    # "Salt Road – a long ride on skis;": small letters behind the dash, so no second half of a title.
    re.compile(rf"(?P<title>[{_CAPITAL}\d][^\n–—]{{0,60}}?)\s[–—-]\s(?P<telling>[{_SMALL}\d][^\n]{{10,}})"),
)
_FEWEST = 3
_FEWEST_WORDS = 3
_OF_FILMS = re.compile(
    r"\b(?:\w*films?|\w*filme[ns]?|filmer(?:na)?|filmene|movies|shorts|line-?up|programme?|program|programm?ation|programma|\w*programm|"
    r"courts?[ -]métrages?|courts|películas|cortos|cortometrajes|cortometraggi|filmes|curtas|filmy|filmów|filmi)\b",
    re.IGNORECASE,
)
_HARD = frozenset({"runtime", "year", "countries"})
_TOLD = frozenset({"title", "text", "prose", "weak", "other", "facts"})
_QUOTED = re.compile(r"[“„«](?P<title>[A-ZÀ-Þ0-9][^“”„«»\n]{0,60}[^“”„«»\n.,!?])[”»“]")
_CREDITED = re.compile(
    r"[“„«](?P<title>[^“”„«»\n]{2,70}?),?[”»“],?\s(?:by|von|de|di|par|del|van|av|af)\s(?P<names>[A-ZÀ-Þ][^,;.()“„«\n]{3,60}?)(?=[,;.()]|\s+y\s+“|$)"
)
# "“Ebb” follows …", "In “Ebb” Ann Gray …".
_OPENS = re.compile(
    r"(?:In|Im|En|Dans) [“„«]|[“„«][^“”„«»\n]{2,70}[”»“] (?!says?\b|said\b|sagte?\b|dice\b|dit\b)[a-zß-öø-ÿ]"
)
_COUNTED = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b|:$"
)
_BETWEEN_SEMICOLONS = re.compile(r"[^\s;][^;]*")
# "First In and Last Out": behind the last semicolon two titles stand, the second with a capital.
_LAST_AND = re.compile(rf"(?P<title>[^;]+?) (?:and|und|et|y|e|og|och) (?P<last>[{_CAPITAL}][^;]*)")
_FROM_TO = re.compile(r"\d{1,2}[:.h]\d\d\s?[–-]\s?\d{1,2}[:.h]\d\d(?:\s?Uhr)?[\s:|–-]+(?P<title>\S[^\n]*)")
_BEHIND_TITLE = re.compile(r"(?P<title>[^()\n]{1,90}?)\s*\([^()\n]*\)$")
_LONGEST_TITLE, _A_TEXT = 70, 40
_A_NAME, _A_KNOWN_NAME = 0.5, 0.75
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
        found = (
            _credited_in_sentences(text, marked[:stop])
            or _named_in_sentences(text, marked[:stop])
            or _over_texts(text, marked[:stop])
            or _parted_by_semicolons(text, marked[:stop])
            or _timetabled(text, marked[:stop])
        )
    return found or groups


def _parted_by_semicolons(text: str, marked: list[Marked]) -> list[Group]:
    """Titles in one sentence ("The films on show will be: Ebb; Salt Road; Long Alps and First In."), four or more."""
    for index, entry in enumerate(marked):
        head, colon, _rest = entry.line.text.partition(": ")
        if entry.kind not in _TOLD or not colon or not _OF_FILMS.search(head):
            continue
        start = entry.line.start + len(head) + len(colon)
        words = text[start : entry.line.end].rstrip(" .")
        spans = [match.span() for match in _BETWEEN_SEMICOLONS.finditer(words)]
        last = _LAST_AND.match(words, *spans[-1]) if spans else None
        spans[-1:] = [last.span("title"), last.span("last")] if last else spans[-1:]
        if len(spans) <= _FEWEST or not all(_is_listed(words[a:b]) for a, b in spans):
            continue
        entry.kind = "title"
        return [
            Group(index, index, title=(start + a, start + b), title_line=index, title_how=how_.RUNNING_TEXT)
            for a, b in spans
        ]
    return []


def _timetabled(text: str, marked: list[Marked]) -> list[Group]:
    """Titles behind the times from and to which each is shown ("17:35 – 17:50 Ebb"), three or more on a page of films."""
    if not any(SPEAKS_OF_FILMS.search(entry.line.text) for entry in marked):
        return []
    found: list[Group] = []
    for index, entry in enumerate(marked):
        match = _FROM_TO.fullmatch(text, entry.line.start, entry.line.end)
        if match and not is_break(match["title"]) and _is_listed(match["title"]):
            entry.kind = "title"
            span = match.span("title")
            found.append(Group(index, index, title=span, title_line=index, title_how=how_.RUNNING_TEXT))
    return found if len(found) >= _FEWEST else []


def _is_listed(words: str) -> bool:
    return is_title_like(words) and len(words) <= _LONGEST_TITLE and names_likeness(words) < _A_KNOWN_NAME


def _over_texts(text: str, marked: list[Marked]) -> list[Group]:
    """Titles over a text each, below a line that says that films follow ("… folgende zehn Filme gezeigt")."""
    groups: list[Group] = []
    index = 1
    while index + 1 < len(marked):
        stop = index
        while stop + 1 < len(marked) and _is_over_text(text, marked, stop):
            stop += 2
        run = range(index, stop, 2)
        first = next((at for at in run if _announced(marked[at - 1], len(run) - run.index(at))), stop)
        for at in range(first, stop, 2):
            title = _BEHIND_TITLE.match(text, *marked[at].title)
            end = title.end("title") if title else marked[at].title[1]
            group = Group(at, at, title=(marked[at].title[0], end), title_line=at, title_how=how_.LINE_ABOVE)
            group.prose = [(marked[at + 1].line.start, marked[at + 1].line.end)]
            marked[at].kind = "title"
            groups.append(group)
        index = max(stop, index + 1)
    return groups


def _announced(entry: Marked, films: int) -> bool:
    """Whether a line says that films follow, or how many, and so many follow."""
    words = entry.line.text
    least = _FEWEST - (_COUNTED.search(words) is not None)
    said = entry.kind in {"prose", "text", "other"} or words.endswith(":")
    return said and films >= least and _OF_FILMS.search(words) is not None


def _is_over_text(text: str, marked: list[Marked], index: int) -> bool:
    """Whether a line may be the title of the text that begins right below it."""
    entry, below = marked[index], marked[index + 1]
    words = text[slice(*entry.title)].partition(" (")[0]
    return (
        entry.kind in {"title", "text", "dated"}
        and is_title_like(words)
        and len(words) <= _LONGEST_TITLE
        and names_likeness(words) < _A_KNOWN_NAME
        and not below.line.gap
        and len(below.line.text) >= _A_TEXT
        and below.line.text.rstrip()[-1:] in set('.!?…”"')
        and not any(fact.labelled for fact in below.facts.facts)
    )


def _credited_in_sentences(text: str, marked: list[Marked]) -> list[Group]:
    """Films that running text names with who made them (“Ebb”, by Ann Gray, about …; and “Alps”, by Jo Hart), three or more."""
    groups: list[Group] = []
    for index, entry in enumerate(marked):
        if entry.kind not in {"prose", "text", "facts"}:
            continue
        found = [
            match
            for match in _CREDITED.finditer(text, entry.line.start, entry.line.end)
            if names_likeness(match["names"]) >= _A_NAME
        ]
        for match, end in zip(found, [*(after.start() for after in found[1:]), entry.line.end], strict=False):
            group = Group(index, index, title=match.span("title"), title_line=index)
            group.title_how = how_.RUNNING_TEXT
            how = how_.NAME_AFTER_TITLE
            group.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
            group.prose = [trimmed(text, match.end(), end)]
            groups.append(group)
    return groups if len(groups) >= _FEWEST else []


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
        opens = _OPENS.match(text, entry.line.start, entry.line.end) is not None
        if len(quoted) != 1 or not (opens or _A_FILM.search(text, entry.line.start, entry.line.end)):
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
