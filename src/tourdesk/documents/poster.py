"""The poster of a night: to be read from across the street, and again from near by."""

from collections.abc import Sequence

from tourdesk.documents.about import about
from tourdesk.documents.booklet_cover import opening_film
from tourdesk.documents.evening import Evening
from tourdesk.documents.film_entry import stills
from tourdesk.documents.flow import Column, Picture, Piece, Placed, Row, Rule, Space, pages_of
from tourdesk.documents.foot import Foot, Said, imprint, imprint_row, in_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.poster_words import PosterWords
from tourdesk.documents.setting import Setting
from tourdesk.documents.sheet import Sheet, said_address
from tourdesk.documents.sponsor_logos import logos, sponsor_rows
from tourdesk.documents.theme import INK, Area, Paper
from tourdesk.foundation.language import later

_MARGIN = 38.0
_FOOT = 26.0
_FOOT_LINES = 3
_LEAST = (0.45, 0.33)
"""A still's least height by its width: what is tried first, and below what it shows nothing from across the street."""
_SLACK = 0.5
"""What sums of heights may be off by."""
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
"""How large the films are set; the first at which all stands on one sheet with the still is taken."""
_SMALLER = (0.58, 0.52, 0.46, 0.4)
"""What is tried where there is no room for a still."""
_SPONSORS = (9.0, 150.0, 24.0)
"""Text size, the width of the highest tier's column, and the white beside it."""

_TITLE = later("{tour}: poster, {night}")
_SUBJECT = later("Poster for walls and windows, {night}")


def poster(evening: Evening, paper: Paper) -> bytes:
    """The poster of a night as a PDF; the same evening gives the same bytes.

    A3 has the proportions of A4 and is set as A4, enlarged. Words that one sheet cannot hold, however small
    they are set, go on on a second.
    """
    base = Paper.A4 if paper is Paper.A3 else paper
    # The web address stands large among the words.
    web = in_one_line(said_address(evening.screening.tour.web))
    small = [said for said in imprint(evening) if said.text != web]
    lines = in_lines(small, base.width - 2 * _MARGIN)
    foot = Foot(lines if len(lines) <= _FOOT_LINES else (), _FOOT)
    area = Area(_MARGIN, _MARGIN, base.width - _MARGIN, base.height - foot.height - 12)
    sheet = Sheet(
        (paper.width, paper.height), about(evening, _TITLE, _SUBJECT), evening.screening.tour.colour
    )
    for pieces in _pages(evening, area, () if foot.lines else small):
        with sheet.enlarged(paper.width / base.width):
            for placed in pieces:
                placed.piece.draw(sheet, placed.left, placed.top)
            foot.draw(sheet, area, "")
        sheet.next_page()
    return sheet.finish()


def _pages(evening: Evening, area: Area, small: Sequence[Said]) -> list[list[Placed]]:
    """One page wherever all can stand on one: the still is as high as the words let it be.

    `small` is what stands small below all, where the foot has no room for it.
    """
    shown = stills(evening)
    opening = opening_film(evening, shown)
    still = None if opening is None else shown[opening]
    end = _end(evening, area.width, small)
    for least in () if still is None else _LEAST:
        for scale in _SCALES:
            rows = [*PosterWords(evening, area.width, scale, beside_still=True).rows(), *end]
            room = _room(rows, area)
            if still is not None and room >= area.width * least:
                return pages_of([_alone(Picture(still, area.width, room)), *rows], area, whole=False)
    rows = []
    for scale in (*_SCALES, *_SMALLER):
        words = PosterWords(evening, area.width, scale, beside_still=False).rows()
        # The sponsors stand at the foot, with white above them.
        rows = [*words, _alone(Space(max(0, _room([*words, *end], area)))), *end]
        if _room(rows, area) >= -_SLACK:
            break
    return pages_of(rows, area, whole=False)


def _room(rows: list[Row], area: Area) -> float:
    return area.height - sum(row.before + row.height for row in rows) - _SLACK


def _alone(piece: Piece) -> Row:
    return Row((Column(0, (piece,)),))


def _end(evening: Evening, measure: float, small: Sequence[Said]) -> list[Row]:
    """The sponsors by tier, at the foot, and what stands small below them."""
    text, side, gutter = _SPONSORS
    rows: list[Row] = []
    if sponsors := logos(evening.sponsors):
        setting = Setting(text, side, gutter, measure - side - gutter, 0)
        rows.append(Row((Column(0, (Rule(measure, 0.8, INK),)),), before=16, with_next=True))
        rows += sponsor_rows(sponsors, setting)
    if small:
        rows.append(imprint_row(small, measure, before=14))
    return rows
