"""Requests of every shape that people ask for, over any number of films: what the survey and the tests draw from."""

import random
from collections.abc import Callable
from typing import Any

from tests.programming.fit import generator

from tourdesk.programming.fit import parse, solve

Raw = dict[str, Any]
WISHES: dict[str, list[str]] = {
    "value": ["value", "fill"],
    "fill": ["fill", "value"],
    "change": ["least_change", "value", "fill"],
}
"""The orders of `prefer`, by their first."""


def plain(raw: Raw, rng: random.Random) -> None:
    """As generated, ten minutes of the parts left unused."""
    raw["max_seconds"] = 2 * raw["parts"][0]["max_seconds"] + 300


def full(raw: Raw, rng: random.Random) -> None:
    """An evening as long as its parts, so that each part is to be filled to the second."""
    raw["max_seconds"] = 2 * raw["parts"][0]["max_seconds"] + raw["intermission_seconds"]


def uneven(raw: Raw, rng: random.Random) -> None:
    """A long first part, and a second one that must not be short."""
    longest = raw["parts"][0]["max_seconds"]
    raw["parts"] = [{"max_seconds": longest}, {"max_seconds": longest - 900, "min_seconds": longest - 1500}]
    raw["max_seconds"] = 2 * longest - 900 + rng.choice((300, 900))


def three_parts(raw: Raw, rng: random.Random) -> None:
    """Two intermissions."""
    raw["parts"] = [{"max_seconds": 2700}] * 3
    raw["intermission_seconds"] = 600
    raw["max_seconds"] = 3 * 2700 + rng.choice((600, 1200))


def one_part(raw: Raw, rng: random.Random) -> None:
    """No intermission."""
    raw["parts"] = [{"max_seconds": 5400}]
    raw["max_seconds"] = 5400


def ordered(raw: Raw, rng: random.Random) -> None:
    """Rules of order in plenty."""
    _instead(raw, "opener", {"id": "r8", "opener": {"min_seconds": 120, "max_seconds": 600}})
    raw["rules"] += [
        {"id": "o1", "closer": {"min_seconds": 900}},
        {"id": "o2", "not_adjacent": "director"},
        {"id": "o3", "not_adjacent": "country", "within": "part"},
    ]


def wished(raw: Raw, rng: random.Random) -> None:
    """Every kind of rule as a wish."""
    raw["rules"] += [
        {"id": "s1", "each": "country", "at_most": 2, "soft": 2},
        {"id": "s2", "distinct": "language", "at_least": 3, "soft": 2},
        {"id": "s3", "not_adjacent": "language", "soft": 1},
        {"id": "s4", "where": {"tag": "humour"}, "at_least": 2, "soft": 3},
        {"id": "s5", "opener": {"max_seconds": 300}, "soft": 1},
        {"id": "s6", "fees": {"max": "150.00"}, "soft": 2},
    ]


def counted(raw: Raw, rng: random.Random) -> None:
    """Every rule that counts, of every attribute."""
    raw["rules"] += [
        {"id": "c1", "each": "country", "at_most": 2},
        {"id": "c2", "each": "tag", "at_most": 3},
        {"id": "c3", "distinct": "language", "at_least": 3},
        {"id": "c4", "distinct": "section", "at_least": 3},
        {"id": "c5", "where": {"language": "en"}, "at_least": 1, "at_most": 4},
        {"id": "c6", "where": {"tag": "ultra"}, "at_most": 1},
    ]


def free(raw: Raw, rng: random.Random) -> None:
    """Hardly any rule."""
    raw["rules"] = [rule for rule in raw["rules"] if rule["id"] in {"r1", "r2", "r9", "r14"}]


SHAPES: dict[str, Callable[[Raw, random.Random], None]] = {
    shape.__name__: shape
    for shape in (plain, full, uneven, three_parts, one_part, ordered, wished, counted, free)
}


