"""Rules about time: the end of the evening, the slot, how long parts and intermissions are."""

from collections.abc import Iterator

from tourdesk.foundation.durations import clock_text
from tourdesk.programming.findings import Evening, Found, Severity, quoted
from tourdesk.programming.lengths import part_name, whole_seconds
from tourdesk.programming.programme import ItemKind

LONG_EVENING = 110 * 60
"""An evening longer than this wants an intermission."""
LONG_PART = 75 * 60
"""A part longer than this is long to sit through."""
MINUTE_AT_MOST = 59
"""What a catalogue that says whole minutes may have left off a run-time."""
SHORT_INTERMISSION = 10 * 60
"""In less than this, a hall does not get out and back."""
UNEVEN_RATIO = 1.5
UNEVEN_SECONDS = 15 * 60
"""Parts are uneven when the longest is longer than the shortest by this ratio and by this time."""


def overrun(evening: Evening) -> Iterator[Found]:
    """The programme ends after curfew less get-out."""
    slot = evening.slot
    over = whole_seconds(slot.must_end, evening.end)
    if not evening.items or over <= 0:
        return
    if any(timed.item.seconds is None for timed in evening.items):
        ends = "ends no earlier than"
    elif any(timed.item.approximate for timed in evening.items):
        ends = "ends at about"
    else:
        ends = "ends at"
    limit = evening.clock(slot.must_end)
    if slot.get_out_seconds:
        limit += f", so that all are out by {evening.clock(slot.curfew)}"
    yield Found(
        Severity.ERROR,
        f"The evening {ends} {evening.clock(evening.end)}, {clock_text(over)} after it must ({limit}).",
    )


def close_end(evening: Evening) -> Iterator[Found]:
    """The programme ends in time as its run-times are known, but those known to the minute can take it over."""
    left = whole_seconds(evening.end, evening.slot.must_end)
    rough = sum(timed.item.approximate and timed.item.seconds is not None for timed in evening.items)
    if 0 <= left < rough * MINUTE_AT_MOST:
        yield Found(
            Severity.WARNING,
            f"The evening ends at about {evening.clock(evening.end)}, {clock_text(left)} before it must; "
            f"{_run_times(rough)} known to the minute only, so it may still end too late.",
        )


def slot_out_of_order(evening: Evening) -> Iterator[Found]:
    """Access, doors, start and curfew do not follow each other, or the get-out takes all the time.

    `slot_on` refuses to make such a slot; this is for slots that come from elsewhere.
    """
    slot = evening.slot
    access, doors, start, curfew = map(evening.clock, (slot.access, slot.doors, slot.start, slot.curfew))
    if slot.access > slot.doors:
        yield Found(Severity.ERROR, f"Access at {access} is after doors at {doors}.")
    if slot.doors > slot.start:
        yield Found(Severity.ERROR, f"Doors at {doors} are after the start at {start}.")
    if slot.curfew <= slot.start:
        yield Found(Severity.ERROR, f"The curfew at {curfew} is not after the start at {start}.")
    elif slot.must_end <= slot.start:
        yield Found(
            Severity.ERROR,
            f"The get-out of {clock_text(slot.get_out_seconds)} leaves no time for a programme "
            f"between {start} and {curfew}.",
        )


def no_intermission(evening: Evening) -> Iterator[Found]:
    """A long evening in one part."""
    if len(evening.parts) == 1 and evening.parts[0].seconds > LONG_EVENING:
        yield Found(
            Severity.WARNING,
            f"The evening runs {clock_text(evening.parts[0].seconds)} without an intermission; "
            f"from {LONG_EVENING // 60} minutes on people expect one.",
        )


def long_part(evening: Evening) -> Iterator[Found]:
    """A part that is long to sit through; in an evening of one part, which a feature may fill, only a note."""
    for part in evening.parts:
        alone = len(evening.parts) == 1
        if part.seconds <= LONG_PART or (alone and part.seconds > LONG_EVENING):
            continue
        yield Found(
            Severity.NOTE if alone else Severity.WARNING,
            f"{_named(part.number, evening)} is {clock_text(part.seconds)} long; "
            f"after {LONG_PART // 60} minutes people want to stretch their legs.",
        )


def uneven_parts(evening: Evening) -> Iterator[Found]:
    """One part is much longer than another."""
    if len(evening.parts) < 2:
        return
    longest = max(evening.parts, key=lambda part: part.seconds)
    shortest = min(evening.parts, key=lambda part: part.seconds)
    apart = longest.seconds - shortest.seconds
    if apart >= UNEVEN_SECONDS and longest.seconds >= UNEVEN_RATIO * shortest.seconds:
        yield Found(
            Severity.NOTE,
            f"{_named(longest.number, evening)} is {clock_text(longest.seconds)} long, "
            f"{clock_text(apart)} longer than the {part_name(shortest.number, len(evening.parts))}.",
        )


def short_intermission(evening: Evening) -> Iterator[Found]:
    """An intermission in which the hall does not get out and back."""
    for timed in evening.items:
        seconds = timed.item.seconds
        if timed.item.kind is ItemKind.INTERMISSION and seconds is not None and seconds < SHORT_INTERMISSION:
            yield Found(
                Severity.WARNING,
                f"{quoted(timed.item)} at {evening.clock(timed.start)} is {clock_text(seconds)} long; "
                f"people need {SHORT_INTERMISSION // 60} minutes to get out and back.",
                timed.item.key,
            )


def _run_times(count: int) -> str:
    return "one run-time is" if count == 1 else f"{count} run-times are"


def _named(number: int, evening: Evening) -> str:
    return f"The {part_name(number, len(evening.parts))}"
