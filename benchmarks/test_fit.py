"""How long a fit takes to its proof, by number of films, beside a plain integer program in the same run.

Run with `pytest -s benchmarks/test_fit.py`; with `--benchmark-disable` only the small sizes run, to see that they do.
Times are medians over several requests, once with the value and once with the filling first. The plain program
(HiGHS, films into parts, no order of films) has less to do: it knows no neighbours. The model with a circuit (CP-SAT on
all cores, `benchmarks/cpsat.py`) does the same as we do; it needs the dependency group `benchmark`. Nothing is asserted
about time; a proof is. `benchmarks/survey_fit.py` goes through every shape of request and tells which are slow or unproven.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from itertools import count, islice, product
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.programming.fit import shapes
from tests.programming.fit.plain import Plain

from tourdesk.programming.fit import Answer, Request, parse, solve

ONE_NIGHT = (36, 100, 500, 5_000, 50_000)
TWO_NIGHTS = (20, 40, 60, 500, 5_000)
IMPOSSIBLE = (36, 100, 500, 5_000)
MENDED = (60, 500, 5_000)
USUAL = (60, 500, 2_000, 5_000)
PLAIN_UP_TO = {1: 100, 2: 40}
SMALL = 60
SEEDS = range(3)
PLAIN_SECONDS = 30.0
CIRCUIT_SECONDS = 30
CIRCUIT = {32: 9, 36: 9, 40: 9, 100: 3}
"""How many requests of each number of films: those of few films differ the most."""
KEEPING_OUT = {"never", "not_shown_in_town", "licensed"}


def requests(
    size: int, wish: str, *, nights: int = 1, alternatives: int = 1, impossible: bool = False
) -> list[Request]:
    """Requests whose evening leaves ten minutes of the parts unused, as those of real tours do."""
    made = []
    for seed in SEEDS:
        raw: dict[str, Any] = shapes.request("plain", wish, size, seed, nights=nights, impossible=impossible)
        made.append(parse({**raw, "alternatives": alternatives, "time_limit_seconds": 60}))
    return made


def seconds_of(
    run: Callable[[Request], object], some: list[Request], clock: Callable[[], float] = perf_counter
) -> float:
    """The median time over requests, each the better of two runs."""
    taken = []
    for request in some:
        runs = []
        for _ in range(2):
            began = clock()
            run(request)
            runs.append(clock() - began)
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


def test_time_of_what_is_proposed_where_nothing_is_asked_about_numbers(*, is_quick: bool) -> None:
    """What *Propose* asks before anybody said anything: to fill the evening, with the fewest changes; four of them."""
    print("\nfit, fill first, then the fewest changes, no number of films  one  four")
    for size, (step, kind) in product(USUAL, ((1, "seconds"), (60, "whole minutes"))):
        if is_quick and size > SMALL:
            continue
        raw = shapes.usual(size, ["fill", "least_change"], step=step)
        one, four = (seconds_of(proven, [parse(raw | {"alternatives": n})], process_time) for n in (1, 4))
        print(f"{size:>8} films of {kind:13}  {one:>16.3f} s  {four:>15.3f} s")


def _plainly(some: list[Request]) -> float:
    taken = []
    for request in some:
        began = perf_counter()
        plain(request)
        taken.append(perf_counter() - began)
    return median(taken)


@pytest.mark.skipif(find_spec("ortools") is None, reason="the dependency group benchmark is not installed")
@pytest.mark.parametrize("all_may_be_shown", [True, False])
def test_time_beside_a_plain_model_with_a_circuit(*, all_may_be_shown: bool, is_quick: bool) -> None:
    """Twice: by the clock, and by the processor, which does not count what else the machine has to do.

    As generated, about half of the films may be shown in the town on the date; and with the rules alone that keep out no
    film: nine or ten that must hold, and a wish.
    """
    which = "all of which may be shown" if all_may_be_shown else "about half of which may be shown"
    print(f"\nfit, one night, films {which}: ours, of the processor; model with a circuit, of the processors")
    for size, requested in list(CIRCUIT.items())[: 1 if is_quick else None]:
        for wish in ("value", "fill"):
            every = (_beside_circuit(wish, size, seed, all_may_be_shown=all_may_be_shown) for seed in count())
            some = list(islice((raw for raw in every if solve(parse(raw)).programmes), requested))
            ours, theirs = [_taken(parse(raw)) for raw in some], [_by_circuit(raw) for raw in some]
            for raw, (objective, _) in zip(some, theirs, strict=True):
                found = [float(x) for x in proven(parse(raw)).programmes[0].objective]
                assert objective is None or found == objective
            quicker = [
                [y / x for x, y in zip(mine, other, strict=True)]
                for mine, (_, other) in zip(ours, theirs, strict=True)
            ]
            clock, processor = (median(each) for each in zip(*quicker, strict=True))
            (mine, mine_busy), (other, other_busy) = (
                [median(each) for each in zip(*taken, strict=True)]
                for taken in (ours, [taken for _, taken in theirs])
            )
            unproven = sum(objective is None for objective, _ in theirs)
            print(
                f"{wish:5} {size:>4} films  {mine:>12.4f} s {mine_busy:>7.4f} s  {other:>18.2f} s {other_busy:>7.2f} s"
                f"  {clock:>12.0f} x {processor:>4.0f} x  {unproven} unproven"
            )


def _beside_circuit(wish: str, size: int, seed: int, *, all_may_be_shown: bool) -> dict[str, Any]:
    raw = {**shapes.request("plain", wish, size, seed), "alternatives": 1}
    if all_may_be_shown:
        raw["rules"] = [rule for rule in raw["rules"] if not KEEPING_OUT & set(rule)]
    return raw


def _taken(request: Request) -> tuple[float, float]:
    """The seconds of a proof by the clock and of the processor, each the better of two runs."""
    runs = []
    for _ in range(2):
        began, busy = perf_counter(), process_time()
        proven(request)
        runs.append((perf_counter() - began, process_time() - busy))
    clock, processor = (min(each) for each in zip(*runs, strict=True))
    return clock, processor


def _by_circuit(raw: dict[str, Any]) -> tuple[list[float] | None, tuple[float, float]]:
    """What the model with a circuit proved, None when it did not, and its seconds by the clock and of all processors."""
    command = [sys.executable, "-m", "benchmarks.cpsat", str(CIRCUIT_SECONDS)]
    done = subprocess.run(command, input=json.dumps(raw), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    taken = answer["seconds"], answer["processor_seconds"]
    return answer["objective"] if answer["status"] == "OPTIMAL" else None, taken


@pytest.mark.parametrize("nights", [1, 2])
def test_time_to_say_why_not(nights: int, *, is_quick: bool) -> None:
    print(f"\nwhy not, {nights} nights       ours")
    for size in [size for size in IMPOSSIBLE if not is_quick or size <= SMALL]:
        some = requests(size, "value", nights=nights, impossible=True)
        some = [request for request in some if solve(request).status == "impossible"]
        print(f"{size:>8} films  {seconds_of(solve, some):>8.3f} s")


@pytest.mark.parametrize("nights", [1, 2])
def test_time_to_mend_a_programme(nights: int, *, is_quick: bool) -> None:
    """The smallest change after a film grew, the evening was cut, or licences ended."""
    print(f"\nmended, {nights} nights        ours")
    for size in [size for size in MENDED if not is_quick or size <= SMALL]:
        taken = []
        for kind, seed in product(("grown", "curfew", "lapsed"), SEEDS):
            request = parse({**shapes.mended(kind, size, seed, nights=nights), "alternatives": 1})
            taken.append(seconds_of(solve, [request]))
        print(f"{size:>8} films  {median(taken):>8.3f} s, the slowest {max(taken):.3f} s")


@pytest.mark.parametrize("size", [36, 100, 5_000])
def test_one_request(benchmark: BenchmarkFixture, size: int) -> None:
    request = requests(size, "value")[0]
    answer = benchmark(solve, request)
    assert answer.status == "optimal"
