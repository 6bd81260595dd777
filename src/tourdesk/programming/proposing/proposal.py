"""Proposals: evenings that the fit found, as programmes on the clock, and why there are none."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.editing import new_key
from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit import Programme as Fitted
from tourdesk.programming.fit.checker import changes
from tourdesk.programming.fit.request import Nights
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asked import ALTERNATIVES, Asked
from tourdesk.programming.proposing.clashing import Clash, clashes_of, missed_times
from tourdesk.programming.proposing.pairing import Paired, differences, paired
from tourdesk.programming.proposing.punctual import dealt_anew
from tourdesk.programming.running_order import RunningOrder, running_order
from tourdesk.programming.slot import Slot

Preference = Literal["value", "fill", "least_change"]
_MOST_DEALT = 60
"""So many ways to deal films out around a pinned one are tried: each is laid on the clock."""
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
        if on_better is not None and (better := maker.proposal(found.nights, found.soft_broken)).in_time:
            on_better(better)

    # Of a night that is filled before the other there is nothing to draw yet.
    answer = solve(asked.request, on_better=None if asked.apart else tell, cancelled=cancelled)
    answer, pairs = paired(asked, answer, tell, cancelled)
    found = _until_enough(maker.punctual(one) for one in _while_asked_for(pairs, cancelled))
    in_time = [(one, made) for one, made in found if made.in_time]
    # What is late is not shown: nothing is told by it.
    whys = differences(asked, [one.nights for one, _made in in_time])
    # Where one night has more room than the others, only what all of them have room for is proven; where they are filled
    # one after the other, each for itself.
    best_is_there = bool(found) and found[0][1].in_time and not (asked.uneven or asked.apart)
    return Outcome(
        asked,
        tuple(replace(made, why=why) for (_one, made), why in zip(in_time, whys, strict=True)),
        answer.status == "optimal" and best_is_there,
        answer.seconds,
        clashes_of(asked, answer, cancelled) if in_time or not found else missed_times(asked),
        _better(asked, answer) if best_is_there else None,
        len(found) - len(in_time),
    )


def _while_asked_for(pairs: list[Paired], cancelled: Callable[[], bool] | None) -> Iterator[Paired]:
    for one in pairs:
        if cancelled is not None and cancelled():
            raise Cancelled
        yield one


def _until_enough(made: Iterator[tuple[Paired, Proposal]]) -> list[tuple[Paired, Proposal]]:
    """Proposals until there are enough that are in time, and those between."""
    found: list[tuple[Paired, Proposal]] = []
    for one in made:
        found.append(one)
        if sum(proposal.in_time for _paired, proposal in found) == ALTERNATIVES:
            break
    return found


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

    def punctual(self, found: Paired) -> tuple[Paired, Proposal]:
        """What was found, its films before and behind a pinned one dealt out so that it is in time, if they can be."""
        made = self.proposal(found.nights, found.soft_broken)
        if made.in_time:
            return found, made
        for nights in islice(dealt_anew(self._asked, found.nights, made.order), _MOST_DEALT):
            other = self.proposal(nights, found.soft_broken)
            if other.in_time:
                return replace(found, nights=nights), other
        return found, made

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
