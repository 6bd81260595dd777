"""From a programme, a slot, the library and the wishes to what is asked of the fit."""

from collections.abc import Sequence
from dataclasses import replace

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.fit.checker import rule_fault
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
from tourdesk.programming.programme import Item
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
from tourdesk.programming.proposing.punctual import MANY, among_others
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.stretches import Rooms, rooms
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
    gap = night.frame.programme.gap_seconds
    lengths = [
        sum(request.by_id[film].seconds for film in part) + gap * max(len(part) - 1, 0)
        for part in night.films
    ]
    return replace(
        night,
        parts=tuple(
            replace(
                part,
                max_seconds=max(part.max_seconds, length if room is None else min(length, room)),
            )
            for part, length, room in zip(night.parts, lengths, night.rooms.parts, strict=True)
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
    looked_through = len(nights) == 1 and bool(among_others(asked_nights[0].pins))
    request = Request(
        films=known,
        parts=asked_nights[0].parts,
        max_seconds=asked_nights[0].room,
        rules=_rules(wishes, around, ids),
        gap_seconds=nights[0].programme.gap_seconds,
        town=around.town,
        day=days[0],
        prefer=("value", "fill", "least_change"),
        alternatives=MANY if looked_through else ALTERNATIVES,
        different_by=1 if looked_through else DIFFERENT_BY,
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


def _asked_night(frame: Frame, slot: Slot, wishes: Wishes, known: set[int | str]) -> AskedNight:
    room, left = _room(frame, slot), rooms(frame, slot)
    return AskedNight(
        frame,
        slot,
        _parts(frame, slot, wishes, left),
        room if left.evening is None else min(room, left.evening),
        _as_it_is(frame, known),
        _pins(frame, known),
        left,
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
        parts=tuple(Part(min(part.max_seconds for part in each), 1) for each in parts),
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


def _parts(frame: Frame, slot: Slot, wishes: Wishes, left: Rooms) -> tuple[Part, ...]:
    longest = wishes.part_seconds or slot.seconds
    parts = []
    for number, (part, room) in enumerate(zip(frame.parts, left.parts, strict=True)):
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
                    "The times that are pinned leave no time for films in the {part}; please pin to other times, or "
                    "unpin something.",
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
