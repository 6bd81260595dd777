"""Every shape of request over many sizes, solved once each: which are slow, which are left unproven.

    python -m benchmarks.survey_fit --sizes 36 500 5000 --keep FOLDER

prints a line for each request that took longer than its size is given, or ended without a proof, then a table.
`--keep` writes each request and its answer as JSON, so that another judge can look at them.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from tests.programming.fit import shapes

from tourdesk.programming.fit import Answer, as_json, parse, solve

ALLOWED = ((40, 0.1), (100, 0.2), (500, 0.2), (5_000, 0.3), (50_000, 0.5))
"""Seconds of the processor to the proof of one programme, by number of films; others on the machine do not count."""
FIVE_ALTERNATIVES = 1.0


def main() -> None:
    """Run the survey that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[36, 100, 500, 1_000, 5_000])
    parser.add_argument("--nights", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--shapes", nargs="+", default=list(shapes.SHAPES))
    parser.add_argument("--wishes", nargs="+", default=list(shapes.WISHES))
    parser.add_argument("--seeds", type=int, nargs=2, default=[0, 3], metavar=("FROM", "TO"))
    parser.add_argument("--alternatives", type=int, default=1)
    parser.add_argument("--impossible", action="store_true")
    parser.add_argument("--seconds", type=float, default=10.0, help="the time limit of each request")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    taken: dict[tuple[object, ...], list[float]] = defaultdict(list)
    unproven: dict[tuple[object, ...], int] = defaultdict(int)
    for name, key, raw in _requests(asked):
        answer, seconds = _solved(raw)
        taken[key].append(seconds)
        missing = answer.status == "feasible" or not all(one.proven for one in answer.programmes)
        unproven[key] += missing
        if missing or seconds > _allowed(raw):
            print(
                f"{seconds:7.2f} s  {answer.status:10}  {len(answer.programmes)}  {name}  {_best(answer)}",
                flush=True,
            )
        if asked.keep is not None:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{name}.json").write_text(json.dumps(raw))
            (asked.keep / f"{name}.answer.json").write_text(json.dumps(as_json(answer)))
    print("\nnights  wish    films    median     worst  unproven")
    for key, some in taken.items():
        nights, wish, size = key
        print(
            f"{nights:>6}  {wish:6}  {size:>5}  {median(some):>7.3f} s {max(some):>7.3f} s  {unproven[key]} of {len(some)}"
        )


def _requests(asked: argparse.Namespace) -> Iterator[tuple[str, tuple[object, ...], dict[str, Any]]]:
    for nights in asked.nights:
        for wish in asked.wishes:
            for size in asked.sizes:
                for shape in asked.shapes:
                    for seed in range(*asked.seeds):
                        raw = shapes.request(
                            shape, wish, size, seed, nights=nights, impossible=asked.impossible
                        )
                        raw |= {"alternatives": asked.alternatives, "time_limit_seconds": asked.seconds}
                        kind = "-impossible" if asked.impossible else ""
                        name = f"{shape}-{wish}-{nights}-{size}-{seed}{kind}"
                        yield name, (nights, wish, size), raw


def _solved(raw: dict[str, Any]) -> tuple[Answer, float]:
    request = parse(raw)
    began = process_time()
    answer = solve(request)
    return answer, process_time() - began


def _allowed(raw: dict[str, Any]) -> float:
    if raw["alternatives"] > 1 or raw["nights"] > 1:
        return FIVE_ALTERNATIVES
    return next(seconds for size, seconds in ALLOWED if len(raw["films"]) <= size)


def _best(answer: Answer) -> str:
    if answer.clash:
        return " ".join(answer.clash)
    found = [str(x) for x in answer.programmes[0].objective] if answer.programmes else ["nothing"]
    bound = [] if answer.bound is None else ["of", *(str(x) for x in answer.bound)]
    return " ".join([*found, *bound])


if __name__ == "__main__":
    main()
