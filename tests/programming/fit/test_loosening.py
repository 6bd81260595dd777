"""By how little a rule has to give."""

from typing import Any

import pytest
from tests.programming.fit.small import every_programme, small_request

from tourdesk.programming.fit import Request, parse, solve
from tourdesk.programming.fit.loosening import loosening_in_words, looser
from tourdesk.programming.fit.request import EVENING


def _by(raw: dict[str, Any]) -> dict[str, str]:
    answer = solve(parse(raw))
    assert answer.status == "impossible"
    return {one.rule: one.by for one in answer.relax}


def test_an_evening_too_short_is_told_how_long_it_would_have_to_be() -> None:
    raw = {
        "films": [{"id": 1, "seconds": 1000}, {"id": 2, "seconds": 900}, {"id": 3, "seconds": 2000}],
        "parts": [{"max_seconds": 5000}],
        "max_seconds": 1500,
        "rules": [{"id": "n", "films": {"min": 2}}],
    }
    assert _by(raw) == {
        "n": "Ask for at least 1 film.",
        "max_seconds": "Let the evening last 31:40 instead of 25:00.",
    }


def test_a_second_film_by_a_director_is_enough_though_the_best_has_three() -> None:
    films = [
        {"id": i, "title": f"Film {i}", "seconds": 600, "value": 3, "directors": ["Ida"]} for i in range(4)
    ]
    raw = {
        "films": films,
        "parts": [{"max_seconds": 2000}],
        "max_seconds": 2000,
        "rules": [{"id": "d", "each": "director", "at_most": 1}, {"id": "m", "must": [1, 2]}],
    }
    by = _by(raw)
    assert by["d"] == "Allow 2 films by the same director."
    assert by["m"].startswith("Do without “Film ")


def test_where_one_film_less_is_enough_only_that_one_is_given_up() -> None:
    films = [
        {"id": i, "title": title, "seconds": seconds, "value": value}
        for i, (title, seconds, value) in enumerate(
            [("Long", 900, 5), ("Slow", 800, 1), ("Short", 300, 2), ("New", 1000, 9)]
        )
    ]
    raw = {
        "films": films,
        "parts": [{"max_seconds": 1300}],
        "max_seconds": 1300,
        "rules": [{"id": "m", "must": [0, 1, 2]}],
    }
    assert _by(raw)["m"] == "Do without “Slow”."


def _possible(request: Request) -> bool:
    return any(True for _ in every_programme(request))


def test_a_count_gives_only_on_the_side_on_which_it_has_to() -> None:
    raw = {
        "films": [{"id": n, "title": f"Film {n}", "seconds": 600} for n in range(1, 9)],
        "parts": [{"max_seconds": 3000}],
        "max_seconds": 3000,
        "rules": [{"id": "n", "films": {"min": 7, "max": 8}}],
    }
    assert _by(raw)["n"] == "Allow 5 to 8 films."
    raw["rules"] = [{"id": "n", "films": {"min": 1, "max": 2}}, {"id": "m", "must": [1, 2, 3, 4]}]
    assert _by(raw)["n"] == "Allow 1 to 4 films."


@pytest.mark.parametrize("seed", range(120))
def test_nothing_smaller_would_do(seed: int) -> None:
    request = parse(small_request(seed, films=4, nights=1, parts=2))
    for one in solve(request).relax:
        if not (one.rule == EVENING or _has_small_numbers(request, one.rule)):
            continue
        smaller = {1, 2, 3, *((5, 100, 200, 500) if one.rule == EVENING else ())}
        if one.amount is not None:
            assert one.then is not None
            assert one.by == loosening_in_words(request, one.rule, one.amount, one.sides)
            assert _possible(looser(request, one.rule, one.amount, one.sides))
            smaller = {amount for amount in (*smaller, one.amount - 1) if 0 < amount < one.amount}
        assert not any(_possible(looser(request, one.rule, amount)) for amount in smaller)


def _has_small_numbers(request: Request, name: str) -> bool:
    rule = next((rule for rule in request.rules if rule.id == name), None)
    return type(rule).__name__ in {"Each", "Where", "FilmCount", "Distinct"}
