"""The catalogue of the library: a cover, what is in it, the films by section, and where titles and directors are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from tourdesk.documents import wording
from tourdesk.documents.about import About
from tourdesk.documents.catalogue_index import contents_rows, index_pages, indexes
from tourdesk.documents.collection import Collection
from tourdesk.documents.film_entry import ORIGINAL, STILL_SHAPE, credits_of, entry_row
from tourdesk.documents.flow import (
    Bookmark,
    Column,
    Flow,
    JpegPicture,
    Line,
    Piece,
    Placed,
    Row,
    Rule,
    pages_of,
)
from tourdesk.documents.foot import NUMBER_WIDTH, Foot, contact, in_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.pictures import filling
from tourdesk.documents.programme_head import name_row
from tourdesk.documents.setting import Setting
from tourdesk.documents.sheet import Sheet
from tourdesk.documents.theme import ACCENT, INK, QUIET, SANS_BOLD, SERIF_ITALIC, Area, Paper, Style
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.library.films import Film
from tourdesk.touring.night import Tour

_MARGIN = 46.0
_TOP = 40.0
_FOOT = 24.0
_FOOT_LINES = 2
_SIDE, _GUTTER, _TEXT, _SPACE = 138.0, 20.0, 9.0, 17.0
_AT_ONCE = 16
"""How many films' pictures are in memory at a time."""
_LONG = 4 * _AT_ONCE
"""From so many films on a reader would wait: the first pages are there before the others."""
_PATIENCE = 0.3
"""The share of a page that rather stays white than that a film is parted."""
_SECTION = Style(SANS_BOLD, 15, 20, ACCENT, 0.3)
_QUIET = Style(SERIF_ITALIC, 12, 17, QUIET)
_COVER_STILL = 0.62
"""The height of the cover's still by its width."""

Pages = list[list[Placed]]


def catalogue(
    collection: Collection, paper: Paper, progress: Progress, begun: Callable[[bytes], None] | None = None
) -> bytes:
    """The catalogue as a PDF; the same films give the same bytes. Raises Cancelled when it is to stop.

    Of a long one `begun` gets a PDF of its first pages while the others are made: the cover without contents, and
    pages without numbers.
    """
    measure = paper.width - 2 * _MARGIN
    tour = collection.tour or Tour("")
    lines = in_lines(contact(tour), measure - NUMBER_WIDTH)
    foot = Foot(lines[:_FOOT_LINES], _FOOT)
    area = Area(_MARGIN, _TOP, _MARGIN + measure, paper.height - foot.height - 12)

    def written(pages: Pages, *, whole: bool) -> bytes:
        sheet = Sheet((paper.width, paper.height), _about(collection), tour.colour)
        sheet.opened_with_bookmarks()
        for number, pieces in enumerate(pages, start=1):
            stop_if_cancelled(progress)
            for placed in pieces:
                placed.piece.draw(sheet, placed.left, placed.top)
            foot.draw(sheet, area, f"{number} / {len(pages)}" if whole and number > 1 else "")
            sheet.next_page()
        return sheet.finish()

    def tell(pages: Pages) -> None:
        if begun is not None:
            begun(written(pages, whole=False))

    made = _Catalogue(collection, area, Setting(_TEXT, _SIDE, _GUTTER, measure - _SIDE - _GUTTER, _SPACE))
    return written(made.pages(progress, tell), whole=True)


def _title(collection: Collection) -> str:
    """What the catalogue is called: the tour's name where it was given no other."""
    tour = collection.tour
    called = collection.title or ("" if tour is None else wording.tour_name(tour))
    return in_one_line(called) or _("Catalogue")


def _about(collection: Collection) -> About:
    title = _title(collection)
    author = in_one_line(collection.tour.name) if collection.tour else ""
    return About(
        _("{title}: catalogue of films", title=title), author or title, _("Films by section, with an index")
    )


@dataclass(frozen=True, slots=True)
class Section:
    """Films that stand together, in the order of their titles."""

    key: str
    name: str
    films: tuple[Film, ...]


def sections_of(films: tuple[Film, ...]) -> list[Section]:
    """The films by section, in alphabetical order; those without one stand last."""
    ordered = sorted(
        films, key=lambda film: (*_section_key(film), wording.sort_key(film.title), film.id or 0)
    )
    found = []
    for number, (_key, group) in enumerate(groupby(ordered, key=_section_key)):
        members = tuple(group)
        name = in_one_line(members[0].section or "") or _("Further films")
        found.append(Section(f"section-{number}", name, members))
    if len(found) == 1 and not in_one_line(found[0].films[0].section or ""):
        return [replace(found[0], name=_("Films"))]
    return found


