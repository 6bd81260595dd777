"""From a programme, a slot, the library and the wishes to what is asked of the fit."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.fit.checker import part_lengths, rule_fault
from tourdesk.programming.fit.request import (
    Fees,
    Licensed,
    Never,
    NoRepeats,
    Part,
    Pin,
    Request,
    Rule,
    Spare,
)
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.proposing.asked import (
    ALTERNATIVES,
    NIGHTS,
    NOTHING_AROUND,
    REPLACED,
    Around,
    Asked,
    AskedNight,
    Night,
)
from tourdesk.programming.proposing.candidates import candidates
from tourdesk.programming.proposing.frame import Frame, frame_of
from tourdesk.programming.proposing.pairing import first_of
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.stretches import Times, is_pinned, stretched
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.slot import Slot

DIFFERENT_BY = 2
TIME_LIMIT = 10.0
"""Seconds after which the best found so far is shown as such."""


def ask_for_best(
    nights: Sequence[Night], library: Sequence[FilmRow], wishes: Wishes, around: Around = NOTHING_AROUND
) -> Asked:
    """Ask for the best evenings that keep the wishes; raises ProblemForUser when nothing can be asked.

    The best is what the committee wants most, less what would have been nice, then the fullest, then the one that is
    most like the programme of now. Where nobody has said anything it is the fullest. For several nights the best are
    asked for together, and no film comes on two of them.
    """
    asked = _asked(nights, library, wishes, around)
    request = asked.request
    said = any(film.value for film in request.films) or any(rule.soft for rule in request.rules)
    prefer = request.prefer if said else tuple(wish for wish in request.prefer if wish != "value")
    return _together(replace(asked, request=replace(request, prefer=prefer)))


def ask_for_mending(
    nights: Sequence[Night],
    library: Sequence[FilmRow],
    wishes: Wishes,
    around: Around = NOTHING_AROUND,
    *,
    without: frozenset[int] = frozenset(),
) -> Asked:
    """Ask for the smallest change that fits the slot and keeps what the programme keeps of the wishes.

    The films `without` which it is to be are shown no more. What the town has seen does not come in, nor what the
    licences forbid. Films without a licence go where the wishes ask for one, and fees are kept within their limit: that
    the programme breaks these is why it is mended. Of several nights the changes are counted together.
    """
    there = {item.film_id for night in nights for item in night.programme.items}
    days = [night.slot.night for night in nights]
    library = [
        row
        for row in library
        if row.id in there or (row.id not in around.seen and not around.terms.forbids(row.id, days))
    ]
    wishes = replace(wishes, must=tuple(film for film in wishes.must if film not in without))
    asked = _asked(nights, library, wishes, around)
    request = asked.request
    stays = [
        [[request.by_id[film] for film in part if film not in without] for part in night.films]
        for night in asked.nights
    ]
    kept = tuple(
        rule
        for rule in request.rules
        if isinstance(rule, Spare | Licensed | Fees)
        or (rule.soft is None and not rule_fault(request, rule, stays))
    )
    mended = tuple(_mended(night, request, without) for night in asked.nights)
    gone = tuple(film for film in request.films if film.id in without)
    replaced = Never(id=REPLACED, films=tuple(film.id for film in gone))
    request = replace(
        request,
        rules=(*kept, replaced) if gone else kept,
        parts=mended[0].parts,
        pinned=mended[0].pins,
        prefer=("least_change", "fill"),
        different_by=1,
    )
    aside = tuple(rule.id for rule in asked.request.rules if rule not in kept and rule.soft is None)
    titles = tuple(film.title for film in gone)
    return _together(replace(asked, nights=mended, request=request, aside=aside, replaced=titles))


def _mended(night: AskedNight, request: Request, without: frozenset[int]) -> AskedNight:
    """A part that is too long already may stay as long as it is: only the slot and what is pinned are to be kept."""
    films = [[request.by_id[film] for film in part] for part in night.films]
    lengths = part_lengths(replace(request, parts=night.parts), films)
    return replace(
        night,
        parts=tuple(
            replace(
                part,
                max_seconds=max(part.max_seconds, length),
                whole_seconds=None if part.whole_seconds is None else max(part.whole_seconds, length),
            )
            for part, length in zip(night.parts, lengths, strict=True)
        ),
        pins=tuple(pin for pin in night.pins if pin.film not in without),
    )


def _asked(nights: Sequence[Night], library: Sequence[FilmRow], wishes: Wishes, around: Around) -> Asked:
    frames = [frame_of(night.programme, night.slot.seconds) for night in nights]
    # A film that stands in a programme is proposed in the version in which it stands there.
    items = [_items_of(frame) for frame in frames]
    known_items = {film: item for one in reversed(items) for film, item in one.items()}
    # What is shown during an intermission stays there, and is shown no second time.
    nested = {item.film_id for one in nights for item in one.programme.items if item.inside is not None}
    there = [row for row in library if row.id not in nested]
    days = [night.slot.night for night in nights]
    found = candidates(there, known_items, days, wishes, around)
    known = found.films
    ids: set[int | str] = {film.id for film in known}
    # A film that was removed from the library since is neither wanted nor refused any more.
    wishes = replace(
        wishes,
        must=tuple(film for film in wishes.must if film in ids),
        never=tuple(film for film in wishes.never if film in ids),
    )
    asked_nights = tuple(
        _asked_night(frame, night.slot, wishes, ids) for frame, night in zip(frames, nights, strict=True)
    )
    request = Request(
        films=known,
        parts=asked_nights[0].parts,
        max_seconds=asked_nights[0].room,
        rules=_rules(wishes, around, ids),
        gap_seconds=nights[0].programme.gap_seconds,
        town=around.town,
        day=days[0],
        prefer=("value", "fill", "least_change"),
        alternatives=ALTERNATIVES,
        different_by=DIFFERENT_BY,
        start_from=(asked_nights[0].films,),
        pinned=asked_nights[0].pins,
        time_limit_seconds=TIME_LIMIT,
    )
    return Asked(
        asked_nights,
        wishes,
        request,
        tuple(items),
        found.untimed,
        found.refused,
        found.unpriced,
        found.uncounted,
    )


def _asked_night(whole: Frame, slot: Slot, wishes: Wishes, known: set[int | str]) -> AskedNight:
    _refuse_full(whole, slot)
    frame, times = stretched(whole, slot)
    pins = _pins(frame, slot, known)
    return AskedNight(
        frame,
        slot,
        _parts(frame, slot, wishes, times, {pin.part for pin in pins}),
        max(times.evening, 0),
        _as_it_is(frame, known),
        pins,
        times,
    )


def _items_of(frame: Frame) -> dict[int, Item]:
    """The film items of a programme by film; of one that comes twice the first."""
    return {
        film.film_id: film
        for part in reversed(frame.parts)
        for film in part.films[::-1]
        if film.film_id is not None
    }


def _together(asked: Asked) -> Asked:
    """What is asked of all nights, in the room that all have; of the first one where they are filled apart."""
    nights, first = asked.nights, asked.request
    if len(nights) == 1:
        return asked
    if asked.apart:
        return replace(asked, request=first_of(asked, 0))
    parts = zip(*(night.parts for night in nights), strict=True)
    request = replace(
        first,
        nights=len(nights),
        parts=tuple(_narrowest(each) for each in parts),
        max_seconds=min(night.room for night in nights),
        gap_seconds=max(night.frame.programme.gap_seconds for night in nights),
        rules=(*first.rules, NoRepeats(id=NIGHTS)),
        start_from=tuple(night.films for night in nights),
    )
    return replace(asked, request=request)


def _rules(wishes: Wishes, around: Around, known: set[int | str]) -> tuple[Rule, ...]:
    rules = wishes.rules()
    if wishes.of(WishKind.OTHER).on:
        other = tuple(film for film in sorted(around.elsewhere) if film in known)
        rules += (Never(id=WishKind.OTHER.value, films=other),)
    return rules


def _narrowest(parts: Sequence[Part]) -> Part:
    """What is room in each of some parts that start alike."""
    wholes = [part.whole_seconds for part in parts if part.whole_seconds is not None]
    return replace(
        parts[0],
        max_seconds=min(part.max_seconds for part in parts),
        min_seconds=max(part.min_seconds for part in parts),
        whole_seconds=min(wholes, default=None),
    )


def _refuse_full(frame: Frame, slot: Slot) -> None:
    if slot.seconds <= frame.seconds:
        raise ProblemForUser(
            _(
                "What is no film takes {taken} with its gaps, and the slot has {room}: no time is left for films; "
                "please shorten something, or give the slot a later curfew.",
                taken=clock_text(frame.seconds),
                room=clock_text(max(slot.seconds, 0)),
            )
        )


def _parts(
    frame: Frame, slot: Slot, wishes: Wishes, times: Times, held: AbstractSet[int]
) -> tuple[Part, ...]:
    """The stretches as parts of a request; `held` are those that have a pinned film."""
    longest = wishes.part_seconds or slot.seconds
    whole = frame.whole
    taken = [0] * len(frame.parts)
    for number, part in zip(whole, frame.parts, strict=True):
        taken[number] += part.seconds(frame.programme.gap_seconds)
        if taken[number] >= longest:
            raise ProblemForUser(
                _(
                    "In the {part} what is no film takes {taken} already, and a part may be {longest} long; "
                    "please shorten something, or allow longer parts.",
                    part=part_name(number, whole[-1] + 1),
                    taken=clock_text(taken[number]),
                    longest=clock_text(longest),
                )
            )
    filled = _filled(whole, times, held)
    return tuple(
        Part(
            longest - taken[number],
            # A part without a film is no part: at least a second of film.
            int(place in filled),
            times.starts[place],
            goes_on=part.goes_on,
            whole_seconds=longest - taken[number] if whole.count(number) > 1 else None,
        )
        for place, (number, part) in enumerate(zip(whole, frame.parts, strict=True))
    )


def _filled(whole: Sequence[int], times: Times, held: AbstractSet[int]) -> set[int]:
    """The stretches that must have a film, one of each part: where one is pinned, or else where most time is."""
    ends = {place: room.seconds for room in times.rooms for place in room.stretches}
    last = times.evening - max((starts for starts in times.starts if starts is not None), default=0)
    filled = set(held)
    for number in range(whole[-1] + 1):
        own = [place for place, part in enumerate(whole) if part == number]
        if not any(place in held for place in own):
            filled.add(max(own, key=lambda place: ends.get(place, last)))
    return filled


def _pins(frame: Frame, slot: Slot, known: set[int | str]) -> tuple[Pin, ...]:
    """The films that stay at their places: those with a pinned start, and one before pinned questions about it."""
    stays = [
        (film, number, place)
        for number, part in enumerate(frame.parts)
        for place, film in enumerate(part.films)
        if film.pinned is not None
    ]
    for number, (before, part) in enumerate(pairwise(frame.parts)):
        begins = part.before[:1] if part.goes_on else ()
        if before.films and any(item.kind is ItemKind.QA and is_pinned(item, slot) for item in begins):
            stays.append((before.films[-1], number, -1))
    pins = [Pin(film.film_id, part, place) for film, part, place in stays if film.film_id in known]
    # A film that comes twice is shown once.
    first = {pin.film: pin.part for pin in reversed(pins)}
    return tuple(pin for pin in pins if pin.part == first[pin.film])


def _as_it_is(frame: Frame, known: set[int | str]) -> tuple[tuple[int, ...], ...]:
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
    return tuple(parts)
