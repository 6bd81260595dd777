"""Rules about the items: what is missing, what stands where it makes no sense, what comes twice."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import pairwise

from tourdesk.foundation.text import folded
from tourdesk.programming.findings import Evening, Found, Severity, quoted
from tourdesk.programming.programme import ItemKind


def empty(evening: Evening) -> Iterator[Found]:
    """There is nothing to show."""
    if not evening.items:
        yield Found(Severity.WARNING, "The programme is empty; please put a film into it.")


def runtime_unknown(evening: Evening) -> Iterator[Found]:
    """An item of which nobody has said how long it is."""
    for timed in evening.items:
        if timed.item.seconds is None:
            yield Found(
                Severity.WARNING,
                f"How long {quoted(timed.item)} lasts is not known; it is counted as nothing.",
                timed.item.key,
            )


def runtime_approximate(evening: Evening) -> Iterator[Found]:
    """A film of which only the minutes are known."""
    for timed in evening.items:
        if timed.item.approximate and timed.item.seconds is not None:
            yield Found(
                Severity.NOTE,
                f"The run-time of {quoted(timed.item)} is known to the minute only; please check it with the file.",
                timed.item.key,
            )


def no_length(evening: Evening) -> Iterator[Found]:
    """An item that takes no time; an intermission of no time is too short by another rule."""
    for timed in evening.items:
        item = timed.item
        if item.seconds == 0 and item.kind is not ItemKind.INTERMISSION:
            cure = "check its run-time" if item.kind is ItemKind.FILM else "give it a duration"
            yield Found(
                Severity.WARNING,
                f"{quoted(item)} at {evening.clock(timed.start)} takes no time; please {cure}.",
                item.key,
            )


def intermission_first(evening: Evening) -> Iterator[Found]:
    """The evening begins with an intermission."""
    if evening.items and evening.items[0].part is None:
        yield Found(
            Severity.WARNING,
            "The evening begins with an intermission; please move it behind the first part.",
            evening.items[0].item.key,
        )


def intermission_last(evening: Evening) -> Iterator[Found]:
    """The evening ends with an intermission. When nothing else is in it, it has begun with it."""
    if evening.parts and evening.items[-1].part is None:
        yield Found(
            Severity.WARNING,
            "The evening ends with an intermission; please move it before the last part.",
            evening.items[-1].item.key,
        )


def intermissions_in_a_row(evening: Evening) -> Iterator[Found]:
    """An intermission follows another one."""
    for before, timed in pairwise(evening.items):
        if before.part is None and timed.part is None:
            yield Found(
                Severity.WARNING,
                f"The intermission at {evening.clock(timed.start)} follows another one; "
                "please remove one of them, or put something between.",
                timed.item.key,
            )


def same_director_in_a_row(evening: Evening) -> Iterator[Found]:
    """A film follows a film by the same director, whatever else lies between the two."""
    compared = cache(folded)  # each name once: this runs at every keystroke
    films = (timed.item for timed in evening.items if timed.item.kind is ItemKind.FILM)
    for before, film in pairwise(films):
        if film.film_id is not None and film.film_id == before.film_id:
            continue  # that it comes twice is another rule's
        known = {compared(name) for name in before.directors}
        shared = [name for name in film.directors if compared(name) in known]
        if shared:
            yield Found(
                Severity.NOTE,
                f"{quoted(film)} follows {quoted(before)}, also by {' and '.join(shared)}.",
                film.key,
            )


def same_film_twice(evening: Evening) -> Iterator[Found]:
    """A film comes again, in whatever version."""
    shown: dict[int, datetime] = {}
    for timed in evening.items:
        item = timed.item
        if item.kind is not ItemKind.FILM or item.film_id is None:
            continue
        if item.film_id in shown:
            yield Found(
                Severity.WARNING,
                f"{quoted(item)} at {evening.clock(timed.start)} was shown at "
                f"{evening.clock(shown[item.film_id])} already.",
                item.key,
            )
        shown.setdefault(item.film_id, timed.start)
