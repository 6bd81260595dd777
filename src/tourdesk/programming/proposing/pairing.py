"""Nights that are proposed together: what the fit finds for all of them, and for each in its own room.

The fit fills nights of one shape. Where one night has more room than another, what it found for the room that all have
is filled up night by night; where they have not as many parts each, or films are pinned, one is filled after the other.
Neither is proven.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tourdesk.programming.fit import Answer, solve
from tourdesk.programming.fit import Programme as Fitted
from tourdesk.programming.fit.explain import difference
from tourdesk.programming.fit.request import Fees, FilmId, Must, Never, Nights, Part, Request, Rule, films_of
from tourdesk.programming.proposing.asked import NIGHTS, Asked

Cancelled = Callable[[], bool] | None
_OF_THE_TIME = 20
"""A night for itself may take this part of the time: of four pairs there are eight."""


@dataclass(frozen=True, slots=True)
class Paired:
    """What was found: the films of the nights, and the soft rules that it breaks.

    Where the nights were filled each for itself, `worth` is what they are worth together.
    """

    nights: Nights
    soft_broken: tuple[str, ...]
    worth: tuple[Decimal, ...] = ()


def paired(
    asked: Asked, answer: Answer, tell: Callable[[Paired], None], cancelled: Cancelled
) -> tuple[Answer, list[Paired]]:
    """What the fit answered, as nights in their own room; with it the answer that says why there are none.

    `tell` is called with each pair that is better than those before it.
    """
    if asked.apart:
        return _one_after_the_other(asked, answer, tell, cancelled)
    if not asked.uneven:
        return answer, [Paired(one.nights, one.soft_broken) for one in answer.programmes]
    found: dict[Nights, Paired] = {}
    for fitted in answer.programmes:
        _keep(found, _filled_up(asked, fitted, cancelled), tell)
    return answer, _best_first(asked, found.values())


def _keep(found: dict[Nights, Paired], one: Paired, tell: Callable[[Paired], None]) -> None:
    if all(one.worth > other.worth for other in found.values()):
        tell(one)
    found.setdefault(one.nights, one)


def _best_first(asked: Asked, found: Iterable[Paired]) -> list[Paired]:
    """The best first, of the others those that differ enough."""
    ordered = sorted(found, key=lambda one: one.worth, reverse=True)
    enough = _distinct(ordered, asked.request.different_by)
    # Where films are few, filled nights may come close to each other; then a pair that is nearly the same is a choice too.
    return enough if len(enough) > 1 else _distinct(ordered, 1)


def differences(asked: Asked, found: Sequence[Nights]) -> list[str]:
    """What each differs in from the first, in a sentence, empty for that one; which wishes it keeps is shown beside."""
    both = replace(
        asked.request,
        nights=len(asked.nights),
        parts=tuple(Part(0) for _ in range(max(len(night.parts) for night in asked.nights))),
        start_from=tuple(night.films for night in asked.nights),
        pinned=(),
    )
    return [difference(both, found[0], one, wishes=False) if place else "" for place, one in enumerate(found)]


def _distinct(ordered: Iterable[Paired], by: int) -> list[Paired]:
    """Those that differ from all before them by so many films."""
    kept: list[Paired] = []
    for one in ordered:
        if all(_differs(one, other, by) for other in kept):
            kept.append(one)
    return kept


def _differs(one: Paired, other: Paired, by: int) -> bool:
    """Whether one of two shows at least so many films that the other does not."""
    films, others = films_of(one.nights), films_of(other.nights)
    return max(len(films - others), len(others - films)) >= by


def _worth(request: Request, *nights: Fitted) -> tuple[Decimal, ...]:
    """What nights are worth together, in the order of the preference, the more the better."""
    amounts = zip(request.prefer, *(night.objective for night in nights), strict=True)
    return tuple(
        -Decimal(sum(each)) if wish == "least_change" else Decimal(sum(each)) for wish, *each in amounts
    )


def _filled_up(asked: Asked, fitted: Fitted, cancelled: Cancelled) -> Paired:
    """The nights with the room that each has for itself, one after the other."""
    found = Paired(fitted.nights, fitted.soft_broken, _worth(asked.request, fitted))
    filled_nights = []
    for number in range(len(found.nights)):
        nights = found.nights
        own = {film for part in nights[number] for film in part}
        others = [film for n, night in enumerate(nights) if n != number for part in night for film in part]
        answer = solve(alone(asked, number, others, own), cancelled=cancelled)
        if answer.programmes:
            (filled,) = answer.programmes[0].nights
            found = replace(found, nights=(*nights[:number], filled, *nights[number + 1 :]))
            filled_nights.append(answer.programmes[0])
    if len(filled_nights) < len(found.nights):
        return found
    broken = dict.fromkeys(name for night in filled_nights for name in night.soft_broken)
    return replace(found, soft_broken=tuple(broken), worth=_worth(asked.request, *filled_nights))


def _one_after_the_other(
    asked: Asked, answer: Answer, tell: Callable[[Paired], None], cancelled: Cancelled
) -> tuple[Answer, list[Paired]]:
    """What was found for the first night with the second one filled after each, and the other way round once."""
    found: dict[Nights, Paired] = {}
    for fitted in answer.programmes:
        second = _filled_after(asked, 1, fitted, cancelled)
        if second.programmes:
            _keep(found, _both(asked, fitted, second.programmes[0]), tell)
        elif not found:
            answer = second if fitted is answer.programmes[-1] else answer
    quick = replace(first_of(asked, 1), alternatives=1, time_limit_seconds=_quickly(asked))
    for fitted in solve(quick, cancelled=cancelled).programmes:
        first = _filled_after(asked, 0, fitted, cancelled)
        if first.programmes:
            _keep(found, _both(asked, first.programmes[0], fitted), tell)
    return answer, _best_first(asked, found.values())


def _filled_after(asked: Asked, number: int, other: Fitted, cancelled: Cancelled) -> Answer:
    """A night beside the other one, which shows what it shows."""
    shown = [film for part in other.nights[0] for film in part]
    return solve(alone(asked, number, shown, set(asked.wishes.must) - set(shown)), cancelled=cancelled)


def _both(asked: Asked, first: Fitted, second: Fitted) -> Paired:
    broken = tuple(dict.fromkeys((*first.soft_broken, *second.soft_broken)))
    return Paired((*first.nights, *second.nights), broken, _worth(asked.request, first, second))


def _quickly(asked: Asked) -> float:
    return asked.request.time_limit_seconds / _OF_THE_TIME


def first_of(asked: Asked, number: int) -> Request:
    """The request of the night that is filled first: without what is pinned in another night.

    What must be shown and stands in another night stays there; and all that does, where the nights are mended.
    """
    others = [night for place, night in enumerate(asked.nights) if place != number]
    standing = {film for night in others for part in night.films for film in part}
    taken = {pin.film for night in others for pin in night.pins}
    if asked.mends:
        taken |= standing - {pin.film for pin in asked.nights[number].pins}
    request = alone(
        asked, number, sorted(taken, key=str), {film for film in asked.wishes.must if film not in standing}
    )
    whole = asked.request
    return replace(request, alternatives=whole.alternatives, time_limit_seconds=whole.time_limit_seconds)


def alone(asked: Asked, number: int, others: Iterable[FilmId], own: set[int] | set[FilmId]) -> Request:
    """The request of one night in its own room, without what the others show; of the films that must be shown `own`."""
    night, request, elsewhere = asked.nights[number], asked.request, tuple(others)
    spent = sum((request.by_id[film].fee for film in elsewhere), Decimal(0))
    rules: list[Rule] = [Never(id=NIGHTS, films=elsewhere)]
    for rule in request.rules:
        if isinstance(rule, Must):
            rules.append(Must(id=rule.id, films=tuple(film for film in asked.wishes.must if film in own)))
        elif isinstance(rule, Fees):
            # Of all nights together: what the others cost is spent.
            left = (asked.wishes.budget or Decimal(0)) - spent
            rules.append(replace(rule, at_most=max(left, Decimal(0))))
        elif rule.id != NIGHTS:
            rules.append(rule)
    return replace(
        request,
        nights=1,
        parts=night.parts,
        max_seconds=night.room,
        gap_seconds=night.frame.programme.gap_seconds,
        rules=tuple(rules),
        start_from=(night.films,),
        pinned=night.pins,
        alternatives=1,
        time_limit_seconds=_quickly(asked),
    )
