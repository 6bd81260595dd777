"""Rules about the films: who made them, what the library says of them now, what comes twice."""

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.foundation.text import folded
from tourdesk.programming import editing, ways
from tourdesk.programming.findings import Elsewhere, Evening, Found, Severity, WayOut, title_of
from tourdesk.programming.lengths import TimedItem
from tourdesk.programming.programme import Item, ItemKind


def same_director_in_a_row(evening: Evening) -> Iterator[Found]:
    """A film follows a film by the same director, whatever else lies between the two."""
    films = [timed.item for timed in evening.items if timed.item.kind is ItemKind.FILM]
    for place, (before, film) in enumerate(pairwise(films), start=1):
        if film.film_id is not None and film.film_id == before.film_id:
            continue  # that it comes twice is another rule's
        known = _compared(before.directors)
        if not known.isdisjoint(_compared(film.directors)):
            shared = [name for name in film.directors if folded(name) in known]
            yield Found(
                Severity.NOTE,
                _(
                    "“{title}” follows “{before}”, also by {names}.",
                    title=title_of(film),
                    before=title_of(before),
                    names=_(" and ").join(shared),
                ),
                (film.key, before.key),
                (*_apart(films, place), *(ways.replace_film(film) or (ways.take_out(film),))),
            )


@lru_cache(maxsize=1024)  # each name once: this runs at every keystroke
def _compared(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, names))


def _apart(films: list[Item], place: int) -> tuple[WayOut, ...]:
    """Another film in the place of the second of two, if that parts them and brings no others together.

    The next one behind them that does, or else the last one before them.
    """
    film, names = films[place], _compared((*films[place - 1].directors, *films[place].directors))
    for other in (*range(place + 1, len(films)), *range(place - 2, -1, -1)):
        if names.isdisjoint(_compared(films[other].directors)) and _parted(films, place, other):
            return (
                WayOut(
                    _("Swap “{title}” and “{other}”", title=title_of(film), other=title_of(films[other])),
                    edit=partial(editing.swap, one=film.key, other=films[other].key),
                ),
            )
    return ()


def _parted(films: list[Item], one: int, other: int) -> bool:
    """Whether both films have no neighbour by one of their directors where the other one stands now."""
    swapped = {one: films[other], other: films[one]}
    pairs = {(first, first + 1) for place in swapped for first in (place - 1, place)}
    return all(
        _compared(swapped.get(first, films[first]).directors).isdisjoint(
            _compared(swapped.get(second, films[second]).directors)
        )
        for first, second in pairs
        if first >= 0 and second < len(films)
    )


def same_film_twice(evening: Evening) -> Iterator[Found]:
    """A film comes again, in whatever version."""
    shown: dict[int, TimedItem] = {}
    for timed in evening.items:
        item = timed.item
        if item.kind is not ItemKind.FILM or item.film_id is None:
            continue
        first = shown.setdefault(item.film_id, timed)
        if first is not timed:
            yield Found(
                Severity.WARNING,
                _(
                    "“{title}” at {start} was shown at {first} already.",
                    title=title_of(item),
                    start=evening.clock(timed.start),
                    first=evening.clock(first.start),
                ),
                (item.key, first.item.key),
                (ways.take_out(item),),
            )


def runtime_changed(evening: Evening) -> Iterator[Found]:
    """A film's run-time is another one than when it was put into the programme."""
    for timed in evening.items:
        item = timed.item
        if item.known_seconds is None or item.seconds is None or item.seconds == item.known_seconds:
            continue
        longer = item.seconds > item.known_seconds
        sentence = (
            later("“{title}” lasts {now} now, {by} longer than the {known} for which it was put in.")
            if longer
            else later("“{title}” lasts {now} now, {by} shorter than the {known} for which it was put in.")
        )
        yield Found(
            Severity.WARNING if longer else Severity.NOTE,
            _(
                sentence,
                title=title_of(item),
                now=clock_text(item.seconds),
                known=clock_text(item.known_seconds),
                by=clock_text(abs(item.seconds - item.known_seconds)),
            ),
            (item.key,),
            (
                WayOut(
                    _("Take note of “{title}”", title=title_of(item)),
                    edit=partial(editing.acknowledge, keys=[item.key]),
                ),
                ways.other_version(),
            ),
        )


def no_copy(evening: Evening) -> Iterator[Found]:
    """There is nothing to play: the library keeps copies, and none of this version."""
    for timed in evening.items:
        if timed.item.version_id is not None and timed.item.copies == 0:
            yield Found(
                Severity.WARNING,
                _(
                    "No copy of “{title}” ({version}) is known; please note one on the Films screen, or choose "
                    "another version.",
                    title=title_of(timed.item),
                    version=timed.item.version_name,
                ),
                (timed.item.key,),
                (
                    ways.other_version(),
                    WayOut(_("Note a copy on the Films screen"), Elsewhere.FILM),
                    *ways.replace_film(timed.item),
                ),
            )
