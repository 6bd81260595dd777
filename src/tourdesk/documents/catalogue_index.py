"""Where to find what in a catalogue: its contents, and the indexes of titles and of directors, all with links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.film_entry import key_of
from tourdesk.documents.flow import (
    Bookmark,
    Column,
    Line,
    Piece,
    Placed,
    Right,
    Row,
    Rule,
    balanced_pages,
    pages_of,
)
from tourdesk.documents.fonts import width
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.theme import (
    ACCENT,
    INK,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    SERIF,
    SERIF_BOLD,
    SERIF_ITALIC,
    Area,
    Style,
)
from tourdesk.foundation.language import _
from tourdesk.library.films import Film

_HEADING = Style(SERIF_BOLD, 24, 30)
_CONTENT = Style(SERIF, 12.5, 19)
_COUNT = Style(SANS, 10, 19, QUIET)
_PAGE = Style(SANS_SEMIBOLD, 12, 19)
_LETTER = Style(SANS_BOLD, 11, 15, ACCENT)
_TITLE = Style(SERIF, 9, 12.2)
_ORIGINAL = Style(SERIF_ITALIC, 9, 12.2, QUIET)
_NUMBER = Style(SANS, 9, 12.2)
_COLUMNS = 2
_GUTTER = 28.0
_BETWEEN = 28.0
"""The white between two indexes on a page."""
_BESIDE = 0.4
"""The share of a column that page numbers may take beside a name."""
_INDENT = 10.0
_HELD = 75.0
"""No more entries of a letter than stand in this height are kept in one column."""


def contents_rows(
    entries: Sequence[tuple[str, str, str]], places: Mapping[str, int], measure: float
) -> list[Row]:
    """The contents: names with what is said beside them, and the pages of their keys; a page not yet known is left out."""
    rows = [_head(_("Contents"), "contents", measure)]
    for name, said, key in entries:
        lines = [Line(line, _CONTENT, link=f"#{key}") for line in broken(name, _CONTENT, measure - 120)]
        number = Right(str(places.get(key, "")), _PAGE, measure)
        beside = Right(said, _COUNT, measure - 44)
        columns = (Column(0, tuple(lines), together=len(lines)), Column(0, (beside,)), Column(0, (number,)))
        rows.append(Row(columns, before=2))
    return rows


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is looked up, and the ids of the films to which it leads."""

    order: str
    text: str
    style: Style
    films: tuple[int, ...]


def indexes(films: Sequence[Film]) -> list[tuple[str, str, list[_Entry]]]:
    """The indexes that have anything in them, each with its name and the key of its bookmark."""
    every = (
        (_("Titles"), "index-titles", list(_titles(films))),
        (_("Directors"), "index-directors", list(_directors(films))),
    )
    return [index for index in every if index[2]]


def index_pages(films: Sequence[Film], area: Area, places: Mapping[str, int]) -> list[list[Placed]]:
    """The indexes in columns, one behind the other where a page has room for both; `places` has the page of each film."""
    pages: list[list[Placed]] = []
    bottom = area.bottom
    for name, key, entries in indexes(films):
        rows = _rows(sorted(entries, key=lambda one: (one.order, one.text)), places, _column(area))
        index = _in_columns(rows, area, name=name, key=key)
        high = max(placed.top + placed.piece.height for placed in index[0]) - area.top
        if pages and len(index) == 1 and bottom + _BETWEEN + high <= area.bottom:
            down = bottom + _BETWEEN - area.top
            pages[-1] += [replace(placed, top=placed.top + down) for placed in index[0]]
        else:
            pages += index
        bottom = max(placed.top + placed.piece.height for placed in pages[-1])
    return pages


def _in_columns(rows: Sequence[Row], area: Area, *, name: str, key: str) -> list[list[Placed]]:
    """The rows in columns that end alike, under a heading that every page repeats."""
    head = _head(name, key, area.width)
    below = replace(area, top=area.top + head.height + 8, right=area.left + _column(area))
    needed = len(pages_of(rows, below, whole=False))
    columns = balanced_pages(rows, below, most=-(-needed // _COLUMNS) * _COLUMNS)
    pages = []
    for first in range(0, len(columns), _COLUMNS):
        page = pages_of([head], area, whole=False)[0]
        if first:
            page = [placed for placed in page if not isinstance(placed.piece, Bookmark)]
        for place, column in enumerate(columns[first : first + _COLUMNS]):
            across = place * (_column(area) + _GUTTER)
            page += [replace(placed, left=placed.left + across) for placed in column]
        pages.append(page)
    return pages


def _column(area: Area) -> float:
    return (area.width - _GUTTER * (_COLUMNS - 1)) / _COLUMNS


def _head(name: str, key: str, measure: float) -> Row:
    pieces = (Rule(measure, 0.8, INK, below=8), Bookmark(name, 0, key), Line(name, _HEADING))
    return Row((Column(0, pieces, together=len(pieces)),), before=24, with_next=True)


def _titles(films: Sequence[Film]) -> Iterator[_Entry]:
    for film in films:
        if film.id is None:
            continue
        title = in_one_line(film.title) or _("Untitled")
        yield _Entry(wording.sort_key(title), title, _TITLE, (film.id,))
        original = in_one_line(film.original_title or "")
        if original and original != title:
            yield _Entry(wording.sort_key(original), original, _ORIGINAL, (film.id,))


def _directors(films: Sequence[Film]) -> Iterator[_Entry]:
    """Directors as they are written, in the order of the last word of their names."""
    of: dict[str, list[int]] = {}
    for film in films:
        for name in filter(None, map(in_one_line, film.directors)):
            if film.id is not None:
                of.setdefault(name, []).append(film.id)
    for name, ids in of.items():
        *given, family = name.replace("\u00a0", " ").split(" ")
        yield _Entry(wording.sort_key(" ".join([family, *given])), name, _TITLE, tuple(ids))


def _rows(entries: Sequence[_Entry], places: Mapping[str, int], measure: float) -> list[Row]:
    rows = []
    for letter, group in groupby(entries, key=lambda one: _letter(one.order)):
        rows.append(Row((Column(0, (Line(letter, _LETTER),)),), before=7, with_next=True))
        of_letter = [_row(entry, places, measure) for entry in group]
        # A few entries stay with their letter in one column; of many, none stands alone at a column's end.
        held = len(of_letter) - 1 if sum(row.height for row in of_letter) <= _HELD else 1
        rows += [replace(row, with_next=number < held) for number, row in enumerate(of_letter)]
    return rows


def _letter(order: str) -> str:
    """Under which heading an entry stands; figures and signs share one."""
    first = order[:1].upper()
    return first if first.isalpha() else "0–9"


def _row(entry: _Entry, places: Mapping[str, int], measure: float) -> Row:
    """An entry with the numbers of its pages; where they are many they have lines of their own below it."""
    link = f"#{key_of(entry.films[0])}"
    pages = sorted({places[key] for one in entry.films if (key := key_of(one)) in places})
    said = ", ".join(map(str, pages))
    wide = width(said, _NUMBER.font, _NUMBER.size)
    beside = wide <= measure * _BESIDE
    room = measure - wide - 10 if beside else measure
    lines: list[Piece] = [
        Line(line, entry.style, link=link) for line in broken(directed(entry.text), entry.style, room)
    ]
    if beside:
        return Row(
            (Column(0, tuple(lines), together=len(lines)), Column(0, (Right(said, _NUMBER, measure),)))
        )
    lines += [Line(line, _NUMBER, indent=_INDENT) for line in broken(said, _NUMBER, measure - _INDENT)]
    return Row((Column(0, tuple(lines), together=min(len(lines), 4)),))
