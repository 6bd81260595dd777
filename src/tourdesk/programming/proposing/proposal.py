"""Proposals: evenings that the fit found, as programmes on the clock, and why there are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.editing import new_key
from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit import Programme as Fitted
from tourdesk.programming.fit.checker import changes
from tourdesk.programming.fit.request import Nights
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import ALTERNATIVES, Asked
from tourdesk.programming.proposing.clashing import Clash, clashes_of
from tourdesk.programming.proposing.pairing import Paired, differences, paired
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
class Outcome:
    """What came of it: proposals, the best first; or why there are none. `proven` is about the first one.

    `better` says by how much another one could be better at most, and in what.
    """

    asked: Asked
    proposals: tuple[Proposal, ...]
    proven: bool
    seconds: float
    clashes: tuple[Clash, ...] = ()
    better: tuple[Preference, int] | None = None


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
        if on_better is not None:
            on_better(maker.proposal(found.nights, found.soft_broken))

    # Of a night that is filled before the other there is nothing to draw yet.
    answer = solve(asked.request, on_better=None if asked.apart else tell, cancelled=cancelled)
    answer, pairs = paired(asked, answer, tell, cancelled)
    found = pairs[:ALTERNATIVES]
    whys = differences(asked, [one.nights for one in found])
    # Where one night has more room than the others, only what all of them have room for is proven; where they are filled
    # one after the other, each for itself.
    best_is_there = bool(found) and not (asked.uneven or asked.apart)
    return Outcome(
        asked,
        tuple(
            replace(maker.proposal(one.nights, one.soft_broken), why=why)
            for one, why in zip(found, whys, strict=True)
        ),
        answer.status == "optimal" and best_is_there,
        answer.seconds,
        () if found else clashes_of(asked, answer, cancelled),
        _better(asked, answer) if best_is_there else None,
    )


class _Maker:
    """Makes programmes of what the fit found."""

    def __init__(self, asked: Asked, item_of: ItemOf) -> None:
        self._asked = asked
        self._item_of = item_of
        # One item for a film in all proposals of a night: whoever goes from one to another keeps what is the same.
        self._made = [dict(items) for items in asked.items]

    def proposal(self, nights: Nights, soft_broken: Sequence[str]) -> Proposal:
        given_up = tuple(self._asked.wishes.named(name).sentence for name in soft_broken)
        made = []
        for number, (night, asked) in enumerate(zip(nights, self._asked.nights, strict=True)):
            items = [[self._item(number, int(film)) for film in part] for part in night]
            programme = asked.frame.filled(items)
            order = running_order(programme, asked.slot)
            made.append(ProposedNight(asked.frame.programme, programme, order, asked.slot))
        return Proposal(tuple(made), given_up=given_up)

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
