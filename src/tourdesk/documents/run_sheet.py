"""The run sheet for projection and MC: the night by the venue's clock, on sheets turned wide."""

from tourdesk.documents import wording
from tourdesk.documents.about import About, about
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Flow, Placed, Row
from tourdesk.documents.foot import NUMBER_WIDTH, Foot, Said, finished, in_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.run_summary import summary_rows
from tourdesk.documents.run_table import (
    Closeness,
    LastColumn,
    changes_offset,
    closest_columns,
    heading_row,
    item_rows,
)
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import Area, Paper
from tourdesk.foundation.language import _, later

_MARGIN = 32.0
_FOOT = 20.0
_FOOT_LINES = 3
_CLOSENESS = (Closeness(5, 11), Closeness(2, 11), Closeness(2, 10))
"""From roomy to close: a closer one where that saves a page."""

_TITLE = later("{tour}: run sheet, {night}")
_SUBJECT = later("Run sheet for the staff, {night}")


def run_sheet(evening: Evening, paper: Paper) -> bytes:
    """The run sheet of a night as a PDF; the same evening gives the same bytes."""
    name = _("Run sheet: {programme}", programme=evening.programme.name)
    scripts = LastColumn(_("Script for the MC"), lambda item: item.script)
    return table_sheet(evening, paper, name, about(evening, _TITLE, _SUBJECT), scripts)


def table_sheet(evening: Evening, paper: Paper, name: str, said: About, last: LastColumn) -> bytes:
    """A sheet of this name with the whole night in a table, whose last column is told."""
    size = (paper.height, paper.width)
    measure = size[0] - 2 * _MARGIN
    foot = Foot(foot_lines(evening, measure), _FOOT)
    area = Area(_MARGIN, _MARGIN, _MARGIN + measure, size[1] - foot.height - 8)
    head = [*summary_rows(evening, measure, name, offsets=changes_offset(evening))]
    ways = []
    for closeness in _CLOSENESS:
        columns = closest_columns(measure, evening, last, closeness)
        rows = list(item_rows(evening, columns, last, closeness))
        ways.append(_pages(head, heading_row(columns, last), rows, area))
    sheet = Sheet(size, said, evening.screening.tour.colour)
    return finished(sheet, area, min(ways, key=len), foot)


def _pages(head: list[Row], heading: Row, rows: list[Row], area: Area) -> list[list[Placed]]:
    """The table under its head; the names of its columns stand on every page."""
    flow = Flow(area, patience=0.3)
    flow.add(head)
    flow.repeated = (heading,)
    flow.add([heading, *rows])
    return flow.pages


def foot_lines(evening: Evening, measure: float) -> tuple[tuple[Said, ...], ...]:
    """Whose clock it is, and which night: sheets come apart. Long names stand in full at the top already."""
    screening = evening.screening
    clock = _("Clock times of {zone}", zone=screening.slot.zone)
    night = (wording.day(screening.night), screening.town, evening.programme.name, screening.tour.name)
    said = (clock, wording.edition(evening), *night)
    parts = [Said(text) for part in said if (text := in_one_line(part))]
    return in_lines(parts, measure - NUMBER_WIDTH)[:_FOOT_LINES]
