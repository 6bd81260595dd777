"""What the lines beside a film's facts add: a name of its own line, a lone country, names before or in the title."""

import re

from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.items import Item
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_prose

_FIELD = {"year": "year", "country": "countries", "language": "languages", "genre": "tags", "runtime": "runtime"}
_TITLE_AND_NAMES = re.compile(r"^(?P<title>.{1,90}?)(?:\s+[–—-]\s+|\s*[|•·]\s*|,?\s+(?:by|von|par|de|di)\s+|\s+/\s+)(?P<names>[^–—|•·]{5,120})$")
_BRACKETED_TAIL = re.compile(r"\s*\([^()]*\)\s*$")


def names_above(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """A line that is only a name, between the title and the facts, is the director.

    One known given name is enough on a page of one film; several films must all have the shape.
    """
    found: list[tuple[Group, int, float]] = []
    low = 0
    for group in groups:
        stack = _stack(marked, group.first, low)
        if len(stack) >= 2 and "directors" not in group.fields:
            words = marked[stack[0]].line.text
            found.append((group, stack[0], names_likeness(words)))
        low = group.last + 1
    named = [entry for entry in found if entry[2] >= 0.5]
    shape = len(named) >= 2 and len(named) * 3 >= len(groups) * 2 and any(likeness >= 0.75 for _, _, likeness in named)
    for group, index, likeness in named:
        if shape or likeness >= 1.0:
            line = marked[index].line
            group.facts.append(Fact("directors", line.start, line.end, None, "a person's name between title and facts", labelled=False))
            group.first = index
            marked[index].kind = "facts"
    del text


def titles_above_originals(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """Where each of several films has two title lines, the upper is the title and the lower the original title."""
    stacks: list[list[int]] = []
    low = 0
    for group in groups:
        stacks.append(_stack(marked, group.first, low))
        low = group.last + 1
    bracketed = [len(stack) >= 2 and text[marked[stack[0]].line.start] == "(" for stack in stacks]
    whole = len(groups) >= 2 and all(len(stack) == 2 for stack in stacks)
    for group, stack, tail in zip(groups, stacks, bracketed, strict=True):
        if not (tail or whole) or group.title_line != stack[0] or "original_title" in group.fields:
            continue
        line = marked[stack[0]].line
        left, right = line.start + text[line.start : line.end].startswith("("), line.end - text[line.start : line.end].endswith(")")
        group.facts.append(Fact("original_title", left, right, text[left:right], "the line below the title", labelled=False, sure=tail))
        group.title, group.title_line = marked[stack[1]].title, stack[1]


def _stack(marked: list[Marked], first: int, low: int) -> list[int]:
    """The lines right above the facts that could be titles, nearest first, equal ones once."""
    out: list[int] = []
    seen: set[str] = set()
    for index in range(first - 1, max(low, first - 6) - 1, -1):
        if marked[index].kind != "title":
            break
        words = fold(marked[index].line.text)
        if words not in seen:
            out.append(index)
            seen.add(words)
    return out


def weak_lines(marked: list[Marked], groups: list[Group]) -> None:
    """A lone country, year, language or kind of film beside the facts belongs to them."""
    for group in groups:
        begin = group.start
        for index in range(max(begin - 1, 0), min(group.last + 4, len(marked))):
            entry = marked[index]
            if index > group.last and entry.kind not in {"weak", "noise"}:
                break
            if entry.kind != "weak" or index == group.title_line or index < begin:
                continue
            have = group.fields - {"tags"}
            added = [_fact(item) for item in entry.facts.items if item.kind in _FIELD and _FIELD[item.kind] not in have]
            group.facts.extend(added)
            if added:
                group.last = max(group.last, index)


def _fact(item: Item) -> Fact:
    return Fact(_FIELD[item.kind], item.start, item.end, item.value, "a word on its own beside the film's facts", labelled=False)


def leading_names(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """A name that begins the line of facts, below the title, is the director."""
    for group in groups:
        facts = marked[group.first].facts
        if facts.lead is None or (group.title is not None and group.title[0] == facts.lead[0]) or "directors" in group.fields:
            continue
        start, end = facts.lead
        words = text[start:end]
        likeness = names_likeness(words)
        if likeness >= 0.5 or (is_company(words) and len(words) < 60):
            how = "a person's name before the facts" if likeness >= 0.5 else "a company before the facts"
            group.facts.append(Fact("directors", start, end, None, how, labelled=False, sure=likeness >= 0.75))


def names_in_titles(text: str, groups: list[Group]) -> None:
    """ "Charge – Mike Douglas, Ann Gamble" above facts without a director: the title, then who made it."""
    parts = []
    for group in groups:
        if group.title is None or "directors" in group.fields or group.title_how.startswith("label"):
            continue
        words = text[slice(*group.title)]
        match = _TITLE_AND_NAMES.match(_BRACKETED_TAIL.sub("", words))
        if match and not is_prose(match["names"]):
            parts.append((group, match, names_likeness(match["names"])))
    named = [part for part in parts if part[2] >= 0.5]
    shape = len(named) >= 2 and len(named) * 3 >= len(groups) * 2
    for group, match, likeness in named:
        sure = likeness >= 0.75 or (shape and any(other >= 0.75 for _, _, other in named))
        if not sure and not shape:
            continue
        if likeness < 1.0 and not shape:
            continue
        if group.title is None or (person_likeness(match["title"]) >= 1.0 and not shape):
            continue
        start = group.title[0]
        group.facts.append(Fact("directors", start + match.start("names"), start + match.end("names"), None, "a person's name after the title", labelled=False, sure=sure))
        group.title = (start, start + len(match["title"].rstrip(" ,")))
