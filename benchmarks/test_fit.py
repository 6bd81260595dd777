"""How long a fit takes to its proof, by number of films, beside a plain integer program in the same run.

Run with `pytest -s benchmarks/test_fit.py`; with `--benchmark-disable` only the small sizes run, to see that they do.
Times are medians over several requests, once with the value and once with the filling first. The plain program
(HiGHS, films into parts, no order of films) has less to do: it knows no neighbours. Nothing is asserted about time; a
proof is. `benchmarks/survey_fit.py` goes through every shape of request and tells which are slow or unproven.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.programming.fit import shapes
from tests.programming.fit.plain import Plain

from tourdesk.programming.fit import Answer, Request, parse, solve

ONE_NIGHT = (36, 100, 500, 5_000, 50_000)
TWO_NIGHTS = (20, 40, 60, 500)
IMPOSSIBLE = (36, 100, 500, 5_000)
PLAIN_UP_TO = {1: 100, 2: 40}
SMALL = 60
SEEDS = range(3)
PLAIN_SECONDS = 30.0


def requests(
    size: int, wish: str, *, nights: int = 1, alternatives: int = 1, impossible: bool = False
) -> list[Request]:
    """Requests whose evening leaves ten minutes of the parts unused, as those of real tours do."""
    made = []
    for seed in SEEDS:
        raw: dict[str, Any] = shapes.request("plain", wish, size, seed, nights=nights, impossible=impossible)
        made.append(parse({**raw, "alternatives": alternatives, "time_limit_seconds": 60}))
    return made


def seconds_of(run: Callable[[Request], object], some: list[Request]) -> float:
    """The median time over requests, each the better of two runs."""
    taken = []
    for request in some:
        runs = []
        for _ in range(2):
            began = perf_counter()
            run(request)
            runs.append(perf_counter() - began)
        taken.append(min(runs))
    return median(taken)


def proven(request: Request) -> Answer:
    """Solve, and make sure of the proof."""
    answer = solve(request)
    assert answer.status in {"optimal", "impossible"}
    return answer


def plain(request: Request) -> str:
    """Solve plainly; what it found, or that it took too long."""
    try:
        return str(Plain(request).best(PLAIN_SECONDS))
    except TimeoutError:
        return "unproven"


@pytest.fixture
def is_quick(request: pytest.FixtureRequest) -> bool:
    """Whether only to see that the benchmarks run."""
    return bool(request.config.getoption("benchmark_disable"))


@pytest.mark.parametrize(("nights", "sizes"), [(1, ONE_NIGHT), (2, TWO_NIGHTS)])
@pytest.mark.parametrize("wish", ["value", "fill"])
def test_time_to_the_proof_by_number_of_films(
    nights: int, sizes: tuple[int, ...], wish: str, *, is_quick: bool
) -> None:
    proven(requests(36, wish)[0])
    print(f"\nfit, {wish} first, {nights} nights  ours  five alternatives  plain program  quicker")
    for size in [size for size in sizes if not is_quick or size <= SMALL]:
        one = requests(size, wish, nights=nights)
        five = requests(size, wish, nights=nights, alternatives=5)
        ours, others = seconds_of(proven, one), seconds_of(proven, five)
        beside = ""
        if not is_quick and size <= PLAIN_UP_TO[nights]:
            plainly = _plainly(one)
            beside = f"{plainly:>12.2f} s  {plainly / ours:>5.0f} x"
        print(f"{size:>8} films  {ours:>16.3f} s  {others:>15.3f} s  {beside}")


def _plainly(some: list[Request]) -> float:
    taken = []
    for request in some:
        began = perf_counter()
        plain(request)
        taken.append(perf_counter() - began)
    return median(taken)


def test_time_to_say_why_not(*, is_quick: bool) -> None:
    print("\nwhy not               ours")
    for size in [size for size in IMPOSSIBLE if not is_quick or size <= SMALL]:
        some = requests(size, "value", impossible=True)
        some = [request for request in some if solve(request).status == "impossible"]
        print(f"{size:>8} films  {seconds_of(proven, some):>8.3f} s")


@pytest.mark.parametrize("size", [36, 100, 5_000])
def test_one_request(benchmark: BenchmarkFixture, size: int) -> None:
    request = requests(size, "value")[0]
    answer = benchmark(solve, request)
    assert answer.status == "optimal"
