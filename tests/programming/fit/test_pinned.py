"""Films that stay where they are, and time to spare: what the builder asks for beyond the command line."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.programming.fit.small import every_programme, rank, small_request

from tourdesk.programming.fit import Request, parse, solve
from tourdesk.programming.fit.request import EVENING, PARTS, PINNED, Closer, Film, Part, Pin, Spare
from tourdesk.programming.fit.whynot import without


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


def _timed(seed: int) -> Request:
    """A small request of two or three stretches, some of which start at a time of their own or go on without a pause."""
    rng = random.Random(seed)  # noqa: S311 -- requests, no secrets
    request = parse(small_request(seed, films=5, nights=1, parts=2 + seed % 2))
    parts = list(request.parts)
    at = 0
    for place, part in enumerate(parts):
        at += rng.choice((100, 250, 300, 420, 600)) if place or rng.random() < 0.3 else 0
        parts[place] = replace(
            part,
            starts=at if rng.random() < 0.8 else None,
            goes_on=place > 0 and rng.random() < 0.6,
            whole_seconds=rng.choice((None, None, 700, 1200)),
        )
    stays = rng.random() < 0.7
    pins = (
        (Pin(rng.randint(1, 5), rng.randrange(1, len(parts)), rng.choice((None, 0, 0, -1))),) if stays else ()
    )
    return replace(
        request, parts=tuple(parts), pinned=pins, max_seconds=request.max_seconds + rng.choice((0, 300))
    )


@pytest.mark.parametrize("seed", range(90))
def test_the_best_around_fixed_times_is_what_trying_everything_finds(seed: int) -> None:
    request = _timed(seed)
    answer = solve(replace(request, alternatives=1))
    best = max((rank(request, objective) for _, objective in every_programme(request)), default=None)
    found = rank(request, answer.programmes[0].objective) if answer.programmes else None
    assert found == best
    assert answer.status == ("impossible" if best is None else "optimal")


@pytest.mark.parametrize("seed", range(30))
def test_what_clashes_with_fixed_times_is_possible_without_any_one_of_it(seed: int) -> None:
    request = _timed(seed)
    answer = solve(request)
    assert bool(answer.clash) is not bool(answer.programmes)
    for name in answer.clash:
        given_up = {rule.id for rule in request.rules} | {EVENING, PARTS, PINNED}
        given_up -= set(answer.clash) - {name}
        assert solve(without(request, given_up)).programmes


def test_films_before_a_fixed_time_are_over_by_then_and_it_is_waited_for() -> None:
    films = (
        Film(1, "Feature", 1800),
        Film(2, "Short", 500),
        Film(3, "Long Short", 700),
        Film(4, "Coda", 300),
    )
    request = Request(
        films=films,
        parts=(Part(3000), Part(3000, starts=600, goes_on=True)),
        max_seconds=2750,
        gap_seconds=20,
        prefer=("fill",),
        pinned=(Pin(1, 1, 0),),
    )
    best = solve(request).programmes[0]
    # 500 and a gap are over before 600; 700 are not; behind the feature there are 350 for a gap and 300.
    assert best.nights == (((2,), (1, 4)),)
    assert best.night_seconds == (600 + 1800 + 20 + 300,)


def test_the_closer_of_a_part_that_goes_on_is_the_longest_of_all_of_it() -> None:
    films = (Film(1, "Feature", 900), Film(2, "Long", 1000), Film(3, "Short", 300))
    request = Request(
        films=films,
        parts=(Part(3000), Part(3000, starts=1000, goes_on=True)),
        max_seconds=3000,
        prefer=("fill",),
        pinned=(Pin(1, 1, 0),),
        rules=(Closer(id="closer", longest=True, each_part=True),),
    )
    # The long one has room before the feature too, but then it would not be what the part ends with.
    assert [film for part in solve(request).programmes[0].nights[0] for film in part] == [3, 1, 2]


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
