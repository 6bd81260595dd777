"""Against every programme there is, for few films and every kind of rule."""

from itertools import combinations
from typing import Any

import pytest
from tests.programming.fit.small import every_programme, rank, small_request

from tourdesk.programming.fit import Request, branch, parse, selection, solve, table
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.request import EVENING, PARTS, FilmId, Nights, Rule, Spare
from tourdesk.programming.fit.whynot import without

SHAPES = [
    (4, 1, 2, 40),
    (5, 1, 1, 40),
    (4, 1, 3, 20),
    (3, 2, 2, 30),
    (3, 2, 1, 60),
    (2, 3, 1, 40),
    (5, 1, 2, 12),
]
CASES = [(seed, *shape[:3]) for shape in SHAPES for seed in range(shape[3])]
LARGER = [(seed, 6 + seed % 4, nights) for nights in (1, 2) for seed in range(24)]


def _films(nights: Nights) -> frozenset[FilmId]:
    return frozenset(film for night in nights for part in night for film in part)


def _possible(request: Request) -> bool:
    return any(True for _ in every_programme(request))


@pytest.fixture
def _in_this_way(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few films are searched at once; here also in the ways that many films a night, and many films, need."""
    if way == "uncounted":
        monkeypatch.setattr(selection, "_MOST_COUNTED", -1)
    if way == "narrow":
        monkeypatch.setattr(branch, "_CORE", 1)
        monkeypatch.setattr(branch, "_GROWTH", 2)
        monkeypatch.setattr(branch, "_NARROW", 2)
    if way == "coarse":
        monkeypatch.setattr(table, "_MOST_BYTES", 1_000)
        monkeypatch.setattr(table, "_MOST_ROUGHLY", 100)


WAYS = [(way, *case) for case in CASES for way in ("few", "uncounted" if case[0] % 2 else "narrow")]
WAYS += [("coarse", *case) for case in CASES if not case[0] % 3]


@pytest.mark.usefixtures("_in_this_way")
@pytest.mark.parametrize(("way", "seed", "films", "nights", "parts"), WAYS)
def test_every_answer_is_what_trying_everything_finds(
    way: str, seed: int, films: int, nights: int, parts: int
) -> None:
    _is_what_trying_everything_finds(parse(small_request(seed, films=films, nights=nights, parts=parts)))


@pytest.mark.parametrize(("seed", "films", "nights"), LARGER)
def test_up_to_nine_films_are_answered_as_trying_everything_does(seed: int, films: int, nights: int) -> None:
    _is_what_trying_everything_finds(parse(_larger(seed, films, nights)))


def _larger(seed: int, films: int, nights: int) -> dict[str, Any]:
    """A small request whose parts hold so few of its films that everything can still be tried."""
    raw = small_request(seed, films=films, nights=nights, parts=3 - nights)
    long = 620 if nights == 1 else 520
    raw["parts"] = [{"max_seconds": long, "min_seconds": part.get("min_seconds", 0)} for part in raw["parts"]]
    raw["max_seconds"] = long * len(raw["parts"]) + raw["intermission_seconds"]
    return raw


@pytest.mark.parametrize("nights", [1, 2])
def test_every_kind_of_rule_is_tried_hard_and_soft(nights: int) -> None:
    drawn = [
        *(small_request(seed, films=films, nights=n, parts=parts) for seed, films, n, parts in CASES),
        *(_larger(*case) for case in LARGER),
    ]
    rules = [rule for raw in drawn if raw["nights"] == nights for rule in parse(raw).rules]
    asked = {(type(rule).__name__, rule.soft is None) for rule in rules}
    # Time to spare is asked for by the builder alone; `test_pinned.py` has it.
    kinds = {kind.__name__ for kind in Rule.__subclasses__()} - {Spare.__name__}
    assert asked == {(kind, hard) for kind in kinds for hard in (True, False)}


def _is_what_trying_everything_finds(request: Request) -> None:
    """The answer is, place by place, the best of all programmes; without any, so it says, and why."""
    answer = solve(request)
    pool = [
        (rank(request, objective), _films(programme)) for programme, objective in every_programme(request)
    ]
    if not pool:
        assert answer.status == "impossible"
        # Without lengths, everything that many films can be is too much to try.
        if len(request.films) < min(films for _, films, _ in LARGER):
            _holds(request, answer.clash)
        return
    assert answer.status == "optimal"
    by = request.different_by
    before: list[frozenset[FilmId]] = []
    for k in range(request.alternatives):
        left = [one for one in pool if all(len(one[1] - x) >= by or len(x - one[1]) >= by for x in before)]
        assert (len(answer.programmes) > k) == bool(left)
        if not left:
            break
        programme = answer.programmes[k]
        assert not judge(request, programme.nights).faults
        assert rank(request, programme.objective) == max(one[0] for one in left)
        before.append(_films(programme.nights))


def _holds(request: Request, clash: tuple[str, ...]) -> None:
    """A clash cannot hold together, and no fewer rules are a clash."""
    names = {*(rule.id for rule in request.rules), EVENING, PARTS}
    assert not _possible(without(request, names - set(clash)))
    hard = [*(rule.id for rule in request.rules if rule.soft is None), EVENING, PARTS]
    for fewer in combinations(hard, max(0, len(clash) - 1)):
        assert _possible(without(request, names - set(fewer)))


@pytest.mark.parametrize("seed", range(60))
def test_what_giving_up_a_rule_brings_is_what_trying_everything_finds(seed: int) -> None:
    request = parse(small_request(seed, films=4, nights=1, parts=2))
    for one in solve(request).relax:
        relaxed = without(request, {one.rule})
        best = max((rank(relaxed, objective) for _, objective in every_programme(relaxed)), default=None)
        assert (None if one.then is None else rank(relaxed, one.then)) == best
        assert one.proven
