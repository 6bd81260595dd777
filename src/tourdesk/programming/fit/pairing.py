"""Two nights as pairs of whole nights: which nights are good enough for a pair to be better, and the best such pair.

Where filling counts most, the sets that fill both nights together to the second are countless, and hardly one of
them can be dealt out to parts that are all full; where changes count most, what is changed on one night says
little of the other. Single nights are few: one beside the best night there is must itself be good for both to
beat what is known. These are listed, a little further down each time, and joined.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.branch import Branch
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.nightly import freest_night, share_of, shares
from tourdesk.programming.fit.ordering import NightParts
from tourdesk.programming.fit.relaxation import NOTHING
from tourdesk.programming.fit.request import (
    Fees,
    FilmId,
    Must,
    Never,
    Nights,
    NoRepeats,
    Request,
    Rule,
    Where,
    films_of,
)
from tourdesk.programming.fit.selection import NO_LIMIT, Ints
from tourdesk.programming.fit.sweep import Leaf
from tourdesk.programming.fit.taking import Quest
from tourdesk.programming.fit.watch import Watch
from tourdesk.programming.fit.wishes import Wishes

Bools = npt.NDArray[np.bool_]
_MOST_NIGHTS = 20_000
_FIRST_REACH, _FURTHER = 2, 4
_CENTS = 10_000


class TooManyError(Exception):
    """So many nights are good enough that listing them is no way to the proof."""


class _BestNight(Quest):
    """Asks a branch of one night for its best."""

    def __init__(self, request: Request, wishes: Wishes) -> None:
        self._request = request
        self._wishes = wishes
        self.worth: int | None = None
        self.night: NightParts = ()

    def threshold(self) -> int:
        return -2 * self._wishes.span if self.worth is None else self.worth

    def offer(self, nights: Nights) -> None:
        objective = judge(self._request, nights).objective(self._request)
        worth = self._wishes.worth_of_night(objective, films_of(nights))
        if worth > self.threshold():
            self.worth, self.night = worth, nights[0]

    def differs(self, films: frozenset[FilmId]) -> bool:  # noqa: ARG002 -- nothing to differ from
        return True

    def satisfied(self) -> bool:
        return False

    def empty(self) -> bool:
        return self.worth is None

    def ceiling(self) -> int:
        return -2 * NOTHING

    def takes_any(self) -> bool:
        return False


class _Wished:
    """The soft rules that each night keeps or breaks: what two nights pay for them together.

    A night alone pays its share, so that nights together are never worth more than their sum; where one of two breaks
    a rule the whole price is due, which the sum of the two does not tell.
    """

    def __init__(self, request: Request, wishes: Wishes) -> None:
        rules = [rule for rule in request.rules if isinstance(rule, Where) and rule.soft is not None]
        none = [False]
        self._has = [
            np.array([rule.value in film.of(rule.attribute) for film in request.films] + none)
            for rule in rules
        ]
        self._least: Ints = np.array([rule.at_least for rule in rules], dtype=np.int64)
        self._most: Ints = np.array(
            [NO_LIMIT if rule.at_most is None else rule.at_most for rule in rules], dtype=np.int64
        )
        prices = [rule.soft for rule in rules if rule.soft is not None]
        self._price: Ints = np.array([wishes.of_price(price) for price in prices], dtype=np.int64)
        self._share: Ints = np.array(
            [wishes.of_price(share_of(price, request.nights)) for price in prices], dtype=np.int64
        )

    def broken(self, films: Ints) -> Bools:
        """Which rules each of these nights breaks; a row of films' numbers each."""
        counts = np.zeros((len(films), len(self._has)), dtype=np.int64)
        for column, has in zip(counts.T, self._has, strict=True):
            column[:] = has[films].sum(axis=1)
        broken: Bools = (counts < self._least) | (counts > self._most)
        return broken

    def still_due(self, one: Bools, others: Bools) -> Ints:
        """What one night and each of some others pay beyond the shares that each pays alone."""
        due: Ints = (one | others) @ self._price - (one.astype(np.int64) + others) @ self._share
        return due


