"""From a programme, a slot, the library and the wishes to what is asked of the fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.films import FilmRow
from tourdesk.programming.fit.checker import rule_fault
from tourdesk.programming.fit.request import Film, Never, Nights, Part, Pin, Request, Rule, Spare
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.proposing.frame import Frame, frame_of
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.stretches import rooms
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.worth import refused, worth
from tourdesk.programming.slot import Slot

ALTERNATIVES = 4
DIFFERENT_BY = 2
TIME_LIMIT = 10.0
"""Seconds after which the best found so far is shown as such."""


@dataclass(frozen=True, slots=True)
class Around:
    """What must be known beside the programme: the town, the films that it has seen, by id, and the films of the
    stop's other evenings.
    """

    town: str = ""
    seen: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, with what is needed to make a programme of the answer.

    `items` are the films that the programme has already, by film; `untimed` how many films of the library
    are left out because nobody has said how long they are, `refused` how many because the committee says no.
    `aside` names the rules that are not asked for, because the programme that is to be mended breaks them already.
    """

    frame: Frame
    slot: Slot
    wishes: Wishes
    request: Request
    items: dict[int, Item]
    untimed: int
    refused: int
    aside: tuple[str, ...] = ()


def ask_for_best(
    programme: Programme,
    slot: Slot,
    library: Sequence[FilmRow],
    wishes: Wishes,
    around: Around = NOTHING_AROUND,
) -> Asked:
    """Ask for the best evenings that keep the wishes; raises ProblemForUser when nothing can be asked.

    The best is what the committee wants most, less what would have been nice, then the fullest, then the one that is
    most like the programme of now. Where nobody has said anything it is the fullest.
    """
    asked = _asked(programme, slot, library, wishes, around)
    request = asked.request
    said = any(film.value for film in request.films) or any(rule.soft for rule in request.rules)
    prefer = request.prefer if said else tuple(wish for wish in request.prefer if wish != "value")
    return replace(asked, request=replace(request, prefer=prefer))


def ask_for_mending(
    programme: Programme,
    slot: Slot,
    library: Sequence[FilmRow],
    wishes: Wishes,
    around: Around = NOTHING_AROUND,
) -> Asked:
    """Ask for the smallest change that fits the slot and keeps what the programme keeps of the wishes."""
    asked = _asked(programme, slot, library, wishes, around)
    request = asked.request
    shown = [[request.by_id[film] for film in part] for night in request.start_from or () for part in night]
    kept = tuple(
        rule
        for rule in request.rules
        if isinstance(rule, Spare) or (rule.soft is None and not rule_fault(request, rule, [shown]))
    )
    lengths = [sum(film.seconds for film in part) for part in shown]
    gap = request.gap_seconds
    # A part that is too long already may stay as long as it is: only the slot is to be kept.
    parts = tuple(
        replace(part, max_seconds=max(part.max_seconds, seconds + gap * max(len(films) - 1, 0)))
        for part, seconds, films in zip(request.parts, lengths, shown, strict=True)
    )
    mended = replace(request, rules=kept, parts=parts, prefer=("least_change", "fill"), different_by=1)
    aside = tuple(rule.id for rule in request.rules if rule not in kept and rule.soft is None)
    return replace(asked, request=mended, aside=aside)


