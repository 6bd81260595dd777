"""Sets that are passed over unseen because they cannot be dealt out to the parts: each of them really cannot."""

import random
from collections import Counter

import numpy as np
import numpy.typing as npt
import pytest
from tests.programming.fit import shapes

from tourdesk.programming.fit import parse
from tourdesk.programming.fit.dividing import Divider
from tourdesk.programming.fit.ordering import order
from tourdesk.programming.fit.selection import NO_LIMIT
from tourdesk.programming.fit.watch import Watch

FILMS = 30
BESIDE: tuple[list[dict[str, str]], ...] = (
    [],
    [{"id": "x1", "not_adjacent": "section"}],
    [{"id": "x1", "not_adjacent": "tag"}, {"id": "x2", "not_adjacent": "country", "within": "part"}],
)


@pytest.mark.parametrize("shape", ["plain", "full", "uneven", "ordered", "three_parts"])
def test_no_set_that_has_an_order_is_passed_over(shape: str) -> None:
    passed_over = 0
    for seed in range(12):
        rng = random.Random(seed)  # noqa: S311 -- a draw of sets
        raw = shapes.request(shape, "fill", FILMS, seed)
        raw["parts"] = [{**part, "max_seconds": rng.choice((3_000, 4_000, 6_000))} for part in raw["parts"]]
        raw["max_seconds"] = 20_000
        raw["rules"] += rng.choice(BESIDE)
        request = parse(raw)
        divider = Divider(request, request.films, 0)
        for _ in range(40):
            chosen = rng.sample(range(FILMS), rng.randint(0, 6))
            can = bool(divider.in_order(_rows(chosen), np.array([0]))[0])
            ordered = order(request, [request.films[i] for i in chosen], None, Watch(60), NO_LIMIT)
            assert can or ordered is None
            passed_over += not can
    assert passed_over


@pytest.mark.parametrize("shape", ["plain", "uneven", "ordered"])
def test_no_set_is_passed_over_that_moves_few_enough_films(shape: str) -> None:
    passed_over = moved_fewer = 0
    for seed in range(20):
        rng = random.Random(seed)  # noqa: S311 -- a draw of sets
        raw = shapes.request(shape, "fill", FILMS, seed)
        raw["parts"] = [{**part, "max_seconds": rng.choice((3_000, 4_000, 6_000))} for part in raw["parts"]]
        raw["max_seconds"] = 20_000
        ids = [film["id"] for film in raw["films"]]
        stood = rng.sample(ids, 6)
        raw |= {"start_from": [stood[:3], stood[3:]], "prefer": ["fill", "least_change"]}
        request = parse(raw)
        divider = Divider(request, request.films, 10)
        for _ in range(40):
            kept = rng.sample(stood, rng.randint(2, 5))
            chosen = [ids.index(film) for film in kept] + [
                i for i in rng.sample(range(FILMS), 3) if ids[i] not in stood
            ]
            most = rng.randint(0, 3)
            assert request.start_from is not None
            before = request.start_from[0]
            films = [request.films[i] for i in chosen]
            can = bool(divider.in_order(_rows(chosen), np.array([10 * most + 9]))[0])
            assert can or order(request, films, before, Watch(60), most) is None
            passed_over += not can
            moved_fewer += not can and order(request, films, before, Watch(60), NO_LIMIT) is not None
    assert passed_over > moved_fewer > 0


@pytest.mark.parametrize("parts", [2, 3])
def test_lengths_of_two_or_three_parts_are_told_exactly(parts: int) -> None:
    told: Counter[bool] = Counter()
    for seed in range(30):
        rng = random.Random(seed)  # noqa: S311 -- a draw of sets
        raw = shapes.request("plain", "fill", FILMS, seed)
        raw["parts"] = [
            {"max_seconds": most, "min_seconds": rng.choice((0, most - rng.randint(0, 900)))}
            for most in rng.choices((1_500, 2_400, 3_300), k=parts)
        ]
        raw |= {"max_seconds": 20_000, "rules": []}
        request = parse(raw)
        divider = Divider(request, request.films, 0)
        for _ in range(40):
            chosen = rng.sample(range(FILMS), rng.randint(1, 7))
            can = bool(divider.by_lengths(_rows(chosen), np.array([0]))[0])
            films = [request.films[i] for i in chosen]
            assert can == (order(request, films, None, Watch(60), NO_LIMIT) is not None)
            told[can] += 1
    assert min(told[True], told[False]) > 30


def _rows(chosen: list[int]) -> npt.NDArray[np.int64]:
    return np.array([[*chosen, *[-1] * (8 - len(chosen))]])
