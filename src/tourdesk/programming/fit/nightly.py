"""Good programmes of several nights, quickly: the best of one night after the other, the other nights held as they are.

Nothing is proven by it. It is where the search over all nights together starts from, which has thousands of ways
to fill the nights to the second and few that can also be dealt out to their parts.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from tourdesk.programming.fit.request import Fees, FilmId, Must, Never, Nights, NoRepeats, Request, Rule

OneNight = Callable[[Request], Nights | None]
"""The best of a request of one night, None when there is none."""
_ROUNDS = 3


def night_by_night(request: Request, best_of: OneNight) -> Iterator[Nights]:
    """Programmes of all nights, each better than the one before or the last; they may break rules of all nights."""
    nights: list[tuple[tuple[FilmId, ...], ...]] = [((),) * len(request.parts)] * request.nights
    for turn in range(_ROUNDS):
        before = list(nights)
        for number in range(request.nights):
            found = best_of(_one_night(request, nights, number, first=turn == 0))
            if found is None:
                return
            nights[number] = found[0]
        if nights == before:
            return
        yield tuple(nights)


def _one_night(
    request: Request, nights: list[tuple[tuple[FilmId, ...], ...]], number: int, *, first: bool
) -> Request:
    """The request of one night beside the others as they are; a first night does not take all the money."""
    others = [film for n, night in enumerate(nights) if n != number for part in night for film in part]
    spent = sum((request.by_id[film].fee for film in others), Decimal(0))
    nights_to_come = request.nights - number if first else 1
    rules: list[Rule] = []
    for rule in request.rules:
        match rule:
            case NoRepeats():
                rules.append(Never(id=rule.id, films=tuple(others), soft=rule.soft))
            case Must():
                rules.append(replace(rule, films=tuple(film for film in rule.films if film not in others)))
            case Fees():
                left = max(Decimal(0), rule.at_most - spent)
                rules.append(replace(rule, at_most=(left / nights_to_come).quantize(Decimal("0.01"))))
            case _:
                rules.append(rule)
    start = None if request.start_from is None else (request.start_from[number],)
    return replace(request, nights=1, rules=tuple(rules), start_from=start, alternatives=1)
