"""The foot of every page: how to reach the tour, and the page's number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Column, Line, Placed, Row
from tourdesk.documents.fonts import width
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.sheet import Sheet, said_address, web_link
from tourdesk.documents.theme import FOOT, HAIRLINE, Area
from tourdesk.touring.night import Tour

NUMBER_WIDTH = 46.0
"""What the page's number needs at the right."""
_APART = "  ·  "


@dataclass(frozen=True, slots=True)
class Said:
    """A few words of the foot, and where they lead."""

    text: str
    link: str | None = None

    @property
    def width(self) -> float:
        """How wide the words are."""
        return width(self.text, FOOT.font, FOOT.size)


@dataclass(frozen=True, slots=True)
class Foot:
    """The lines at the foot of a page of this height; the lowest ends `bottom` above the edge."""

    lines: tuple[tuple[Said, ...], ...]
    bottom: float

    @property
    def height(self) -> float:
        """From the hairline to the edge of the page."""
        return self.bottom + FOOT.leading * max(1, len(self.lines)) + 6

    def draw(self, sheet: Sheet, area: Area, number: str) -> None:
        """Draws the foot below the area of the page's text."""
        top = sheet.height - self.height
        sheet.rule(area.left, area.right, top, 0.5, HAIRLINE)
        top += 6
        sheet.text_to(area.right, top + FOOT.leading * 0.75, number, FOOT)
        for line in self.lines:
            left = area.left
            for said in line:
                sheet.text(left, top + FOOT.leading * 0.75, said.text, FOOT)
                if said.link:
                    sheet.link(Area(left, top, left + said.width, top + FOOT.leading), said.link)
                left += said.width
            top += FOOT.leading


def contact(tour: Tour) -> list[Said]:
    """The ways to reach the tour, as far as they are known."""
    said = [
        Said(in_one_line(tour.address)),
        Said(in_one_line(tour.telephone)),
        Said(in_one_line(tour.email), web_link(tour.email)),
        Said(in_one_line(said_address(tour.web)), web_link(tour.web)),
    ]
    return [one for one in said if one.text]


def imprint(evening: Evening) -> list[Said]:
    """The same, and as what the programme was published."""
    edition = in_one_line(wording.edition(evening))
    return [*contact(evening.screening.tour), *([Said(edition)] if edition else [])]


def imprint_row(parts: Sequence[Said], measure: float, before: float) -> Row:
    """The imprint where no foot has room for it."""
    lines = in_lines(parts, measure)
    return Row((Column(0, tuple(Line("".join(said.text for said in line), FOOT) for line in lines)),), before)


def in_lines(parts: Sequence[Said], measure: float) -> tuple[tuple[Said, ...], ...]:
    """The parts in as few lines as they need; a part stays whole where it can."""
    lines: list[list[Said]] = []
    used = measure
    apart = Said(_APART)
    for part in _no_wider(parts, measure):
        if lines and used + apart.width + part.width <= measure:
            lines[-1] += [apart, part]
            used += apart.width + part.width
        else:
            lines.append([part])
            used = part.width
    return tuple(map(tuple, lines))


def _no_wider(parts: Sequence[Said], measure: float) -> Iterator[Said]:
    for part in parts:
        if part.width <= measure:
            yield part
        else:
            yield from (Said(line, part.link) for line in broken(part.text, FOOT, measure))


def finished(sheet: Sheet, area: Area, pages: list[list[Placed]], foot: Foot, times: float = 1) -> bytes:
    """The document: every page with its pieces and its foot, so many times as large as they were laid out."""
    for number, pieces in enumerate(pages, start=1):
        with sheet.enlarged(times):
            for placed in pieces:
                placed.piece.draw(sheet, placed.left, placed.top)
            foot.draw(sheet, area, f"{number} / {len(pages)}")
        sheet.next_page()
    return sheet.finish()
