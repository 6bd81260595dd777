"""What must not change an answer, and what may only make it better."""

import random
from typing import Any

import pytest
from tests.programming.fit.generator import request as generated
from tests.programming.fit.plain import Plain

from tourdesk.programming.fit import parse, selection, solve
from tourdesk.programming.fit.answer import Objective

CASES = [(seed, size, nights) for size, nights in ((12, 1), (36, 1), (100, 1), (30, 2)) for seed in range(4)]


def _best(raw: dict[str, Any]) -> Objective | None:
    answer = solve(parse({**raw, "alternatives": 1}))
    assert answer.status in {"optimal", "impossible"}
    return answer.programmes[0].objective if answer.programmes else None


@pytest.mark.parametrize(("seed", "size", "nights"), CASES)
def test_the_order_of_films_and_of_rules_does_not_matter(seed: int, size: int, nights: int) -> None:
    raw = generated(seed, size, nights=nights)
    rng = random.Random(seed)  # noqa: S311 -- a shuffle
    films, rules = list(raw["films"]), list(raw["rules"])
    rng.shuffle(films)
    rng.shuffle(rules)
    assert _best(raw) == _best({**raw, "films": films, "rules": rules})


@pytest.mark.parametrize(("seed", "size", "nights"), CASES)
def test_a_rule_given_up_never_makes_it_worse(seed: int, size: int, nights: int) -> None:
    raw = generated(seed, size, nights=nights)
    best = _best(raw)
    for rule in raw["rules"][:4]:
        without = _best({**raw, "rules": [other for other in raw["rules"] if other is not rule]})
        assert best is None or (without is not None and without >= best)


@pytest.mark.parametrize(("seed", "size", "nights"), CASES)
def test_a_soft_rule_of_a_huge_price_is_a_hard_one(seed: int, size: int, nights: int) -> None:
    raw = generated(seed, size, nights=nights)
    best = _best({**raw, "prefer": ["value", "fill"]})
    if best is None:
        return
    for i in (0, 3, 7):
        rules = [{**rule, "soft": 5000} if i == k else rule for k, rule in enumerate(raw["rules"])]
        hard = [
            {k: v for k, v in rule.items() if k != "soft" or i != n} for n, rule in enumerate(raw["rules"])
        ]
        wanted = _best({**raw, "rules": hard, "prefer": ["value", "fill"]})
        assert wanted is None or _best({**raw, "rules": rules, "prefer": ["value", "fill"]}) == wanted


@pytest.mark.parametrize(
    ("seed", "size", "nights"), [*((s, 30, 1) for s in range(10)), (0, 100, 1), (2, 24, 2)]
)
def test_the_plain_integer_program_finds_the_same(seed: int, size: int, nights: int) -> None:
    raw = generated(seed, size, nights=nights)
    # The plain program knows no neighbours; all other rules of order it has.
    raw["rules"] = [rule for rule in raw["rules"] if "not_adjacent" not in rule]
    plain = Plain(parse(raw)).best()
    best = _best(raw)
    assert (None if best is None else tuple(int(x) for x in best)) == plain


@pytest.mark.parametrize(("seed", "size", "nights"), [case for case in CASES if case[1] < 100])
def test_many_films_a_night_are_searched_as_well_as_few(
    seed: int, size: int, nights: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = _best(generated(seed, size, nights=nights))
    monkeypatch.setattr(selection, "_MOST_COUNTED", -1)
    assert _best(generated(seed, size, nights=nights)) == best
