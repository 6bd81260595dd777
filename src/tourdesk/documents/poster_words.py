"""The words of the poster: the tour's name, when and where, and the titles of the films."""

import math
from dataclasses import dataclass, replace
from itertools import chain

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.fonts import width
from tourdesk.documents.headings import largest
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken, even
from tourdesk.documents.programme_head import address, clocks
from tourdesk.documents.sheet import said_address, web_link
from tourdesk.documents.sponsor_logos import tour_logo
from tourdesk.documents.theme import (
    ACCENT,
    INK,
    LABEL,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    SERIF_BOLD,
    SERIF_ITALIC,
    Style,
)
from tourdesk.foundation.language import _
from tourdesk.programming.programme import Item, ItemKind

_NAME = Style(SERIF_BOLD, 96, 95)
_NAME_SIZES = (104, 96, 88, 80, 72, 66, 60, 54, 48, 42, 36, 30, 24)
_NAME_HEIGHT = 124.0
"""No more than this, so that a still has room."""
_PROGRAMME = Style(SERIF_ITALIC, 19, 24)
_DAY = Style(SANS_BOLD, 29, 33)
_TOWN = Style(SANS_BOLD, 29, 34, ACCENT)
_VENUE = Style(SANS_SEMIBOLD, 17, 21)
_DETAIL = Style(SANS, 11.5, 14.5)
_WEB = Style(SANS_SEMIBOLD, 14, 18)
_WEB_SIZES = (14, 13, 12, 11, 10)
_WORD = LABEL.sized(10)
_START = Style(SANS_BOLD, 54, 54)
_TIME = Style(SANS_SEMIBOLD, 17, 21)
_TITLE = Style(SERIF_BOLD, 16, 19.5)
_DIRECTORS = Style(SANS, 11, 14, QUIET)
_CLOCK_WIDTH = 148.0
_GUTTER = 24.0
_COLUMNS = ((3, 1), (16, 2))
"""How many films stand in how many columns; more stand in three."""


@dataclass(frozen=True, slots=True)
class PosterWords:
    """The words of an evening's poster in a measure.

    `scale` says how large the films are set. Where it is and when, which is read from farther away, shrinks less.
    """

    evening: Evening
    measure: float
    scale: float
    beside_still: bool

    def rows(self) -> list[Row]:
        """From the name to the films; the sponsors and the still are not among them."""
        return [self._name(), self._night(), *self._films()]

    @property
    def _headline(self) -> float:
        return math.sqrt(self.scale)

    def _large(self, style: Style) -> Style:
        return style.sized(style.size * self._headline)

    def _small(self, style: Style) -> Style:
        return style.sized(style.size * self.scale)

    def _name(self) -> Row:
        """The name fills the width that the tour's logo leaves."""
        name = in_one_line(wording.tour_name(self.evening.screening.tour)) or _("Film night")
        sizes = tuple(size * self._headline for size in _NAME_SIZES)
        highest = _NAME_HEIGHT * self._headline if self.beside_still else math.inf
        mark = tour_logo(self.evening.screening.tour, 120, 84)
        room = self.measure if mark is None else self.measure - mark.width - _GUTTER
        lines = largest(directed(name), _NAME, sizes, room, highest)
        pieces: list[Piece] = [Bookmark(name, 0), *lines]
        subtitle = in_one_line(self.evening.programme.name)
        if subtitle and subtitle != name:
            style = self._large(_PROGRAMME)
            pieces += [Space(3), *(Line(line, style) for line in even(directed(subtitle), style, room))]
        columns = [Column(0, tuple(pieces))]
        if mark is not None:
            columns.append(Column(self.measure - mark.width, (Space(6), mark), together=2))
        return Row(tuple(columns), before=10)

    def _night(self) -> Row:
        screening = self.evening.screening
        room = self.measure - _CLOCK_WIDTH * self._headline - _GUTTER
        where: list[Piece] = [Rule(self.measure, 7, ACCENT, below=12)]
        where += _lines(wording.day(screening.night), self._large(_DAY), room)
        where += _lines(screening.town, self._large(_TOWN), room)
        where += [Space(5), *_lines(screening.venue.name, self._large(_VENUE), room)]
        detail = self._large(_DETAIL)
        where += chain.from_iterable(_lines(line, detail, room) for line in address(self.evening))
        (doors, opened), (start, begins), *_ = clocks(self.evening)
        at = Column(room + _GUTTER, self._clock((doors, opened), (start, begins)))
        return Row((Column(0, tuple(where), together=4), at), before=12)

    def _clock(self, doors: tuple[str, str], start: tuple[str, str]) -> tuple[Piece, ...]:
        """The time at which people must be there is the largest figure of all."""
        word = self._large(_WORD)
        at, _blank, letters = start[1].partition(" ")
        return (
            Rule(0, 7, ACCENT, below=12),
            Line(start[0].upper(), word),
            Line(at, self._large(_START)),
            *([Line(letters, word)] if letters else []),
            Line(_("{word} {time}", word=doors[0], time=doors[1]), self._large(_TIME)),
            *self._web(),
        )

    def _web(self) -> tuple[Piece, ...]:
        """Where passers-by find more: as large as the column of the times lets it be in one line."""
        web = self.evening.screening.tour.web
        said, room = in_one_line(said_address(web)), _CLOCK_WIDTH * self._headline
        styles = [_WEB.sized(size * self._headline) for size in _WEB_SIZES]
        style = next((one for one in styles if width(said, one.font, one.size) <= room), styles[-1])
        lines = [replace(line, link=web_link(web)) for line in _lines(said, style, room)]
        return (Space(3), *lines) if lines else ()

    def _films(self) -> list[Row]:
        items = [one.item for one in self.evening.order.items if one.item.kind is ItemKind.FILM]
        if not items:
            return []
        columns = next((columns for most, columns in _COLUMNS if len(items) <= most), 3)
        step = (self.measure + _GUTTER) / columns
        each = -(-len(items) // columns)
        rule = Column(0, (Bookmark(_("Films"), 0), Rule(self.measure, 0.8, INK)))
        stacks = tuple(
            Column(column * step, self._stack(items[column * each : (column + 1) * each], step - _GUTTER))
            for column in range(columns)
        )
        return [Row((rule,), before=16, with_next=True), Row(stacks, before=10)]

    def _stack(self, items: list[Item], measure: float) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for item in items:
            if pieces:
                pieces.append(Space(7 * self.scale))
            title, style = in_one_line(item.title) or _("Untitled"), self._small(_TITLE)
            pieces += [Line(line, style) for line in even(directed(title), style, measure)]
            pieces += _lines(wording.listed(item.directors), self._small(_DIRECTORS), measure)
        return tuple(pieces)


def _lines(text: str, style: Style, measure: float) -> list[Line]:
    return [Line(line, style) for line in broken(in_one_line(text), style, measure)]
