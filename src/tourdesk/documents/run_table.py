"""The table of the run sheet: one row an item, by the venue's clock, with room for ticks and real times."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Right, Row, Rule, Space
from tourdesk.documents.fonts import width
from tourdesk.documents.headings import continued_lines, title_lines
from tourdesk.documents.letters import in_one_line, paragraphs
from tourdesk.documents.lines import broken, from_margin, unwidowed
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import HAIRLINE, INK, LABEL, SANS, SANS_BOLD, SANS_SEMIBOLD, TINT, Area, Style
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import PartTotal, Severity, TimedItem

_START = Style(SANS_BOLD, 21, 25)
_END = Style(SANS_SEMIBOLD, 14, 17)
_LENGTH = Style(SANS, 14, 17)
_TITLE = Style(SANS_BOLD, 13.5, 16.5)
_DETAIL = Style(SANS, 9.6, 12)
_CUE = Style(SANS_SEMIBOLD, 11, 14)
_SCRIPT = Style(SANS, 11, 13.8)
_BAND = Style(SANS_BOLD, 12.5, 16)
_BAND_FIGURES = Style(SANS_SEMIBOLD, 12.5, 16)
_HEADING = Style(LABEL.font, 8, 11, INK, 0.5)
_INSET = 4.0
_SHARES = tuple(
    (item, cue) for item in (0.32, 0.26, 0.22, 0.4, 0.5) for cue in (0.26, 0.22, 0.34) if item + cue < 0.8
)
"""How items and cues may share the width with the last column, whose heading needs a fifth of it."""
_TITLE_WEIGHT = 0.5
"""For a line of a title less the table may be higher by this share of a line."""
_APPROXIMATE = "run-time approximate"
"""The rule whose notes the table says with the word “about” under the length."""


@dataclass(frozen=True, slots=True)
class LastColumn:
    """What stands in the last column: its heading, and the words of an item, in paragraphs."""

    heading: str
    of: Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Closeness:
    """How closely the table is set: the white above and below a row's words, and the size of cues and scripts."""

    white: float
    text: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column of the table begins and how wide its text may be."""

    tick: float
    start: float
    real: float
    end: float
    length: float
    gap: float
    item: float
    cue: float
    last: float
    right: float

    @property
    def length_width(self) -> float:
        """The width of the lengths, which end at its right edge."""
        return self.gap - self.length - 8

    @property
    def gap_width(self) -> float:
        """The width of the gaps, which end at its right edge."""
        return self.item - self.gap - 14

    @property
    def item_width(self) -> float:
        """The width of titles and what stands under them."""
        return self.cue - self.item - 12

    @classmethod
    def across(cls, whole: float, item: float, cue: float) -> "Columns":
        """The columns in a table of that width: figures have what they need, words get their shares of the rest."""
        fixed = (0, 33, 114, 164, 218, 264, 304)
        rest = whole - fixed[-1]
        at = fixed[-1] + item * rest
        return cls(*fixed, cue=at, last=at + cue * rest, right=whole)


@dataclass(frozen=True, slots=True)
class TickBox:
    """A square to tick."""

    height: float = 25

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        sheet.frame(Area(left + 1, top + 4, left + 17, top + 20), 1)


@dataclass(frozen=True, slots=True)
class WriteLine:
    """A line to write the real time on."""

    width: float
    height: float = 25

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        sheet.rule(left, left + self.width, top + 20, 0.8, INK)


@dataclass(frozen=True, slots=True)
class _Band:
    """A light band with words at their places across the table."""

    width: float
    words: tuple[tuple[float, str, Style], ...]
    height: float = 22

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        sheet.bar(Area(left, top, left + self.width, top + self.height), TINT)
        for offset, text, style in self.words:
            sheet.text(left + offset, top + (self.height + style.size * 0.7) / 2, text, style)


def closest_columns(whole: float, evening: Evening, last: LastColumn, closeness: Closeness) -> Columns:
    """The columns in which the table is short and titles, by which items are found, stand in few lines."""
    titles = [in_one_line(timed.item.title) for timed in evening.order.items]

    def cost(columns: Columns) -> float:
        lines = sum(len(broken(title, _TITLE, columns.item_width, at_hyphens=False)) for title in titles)
        high = sum(row.height for row in item_rows(evening, columns, last, closeness))
        return high + lines * _TITLE.leading * _TITLE_WEIGHT

    return min((Columns.across(whole, item, cue) for item, cue in _SHARES), key=cost)


def heading_row(columns: Columns, last: LastColumn) -> Row:
    """The names of the columns, which every page repeats."""
    names = (
        (columns.tick, _("Done")),
        (columns.start, _("Start")),
        (columns.real, _("Real start")),
        (columns.end, _("End")),
        (columns.item, _("Item")),
        (columns.cue, _("Cue for projection")),
        (columns.last, last.heading),
    )
    cells = [Column(offset, (Line(name.upper(), _HEADING),)) for offset, name in names]
    cells.append(Column(columns.length, (Right(_("Length").upper(), _HEADING, columns.length_width),)))
    cells.append(Column(columns.gap, (Right(_("Gap").upper(), _HEADING, columns.gap_width),)))
    return Row((*cells, Column(0, (Space(12), Rule(columns.right, 1.2, INK, below=4)), together=2)))


def item_rows(evening: Evening, columns: Columns, last: LastColumn, closeness: Closeness) -> Iterator[Row]:
    """A band for each part, a row for each item, and the new date where midnight passes."""
    table = _Table(evening, columns, last, closeness, changes_offset(evening))
    today = evening.screening.night
    part: int | None = None
    for number, timed in enumerate(evening.order.items):
        starts = table.local(timed.start).date()
        midnight = starts != today
        if midnight:
            yield table.date_row(starts)
            today = starts
        if timed.part is not None and timed.part != part:
            part = timed.part
            yield table.part_row(next(one for one in evening.order.parts if one.number == part))
        elif number and not midnight:
            yield Row((Column(0, (Rule(columns.right, 0.5, HAIRLINE),)),), with_next=True, divider=True)
        yield table.item_row(timed, today)


@dataclass(frozen=True, slots=True)
class _Table:
    """Makes the rows of one evening."""

    evening: Evening
    columns: Columns
    last: LastColumn
    closeness: Closeness
    offsets: bool

    def local(self, instant: datetime) -> datetime:
        return self.evening.screening.slot.local(instant)

    def date_row(self, day: date) -> Row:
        words = ((_INSET, _("After midnight: {day}", day=wording.day(day)), _BAND),)
        return Row((Column(0, (_Band(self.columns.right, words),)),), before=3, with_next=True)

    def part_row(self, total: PartTotal) -> Row:
        name = wording.part_heading(total.number, len(self.evening.order.parts))
        films = ""
        if total.films:
            films = _(
                "{films}, {film_time} of film",
                films=wording.films(total.films),
                film_time=clock_text(total.film_seconds),
            )
        times = f"{self.local(total.start):%H:%M:%S} – {self.local(total.end):%H:%M:%S}"
        columns, whole = self.columns, clock_text(total.seconds)
        words = (
            (_INSET, name, _BAND),
            (columns.real, times, _BAND_FIGURES),
            (columns.length + columns.length_width - _band_width(whole), whole, _BAND_FIGURES),
            (columns.item, films, _BAND_FIGURES),
        )
        band = (Bookmark(f"{name}, {self.local(total.start):%H:%M:%S}", 0), _Band(columns.right, words))
        return Row((Column(0, band, together=2),), before=3, with_next=True)

    def item_row(self, timed: TimedItem, today: date) -> Row:
        columns, item = self.columns, timed.item
        figures = (
            Column(columns.tick, (TickBox(),)),
            Column(columns.start, self._instant(timed.start, _START, today), continued=self._again(timed)),
            Column(columns.real, (WriteLine(columns.end - columns.real - 10),)),
            Column(columns.end, self._instant(timed.end, _END, today)),
            Column(columns.length, _length(timed, columns.length_width)),
            Column(columns.gap, (_drop(_LENGTH), Right(_gap(timed), _LENGTH, columns.gap_width))),
        )
        words = (
            Column(columns.item, self._item(timed), together=3, continued=self._continued(item)),
            Column(
                columns.cue,
                self._text(item.cue, _CUE.sized(self.closeness.text), columns.last - columns.cue - 12),
                together=3,
            ),
            Column(
                columns.last,
                self._text(
                    self.last.of(item), _SCRIPT.sized(self.closeness.text), columns.right - columns.last
                ),
                together=3,
            ),
        )
        return Row((*figures, *words), before=self.closeness.white - 1)

    def _instant(self, instant: datetime, style: Style, today: date) -> tuple[Piece, ...]:
        local = self.local(instant)
        pieces: list[Piece] = [_drop(style), Line(f"{local:%H:%M:%S}", style)]
        if local.date() != today:
            pieces.append(Line(wording.short_day(local.date()), _DETAIL))
        if self.offsets:
            pieces.append(Line(wording.offset(local), _DETAIL))
        return tuple(pieces)

    def _again(self, timed: TimedItem) -> tuple[Piece, ...]:
        """When it started, where it goes on on another page."""
        return (Line(f"{self.local(timed.start):%H:%M:%S} …", _END),)

    def _continued(self, item: Item) -> tuple[Piece, ...]:
        return continued_lines(in_one_line(item.title), _DETAIL, self.columns.item_width)

    def _item(self, timed: TimedItem) -> tuple[Piece, ...]:
        item = timed.item
        measure = self.columns.item_width
        pieces: list[Piece] = [_drop(_TITLE)]
        title = in_one_line(item.title) or _("Untitled")
        if item.kind is ItemKind.FILM:
            pieces.append(Bookmark(title, 1))
        pieces += title_lines(directed(title), _TITLE, measure)
        details = [", ".join(item.directors)] if item.directors else []
        if item.version_name not in {"", "original"}:
            details.append(_("Version: {name}", name=item.version_name))
        details += wording.clock_details(timed)
        details += [
            _("Note: {sentence}", sentence=sentence) for sentence in item_notes(self.evening, item.key)
        ]
        for detail in details:
            pieces += [Line(line, _DETAIL) for line in broken(in_one_line(detail), _DETAIL, measure)]
        return (*pieces, Space(self.closeness.white))

    def _text(self, text: str, style: Style, measure: float) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for paragraph in map(directed, paragraphs(text)):
            pieces.append(Space(5) if pieces else _drop(style))
            pieces += [
                Line(line, style, indent=from_margin(line, paragraph, style, measure))
                for line in unwidowed(paragraph, style, measure)
            ]
        return (*pieces, Space(self.closeness.white)) if pieces else ()


def item_notes(evening: Evening, key: str) -> list[str]:
    """What is worth knowing about one item and breaks nothing: it stands at the item."""
    return [
        finding.sentence
        for finding in evening.order.findings
        if finding.item == key and finding.severity is Severity.NOTE and finding.rule != _APPROXIMATE
    ]


def _drop(style: Style) -> Space:
    """The white that brings a first line to the baseline of the large figures."""
    return Space((_START.leading - style.leading + (_START.size - style.size) * 0.7) / 2)


def _length(timed: TimedItem, measure: float) -> tuple[Piece, ...]:
    if timed.item.seconds is None:
        return (_drop(_DETAIL), Right(_("not known"), _DETAIL, measure))
    length = Right(clock_text(timed.item.seconds), _LENGTH, measure)
    about = (Right(_("about"), _DETAIL, measure),) if timed.item.approximate else ()
    return (_drop(_LENGTH), length, *about)


def _gap(timed: TimedItem) -> str:
    return clock_text(timed.gap_after) if timed.gap_after else "–"


def changes_offset(evening: Evening) -> bool:
    """Whether the venue's clock is put forward or back between access and the last that happens."""
    slot = evening.screening.slot
    last = max(slot.curfew, evening.order.end) + timedelta(seconds=1)
    return slot.local(slot.access).utcoffset() != slot.local(last).utcoffset()


def _band_width(text: str) -> float:
    """How wide figures in a band are."""
    return width(text, _BAND_FIGURES.font, _BAND_FIGURES.size)
