"""Several programmes: in order, different enough, each with its sentence."""

import itertools

import pytest
from tests.programming.fit.generator import request as generated
from tests.programming.fit.small import small_request

from tourdesk.programming.fit import parse, solve


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("nights", [1, 2])
def test_alternatives_come_best_first_and_differ_by_enough_films(seed: int, nights: int) -> None:
    request = parse(generated(seed, 60, nights=nights))
    programmes = solve(request).programmes
    shown = [{film for night in one.nights for part in night for film in part} for one in programmes]
    for one, two in itertools.combinations(shown, 2):
        assert len(one - two) >= 2 or len(two - one) >= 2
    assert list(programmes) == sorted(programmes, key=lambda one: one.objective, reverse=True)
    assert all(one.why.endswith(".") for one in programmes)


def test_alternatives_are_found_where_the_fullest_sets_cannot_be_arranged() -> None:
    raw = {**generated(20, 200), "prefer": ["fill", "value"]}
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    assert len(answer.programmes) == 5


def test_the_second_best_pair_of_full_nights_comes_before_the_third() -> None:
    raw = small_request(268, films=8, nights=2, parts=1)
    rules = [rule for rule in raw["rules"] if "soft" not in rule]
    raw |= {"parts": [{"max_seconds": 520}], "max_seconds": 520, "prefer": ["fill", "value"], "rules": rules}
    shown = [[int(x) for x in one.objective] for one in solve(parse({**raw, "alternatives": 4})).programmes]
    # Nights listed for the best pair were not looked through for the next ones: [844, 4] was the third.
    assert shown == [[1014, 0], [929, 2], [927, 4], [927, 2]]


def test_the_sentence_says_what_is_given_up_and_for_what() -> None:
    film = {"seconds": 600, "value": 3, "countries": ["CL"], "tags": []}
    raw = {
        "films": [
            {"id": 1, "title": "Long Run", **film},
            {
                "id": 2,
                "title": "Short Run",
                **film,
                "seconds": 480,
                "value": 2,
                "tags": ["women"],
                "countries": ["NO"],
            },
        ],
        "parts": [{"max_seconds": 700}],
        "max_seconds": 700,
        "rules": [{"id": "w", "where": {"tag": "women"}, "at_least": 1, "soft": 0}],
        "alternatives": 2,
    }
    first, second = solve(parse(raw)).programmes
    assert first.why == (
        "The best there is: 1 film, 10:00 in all, worth 3, 1:40 to spare; "
        "the wish for at least 1 film tagged “women” is not met."
    )
    assert second.why == (
        "Worth 1 less, 2 minutes shorter: gives up “Long Run” (Chile, 10:00) for “Short Run” (Norway, 8:00); "
        "meets the wish for at least 1 film tagged “women”."
    )


def test_fewer_alternatives_than_asked_for_when_there_are_no_more() -> None:
    raw = {
        "films": [{"id": 1, "seconds": 60}],
        "parts": [{"max_seconds": 100}],
        "max_seconds": 100,
        "alternatives": 9,
    }
    shown = [[int(x) for x in one.objective] for one in solve(parse(raw)).programmes]
    assert shown == [[0, 60], [0, 0]]
