"""The evening at a glance: every item with its clock time and length, for the inside of a booklet's cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Right, Row, Rule, Space
from tourdesk.documents.headings import title_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.programme_head import clocks, summary
from tourdesk.documents.theme import (
    ACCENT,
    INK,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    SERIF_BOLD,
    SERIF_ITALIC,
    Style,
)
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import TimedItem

_HEADING = Style(SERIF_BOLD, 20, 25)
_GOING_ON = Style(SERIF_ITALIC, 11, 15, QUIET)
_SUMMARY = Style(SANS, 9.4, 12.4)
_PART = Style(SANS_BOLD, 10.5, 14, ACCENT, 0.3)
_CLOCK = Style(SANS_SEMIBOLD, 10.5, 14)
_FILM = Style(SERIF_BOLD, 10.5, 14)
_OTHER = Style(SERIF_ITALIC, 10, 14, QUIET)
_DIRECTORS = Style(SANS, 8.8, 11.4, QUIET)
_LENGTH = Style(SANS, 9.4, 14, QUIET)
_CLOCK_WIDTH = 44.0
_LENGTH_WIDTH = 52.0
_INDENT = 12.0
"""How far what runs during an intermission stands in."""
_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Spacing:
    """How large the items are set, and the white between items and between parts."""

    scale: float
    items: float
    parts: float

    def of(self, style: Style) -> Style:
        """The style at this size."""
        return style.sized(style.size * self.scale)


ROOMY = Spacing(1, 4, 10)
CLOSE = Spacing(0.92, 1, 5)


def heading_row(title: str, measure: float, said: tuple[str, ...] = ()) -> Row:
    """The head of a page of the booklet."""
    pieces: list[Piece] = [Rule(measure, 0.6, INK, below=8), Bookmark(title, 0), Line(title, _HEADING)]
    pieces += [Line(line, _SUMMARY) for text in said for line in broken(text, _SUMMARY, measure)]
    return Row((Column(0, tuple(pieces), together=len(pieces)),), with_next=True)


def going_on_row(title: str, measure: float) -> Row:
    """The same on the pages that follow: smaller, and no entry of the outline."""
    said = Line(_("{title}, continued", title=title), _GOING_ON)
    return Row((Column(0, (Rule(measure, 0.6, INK, below=8), said, Space(4)), together=3),), with_next=True)


def order_rows(evening: Evening, measure: float, spacing: Spacing) -> list[Row]:
    """The night from the doors to the end, by the venue's clock."""
    return [
        heading_row(_("The evening"), measure, tuple(summary(evening))),
        *_Order(evening, measure, spacing).rows(),
    ]


@dataclass(frozen=True, slots=True)
class _Order:
    """Makes the rows of one evening."""

    evening: Evening
    measure: float
    spacing: Spacing

    def rows(self) -> Iterator[Row]:
        order, white = self.evening.order, self.spacing.parts
        if not order.items:
            said = Line(_("The programme of this night is still being chosen."), _OTHER)
            yield Row((Column(0, (said,)),), before=white)
            return
        (doors, opened), _start, (_end, ended) = clocks(self.evening)
        yield self._row(opened, self._words(doors, _OTHER), before=white)
        for part, group in groupby(order.items, key=lambda timed: timed.part):
            yield self._part("" if part is None else wording.part_heading(part, len(order.parts)))
            for timed in group:
                yield self._item(timed)
        yield self._part("")
        end = _("End") if order.exact else _("End, approximately")
        yield self._row(ended, self._words(end, _OTHER))

    def _part(self, name: str) -> Row:
        words = (Line(name, self.spacing.of(_PART)),) if name else ()
        pieces: tuple[Piece, ...] = (Rule(self.measure, 0.6, INK, below=3), *words)
        return Row((Column(0, pieces, together=2),), before=self.spacing.parts, with_next=True)

    def _item(self, timed: TimedItem) -> Row:
        item = timed.item
        film = item.kind is ItemKind.FILM
        indent = 0.0 if item.inside is None else _INDENT
        words = self._words(
            directed(in_one_line(item.title)) or _("Untitled"), _FILM if film else _OTHER, indent
        )
        if film:
            words += self._words(in_one_line(wording.listed(item.directors)), _DIRECTORS, indent)
        clock = wording.clock(self.evening.screening.slot, timed.start)
        row = self._row(clock, words, before=self.spacing.items, indent=indent)
        if not item.seconds:
            return row
        length = Right(minutes_text(item.seconds), self.spacing.of(_LENGTH), _LENGTH_WIDTH)
        return Row((*row.columns, Column(self.measure - _LENGTH_WIDTH, (length,))), before=row.before)

    def _words(self, text: str, style: Style, indent: float = 0) -> tuple[Line, ...]:
        room = self.measure - _CLOCK_WIDTH - _LENGTH_WIDTH - 8 - indent
        return tuple(title_lines(text, self.spacing.of(style), room))

    def _row(self, clock: str, words: tuple[Line, ...], before: float = 0, indent: float = 0) -> Row:
        together = min(_TOGETHER, len(words))
        # Letters that tell one of two like times from the other stand below it.
        time = Column(0, tuple(Line(part, self.spacing.of(_CLOCK)) for part in clock.split(" ")))
        return Row((time, Column(_CLOCK_WIDTH + indent, words, together=together)), before=before)