def _asked(
    programme: Programme, slot: Slot, library: Sequence[FilmRow], wishes: Wishes, around: Around
) -> Asked:
    frame = frame_of(programme, slot.seconds)
    # A film that stands in the programme is proposed in the version in which it stands there.
    items = {
        film.film_id: film
        for part in reversed(frame.parts)
        for film in part.films[::-1]
        if film.film_id is not None
    }
    # What is shown during an intermission stays there, and is shown no second time.
    nested = {item.film_id for item in programme.items if item.inside is not None}
    wanted = {*wishes.must, *items}
    there = [row for row in library if row.id not in nested]
    rows = [row for row in there if row.id in wanted or not refused(row.tally)]
    films = [_film(row, items.get(row.id), around) for row in rows]
    known = tuple(film for film in films if film.seconds)
    if not known:
        raise ProblemForUser(
            _(
                "The library has no film with a run-time yet, so nothing can be proposed; "
                "please read in some films on the Films screen, or type their run-times there."
            )
        )
    _refuse_untimed(films, wishes)
    ids: set[int | str] = {film.id for film in known}
    # A film that was removed from the library since is neither wanted nor refused any more.
    wishes = replace(
        wishes,
        must=tuple(film for film in wishes.must if film in ids),
        never=tuple(film for film in wishes.never if film in ids),
    )
    request = Request(
        films=known,
        parts=_parts(frame, slot, wishes),
        max_seconds=_room(frame, slot),
        rules=_rules(wishes, around, ids),
        gap_seconds=programme.gap_seconds,
        town=around.town,
        prefer=("value", "fill", "least_change"),
        alternatives=ALTERNATIVES,
        different_by=DIFFERENT_BY,
        start_from=_as_it_is(frame, ids),
        pinned=_pins(frame, ids),
        time_limit_seconds=TIME_LIMIT,
    )
    return Asked(frame, slot, wishes, request, items, len(films) - len(known), len(there) - len(rows))


def _refuse_untimed(films: Sequence[Film], wishes: Wishes) -> None:
    for film in films:
        if not film.seconds and film.id in wishes.must:
            raise ProblemForUser(
                _(
                    "“{title}” must be shown, but how long it is is not known; please type its run-time on "
                    "the Films screen, or take it out of what must be shown.",
                    title=film.title,
                )
            )


def _rules(wishes: Wishes, around: Around, known: set[int | str]) -> tuple[Rule, ...]:
    rules = wishes.rules()
    if wishes.of(WishKind.OTHER).on:
        other = tuple(film for film in sorted(around.elsewhere) if film in known)
        rules += (Never(id=WishKind.OTHER.value, films=other),)
    return rules


def _film(row: FilmRow, item: Item | None, around: Around) -> Film:
    seconds = row.seconds if item is None else item.seconds
    return Film(
        id=row.id,
        title=row.title,
        seconds=seconds or 0,
        value=worth(row.tally),
        section=row.section,
        directors=row.directors,
        countries=row.countries,
        tags=row.tags,
        shown_in=(around.town,) if row.id in around.seen else (),
    )


def _room(frame: Frame, slot: Slot) -> int:
    room = slot.seconds - frame.seconds
    if room <= 0:
        raise ProblemForUser(
            _(
                "What is no film takes {taken} with its gaps, and the slot has {room}: no time is left for films; "
                "please shorten something, or give the slot a later curfew.",
                taken=clock_text(frame.seconds),
                room=clock_text(max(slot.seconds, 0)),
            )
        )
    return room


def _parts(frame: Frame, slot: Slot, wishes: Wishes) -> tuple[Part, ...]:
    longest = wishes.part_seconds or slot.seconds
    parts = []
    for number, (part, room) in enumerate(zip(frame.parts, rooms(frame, slot), strict=True)):
        taken = part.seconds(frame.programme.gap_seconds)
        name = part_name(number, len(frame.parts))
        if taken >= longest:
            raise ProblemForUser(
                _(
                    "In the {part} what is no film takes {taken} already, and a part may be {longest} long; "
                    "please shorten something, or allow longer parts.",
                    part=name,
                    taken=clock_text(taken),
                    longest=clock_text(longest),
                )
            )
        if room is not None and room <= 0:
            raise ProblemForUser(
                _(
                    "The times that are pinned leave no time for films in the {part}; please pin the intermission "
                    "to another time, or unpin it.",
                    part=name,
                )
            )
        most = longest - taken
        # A part without a film is no part: at least a second of film.
        parts.append(Part(most if room is None else min(most, room), 1))
    return tuple(parts)


def _pins(frame: Frame, known: set[int | str]) -> tuple[Pin, ...]:
    """The films with a pinned start stay at their places; which time that is then, the clock says."""
    pins: dict[int, Pin] = {}
    for number, part in enumerate(frame.parts):
        for place, film in enumerate(part.films):
            if film.pinned is not None and film.film_id in known and film.film_id not in pins:
                pins[film.film_id] = Pin(film.film_id, number, place)
    return tuple(pins.values())


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
