"""From a programme, a slot, the library and the wishes to what is asked of the fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import FilmRow
from tourdesk.programming.fit.checker import rule_fault
from tourdesk.programming.fit.request import Film, Nights, Part, Request
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.proposing.frame import Frame, frame_of
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.slot import Slot

ALTERNATIVES = 4
DIFFERENT_BY = 2
TIME_LIMIT = 10.0
"""Seconds after which the best found so far is shown as such."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, with what is needed to make a programme of the answer.

    `items` are the films that the programme has already, by film; `untimed` how many films of the library
    are left out because nobody has said how long they are.
    """

    frame: Frame
    slot: Slot
    wishes: Wishes
    request: Request
    items: dict[int, Item]
    untimed: int


def ask_for_best(programme: Programme, slot: Slot, library: Sequence[FilmRow], wishes: Wishes) -> Asked:
    """Ask for the fullest evenings that keep the wishes; raises ProblemForUser when nothing can be asked."""
    asked = _asked(programme, slot, library, wishes)
    # Among evenings that are as full, one with more films, then one that is more like the one of now.
    return replace(asked, request=replace(asked.request, prefer=("fill", "value", "least_change")))


def ask_for_mending(programme: Programme, slot: Slot, library: Sequence[FilmRow], wishes: Wishes) -> Asked:
    """Ask for the smallest change that fits the slot and keeps what the programme keeps of the wishes."""
    asked = _asked(programme, slot, library, wishes)
    request = asked.request
    shown = [[request.by_id[film] for film in part] for night in request.start_from or () for part in night]
    kept = tuple(rule for rule in request.rules if not rule_fault(request, rule, [shown]))
    lengths = [sum(film.seconds for film in part) for part in shown]
    gap = request.gap_seconds
    # A part that is too long already may stay as long as it is: only the slot is to be kept.
    parts = tuple(
        replace(part, max_seconds=max(part.max_seconds, seconds + gap * max(len(films) - 1, 0)))
        for part, seconds, films in zip(request.parts, lengths, shown, strict=True)
    )
    mended = replace(request, rules=kept, parts=parts, prefer=("least_change", "fill"), different_by=1)
    return replace(asked, request=mended)


def _asked(programme: Programme, slot: Slot, library: Sequence[FilmRow], wishes: Wishes) -> Asked:
    frame = frame_of(programme, slot.seconds)
    # A film that stands in the programme is proposed in the version in which it stands there.
    items = {
        film.film_id: film
        for part in reversed(frame.parts)
        for film in part.films[::-1]
        if film.film_id is not None
    }
    films = [_film(row, items.get(row.id)) for row in library]
    known = tuple(film for film in films if film.seconds)
    if not known:
        raise ProblemForUser(
            "The library has no film with a run-time yet, so nothing can be proposed; "
            "please read in some films on the Films screen, or type their run-times there."
        )
    untimed = {film.id for film in films if not film.seconds}
    titles = {film.id: film.title for film in films}
    for film in wishes.must:
        if film in untimed:
            raise ProblemForUser(
                f"“{titles[film]}” must be shown, but how long it is is not known; please type its run-time on "
                "the Films screen, or take it out of what must be shown."
            )
    there = {film.id for film in known}
    # A film that was removed from the library since is neither wanted nor refused any more.
    wishes = replace(
        wishes,
        must=tuple(film for film in wishes.must if film in there),
        never=tuple(film for film in wishes.never if film in there),
    )
    request = Request(
        films=known,
        parts=_parts(frame, slot, wishes),
        max_seconds=_room(frame, slot),
        rules=wishes.rules(),
        gap_seconds=programme.gap_seconds,
        alternatives=ALTERNATIVES,
        different_by=DIFFERENT_BY,
        start_from=_as_it_is(frame, there),
        time_limit_seconds=TIME_LIMIT,
    )
    return Asked(frame, slot, wishes, request, items, len(untimed))


def _film(row: FilmRow, item: Item | None) -> Film:
    seconds = row.seconds if item is None else item.seconds
    return Film(
        id=row.id,
        title=row.title,
        seconds=seconds or 0,
        value=Decimal(1),
        section=row.section,
        directors=row.directors,
        countries=row.countries,
        tags=row.tags,
    )


def _room(frame: Frame, slot: Slot) -> int:
    room = slot.seconds - frame.seconds
    if room <= 0:
        raise ProblemForUser(
            f"What is no film takes {clock_text(frame.seconds)} with its gaps, and the slot has "
            f"{clock_text(max(slot.seconds, 0))}: no time is left for films; please shorten something, or give "
            "the slot a later curfew."
        )
    return room


def _parts(frame: Frame, slot: Slot, wishes: Wishes) -> tuple[Part, ...]:
    longest = wishes.part_seconds or slot.seconds
    parts = []
    for number, part in enumerate(frame.parts):
        taken = part.seconds(frame.programme.gap_seconds)
        if taken >= longest:
            raise ProblemForUser(
                f"In the {part_name(number, len(frame.parts))} what is no film takes {clock_text(taken)} already, "
                f"and a part may be {clock_text(longest)} long; please shorten something, or allow longer parts."
            )
        # A part without a film is no part: at least a second of film.
        parts.append(Part(longest - taken, 1))
    return tuple(parts)


def _as_it_is(frame: Frame, known: set[int | str]) -> Nights:
    """The films as they stand now; a film that comes twice is counted where it comes first."""
    seen: set[int] = set()
    parts = []
    for part in frame.parts:
        films = []
        for film in part.films:
            if film.film_id is not None and film.film_id in known and film.film_id not in seen:
                seen.add(film.film_id)
                films.append(film.film_id)
        parts.append(tuple(films))
    return (tuple(parts),)
