"""Which section each film of a page is in: named under the film, or by a heading above several."""

import re

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.frame import heading_section
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.words import GENERIC

_LONGEST_HEADING = 40

# Blogs head the pages of their archive so: "Category: News".
_ARCHIVE = re.compile(r"(?:category|kategorie|catégorie|categoría|categoria)\s*:", re.IGNORECASE)


def give_sections(marked: list[Marked], groups: list[Group]) -> None:
    """Adds the sections and tags that the page's frame and headings name to the films they are meant for."""
    titles = {group.title_line for group in groups}
    for number, group in enumerate(groups):
        after = groups[number + 1].start if number + 1 < len(groups) else len(marked)
        for index in range(group.start, after):
            if marked[index].kind == "frame":
                group.facts.extend(marked[index].facts.facts)
    alone = sum(1 for entry in marked if entry.kind == "section") == 1
    current: Fact | None = None
    position = 0
    listed = _headings_with_colon(marked, groups)
    for group in groups:
        begin = group.start
        for index in range(position, begin):
            if index not in titles:
                if marked[index].kind == "section" and not (
                    alone and _ARCHIVE.match(marked[index].line.text)
                ):
                    current = next(fact for fact in marked[index].facts.facts if fact.field == "section")
                current = heading_section(marked[index]) or current
            current = listed.get(index, current)
        position = begin
        group.section = current


def _headings_with_colon(marked: list[Marked], groups: list[Group]) -> dict[int, Fact | None]:
    """Headings such as "Terre Alte:" right above a film, where a page parts its films by two or more of them.

    None stands for one that says more than a name: what is below it is no longer in the section before.
    """
    starts = {group.start for group in groups}
    found: dict[int, Fact | None] = {}
    for index, entry in enumerate(marked[:-1]):
        words = entry.line.text
        name = words[:-1].strip()
        short = words.endswith(":") and 2 < len(name) <= _LONGEST_HEADING and len(name.split()) <= 4
        if short and index + 1 in starts and entry.kind in {"text", "noise"} and fold(name) not in GENERIC:
            start = entry.line.start
            how = how_.HEADING_OF_LIST
            found[index] = Fact("section", start, start + len(name), name, how, labelled=False)
        elif words.endswith(":") and index + 1 in starts:
            found[index] = None
    return found if len({str(fact.value) for fact in found.values() if fact}) >= 2 else {}
