"""One film in a paper: still and credits beside title, logline and synopsis, or all of it under a still across the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tourdesk.documents import wording
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Picture, Piece, Row, Space
from tourdesk.documents.headings import continued_lines, title_lines
from tourdesk.documents.letters import in_one_line, paragraphs
from tourdesk.documents.lines import broken, even, from_margin, unwidowed
from tourdesk.documents.pictures import is_picture
from tourdesk.documents.scripts import stands_high
from tourdesk.documents.setting import Setting
from tourdesk.documents.sheet import web_link
from tourdesk.documents.theme import QUIET, SERIF_ITALIC, Style
from tourdesk.foundation.codes import language_name
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _
from tourdesk.library.films import Film
from tourdesk.programming.programme import Item

ORIGINAL = "original"
"""The version that is meant when none is named, and that no paper names."""
STILL_SHAPE = 9 / 16
"""A still's height by its width."""
_LOWEST = 0.3
"""The least height by its width of a still as wide as a page: a lower one is a strip."""
_HELD = 40
"""A credit of fewer letters is not parted at a line's end."""
_TOGETHER = 14
"""No more lines than this are held together, however long a title or a list of directors is."""


def stills(evening: Evening) -> dict[int, bytes]:
    """The stills that are pictures, by film id."""
    return {film_id: data for film_id, data in evening.stills.items() if is_picture(data)}


def film_row(item: Item, film: Film | None, still: bytes | None, setting: Setting) -> Row:
    """The row of a film in a programme, with the version that is shown."""
    known, length, said = _shown(item, film)
    picture = None if still is None else Picture(still, setting.side, setting.side * STILL_SHAPE)
    return entry_row(known, length, said, picture, setting)


def film_alone(
    item: Item, film: Film | None, still: bytes | None, setting: Setting, room: float
) -> Row | None:
    """The row of a film that has a page to itself, no higher than that: its still is as wide as the page.

    None where its words leave no room for the still.
    """
    known, length, said = _shown(item, film)
    whole = setting.main_offset + setting.main
    wide = replace(setting, main=whole)
    text = " · ".join(
        part.replace(" ", "\u00a0") if len(part) < _HELD else part
        for part in filter(None, map(in_one_line, said))
    )
    words: list[Piece] = _heading(known, in_one_line(known.title) or _("Untitled"), wide)
    words += [Line(length, wide.length)] if length else []
    words += [Line(line, wide.credit) for line in broken(text, wide.credit, whole)]
    words += [Space(setting.text * 0.6), *_synopsis(known.synopsis or "", wide)]
    left = room - sum(piece.height for piece in words)
    if still is None:
        return Row((Column(0, tuple(words), together=len(words)),)) if left >= 0 else None
    white = Space(setting.text * 1.2)
    high = min(left - white.height, whole * STILL_SHAPE)
    if high < whole * _LOWEST:
        return None
    pieces: list[Piece] = [Picture(still, whole, high), white, *words]
    return Row((Column(0, tuple(pieces), together=len(pieces)),))


def _shown(item: Item, film: Film | None) -> tuple[Film, str, list[str]]:
    """What is known of a film in a programme, its run-time, and what is said of the version that is shown."""
    known = film or Film(item.title, directors=item.directors)
    length = "" if item.seconds is None else minutes_text(item.seconds)
    version = "" if item.version_name == ORIGINAL else item.version_name
    return known, length, [*credits_of(known), version]


def entry_row(film: Film, length: str, said: Sequence[str], picture: Piece | None, setting: Setting) -> Row:
    """The row of a film: its run-time and what is `said` under the picture; what it lacks leaves no hole."""
    title = in_one_line(film.title) or _("Untitled")
    side = _side(length, said, picture, setting)
    heading = _heading(film, title, setting)
    main = (*heading, *_synopsis(film.synopsis or "", setting))
    going_on = Style(SERIF_ITALIC, setting.credit.size, setting.synopsis.leading, QUIET)
    continued = continued_lines(title, going_on, setting.side)
    return Row(
        columns=(
            Column(0, side, together=min(len(side), _TOGETHER), continued=continued),
            Column(setting.main_offset, main, together=min(len(heading) + 3, len(main), _TOGETHER)),
        ),
        before=setting.space,
    )


def _side(length: str, said: Sequence[str], picture: Piece | None, setting: Setting) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    if picture is not None:
        pieces += [Space(setting.text * 0.3), picture, Space(setting.text * 0.45)]
    if length:
        pieces.append(Line(length, setting.length))
    for text in map(in_one_line, said):
        pieces += [Line(line, setting.credit) for line in unwidowed(text, setting.credit, setting.side)]
    return tuple(pieces)


def credits_of(film: Film) -> list[str]:
    """Who made it, where and when, each a paragraph of its own; an unknown one is empty."""
    spoken = [name for code in film.languages if (name := language_name(code))]
    return [
        _("Directed by {names}", names=wording.listed([wording.held(name) for name in film.directors]))
        if film.directors
        else "",
        wording.where_and_when(film),
        _("In {languages}", languages=wording.listed(spoken)) if spoken else "",
        _("Please note: {advisories}", advisories="; ".join(film.advisories)) if film.advisories else "",
    ]


def key_of(film_id: int) -> str:
    """The key of the bookmark of a film's entry."""
    return f"film-{film_id}"


def _heading(film: Film, title: str, setting: Setting) -> list[Piece]:
    pieces: list[Piece] = [Bookmark(title, 1, "" if film.id is None else key_of(film.id))]
    measure = setting.main
    if film.section and (section := in_one_line(film.section)):
        pieces += [Line(line, setting.section) for line in broken(section.upper(), setting.section, measure)]
        pieces += [Space(setting.text * 0.35)] if stands_high(title) else []
    link = _page_of(film)
    pieces += [replace(line, link=link) for line in title_lines(directed(title), setting.title, measure)]
    original = in_one_line(film.original_title or "")
    if original and original != title:
        pieces += title_lines(directed(original), setting.original_title, measure)
    logline = directed(in_one_line(film.logline or ""))
    if logline:
        pieces.append(Space(setting.text * 0.3))
        for line in even(logline, setting.logline, measure):
            indent = from_margin(line, logline, setting.logline, measure)
            pieces.append(Line(line, setting.logline, indent=indent))
    pieces.append(Space(setting.text * 0.35))
    return pieces


def _synopsis(text: str, setting: Setting) -> Iterator[Line]:
    """Paragraphs with an indent, whose first and last lines do not stand alone on a page."""
    for number, paragraph in enumerate(map(directed, paragraphs(text))):
        indent = setting.text * 1.3 if number else 0
        lines = unwidowed(paragraph, setting.synopsis, setting.main, indent)
        for place, line in enumerate(lines):
            tied = place in {0, len(lines) - 2} and place < len(lines) - 1
            first = 0 if place else indent
            left = from_margin(line, paragraph, setting.synopsis, setting.main - first) or first
            yield Line(line, setting.synopsis, indent=left, tied=tied)


def _page_of(film: Film) -> str | None:
    """The film's page, where its source is one; a source may as well be a sentence or a file's name."""
    source = film.source or ""
    return web_link(source) if "://" in source else None