def request(  # noqa: PLR0913 -- a request is of all of these
    shape: str, wish: str, size: int, seed: int, *, nights: int = 1, impossible: bool = False
) -> Raw:
    """A request of a shape; for `change` with a programme to start from that its rules do not allow any more."""
    raw = generator.request(seed, size, nights=nights, impossible=impossible)
    rng = random.Random(seed)  # noqa: S311 -- requests, no secrets
    raw["prefer"] = list(WISHES[wish])
    raw["time_limit_seconds"] = 10
    SHAPES[shape](raw, rng)
    if wish == "change":
        raw["start_from"] = _start(raw, rng)
    return raw


def usual(size: int, wishes: list[str], *, step: int = 1, longest: int = 2_400) -> Raw:
    """What the window asks where nothing was said about numbers, over films whose seconds are multiples of `step`."""
    rng = random.Random(size + step)  # noqa: S311 -- requests, no secrets
    films = [
        {
            "id": i,
            "seconds": max(60, rng.randrange(longest // 20, longest, step) // step * step),
            "value": rng.randrange(5),
            "directors": [f"D{rng.randrange(size // 2)}"],
        }
        for i in range(1, size + 1)
    ]
    return {
        "films": films,
        "parts": [{"max_seconds": 4_500, "min_seconds": 1}] * 2,
        "max_seconds": 9_000,
        "intermission_seconds": 900,
        "gap_seconds": 20,
        "rules": [{"id": "d", "each": "director", "at_most": 1}],
        "prefer": wishes,
        "start_from": [[1, 2], [3]],
        "time_limit_seconds": 60,
    }


def _instead(raw: Raw, kind: str, rule: Raw) -> None:
    raw["rules"] = [*(one for one in raw["rules"] if kind not in one), rule]


def _start(raw: Raw, rng: random.Random) -> list[list[int]]:
    """Parts a little too long, of films most of which may be shown."""
    fine = [
        film for film in raw["films"] if not film["shown_in"] and film["licence"] and film["seconds"] < 2400
    ]
    rng.shuffle(fine)
    start: list[list[int]] = []
    for _ in range(raw["nights"]):
        for part in raw["parts"]:
            ids: list[int] = []
            left = part["max_seconds"] + 240
            for film in list(fine):
                if len(ids) < 6 and film["seconds"] <= left:
                    fine.remove(film)
                    ids.append(film["id"])
                    left -= film["seconds"]
            start.append(ids)
    return start


MENDED = ("grown", "curfew", "lapsed", "ordered")


def mended(kind: str, size: int, seed: int, *, nights: int) -> Raw:
    """A request to mend the programme that was best until one thing changed: what people ask after it was settled.

    A film got four minutes longer, the evening ends ten minutes earlier, licences of a film a night ended, or rules of
    order came. A request that has no programme before that is a ValueError.
    """
    raw = request("plain", "value", size, seed, nights=nights)
    settled = solve(parse({**raw, "alternatives": 1})).programmes
    if not settled:
        raise ValueError(raw)
    raw["start_from"] = [list(part) for night in settled[0].nights for part in night]
    raw["prefer"] = list(WISHES["change"])
    rng = random.Random(seed)  # noqa: S311 -- requests, no secrets
    must = {film for rule in raw["rules"] for film in rule.get("must", ())}
    films = {film["id"]: film for film in raw["films"]}
    shown = [film for part in raw["start_from"] for film in part if film not in must]
    match kind:
        case "grown":
            films[rng.choice(shown)]["seconds"] += 240
        case "curfew":
            raw["max_seconds"] -= 600
        case "lapsed":
            for film in rng.sample(shown, nights):
                films[film]["licence"] = list(generator.LICENCES[7])
        case "ordered":
            raw["rules"] += [
                {"id": "n", "not_adjacent": "language"},
                {"id": "o", "opener": {"max_seconds": 300}},
            ]
    return raw
