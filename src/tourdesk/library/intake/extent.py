"""How far each film's record reaches, the running text in it, and which records are films."""

import re
from collections import Counter

from tourdesk.library.intake.frame import STREET
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.wording import is_break
from tourdesk.library.intake.zones import is_aside

_SEVERAL = re.compile(
    r"^(?:various|assorted|several|different|verschiedene|diverse|divers\b|plusieurs|varios|varias|vários|autori vari|registi vari|aa\.?\s?vv|różni|různí|razni)|\b(?:varios|vários|vari)$",
    re.IGNORECASE,
)
_WORDS_FOR_MANY = 3
# "16th of December 2014; 8 pm": when a film is shown.
_SHOWN = re.compile(
    r"^\d{1,2}(?:st|nd|rd|th|\.)?\s.*\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|uhr\b)|\b(?:doors|einlass|beginn)\s\d{1,2}[:.]\d\d",
    re.IGNORECASE,
)
_DIRECTORS = re.compile(r"\b(?:director|countr|regi|länder|pays|réalisat)", re.IGNORECASE)
_SEVERAL_FILMS = 3
_SENTENCE = re.compile(r"\w{3}.* .*[.!?…]$")
_ENDS = frozenset({"related", "foot", "sponsors"})


def take_text(marked: list[Marked], groups: list[Group], stop: int) -> None:
    """Gives each group with a title the lines that are its, and the running text among them."""
    for group in groups:
        below = group.last + 1
        if below < stop and marked[below].kind == "text" and _SENTENCE.search(marked[below].line.text):
            marked[below].kind = "prose"  # a sentence of three words
    _told_below(marked, groups, stop)
    starts = [group.start for group in groups]
    for number, group in enumerate(groups):
        after = starts[number + 1] if number + 1 < len(groups) else stop
        last_line = _last_line(marked, group, starts[number], after)
        group.begin = marked[starts[number]].line.start
        group.stop = marked[last_line].line.end
        for index in range(starts[number], last_line + 1):
            entry = marked[index]
            if entry.kind == "facts":
                group.prose.extend(span for span in entry.facts.prose)
            elif entry.kind == "prose" and index != group.title_line:
                group.prose.append((entry.line.start, entry.line.end))
    _without_text_of_lists(marked, groups)
    _without_farewell(marked, groups)
    if len(groups) == 1 and not groups[0].prose:
        above = marked[: starts[0]]
        groups[0].prose = [(entry.line.start, entry.line.end) for entry in above if entry.kind == "prose"]


def _told_below(marked: list[Marked], groups: list[Group], stop: int) -> None:
    """Words right below the facts are what the film is about where most films of the page are told there."""
    below = [group.last + 1 for group in groups]
    told = sum(1 for index in below if index < stop and marked[index].kind == "prose")
    titles = {group.title_line for group in groups}
    for index in below if told >= 2 and told * 2 >= len(groups) else ():
        if index < stop and index not in titles and marked[index].kind in {"title", "text"}:
            words = marked[index].line.text
            ended = words[-1] in ".!?…" and words[-2:-1].isalpha()
            if (ended or len(words.split()) >= 4) and not words.endswith(":") and not words.isupper():
                marked[index].kind = "prose"


def _without_text_of_lists(marked: list[Marked], groups: list[Group]) -> None:
    """Films of which a line tells several have their text behind their titles there: what stands below is of the page."""
    titled = [
        (marked[group.title_line].line, group, group.title)
        for group in groups
        if group.title is not None and group.title_line >= 0
    ]
    told = Counter(line.number for line, _, _ in titled)
    for line, group, title in titled:
        if told[line.number] > 1:
            group.prose = [span for span in group.prose if title[1] <= span[0] and span[1] <= line.end]


def _without_farewell(marked: list[Marked], groups: list[Group]) -> None:
    """Where hardly any film has a text, what stands apart from one is the page's own word, or the next block's."""
    told = [group for group in groups if group.prose]
    if len(groups) < _SEVERAL_FILMS or len(told) * 4 > len(groups) + 1:
        return
    for group in told:
        last = max(group.last, group.title_line)
        start = group.prose[0][0]
        at = next((i for i in range(last + 1, len(marked)) if marked[i].line.start >= start), None)
        if at is not None and marked[at].line.start == start and (marked[at].line.gap or at > last + 1):
            group.prose = []
            group.stop = marked[last].line.end


def _last_line(marked: list[Marked], group: Group, begin: int, after: int) -> int:
    last = max(group.last, group.title_line)
    for index in range(begin, after):
        entry = marked[index]
        if index > last and (entry.kind in _ENDS or entry.kind == "break") and not is_aside(marked, index):
            break
        if entry.kind == "prose" or index <= last:
            last = max(last, index)
    return last


def usable(text: str, groups: list[Group]) -> list[Group]:
    """The groups that are films: with a title that is no intermission, talk or total."""
    kept = []
    for group in groups:
        if group.title is None:
            if any(
                fact.field == "directors" and _SEVERAL.search(text[fact.start : fact.end])
                for fact in group.facts
            ):
                continue  # a block of films
            alike = sum(1 for other in groups if other.title is not None and other.fields == group.fields)
            if group.weight >= 5.0 or alike >= 2:
                kept.append(group)  # a film whose title was a picture
            continue
        words = text[slice(*group.title)]
        words = words[ordinal_end(words) :]
        if _SEVERAL.search(words) and (len(words.split()) <= _WORDS_FOR_MANY or _DIRECTORS.search(words)):
            continue  # "Various directors", where a block of films has its title
        if (
            is_break(words)
            or _SHOWN.search(words)
            or STREET.search(words)
            or not any(c.isalnum() for c in words)
        ):
            continue
        kept.append(group)
    return kept
