"""Rules about intermissions: where they stand, how long they are, what runs during them."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.programming import editing, ways
from tourdesk.programming.findings import Evening, Found, Severity, WayOut, title_of
from tourdesk.programming.lengths import TimedItem
from tourdesk.programming.programme import ItemKind


def intermission_first(evening: Evening) -> Iterator[Found]:
    """The evening begins with an intermission."""
    if evening.items and evening.items[0].part is None:
        yield Found(
            Severity.WARNING,
            _("The evening begins with an intermission; please move it behind the first part."),
            (evening.items[0].item.key,),
            (ways.take_out(evening.items[0].item),),
        )


def intermission_last(evening: Evening) -> Iterator[Found]:
    """The evening ends with an intermission. When nothing else is in it, it has begun with it."""
    if evening.parts and evening.items[-1].part is None:
        last = evening.line[-1].item
        yield Found(
            Severity.WARNING,
            _("The evening ends with an intermission; please move it before the last part."),
            (last.key,),
            (ways.take_out(last),),
        )


def intermissions_in_a_row(evening: Evening) -> Iterator[Found]:
    """An intermission follows another one."""
    for before, timed in pairwise(evening.line):
        if before.part is None and timed.part is None:
            yield Found(
                Severity.WARNING,
                _(
                    "The intermission at {start} follows another one; please remove one of them, or put something between.",
                    start=evening.clock(timed.start),
                ),
                (timed.item.key, before.item.key),
                (ways.take_out(timed.item),),
            )


def short_intermission(evening: Evening) -> Iterator[Found]:
    """An intermission in which the hall does not get out and back."""
    for timed in evening.items:
        item = timed.item
        if (
            item.kind is ItemKind.INTERMISSION
            and item.seconds is not None
            and item.seconds < ways.SHORT_INTERMISSION
        ):
            yield Found(
                Severity.WARNING,
                _(
                    "“{title}” at {start} is {length} long; people need {minutes} minutes to get out and back.",
                    title=title_of(item),
                    start=evening.clock(timed.start),
                    length=clock_text(item.seconds),
                    minutes=ways.SHORT_INTERMISSION // 60,
                ),
                (item.key,),
                (ways.last(item, ways.SHORT_INTERMISSION),),
            )


def nested_too_long(evening: Evening) -> Iterator[Found]:
    """What runs during an intermission is longer than it, and makes the evening longer."""
    for timed in evening.items:
        if timed.stretched:
            during = [one for one in evening.items if one.item.inside == timed.item.key]
            yield Found(
                Severity.WARNING,
                _(
                    "What runs during “{title}” at {start} takes {length}, {over} longer than the intermission; the "
                    "evening goes on when it is over.",
                    title=title_of(timed.item),
                    start=evening.clock(timed.start),
                    length=clock_text(timed.seconds),
                    over=clock_text(timed.stretched),
                ),
                (timed.item.key, *(one.item.key for one in during)),
                (ways.last(timed.item, timed.seconds), _out_of_it(during[-1])),
            )


def _out_of_it(timed: TimedItem) -> WayOut:
    return WayOut(
        _("Show “{title}” after the intermission", title=title_of(timed.item)),
        edit=partial(editing.unnest, key=timed.item.key),
    )
