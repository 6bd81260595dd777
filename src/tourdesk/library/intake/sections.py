"""Which section each film of a page is in: named under the film, or by a heading above several."""

from tourdesk.library.intake.facts import Fact
from tourdesk.library.intake.frame import heading_section
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.records import Group


def give_sections(marked: list[Marked], groups: list[Group]) -> None:
    """Adds the sections and tags that the page's frame and headings name to the films they are meant for."""
    titles = {group.title_line for group in groups}
    for number, group in enumerate(groups):
        after = groups[number + 1].start if number + 1 < len(groups) else len(marked)
        for index in range(group.start, after):
            if marked[index].kind == "frame":
                group.facts.extend(marked[index].facts.facts)
    current: Fact | None = None
    position = 0
    for group in groups:
        begin = group.start
        for index in range(position, begin):
            if index not in titles:
                if marked[index].kind == "section":
                    current = next(fact for fact in marked[index].facts.facts if fact.field == "section")
                current = heading_section(marked[index]) or current
        position = begin
        group.section = current
