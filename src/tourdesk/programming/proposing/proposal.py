"""Proposals: evenings that the fit found, as programmes on the clock, and why there are none."""

from collections.abc import Callable
from dataclasses import dataclass

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit import Programme as Fitted
from tourdesk.programming.fit.answer import Relaxed
from tourdesk.programming.fit.checker import changes
from tourdesk.programming.fit.request import EVENING, PARTS
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.proposing.asking import Asked
from tourdesk.programming.proposing.wishes import MUST, NEVER, WishKind
from tourdesk.programming.running_order import RunningOrder, running_order

ItemOf = Callable[[int], Item]
"""A new item for a film that the programme does not have yet."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An evening that keeps the wishes, as a programme and on the clock of the slot."""

    programme: Programme
    order: RunningOrder


@dataclass(frozen=True, slots=True)
class Clash:
    """One of the wishes that cannot hold together; `brings` is what giving it up would bring.

    `name` is what `Wishes.without` takes; None when no switch gives it up: then it is the slot, or the parts.
    """

    sentence: str
    brings: str
    name: str | None
    is_slot: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: proposals, the best first; or why there are none. `proven` is about the first one."""

    asked: Asked
    proposals: tuple[Proposal, ...]
    proven: bool
    seconds: float
    clashes: tuple[Clash, ...] = ()


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
    made: dict[int, Item] = dict(asked.items)

    def item(film: int) -> Item:
        # One item for a film in all proposals: whoever goes from one to another keeps what is the same.
        if film not in made:
            made[film] = item_of(film)
        return made[film]

    def proposal(fitted: Fitted) -> Proposal:
        (night,) = fitted.nights
        programme = asked.frame.filled([[item(int(film)) for film in part] for part in night])
        return Proposal(programme, running_order(programme, asked.slot))

    def tell(fitted: Fitted) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if on_better is not None:
            on_better(proposal(fitted))

    answer = solve(asked.request, on_better=tell, cancelled=cancelled)
    return Outcome(
        asked,
        tuple(proposal(fitted) for fitted in answer.programmes),
        answer.status == "optimal",
        answer.seconds,
        _clashes(asked, answer),
    )


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


def _clashes(asked: Asked, answer: Answer) -> tuple[Clash, ...]:
    relaxed = {one.rule: one for one in answer.relax}
    return tuple(_clash(asked, name, relaxed.get(name)) for name in answer.clash)


def _clash(asked: Asked, name: str, relaxed: Relaxed | None) -> Clash:
    brings = _brings(asked, relaxed)
    wishes = asked.wishes
    if name == EVENING:
        room = clock_text(asked.request.max_seconds)
        return Clash(f"The slot has {room} for films", "A later curfew may help.", None, is_slot=True)
    if name == PARTS:
        wish = wishes.of(WishKind.PART)
        if wish.on:
            return Clash(wish.sentence, brings, WishKind.PART.value)
        return Clash("Each part has at least one film", "Fewer intermissions may help.", None)
    if name in {MUST, NEVER}:
        ids = wishes.must if name == MUST else wishes.never
        titles = ", ".join(f"“{asked.request.by_id[film].title}”" for film in ids)
        return Clash(f"{'Must show' if name == MUST else 'Never show'} {titles}", brings, name)
    return Clash(wishes.of(WishKind(name)).sentence, brings, name)


def _brings(asked: Asked, relaxed: Relaxed | None) -> str:
    """What giving up one wish brings, in one sentence."""
    if relaxed is None or relaxed.then is None:
        return "Without it something else still stands in the way."
    amounts = dict(zip(asked.request.prefer, relaxed.then, strict=True))
    about = "" if relaxed.proven else "at least "
    return f"Without it: {about}{clock_text(int(amounts['fill']))} of films."
