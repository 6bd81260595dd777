"""What the lines beside a film's facts add: a name of its own line, a lone country, names before or in the title."""

import re
from dataclasses import replace

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.entries import name_at_end
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.items import Item
from tourdesk.library.intake.marked import ASIDES, Marked
from tourdesk.library.intake.people import is_company, names_likeness, person_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import is_prose

_FIELD = {
    "year": "year",
    "country": "countries",
    "language": "languages",
    "genre": "tags",
    "runtime": "runtime",
}
_FEW = 3
_TITLE_AND_NAMES = re.compile(
    r"^(?P<title>.{1,90}?)(?:\s+[–—-]\s+|\s*[|•·]\s*|,?\s+(?:by|von|par|de|di)\s+|\s+/\s+|(?P<comma>,\s+))(?P<names>[^–—|•·]{5,120})$"
)
_CAPITAL_NAME = re.compile(
    r"^(?P<names>[^\W\d_][A-ZÀ-Ý'’.-]+(?:\s(?:&\s)?[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+){1,4})\s(?=[\"“‘'«]?[A-ZÀ-Ý](?:[a-zà-ÿ]|\s[a-zà-ÿ]))"
)
_BRACKETED_TAIL = re.compile(r"\s*\([^()]*\)\s*$")


def names_above(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """A line that is only a name, between the title and the facts, is the director.

    One known given name is enough on a page of one film; several films must all have the shape, and where none of
    their names is known it is a guess.
    """
    found: list[tuple[Group, int, float]] = []
    low = 0
    over = 0.0
    for group in groups:
        stack = _stack(marked, group.first, low)
        over += names_likeness(marked[stack[1]].line.text) if len(stack) >= 2 else 0.0
        if len(stack) >= 2 and not any(fact.field == "directors" and fact.sure for fact in group.facts):
            words = marked[stack[0]].line.text
            found.append((group, stack[0], names_likeness(words)))
        low = group.last + 1
    if len(groups) >= 2 and over >= sum(likeness for _, _, likeness in found) + len(groups) / 4:
        return  # the names stand above the titles
    named = [entry for entry in found if entry[2] >= 0.5]
    shape = len(named) >= 2 and len(named) * 3 >= len(groups) * 2
    known = any(likeness >= 0.75 for _, _, likeness in named)
    for group, index, likeness in named:
        if shape or (likeness >= 1.0 and "directors" not in group.fields):
            line = marked[index].line
            group.facts = [fact for fact in group.facts if fact.field != "directors"]
            group.facts.append(
                Fact(
                    "directors",
                    line.start,
                    line.end,
                    None,
                    how_.NAME_BETWEEN,
                    labelled=False,
                    sure=known,
                )
            )
            group.first = index
            marked[index].kind = "facts"
    del text


def names_inside(marked: list[Marked], groups: list[Group]) -> None:
    """A name of its own line between the title with its year and the other facts of each film is the director's."""
    for group in groups:
        lines = [index for index in range(group.first + 1, group.last) if marked[index].kind == "title"]
        stated = any(fact.field == "directors" and fact.labelled for fact in group.facts)
        if stated or len(lines) != 1 or group.title_line != group.first:
            continue
        line = marked[lines[0]].line
        if lines[0] == group.first + 1 and names_likeness(line.text) >= 0.5:
            group.facts = [fact for fact in group.facts if fact.field != "directors"]
            how = how_.NAME_BETWEEN
            group.facts.append(Fact("directors", line.start, line.end, None, how, labelled=False))


def names_below(marked: list[Marked], groups: list[Group]) -> None:
    """A line that is only a name, right below the facts of several films, is the director."""
    titles = {group.title_line for group in groups}
    found: list[tuple[Group, int, float]] = []
    for group in groups:
        for index in (group.last + 1, group.first + 1):
            if (
                "directors" in group.fields
                or index >= len(marked)
                or index in titles
                or index > group.last + 1
            ):
                continue
            entry = marked[index]
            if entry.kind == "title" and entry.line.gap == 0:
                found.append((group, index, names_likeness(entry.line.text)))
                break
    named = [entry for entry in found if entry[2] >= 0.5]
    shape = (
        len(named) >= 2
        and len(named) * 3 >= len(groups) * 2
        and any(likeness >= 0.75 for _, _, likeness in named)
    )
    for group, index, likeness in named:
        if shape or likeness >= 1.0:
            line = marked[index].line
            group.facts.append(
                Fact("directors", line.start, line.end, None, how_.NAME_BELOW_FACTS, labelled=False)
            )
            group.last = max(group.last, index)
            marked[index].kind = "facts"


def titles_above_originals(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """Where each of several films has two title lines, the upper is the title and the lower the original title."""
    stacks: list[list[int]] = []
    low = 0
    for group in groups:
        stacks.append(_stack(marked, group.first, low))
        low = group.last + 1
    bracketed = [len(stack) >= 2 and text[marked[stack[0]].line.start] == "(" for stack in stacks]
    pairs = [stack[:2] for stack in stacks if len(stack) >= 2]
    lower, upper = (sum(names_likeness(marked[pair[at]].line.text) for pair in pairs) for at in (0, 1))
    named = upper >= max(lower + len(pairs) / 4, len(pairs) / 2)
    whole = (
        len(groups) >= 2 and not named and all(len(stack) == 2 for stack in stacks)
    ) or _alone_at_the_top(marked, groups, stacks)
    for group, stack, tail in zip(groups, stacks, bracketed, strict=True):
        loud = (
            len(stack) == 2
            and stack[0] == stack[1] + 1
            and marked[stack[0]].line.gap == 0
            and all(marked[index].line.text.isupper() for index in stack)
            and marked[stack[1] - 1].kind in {"prose", "facts"}
            and stack[1] > 0
        )
        if not (tail or whole or loud) or group.title_line != stack[0] or "original_title" in group.fields:
            continue
        line = marked[stack[0]].line
        left, right = (
            line.start + text[line.start : line.end].startswith("("),
            line.end - text[line.start : line.end].endswith(")"),
        )
        group.facts.append(
            Fact(
                "original_title",
                left,
                right,
                text[left:right],
                how_.LINE_BELOW_TITLE,
                labelled=False,
                sure=tail,
            )
        )
        group.title, group.title_line = marked[stack[1]].title, stack[1]


def _alone_at_the_top(marked: list[Marked], groups: list[Group], stacks: list[list[int]]) -> bool:
    """A page that begins with two title lines, one right below the other, and tells of one film."""
    if len(groups) != 1 or len(stacks[0]) < 2 or marked[stacks[0][0]].line.gap:
        return False
    lower, upper = stacks[0][:2]
    louder = marked[upper].line.text.isupper() and not marked[lower].line.text.isupper()
    return upper == lower - 1 and (upper == 0 or (louder and marked[upper].line.gap > 0))


def _once(words: str) -> str:
    """A title that a caption says twice, "dorotchka - dorotchka", said once."""
    first, dash, second = words.partition(" - ")
    return first if dash and first == second else words


def _stack(marked: list[Marked], first: int, low: int) -> list[int]:
    """The lines right above the facts that could be titles, nearest first, equal ones once."""
    out: list[int] = []
    seen: set[str] = set()
    for index in range(first - 1, max(low, first - 6) - 1, -1):
        if out and marked[index].kind in ASIDES:
            continue  # "Book now" between the title and the name below it
        if marked[index].kind != "title":
            break
        words = _once(fold(marked[index].line.text))
        if words not in seen:
            out.append(index)
            seen.add(words)
    return out


def weak_above(marked: list[Marked], groups: list[Group]) -> None:
    """Lines of one fact each, "USA", "2020", above the line that told a film's facts are its facts too.

    Where other films have their titles there, "1945" is one, too.
    """
    low = 0
    above = [
        marked[group.first - 1].kind
        for group in groups
        if group.first > 0 and not marked[group.first].line.gap
    ]
    titled = len(above) >= _FEW and above.count("title") * 4 >= len(above) * 3
    for group in groups:
        over = marked[group.first - 1] if titled and group.first > low else None
        if (
            over is not None
            and over.kind == "weak"
            and all(item.kind in {"year", "number"} for item in over.facts.items)
        ):
            over.kind = "title"
        while (
            group.first - 1 > low
            and marked[group.first].line.gap == 0
            and marked[group.first - 1].kind == "weak"
        ):
            entry = marked[group.first - 1]
            if marked[group.first - 2].kind not in {"title", "weak", "facts"} or entry.line.gap:
                break
            added = [
                _fact(item)
                for item in entry.facts.items
                if item.kind in _FIELD and _FIELD[item.kind] not in group.fields
            ]
            entry.facts.facts = added
            group.facts[:0] = added
            group.first -= 1
            entry.kind = "facts"
        low = group.last + 1


def weak_lines(marked: list[Marked], groups: list[Group]) -> None:
    """A lone country, year, language or kind of film beside the facts belongs to them."""
    for group in groups:
        begin = group.start
        # Countries may stand one in a line; what the facts say themselves is not added to.
        have = group.fields - {"tags"}
        for index in range(max(begin - 1, 0), min(group.last + 4, len(marked))):
            entry = marked[index]
            if index > group.last and entry.kind not in {"weak", "noise"}:
                break
            if entry.kind != "weak" or index == group.title_line or index < begin:
                continue
            added = [
                _fact(item)
                for item in entry.facts.items
                if item.kind in _FIELD and _FIELD[item.kind] not in have
            ]
            group.facts.extend(added)
            if added:
                group.last = max(group.last, index)


def _fact(item: Item) -> Fact:
    return Fact(
        _FIELD[item.kind],
        item.start,
        item.end,
        item.value,
        how_.WORD_BESIDE_FACTS,
        labelled=False,
    )


def leading_names(text: str, marked: list[Marked], groups: list[Group]) -> None:
    """A name that begins the line of facts, below the title, is the director."""
    for group in groups:
        for index in range(group.first, group.last + 1):
            lead = marked[index].facts.lead
            if lead is None or (group.title is not None and group.title[0] == lead[0]):
                continue
            words = text[slice(*lead)]
            first, parted, company = words.partition(" | ")
            if parted and names_likeness(first) >= 0.5 and len(company) <= 40:
                lead, words = (lead[0], lead[0] + len(first)), first
            likeness = names_likeness(words)
            if likeness >= 0.5:
                _without_companies(text, group)
            if "directors" in group.fields:
                if likeness >= 0.5:
                    _joined(text, group, lead)
                continue
            if likeness >= 0.5 or (is_company(words) and len(words) < 60):
                how = how_.NAME_BEFORE_FACTS if likeness >= 0.5 else how_.COMPANY_BEFORE_FACTS
                group.facts.append(Fact("directors", *lead, None, how, labelled=False, sure=likeness >= 0.75))


def _without_companies(text: str, group: Group) -> None:
    """Of "Jane Doe | Doe Films" the company is not the director."""
    group.facts = [
        fact
        for fact in group.facts
        if fact.field != "directors" or fact.labelled or not is_company(text[fact.start : fact.end])
    ]


def _joined(text: str, group: Group, lead: tuple[int, int]) -> None:
    """Of "Anna Ilin, Ben Gray | Austria" below the title the first name is a director's as the second is."""
    for index, fact in enumerate(group.facts):
        between = text[lead[1] : fact.start]
        if (
            fact.field == "directors"
            and not fact.labelled
            and between.strip() in {",", "&", "/", "+", "und", "and", "et", "y"}
        ):
            group.facts[index] = replace(fact, start=lead[0])


def names_in_titles(text: str, groups: list[Group]) -> None:
    """Titles as "Charge – Mike Douglas, Ann Gamble" above facts without a director: the title, then who made it."""
    parts = []
    for group in groups:
        if group.title is None or "directors" in group.fields or group.title_labelled:
            continue
        words = text[slice(*group.title)]
        match = _TITLE_AND_NAMES.match(_BRACKETED_TAIL.sub("", words))
        if match and not is_prose(match["names"]):
            parts.append((group, match, names_likeness(match["names"])))
    parts = parts or _run_together(text, groups)
    named = [part for part in parts if part[2] >= 0.5]
    before = [
        group
        for group in groups
        if any(fact.field == "directors" and fact.how == how_.NAME_BETWEEN for fact in group.facts)
    ]
    shape = len(named) + len(before) >= 2 and (len(named) + len(before)) * 3 >= len(groups) * 2
    for group, match, likeness in named:
        if match.groupdict().get("comma") and not (shape and (before or likeness >= 0.75)):
            continue
        sure = likeness >= 0.75 or (shape and (bool(before) or any(other >= 0.75 for _, _, other in named)))
        if not sure and not shape:
            continue
        if likeness < 1.0 and not shape:
            continue
        if group.title is None or (person_likeness(match["title"]) >= 1.0 and not shape):
            continue
        start = group.title[0]
        group.facts.append(
            Fact(
                "directors",
                start + match.start("names"),
                start + match.end("names"),
                None,
                how_.NAME_AFTER_TITLE,
                labelled=False,
                sure=sure,
            )
        )
        group.title = (start, start + len(match["title"].rstrip(" ,")))


def _run_together(text: str, groups: list[Group]) -> list[tuple[Group, "re.Match[str]", float]]:
    """Titles as "Like A River Jim Aikman": a known name at the end of most titles of a page, without any sign between."""
    found = []
    untold = [group for group in groups if group.title is not None and "directors" not in group.fields]
    for group in untold:
        words = text[slice(*group.title)] if group.title is not None else ""
        known = name_at_end(words, least=1.0)
        cut = known or name_at_end(words, least=0.5)
        match = _cut_at(cut[1]).match(words) if cut else None
        if match:
            found.append((group, match, 1.0 if known else 0.5))
    sure = sum(1 for _, _, likeness in found if likeness == 1.0)
    return found if sure >= 2 and sure * 3 >= len(groups) * 2 else []


def _cut_at(at: int) -> "re.Pattern[str]":
    return re.compile(rf"(?P<title>.{{{at}}})(?P<names>.+)$")


def names_opening_text(marked: list[Marked], groups: list[Group]) -> None:
    """A name in capitals that opens the running text of several films ("JIMMY HYLAND Inspired by …") is the director's."""
    found = []
    for group in groups:
        for index in range(group.start, min(group.last + 2, len(marked))):
            line = marked[index].line
            match = _CAPITAL_NAME.match(line.text)
            if match and line.start != (group.title or (-1,))[0] and "directors" not in group.fields:
                found.append((group, line.start, match, names_likeness(match["names"].title())))
                break
    named = [entry for entry in found if entry[3] >= 0.5]
    if len(named) < 2 or len(named) * 2 < len(groups) or not any(entry[3] >= 0.75 for entry in named):
        return
    for group, start, match, _ in named:
        end = start + match.end("names")
        group.facts.append(Fact("directors", start, end, None, how_.NAME_BEFORE_TEXT, labelled=False))
