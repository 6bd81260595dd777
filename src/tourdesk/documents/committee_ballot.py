"""The committee's ballot: a table of films on which a member marks must, maybe or no, stars and a few words by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tourdesk.documents import wording
from tourdesk.documents.about import About
from tourdesk.documents.directions import directed
from tourdesk.documents.flow import (
    Bookmark,
    Column,
    Line,
    Piece,
    Placed,
    Right,
    Row,
    Rule,
    Space,
    balanced_pages,
    pages_of,
)
from tourdesk.documents.fonts import width
from tourdesk.documents.foot import NUMBER_WIDTH, Foot, Said, finished, in_lines
from tourdesk.documents.headings import title_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken, even
from tourdesk.documents.scripts import stands_high
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.sponsor_logos import tour_logo
from tourdesk.documents.theme import (
    ACCENT,
    HAIRLINE,
    INK,
    LABEL,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    SERIF_BOLD,
    Area,
    Paper,
    Style,
)
from tourdesk.foundation.codes import country_name
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _
from tourdesk.library.committee.verdicts import MOST_STARS, Choice, choice_word
from tourdesk.library.films import Film
from tourdesk.touring.night import Tour

_MARGIN = 34.0
_FOOT = 22.0
_NAME = Style(SANS_BOLD, 22, 26)
_PLAIN = Style(SANS, 9.6, 13)
_NUMBER = Style(SANS, 8.6, 13, QUIET)
_SECTION = Style(SANS_SEMIBOLD, 6.6, 9, ACCENT, 0.6)
_TITLE = Style(SERIF_BOLD, 10.2, 13)
_FACTS = Style(SANS, 8.6, 11, QUIET)
_HEADING = Style(LABEL.font, 7.4, 10, INK, 0.4)
_FIGURE = Style(SANS, 8, 10, QUIET)
_BOX = 14.0
_CHOICE_STEP = 33.0
_STAR_STEP = 18.0
_APART = 8.0
"""From one choice's word to the next."""
_HEIGHTS = (96.0, 84.0, 72.0, 66.0, 60.0, 54.0, 48.0, 42.0)
"""A row is at least so high: the first with which there are no more pages than with the last, which is two lines of
handwriting, or a title with its section and two lines of facts.
"""
_FEW = 10
"""On more pages than this it is no matter how full the last one is."""
_LOGO = (110.0, 44.0)
"""The widest and the highest the tour's logo is."""
_ASKED = 0.62
"""The share of the width that the request takes; the member's name is written beside it."""
_WRITE = "_" * 28


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each column begins; figures and boxes have what they need, films and comments share the rest."""

    film: float
    choices: float
    step: float
    stars: float
    comment: float
    right: float

    @classmethod
    def across(cls, whole: float, films: int) -> "_Columns":
        """The columns in a table of that width, with room for the number of the last film."""
        film = width(str(films), _NUMBER.font, _NUMBER.size) + 10
        wide = [width(word, _HEADING.font, _HEADING.size, _HEADING.tracking) for word in _choices()]
        step = max(_CHOICE_STEP, *((one + next_one) / 2 + _APART for one, next_one in pairwise(wide)))
        boxes = step * len(Choice) + 8 + _STAR_STEP * MOST_STARS + 10
        choices = film + (whole - film - boxes) * 0.56
        stars = choices + step * len(Choice) + 8
        return cls(film, choices, step, stars, stars + _STAR_STEP * MOST_STARS + 10, whole)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """Boxes to tick, side by side, each with its figure in it if it has one."""

    step: float
    figures: tuple[str, ...]
    height: float = _BOX + 6

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        for place, figure in enumerate(self.figures):
            at = left + place * self.step + (self.step - _BOX) / 2
            sheet.frame(Area(at, top + 3, at + _BOX, top + 3 + _BOX), 0.8)
            middle = at + (_BOX - width(figure, _FIGURE.font, _FIGURE.size)) / 2
            sheet.text(middle, top + 3 + (_BOX + _FIGURE.size * 0.7) / 2, figure, _FIGURE)


@dataclass(frozen=True, slots=True)
class _Headings:
    """Words that stand in the middle of their steps."""

    step: float
    words: tuple[str, ...]
    height: float = _HEADING.leading

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        for place, word in enumerate(self.words):
            wide = width(word, _HEADING.font, _HEADING.size, _HEADING.tracking)
            sheet.text(left + place * self.step + (self.step - wide) / 2, top + _HEADING.size, word, _HEADING)


def committee_ballot(films: Sequence[Film], tour: Tour | None, paper: Paper, title: str = "") -> bytes:
    """The ballot of these films in their order, as a PDF; the same films give the same bytes.

    `tour` gives its name, colour and logo, if there is one yet; a `title` stands in place of its name.
    """
    name = in_one_line(_("Committee ballot"))
    of = in_one_line(title) or ("" if tour is None else in_one_line(tour.name))
    measure = paper.width - 2 * _MARGIN
    said = [Said(part) for part in (name, of, _("Name: {line}", line=_WRITE)) if part]
    foot = Foot(in_lines(said, measure - NUMBER_WIDTH), _FOOT)
    area = Area(_MARGIN, _MARGIN, _MARGIN + measure, paper.height - foot.height - 8)
    columns = _Columns.across(measure, len(films))
    heading = _heading(columns)
    head = [_head(name, of, tour, measure), _asked(measure), heading]
    about = About(f"{of}: {name}" if of else name, of, _("Ballot for the members of the committee"))
    sheet = Sheet(paper.value, about, "" if tour is None else tour.colour)
    return finished(sheet, area, _pages(head, heading, films, columns, area), foot)


def _pages(
    head: list[Row], heading: Row, films: Sequence[Film], columns: _Columns, area: Area
) -> list[list[Placed]]:
    """The films on as few pages as can be; on a few, as many on one as on the other, with all the room to write."""

    def pages(least: float) -> list[list[Placed]]:
        rows = [*head, *_rows(films, columns, least)]
        return pages_of(rows, area, whole=True, repeated=(heading,))

    closest = pages(_HEIGHTS[-1])
    if len(closest) > _FEW:
        return closest
    least = next(one for one in _HEIGHTS if len(pages(one)) == len(closest))
    return balanced_pages([*head, *_rows(films, columns, least)], area, repeated=(heading,))


def _head(name: str, of: str, tour: Tour | None, measure: float) -> Row:
    mark = None if tour is None else tour_logo(tour, *_LOGO)
    room = measure if mark is None else measure - mark.width - 16
    pieces: list[Piece] = [
        Rule(measure, 4, ACCENT, below=6),
        Bookmark(name, 0),
        *(Line(line, _NAME) for line in broken(name, _NAME, room)),
        *(Line(line, _PLAIN) for line in broken(of, _PLAIN, room)),
    ]
    columns = [Column(0, tuple(pieces), together=len(pieces))]
    if mark is not None:
        columns.append(Column(measure - mark.width, (Space(11), mark), together=2))
    return Row(tuple(columns), with_next=True)


def _asked(measure: float) -> Row:
    """What to do, and where to write one's name."""
    asked = _(
        "For each film please tick must, maybe or no, tick its stars (1 is the lowest, 5 the highest), and write what the others should know. Leave empty what you have not seen."
    )
    room = measure * _ASKED
    lines = [Line(line, _PLAIN) for line in even(in_one_line(asked), _PLAIN, room - 24)]
    name = (Line(_("Your name").upper(), LABEL), Space(22), Rule(measure - room, 0.8, INK))
    return Row(
        (
            Column(0, (*lines, Space(12)), together=len(lines) + 1),
            Column(room, name, together=len(name)),
        ),
        before=8,
        with_next=True,
    )


