"""Small requests with every kind of rule, and all their programmes by trying everything."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from tourdesk.programming.fit.answer import Objective
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.request import FilmId, Nights, Request

Part = tuple[FilmId, ...]
NightParts = tuple[Part, ...]
ATTRIBUTES = ("director", "section", "tag", "country", "language")
VALUES = {
    "director": ("A", "B", "C"),
    "section": ("Speed", "Places", "People"),
    "tag": ("women", "humour", "ultra"),
    "country": ("FR", "NO", "US"),
    "language": ("en", "fr"),
}


def small_request(seed: int, *, films: int, nights: int, parts: int) -> dict[str, Any]:
    """A request over few films of a few minutes, with up to six rules of any kind, some of them soft."""
    rng = random.Random(seed)  # noqa: S311 -- requests, no secrets
    rows = [_film(rng, i + 1) for i in range(films)]
    part = rng.choice((300, 600, 900, 1500))
    specs = [{"max_seconds": part + rng.choice((0, 0, 200))} for _ in range(parts)]
    if rng.random() < 0.2:
        specs[0]["min_seconds"] = rng.choice((100, 300))
    ids = [row["id"] for row in rows]
    rules = [_rule(rng, ids) for _ in range(rng.randint(0, 6))]
    if rng.random() < 0.7:
        rules.append({"no_repeats_over_nights": True})
    for i, rule in enumerate(rules):
        rule["id"] = f"r{i}"
        if rng.random() < 0.25:
            rule["soft"] = rng.choice((0, 1, 2, 1.5, 5))
    request: dict[str, Any] = {
        "films": rows,
        "nights": nights,
        "town": "Leura",
        "date": "2027-03-12",
        "parts": specs,
        "max_seconds": sum(spec["max_seconds"] for spec in specs) + rng.choice((-200, 0, 60, 300)),
        "gap_seconds": rng.choice((0, 0, 10)),
        "intermission_seconds": rng.choice((0, 60)),
        "rules": rules,
        "prefer": rng.sample(["value", "fill", "least_change"], rng.choice((1, 2, 2, 3))),
        "alternatives": 3,
        "different_by": rng.choice((1, 1, 2)),
        "time_limit_seconds": 60,
    }
    if "least_change" in request["prefer"] or rng.random() < 0.2:
        request["start_from"] = _start(rng, ids, nights, parts)
    return request


def _film(rng: random.Random, identity: int) -> dict[str, Any]:
    return {
        "id": identity,
        "title": f"Film {identity}",
        "seconds": rng.choice((100, 150, 200, 211, 300, 307, 420, 600)),
        "value": rng.choice((0, 1, 2, 3, 4, 5, 2.5, -1)),
        "section": rng.choice((*VALUES["section"], None)),
        "tags": rng.sample(VALUES["tag"], rng.randint(0, 2)),
        "directors": rng.sample(VALUES["director"], rng.randint(1, 2)),
        "countries": rng.sample(VALUES["country"], rng.randint(0, 2)),
        "languages": [rng.choice(VALUES["language"])],
        "fee": rng.choice(("0.00", "10.00", "12.50", "20.00", None)),
        "shown_in": rng.choice(([], [], ["Perth"], ["Leura"])),
        "licence": rng.choice((["2027-01-01", "2027-12-31"],) * 3 + (["2026-01-01", "2026-12-31"], None)),
    }


def _rule(rng: random.Random, ids: list[int]) -> dict[str, Any]:
    attribute = rng.choice(ATTRIBUTES)
    low = rng.randint(0, 2)
    choices: list[dict[str, Any]] = [
        {"must": rng.sample(ids, min(len(ids), rng.randint(0, 2)))},
        {"never": rng.sample(ids, min(len(ids), rng.randint(0, 2)))},
        {"films": {"min": low, "max": low + rng.randint(0, 3)}},
        {"films": {"min": rng.randint(0, 2)}},
        {"each": attribute, "at_most": rng.randint(1, 2)},
        {"where": {attribute: rng.choice(VALUES[attribute])}, "at_least": rng.randint(1, 2)},
        {"where": {attribute: rng.choice(VALUES[attribute])}, "at_most": rng.randint(0, 1)},
        {"where": {attribute: rng.choice(VALUES[attribute])}, "at_least": low, "at_most": low + 1},
        {"distinct": attribute, "at_least": rng.randint(1, 3)},
        {"opener": {"max_seconds": rng.choice((150, 211, 300))}},
        {"opener": {"min_seconds": rng.choice((150, 211, 300))}},
        {"closer": {"longest": True}, "of": "each part"},
        {"closer": {"longest": True}},
        {"closer": {"min_seconds": rng.choice((200, 300))}, "of": rng.choice(("each part", "night"))},
        {"not_adjacent": attribute},
        {"not_adjacent": attribute, "within": "part"},
        {"not_shown_in_town": True},
        {"licensed": True},
        {"fees": {"max": rng.choice(("15.00", "32.50", "50"))}},
    ]
    return rng.choice(choices)


def _start(rng: random.Random, ids: list[int], nights: int, parts: int) -> list[list[int]]:
    start: list[list[int]] = []
    for _ in range(nights):
        some = rng.sample(ids, min(len(ids), rng.randint(0, 4)))
        cut = sorted(rng.randint(0, len(some)) for _ in range(parts - 1))
        start += [some[a:b] for a, b in zip([0, *cut], [*cut, len(some)], strict=True)]
    return start


def every_programme(request: Request) -> Iterator[tuple[Nights, Objective]]:
    """Every programme of a small request that keeps the hard rules, and what it is worth."""
    nights = list(_nights(request, frozenset(request.by_id), ()))
    for programme in product(nights, repeat=request.nights):
        judgement = judge(request, programme)
        if not judgement.faults:
            yield programme, judgement.objective(request)


def _nights(request: Request, left: frozenset[FilmId], before: NightParts) -> Iterator[NightParts]:
    """Every night that begins with these parts and whose parts and evening are not too long."""
    lengths = [_seconds(request, part) for part in before]
    if sum(lengths) + request.pauses_seconds > request.max_seconds:
        return
    if len(before) == len(request.parts):
        yield before
        return
    for part in _parts(request, left, (), request.parts[len(before)].max_seconds):
        yield from _nights(request, left - set(part), (*before, part))


def _parts(request: Request, left: frozenset[FilmId], before: Part, most: int) -> Iterator[Part]:
    yield before
    for film in sorted(left, key=str):
        part = (*before, film)
        if _seconds(request, part) <= most:
            yield from _parts(request, left - {film}, part, most)


def _seconds(request: Request, part: Part) -> int:
    films = sum(request.by_id[film].seconds for film in part)
    return films + request.gap_seconds * max(0, len(part) - 1)


def rank(request: Request, objective: Objective) -> tuple[float, ...]:
    """An objective so that more is better in every place."""
    return tuple(
        -float(x) if wish == "least_change" else float(x)
        for wish, x in zip(request.prefer, objective, strict=True)
    )
