"""Good programmes of several nights, quickly: the best of one night after the other, the other nights held as they are.

Nothing is proven by it. It is where the search over all nights together starts from, which has thousands of ways
to fill the nights to the second and few that can also be dealt out to their parts.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from itertools import product

from tourdesk.programming.fit.ordering import NightParts
from tourdesk.programming.fit.request import (
    Fees,
    FilmId,
    Licensed,
    Must,
    Never,
    Nights,
    NoRepeats,
    NotShownInTown,
    Request,
    Rule,
)

OneNight = Callable[[Request], Nights | None]
"""The best of a request of one night, None when there is none."""
_MOST_SHARED = 3
_CENT = Decimal("0.01")


def night_by_night(request: Request, best_of: OneNight) -> Nights | None:
    """A programme of all nights, each the best that the ones before leave; it may break rules of all nights."""
    nights: list[NightParts] = [((),) * len(request.parts)] * request.nights
    for number in range(request.nights):
        found = best_of(one_night(request, nights, number, first=True))
        if found is None:
            return None
        nights[number] = found[0]
    return tuple(nights)


def shares(request: Request, *, alike: bool) -> list[tuple[tuple[FilmId, ...], ...]]:
    """The ways to deal what must be shown out to the nights; of more than two nights, or many films, none is asked.

    `alike`: the nights are interchangeable; then the first film is always on the first.
    """
    must = tuple(
        {
            film: None
            for rule in request.rules
            if isinstance(rule, Must) and rule.soft is None
            for film in rule.films
        }
    )
    if request.nights != 2 or len(must) > _MOST_SHARED:
        return [((),) * request.nights]
    ways: list[tuple[tuple[FilmId, ...], ...]] = []
    for chosen in product((True, False), repeat=len(must)):
        first = tuple(film for film, here in zip(must, chosen, strict=True) if here)
        if alike and must and must[0] not in first:
            continue
        ways.append((first, tuple(film for film in must if film not in first)))
    return ways


def freest_night(
    request: Request, number: int, must: tuple[FilmId, ...], without: tuple[FilmId, ...]
) -> Request:
    """A request of one night that keeps every rule which a night of a programme keeps that shows these on it.

    `without` are films that another night shows and this one must not.

    Rules over all nights that other nights could keep are left out. A soft rule of each night is paid for once,
    however many nights break it, so that each of them pays its share at least.
    """
    rules: list[Rule] = [Must(id="", films=must), Never(id="", films=without)]
    for rule in request.rules:
        match rule:
            case Must() | NoRepeats():
                continue
            case Never() | NotShownInTown() | Licensed() | Fees() if rule.soft is not None:
                continue
            case _:
                share = None if rule.soft is None else share_of(rule.soft, request.nights)
                rules.append(replace(rule, soft=share))
    return _alone(request, number, rules)


def share_of(price: Decimal, nights: int) -> Decimal:
    """What each of some nights pays of a price, in its own decimals: together never more, however that is rounded."""
    return (price / nights).quantize(price, ROUND_FLOOR)


def one_night(request: Request, nights: Sequence[NightParts], number: int, *, first: bool = False) -> Request:
    """The request of one night beside the others as they are; a first night does not take all the money or all that must be shown."""
    others = [film for n, night in enumerate(nights) if n != number for part in night for film in part]
    spent = sum((request.by_id[film].fee for film in others), Decimal(0))
    nights_to_come = request.nights - number if first else 1
    rules: list[Rule] = []
    for rule in request.rules:
        match rule:
            case NoRepeats():
                rules.append(Never(id=rule.id, films=tuple(others), soft=rule.soft))
            case Must():
                missing = tuple(film for film in rule.films if film not in others)
                # Each of the nights to come takes its share, as of the money.
                rules.append(replace(rule, films=missing[::nights_to_come]))
            case Fees():
                left = max(Decimal(0), rule.at_most - spent)
                rules.append(replace(rule, at_most=(left / nights_to_come).quantize(_CENT)))
            case _:
                rules.append(rule)
    return _alone(request, number, rules)


def _alone(request: Request, number: int, rules: list[Rule]) -> Request:
    start = None if request.start_from is None else (request.start_from[number],)
    return replace(request, nights=1, rules=tuple(rules), start_from=start, alternatives=1)
