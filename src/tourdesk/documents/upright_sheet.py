"""Sheets that are held upright on duty: as large as the pages that they take anyway let them be.

They are read at arm's length and in bad light, so that room which is left makes their type larger.
"""

from collections.abc import Callable, Sequence

from tourdesk.documents.about import About
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Flow, Row
from tourdesk.documents.foot import Foot, finished
from tourdesk.documents.run_sheet import foot_lines
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import Area, Paper

_MARGIN = 40.0
_FOOT = 20.0
_TIMES = (1.24, 1.18, 1.12, 1.06, 1.0)
"""How many times as large all is set as it is made for."""


def upright_sheet(
    evening: Evening, paper: Paper, said: About, rows: Callable[[float], Sequence[Row]]
) -> bytes:
    """A sheet of these rows, which are told how wide they may be; the same evening gives the same bytes."""
    ways = [_laid_out(evening, paper, rows, times) for times in _TIMES]
    fewest = len(ways[-1][0].pages)
    times, (flow, foot) = next(
        (times, way) for times, way in zip(_TIMES, ways, strict=True) if len(way[0].pages) <= fewest
    )
    sheet = Sheet((paper.width, paper.height), said, evening.screening.tour.colour)
    return finished(sheet, flow.area, flow.pages, foot, times)


def _laid_out(
    evening: Evening, paper: Paper, rows: Callable[[float], Sequence[Row]], times: float
) -> tuple[Flow, Foot]:
    """The rows on pages so many times smaller than the paper, with margins that are enlarged to the usual ones."""
    margin, width, height = _MARGIN / times, paper.width / times, paper.height / times
    measure = width - 2 * margin
    foot = Foot(foot_lines(evening, measure), _FOOT / times)
    flow = Flow(Area(margin, margin, margin + measure, height - foot.height - 10), patience=0.4)
    flow.add(rows(measure))
    return flow, foot
