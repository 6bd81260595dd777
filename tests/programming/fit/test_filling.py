"""Fill first, out of hundreds and thousands of films."""

from random import Random

import pytest
from tests.programming.fit import generator, shapes

from tourdesk.foundation.errors import Cancelled
from tourdesk.programming.fit import Programme, branch, parse, solve
from tourdesk.programming.fit.search import Search, shortest_first
from tourdesk.programming.fit.watch import Watch


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_where_filling_counts_most_no_part_is_left_a_second_short(seed: int) -> None:
    raw = generator.request(seed, 500)
    part = raw["parts"][0]["max_seconds"]
    raw |= {"max_seconds": 2 * part + 900, "prefer": ["fill", "value"], "alternatives": 1}
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    assert answer.programmes[0].part_seconds == ((part, part),)


@pytest.mark.parametrize(
    ("shape", "size", "seed", "nights", "best"),
    [
        # Each of these ended unproven, or with a shorter evening, while the last films were not looked up by length.
        ("plain", 1_000, 2, 1, ("6570", "20")),
        ("full", 1_000, 1, 1, ("7770", "17")),
        ("plain", 5_000, 3, 1, ("7740", "14")),
        ("plain", 500, 0, 2, ("14360", "15")),
        ("plain", 5_000, 0, 2, ("11960", "37")),
        # And these while the sets of both nights together were searched, not pairs of nights.
        ("full", 500, 2, 2, ("14280", "39")),
        ("full", 1_000, 3, 2, ("14311", "30")),
        ("full", 5_000, 3, 2, ("14322", "20")),
    ],
)
def test_few_long_films_that_fill_the_evening_are_proven(
    shape: str, size: int, seed: int, nights: int, best: tuple[str, str]
) -> None:
    raw = shapes.request(shape, "fill", size, seed, nights=nights)
    answer = solve(parse({**raw, "alternatives": 1, "time_limit_seconds": 60}))
    assert answer.status == "optimal"
    assert tuple(str(x) for x in answer.programmes[0].objective) == best


