"""The top of the run sheet: where and when, the large figures, and what to know, in plain sentences."""

from collections.abc import Iterable, Iterator

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken, even, unwidowed
from tourdesk.documents.sponsor_logos import tour_logo
from tourdesk.documents.theme import ACCENT, INK, LABEL, SANS, SANS_BOLD, Style
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import Severity

_NAME = Style(SANS_BOLD, 22, 26)
_PLACE = Style(SANS, 12.5, 16)
_FIGURE = Style(SANS_BOLD, 22, 25)
_DETAIL = Style(SANS, 9.6, 12)
_SENTENCE = Style(SANS, 12.5, 16)
_WORD = Style(SANS_BOLD, 12.5, 16)
_WORDS = {
    Severity.ERROR: later("Problem"),
    Severity.WARNING: later("Warning"),
    Severity.NOTE: later("Note"),
}
_WORD_WIDTH = 78.0
_LOGO = (120.0, 44.0)
"""The widest and the highest a tour's logo is."""


def summary_rows(evening: Evening, whole: float, name: str, *, offsets: bool) -> Iterator[Row]:
    """The rows over the table, under the name of the sheet."""
    yield title_row(evening, whole, name)
    yield Row((Column(0, (Rule(whole, 0.6, INK),)),), before=8, with_next=True)
    yield Row(_figures(evening, whole, offsets=offsets), before=6)
    yield Row((Column(0, (Rule(whole, 0.6, INK, below=3),)),), before=6, with_next=True)
    yield from sentence_rows(_sentences(evening, offsets=offsets), whole)
    yield Row((Column(0, (Space(10),)),))


def sentence_rows(said: Iterable[tuple[str, str]], whole: float) -> Iterator[Row]:
    """Sentences, each behind the word that says what it is about."""
    for word, sentence in said:
        lines = unwidowed(in_one_line(sentence), _SENTENCE, whole - _WORD_WIDTH)
        yield Row(
            (
                Column(0, (Line(word, _WORD),)),
                Column(_WORD_WIDTH, tuple(Line(line, _SENTENCE) for line in lines), together=2),
            )
        )


def title_row(evening: Evening, whole: float, name: str) -> Row:
    """The name of the sheet, which night it is for and where, and the tour's logo."""
    screening = evening.screening
    mark = tour_logo(screening.tour, *_LOGO)
    room = whole if mark is None else whole - mark.width - 16
    town = screening.town or screening.venue.town
    place = ", ".join(part for part in (screening.venue.name, screening.hall.name, town) if part)
    line = in_one_line(f"{screening.tour.name}  ·  {wording.day(screening.night)}  ·  {place}")
    master = evening.programme.master
    varies = "" if master is None else in_one_line(_("Variation of “{name}”", name=master.name))
    pieces: tuple[Piece, ...] = (
        Rule(whole, 4, ACCENT, below=6),
        Bookmark(_("Times and findings"), 0),
        *(Line(text, _NAME) for text in broken(in_one_line(name), _NAME, room)),
        *(Line(text, _PLACE) for text in even(line, _PLACE, room)),
        *(Line(text, _DETAIL) for text in broken(varies, _DETAIL, room)),
    )
    columns = [Column(0, pieces, together=9)]
    if mark is not None:
        columns.append(Column(whole - mark.width, (Space(11), mark), together=2))
    return Row(tuple(columns))


def _figures(evening: Evening, whole: float, *, offsets: bool) -> tuple[Column, ...]:
    """The clock times that everybody asks for, in columns of one width."""
    order, slot = evening.order, evening.screening.slot
    breaks = [timed for timed in order.items if timed.item.kind is ItemKind.INTERMISSION]
    times = [(_("Doors"), slot.doors, ""), (_("Start"), slot.start, "")]
    times += [(_("Intermission"), one.start, clock_text(one.item.seconds or 0)) for one in breaks[:2]]
    times += [(_("End"), order.end, "")] if order.items else []
    times += [(_("Must end"), slot.must_end, ""), (_("Curfew, all out"), slot.curfew, "")]
    step = whole / (len(times) + 1)
    columns = []
    for place, (label, instant, detail) in enumerate(times):
        local = slot.local(instant)
        details = [detail] if detail else []
        if local.date() != evening.screening.night:
            details.append(wording.short_day(local.date()))
        if offsets:
            details.append(wording.offset(local))
        columns.append(Column(place * step, _figure(label, f"{local:%H:%M:%S}", details)))
    if not order.items:
        return tuple(columns)
    margin = (_("Left") if order.margin >= 0 else _("Over"), clock_text(abs(order.margin)))
    columns.append(Column(len(times) * step, _figure(*margin, [])))
    return tuple(columns)


def _figure(label: str, figure: str, details: list[str]) -> tuple[Piece, ...]:
    return (Line(label.upper(), LABEL), Line(figure, _FIGURE), *(Line(line, _DETAIL) for line in details))


def _sentences(evening: Evening, *, offsets: bool) -> Iterator[tuple[str, str]]:
    """A word that says how much a sentence matters, and the sentence."""
    order, slot = evening.order, evening.screening.slot
    yield from findings_of(evening, Severity.ERROR)
    yield from findings_of(evening, Severity.WARNING)
    if order.items:
        said = [_length_sentence(evening)]
        if any(timed.item.approximate for timed in order.items):
            said.append(_("Run-times marked “about” are known to the minute only."))
        yield _("Length"), " ".join(said)
    if offsets:
        before, after = slot.local(slot.access), slot.local(max(slot.curfew, order.end))
        yield (
            _("Clocks"),
            _(
                "The clocks change during this night, from {before} to {after}; every time below says which it is.",
                before=wording.offset(before),
                after=wording.offset(after),
            ),
        )
    yield from findings_of(evening, Severity.NOTE)


def findings_of(evening: Evening, severity: Severity) -> Iterator[tuple[str, str]]:
    """The findings of a severity; a note about one item stands at the item."""
    for finding in evening.order.findings:
        if finding.severity is severity and not (severity is Severity.NOTE and finding.item):
            yield _(_WORDS[severity]), finding.sentence


def _length_sentence(evening: Evening) -> str:
    order, slot = evening.order, evening.screening.slot
    end, limit = f"{slot.local(order.end):%H:%M:%S}", f"{slot.local(slot.must_end):%H:%M:%S}"
    lasts = clock_text(order.seconds)
    if order.margin < 0:
        return _("The evening lasts {lasts} and ends at {end}, too late.", lasts=lasts, end=end)
    return _(
        "The evening lasts {lasts} and ends at {end}, {left} before it must end at {limit}.",
        lasts=lasts,
        end=end,
        left=clock_text(order.margin),
        limit=limit,
    )
