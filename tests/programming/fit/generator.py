"""Requests like those people make, from a seed: films with all they carry, an evening, and a dozen rules."""

import random
from typing import Any

SECTIONS = ("Places", "People", "Planet", "Journeys", "Speed", "Short and Sweet", "Wild and Tough")
COUNTRIES = ("US", "GB", "FR", "DE", "ES", "IT", "NO", "NZ", "AU", "CA", "CL", "JP", "NP", "ZA")
TAGS = ("women", "nature", "sport", "ultra", "humour", "family", "mountain", "first person")
LANGUAGES = ("en", "en", "en", "en", "es", "fr", "de", "de")
FEES = ("0.00", "15.00", "20.00", "25.00", "30.00", "40.00", "60.00")
SLACK = (300, 300, 300, 600, 900)
"""Evening beyond both parts: with less than the intermission not both parts can be full."""
LICENCES = (["2027-01-01", "2027-12-31"],) * 7 + (["2026-01-01", "2026-12-31"],) * 2 + (None,)


def film(rng: random.Random, identity: int) -> dict[str, Any]:
    """One film; lengths spread as those of a mountain film tour, from a minute to feature length."""
    return {
        "id": identity,
        "title": f"Film {identity}",
        "seconds": max(75, min(5900, int(rng.lognormvariate(6.6, 0.85)))),
        "value": rng.choices(range(6), (9, 10, 22, 28, 21, 10))[0],
        "section": rng.choice((*SECTIONS, None)),
        "tags": rng.sample(TAGS, rng.choices((0, 1, 2, 3), (26, 30, 28, 16))[0]),
        "directors": [f"Director {n}" for n in rng.sample(range(400), rng.choices((1, 2), (78, 22))[0])],
        "countries": rng.sample(COUNTRIES, rng.choices((1, 2), (80, 20))[0]),
        "languages": [rng.choice(LANGUAGES)],
        "fee": rng.choice(FEES),
        "shown_in": rng.choice(([], [], [], ["Perth"], ["Leura"])),
        "licence": rng.choice(LICENCES),
    }


def request(seed: int, size: int, *, nights: int = 1, impossible: bool = False) -> dict[str, Any]:
    """A request over so many films; `impossible` ones usually have no programme."""
    rng = random.Random(seed * 1000 + size + nights)  # noqa: S311 -- requests, no secrets
    films = [film(rng, i + 1) for i in range(size)]
    part = rng.choice((3300, 3600, 3900, 4200))
    shown = [f["id"] for f in films if _free(f)]
    must = rng.sample(shown, min(len(shown), rng.choice((0, 1, 1, 2))))
    if impossible:
        must = rng.sample([f["id"] for f in films], min(size, 3))
    never = rng.sample([f["id"] for f in films if f["id"] not in must], min(1, size))
    rules: list[dict[str, Any]] = [
        {"id": "r1", "must": must},
        {"id": "r2", "never": never},
        {"id": "r3", "films": {"min": rng.choice((2, 4, 5, 6)), "max": rng.choice((7, 8, 9, 10))}},
        {"id": "r4", "each": "director", "at_most": 1},
        {"id": "r5", "each": "section", "at_most": rng.choice((2, 2, 3))},
        {"id": "r6", "where": {"tag": "women"}, "at_least": rng.choice((1, 1, 2))},
        {"id": "r7", "distinct": "country", "at_least": rng.choice((2, 3, 4))},
        {"id": "r8", "opener": {"max_seconds": rng.choice((420, 600, 900))}},
        {"id": "r9", "closer": {"longest": True}, "of": "each part"},
        {"id": "r11", "not_shown_in_town": True},
        {"id": "r12", "licensed": True},
        {"id": "r13", "fees": {"max": f"{rng.choice((180, 220, 260)) * nights}.00"}},
        {
            "id": "r15",
            "where": {"country": rng.choice(COUNTRIES)},
            "at_least": 1,
            "soft": rng.choice((1, 2, 3)),
        },
    ]
    if rng.random() < 0.6:
        rules.append({"id": "r10", "not_adjacent": "section"})
    if nights > 1:
        rules.append({"id": "r14", "no_repeats_over_nights": True})
    rng.shuffle(rules)
    return {
        "films": films,
        "nights": nights,
        "town": "Leura",
        "date": "2027-03-12",
        "parts": [{"max_seconds": part}, {"max_seconds": part}],
        "max_seconds": 2 * part + rng.choice(SLACK),
        "gap_seconds": rng.choice((0, 10, 20)),
        "intermission_seconds": 900,
        "rules": rules,
        "prefer": rng.choice((["value", "fill"], ["fill", "value"])),
        "alternatives": 5,
        "different_by": 2,
        "time_limit_seconds": 20,
    }


def _free(one: dict[str, Any]) -> bool:
    return "Leura" not in one["shown_in"] and one["licence"] == LICENCES[0] and one["seconds"] < 2500
