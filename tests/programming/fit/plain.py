"""A fit as a plain integer program: films into parts, every rule of sets, no order. What everybody would write first.

It has no order of films but that the first part has an opener (a longest film can always be put last), so it is
exact where no rule speaks of neighbours, and at least as good as the best programme where one does.
"""

from typing import Any

import highspy
import numpy as np

from tourdesk.programming.fit.request import (
    Distinct,
    Each,
    Fees,
    Film,
    FilmCount,
    Must,
    NoRepeats,
    Opener,
    Request,
    Rule,
    Where,
)
from tourdesk.programming.fit.selection import banned


class Plain:
    """One request over one or more nights, objective value and fill in the order of `prefer`."""

    def __init__(self, request: Request) -> None:
        self._request = request
        gone = {
            film.id
            for rule in request.rules
            if rule.soft is None
            for film in banned(request, rule, request.films)
        }
        self._films = [film for film in request.films if film.id not in gone]
        self._solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # HiGHS leaves it out
        self._solver.setOptionValue("output_flag", False)
        self._factor = 100_000 if request.prefer[0] == "value" else 1
        self._second = 1_000 if request.prefer[0] == "fill" else 1
        self._slots = [(night, part) for night in range(request.nights) for part in range(len(request.parts))]
        self._shown = {
            (i, slot): self._binary(self._factor * float(film.value) + self._second * film.seconds)
            for i, film in enumerate(self._films)
            for slot in self._slots
        }
        self._build()

    def _binary(self, worth: float) -> int:
        self._solver.addCol(worth, 0.0, 1.0, 0, np.array([], dtype=np.int32), np.array([]))
        column = int(self._solver.getNumCol()) - 1
        self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return column

    def _row(self, low: float, high: float, terms: dict[int, float]) -> None:
        self._solver.addRow(
            low, high, len(terms), np.array(list(terms), np.int32), np.array(list(terms.values()), float)
        )

    def _build(self) -> None:
        request, gap = self._request, self._request.gap_seconds
        evening = request.max_seconds - request.intermission_seconds * (len(request.parts) - 1)
        for night in range(request.nights):
            every: dict[int, float] = {}
            for p, part in enumerate(request.parts):
                length = {
                    self._shown[i, (night, p)]: float(f.seconds + gap) for i, f in enumerate(self._films)
                }
                used = self._binary(0.0)
                self._row(-highspy.kHighsInf, part.max_seconds + gap, length)
                self._row(0, highspy.kHighsInf, {**dict.fromkeys(length, 1.0), used: -1.0})
                every |= length | {used: float(-gap)}
            self._row(-highspy.kHighsInf, evening, every)
            for i in range(len(self._films)):
                self._row(0, 1, self._terms([i], night))
        for rule in request.rules:
            self._add(rule)

    def _terms(self, films: list[int], night: int | None = None, weight: float = 1.0) -> dict[int, float]:
        return {
            self._shown[i, slot]: weight for i in films for slot in self._slots if night in {None, slot[0]}
        }

    def _where(self, rule: Where | Each | Distinct, value: str) -> list[int]:
        return [i for i, film in enumerate(self._films) if value in film.of(rule.attribute)]

    def _add(self, rule: Rule) -> None:
        match rule:
            case Must() | NoRepeats() | Fees():
                self._add_over_nights(rule)
            case Distinct():
                self._distinct(rule)
            case Where() if rule.soft is not None:
                broken = self._binary(-self._factor * float(rule.soft))
                for night in range(self._request.nights):
                    terms = self._terms(self._where(rule, rule.value), night)
                    self._row(rule.at_least, 1000, {**terms, broken: float(rule.at_least)})
            case _:
                for night in range(self._request.nights):
                    self._add_nightly(rule, night)

    def _add_over_nights(self, rule: Rule) -> None:
        every = range(len(self._films))
        match rule:
            case Must():
                for film in rule.films:
                    self._row(1, 1000, self._terms([i for i in every if self._films[i].id == film]))
            case NoRepeats():
                for i in every:
                    self._row(0, 1, self._terms([i]))
            case Fees():
                fees = {c: float(self._films[i].fee) for (i, _), c in self._shown.items()}
                self._row(0, float(rule.at_most), fees)

    def _add_nightly(self, rule: Rule, night: int) -> None:
        every = list(range(len(self._films)))
        match rule:
            case FilmCount():
                self._row(rule.at_least, rule.at_most or 1000, self._terms(every, night))
            case Where():
                most = 1000 if rule.at_most is None else rule.at_most
                self._row(rule.at_least, most, self._terms(self._where(rule, rule.value), night))
            case Each():
                for value in {value for film in self._films for value in film.of(rule.attribute)}:
                    self._row(0, rule.at_most, self._terms(self._where(rule, value), night))
            case Opener():
                first = {i: self._shown[i, (night, 0)] for i in every}
                fitting = {first[i]: 1.0 for i in every if self._opens(rule, self._films[i])}
                for i in every:
                    if first[i] not in fitting:
                        self._row(0, 1000, {**fitting, first[i]: -1.0})

    @staticmethod
    def _opens(rule: Opener, film: Film) -> bool:
        return rule.min_seconds <= film.seconds <= (rule.max_seconds or 10**6)

    def _distinct(self, rule: Distinct) -> None:
        for night in range(self._request.nights):
            there = {}
            for value in sorted({value for film in self._films for value in film.of(rule.attribute)}):
                there[value] = self._binary(0.0)
                terms = self._terms(self._where(rule, value), night)
                self._row(0, 1000, {**terms, there[value]: -1.0})
            self._row(rule.at_least, 1000, dict.fromkeys(there.values(), 1.0))

    def best(self, seconds: float = 60.0) -> tuple[int, ...] | None:
        """The best objective, None when nothing is possible; a TimeoutError when it takes too long."""
        for option, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5), ("time_limit", seconds)):
            self._solver.setOptionValue(option, value)
        self._solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise TimeoutError(str(status))
        worth = round(self._solver.getInfo().objective_function_value)
        if self._request.prefer[0] == "value":
            value = worth // self._factor
            return value, worth - value * self._factor
        fill = worth // self._second
        return fill, worth - fill * self._second