class _Shelf:
    """The nights that show at least some films, the best first, as far down as they were asked for."""

    def __init__(
        self, request: Request, wishes: Wishes, places: dict[FilmId, int], wished: "_Wished", watch: Watch
    ) -> None:
        """`request` is of one night; `places` tells the films' numbers in the arrays."""
        self._wishes = wishes
        self._wished = wished
        self.branch = Branch(request, wishes, 0, watch)
        best = _BestNight(request, wishes)
        self.branch.search(best, [])
        self.possible = not best.empty()
        self.best = self.floor = best.threshold()
        """What the best night is worth, and above what all nights are listed."""
        self._too_low = 2 * NOTHING
        self.best_night = best.night
        self.request = request
        self._places = places
        self._put([])

    def _put(self, leaves: list[Leaf]) -> None:
        leaves = sorted(leaves, key=lambda leaf: -leaf.worth)
        ground = self.branch.ground()
        ids = [] if ground is None else [film.id for film in ground.selection.films]
        self.ids = [[ids[int(i)] for i in leaf.items] for leaf in leaves]
        self.worth: Ints = np.array([leaf.worth for leaf in leaves], dtype=np.int64)
        # The films of a set tell nothing of moves; with those it needs a night is not better than the best.
        self.most = np.minimum(self.worth, self.best)
        """What each night is worth at most, as far as that is known."""
        self._nights: dict[int, NightParts] = {}
        longest = max((len(some) for some in self.ids), default=0)
        # The number after the last film stands for no film.
        self.films: Ints = np.full((len(leaves), longest), len(self._places), dtype=np.int64)
        for row, some in zip(self.films, self.ids, strict=True):
            row[: len(some)] = [self._places[i] for i in some]
        self.broken = self._wished.broken(self.films)

    def reach(self, floor: int) -> None:
        """List every night worth more than `floor`. TooManyError when there are too many."""
        if floor >= self.floor:
            return
        leaves = None if floor <= self._too_low else self.branch.every_set(floor, _MOST_NIGHTS)
        if leaves is None:
            self._too_low = max(self._too_low, floor)
            raise TooManyError
        self.floor = floor
        self._put(leaves)

    def night(self, at: int, bar: int) -> NightParts | None:
        """The night with this number in order; None when it has none that is worth more than `bar`."""
        if at in self._nights:
            return self._nights[at] if self.most[at] > bar else None
        films = [self.request.by_id[film] for film in self.ids[at]]
        of_change = self._wishes.of_change
        moved = (int(self.worth[at]) - bar - 1) // of_change if of_change else NO_LIMIT
        nights = self.branch.arranged(films, moved)
        if nights is None:
            # More films than there are cannot be moved.
            can = moved < len(films)
            self.most[at] = min(self.most[at], self.worth[at] - (moved + 1) * of_change) if can else NOTHING
            return None
        objective = judge(self.request, nights).objective(self.request)
        self.most[at] = self._wishes.worth_of_night(objective, self.ids[at])
        self._nights[at] = nights[0]
        return nights[0]


@dataclass(frozen=True, slots=True)
class _Way:
    """Two nights, each with its share of what must be shown."""

    one: _Shelf
    other: _Shelf

    @property
    def possible(self) -> bool:
        """Whether there is a night for both."""
        return self.one.possible and self.other.possible

    def upper(self) -> int:
        """What no pair is worth more than of which one night at least is not listed."""
        return max(self.one.floor + self.other.best, self.one.best + self.other.floor)

    def reach(self, bar: int, further: int) -> None:
        """List nights so much further down, but none that is too poor to be worth more than `bar` beside the best."""
        self.one.reach(max(bar - self.other.best, self.one.best - further))
        self.other.reach(max(bar - self.one.best, self.other.best - further))


@dataclass(frozen=True, slots=True)
class _Together:
    """What two nights must keep together, over the films' numbers."""

    fees: Ints
    most_fees: int
    must: Ints
    apart: bool


