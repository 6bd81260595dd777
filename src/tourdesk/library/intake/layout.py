"""What the layout that most films of a page share says of the lines that do not look their part."""

import re
from itertools import pairwise

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.marked import ASIDES, AWARD, Marked
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.wording import FILE_NAME, is_dated

_LONGEST_TITLE = 110
_BRACKETED = re.compile(r"!?\s*\([^()]*\)$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]?$")
_BEFORE_NAME = re.compile(
    r"(?P<title>.*\S)[,]?\s+(?:by|von|de|di|par|av|af|van|od|[–—|/-])\s+", re.IGNORECASE
)
_CORNERED = re.compile(
    r"[「『](?P<title>[^「」『』\n]{1,90})[」』](?:\([^()\n]*\))?\s*[・/:]\s*(?P<names>\S[^\n]{1,60})"
)
_MANY = 3
# "Ida (VPRO)": who shows it.
_CODED = re.compile(r"\s\((?!I{1,3}\))[A-Z][A-Z0-9 ]{1,9}\)(?:\s+[|–—-]\s+\d{1,2}[:.]\d\d)?$")
# A heading in capitals, and a title that is not.
_HEADED = re.compile(r"(?P<heading>[^:a-zß-öø-ÿ]{4,70}):\s+(?P<title>[^:]*[a-zß-öø-ÿ].*)")
_DISGUISED = frozenset({"prose", "text", "weak", "noise", "facts", "other"})


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


def names_said_twice(text: str, marked: list[Marked]) -> None:
    """Of "Title by Name" with the name alone on the next line the first words are the title, the next line the director."""
    for entry, below in pairwise(marked):
        name = below.line.text
        words = text[slice(*entry.title)]
        if entry.kind not in _DISGUISED | {"title"} or below.kind != "title" or not words.endswith(name):
            continue
        match = _BEFORE_NAME.fullmatch(words[: len(words) - len(name)])
        if match and names_likeness(name) >= 0.5:
            start = entry.title[0]
            entry.title, entry.kind = (start, start + match.end("title")), "title"
            entry.facts = LineFacts()
            how = how_.NAME_BETWEEN
            fact = Fact("directors", below.line.start, below.line.end, None, how, labelled=False)
            below.kind, below.facts = "facts", LineFacts(facts=[fact], weight=1.0)


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
        if near and alone and entry.kind in {"title", "text", "weak"}:
            found.append(entry)
    for entry in found if len(found) >= 2 else ():
        for item in entry.facts.items:
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


def captions(marked: list[Marked]) -> None:
    """Lines said twice or more right below a title, all over a page, are the captions of its pictures."""
    found: list[list[int]] = []
    index = 1
    while index + 1 < len(marked):
        stop = index + 1
        while stop < len(marked) and marked[stop].line.text == marked[index].line.text:
            stop += 1
        above = marked[index - 1]
        if stop - index >= 2 and marked[index].kind == "title" == above.kind:
            found.append(list(range(index, stop)))
        index = stop
    if len(found) >= 2:
        for lines in found:
            for at in lines:
                marked[at].kind = "noise"


def repeated_lines(marked: list[Marked]) -> None:
    """The same words beside the titles of several films ("Buy a ticket", "nominated") are no title of any."""
    seen: dict[str, list[int]] = {}
    told: list[int] = []
    for index, entry in enumerate(marked):
        told.append((told[-1] if told else 0) + (entry.kind == "facts"))
        if entry.kind == "title":
            seen.setdefault(entry.line.text, []).append(index)
    for lines in seen.values():
        if len({told[index] for index in lines}) < 3 or names_likeness(marked[lines[0]].line.text) >= 0.5:
            continue
        beside = sum(1 for index in lines if _beside_another(marked, index))
        over = sum(
            1 for index in lines if index + 1 < len(marked) and marked[index + 1].kind in {"facts", "prose"}
        )
        if beside * 3 >= len(lines) * 2 or over * 2 < len(lines):
            for index in lines:
                marked[index].kind = "noise"


def _beside_another(marked: list[Marked], index: int) -> bool:
    """Whether a line that could be the title, too, stands right before or after; or facts on both sides."""
    words = marked[index].line.text
    beside = marked[max(index - 1, 0) : index] + marked[index + 1 : index + 2]
    if len(beside) == 2 and all(entry.kind == "facts" for entry in beside):
        return marked[index].line.gap == beside[1].line.gap == 0
    return any(entry.kind == "title" and entry.line.text != words for entry in beside)


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


def names_for_titles(text: str, groups: list[Group]) -> None:
    """Where what stands in the titles' place are persons' names all over a page, titles were pictures: these are the directors."""
    found: list[tuple[Group, float]] = []
    told = 0
    for group in groups:
        if "directors" in group.fields:
            told += any(fact.how == how_.NAME_BETWEEN for fact in group.facts if fact.field == "directors")
        elif group.title is not None and not group.title_labelled:
            words = text[slice(*group.title)]
            found.append((group, 0.0 if words.isupper() else names_likeness(words)))
    named = [entry for entry in found if entry[1] >= 0.5]
    known = sum(1 for _, likeness in named if likeness >= 0.75)
    if len(named) < 3 or known * 3 < len(named) * 2 or (len(named) + told) * 10 < len(groups) * 9:
        return
    for group, likeness in named:
        if group.title is not None:
            start, end = group.title
            group.facts.append(
                Fact(
                    "directors",
                    start,
                    end,
                    None,
                    how_.NAME_FOR_TITLE,
                    labelled=False,
                    sure=likeness >= 0.5,
                )
            )
            group.title, group.title_how = None, ""


def names_behind_quotes(text: str, groups: list[Group]) -> None:
    """Titles as "「浮世」・フェルナンド・ソウザ": what is in the corner brackets is the title, the rest who made it."""
    for group in groups:
        match = _CORNERED.fullmatch(text, *group.title) if group.title else None
        if match and "directors" not in group.fields:
            how = how_.NAME_BEHIND_CORNERS
            group.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
            group.title = match.span("title")


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
