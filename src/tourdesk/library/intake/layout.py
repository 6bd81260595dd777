"""What the layout that most films of a page share says of the lines that do not look their part."""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.marked import ASIDES, AWARD, Marked
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.wording import FILE_NAME, is_dated

_LONGEST_TITLE = 110
_BRACKETED = re.compile(r"!?\s*\([^()]*\)$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]?$")
_MANY = 3
# "Ida (VPRO)": who shows it.
_CODED = re.compile(r"\s\((?!I{1,3}\))[A-Z][A-Z0-9 ]{1,9}\)(?:\s+[|–—-]\s+\d{1,2}[:.]\d\d)?$")
# A heading in capitals, and a title that is not.
_HEADED = re.compile(r"(?P<heading>[^:a-zß-öø-ÿ]{4,70}):\s+(?P<title>[^:]*[a-zß-öø-ÿ].*)")


def titles_by_place(marked: list[Marked]) -> None:
    """A line that looks like running text stands where other films have their titles: it is a title.

    The place is told by how far above the facts a line is, what is between, and the blank lines about it.
    """
    places: dict[tuple[object, ...], list[int]] = {}
    for index, entry in enumerate(marked):
        if entry.kind != "facts" or (entry.facts.lead is not None and entry.facts.lead_kind != "name"):
            continue
        if not {"runtime", "year", "directors"} & entry.facts.fields:
            continue
        for above in (1, 2):
            place = _place(marked, index, above)
            if place is not None:
                places.setdefault(place, []).append(index - above)
    for lines in places.values():
        titles = sum(1 for index in lines if marked[index].kind == "title")
        if titles < 2 or titles == len(lines) or titles * 2 < len(lines):
            continue
        for index in lines:
            entry = marked[index]
            if entry.kind in {"prose", "text", "noise"} and _may_be_title(entry.line.text):
                entry.kind, entry.facts = "title", LineFacts(items=entry.facts.items)


def names_with_countries(marked: list[Marked]) -> None:
    """Lines of nothing but names and countries ("Ann Gray, Norway") beside other facts, several on the page, are facts."""
    found = []
    above: Marked | None = None
    for before, entry, below in zip([None, *marked], marked, [*marked[1:], None], strict=False):
        # "Book now" may stand between.
        above = before if before is not None and before.kind not in ASIDES else above
        kinds = [item.kind for item in entry.facts.items]
        near = (above is not None and above.kind == "facts" and not entry.line.gap) or (
            below is not None and below.kind == "facts" and not below.line.gap
        )
        alone = {"name", "country"} == set(kinds) and entry.facts.lead is None
        alone = alone or _are_from_towns(entry)
        if near and alone and entry.kind in {"title", "text", "weak"}:
            found.append(entry)
    for entry in found if len(found) >= 2 else ():
        items = entry.facts.items[:-2] if _are_from_towns(entry) else entry.facts.items
        for item in items:
            field = "directors" if item.kind == "name" else "countries"
            how = how_.NAME_AMONG_FACTS if item.kind == "name" else how_.COUNTRY_AMONG_FACTS
            sure = item.kind == "country" or item.value != 0.5
            fact = Fact(
                field,
                item.start,
                item.end,
                item.value if field == "countries" else None,
                how,
                labelled=False,
                sure=sure,
            )
            entry.facts.facts.append(fact)
        entry.kind, entry.facts.weight = "facts", 2.5


def _are_from_towns(entry: Marked) -> bool:
    """Whether a line is of names and the town where they live ("Ann Gray – Portland, Oregon"), which is not the film's country."""
    *names, town, place = entry.facts.items if len(entry.facts.items) >= _MANY else [*[None] * _MANY]
    return (
        town is not None
        and place is not None
        and all(item is not None and item.kind == "name" for item in names)
        and town.kind in {"text", "name", "place"}
        and town.before in {"–", "—", "-"}
        and place.kind in {"place", "country"}
        and place.before == ","
    )


def titles_within(marked: list[Marked]) -> None:
    """Where films are blocks of a line of facts, the title, and more facts, the title is the line between."""
    found = [index for index in range(len(marked) - 2) if _is_block(marked, index)]
    alone = [index for index in found if index > 0 and marked[index - 1].kind != "title"]
    if len(alone) < 2:
        return
    for index in found:
        facts, middle = marked[index].facts, marked[index + 1]
        facts.lead, facts.lead_kind, facts.bracketed = middle.title, "text", True
        middle.kind = "noise"


def _is_block(marked: list[Marked], index: int) -> bool:
    """Whether a line of facts, a line that could be a title and other facts stand together below a blank line."""
    first, middle, last = marked[index : index + 3]
    return (
        first.kind == last.kind == "facts"
        and middle.kind == "title"
        and first.line.gap > 0 == middle.line.gap == last.line.gap
        and first.facts.lead is None is last.facts.lead
        and bool(first.facts.fields)
        and first.facts.fields <= {"runtime", "year", "countries", "tags", "languages"}
        and not first.facts.fields & last.facts.fields
        and names_likeness(middle.line.text) < 1.0
    )


def _place(marked: list[Marked], index: int, above: int) -> tuple[object, ...] | None:
    """How the line `above` the facts at `index` stands to them; None where it can be no title."""
    at = index - above
    if at < 0 or marked[at].kind not in {"title", "prose", "text", "noise"}:
        return None
    between = tuple(marked[i].kind for i in range(at + 1, index))
    if above > 1 and any(
        marked[i].kind == "title" and names_likeness(marked[i].line.text) < 0.5 for i in range(at + 1, index)
    ):
        return None
    gaps = tuple(min(marked[i].line.gap, 1) for i in range(at, index + 1))
    return (above, between, gaps, frozenset(marked[index].facts.fields & {"runtime", "year", "directors"}))


def _may_be_title(words: str) -> bool:
    bare = _BRACKETED.sub("", words)
    return len(words) <= _LONGEST_TITLE and not (
        _SENTENCE.search(bare) or is_dated(words) or FILE_NAME.search(words)
    )


def companies_after_titles(text: str, groups: list[Group]) -> None:
    """In "Title – Company – Names" the company is no part of the title."""
    for group in groups:
        if group.title is None or not any(fact.how == how_.NAME_AFTER_TITLE for fact in group.facts):
            continue
        start, end = group.title
        title, dash, company = text[start:end].rpartition(" – ")
        if dash and title and is_company(company):
            group.title = (start, start + len(title.rstrip()))


def _before_title(text: str, group: Group) -> str:
    """What stands right before a title in its line."""
    start = group.title[0] if group.title is not None else 0
    near = max(0, start - _LONGEST_TITLE)
    return text[near:start].rpartition("\n")[2]


def without_headings(text: str, groups: list[Group]) -> None:
    """Of "BEST FILM: Daughter" the title is what follows: where most titles of a page have a heading, or it is a prize's."""
    titled = [group for group in groups if group.title is not None and not group.title_labelled]
    found = []
    for group in titled:
        match = _HEADED.fullmatch(text, *(group.title or (0, 0)))
        if match:
            found.append((group, match))
    prized = sum(1 for group in titled if AWARD.search(_before_title(text, group)))
    most = len(found) + prized >= _MANY or (len(found) >= 2 and len(found) * 2 >= len(titled))
    for group, match in found:
        if most or AWARD.search(match["heading"]):
            group.title = match.span("title")
    coded = [(group, match) for group in titled if (match := _CODED.search(text, *(group.title or (0, 0))))]
    for group, match in coded if len(coded) >= _MANY and len(coded) * 3 >= len(titled) * 2 else ():
        group.title = (group.title or (0, 0))[0], match.start()
