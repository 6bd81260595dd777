"""The smallest change that makes a programme fit again."""

from typing import Any

import pytest
from tests.programming.fit import shapes

from tourdesk.programming.fit import parse, solve
from tourdesk.programming.fit.checker import changes
from tourdesk.programming.fit.search import Search


def _films(*seconds: int) -> list[dict[str, Any]]:
    return [{"id": i + 1, "seconds": s, "value": 1, "section": "AB"[i % 2]} for i, s in enumerate(seconds)]


def test_a_programme_that_fits_stays_as_it_is() -> None:
    raw = {
        "films": _films(600, 700, 800, 900, 1000),
        "parts": [{"max_seconds": 2000}, {"max_seconds": 2000}],
        "max_seconds": 4000,
        "start_from": [[2, 1], [3]],
        "prefer": ["least_change", "value"],
    }
    answer = solve(parse(raw))
    assert answer.programmes[0].nights == (((2, 1), (3,)),)
    assert answer.programmes[0].objective[0] == 0


def test_an_overrunning_programme_loses_one_film() -> None:
    raw = {
        "films": _films(600, 700, 800, 900),
        "parts": [{"max_seconds": 1500}],
        "max_seconds": 1500,
        "start_from": [[1, 2, 3]],
        "prefer": ["least_change", "fill"],
    }
    best = solve(parse(raw)).programmes[0]
    assert best.nights == (((2, 3),),)
    assert [int(x) for x in best.objective] == [1, 1500]


def test_a_rule_of_order_moves_one_film() -> None:
    raw = {
        "films": _films(900, 600, 700),
        "parts": [{"max_seconds": 3000}],
        "max_seconds": 3000,
        "start_from": [[1, 2, 3]],
        "rules": [{"id": "c", "closer": {"longest": True}}],
        "prefer": ["least_change"],
    }
    best = solve(parse(raw)).programmes[0]
    assert best.nights == (((2, 3, 1),),)
    assert [int(x) for x in best.objective] == [1]


def test_a_film_that_both_nights_had_moves_to_neither() -> None:
    raw = {
        "films": [
            {**one, "value": value}
            for one, value in zip(_films(300, 300, 300, 200), (1, 0, 0, 0), strict=True)
        ],
        "nights": 2,
        "parts": [{"max_seconds": 350}],
        "max_seconds": 350,
        "start_from": [[2, 3], [1, 4, 3]],
        "rules": [{"id": "n", "no_repeats_over_nights": True}],
        "prefer": ["value", "least_change"],
        "alternatives": 3,
    }
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    # One film beside the valued one has room: whichever of the others stays, three showings fewer are the change.
    assert [[int(x) for x in one.objective] for one in answer.programmes] == [[1, 3], [1, 3], [1, 4]]


def test_changes_count_what_is_added_removed_and_moved() -> None:
    before = (((1, 2, 3), (4, 5)),)
    assert changes(before, before) == 0
    assert changes(before, (((1, 2, 3), (4,)),)) == 1
    assert changes(before, (((1, 2, 3), (4, 5, 6)),)) == 1
    assert changes(before, (((2, 3, 1), (4, 5)),)) == 1
    assert changes(before, (((1, 2), (3, 4, 5)),)) == 1
    assert changes(before, (((3, 2, 1), (5, 4)),)) == 3
    assert changes(None, before) == 0


@pytest.mark.parametrize("kind", ["grown", "curfew", "lapsed"])
@pytest.mark.parametrize("size", [100, 500])
def test_two_nights_are_mended_with_proof(kind: str, size: int) -> None:
    raw = shapes.mended(kind, size, 0, nights=2)
    answer = solve(parse({**raw, "alternatives": 1, "time_limit_seconds": 60}))
    assert answer.status == "optimal"
    # One thing changed: what has to be is nowhere near a new programme.
    assert answer.programmes[0].objective[0] <= 4


@pytest.mark.parametrize("kind", ["grown", "curfew", "lapsed"])
@pytest.mark.parametrize("seed", [0, 7])
def test_mending_night_beside_night_finds_the_same_as_both_at_once(
    kind: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = shapes.mended(kind, 30, seed, nights=2)
    request = parse({**raw, "alternatives": 2, "time_limit_seconds": 60})
    by_pairs = solve(request)
    monkeypatch.setattr(Search, "_by_pairs", lambda _: False)
    at_once = solve(request)
    assert by_pairs.status == at_once.status == "optimal"
    assert all(one.proven for one in (*by_pairs.programmes, *at_once.programmes))
    assert [one.objective for one in by_pairs.programmes] == [one.objective for one in at_once.programmes]
