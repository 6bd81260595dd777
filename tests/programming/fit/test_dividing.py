"""Sets that are passed over unseen because they cannot be dealt out to the parts: each of them really cannot."""

import random

import numpy as np
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


@pytest.mark.parametrize("shape", ["plain", "full", "uneven", "ordered"])
def test_no_set_that_has_an_order_is_passed_over(shape: str) -> None:
    passed_over = 0
    for seed in range(12):
        rng = random.Random(seed)  # noqa: S311 -- a draw of sets
        raw = shapes.request(shape, "fill", FILMS, seed)
        raw["parts"] = [{**part, "max_seconds": rng.choice((3_000, 4_000, 6_000))} for part in raw["parts"]]
        raw["max_seconds"] = 20_000
        raw["rules"] += rng.choice(BESIDE)
        request = parse(raw)
        divider = Divider(request, request.films)
        for _ in range(40):
            chosen = rng.sample(range(FILMS), rng.randint(0, 6))
            can = bool(divider.in_order(np.array([[*chosen, *[-1] * (7 - len(chosen))]]))[0])
            ordered = order(request, [request.films[i] for i in chosen], None, Watch(60), NO_LIMIT)
            assert can or ordered is None
            passed_over += not can
    assert passed_over
