"""The audience ballot: every film with boxes from 1 to 5, and a line for a comment."""

from dataclasses import dataclass, replace

from tourdesk.documents.booklet_order import heading_row
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Column, Piece, Row, Space
from tourdesk.documents.fonts import width
from tourdesk.documents.headings import title_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import HAIRLINE, QUIET, SANS, SERIF_BOLD, Area, Style
from tourdesk.foundation.language import _, later
from tourdesk.programming.programme import ItemKind

_ASKED = later("Please tick one box for each film: 1 is the lowest, 5 the highest.")
_TITLE = Style(SERIF_BOLD, 10.2, 13)
_NUMBER = Style(SANS, 8.4, 10, QUIET)
_COMMENT = Style(SANS, 7.8, 10, QUIET)
_BOX = 16.0
_BOX_STEP = 22.0
_POINTS = 5
_BOXES = _BOX_STEP * (_POINTS - 1) + _BOX + 1
_WRITING, _LOW = 21.0, 17.5
_CLOSE, _USUAL, _ROOMY = 3.0, 10.0, 20.0
"""The least white between films to have them on one page, that on several, and what comments of more lines ask for."""
_APART = 7.0
"""With less white than this a comment seems to be on the film below it: lines for comments are low then."""
_SLACK = 0.1
"""What sums of heights may be off by."""
_COMMENT_LINES = ((3, _WRITING), (2, _WRITING), (1, _WRITING), (1, _LOW))
"""How many lines for comments a film has, and how high each is: low where that keeps films apart on one page."""


@dataclass(frozen=True, slots=True)
class _Boxes:
    """Five boxes to tick, each with its number in it."""

    height: float = 18

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        for point in range(_POINTS):
            at, figure = left + 0.5 + point * _BOX_STEP, str(point + 1)
            sheet.frame(Area(at, top, at + _BOX, top + _BOX), 0.8)
            middle = at + (_BOX - width(figure, _NUMBER.font, _NUMBER.size)) / 2
            sheet.text(middle, top + (_BOX + _NUMBER.size * 0.7) / 2, figure, _NUMBER)


@dataclass(frozen=True, slots=True)
class _CommentLine:
    """A line to write on; the first has a word that says what."""

    width: float
    word: str = ""
    height: float = _WRITING

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        at = top + self.height - 3
        sheet.text(left, at - 1, self.word, _COMMENT)
        begin = left + (width(self.word, _COMMENT.font, _COMMENT.size) + 5 if self.word else 0)
        sheet.rule(begin, left + self.width, at, 0.5, HAIRLINE)


def ballot_rows(evening: Evening, area: Area) -> list[Row]:
    """The ballot, spread over its page as far as that helps writing; nothing when there is no film to vote on."""
    titles = [timed.item.title for timed in evening.order.items if timed.item.kind is ItemKind.FILM]
    if not titles:
        return []
    head = heading_row(_("Your vote"), area.width, (_(_ASKED),))
    rows: list[Row] = []
    spare = 0.0
    for lines, high in _COMMENT_LINES:
        rows = [_film(title, area.width, lines, high) for title in titles]
        spare = (area.height - head.height - sum(row.height for row in rows)) / len(rows)
        if spare >= (_ROOMY if lines > 1 else _APART):
            break
    if spare <= _CLOSE:
        rows = [_film(title, area.width, 1, _WRITING) for title in titles]
    white = min(_ROOMY * 1.6, spare - _SLACK) if spare > _CLOSE else _USUAL
    return [head, *(replace(row, before=white) for row in rows)]


def _film(title: str, measure: float, comments: int, high: float) -> Row:
    room = measure - _BOXES - 12
    lines = title_lines(directed(in_one_line(title)) or _("Untitled"), _TITLE, room)
    more = [_CommentLine(measure, height=high) for _more in range(comments - 1)]
    words: tuple[Piece, ...] = (Space(1.5), *lines, _CommentLine(measure, _("Comment"), high), *more)
    boxes = Column(measure - _BOXES, (_Boxes(),))
    return Row((Column(0, words, together=min(len(words), 6)), boxes))