def _heading(columns: _Columns) -> Row:
    """The names of the columns, which every page repeats."""
    return Row(
        (
            Column(columns.film, (Line(_("Film").upper(), _HEADING),)),
            Column(columns.choices, (_Headings(columns.step, _choices()),)),
            Column(columns.stars, (_Headings(_STAR_STEP * MOST_STARS, (_("Stars").upper(),)),)),
            Column(columns.comment, (Line(_("Comment").upper(), _HEADING),)),
            Column(0, (Space(11), Rule(columns.right, 1.2, INK, below=4)), together=2),
        )
    )


def _choices() -> tuple[str, ...]:
    return tuple(choice_word(choice).upper() for choice in Choice)


def _rows(films: Sequence[Film], columns: _Columns, least: float) -> Iterator[Row]:
    if not films:
        nothing = Line(_("There is no film in the library yet."), _PLAIN)
        yield Row((Column(columns.film, (nothing,)),), before=6)
    for number, film in enumerate(films, start=1):
        if number > 1:
            yield Row(
                (Column(0, (Rule(columns.right, 0.5, HAIRLINE, below=3),)),), with_next=True, divider=True
            )
        words = tuple(_words(film, columns.choices - columns.film - 12))
        yield Row(
            (
                Column(0, (Right(str(number), _NUMBER, columns.film - 8),)),
                Column(columns.film, words, together=min(len(words), 5)),
                Column(columns.choices, (_Boxes(columns.step, ("",) * len(Choice)),)),
                Column(
                    columns.stars,
                    (_Boxes(_STAR_STEP, tuple(str(star) for star in range(1, MOST_STARS + 1))),),
                ),
                Column(columns.comment, (Space(least),)),
            ),
            before=2,
        )


def _words(film: Film, measure: float) -> Iterator[Piece]:
    title = in_one_line(film.title) or _("Untitled")
    yield Bookmark(title, 1)
    section = in_one_line(film.section or "").upper()
    yield from (Line(line, _SECTION, tied=True) for line in broken(section, _SECTION, measure))
    if section and stands_high(title):
        yield Space(3)
    yield from (replace(line, tied=True) for line in title_lines(directed(title), _TITLE, measure))
    if film.original_title and film.original_title != film.title:
        yield from _lines(directed(in_one_line(film.original_title)), measure)
    yield from _lines(in_one_line(wording.listed(film.directors)), measure)
    seconds = film.version.seconds
    facts = (
        minutes_text(seconds) if seconds is not None else "",
        wording.listed([country_name(code) for code in film.countries]),
        str(film.year or ""),
    )
    yield from _lines(in_one_line("\u00a0· ".join(fact for fact in facts if fact)), measure)
    yield Space(4)


def _lines(text: str, measure: float) -> Iterator[Line]:
    return (Line(line, _FACTS) for line in broken(text, _FACTS, measure))
