"""How the time of a fit grows with the number of films, the proof of a single best programme excepted (`test_fit.py`).

Run with `pytest -s benchmarks/test_fit_growth.py`; with `--benchmark-disable` the smallest size alone, to see that they run.
Seconds of the processor, medians over several requests of the better of two runs. From one size to the next, the time
over n log n must not grow: asserted with room for a machine that has other things to do.
"""

import json
from collections.abc import Callable
from functools import partial
from math import log
from statistics import median
from time import process_time
from typing import Any

import pytest
from tests.programming.fit import generator, shapes

from tourdesk.programming.fit import Request, parse, read, solve
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.relaxation import relax
from tourdesk.programming.fit.selection import most_showings, select
from tourdesk.programming.fit.wishes import Wishes

SIZES = (500, 5_000, 50_000)
SEARCHED = (100, 1_000, 10_000)
SHOWN = (10, 100, 1_000)
SEEDS = range(3)
MOST_GROWTH = 1.5
"""How much dearer a film times log n may be in the larger of two requests: noise, not a worse growth."""


def taken(run: Callable[[], object]) -> float:
    runs = []
    for _ in range(2):
        began = process_time()
        run()
        runs.append(process_time() - began)
    return min(runs)


def follow(what: str, sizes: tuple[int, ...], runs_of: Callable[[int], list[Callable[[], object]]]) -> None:
    """Print the curve, and see that nothing grows faster than n log n."""
    costs = []
    for size in sizes:
        seconds = median(taken(run) for run in runs_of(size))
        costs.append(seconds / (size * log(size)))
        print(f"\n{what:45} {size:>6} films {seconds:>9.4f} s {costs[-1] * 1e9:>8.1f} ns of n log n", end="")
    for place in range(1, len(costs)):
        assert costs[place] < MOST_GROWTH * costs[place - 1]


def some(size: int, wish: str = "value", **asked: Any) -> list[dict[str, Any]]:
    return [shapes.request("plain", wish, size, seed, **asked) for seed in SEEDS]


@pytest.fixture
def sizes(request: pytest.FixtureRequest) -> tuple[int, ...]:
    return SIZES[:1] if request.config.getoption("benchmark_disable") else SIZES


@pytest.fixture
def searched(request: pytest.FixtureRequest) -> tuple[int, ...]:
    return SEARCHED[:1] if request.config.getoption("benchmark_disable") else SEARCHED


def test_reading_a_request(sizes: tuple[int, ...]) -> None:
    follow("reading", sizes, lambda size: [partial(read, json.dumps(raw)) for raw in some(size)])


def test_building_what_is_searched(sizes: tuple[int, ...]) -> None:
    def built(request: Request) -> None:
        selection = select(request, Wishes(request, most_showings(request, request.films)))
        assert selection is not None
        relax(selection)

    follow(
        "building, with the linear program",
        sizes,
        lambda size: [partial(built, parse(raw)) for raw in some(size)],
    )


def test_checking_a_programme() -> None:
    """Of a night that shows all the films there are."""

    def whole(size: int) -> list[Callable[[], object]]:
        runs: list[Callable[[], object]] = []
        for seed in SEEDS:
            request = parse(generator.request(seed, size))
            films = tuple(film.id for film in request.films)
            nights = ((films[: size // 2], films[size // 2 :]),)
            runs.append(partial(judge, request, nights))
        return runs

    follow("checking, all films shown", SHOWN, whole)


@pytest.mark.parametrize("nights", [1, 2])
def test_saying_why_not(nights: int, searched: tuple[int, ...]) -> None:
    def impossible(size: int) -> list[Callable[[], object]]:
        requests = [parse(raw) for raw in some(size, nights=nights, impossible=True)]
        runs: list[Callable[[], object]] = [
            partial(solve, request) for request in requests if solve(request).status == "impossible"
        ]
        assert runs
        return runs

    follow(f"why not, {nights} nights", searched, impossible)


@pytest.mark.parametrize("wish", ["value", "fill"])
@pytest.mark.parametrize("nights", [1, 2])
def test_five_alternatives(nights: int, wish: str, searched: tuple[int, ...]) -> None:
    def alternatives(size: int) -> list[Callable[[], object]]:
        raws = some(size, wish, nights=nights)
        return [partial(solve, parse({**raw, "alternatives": 5, "time_limit_seconds": 60})) for raw in raws]

    follow(f"five alternatives, {wish} first, {nights} nights", searched, alternatives)
