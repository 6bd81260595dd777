"""What must not change an answer, and what may only make it better."""

import random
from dataclasses import replace
from typing import Any

import pytest
from tests.programming.fit import shapes
from tests.programming.fit.generator import request as generated
from tests.programming.fit.plain import Plain

from tourdesk.programming.fit import parse, selection, solve
from tourdesk.programming.fit.answer import Objective
from tourdesk.programming.fit.loosening import looser
from tourdesk.programming.fit.request import EVENING, PARTS, Distinct, Each, Fees, FilmCount, Opener, Where

CASES = [(seed, size, nights) for size, nights in ((12, 1), (36, 1), (100, 1), (30, 2)) for seed in range(4)]
WITH_A_NUMBER = (Each, Where, FilmCount, Distinct, Opener, Fees)


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


@pytest.mark.parametrize("wish", shapes.WISHES)
@pytest.mark.parametrize("size", [40, 60])
def test_twice_all_lengths_is_twice_the_fill(wish: str, size: int) -> None:
    raw = shapes.request("plain", wish, size, 2)
    twice = {
        **raw,
        "films": [{**film, "seconds": 2 * film["seconds"]} for film in raw["films"]],
        "parts": [{"max_seconds": 2 * part["max_seconds"]} for part in raw["parts"]],
        "rules": [_twice_as_long(rule) for rule in raw["rules"]],
        **{key: 2 * raw[key] for key in ("max_seconds", "gap_seconds", "intermission_seconds")},
    }
    best, other = _best(raw), _best(twice)
    assert best is not None
    fill = raw["prefer"].index("fill")
    assert other == tuple(x * (2 if i == fill else 1) for i, x in enumerate(best))


def _twice_as_long(rule: dict[str, Any]) -> dict[str, Any]:
    if "opener" not in rule:
        return rule
    return {**rule, "opener": {key: 2 * seconds for key, seconds in rule["opener"].items()}}


@pytest.mark.parametrize("wish", shapes.WISHES)
@pytest.mark.parametrize("nights", [1, 2])
def test_other_ids_do_not_matter(wish: str, nights: int) -> None:
    raw = shapes.request("counted", wish, 30, 3, nights=nights)
    ids = {film["id"]: f"film-{7919 * film['id'] % 1009}" for film in raw["films"]}
    renamed = {
        **raw,
        "films": [{**film, "id": ids[film["id"]]} for film in raw["films"]],
        "rules": [
            {
                key: [ids[i] for i in value] if key in {"must", "never"} else value
                for key, value in rule.items()
            }
            for rule in raw["rules"]
        ],
    }
    if "start_from" in raw:
        renamed["start_from"] = [[ids[i] for i in part] for part in raw["start_from"]]
    assert _best(renamed) == _best(raw)


@pytest.mark.parametrize(("shape", "wish"), [("plain", "fill"), ("wished", "value"), ("uneven", "change")])
def test_asking_twice_is_answered_with_the_same_programmes(shape: str, wish: str) -> None:
    raw = {**shapes.request(shape, wish, 60, 5), "time_limit_seconds": 60}
    one, two = (solve(parse(raw)) for _ in range(2))
    assert [programme.nights for programme in one.programmes] == [
        programme.nights for programme in two.programmes
    ]


@pytest.mark.parametrize(("seed", "size", "nights"), CASES)
def test_a_rule_given_up_never_makes_it_worse(seed: int, size: int, nights: int) -> None:
    raw = generated(seed, size, nights=nights)
    best = _best(raw)
    for rule in raw["rules"][:4]:
        without = _best({**raw, "rules": [other for other in raw["rules"] if other is not rule]})
        assert best is None or (without is not None and without >= best)


@pytest.mark.parametrize(("seed", "size", "nights"), [case for case in CASES if case[1] < 100])
def test_a_number_that_gives_never_makes_it_worse(seed: int, size: int, nights: int) -> None:
    request = replace(parse(generated(seed, size, nights=nights)), alternatives=1)
    best = solve(request).programmes
    numbers = [rule.id for rule in request.rules if rule.soft is None and isinstance(rule, WITH_A_NUMBER)]
    assert len(numbers) >= 5
    for name in (*numbers, EVENING, PARTS):
        found = solve(looser(request, name, 60 if name in {EVENING, PARTS} else 1)).programmes
        assert not best or (found and found[0].objective >= best[0].objective)


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
