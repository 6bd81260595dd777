"""The run sheet for front of house: when doors open and guests go in and out, how many, and what they must know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from tourdesk.documents import wording
from tourdesk.documents.about import about
from tourdesk.documents.directions import directed
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.headings import title_lines
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import unwidowed
from tourdesk.documents.run_summary import findings_of, sentence_rows, title_row
from tourdesk.documents.run_table import TickBox, WriteLine, changes_offset
from tourdesk.documents.theme import (
    ACCENT,
    HAIRLINE,
    INK,
    QUIET,
    SANS,
    SANS_BOLD,
    SANS_SEMIBOLD,
    Paper,
    Style,
)
from tourdesk.documents.upright_sheet import upright_sheet
from tourdesk.foundation.durations import minutes_text
from tourdesk.foundation.language import _, later, quoted
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import Severity, TimedItem

_TITLE = later("{tour}: run sheet for front of house, {night}")
_SUBJECT = later("Run sheet for front of house, {night}")
_HEADING = Style(SANS_BOLD, 13, 18, ACCENT, 0.4)
_CLOCK = Style(SANS_BOLD, 22, 26)
_WHAT = Style(SANS_SEMIBOLD, 15, 20)
_DETAIL = Style(SANS, 11, 14.5)
_QUIET = Style(SANS, 9.6, 12.5, QUIET)
_TICK, _TIME, _WORDS, _REAL = 0.0, 30.0, 122.0, 104.0
"""Where the box, the time and the words begin, and how wide the place for the real time is."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """Something that happens at the doors: when, what, and what is to be known about it."""

    at: datetime
    what: str
    details: tuple[str, ...] = ()


def house_sheet(evening: Evening, paper: Paper) -> bytes:
    """The run sheet for front of house as a PDF; the same evening gives the same bytes."""
    name = _("Front of house: {programme}", programme=evening.programme.name)

    def rows(measure: float) -> list[Row]:
        return [
            title_row(evening, measure, name),
            *_facts(evening, measure),
            _heading(_("The night at the doors"), measure),
            *_moments(evening, measure),
            *_advisories(evening, measure),
            *_counts(measure),
        ]

    return upright_sheet(evening, paper, about(evening, _TITLE, _SUBJECT), rows)


def _facts(evening: Evening, measure: float) -> Iterator[Row]:
    """What is to be known before the doors open."""
    yield Row((Column(0, (Space(8),)),))
    yield from sentence_rows(_sentences(evening), measure)


def _sentences(evening: Evening) -> Iterator[tuple[str, str]]:
    screening = evening.screening
    yield from findings_of(evening, Severity.ERROR)
    if screening.hall.capacity is not None:
        name = in_one_line(screening.hall.name)
        said = _("{hall} holds {n} people.", hall=name, n=wording.number(screening.hall.capacity))
        yield _("Capacity"), said
    if screening.age is not None:
        yield _("Age"), _("Guests are admitted from {age} years on.", age=screening.age)
    if not evening.order.exact:
        yield _("End"), _("Some run-times are not known exactly: the end is approximate.")


def _heading(text: str, measure: float) -> Row:
    pieces: tuple[Piece, ...] = (Rule(measure, 0.8, INK, below=4), Bookmark(text, 0), Line(text, _HEADING))
    return Row((Column(0, pieces, together=3),), before=16, with_next=True)


def _moments(evening: Evening, measure: float) -> Iterator[Row]:
    offsets = changes_offset(evening)
    for number, moment in enumerate(sorted(_what_happens(evening), key=lambda one: one.at)):
        if number:
            yield Row((Column(0, (Rule(measure, 0.5, HAIRLINE),)),), before=5, with_next=True, divider=True)
        local = evening.screening.slot.local(moment.at)
        time: list[Piece] = [Line(f"{local:%H:%M}", _CLOCK)]
        if local.date() != evening.screening.night:
            time.append(Line(wording.short_day(local.date()), _QUIET))
        if offsets:
            time.append(Line(wording.offset(local), _QUIET))
        room = measure - _WORDS - _REAL - 10
        words: list[Piece] = [Space(3)]
        words += title_lines(directed(in_one_line(moment.what)), _WHAT, room)
        for text in moment.details:
            # They stand below the line for the real time, too.
            words += [Line(line, _DETAIL) for line in unwidowed(in_one_line(text), _DETAIL, measure - _WORDS)]
        yield Row(
            (
                Column(_TICK, (TickBox(),)),
                Column(_TIME, tuple(time), together=len(time)),
                Column(_WORDS, tuple(words), together=min(len(words), 5)),
                Column(measure - _REAL, (WriteLine(_REAL),)),
            ),
            before=4,
        )


def _what_happens(evening: Evening) -> Iterator[_Moment]:
    slot, order = evening.screening.slot, evening.order
    if slot.access != slot.doors:
        yield _Moment(slot.access, _("Access to the venue"))
    yield _Moment(slot.doors, _("Doors open"))
    begins: set[str] = set()
    for part, group in groupby(
        (one for one in order.items if one.part is not None), key=lambda one: one.part
    ):
        assert part is not None  # noqa: S101 - the others were left out
        items = list(group)
        begins.add(items[0].item.key)
        yield _part(evening, part, items)
    for timed in order.items:
        if timed.item.kind is ItemKind.INTERMISSION:
            yield _intermission(evening, timed)
        elif timed.item.inside is None and timed.item.key not in begins and any(wording.clock_details(timed)):
            # Nothing else at the doors, but the clock is what everybody keeps to here.
            title = in_one_line(timed.item.title) or _("Untitled")
            yield _Moment(timed.start, title, tuple(wording.clock_details(timed)))
    if order.items:
        yield _Moment(order.end, _("End, doors open again"))
    if slot.get_out_seconds:
        minutes = wording.held(minutes_text(slot.get_out_seconds))
        said = _("The hall is cleared by the curfew, in {minutes}.", minutes=minutes)
        yield _Moment(slot.must_end, _("Latest end: get-out begins"), (said,))
    # The curfew stands behind all that happens at the same time.
    yield _Moment(slot.curfew + timedelta(microseconds=1), _("Curfew: all out"))


def _part(evening: Evening, part: int, items: list[TimedItem]) -> _Moment:
    total = next(one for one in evening.order.parts if one.number == part)
    begins = _("{part} begins", part=wording.part_heading(part, len(evening.order.parts)))
    lasts = wording.hours_text(total.seconds)
    about_it = _("{films}, {time}", films=wording.films(total.films), time=lasts) if total.films else lasts
    first = next((one.item.title for one in items if one.item.kind is ItemKind.FILM), "")
    details = [about_it, *([_("The first film is “{title}”.", title=in_one_line(first))] if first else [])]
    return _Moment(total.start, begins, (*details, *wording.clock_details(items[0])))


def _intermission(evening: Evening, timed: TimedItem) -> _Moment:
    back = wording.clock(evening.screening.slot, timed.end)
    said = _(
        "{time}; guests are back in their seats by {back}.",
        time=wording.held(minutes_text(timed.seconds)),
        back=back,
    )
    during = [one.item.title for one in evening.order.items if one.item.inside == timed.item.key]
    shown = [_("Runs during it: {titles}", titles=wording.listed([quoted(title) for title in during]))]
    details = (said, *wording.clock_details(timed), *(shown if during else []))
    return _Moment(timed.start, timed.item.title or _("Intermission"), details)


def _advisories(evening: Evening, measure: float) -> Iterator[Row]:
    """What guests may have to be told before they go in."""
    told = [
        (timed, said)
        for timed in evening.order.items
        if (said := _told(timed, evening.screening.venue.country))
    ]
    if told:
        yield _heading(_("Please tell guests who ask"), measure)
    for timed, said in told:
        clock = wording.clock(evening.screening.slot, timed.start)
        title = in_one_line(timed.item.title) or _("Untitled")
        words = title_lines(directed(title), _WHAT, measure - _WORDS)
        words += [Line(line, _DETAIL) for line in unwidowed(in_one_line(said), _DETAIL, measure - _WORDS)]
        columns = (
            Column(_TIME, (Line(clock, _WHAT),)),
            Column(_WORDS, tuple(words), together=min(len(words), 5)),
        )
        yield Row(columns, before=5)


def _told(timed: TimedItem, country: str) -> str:
    """A film's advisories, and its rating in the venue's country."""
    ratings = [one for one in timed.item.ratings if one.startswith(f"{country.upper()}:")]
    return "; ".join([*timed.item.advisories, *ratings])


def _counts(measure: float) -> Iterator[Row]:
    """Places to write down how many came."""
    yield _heading(_("To write down"), measure)
    apart = 18.0
    room = (measure - 2 * apart) / 3
    asked = (_("Guests at the start"), _("Guests after the intermission"), _("Last guest out"))
    columns = [
        Column(place * (room + apart), (Line(text, _DETAIL), WriteLine(room)), together=2)
        for place, text in enumerate(asked)
    ]
    yield Row(tuple(columns), before=4)
