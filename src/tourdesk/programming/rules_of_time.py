"""Rules about time: the end of the evening, pinned starts, how long parts are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.programming import editing, ways
from tourdesk.programming.findings import Elsewhere, Evening, Found, Severity, SlotField, WayOut, title_of
from tourdesk.programming.lengths import PartTotal, TimedItem, part_name, whole_seconds
from tourdesk.programming.programme import ItemKind

LONG_EVENING = 110 * 60
"""An evening longer than this wants an intermission."""
LONG_PART = 75 * 60
"""A part longer than this is long to sit through."""
LONG_WAIT = 5 * 60
"""Nobody minds waiting less than this for a pinned item."""
MINUTE_AT_MOST = 59
"""What a catalogue that says whole minutes may have left off a run-time."""
UNEVEN_RATIO = 1.5
UNEVEN_SECONDS = 15 * 60
"""Parts are uneven when the longest is longer than the shortest by this ratio and by this time."""

_OVER_CURFEW = (
    later("The evening ends at {end}, {over} after it must ({limit})."),
    later("The evening ends at about {end}, {over} after it must ({limit})."),
    later("The evening ends no earlier than {end}, {over} after it must ({limit})."),
)
_OVER_GET_OUT = (
    later("The evening ends at {end}, {over} after it must ({limit}, so that all are out by {curfew})."),
    later(
        "The evening ends at about {end}, {over} after it must ({limit}, so that all are out by {curfew})."
    ),
    later(
        "The evening ends no earlier than {end}, {over} after it must ({limit}, so that all are out by {curfew})."
    ),
)
"""By how sure the end is: exact, known to the minute, or with a run-time that is not known."""


def overrun(evening: Evening) -> Iterator[Found]:
    """The programme ends after curfew less get-out."""
    slot = evening.slot
    over = whole_seconds(slot.must_end, evening.end)
    if not evening.items or over <= 0:
        return
    unknown = any(timed.item.seconds is None for timed in evening.items)
    rough = any(timed.item.approximate for timed in evening.items)
    sentences = _OVER_GET_OUT if slot.get_out_seconds else _OVER_CURFEW
    yield Found(
        Severity.ERROR,
        _(
            sentences[2 if unknown else int(rough)],
            end=evening.clock(evening.end),
            over=clock_text(over),
            limit=evening.clock(slot.must_end),
            curfew=evening.clock(slot.curfew),
        ),
        ways=(*ways.shortening(evening, over), ways.correct(SlotField.CURFEW)),
    )


def close_end(evening: Evening) -> Iterator[Found]:
    """The programme ends in time as its run-times are known, but those known to the minute can take it over."""
    left = whole_seconds(evening.end, evening.slot.must_end)
    rough = sum(timed.item.approximate and timed.item.seconds is not None for timed in evening.items)
    # What elastic items have above their least gives way first.
    give = sum(timed.seconds - timed.item.bounds[0] for timed in evening.line if timed.item.elastic)
    if left >= 0 and left + give < rough * MINUTE_AT_MOST:
        before = _("{left} before it must", left=clock_text(left)) if left else _("just when it must")
        yield Found(
            Severity.WARNING,
            n_(
                "The evening ends at about {end}, {before}; one run-time is known to the minute only, so it may still "
                "end too late.",
                "The evening ends at about {end}, {before}; {n} run-times are known to the minute only, so it may still "
                "end too late.",
                rough,
                end=evening.clock(evening.end),
                before=before,
            ),
            ways=(
                *ways.shortening(evening, rough * MINUTE_AT_MOST - left - give),
                ways.correct(SlotField.CURFEW),
            ),
        )


def pin_missed(evening: Evening) -> Iterator[Found]:
    """A pinned item starts late, because what comes before it takes longer."""
    for timed in evening.items:
        if timed.late and (pinned := timed.item.pinned) is not None:
            yield Found(
                Severity.ERROR,
                _(
                    "“{title}” is pinned to {pinned} but can start at {start} only, {late} late; please shorten "
                    "what comes before it, or pin it later.",
                    title=title_of(timed.item),
                    pinned=time_text(pinned),
                    start=evening.clock(timed.start),
                    late=clock_text(timed.late),
                ),
                (timed.item.key,),
                (
                    ways.let_follow(timed.item),
                    WayOut(_("Mend it with the fewest changes"), Elsewhere.FIT),
                ),
            )


def pin_not_in_the_night(evening: Evening) -> Iterator[Found]:
    """An item is pinned to a time that this night does not have: it starts when it can."""
    slot = evening.slot
    for timed in evening.items:
        pinned = timed.item.pinned
        if pinned is None or timed.item.inside is not None:
            continue
        instant = slot.coming(pinned)
        if instant is None:
            sentence = later(
                "“{title}” is pinned to {pinned}, which the clocks skip in this night; please pin it to another time."
            )
        elif instant >= slot.curfew:
            sentence = later(
                "“{title}” is pinned to {pinned}, which is not between the start at {start} and the curfew at "
                "{curfew}; please pin it to another time."
            )
        else:
            continue
        yield Found(
            Severity.ERROR,
            _(
                sentence,
                title=title_of(timed.item),
                pinned=time_text(pinned),
                start=evening.clock(slot.start),
                curfew=evening.clock(slot.curfew),
            ),
            (timed.item.key,),
            (ways.let_follow(timed.item),),
        )


def long_wait(evening: Evening) -> Iterator[Found]:
    """People wait long for a pinned item."""
    for timed in evening.items:
        if timed.waiting >= LONG_WAIT:
            yield Found(
                Severity.NOTE,
                _(
                    "Before “{title}”, which is pinned to {start}, people wait {waiting}.",
                    title=title_of(timed.item),
                    start=evening.clock(timed.start),
                    waiting=clock_text(timed.waiting),
                ),
                (timed.item.key,),
                (ways.let_follow(timed.item),),
            )


def no_intermission(evening: Evening) -> Iterator[Found]:
    """A long evening in one part."""
    if len(evening.parts) == 1 and evening.parts[0].seconds > LONG_EVENING:
        way = ways.pause_in([timed for timed in evening.items if timed.part is not None])
        yield Found(
            Severity.WARNING,
            _(
                "The evening runs {length} without an intermission; from {minutes} minutes on people expect one.",
                length=clock_text(evening.parts[0].seconds),
                minutes=LONG_EVENING // 60,
            ),
            # Where no step helps, other films do.
            ways=(way or ways.propose(),),
        )


def long_part(evening: Evening) -> Iterator[Found]:
    """A part that is long to sit through; in an evening of one part, which a feature may fill, only a note."""
    members: defaultdict[int | None, list[TimedItem]] = defaultdict(list)
    for timed in evening.items:
        members[timed.part].append(timed)
    for part in evening.parts:
        alone = len(evening.parts) == 1
        if part.seconds <= LONG_PART or (alone and part.seconds > LONG_EVENING):
            continue
        way = ways.pause_in(members[part.number])
        yield Found(
            Severity.NOTE if alone else Severity.WARNING,
            _(
                "The {part} is {length} long; after {minutes} minutes people want to stretch their legs.",
                part=part_name(part.number, len(evening.parts)),
                length=clock_text(part.seconds),
                minutes=LONG_PART // 60,
            ),
            # Where no step helps, other films do.
            ways=(way or ways.propose(),),
        )


def uneven_parts(evening: Evening) -> Iterator[Found]:
    """One part is much longer than another."""
    if len(evening.parts) < 2:
        return
    longest = max(evening.parts, key=lambda part: part.seconds)
    shortest = min(evening.parts, key=lambda part: part.seconds)
    if _uneven([part.seconds for part in evening.parts]):
        way = _evened(evening, longest, shortest)
        yield Found(
            Severity.NOTE,
            _(
                "The {part} is {length} long, {apart} longer than the {other}.",
                part=part_name(longest.number, len(evening.parts)),
                length=clock_text(longest.seconds),
                apart=clock_text(longest.seconds - shortest.seconds),
                other=part_name(shortest.number, len(evening.parts)),
            ),
            # Where no step helps, other films do.
            ways=(way or ways.propose(),),
        )


def _uneven(seconds: Sequence[int]) -> bool:
    longest, shortest = max(seconds), min(seconds)
    return longest - shortest >= UNEVEN_SECONDS and longest >= UNEVEN_RATIO * shortest


def _evened(evening: Evening, longest: PartTotal, shortest: PartTotal) -> WayOut | None:
    """Move the film that evens two neighbouring parts best from one to the other; None where that does not help."""
    if abs(longest.number - shortest.number) != 1:
        return None
    apart = longest.seconds - shortest.seconds
    films = [
        timed
        for timed in evening.items
        if timed.part == longest.number and timed.item.kind is ItemKind.FILM and timed.item.pinned is None
    ]
    best = min(films, key=lambda timed: abs(apart - 2 * timed.seconds), default=None)
    if best is None:
        return None
    lengths = {part.number: part.seconds for part in evening.parts}
    lengths[longest.number] -= best.seconds
    lengths[shortest.number] += best.seconds
    if _uneven(list(lengths.values())):
        return None
    places = [place for place, timed in enumerate(evening.items) if timed.part == shortest.number]
    return WayOut(
        _(
            "Move “{title}” to the {part}",
            title=title_of(best.item),
            part=part_name(shortest.number, len(evening.parts)),
        ),
        edit=partial(
            editing.move,
            keys=[best.item.key],
            position=places[0] if shortest.number > longest.number else places[-1] + 1,
        ),
    )