class Pairing:
    """The pairs of nights of a request of two whose soft rules are all priced rows."""

    def __init__(self, request: Request, wishes: Wishes, price: int, watch: Watch) -> None:
        self._request = request
        self._wishes = wishes
        self._price = price
        self._watch = watch
        self._places = {film.id: i for i, film in enumerate(request.films)}
        self._wished = _Wished(request, wishes)
        self._together = self._rules_of_both()
        # Nights that stood before are told apart, others not.
        self._alike = not wishes.of_change or request.start_from is None
        self._ways: dict[tuple[tuple[FilmId, ...], ...], _Way] = {}
        self._all_known = False
        self._shelves: dict[tuple[int, tuple[FilmId, ...], tuple[FilmId, ...]], _Shelf] = {}

    def _rules_of_both(self) -> _Together:
        request = self._request
        hard = [rule for rule in request.rules if rule.soft is None]
        most = min((rule.at_most for rule in hard if isinstance(rule, Fees)), default=None)
        must = {film for rule in hard if isinstance(rule, Must) for film in rule.films}
        return _Together(
            fees=np.array([int(film.fee * _CENTS) for film in request.films] + [0], dtype=np.int64),
            most_fees=1 << 60 if most is None else int(most * _CENTS),
            must=np.array(sorted(self._places[film] for film in must), dtype=np.int64),
            apart=any(isinstance(rule, NoRepeats) for rule in hard),
        )

    def _shelf(self, number: int, must: tuple[FilmId, ...], others: tuple[FilmId, ...]) -> _Shelf:
        without = others if self._together.apart else ()
        key = (0 if self._alike else number, must, without)
        if key not in self._shelves:
            night = freest_night(self._request, number, must, without)
            wishes = self._wishes.of_night(self._request, number)
            self._shelves[key] = _Shelf(night, wishes, self._places, self._wished, self._watch)
        return self._shelves[key]

    def upper(self) -> int | None:
        """What no pair is worth more than, whatever was given up not yet paid; None when that is not known."""
        if not self._all_known:
            return None
        return max((way.upper() for way in self._ways.values() if way.possible), default=NOTHING)

    def may_hold_better(self, quest: Quest) -> bool:
        """Offer the best pairs of the nights listed so far; whether a pair that is not listed may be better."""
        for way in self._ways.values():
            if way.possible and not quest.satisfied():
                self._join(quest, way.one, way.other)
        upper = self.upper()
        return upper is None or (upper > quest.threshold() + self._price and not quest.satisfied())

    def search(self, quest: Quest) -> None:
        """Offer what is better than the best known, until no pair is: that is the proof.

        TooManyError when too many nights are good enough; OutOfTime and Cancelled come from the watch.
        """
        for share in shares(self._request, alike=self._alike):
            if share not in self._ways:
                self._ways[share] = _Way(self._shelf(0, *share), self._shelf(1, *reversed(share)))
            way = self._ways[share]
            reach = _FIRST_REACH
            while way.possible and not quest.satisfied():
                # What was listed for the programme before serves the next alternative too.
                self._join(quest, way.one, way.other)
                bar = quest.threshold() + self._price
                if way.upper() <= bar:
                    break
                try:
                    way.reach(bar, reach)
                except TooManyError:
                    # Where so many nights are as good, the best of what is left beside the best is likely to be.
                    self._offer_beside_best(quest, way)
                    if way.upper() > quest.threshold() + self._price and not quest.satisfied():
                        raise
                    break
                reach = max(_FURTHER * reach, self._wishes.of_second)
        self._all_known = True

    def _offer_beside_best(self, quest: Quest, way: _Way) -> None:
        films = [film for part in way.one.best_night for film in part]
        spent = sum((self._request.by_id[film].fee for film in films), Decimal(0))
        rules: list[Rule] = [
            replace(rule, at_most=max(Decimal(0), rule.at_most - spent)) if isinstance(rule, Fees) else rule
            for rule in way.other.request.rules
        ]
        if self._together.apart:
            rules.append(Never(id="", films=tuple(films)))
        left = replace(way.other.request, rules=tuple(rules))
        wishes = self._wishes.of_night(self._request, 1)
        best = _BestNight(left, wishes)
        Branch(left, wishes, 0, self._watch).search(best, [])
        nights = (way.one.best_night, best.night)
        if not best.empty() and quest.differs(films_of(nights)) and not judge(self._request, nights).faults:
            quest.offer(nights)

    def _join(self, quest: Quest, one: _Shelf, other: _Shelf) -> None:
        """Offer the best pairs of listed nights."""
        used = np.zeros(len(self._places) + 1, dtype=bool)
        fees = self._together.fees[other.films].sum(axis=1)
        for at in range(len(one.worth)):
            self._watch.check()
            bar = quest.threshold() + self._price
            end = int(np.searchsorted(-other.worth, int(one.worth[at]) - bar, side="left"))
            if not end or quest.satisfied():
                return
            begin = at if one is other else 0
            mine = one.films[at]
            used[mine] = True
            used[-1] = False
            due = self._wished.still_due(one.broken[at], other.broken[begin:end])
            fits = other.most[begin:end] + one.most[at] - due > bar
            fits &= self._fit(used, other.films[begin:end])
            fits &= fees[begin:end] + int(self._together.fees[mine].sum()) <= self._together.most_fees
            good = np.flatnonzero(fits)
            self._offer_with(
                quest, one, other, at, zip((begin + good).tolist(), due[good].tolist(), strict=True)
            )
            used[mine] = False

    def _fit(self, used: Bools, films: Ints) -> Bools:
        """Which of these nights can stand beside one that uses some films."""
        fine = np.ones(len(films), dtype=bool)
        if self._together.apart:
            fine &= ~used[films].any(axis=1)
        for film in self._together.must:
            if not used[film]:
                fine &= (films == film).any(axis=1)
        return fine

    def _offer_with(
        self, quest: Quest, one: _Shelf, other: _Shelf, at: int, partners: Iterable[tuple[int, int]]
    ) -> None:
        """Offer a night with each of some others, of which is told what is still due where they stand together."""
        for partner, due in partners:
            bar = quest.threshold() + self._price + due
            if int(one.most[at] + other.most[partner]) <= bar:
                continue
            first = one.night(at, bar - int(other.most[partner]))
            if first is None:
                continue
            second = other.night(partner, bar - int(one.most[at]))
            if second is not None and quest.differs(frozenset((*one.ids[at], *other.ids[partner]))):
                quest.offer((first, second))
