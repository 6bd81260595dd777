"""Names apart from the facts of their films: lines that are only a name, above the title or below it, and names behind "by"."""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group

_A_NAME = 0.5
_MAY_BE_NAME = 0.5
_KNOWN = 0.75
_SEVERAL = 3
# "Salt Road by Ann Gray": behind the title.
_TITLE_BY = re.compile(r"(?P<title>\S[^\n]{0,90}?),? (?:by|BY|By) (?P<names>[^\d\n,:;()]{4,80})")
# "Salt Road (Chile, 2019) por Ann Gray.", "“Ebb” (1979) di Ben Hart presenta …": behind the facts in brackets.
_BRACKET_BY = re.compile(
    r"[^()\n]{0,6}\([^()\n]*\b(?:19|20)\d\d\b[^()\n]*\),? (?:by|de|di|par|por|von|van|av|af) (?P<names>[A-ZÀ-Þ][^\W\d_]*\.?(?: (?:(?:de|di|la|von|van|der) )*[A-ZÀ-Þ][\w’'-]*\.?){1,3})"
)


def names_under_leads(marked: list[Marked]) -> None:
    """Lines of names right below "Title (9 min)", in one block with more of the film, on several entries of a page."""
    found = []
    for entry, below, after in zip(marked, marked[1:], marked[2:], strict=False):
        led = entry.kind == "facts" and entry.facts.lead is not None and "directors" not in entry.facts.fields
        block = below.kind == "title" and not below.line.gap and not after.line.gap
        block = block and all(
            item.kind == "name" for item in below.facts.items
        )  # "Ann Gray, Norway" is told apart later
        if led and block and "runtime" in entry.facts.fields and after.kind in {"prose", "facts"}:
            found.append((below, names_likeness(below.line.text)))
    named = [entry for entry in found if entry[1] >= _A_NAME]
    if len(named) < _SEVERAL or len(named) * 3 < len(found) * 2 or not any(e[1] >= _KNOWN for e in named):
        return
    for entry, _ in named:
        start, end = entry.line.start, entry.line.end
        fact = Fact("directors", start, end, None, how_.NAME_BELOW_TITLE, labelled=False)
        entry.kind, entry.facts = "facts", LineFacts(facts=[fact], weight=1.0)


def names_over_titles(marked: list[Marked], groups: list[Group]) -> None:
    """A line that is only a name, right above the titles of several films, is the director's."""
    found = []
    for group in groups:
        over = marked[group.title_line - 1] if group.title_line > 0 else None
        known = "directors" in group.fields or group.title_line >= group.first or over is None
        if not known and over is not None and over.kind == "title" and not marked[group.title_line].line.gap:
            found.append((group, over, names_likeness(over.line.text)))
    named = [entry for entry in found if entry[2] >= _A_NAME]
    above = sum(1 for group in groups if 0 <= group.title_line < group.first)
    if len(named) < 2 or len(named) * 3 < above * 2 or not any(entry[2] >= _KNOWN for entry in named):
        return
    for group, over, _ in named:
        how = how_.NAME_OVER_TITLE
        group.facts.append(Fact("directors", over.line.start, over.line.end, None, how, labelled=False))


def names_behind_by(text: str, groups: list[Group]) -> None:
    """Titles as "Salt Road by Ann Gray" above facts without a director: what follows "by" is who made it.

    Where it is a known name for one film, names that nobody knows are meant for the others, too.
    """
    found = []
    for group in groups:
        if group.title is None or "directors" in group.fields or group.title_labelled:
            continue
        match = _TITLE_BY.fullmatch(text, *group.title)
        if match:
            found.append((group, match, names_likeness(match["names"])))
    known = any(likeness >= _KNOWN for _group, _match, likeness in found)
    for group, match, likeness in found if known else ():
        if likeness >= _MAY_BE_NAME:
            how = how_.NAME_AFTER_TITLE
            group.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
            group.title = match.span("title")


def names_behind_brackets(text: str, groups: list[Group]) -> None:
    """Films as "Salt Road (Chile, 2019) por Ann Gray": on most films of a page, one of them known, the names made them."""
    missing = [group for group in groups if group.title is not None and "directors" not in group.fields]
    found = []
    for group in missing:
        match = _BRACKET_BY.match(text, group.title[1]) if group.title is not None else None
        if match and names_likeness(match["names"]) >= _MAY_BE_NAME:
            found.append((group, match, names_likeness(match["names"])))
    if len(found) * 2 <= len(missing) or not any(likeness >= _KNOWN for _group, _match, likeness in found):
        return
    for group, match, _likeness in found:
        how = how_.NAME_AFTER_FACTS
        group.facts.append(Fact("directors", *match.span("names"), None, how, labelled=False))
