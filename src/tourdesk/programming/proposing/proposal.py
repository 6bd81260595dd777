"""Proposals: evenings that the fit found, as programmes on the clock, and why there are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import Cancelled
from tourdesk.foundation.language import _
from tourdesk.programming.editing import new_key
from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit import Programme as Fitted
from tourdesk.programming.fit.answer import Relaxed
from tourdesk.programming.fit.checker import changes
from tourdesk.programming.fit.request import EVENING, PARTS, PINNED, Nights
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import NIGHTS, REPLACED, Asked
from tourdesk.programming.proposing.pairing import Paired, paired
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.wishes import MUST, NEVER, Wish
from tourdesk.programming.running_order import RunningOrder, running_order
from tourdesk.programming.slot import Slot

Preference = Literal["value", "fill", "least_change"]
ItemOf = Callable[[int], Item]
"""A new item for a film that the programme does not have yet."""


@dataclass(frozen=True, slots=True)
class ProposedNight:
    """What is proposed for one night in place of the programme that was `before`, on the clock of its slot."""

    before: Programme
    programme: Programme
    order: RunningOrder
    slot: Slot

    @property
    def in_time(self) -> bool:
        """Whether it ends in time and every pinned item starts when it is pinned to."""
        return self.order.margin >= 0 and not any(timed.late for timed in self.order.items)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An evening that keeps the wishes, or two that are proposed together.

    `why` says in a sentence how it differs from the best one, `given_up` what would have been nice and is not so.
    """

    nights: tuple[ProposedNight, ...]
    why: str = ""
    given_up: tuple[str, ...] = ()

    @property
    def programme(self) -> Programme:
        """The first night's."""
        return self.nights[0].programme

    @property
    def order(self) -> RunningOrder:
        """The first night's."""
        return self.nights[0].order

    @property
    def in_time(self) -> bool:
        """Whether every night is."""
        return all(night.in_time for night in self.nights)


@dataclass(frozen=True, slots=True)
class Clash:
    """One of the wishes that cannot hold together; `brings` is what giving it up would bring.

    `name` is what `Wishes.without` takes; None when no switch gives it up: then it is the slot, or the parts.
    `looser` is the wish with a number that is enough, where there is one.
    """

    sentence: str
    brings: str
    name: str | None
    is_slot: bool = False
    looser: Wish | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: proposals, the best first; or why there are none. `proven` is about the first one.

    `better` says by how much another one could be better at most, and in what. `late` counts what was found and left
    out, because it misses a pinned time.
    """

    asked: Asked
    proposals: tuple[Proposal, ...]
    proven: bool
    seconds: float
    clashes: tuple[Clash, ...] = ()
    better: tuple[Preference, int] | None = None
    late: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """How an evening differs from another: titles of films, and how many others stand elsewhere."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    moved: int


