"""How long a fit works: until its time is over, or until somebody stops it, and no longer."""

from time import monotonic

import pytest
from tests.programming.fit import shapes

from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.fit import parse, solve

# Left unproven for minutes: every part to the second, out of thousands, for three nights.
HARD = ("full", "fill", 3_000, 1)


def test_what_is_not_proven_in_its_time_comes_with_the_best_so_far_and_a_bound() -> None:
    request = parse({**shapes.request(*HARD, nights=3), "alternatives": 1, "time_limit_seconds": 6})
    began = monotonic()
    answer = solve(request)
    taken = monotonic() - began
    assert answer.status == "feasible"
    assert answer.programmes
    assert answer.bound is not None
    assert answer.bound >= answer.programmes[0].objective
    # Generous, for a machine that does other things too.
    assert taken < 20


@pytest.mark.parametrize("questions", [1, 40, 400])
def test_cancelling_at_any_moment_ends_the_search(questions: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked >= questions

    with pytest.raises(Cancelled):
        solve(parse(shapes.request(*HARD, nights=3)), cancelled=cancelled)
    assert asked == questions


def test_two_nights_of_three_full_parts_out_of_thousands_are_never_answered_with_nothing() -> None:
    raw = shapes.request("three_parts", "fill", 5_000, 11, nights=2)
    answer = solve(parse({**raw, "alternatives": 1, "time_limit_seconds": 6}))
    assert answer.programmes
