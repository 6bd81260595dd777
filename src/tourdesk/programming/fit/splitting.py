"""Dealing the chosen showings out to several nights, so that each night keeps its own rules.

All ways are walked at once, showing after showing, in slices so that the memory stays bounded.
"""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from tourdesk.programming.fit.halving import Halves, evening_room
from tourdesk.programming.fit.request import Distinct, Each, Film, FilmCount, Request, Rule, Where
from tourdesk.programming.fit.selection import NO_LIMIT, Ints
from tourdesk.programming.fit.watch import Watch

_WIDEST = 20_000


def longest_first(films: list[Film]) -> list[Film]:
    """The films in the order in which they are dealt out; showings of one film next to each other."""
    return sorted(films, key=lambda film: (-film.seconds, str(film.id)))


class Split:
    """The ways to deal some films (a film once for each showing) out to the nights of a request."""

    def __init__(self, request: Request, films: list[Film], halves: Halves | None, *, alike: bool) -> None:
        """Over `longest_first` films; `halves` are their ways over two nights by lengths, where that is known.

        `alike`: the nights are interchangeable, so only one of ways that differ in their order is given.
        """
        self._request = request
        self._films = films
        self._halves = halves
        self._alike = alike
        self._distinct = [r for r in request.rules if isinstance(r, Distinct) and r.soft is None]
        weights, lows, highs = self._rows()
        self._lows = lows[:, None]
        self._highs = highs[:, None]
        self._weights = weights
        rest = np.cumsum(weights[::-1], axis=0)[::-1]
        self._rest = np.concatenate([rest, np.zeros((1, len(lows)), dtype=np.int64)])

    def _rows(self) -> tuple[Ints, Ints, Ints]:
        """What each film adds to each nightly row, and the rows' bounds."""
        request, films = self._request, self._films
        columns = [[film.seconds + request.gap_seconds for film in films]]
        bounds = [(0, evening_room(request))]
        for rule in request.rules:
            for weights, low, high in self._rows_of(rule):
                columns.append(weights)
                bounds.append((low, high))
        return (
            np.array(columns, dtype=np.int64).T.reshape(len(films), len(bounds)),
            np.array([low for low, _ in bounds], dtype=np.int64),
            np.array([high for _, high in bounds], dtype=np.int64),
        )

    def _rows_of(self, rule: Rule) -> Iterator[tuple[list[int], int, int]]:
        films = self._films
        if rule.soft is not None:
            return
        match rule:
            case FilmCount():
                yield [1] * len(films), rule.at_least, NO_LIMIT if rule.at_most is None else rule.at_most
            case Where():
                weights = [int(rule.value in film.of(rule.attribute)) for film in films]
                yield weights, rule.at_least, NO_LIMIT if rule.at_most is None else rule.at_most
            case Each():
                counts = Counter(value for film in films for value in film.of(rule.attribute))
                for value, count in counts.items():
                    if count > rule.at_most:
                        yield [int(value in film.of(rule.attribute)) for film in films], 0, rule.at_most

    def ways(self, watch: Watch) -> Iterator[list[list[Film]]]:
        """Each way once: the films of each night. OutOfTime and Cancelled come from the watch."""
        films, nights, height = self._films, self._request.nights, len(self._lows)
        if self._halves is not None:
            for first in self._halves.first_nights():
                watch.check()
                yield from self._read(1 - first[self._fine(first)].T)
            return
        # A column: the rows of every night one below the other, then the night of each film.
        stack = [(0, np.zeros((nights * height + len(films), 1), dtype=np.int64))]
        while stack:
            watch.check()
            at, frontier = stack.pop()
            if at == len(films):
                yield from self._read(frontier[nights * height :])
                continue
            if frontier.shape[1] > _WIDEST:
                half = frontier.shape[1] // 2
                stack.append((at, frontier[:, half:]))
                frontier = frontier[:, :half]
            stack.append((at + 1, self._dealt(at, frontier)))

    def _fine(self, first: Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which of these first nights keep the rows on both nights, and no film twice on one of them."""
        lows, highs = self._lows[:, 0], self._highs[:, 0]
        one = first @ self._weights
        two = self._weights.sum(axis=0) - one
        fine: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
            (one >= lows) & (one <= highs) & (two >= lows) & (two <= highs)
        ).all(axis=1)
        for i in range(1, len(self._films)):
            if self._films[i - 1].id == self._films[i].id:
                fine &= first[:, i - 1] != first[:, i]
        return fine

    def _dealt(self, at: int, frontier: Ints) -> Ints:
        nights, height = self._request.nights, len(self._lows)
        place = nights * height + at
        used = frontier[nights * height : place].max(axis=0, initial=-1)
        twin = at > 0 and self._films[at - 1].id == self._films[at].id
        out = []
        for night in range(nights):
            can = np.ones(frontier.shape[1], dtype=bool)
            if self._alike:
                can &= used >= night - 1
            if twin:
                can &= frontier[place - 1] < night
            new = frontier[:, can]
            rows = slice(night * height, (night + 1) * height)
            new[rows] += self._weights[at][:, None]
            new[place] = night
            new = new[:, (new[rows] <= self._highs).all(axis=0)]
            out.append(new[:, self._hopeful(new, at + 1)])
        return np.concatenate(out, axis=1)

    def _hopeful(self, frontier: Ints, at: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which columns can still give every night what it needs."""
        height = len(self._lows)
        missing = np.zeros((height, frontier.shape[1]), dtype=np.int64)
        for night in range(self._request.nights):
            missing += np.maximum(0, self._lows - frontier[night * height : (night + 1) * height])
        fine: np.ndarray[tuple[int], np.dtype[np.bool_]] = (missing <= self._rest[at][:, None]).all(axis=0)
        return fine

    def _read(self, places: Ints) -> Iterator[list[list[Film]]]:
        for column in places.T:
            nights: list[list[Film]] = [[] for _ in range(self._request.nights)]
            for film, night in zip(self._films, column, strict=True):
                nights[int(night)].append(film)
            if all(
                len({value for film in night for value in film.of(rule.attribute)}) >= rule.at_least
                for rule in self._distinct
                for night in nights
            ):
                yield nights
