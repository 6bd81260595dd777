"""A bad request is refused in one sentence that says what and where."""

import contextlib
import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.fit import parse, read

GOOD: dict[str, Any] = {
    "films": [
        {"id": 1, "title": "One", "seconds": 600, "licence": ["2027-01-01", "2027-12-31"], "fee": "40.00"},
        {"id": 2, "title": "Two", "seconds": 300},
    ],
    "parts": [{"max_seconds": 900}],
    "max_seconds": 900,
    "rules": [{"id": "r1", "must": [1]}, {"id": "r2", "films": {"min": 1, "max": 2}}],
}

BAD: list[tuple[dict[str, Any], str]] = [
    ({"films": None}, "films: a list is needed here, not None."),
    ({"films": [{"id": 1}]}, "films[0]: “seconds” is missing."),
    ({"films": [{"id": 1, "seconds": -5}]}, "films[0] (id 1).seconds: -5 is not between 0 and 604800."),
    (
        {"films": [{"id": 1, "seconds": "600"}]},
        "films[0] (id 1).seconds: a whole number is needed here, not '600'.",
    ),
    ({"films": [{"id": 1, "seconds": 1}, {"id": 1, "seconds": 2}]}, "films[1]: the id 1 is there twice."),
    (
        {"films": [{"id": True, "seconds": 1}]},
        "films[0].id: a film's id is a whole number or a text, not True.",
    ),
    ({"films": [{"id": 1, "seconds": 1, "value": float("nan")}]}, "is not a number up to"),
    ({"films": [{"id": 1, "seconds": 1, "fee": "4O"}]}, "films[0] (id 1).fee: '4O' is not a number."),
    ({"films": [{"id": 1, "seconds": 1, "licence": ["2027-13-01", "2027-12-31"]}]}, "is not a date such as"),
    (
        {"films": [{"id": 1, "seconds": 1, "licence": ["2027-12-31", "2027-01-01"]}]},
        "ends (2027-01-01) before",
    ),
    ({"films": [{"id": 1, "seconds": 1, "tags": "women"}]}, "films[0] (id 1).tags: a list is needed here"),
    (
        {"rules": [{"id": "a", "closer": {"longest": True}, "of": []}]},
        "a closer is of “each part” or of the “night”, not []",
    ),
    (
        {"rules": [{"id": "a", "not_adjacent": "tag", "within": {}}]},
        "neighbours are within a “part” or the “night”, not {}",
    ),
    ({"parts": []}, "parts: a night has 1 to 12 parts, not 0."),
    (
        {"parts": [{"max_seconds": 5, "min_seconds": 6}]},
        "parts[0]: min_seconds 6 is more than max_seconds 5.",
    ),
    ({"max_seconds": None}, "max_seconds: a whole number is needed here, not None."),
    ({"nights": 0}, "nights: 0 is not between 1 and 14."),
    ({"prefer": ["price"]}, "prefer[0]: “price” is none of value, fill, least_change."),
    ({"prefer": []}, "prefer: at least one of value, fill, least_change is needed."),
    ({"prefer": ["fill", "fill"]}, "prefer[1]: “fill” is there twice."),
    ({"time_limit_seconds": 0}, "time_limit_seconds: the time limit is more than 0 and at most"),
    ({"time_limit_seconds": "10"}, "time_limit_seconds: a number is needed here, not '10'."),
    ({"start_from": [[9]]}, "start_from[0][0]: there is no film with the id 9 in films."),
    ({"start_from": [[2, 1, 1]]}, "start_from[0]: the id 1 is there twice."),
    ({"start_from": [[1], [2]]}, "start_from: 2 parts are more than the 1 of the request."),
    (
        {"start_from": [[[1], [2]]]},
        "start_from[0]: 2 parts are more than the 1 of a night.",
    ),
    ({"nights": 2, "start_from": [[[1]], 7]}, "start_from[1]: a list is needed here, not 7."),
    ({"prefer": ["least_change", "value"]}, "prefer: least_change needs the request's “start_from”."),
    ({"rules": [{"must": [1]}]}, "rules[0]: “id” is missing."),
    ({"rules": [{"id": "r6", "most": 1}]}, "rules[0] (r6): ['most'] is no known rule."),
    (
        {"rules": [{"id": "a", "must": [], "never": []}]},
        "rules[0] (a): ['must', 'never'] are two rules at once",
    ),
    ({"rules": [{"id": "a", "must": [7]}]}, "rules[0] (a).must[0]: there is no film with the id 7 in films."),
    ({"rules": [{"id": "a", "films": {"min": 3, "max": 2}}]}, "rules[0] (a): min 3 is more than max 2."),
    (
        {"rules": [{"id": "a", "each": "actor", "at_most": 1}]},
        "rules[0] (a).each: “actor” is none of director",
    ),
    ({"rules": [{"id": "a", "each": "tag", "at_lest": 1}]}, "rules[0] (a): “each” does not know “at_lest”."),
    ({"rules": [{"id": "a", "each": "tag"}]}, "rules[0] (a): “at_most” is missing."),
    ({"rules": [{"id": "a", "where": {"tag": "x"}}]}, "rules[0] (a): at_least or at_most is needed."),
    ({"rules": [{"id": "a", "fees": {"max": "-1"}}]}, "rules[0] (a).fees.max: '-1' is less than 0."),
    ({"rules": [{"id": "a", "licensed": True}]}, "rules (a): licensed needs the request's “date”."),
    (
        {"rules": [{"id": "a", "not_shown_in_town": True}]},
        "rules (a): not_shown_in_town needs the request's “town”.",
    ),
    ({"rules": [{"id": "parts", "must": []}]}, "rules[0] (parts): a rule cannot be called 'parts'."),
    ({"rules": [{"id": "a", "must": []}, {"id": "a", "never": []}]}, "rules[1]: the id 'a' is there twice."),
    ({"rules": [{"id": "a", "must": [], "soft": -1}]}, "rules[0] (a).soft: -1 is less than 0."),
]


@pytest.mark.parametrize(("change", "sentence"), BAD)
def test_what_is_wrong_is_said_with_its_place(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ProblemForUser) as problem:
        parse({**GOOD, **change})
    assert sentence in problem.value.sentence


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"films": [NaN]}', b"\xff\xfe", "null"])
def test_what_is_not_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(ProblemForUser):
        read(text)


def test_an_object_that_says_one_thing_twice_is_refused() -> None:
    text = '{"films": [], "parts": [], "max_seconds": 5, "rules": [{"id": "a", "never": [1], "never": [2]}]}'
    with pytest.raises(ProblemForUser, match="“never” is there twice in one object"):
        read(text)


def test_a_request_may_carry_more_than_is_asked_for() -> None:
    assert parse({**GOOD, "made_by": "a person"}).max_seconds == 900


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, 40), junk=JSON)
def test_whatever_stands_in_its_place_only_a_problem_comes_out(place: int, junk: object) -> None:
    raw = copy.deepcopy(GOOD)
    spots = [
        (holder, key)
        for holder in (raw, *raw["films"], *raw["parts"], *raw["rules"], raw["rules"][1]["films"])
        for key in list(holder)
    ]
    holder, key = spots[place % len(spots)]
    holder[key] = junk
    with contextlib.suppress(ProblemForUser):
        parse(raw)
