"""From a chosen set to a programme: nights, parts and order, keeping every rule, or the knowledge that none is.

Of the ways to deal a set out to nights, one that breaks the cheapest soft rules is found, then the one that
moves the fewest films.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.halving import MOST_FILMS, Halves
from tourdesk.programming.fit.ordering import NightParts, order
from tourdesk.programming.fit.request import Film, FilmId, Nights, Request, Where
from tourdesk.programming.fit.selection import NO_LIMIT
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
        # Alternatives meet the same sets again. With each: how many moves were allowed at most.
        self._known: dict[frozenset[tuple[FilmId, int]], tuple[Nights | None, int]] = {}
        self._orders: dict[tuple[int, frozenset[FilmId]], tuple[NightParts | None, int]] = {}

    def arrange(self, films: list[Film], most: int, watch: Watch) -> Nights | None:
        """The best programme that shows exactly these (a film once for each showing), or None when there is none.

        None too when more than `most` films would have to be moved.
        """
        key = frozenset(Counter(film.id for film in films).items())
        nights, allowed = self._known.get(key, (None, -1))
        if nights is None and allowed < most:
            nights = self._arranged(films, most, watch)
            self._known[key] = nights, most
        return nights

    def found(self) -> list[Nights]:
        """The programmes of all sets that had one so far."""
        return [nights for nights, _ in self._known.values() if nights is not None]

    def _arranged(self, films: list[Film], most: int, watch: Watch) -> Nights | None:
        if self._request.nights == 1:
            found = self._order(0, films, most, watch)
            return None if found is None else (found,)
        films = longest_first(films)
        halves = None
        if self._request.nights == 2 and len(films) <= MOST_FILMS:
            halves = Halves(self._request, films, alike=not self._tracks)
            if not halves:
                return None
        if self._tracks:
            return self._least_changed(films, halves, most, watch)
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
        return next(
            (nights for dealt in ways if (nights := self._in_order(dealt, NO_LIMIT, watch)) is not None), None
        )

    def _least_changed(
        self, films: list[Film], halves: Halves | None, most: int, watch: Watch
    ) -> Nights | None:
        """The best of all ways to deal the films out, since each may move others and break other soft rules."""
        before = [{film for part in night for film in part} for night in self._request.start_from or ()]
        best: tuple[int, Nights] | None = None
        for dealt in Split(self._request, films, halves, alike=False).ways(watch):
            if _on_other_nights(before, dealt) > most:
                continue
            nights = self._in_order(dealt, most, watch)
            if nights is None:
                continue
            worth = self._worth(nights)
            if best is None or worth > best[0]:
                best = (worth, nights)
            if self._is_ideal(films, nights):
                break  # of ways that are as good there may be millions, as where the nights were empty
        return None if best is None else best[1]

    def _is_ideal(self, films: list[Film], nights: Nights) -> bool:
        """Whether a programme of these films breaks no soft rule and moves none of those that stay."""
        judgement = judge(self._request, nights)
        was = Counter(film for night in self._request.start_from or () for part in night for film in part)
        now = Counter(film.id for film in films)
        return not judgement.soft_broken and judgement.changes == ((was - now) + (now - was)).total()

    def _in_order(self, dealt: list[list[Film]], most: int, watch: Watch) -> Nights | None:
        nights = []
        for n, films in enumerate(dealt):
            one = self._order(n, films, most, watch)
            if one is None:
                return None
            nights.append(one)
        return tuple(nights)

    def _order(self, night: int, films: list[Film], most: int, watch: Watch) -> NightParts | None:
        before = self._request.start_from[night] if self._tracks and self._request.start_from else None
        key = (night if before is not None else 0, frozenset(film.id for film in films))
        found, allowed = self._orders.get(key, (None, -1))
        if found is None and allowed < most:
            found = order(self._request, films, before, watch, most)
            self._orders[key] = found, most
        return found


def _on_other_nights(before: list[set[FilmId]], dealt: list[list[Film]]) -> int:
    """How many films at least are moved from one night to another."""
    after = [{film.id for film in films} for films in dealt]
    was, now = (Counter(film for night in nights for film in night) for nights in (before, after))
    stayed = sum(len(one & two) for one, two in zip(before, after, strict=True))
    return (was & now).total() - stayed
