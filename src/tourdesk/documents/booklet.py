"""The folded booklet that the audience takes home: two pages on each side of a sheet, printed on both sides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from tourdesk.documents import wording
from tourdesk.documents.about import about
from tourdesk.documents.ballot import ballot_rows
from tourdesk.documents.booklet_cover import cover_rows, opening_film
from tourdesk.documents.booklet_films import FilmOnPaper, FilmPages, heights
from tourdesk.documents.booklet_order import CLOSE, ROOMY, going_on_row, heading_row, order_rows
from tourdesk.documents.evening import Evening
from tourdesk.documents.film_entry import film_alone, film_row, stills
from tourdesk.documents.flow import Column, Line, Placed, Row, Rule, balanced_pages, pages_of
from tourdesk.documents.fonts import width
from tourdesk.documents.foot import Foot, imprint, imprint_row, in_lines
from tourdesk.documents.imposition import PAGES_A_SHEET, sides
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.setting import Setting
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.shortening import longest_limit, shortened
from tourdesk.documents.sponsor_logos import Shown, logos, sponsor_pieces
from tourdesk.documents.theme import FOOT, HAIRLINE, INK, LABEL, Area, Paper
from tourdesk.foundation.language import _, later, n_
from tourdesk.programming.programme import Item, ItemKind

_MARGIN = 36.0
_TOP = 34.0
_FOOT = 22.0
_FOOT_LINES = 4
_GUTTER = 14.0
_SETTINGS = ((9.4, 112, 20), (9.0, 106, 18), (8.6, 100, 16), (8.2, 94, 14))
"""Text size, width of the side column, white between films: from generous to close."""
_SPONSORS = (1.6, 1.45, 1.3, 1.15)
"""How many times as large sponsors' logos are on a page of their own as beside films, from generous to close."""
_WRITING = 24.0
"""From one line for notes to the next."""

_TITLE = later("{tour}: booklet, {night}")
_SUBJECT = later("Booklet for the audience, {night}")

Pages = list[list[Placed]]


def booklet(evening: Evening, paper: Paper) -> bytes:
    """The booklet of a night as a PDF; the same evening gives the same bytes."""
    made = _Booklet(evening, paper.height / 2, paper.width)
    pages = made.pages()
    sheet = Sheet(
        (paper.height, paper.width), about(evening, _TITLE, _SUBJECT), evening.screening.tour.colour
    )
    sheet.flipped_on_the_short_edge()
    for side in sides(len(pages)):
        for place, number in enumerate(side):
            with sheet.leaf(place * made.width, number):
                for placed in pages[number - 1]:
                    placed.piece.draw(sheet, placed.left, placed.top)
                made.draw_foot(sheet, number, len(pages))
        sheet.next_page()
    return sheet.finish()


