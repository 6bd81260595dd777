"""The top of the run sheet: where and when, the large figures, and what to know, in plain sentences."""

from collections.abc import Iterator

from tourdesk.documents import wording
from tourdesk.documents.evening import Evening
from tourdesk.documents.flow import Bookmark, Column, Line, Piece, Row, Rule, Space
from tourdesk.documents.letters import in_one_line
from tourdesk.documents.lines import broken
from tourdesk.documents.theme import ACCENT, INK, LABEL, SANS, SANS_BOLD, Style
from tourdesk.foundation.durations import clock_text
from tourdesk.programming.running_order import Severity

_NAME = Style(SANS_BOLD, 22, 26)
_PLACE = Style(SANS, 12.5, 16)
_FIGURE = Style(SANS_BOLD, 22, 25)
_DETAIL = Style(SANS, 9.6, 12)
_SENTENCE = Style(SANS, 12.5, 16)
_WORD = Style(SANS_BOLD, 12.5, 16)
_WORDS = {Severity.ERROR: "Problem", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
_WORD_WIDTH = 78.0


def summary_rows(evening: Evening, whole: float, *, offsets: bool) -> Iterator[Row]:
    """The rows over the table."""
    yield Row((Column(0, _title(evening, whole), together=9),))
    yield Row((Column(0, (Rule(whole, 0.6, INK),)),), before=8, with_next=True)
    yield Row(_figures(evening, whole, offsets=offsets), before=6)
    yield Row((Column(0, (Rule(whole, 0.6, INK, below=3),)),), before=6, with_next=True)
    for word, sentence in _sentences(evening, offsets=offsets):
        lines = broken(in_one_line(sentence), _SENTENCE, whole - _WORD_WIDTH)
        yield Row(
            (
                Column(0, (Line(word, _WORD),)),
                Column(_WORD_WIDTH, tuple(Line(line, _SENTENCE) for line in lines), together=2),
            )
        )
    yield Row((Column(0, (Space(10),)),))


def _title(evening: Evening, whole: float) -> tuple[Piece, ...]:
    screening = evening.screening
    name = in_one_line(f"Run sheet: {evening.programme.name}")
    town = screening.town or screening.venue.town
    place = ", ".join(part for part in (screening.venue.name, screening.hall.name, town) if part)
    line = in_one_line(f"{screening.tour.name}  ·  {wording.day(screening.night)}  ·  {place}")
    return (
        Rule(whole, 4, ACCENT, below=6),
        Bookmark("Times and findings", 0),
        *(Line(text, _NAME) for text in broken(name, _NAME, whole)),
        *(Line(text, _PLACE) for text in broken(line, _PLACE, whole)),
    )


def _figures(evening: Evening, whole: float, *, offsets: bool) -> tuple[Column, ...]:
    """The clock times that everybody asks for, in columns of one width."""
    order, slot = evening.order, evening.screening.slot
    breaks = [timed for timed in order.items if timed.part is None]
    times = [("Doors", slot.doors, ""), ("Start", slot.start, "")]
    times += [("Intermission", one.start, clock_text(one.item.seconds or 0)) for one in breaks[:2]]
    times += [("End", order.end, ""), ("Must end", slot.must_end, ""), ("Curfew, all out", slot.curfew, "")]
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
    margin = ("Left" if order.margin >= 0 else "Too long by", clock_text(abs(order.margin)))
    columns.append(Column(len(times) * step, _figure(*margin, [])))
    return tuple(columns)


def _figure(label: str, figure: str, details: list[str]) -> tuple[Piece, ...]:
    return (Line(label.upper(), LABEL), Line(figure, _FIGURE), *(Line(line, _DETAIL) for line in details))


def _sentences(evening: Evening, *, offsets: bool) -> Iterator[tuple[str, str]]:
    """A word that says how much a sentence matters, and the sentence."""
    order, slot = evening.order, evening.screening.slot
    yield from _found(evening, Severity.ERROR)
    yield from _found(evening, Severity.WARNING)
    if order.items:
        yield "Length", _length_sentence(evening)
    for part in order.parts if len(order.parts) > 1 else ():
        name = wording.part_heading(part.number, len(order.parts))
        films = f"{wording.counted(part.films, 'film')}, {clock_text(part.film_seconds)} of film"
        yield name, f"{clock_text(part.seconds)} in all, with {films}."
    if offsets:
        before, after = slot.local(slot.access), slot.local(max(slot.curfew, order.end))
        change = f"from {wording.offset(before)} to {wording.offset(after)}"
        yield "Clocks", f"The clocks change during this night, {change}; every time below says which it is."
    yield from _found(evening, Severity.NOTE)


def _found(evening: Evening, severity: Severity) -> Iterator[tuple[str, str]]:
    """The findings of a severity; a note about one item stands at the item."""
    for finding in evening.order.findings:
        if finding.severity is severity and not (severity is Severity.NOTE and finding.item):
            yield _WORDS[severity], finding.sentence


def _length_sentence(evening: Evening) -> str:
    order, slot = evening.order, evening.screening.slot
    end, limit = f"{slot.local(order.end):%H:%M:%S}", f"{slot.local(slot.must_end):%H:%M:%S}"
    left = f"{clock_text(order.margin)} before it must end at {limit}" if order.margin >= 0 else "too late"
    about = any(timed.item.approximate for timed in order.items)
    exact = " Run-times marked “about” are known to the minute only." if about else ""
    return f"The evening lasts {clock_text(order.seconds)} and ends at {end}, {left}.{exact}"
