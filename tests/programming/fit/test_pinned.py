"""Films that stay where they are, and time to spare: what the builder asks for beyond the command line."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.programming.fit.small import every_programme, rank, small_request

from tourdesk.programming.fit import Request, parse, solve
from tourdesk.programming.fit.request import PINNED, Film, Part, Pin, Spare


def _asked(seed: int) -> Request:
    """A small request with one or two films pinned, and sometimes time to spare."""
    rng = random.Random(seed)  # noqa: S311 -- requests, no secrets
    request = parse(small_request(seed, films=4, nights=1, parts=2))
    pins = tuple(
        Pin(film, rng.randrange(2), rng.choice((None, 0, 1, -1, -2)))
        for film in rng.sample([1, 2, 3, 4], rng.choice((1, 1, 2)))
    )
    spare = Spare(id="spare", seconds=rng.choice((60, 200)), soft=rng.choice((None, None, Decimal(2))))
    return replace(
        request, pinned=pins, rules=(*request.rules, spare) if rng.random() < 0.5 else request.rules
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_best_with_pinned_films_is_what_trying_everything_finds(seed: int) -> None:
    request = _asked(seed)
    answer = solve(replace(request, alternatives=1))
    best = max((rank(request, objective) for _, objective in every_programme(request)), default=None)
    found = rank(request, answer.programmes[0].objective) if answer.programmes else None
    assert found == best
    assert answer.status == ("impossible" if best is None else "optimal")


def test_films_that_cannot_stay_are_a_clash_that_says_so() -> None:
    films = (Film(1, "Long Run", 900), Film(2, "Short Run", 300))
    request = Request(films=films, parts=(Part(1000), Part(500)), max_seconds=1500, pinned=(Pin(1, 1),))
    answer = solve(request)
    assert answer.clash == ("parts", PINNED)
    assert answer.relax[1].by == "Let “Long Run” go or stand elsewhere."


def test_time_to_spare_that_is_not_there_is_told_how_much_there_would_be() -> None:
    request = Request(
        films=(Film(1, "Long Run", 900),),
        parts=(Part(1000),),
        max_seconds=1000,
        pinned=(Pin(1, 0),),
        rules=(Spare(id="spare", seconds=300),),
    )
    by = {one.rule: one.by for one in solve(request).relax}
    assert by["spare"] == "Let 1:40 to spare be enough."


def test_pinned_films_are_of_one_night() -> None:
    with pytest.raises(ValueError, match="one night"):
        Request(films=(Film(1, "A", 60),), parts=(Part(60),), max_seconds=60, nights=2, pinned=(Pin(1, 0),))
