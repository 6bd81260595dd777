"""A fit of one night as a plain CP-SAT model with a circuit: the baseline of `test_fit.py`, a process of its own.

    python -m benchmarks.cpsat SECONDS < REQUEST.json

prints `{"status", "objective", "seconds", "processor_seconds"}`, those of all cores. It is what its manual leads to: a literal for each film in each part and
for each two films one after the other, every rule as it is said, the wishes weighed into one number. OR-Tools brings a
HiGHS of its own, so it cannot be loaded beside `highspy`; it is in the dependency group `benchmark`.
"""

import json
import sys
from itertools import product
from time import perf_counter, process_time

from ortools.sat.python import cp_model

from tourdesk.programming.fit import Request, parse
from tourdesk.programming.fit.checker import rule_fault
from tourdesk.programming.fit.request import (
    Closer,
    Distinct,
    Each,
    Fees,
    FilmCount,
    Must,
    NotAdjacent,
    Opener,
    Rule,
    Where,
)

_WEIGHT = 100_000
_ENDLESS = 1 << 30


class CircuitModel:
    """A request of one night whose parts all have a film; its only soft rules are of the kind `where`."""

    def __init__(self, request: Request) -> None:
        self._request = request
        single = [
            rule for rule in request.rules if type(rule).__name__ in {"Never", "NotShownInTown", "Licensed"}
        ]
        self._films = [
            film
            for film in request.films
            if not any(rule_fault(request, rule, [[[film]]]) for rule in single)
        ]
        self._model = cp_model.CpModel()
        self._parts = range(len(request.parts))
        self._shown = {
            (i, p): self._model.new_bool_var(f"{i} in {p}")
            for i, p in product(range(len(self._films)), self._parts)
        }
        self._first: dict[tuple[int, int], cp_model.IntVar] = {}
        self._last: dict[tuple[int, int], cp_model.IntVar] = {}
        self._next: dict[tuple[int, int], cp_model.IntVar] = {}
        self._prices: list[cp_model.LinearExpr] = []
        self._circuit()
        self._lengths()
        for rule in request.rules:
            self._add(rule)

    def _circuit(self) -> None:
        """A round trip from part to part: each part has a place of its own to start from."""
        model, films, parts = self._model, range(len(self._films)), len(self._request.parts)
        arcs = []
        for i in films:
            shown = [self._shown[i, p] for p in self._parts]
            model.add_at_most_one(shown)
            skipped = model.new_bool_var("")
            model.add(sum(shown) + skipped == 1)
            arcs.append((parts + i, parts + i, skipped))
            for p in self._parts:
                self._first[i, p], self._last[i, p] = model.new_bool_var(""), model.new_bool_var("")
                model.add_implication(self._first[i, p], self._shown[i, p])
                model.add_implication(self._last[i, p], self._shown[i, p])
                arcs += [(p, parts + i, self._first[i, p]), (parts + i, (p + 1) % parts, self._last[i, p])]
        for i, j in product(films, films):
            if i == j:
                continue
            follows = self._next[i, j] = model.new_bool_var("")
            arcs.append((parts + i, parts + j, follows))
            for p in self._parts:
                model.add(self._shown[i, p] == self._shown[j, p]).only_enforce_if(follows)
        model.add_circuit(arcs)

    def _lengths(self) -> None:
        request, total = self._request, 0
        for p in self._parts:
            length = (
                sum(
                    (film.seconds + request.gap_seconds) * self._shown[i, p]
                    for i, film in enumerate(self._films)
                )
                - request.gap_seconds
            )
            self._model.add(length <= request.parts[p].max_seconds)
            self._model.add(length >= request.parts[p].min_seconds)
            total += length
        self._model.add(total + request.intermission_seconds * (len(self._parts) - 1) <= request.max_seconds)

    def _count(self, weights: list[int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.sum(
            [weight * self._shown[i, p] for i, weight in enumerate(weights) for p in self._parts if weight]
        )

    def _having(self, rule: Where | Each | Distinct, value: str) -> cp_model.LinearExpr:
        return self._count([int(value in film.of(rule.attribute)) for film in self._films])

    def _add(self, rule: Rule) -> None:
        model, films = self._model, self._films
        match rule:
            case Must():
                for film in rule.films:
                    model.add(self._count([int(other.id == film) for other in films]) == 1)
            case FilmCount():
                count = self._count([1] * len(films))
                model.add_linear_constraint(count, rule.at_least, rule.at_most or _ENDLESS)
            case Fees():
                model.add(self._count([int(film.fee * 100) for film in films]) <= int(rule.at_most * 100))
            case Each():
                for value in {value for film in films for value in film.of(rule.attribute)}:
                    model.add(self._having(rule, value) <= rule.at_most)
            case Where():
                kept = model.new_bool_var("")
                count = self._having(rule, rule.value)
                most = _ENDLESS if rule.at_most is None else rule.at_most
                model.add_linear_constraint(count, rule.at_least, most).only_enforce_if(kept)
                if rule.soft is None:
                    model.add(kept == 1)
                else:
                    self._prices.append(int(rule.soft) * (1 - kept))
            case Distinct():
                self._distinct(rule)
            case _:
                self._add_order(rule)

    def _distinct(self, rule: Distinct) -> None:
        there = []
        for value in sorted({value for film in self._films for value in film.of(rule.attribute)}):
            seen = self._model.new_bool_var(value)
            self._model.add(self._having(rule, value) >= seen)
            there.append(seen)
        self._model.add(cp_model.LinearExpr.sum(there) >= rule.at_least)

    def _add_order(self, rule: Rule) -> None:
        model, films = self._model, self._films
        match rule:
            case Opener():
                most = _ENDLESS if rule.max_seconds is None else rule.max_seconds
                for i, film in enumerate(films):
                    if not rule.min_seconds <= film.seconds <= most:
                        model.add(self._first[i, 0] == 0)
            case Closer():
                for p in self._parts if rule.each_part else self._parts[-1:]:
                    self._close(rule, p)
            case NotAdjacent():
                for i, j in self._next:
                    if set(films[i].of(rule.attribute)) & set(films[j].of(rule.attribute)):
                        model.add(self._next[i, j] == 0)
                        for p in self._parts[:-1] if not rule.within_part else ():
                            model.add_at_most_one([self._last[i, p], self._first[j, p + 1]])

    def _close(self, rule: Closer, p: int) -> None:
        groups = [p] if rule.each_part else list(self._parts)
        for i, film in enumerate(self._films):
            if film.seconds < rule.min_seconds:
                self._model.add(self._last[i, p] == 0)
            for j, other in enumerate(self._films):
                if rule.longest and other.seconds > film.seconds:
                    for group in groups:
                        self._model.add_implication(self._last[i, p], self._shown[j, group].negated())

    def best(self, seconds: float) -> tuple[str, list[int]]:
        """The status that the solver gives, and the objective of the best programme, empty when there is none."""
        value = self._count([int(film.value) for film in self._films]) - sum(self._prices)
        fill = self._count([film.seconds for film in self._films])
        wishes = {"value": value, "fill": fill}
        first, second = (wishes[wish] for wish in self._request.prefer)
        self._model.maximize(_WEIGHT * first + second)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        status = solver.status_name(solver.solve(self._model))
        found = status in {"OPTIMAL", "FEASIBLE"}
        return status, [int(solver.value(first)), int(solver.value(second))] if found else []


def main() -> None:
    """Solve what stands on the standard input."""
    request = parse(json.load(sys.stdin))
    began, busy = perf_counter(), process_time()
    status, objective = CircuitModel(request).best(float(sys.argv[1]))
    took = {"seconds": perf_counter() - began, "processor_seconds": process_time() - busy}
    print(json.dumps({"status": status, "objective": objective, **took}))


if __name__ == "__main__":
    main()
