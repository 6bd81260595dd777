"""What a fit answers, and how the answer is written as JSON."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tourdesk.programming.fit.request import FilmId, Nights

Status = Literal["optimal", "feasible", "impossible"]
"""`feasible`: the time ended before the proof; without programmes when it ended before one was found."""
Objective = tuple[Decimal, ...]
"""One number per wish of `prefer`, in its order; of `least_change` the number of changes, the fewer the better."""
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme found: its nights, the lengths of their parts and of the nights in seconds, what it achieves.

    `proven` is whether nothing better comes at its place among the alternatives.
    """

    nights: Nights
    part_seconds: tuple[tuple[int, ...], ...]
    night_seconds: tuple[int, ...]
    objective: Objective
    soft_broken: tuple[str, ...] = ()
    why: str = ""
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What giving up one rule of a clash would bring; `then` is None when it stays impossible (or unknown).

    `by` says what would be enough already, where a number can be loosened; `amount` is by how much, in the unit of
    `excess`, None where no number can be, and `sides` by how many films fewer and more, where films are counted. Of a
    rule about single films `films` are those that are to be done without, or shown all the same.
    """

    rule: str
    by: str
    then: Objective | None
    proven: bool = True
    amount: int | None = None
    sides: tuple[int, int] | None = None
    films: tuple[FilmId, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer; `bound` is what no programme can exceed, given when the best is not proven."""

    status: Status
    seconds: float
    programmes: tuple[Programme, ...] = ()
    clash: tuple[str, ...] = ()
    relax: tuple[Relaxed, ...] = ()
    bound: Objective | None = None
    sentence: str = ""


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _objective(objective: Objective | None) -> Json:
    return None if objective is None else [number(value) for value in objective]


def _programme(programme: Programme) -> Json:
    nights: list[Json] = [
        {
            "parts": [
                {"films": list(films), "seconds": seconds}
                for films, seconds in zip(parts, part_seconds, strict=True)
            ],
            "seconds": night_seconds,
        }
        for parts, part_seconds, night_seconds in zip(
            programme.nights, programme.part_seconds, programme.night_seconds, strict=True
        )
    ]
    return {
        "nights": nights,
        "objective": _objective(programme.objective),
        "soft_broken": list(programme.soft_broken),
        "why": programme.why,
        "proven": programme.proven,
    }


def as_json(answer: Answer) -> dict[str, Json]:
    """The answer as the command line prints it."""
    out: dict[str, Json] = {"status": answer.status, "seconds": round(answer.seconds, 4)}
    if answer.programmes:
        out["objective"] = _objective(answer.programmes[0].objective)
    out["alternatives"] = [_programme(programme) for programme in answer.programmes]
    if answer.bound is not None:
        out["bound"] = _objective(answer.bound)
    if answer.status == "impossible":
        out["clash"] = list(answer.clash)
        out["relax"] = [
            {"rule": one.rule, "by": one.by, "then": _objective(one.then), "proven": one.proven}
            for one in answer.relax
        ]
    if answer.sentence:
        out["sentence"] = answer.sentence
    return out
