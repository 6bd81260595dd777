"""The run sheet for the MC: what to say and when, in type that is read at a lectern."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from tourdesk.documents import wording
from tourdesk.documents.about import about
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.headings import continued_lines, title_lines
from tourdesk.documents.letters import in_one_line, paragraphs
from tourdesk.documents.lines import broken, from_margin, unwidowed
from tourdesk.documents.run_summary import title_row
from tourdesk.documents.run_table import changes_offset
from tourdesk.documents.theme import (
    ACCENT,
    HAIRLINE,
    INK,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    SERIF,
    Paper,
    Style,
)
from tourdesk.documents.upright_sheet import upright_sheet
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _, later
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import TimedItem

_TITLE = later("{tour}: run sheet for the MC, {night}")
_SUBJECT = later("Run sheet for the MC, {night}")
_CLOCK = Style(SANS_BOLD, 20, 25)
_LENGTH = Style(SANS, 11.5, 15, QUIET)
_NAME = Style(SANS_BOLD, 16, 20)
_PART = Style(SANS_BOLD, 13, 18, ACCENT, 0.4)
_WHO = Style(SANS_SEMIBOLD, 12.5, 16.5)
_SCRIPT = Style(SERIF, 14.5, 21)
_QUIET = Style(SANS, 11.5, 15, QUIET)
_CLOCK_WIDTH = 84.0
_TOGETHER = 6


def mc_sheet(evening: Evening, paper: Paper) -> bytes:
    """The run sheet for the MC as a PDF; the same evening gives the same bytes."""
    name = _("For the MC: {programme}", programme=evening.programme.name)

    def rows(measure: float) -> list[Row]:
        return [title_row(evening, measure, name), *_rows(evening, measure), *_thanks(evening, measure)]

    return upright_sheet(evening, paper, about(evening, _TITLE, _SUBJECT), rows)


def _rows(evening: Evening, measure: float) -> Iterator[Row]:
    items = evening.order.items
    if not items:
        said = Line(_("The programme of this night is still being chosen."), _QUIET)
        yield Row((Column(0, (said,)),), before=20)
    for before, timed in pairwise((None, *items)):
        assert timed is not None  # noqa: S101 - only the first of all pairs begins with None
        if timed.part is not None and (before is None or before.part != timed.part):
            yield _part(evening, timed.part, measure)
        else:
            yield Row((Column(0, (Rule(measure, 0.5, HAIRLINE),)),), before=9, with_next=True, divider=True)
        yield _item(evening, timed, measure)
    if items:
        yield Row((Column(0, (Rule(measure, 0.8, INK),)),), before=12, with_next=True)
        yield Row(
            (
                Column(0, tuple(_clock(evening, evening.order.end))),
                Column(_CLOCK_WIDTH, (Space(3), Line(_("End"), _NAME)), together=2),
            ),
            before=6,
        )


def _part(evening: Evening, part: int, measure: float) -> Row:
    name = wording.part_heading(part, len(evening.order.parts))
    pieces: tuple[Piece, ...] = (Rule(measure, 0.8, INK, below=4), Bookmark(name, 0), Line(name, _PART))
    return Row((Column(0, pieces, together=3),), before=16, with_next=True)


def _item(evening: Evening, timed: TimedItem, measure: float) -> Row:
    item, room = timed.item, measure - _CLOCK_WIDTH
    title = in_one_line(item.title) or _("Untitled")
    when: list[Piece] = list(_clock(evening, timed.start))
    if item.seconds:
        when.append(Line(minutes_text(item.seconds), _LENGTH))
    words: list[Piece] = [Space(3), Bookmark(title, 1)]
    words += [replace(line, tied=True) for line in title_lines(directed(title), _NAME, room)]
    for text in _who(evening, item):
        words += [Line(line, _WHO) for line in broken(in_one_line(text), _WHO, room)]
    for text in wording.clock_details(timed):
        words += [Line(line, _QUIET) for line in broken(text, _QUIET, room)]
    for number, paragraph in enumerate(map(directed, paragraphs(item.script))):
        words.append(Space(9 if number else 6))
        words += [
            Line(line, _SCRIPT, indent=from_margin(line, paragraph, _SCRIPT, room))
            for line in unwidowed(paragraph, _SCRIPT, room)
        ]
    continued = continued_lines(title, _QUIET, _CLOCK_WIDTH - 8)
    return Row(
        (
            Column(0, tuple(when), together=len(when), continued=continued),
            Column(_CLOCK_WIDTH, tuple(words), together=min(len(words), _TOGETHER)),
        ),
        before=7,
    )


def _who(evening: Evening, item: Item) -> Iterator[str]:
    """Names to say right: who made the film, where and when."""
    if item.kind is not ItemKind.FILM:
        return
    if item.directors:
        yield _("Directed by {names}", names=wording.listed(item.directors))
    film = evening.films.get(item.film_id) if item.film_id is not None else None
    if film is not None:
        yield wording.where_and_when(film)


def _thanks(evening: Evening, measure: float) -> Iterator[Row]:
    """Whom to thank by name, the highest tier first."""
    if not evening.sponsors:
        return
    room = measure - _CLOCK_WIDTH
    said = wording.listed([wording.held(in_one_line(sponsor.name)) for sponsor in evening.sponsors])
    pieces: list[Piece] = [
        Space(3),
        *(Line(line, _SCRIPT) for line in broken(in_one_line(said), _SCRIPT, room)),
    ]
    label: list[Piece] = [
        Space(5),
        *(Line(line, _WHO) for line in broken(_("Thanks to"), _WHO, _CLOCK_WIDTH - 8)),
    ]
    columns = (
        Column(0, tuple(label), together=len(label)),
        Column(_CLOCK_WIDTH, tuple(pieces), together=min(len(pieces), _TOGETHER)),
    )
    yield Row((Column(0, (Rule(measure, 0.8, INK),)),), before=14, with_next=True)
    yield Row(columns, before=6)


def _clock(evening: Evening, instant: datetime) -> Iterator[Line]:
    local = evening.screening.slot.local(instant)
    yield Line(f"{local:%H:%M}", _CLOCK)
    if changes_offset(evening):
        yield Line(wording.offset(local), _QUIET)