def propose(
    asked: Asked,
    item_of: ItemOf,
    *,
    on_better: Callable[[Proposal], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Find proposals; `on_better` is called with each better one on the calling thread. Raises Cancelled."""
    maker = _Maker(asked, item_of)

    def tell(found: Fitted | Paired) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if (
            on_better is not None
            and (better := maker.proposal(found.nights, found.why, found.soft_broken)).in_time
        ):
            on_better(better)

    # Of a night that is filled before the other there is nothing to draw yet.
    answer = solve(asked.request, on_better=None if asked.apart else tell, cancelled=cancelled)
    answer, pairs = paired(asked, answer, tell, cancelled)
    found = [maker.proposal(one.nights, one.why, one.soft_broken) for one in pairs]
    in_time = tuple(one for one in found if one.in_time)
    # Where one night has more room than the others, only what all of them have room for is proven; where they are filled
    # one after the other, each for itself.
    best_is_there = bool(found) and found[0].in_time and not (asked.uneven or asked.apart)
    return Outcome(
        asked,
        in_time,
        answer.status == "optimal" and best_is_there,
        answer.seconds,
        _clashes(asked, answer, cancelled),
        _better(asked, answer) if best_is_there else None,
        len(found) - len(in_time),
    )


class _Maker:
    """Makes programmes of what the fit found."""

    def __init__(self, asked: Asked, item_of: ItemOf) -> None:
        self._asked = asked
        self._item_of = item_of
        # One item for a film in all proposals of a night: whoever goes from one to another keeps what is the same.
        self._made = [dict(items) for items in asked.items]

    def proposal(self, nights: Nights, why: str, soft_broken: Sequence[str]) -> Proposal:
        given_up = tuple(self._asked.wishes.named(name).sentence for name in soft_broken)
        made = []
        for number, (night, asked) in enumerate(zip(nights, self._asked.nights, strict=True)):
            items = [[self._item(number, int(film)) for film in part] for part in night]
            programme = asked.frame.filled(items)
            order = running_order(programme, asked.slot)
            made.append(ProposedNight(asked.frame.programme, programme, order, asked.slot))
        return Proposal(tuple(made), why, given_up)

    def _item(self, night: int, film: int) -> Item:
        made = self._made[night]
        if film not in made:
            # A film that comes from the other night brings along what is said and done at it.
            there = next((items[film] for items in self._asked.items if film in items), None)
            made[film] = self._item_of(film) if there is None else replace(there, key=new_key())
        return made[film]


def _better(asked: Asked, answer: Answer) -> tuple[Preference, int] | None:
    """By how much the first thing that can still become better can become so at most."""
    if answer.bound is None or not answer.programmes:
        return None
    for wish, most, has in zip(
        asked.request.prefer, answer.bound, answer.programmes[0].objective, strict=True
    ):
        if most != has:
            return wish, abs(int(most - has))
    return None


def difference(now: Programme, then: Programme) -> Difference:
    """How one evening differs from that of now."""
    before, after = _films(now), _films(then)
    titles = {film.film_id: film.title for film in (*now.items, *then.items) if film.film_id is not None}
    had = [film for part in before for film in part]
    has = [film for part in after for film in part]
    added = [film for film in has if film not in had]
    dropped = [film for film in had if film not in has]
    moved = changes((before,), (after,)) - len(added) - len(dropped)
    return Difference(tuple(titles[film] for film in added), tuple(titles[film] for film in dropped), moved)


def _films(programme: Programme) -> tuple[tuple[int, ...], ...]:
    parts: list[list[int]] = [[]]
    for item in programme.items:
        if item.kind is ItemKind.INTERMISSION:
            parts.append([])
        elif item.film_id is not None:
            parts[-1].append(item.film_id)
    return tuple(tuple(part) for part in parts)


def _clashes(asked: Asked, answer: Answer, cancelled: Callable[[], bool] | None) -> tuple[Clash, ...]:
    relaxed = {one.rule: one for one in answer.relax}
    empty = PARTS in answer.clash and _lacks_films(asked, relaxed.get(PARTS), cancelled)
    return tuple(
        _empty_part() if name == PARTS and empty else _clash(asked, name, relaxed.get(name))
        for name in answer.clash
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
    return Clash(_("Each part has at least one film"), _("Fewer intermissions may help."), None)


def _clash(asked: Asked, name: str, relaxed: Relaxed | None) -> Clash:
    brings = _brings(asked, relaxed)
    wishes = asked.wishes
    amount = relaxed.amount if relaxed is not None else None
    if name == EVENING:
        room = clock_text(asked.request.evening_seconds)
        needed = _("A later curfew may help.") if relaxed is None or not amount else relaxed.by
        return Clash(_("The slot has {room} for films", room=room), needed, None, is_slot=True)
    if name == PARTS:
        wish = wishes.of(WishKind.PART)
        if wish.on:
            return Clash(wish.sentence, brings, wish.name, looser=_looser(wish, amount))
        return _empty_part()
    if (fixed := _fixed(asked, name)) is not None:
        return Clash(fixed, brings, None)
    if name in {MUST, NEVER}:
        ids = wishes.must if name == MUST else wishes.never
        titles = ", ".join(f"“{asked.request.by_id[film].title}”" for film in ids)
        said = _("Must show {films}", films=titles) if name == MUST else _("Never show {films}", films=titles)
        return Clash(said, brings, name)
    wish = wishes.named(name)
    return Clash(wish.sentence, brings, name, looser=_looser(wish, amount))


def _fixed(asked: Asked, name: str) -> str | None:
    """What is asked beside the wishes, in words; None for a wish."""
    titles = ", ".join(f"“{title}”" for title in asked.replaced)
    return {
        NIGHTS: _("No film is shown on both nights"),
        REPLACED: _("Without {films}", films=titles),
        PINNED: _("Films with a pinned start stay where they are"),
    }.get(name)


def _looser(wish: Wish, amount: int | None) -> Wish | None:
    return wish.loosened(amount) if amount else None


def _brings(asked: Asked, relaxed: Relaxed | None) -> str:
    """What giving up one wish brings, in one sentence."""
    if relaxed is None or relaxed.then is None:
        return _("Without it something else still stands in the way.")
    amounts = dict(zip(asked.request.prefer, relaxed.then, strict=True))
    films = clock_text(int(amounts["fill"]))
    if relaxed.proven:
        return _("Without it: {films} of films.", films=films)
    return _("Without it: at least {films} of films.", films=films)