@dataclass(frozen=True)
class _Booklet:
    """The pages of a booklet of this width and height, in the order in which they are read."""

    evening: Evening
    width: float
    height: float

    @cached_property
    def area(self) -> Area:
        """Where text stands on every page inside."""
        return Area(_MARGIN, _TOP, self.width - _MARGIN, self.height - _FOOT - FOOT.leading - 18)

    @cached_property
    def back_foot(self) -> Foot:
        """How to reach the tour, at the foot of the back; lines that would crowd it stand after the sponsors."""
        lines = in_lines(imprint(self.evening), self.area.width)
        return Foot(lines if len(lines) <= _FOOT_LINES else (), _FOOT)

    @cached_property
    def cover(self) -> Pages:
        """The cover, which has no foot."""
        area = replace(self.area, bottom=self.height - _TOP)
        return pages_of(cover_rows(self.evening, self.stills, area), area, whole=False)

    @cached_property
    def order(self) -> Pages:
        """The evening at a glance, closed up where that saves a page."""
        again = going_on_row(_("The evening"), self.area.width)
        tries = [
            balanced_pages(order_rows(self.evening, self.area.width, spacing), self.area, repeated=(again,))
            for spacing in (ROOMY, CLOSE)
        ]
        return min(tries, key=len)

    @cached_property
    def back(self) -> Pages:
        """The ballot, or room for notes where there is nothing to vote on."""
        area = replace(self.area, bottom=self.height - self.back_foot.height - 12)
        rows = ballot_rows(self.evening, area)
        if not rows:
            return pages_of(_notes(area), area, whole=True)
        return balanced_pages(rows, area, repeated=(going_on_row(_("Your vote"), area.width),))

    @cached_property
    def stills(self) -> Mapping[int, bytes]:
        """The films' stills."""
        return stills(self.evening)

    @cached_property
    def opening(self) -> int | None:
        """The id of the film whose still is on the cover."""
        return opening_film(self.evening, self.stills)

    @cached_property
    def sponsors(self) -> list[Shown]:
        """The sponsors with their logos."""
        return logos(self.evening.sponsors)

    @cached_property
    def apart(self) -> Pages:
        """The sponsors on pages of their own, as large as one page lets them be."""
        tries = (self._ending(scale) for scale in _SPONSORS)
        rows = next((rows for rows in tries if heights(rows) <= self.area.height), self._ending())
        return balanced_pages(rows, self.area) if rows else []

    def pages(self) -> Pages:
        """Every page from the cover to the back; their number is a multiple of four."""
        settings = [
            Setting(text, side, _GUTTER, self.area.width - side - _GUTTER, space)
            for text, side, space in _SETTINGS
        ]
        inside = self._laid_out(settings, self._limit(settings[-1]))
        before, after = [*self.cover, *self.order, *inside], self.back
        notes = [pages_of(_notes(self.area), self.area, whole=True)[0]]
        return [*before, *notes * (-(len(before) + len(after)) % PAGES_A_SHEET), *after]

    @property
    def _outside(self) -> int:
        return len(self.cover) + len(self.order) + len(self.back)

    def _sheets(self, rows: list[Row]) -> int:
        """How many sheets of paper the booklet takes with these rows inside."""
        inside = len(pages_of(rows, self.area, whole=False)) if rows else 0
        return -(-(self._outside + inside) // PAGES_A_SHEET)

    def _limit(self, closest: Setting) -> int | None:
        """How long a synopsis may be, where shortening saves a whole sheet; None where it does not."""
        fewest = self._sheets(self._flowing(closest, None))
        longest = max((len(film.synopsis or "") for film in self.evening.films.values()), default=0)
        if fewest == 1:
            return None
        return longest_limit(longest, lambda limit: self._sheets(self._flowing(closest, limit)) < fewest)

    def _laid_out(self, settings: list[Setting], limit: int | None) -> Pages:
        """The films and the sponsors on no more sheets than the closest setting needs.

        In a setting in which every film stays on one page and most are set alike; where there is none, films go over
        the end of a page.
        """
        fewest = self._sheets(self._flowing(settings[-1], limit))
        room = fewest * PAGES_A_SHEET - self._outside
        ways = [way for setting in settings if (way := self._whole(setting, limit, room)) is not None]
        if ways:
            # Of settings in which as many films are set alike, the first, the most generous.
            return min(ways, key=lambda way: way[0])[1]
        flowing = (self._flowing(setting, limit) for setting in settings)
        rows = next(rows for rows in flowing if self._sheets(rows) == fewest)
        return balanced_pages(rows, self.area, whole=False) if rows else []

    def _whole(self, setting: Setting, limit: int | None, room: int) -> tuple[int, Pages] | None:
        """Every film on one page, on no more than so many pages; sponsors have pages of their own where they can.

        With how many films are set otherwise than most.
        """
        ending = self._ending()
        films = [self._on_paper(item, setting, limit) for item in self._items()]
        head = self._films_head(len(films))
        for end, pages in (((), self.apart), (ending, [])):
            best = FilmPages(films, self.area.height, head, end).best(room - len(pages))
            if best is not None:
                return best.odd, [*(pages_of(rows, self.area, whole=True)[0] for rows in best.pages), *pages]
        return None

    def _flowing(self, setting: Setting, limit: int | None) -> list[Row]:
        """One film after the other, the sponsors where they end."""
        rows = [self._on_paper(item, setting, limit).beside for item in self._items()]
        head = self._films_head(len(rows))
        return [*head, *rows, *self._ending()]

    def _films_head(self, films: int) -> list[Row]:
        return [heading_row(n_("The film", "The films", films), self.area.width)] if films else []

    def _items(self) -> list[Item]:
        return [one.item for one in self.evening.order.items if one.item.kind is ItemKind.FILM]

    def _on_paper(self, item: Item, setting: Setting, limit: int | None) -> FilmOnPaper:
        film = self.evening.films.get(item.film_id) if item.film_id is not None else None
        still = self.stills.get(item.film_id) if item.film_id is not None else None
        if film is not None and limit is not None:
            film = replace(film, synopsis=shortened(film.synopsis or "", limit))
        return FilmOnPaper(
            film_row(item, film, still, setting),
            partial(film_alone, item, film, still, setting),
            on_cover=item.film_id is not None and item.film_id == self.opening,
        )

    def _ending(self, scale: float = 1) -> list[Row]:
        measure, rows = self.area.width, []
        if self.sponsors:
            pieces = sponsor_pieces(self.sponsors, measure, scale)
            rows.append(replace(heading_row(_("With thanks to"), measure), before=24))
            rows.append(Row((Column(0, pieces, together=len(pieces)),), before=14))
        if not self.back_foot.lines:
            rows.append(imprint_row(imprint(self.evening), measure, before=14))
        return rows

    def draw_foot(self, sheet: Sheet, number: int, pages: int) -> None:
        """Nothing on the cover, the contact lines on the back, elsewhere the night, and the number outside."""
        if number == pages:
            self.back_foot.draw(sheet, self.area, "")
        elif number > len(self.cover):
            self._draw_folio(sheet, number)

    def _draw_folio(self, sheet: Sheet, number: int) -> None:
        top = self.height - _FOOT - FOOT.leading - 6
        left, right = self.area.left, self.area.right
        sheet.rule(left, right, top, 0.5, HAIRLINE)
        baseline = top + 6 + FOOT.leading * 0.75
        screening = self.evening.screening
        night = f"{wording.tour_name(screening.tour)}  ·  {wording.day(screening.night)}"
        words = "  ·  ".join(map(in_one_line, night.split("  ·  ")))
        if width(words, FOOT.font, FOOT.size) > self.area.width - 40:
            words = in_one_line(wording.day(screening.night))
        outer, inner = (sheet.text, sheet.text_to) if number % 2 == 0 else (sheet.text_to, sheet.text)
        outer(left if number % 2 == 0 else right, baseline, str(number), FOOT)
        inner(right if number % 2 == 0 else left, baseline, words, FOOT)


def _notes(area: Area) -> list[Row]:
    """A page to write on: better than an empty one."""
    head = Row(
        (Column(0, (Rule(area.width, 0.6, INK, below=8), Line(_("Notes").upper(), LABEL)), together=2),)
    )
    lines = int((area.height - head.height - _WRITING / 2) / (_WRITING + 0.5))
    ruled = tuple(Rule(area.width, 0.5, HAIRLINE, below=_WRITING) for _ in range(lines))
    return [head, Row((Column(0, ruled),), before=_WRITING / 2)]
