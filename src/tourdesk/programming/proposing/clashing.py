"""Why nothing fits: what clashes, in the words of the wishes, what each would bring, and the ways to relax it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_, quoted
from tourdesk.programming.findings import title_of
from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit.answer import Relaxed
from tourdesk.programming.fit.request import EVENING, PARTS, PINNED, FilmId, Never
from tourdesk.programming.fit.wording import joined
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.proposing.asked import NIGHTS, REPLACED, Asked, AskedNight
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.stretches import Room
from tourdesk.programming.proposing.wishes import MUST, NEVER, Wish, Wishes

_MINUTE = 60


class Outside(StrEnum):
    """What is no wish and is given up outside of them."""

    SLOT = "slot"
    """The night gets a later curfew."""
    ALONE = "alone"
    """This night is proposed without the other one."""
    UNPIN = "unpin"
    """Films get no fixed time any more."""
    TIMES = "times"
    """Nothing has a fixed time any more."""


@dataclass(frozen=True, slots=True)
class Relaxing:
    """A way to relax a clash by one click: what it is called, the wishes then, and what is told of it."""

    name: str
    wishes: Wishes
    told: str


@dataclass(frozen=True, slots=True)
class Clash:
    """One of those that cannot hold together; `brings` is what giving it up would bring.

    `ways` relax it, the one that gives up least first; none where it is given up `outside` of them, or not at all.
    """

    sentence: str
    brings: str
    ways: tuple[Relaxing, ...] = ()
    outside: Outside | None = None


def clashes_of(asked: Asked, answer: Answer, cancelled: Callable[[], bool] | None) -> tuple[Clash, ...]:
    """What clashes when nothing fits; none where something does."""
    relaxed = {one.rule: one for one in answer.relax}
    empty = PARTS in answer.clash and _lacks_films(asked, relaxed.get(PARTS), cancelled)
    # What is pinned leaves too little for a film: no part needs to do without one.
    told = [name for name in answer.clash if name != PARTS or PINNED not in answer.clash or not empty]
    return tuple(
        _empty_part() if name == PARTS and empty else _clash(asked, name, relaxed.get(name)) for name in told
    )


def _lacks_films(asked: Asked, relaxed: Relaxed | None, cancelled: Callable[[], bool] | None) -> bool:
    """Whether the parts clash because one of them gets no film, not because they are too short."""
    if relaxed is not None and relaxed.amount is not None and relaxed.amount > 1:
        return False  # a part without a film lacks one second
    request = asked.request
    longest = tuple(
        replace(part, max_seconds=max(part.max_seconds, request.max_seconds)) for part in request.parts
    )
    wide = replace(request, parts=longest, alternatives=1, time_limit_seconds=1.0)
    return solve(wide, cancelled=cancelled).status == "impossible"


def _empty_part() -> Clash:
    return Clash(_("Each part has at least one film"), _("Fewer intermissions may help."))


def _clash(asked: Asked, name: str, relaxed: Relaxed | None) -> Clash:
    wishes = asked.wishes
    if (fixed := _fixed(asked, name, relaxed)) is not None:
        return fixed
    if name in {MUST, NEVER}:
        return _of_films(asked, name, relaxed)
    wish = wishes.of(WishKind.PART) if name == PARTS else wishes.named(name)
    if not wish.on:
        return _empty_part()  # only parts clash without a wish: the slot, or what is pinned, is told beside
    return Clash(wish.sentence, _brings(asked, relaxed), _ways(wishes, wish, relaxed))


def _fixed(asked: Asked, name: str, relaxed: Relaxed | None) -> Clash | None:
    """What is asked beside the wishes; None for a wish."""
    brings = _brings(asked, relaxed)
    alone = len(asked.nights) == 1
    if name == EVENING and alone and asked.nights[0].times.held:
        leaves = _("What is pinned leaves {time} for films", time=clock_text(asked.nights[0].room))
        return Clash(leaves, brings, outside=Outside.TIMES)
    if name == EVENING:
        sentence = _("The slot has {room} for films", room=clock_text(asked.request.evening_seconds))
        return Clash(sentence, _later_curfew(asked, relaxed), outside=Outside.SLOT)
    if name == REPLACED:
        titles = joined([quoted(title) for title in asked.replaced])
        return Clash(_("Without {films}", films=titles), brings)
    if name == NIGHTS:
        return Clash(_("No film is shown on both nights"), brings, outside=Outside.ALONE)
    if name == PINNED:
        sentence, outside = _what_is_pinned(asked)
        return Clash(sentence, brings, outside=outside if alone else None)
    return None


def _what_is_pinned(asked: Asked) -> tuple[str, Outside]:
    """What is pinned, as a rule in words, and how it is given up; where it leaves no time for any film, how much."""
    refused = {film for rule in asked.request.rules if isinstance(rule, Never) for film in rule.films}
    shortest = min((film.seconds for film in asked.request.films if film.id not in refused), default=0)
    night = asked.nights[0]
    least = min(night.times.rooms, key=lambda room: room.seconds, default=None)
    if least is not None and least.seconds < shortest and len(asked.nights) == 1:
        return _too_little(night, least), Outside.TIMES
    films_alone = all(
        item.pinned is None or item.kind is ItemKind.FILM for item in night.frame.programme.items
    )
    if films_alone:
        return _("Films with a pinned start stay where they are"), Outside.UNPIN
    return _("What is pinned starts in time"), Outside.TIMES


def _too_little(night: AskedNight, room: Room) -> str:
    time = clock_text(max(room.seconds, 0))
    whole = night.frame.whole
    (place, *more), ends = room.stretches, room.stretches[-1] + 1
    goes_on = night.frame.parts[place].goes_on or (ends < len(whole) and night.frame.parts[ends].goes_on)
    if more or goes_on:
        return _(
            "What is pinned leaves {time} for films before {title}",
            time=time,
            title=quoted(title_of(room.before)),
        )
    return _(
        "What is pinned leaves {time} for films in the {part}",
        time=time,
        part=part_name(whole[place], whole[-1] + 1),
    )


def _of_films(asked: Asked, name: str, relaxed: Relaxed | None) -> Clash:
    """Films that must be shown, or must not: where fewer of them are enough, these alone are given up."""
    wishes = asked.wishes
    ids = wishes.must if name == MUST else wishes.never
    enough = relaxed.films if relaxed is not None else ()
    ways = []
    if 0 < len(enough) < len(ids):
        fewer = wishes
        for film in enough:
            fewer = fewer.leaving(int(film))
        some = _titles(asked, enough)
        must = name == MUST
        said = _("Need not show {films}", films=some) if must else _("May show {films}", films=some)
        told = (
            _("{films} need not be shown any more.", films=some)
            if must
            else _("{films} may be shown now.", films=some)
        )
        ways.append(Relaxing(said, fewer, told))
    # Which of them would be enough, the way says itself.
    brings = _brings(asked, replace(relaxed, films=()) if relaxed is not None and ways else relaxed)
    return Clash(about_films(asked, name), brings, (*ways, _without(wishes, name)))


def about_films(asked: Asked, name: str) -> str:
    """Which films must be shown, or must not, as a rule in words."""
    if name == MUST:
        return _("Must show {films}", films=_titles(asked, asked.wishes.must))
    return _("Never show {films}", films=_titles(asked, asked.wishes.never))


def _ways(wishes: Wishes, wish: Wish, relaxed: Relaxed | None) -> tuple[Relaxing, ...]:
    looser = wish.loosened(relaxed.amount, relaxed.sides) if relaxed is not None and relaxed.amount else None
    if looser is None:
        return (_without(wishes, wish.name),)
    told = _("The rule is now: {rule}.", rule=looser.sentence)
    return Relaxing(looser.sentence, wishes.having(looser), told), _without(wishes, wish.name)


def _without(wishes: Wishes, name: str) -> Relaxing:
    if name == MUST:
        told = _("No film has to be shown any more.")
    elif name == NEVER:
        told = _("Every film may be shown now.")
    else:
        told = _("“{rule}” was switched off.", rule=wishes.named(name).sentence)
    return Relaxing(_("Do without this"), wishes.without(name), told)


def _titles(asked: Asked, ids: tuple[FilmId, ...] | tuple[int, ...]) -> str:
    return joined([quoted(asked.request.by_id[film].title) for film in ids])


def _later_curfew(asked: Asked, relaxed: Relaxed | None) -> str:
    """How much later the curfew would have to be, and when that is where it is the curfew of one night."""
    if relaxed is None or relaxed.then is None:
        return _brings(asked, relaxed)
    if not relaxed.amount:
        return _("A later curfew may help.")
    minutes = -(-relaxed.amount // _MINUTE)
    if len(asked.nights) > 1:
        return n_("A curfew {n} minute later is enough.", "A curfew {n} minutes later is enough.", minutes)
    slot = asked.slot
    curfew = slot.local(slot.curfew + timedelta(minutes=minutes))
    return n_(
        "A curfew at {clock}, {n} minute later, is enough.",
        "A curfew at {clock}, {n} minutes later, is enough.",
        minutes,
        clock=f"{curfew:%H:%M}",
    )


def _brings(asked: Asked, relaxed: Relaxed | None) -> str:
    """What giving up one wish brings, in one sentence or two."""
    if relaxed is not None and relaxed.then is None and not relaxed.proven:
        return _("What it would bring was not found out in time.")
    if relaxed is None or relaxed.then is None:
        return _("Without it something else still stands in the way.")
    amounts = dict(zip(asked.request.prefer, relaxed.then, strict=True))
    films = clock_text(int(amounts["fill"]))
    sentence = _("Without it: {films} of films.", films=films)
    if not relaxed.proven:
        sentence = _("Without it: at least {films} of films.", films=films)
    # Of a rule about films that no number loosens, which of them would be enough.
    return f"{relaxed.by} {sentence}" if relaxed.films else sentence
