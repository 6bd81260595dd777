"""Rules about the items and the programme itself: what is missing, and what its bounds leave."""

from collections.abc import Iterator
from functools import partial

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.programming import editing, ways
from tourdesk.programming.findings import Elsewhere, Evening, Found, Severity, WayOut, title_of
from tourdesk.programming.programme import ItemKind


def empty(evening: Evening) -> Iterator[Found]:
    """There is nothing to show."""
    if not evening.items:
        yield Found(
            Severity.WARNING,
            _("The programme is empty; please put a film into it."),
            ways=(ways.propose(),),
        )


def runtime_unknown(evening: Evening) -> Iterator[Found]:
    """An item of which nobody has said how long it is."""
    for timed in evening.items:
        if timed.item.seconds is None:
            yield Found(
                Severity.WARNING,
                _(
                    "How long “{title}” lasts is not known; it is counted as nothing.",
                    title=title_of(timed.item),
                ),
                (timed.item.key,),
                (ways.correct_film() if timed.item.kind is ItemKind.FILM else ways.take_out(timed.item),),
            )


def runtime_approximate(evening: Evening) -> Iterator[Found]:
    """A film of which only the minutes are known."""
    for timed in evening.items:
        if timed.item.approximate and timed.item.seconds is not None:
            yield Found(
                Severity.NOTE,
                _(
                    "The run-time of “{title}” is known to the minute only; please check it with the file.",
                    title=title_of(timed.item),
                ),
                (timed.item.key,),
                (ways.correct_film(),),
            )


def no_length(evening: Evening) -> Iterator[Found]:
    """An item that takes no time; an intermission of no time is too short by another rule."""
    for timed in evening.items:
        item = timed.item
        if item.seconds == 0 and item.kind is not ItemKind.INTERMISSION:
            sentence = (
                later("“{title}” at {start} takes no time; please check its run-time.")
                if item.kind is ItemKind.FILM
                else later("“{title}” at {start} takes no time; please give it a duration.")
            )
            yield Found(
                Severity.WARNING,
                _(sentence, title=title_of(item), start=evening.clock(timed.start)),
                (item.key,),
                (ways.take_out(item),),
            )


def elastic_at_its_bound(evening: Evening) -> Iterator[Found]:
    """An elastic item has the least that it may have, or the most."""
    for timed in evening.items:
        item = timed.item
        least, most = item.bounds
        if not item.elastic or least == most or least < timed.seconds < most:
            continue
        sentence = (
            later("“{title}” is down to {length}, the least that it may have.")
            if timed.seconds <= least
            else later("“{title}” has {length}, the most that it may have.")
        )
        yield Found(
            Severity.NOTE,
            _(sentence, title=title_of(item), length=clock_text(timed.seconds)),
            (item.key,),
            (
                WayOut(
                    _("Give “{title}” a fixed duration", title=title_of(item)),
                    edit=partial(editing.set_seconds, key=item.key, seconds=timed.seconds),
                ),
            ),
        )


def behind_the_master(evening: Evening) -> Iterator[Found]:
    """The programme varies another one, which was changed since."""
    master = evening.programme.master
    if master is not None and master.ahead:
        yield Found(
            Severity.WARNING,
            _(
                "“{master}”, of which this programme is a variation, was changed since; please follow it, or detach "
                "this programme from it.",
                master=master.name,
            ),
            ways=(
                WayOut(_("Follow the master"), Elsewhere.MASTER),
                WayOut(_("Detach it from “{master}”", master=master.name), edit=editing.detach),
            ),
        )
