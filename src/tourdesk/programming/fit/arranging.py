"""From a chosen set to a programme: nights, parts and order, keeping every rule, or the knowledge that none is.

Of the ways to deal a set out to nights, one that breaks the cheapest soft rules is found, then the one that
moves the fewest films.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from tourdesk.programming.fit.halving import MOST_FILMS, Halves
from tourdesk.programming.fit.ordering import NightParts, order
from tourdesk.programming.fit.request import Film, FilmId, Nights, Request, Where
from tourdesk.programming.fit.splitting import Split, longest_first
from tourdesk.programming.fit.watch import Watch


class Arranger:
    """Arranges sets for one request whose soft rules are all priced rows."""

    def __init__(self, request: Request, worth: Callable[[Nights], int]) -> None:
        """`worth` says what a programme is worth; it decides between ways to deal a set out to nights."""
        self._worth = worth
        self._request = request
        self._tracks = request.start_from is not None and "least_change" in request.prefer
        self._stricter = self._without_some() if request.nights > 1 and not self._tracks else []
        # Alternatives meet the same sets again.
        self._known: dict[frozenset[tuple[FilmId, int]], Nights | None] = {}
        self._orders: dict[tuple[int, frozenset[FilmId]], NightParts | None] = {}

    def arrange(self, films: list[Film], watch: Watch) -> Nights | None:
        """The best programme that shows exactly these (a film once for each showing), or None when there is none."""
        key = frozenset(Counter(film.id for film in films).items())
        if key not in self._known:
            self._known[key] = self._arranged(films, watch)
        return self._known[key]

    def found(self) -> list[Nights]:
        """The programmes of all sets that had one so far."""
        return [nights for nights in self._known.values() if nights is not None]

    def _arranged(self, films: list[Film], watch: Watch) -> Nights | None:
        if self._request.nights == 1:
            found = self._order(0, films, watch)
            return None if found is None else (found,)
        films = longest_first(films)
        halves = None
        if self._request.nights == 2 and len(films) <= MOST_FILMS:
            halves = Halves(self._request, films, alike=not self._tracks)
            if not halves:
                return None
        if self._tracks:
            return self._least_changed(films, halves, watch)
        ways = (self._split(stricter, films, halves, watch) for stricter in self._stricter)
        return next((best for best in ways if best is not None), None)

    def _without_some(self) -> list[Request]:
        """The request with the nightly soft rules hard, some of them given up: the cheapest first."""
        nightly = [r for r in self._request.rules if r.soft is not None and isinstance(r, Where)]
        choices = [some for n in range(len(nightly) + 1) for some in combinations(nightly, n)]
        choices.sort(key=lambda some: sum(rule.soft or 0 for rule in some))
        return [
            replace(
                self._request,
                rules=tuple(
                    replace(rule, soft=None) if rule in nightly else rule
                    for rule in self._request.rules
                    if rule not in given_up
                ),
            )
            for given_up in choices
        ]

    def _split(
        self, request: Request, films: list[Film], halves: Halves | None, watch: Watch
    ) -> Nights | None:
        """The first way to deal the films out that can be ordered: all are worth the same."""
        ways = Split(request, films, halves, alike=True).ways(watch)
        return next((nights for dealt in ways if (nights := self._in_order(dealt, watch)) is not None), None)

    def _least_changed(self, films: list[Film], halves: Halves | None, watch: Watch) -> Nights | None:
        """The best of all ways to deal the films out, since each may move others and break other soft rules."""
        best: tuple[int, Nights] | None = None
        for dealt in Split(self._request, films, halves, alike=False).ways(watch):
            nights = self._in_order(dealt, watch)
            if nights is None:
                continue
            worth = self._worth(nights)
            if best is None or worth > best[0]:
                best = (worth, nights)
        return None if best is None else best[1]

    def _in_order(self, dealt: list[list[Film]], watch: Watch) -> Nights | None:
        nights = []
        for n, films in enumerate(dealt):
            one = self._order(n, films, watch)
            if one is None:
                return None
            nights.append(one)
        return tuple(nights)

    def _order(self, night: int, films: list[Film], watch: Watch) -> NightParts | None:
        before = self._request.start_from[night] if self._tracks and self._request.start_from else None
        key = (night if before is not None else 0, frozenset(film.id for film in films))
        if key not in self._orders:
            self._orders[key] = order(self._request, films, before, watch)
        return self._orders[key]