@pytest.mark.parametrize(
    ("shape", "nights"), [*((shape, 1) for shape in shapes.SHAPES), ("plain", 2), ("uneven", 2)]
)
def test_the_steps_of_a_large_request_find_the_same_as_one_search(
    shape: str, nights: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = shapes.request(shape, "fill", 24, 4, nights=nights)
    request = parse({**raw, "alternatives": 2, "time_limit_seconds": 60})
    whole = solve(request)
    monkeypatch.setattr(branch, "_CORE", 2)
    monkeypatch.setattr(branch, "_NARROW", 5)
    in_steps = solve(request)
    assert in_steps.status == whole.status != "feasible"
    assert [one.objective for one in in_steps.programmes] == [one.objective for one in whole.programmes]


@pytest.mark.parametrize("shape", ["plain", "full"])
def test_a_short_opener_beside_the_longest_last_is_never_answered_with_nothing(shape: str) -> None:
    raw = {**shapes.request(shape, "fill", 500, 21, nights=2), "time_limit_seconds": 3, "alternatives": 1}
    raw["rules"] = [rule for rule in raw["rules"] if "opener" not in rule]
    raw["rules"].append({"id": "o", "opener": {"max_seconds": 600}})
    answer = solve(parse(raw))
    assert answer.status != "impossible"
    assert answer.programmes


def test_a_wish_that_both_of_two_full_nights_break_is_paid_for_once() -> None:
    films = [
        {"id": i, "seconds": 600, "value": value, "tags": tags}
        for i, value, tags in ((1, 10, []), (2, 10, []), (3, 7, ["x"]), (4, 7, ["x"]))
    ]
    raw = {
        "films": films,
        "nights": 2,
        "parts": [{"max_seconds": 600}],
        "max_seconds": 600,
        "prefer": ["fill", "value"],
        "rules": [
            {"id": "n", "no_repeats_over_nights": True},
            {"id": "w", "where": {"tag": "x"}, "at_least": 1, "soft": 5},
        ],
    }
    best = solve(parse(raw)).programmes[0]
    # Half of an odd price is no whole number: rounded up on each night, the tagged two looked the best there are.
    assert [int(x) for x in best.objective] == [1200, 15]


def test_sixty_films_are_dealt_out_to_two_full_parts_without_trying_millions_of_ways() -> None:
    raw = {**shapes.request("free", "value", 5_000, 111), "alternatives": 1, "time_limit_seconds": 60}
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return False

    answer = solve(parse(raw), cancelled=cancelled)
    assert answer.status == "optimal"
    assert answer.programmes[0].part_seconds == ((4200, 4200),)
    # Every way is asked about once; dealt out by room alone they were more than a million.
    assert asked < 5_000


def test_where_the_best_of_films_cannot_be_dealt_out_there_is_some_programme_at_once() -> None:
    raw = {**shapes.request("free", "fill", 1_000, 111), "alternatives": 1, "time_limit_seconds": 60}
    told: list[Programme] = []
    asked = 0

    def cancelled() -> bool:
        # The first is there long before the many sets of the fullest films, none of which fits, are gone through.
        nonlocal asked
        asked += 1
        return asked > 2_000

    with pytest.raises(Cancelled):
        solve(parse(raw), on_better=told.append, cancelled=cancelled)
    assert told


@pytest.mark.parametrize(
    ("films", "seconds", "prefer"),
    [(1_000, 1, ["fill", "least_change"]), (2_000, 1, ["fill"]), (2_000, 60, ["fill"])],
)
def test_thousands_of_films_fill_an_evening_however_many_it_takes(
    films: int, seconds: int, prefer: list[str]
) -> None:
    """No rule says how many films; all lengths are multiples of `seconds`, as where minutes alone are known."""
    chance = Random(7)  # noqa: S311 - the same films every time
    raw = {
        "films": [
            {"id": i, "seconds": chance.randrange(120, 2_400, seconds), "directors": [f"D{i // 2}"]}
            for i in range(1, films + 1)
        ],
        "parts": [{"max_seconds": 4_500, "min_seconds": 1}] * 2,
        "max_seconds": 9_000,
        "intermission_seconds": 900,
        "gap_seconds": 20,
        "rules": [{"id": "d", "each": "director", "at_most": 1}],
        "prefer": prefer,
        "start_from": [[1, 2], [3]],
        "time_limit_seconds": 60,
    }
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    # Four films leave two gaps; of whole minutes, the last twenty seconds stay empty.
    assert answer.programmes[0].objective[0] == (8_060 if seconds == 1 else 8_040)


@pytest.mark.parametrize(
    ("films", "step", "longest", "wishes"),
    [
        # Each was unproven after ten seconds while rules were priced in seconds where none of them was the bound,
        # while tables of whole seconds were too large, or while sets were put in order that move too many films.
        (2_000, 1, 2_400, ["fill", "least_change"]),
        (2_000, 60, 2_400, ["fill", "least_change"]),
        (5_000, 1, 600, ["fill", "least_change"]),
        (5_000, 60, 600, ["fill", "least_change"]),
        (100, 60, 600, ["fill"]),
        (5_000, 60, 2_400, ["fill", "value"]),
    ],
)
def test_what_is_proposed_where_nothing_is_asked_about_numbers_is_proven(
    films: int, step: int, longest: int, wishes: list[str]
) -> None:
    answer = solve(parse(shapes.usual(films, wishes, step=step, longest=longest)))
    assert answer.status == "optimal"
    # The films leave nothing over but the gap between two of each part, and what is no whole minute.
    fullest = [9_000 - 900 - 20 * (len(show) - 2) for show in _shown(answer.programmes[0])]
    assert [int(answer.programmes[0].objective[0])] == [room - room % step for room in fullest]


def test_where_the_fewest_films_leave_no_way_to_fill_both_parts_more_films_are_tried() -> None:
    # Of films of nine minutes and less 17 fill the evening in thousands of ways, none of which fills both its halves.
    raw = shapes.usual(1_000, ["fill", "least_change"], step=60, longest=600)
    answer = solve(parse(raw | {"gap_seconds": 0, "intermission_seconds": 0}))
    assert answer.status == "optimal"
    assert answer.programmes[0].part_seconds == ((4_500, 4_500),)


def test_that_no_order_leaves_a_film_where_it_stood_is_seen_before_all_others_are_dealt_out() -> None:
    films = [{"id": i, "seconds": 240} for i in range(4, 38)]
    films += [{"id": i, "seconds": seconds} for i, seconds in ((1, 60), (2, 60), (3, 120))]
    raw = {
        "films": films,
        "parts": [{"max_seconds": 4_260}, {"max_seconds": 4_140}],
        "max_seconds": 8_400,
        "start_from": [[1, 2], [3]],
        "prefer": ["fill", "least_change"],
        "time_limit_seconds": 60,
    }
    answer = solve(parse(raw))
    assert answer.status == "optimal"
    # All are shown; two of the three films that stood have to change places.
    assert [int(x) for x in answer.programmes[0].objective] == [8_400, 34 + 2]


def test_some_evening_of_four_parts_is_found_at_once_however_many_films_are_too_few() -> None:
    raw = shapes.usual(1_000, ["fill", "least_change"], step=60, longest=600)
    raw |= {"parts": [{"max_seconds": 2_250, "min_seconds": 1}] * 4, "intermission_seconds": 0}
    search = Search(shortest_first(parse(raw)), Watch(60))
    # Millions of sets of three films are shorter than any evening that has a film in each part.
    found = search.find([], any_will_do=True)
    assert found is not None
    assert all(found.nights[0])


def _shown(programme: Programme) -> list[list[object]]:
    return [[film for part in night for film in part] for night in programme.nights]
