"""The run sheet for projection and MC: the night by the venue's clock, on sheets turned wide."""

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Flow
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.run_summary import summary_rows
from tourdesk.documents.run_table import Columns, changes_offset, heading_row, item_rows
from tourdesk.documents.sheet import About, Sheet
from tourdesk.documents.theme import FOOT, HAIRLINE, Area, Paper

_MARGIN = 34.0
_BOTTOM = 44.0


def run_sheet(evening: Evening, paper: Paper) -> bytes:
    """The run sheet of a night as a PDF; the same evening gives the same bytes."""
    size = (paper.height, paper.width)
    area = Area(_MARGIN, _MARGIN, size[0] - _MARGIN, size[1] - _BOTTOM)
    screening = evening.screening
    offsets = changes_offset(evening)
    columns = Columns.across(area.width, evening)
    heading = heading_row(columns)
    flow = Flow(area, patience=0.3, repeated=(heading,))
    flow.add([*summary_rows(evening, area.width, offsets=offsets)])
    flow.add([heading, *item_rows(evening, columns, offsets=offsets)])
    tour, night = in_one_line(screening.tour.name), wording.day(screening.night)
    place = in_one_line(f"{screening.town}, {night}")
    sheet = Sheet(size, About(f"{tour}: run sheet, {place}", tour, f"Run sheet for the staff, {place}"))
    said = in_one_line(
        f"{tour}  ·  {evening.programme.name}  ·  {place}  ·  clock times of {screening.slot.zone}"
    )
    foot = broken(said, FOOT, area.width - 60)[:1]
    for number, placed in enumerate(flow.pages):
        for one in placed:
            one.piece.draw(sheet, one.left, one.top)
        _draw_foot(sheet, area, foot, f"{number + 1} / {len(flow.pages)}")
        sheet.next_page()
    return sheet.finish()


def _draw_foot(sheet: Sheet, area: Area, lines: list[str], number: str) -> None:
    top = area.bottom + 12
    sheet.rule(area.left, area.right, top, 0.5, HAIRLINE)
    for line in lines:
        sheet.text(area.left, top + 11, line, FOOT)
    sheet.text_to(area.right, top + 11, number, FOOT)
