"""Fill first, out of hundreds of films."""

import pytest
from tests.programming.fit import generator

from tourdesk.programming.fit import parse, solve


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_where_filling_counts_most_no_part_is_left_a_second_short(seed: int) -> None:
    raw = generator.request(seed, 500)
    part = raw["parts"][0]["max_seconds"]
    raw |= {"max_seconds": 2 * part + 900, "prefer": ["fill", "value"], "alternatives": 1}
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    assert answer.programmes[0].part_seconds == ((part, part),)