def _section_key(film: Film) -> tuple[bool, str, str]:
    name = in_one_line(film.section or "")
    return not name, wording.sort_key(name), name


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """Lays out one collection in an area of the page."""

    collection: Collection
    area: Area
    setting: Setting

    def pages(self, progress: Progress, begun: Callable[[Pages], None]) -> Pages:
        """All pages: how many the contents take does not depend on the numbers in them, so they are set twice.

        Of a long catalogue `begun` gets the first pages while the others are laid out.
        """
        sections = sections_of(self.collection.films)
        films, cover_still = self._film_pages(sections, progress, begun)
        front = len(self._front(sections, cover_still, {}))
        places = _places(films, front)
        indexes = index_pages(self.collection.films, self.area, places)
        places |= _places(indexes, front + len(films))
        return [*self._front(sections, cover_still, places), *films, *indexes]

    def _front(self, sections: list[Section], still: JpegPicture | None, places: dict[str, int]) -> Pages:
        """The cover, and what is in the catalogue: under the still where there is room for all of it, else behind."""
        cover = self._cover(sections, still)
        contents = self._contents(sections, places) if sections else [_nothing()]
        together = pages_of([*cover, *contents], self.area, whole=False)
        if len(together) == 1:
            return together
        return [page for rows in (cover, contents) for page in pages_of(rows, self.area, whole=False)]

    def _film_pages(
        self, sections: list[Section], progress: Progress, begun: Callable[[Pages], None]
    ) -> tuple[Pages, JpegPicture | None]:
        flow, done = Flow(self.area, patience=_PATIENCE), 0
        total, shown = len(self.collection.films), None
        for section in sections:
            for number in range(0, len(section.films), _AT_ONCE):
                stop_if_cancelled(progress)
                some = section.films[number : number + _AT_ONCE]
                stills = self.collection.stills([film.id for film in some if film.id is not None])
                shown = shown or self._cover_picture(stills)
                rows = [self._film(film, stills) for film in some]
                flow.add([self._heading(section), *rows] if number == 0 else rows)
                if done < _AT_ONCE <= done + len(some) and total >= _LONG:
                    begun([*pages_of(self._cover(sections, shown), self.area, whole=False), *flow.pages[:-1]])
                done += len(some)
                progress.at(done, total)
        return flow.pages if sections else [], shown

    def _cover_picture(self, stills: Mapping[int, bytes]) -> JpegPicture | None:
        wide, high = self.area.width, self.area.width * _COVER_STILL
        pictures = (filling(data, wide, high) for data in stills.values())
        return next((JpegPicture(one, wide, high) for one in pictures if one is not None), None)

    def _heading(self, section: Section) -> Row:
        whole = self.area.width
        pieces: list[Piece] = [Rule(whole, 0.8, INK, below=5), Bookmark(section.name, 0, section.key)]
        pieces += [Line(line, _SECTION) for line in broken(section.name, _SECTION, whole)]
        return Row((Column(0, tuple(pieces), together=len(pieces)),), before=_SPACE * 1.6, with_next=True)

    def _film(self, film: Film, stills: Mapping[int, bytes]) -> Row:
        # The section stands over its films: it is not said again at each of them.
        bare = replace(film, section=None)
        length, *others = list(_lengths(film)) or [""]
        names = wording.listed([wording.held(name) for name in film.producers])
        produced = _("Produced by {names}", names=names) if names else ""
        said = [*others, *credits_of(film), produced]
        return entry_row(bare, length, said, self._picture(stills, film), self.setting)

    def _picture(self, stills: Mapping[int, bytes], film: Film) -> JpegPicture | None:
        box = (_SIDE, _SIDE * STILL_SHAPE)
        data = None if film.id is None else stills.get(film.id)
        picture = None if data is None else filling(data, *box)
        return None if picture is None else JpegPicture(picture, *box)

    def _cover(self, sections: list[Section], still: JpegPicture | None) -> list[Row]:
        said = wording.films(len(self.collection.films)) if sections else ""
        if len(sections) > 1:
            said = n_("{films} in {n} section", "{films} in {n} sections", len(sections), films=said)
        rows = [name_row(_title(self.collection), said, self.collection.tour, self.area.width)]
        if still is not None:
            rows.append(Row((Column(0, (still,)),), before=24))
        return rows

    def _contents(self, sections: list[Section], places: dict[str, int]) -> list[Row]:
        entries = [(section.name, wording.films(len(section.films)), section.key) for section in sections]
        entries += [(name, "", key) for name, key, _entries in indexes(self.collection.films)]
        return contents_rows(entries, places, self.area.width)


def _nothing() -> Row:
    return Row((Column(0, (Line(_("There is no film in the library yet."), _QUIET),)),), before=30)


def _lengths(film: Film) -> Iterator[str]:
    """The run-times of its versions, the first one's without a name where it is the original."""
    for version in film.versions:
        if version.seconds is None:
            continue
        length = minutes_text(version.seconds)
        if version.name in {"", ORIGINAL}:
            yield length
        else:
            yield in_one_line(_("{length} ({version})", length=length, version=version.name))


def _places(pages: Pages, before: int) -> dict[str, int]:
    """The number of the page on which each bookmark with a key stands."""
    return {
        placed.piece.key: number
        for number, page in enumerate(pages, start=before + 1)
        for placed in page
        if isinstance(placed.piece, Bookmark) and placed.piece.key
    }
