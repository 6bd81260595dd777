"""The best programme of a request, with the proof that it is the best.

The relaxation prices the rules and ranks the films. A narrow sweep over the best-ranked films finds good
programmes; then every film (and number of films) that the prices show cannot be in anything better is gone,
and an exact sweep over the rest proves that nothing better was left, or finds it. Two nights that are to be
full are searched as pairs of nights first (`pairing`).
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from tourdesk.programming.fit.branch import Branch
from tourdesk.programming.fit.checker import Judgement, judge
from tourdesk.programming.fit.clock import tightened
from tourdesk.programming.fit.nightly import night_by_night, one_night
from tourdesk.programming.fit.ordering import NightParts
from tourdesk.programming.fit.pairing import Pairing, TooManyError
from tourdesk.programming.fit.piecewise import alone, in_turn, may_be_empty, one_part
from tourdesk.programming.fit.relaxation import NOTHING
from tourdesk.programming.fit.request import FilmId, Nights, Request, films_of
from tourdesk.programming.fit.selection import is_priced, most_showings
from tourdesk.programming.fit.watch import OutOfTime, Watch
from tourdesk.programming.fit.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Found:
    """A programme found, judged, and what it is worth."""

    nights: Nights
    judgement: Judgement
    worth: int

    @property
    def films(self) -> frozenset[FilmId]:
        """The films that it shows."""
        return films_of(self.nights)


_FOR_A_NIGHT = (0.1, 0.5)
"""How much of the time, and how many seconds at most, one night alone is searched for a start."""
_FOR_ANY_NIGHT = (0.4,)
"""How much of the time goes into any night at all: without one, a busy machine would have nothing to answer."""
_FOR_ANYHOW = (0.2,)
_FOR_PAIRS = 0.9
_OTHERS_JUDGED = 1_000
_FOR_OTHERS = 3.0
"""Seconds beyond the time for other programmes around fixed times, where it was over before any was looked for."""
_ENDLESS = 1 << 60
OnFound = Callable[[Found], None]


class BugInFitError(Exception):
    """The independent checker found a fault in a programme that the search took for good."""


def shortest_first(request: Request) -> Request:
    """The hard rules alone; the shortest programme is the likeliest to keep them, and the quickest found."""
    films = tuple(replace(film, value=Decimal(-film.seconds - 1)) for film in request.films)
    rules = tuple(rule for rule in request.rules if rule.soft is None)
    return replace(request, films=films, rules=rules, prefer=("value",), start_from=None)


class Search:
    """Everything known about one request; asked for the best, then for the best that differs, and so on."""

    def __init__(self, request: Request, watch: Watch, on_better: OnFound | None = None) -> None:
        request = tightened(request)
        self.request = request
        self.best: Found | None = None
        self.wishes = Wishes(request, most_showings(replace(request, rules=()), request.films))
        self._watch = watch
        self._on_better = on_better
        self._apart: list[frozenset[FilmId]] = []
        self._ceiling = _ENDLESS
        self._any_will_do = False
        self.exhausted = False
        """Whether `find` showed that nothing differs enough from what is known."""
        self._pairings: dict[Branch, Pairing] = {}
        self._branches = self._all_branches()

    def _all_branches(self) -> list[Branch]:
        """Soft rules that are no single row are kept in one branch and given up, for their price, in another."""
        decided = [rule for rule in self.request.rules if rule.soft is not None and not is_priced(rule)]
        branches = []
        for n in range(len(decided) + 1):
            for given_up in combinations(decided, n):
                rules = tuple(
                    replace(rule, soft=None) if rule in decided else rule
                    for rule in self.request.rules
                    if rule not in given_up
                )
                price = sum(self.wishes.of_price(rule.soft) for rule in given_up if rule.soft is not None)
                request = replace(self.request, rules=rules)
                branches.append(Branch(request, self.wishes, price, self._watch))
        return sorted(branches, key=lambda branch: branch.price)

    def find(
        self, apart: list[frozenset[FilmId]], *, ceiling: int = _ENDLESS, any_will_do: bool = False
    ) -> Found | None:
        """The best programme that differs from each of `apart`, proven; None when there is none.

        `ceiling` is a worth that nothing can exceed. With `any_will_do` the first programme found is given.
        While it runs, `best` is the best so far. OutOfTime and Cancelled come from the watch.
        """
        self._apart, self._ceiling, self._any_will_do = apart, ceiling, any_will_do
        before, self.best = self.best, None
        whole_request = not apart and not any_will_do
        if self._by_pairs() and whole_request:
            self._start_night_by_night()
        if self.request.is_timed and self.request.nights == 1 and not any_will_do:
            self._start_part_by_part(before if apart else None)
        for branch in self._branches:
            branch.limit = None
        steps = {branch: self._steps(branch, before) for branch in self._branches}
        while steps and not self.satisfied():
            # What may hold the best first: a programme from there mostly ends the search of all others.
            branch = max(steps, key=self._upper)
            if self._upper(branch) <= self.threshold():
                break
            whole = None if branch.ground() is None else next(steps[branch], None)
            if whole is None:
                del steps[branch]
            elif not whole and self.empty() and whole_request and not self._start_somehow():
                break
        return self.best

    def _steps(self, branch: Branch, before: Found | None) -> Iterator[bool]:
        if not self._paired(branch, before if self._apart else None):
            yield from branch.steps(self, self._apart)

    def _upper(self, branch: Branch) -> int:
        """What nothing in a branch is worth more than."""
        # The branch that gives up the most allows all that the others do, before any price is paid.
        freest = branch if branch.ready else self._branches[-1]
        return freest.most() - branch.price

    def _start_somehow(self) -> bool:
        """Offer a good programme of several nights, or else any; whether there may be one at all."""
        if self.request.nights > 1 and not self._by_pairs():
            self._start_night_by_night()
        return not self.empty() or self._start_anyhow()

    def _start_anyhow(self) -> bool:
        """Offer any programme, for what is best may take long; whether there may be one at all."""
        search = Search(shortest_first(self.request), self._watch.share(*_FOR_ANYHOW))
        with suppress(OutOfTime):
            if search.find([], any_will_do=True) is None:
                return False
        if search.best is not None:
            self.offer(search.best.nights)
        return True

    def _start_night_by_night(self) -> None:
        def best_of(one: Request) -> Nights | None:
            # Where the time is too short for a good night, any is better than none.
            for any_will_do in (False, True):
                share = self._watch.share(*(_FOR_ANY_NIGHT if any_will_do else _FOR_A_NIGHT))
                search = Search(one, share)
                try:
                    search.find([], any_will_do=any_will_do)
                except OutOfTime:
                    if search.best is None:
                        continue
                return None if search.best is None else search.best.nights
            return None

        nights = night_by_night(self.request, best_of)
        if nights is not None and not judge(self.request, nights).faults:
            self.offer(nights)

    def _start_beside(self, before: Found) -> None:
        """Offer what differs from the programme before on one night alone."""
        for number in range(self.request.nights):
            others = films_of((*before.nights[:number], *before.nights[number + 1 :]))
            one = one_night(self.request, before.nights, number)
            search = Search(one, self._watch.share(*_FOR_A_NIGHT))
            with suppress(OutOfTime):
                search.find([films - others for films in self._apart])
            if search.best is not None:
                nights = (*before.nights[:number], *search.best.nights, *before.nights[number + 1 :])
                if self.differs(films_of(nights)) and not judge(self.request, nights).faults:
                    self.offer(nights)

    def _start_part_by_part(self, before: Found | None) -> None:
        """Offer what fills each part between fixed times as well as can be; or what differs from the one before in one."""
        if before is not None:
            for found in self._other_parts(before, self._watch):
                self.offer(found.nights)
            return
        for empty in ([], may_be_empty(self.request)):
            night: NightParts = ((),) * len(self.request.parts)
            turns = [*empty, *(place for place in in_turn(self.request) if place not in empty)]
            for number in range(len(empty), len(turns)):
                night = self._with_part(night, turns[number], turns[:number], self._watch)
            if not judge(self.request, (night,)).faults:
                self.offer((night,))
                return

    def _other_parts(self, before: Found, watch: Watch) -> list[Found]:
        """What differs enough from all that it has to, and from the one before in one part alone."""
        places = range(len(self.request.parts))
        varied = (
            (self._with_part(before.nights[0], place, [other for other in places if other != place], watch),)
            for place in places
        )
        return [
            self._judged(nights)
            for nights in varied
            if self.differs(films_of(nights)) and not judge(self.request, nights).faults
        ]

    def _with_part(self, night: NightParts, place: int, done: list[int], watch: Watch) -> NightParts:
        """A night with one part filled anew beside those that are done; as it is where nothing is found for it."""
        one = one_part(self.request, night, place, done)
        if one is None:
            return night
        shown = {film for other in done for film in night[other]}
        found = night[place] or alone(self.request, place)
        for any_will_do in (False, True):
            search = Search(one, watch.share(*_FOR_A_NIGHT))
            with suppress(OutOfTime):
                search.find([films - shown for films in self._apart], any_will_do=any_will_do)
            if search.best is not None:
                (found,) = search.best.nights[0]
                break
        return (*night[:place], found, *night[place + 1 :])

    def _by_pairs(self) -> bool:
        first = self.request.prefer[0]
        return first in {"fill", "least_change"} and self.request.nights == 2 and not self._any_will_do

    def _paired(self, branch: Branch, before: Found | None) -> bool:
        """Whether the pairs of two nights show that nothing better is in a branch; `before` is the best until now."""
        if not self._by_pairs():
            return False
        if branch not in self._pairings:
            watch = self._watch.share(_FOR_PAIRS)
            self._pairings[branch] = Pairing(branch.request, self.wishes, branch.price, watch)
        pairing = self._pairings[branch]
        try:
            if before is not None and pairing.may_hold_better(self):
                self._start_beside(before)
            pairing.search(self)
        except (TooManyError, OutOfTime):
            self._watch.check()
            return False
        finally:
            branch.limit = pairing.upper()
        return True

    def others(self, known: list[Found], wanted: int) -> list[Found]:
        """Of the programmes found on the way up to so many, the best first, each differing enough from all before."""
        if wanted < 1 or self.exhausted:
            return []
        every = [nights for branch in self._branches for nights in branch.found()]
        every += self._beside(known, wanted)
        # The later, the better; judging all of very many would take longer than there is time.
        pool = [self._judged(nights) for nights in every[-_OTHERS_JUDGED:]]
        chosen: list[Found] = []
        for one in sorted(pool, key=lambda found: -found.worth):
            self._apart = [other.films for other in (*known, *chosen)]
            if len(chosen) < wanted and one.worth <= known[-1].worth and self.differs(one.films):
                chosen.append(one)
        return chosen

    def _beside(self, known: list[Found], wanted: int) -> list[Nights]:
        """Up to so many programmes around fixed times that differ from the first of the known in one part each."""
        found: list[Found] = []
        if not self.request.is_timed or self.request.nights > 1:
            return []
        watch = self._watch.beyond(_FOR_OTHERS)
        for _ in range(wanted):
            self._apart = [one.films for one in (*known, *found)]
            found += sorted(self._other_parts(known[0], watch), key=lambda one: -one.worth)[:1]
        return [one.nights for one in found]

    def be_quiet(self) -> None:
        """Tell nobody of better programmes from now on."""
        self._on_better = None

    def threshold(self) -> int:
        """What a programme has to beat."""
        return -2 * self.wishes.span if self.best is None else self.best.worth

    def satisfied(self) -> bool:
        """Whether what was found is all that was asked."""
        if self.best is None:
            return False
        return self._any_will_do or self.best.worth >= self._ceiling

    def empty(self) -> bool:
        """Whether nothing was found yet."""
        return self.best is None

    def ceiling(self) -> int:
        """What nothing can be worth more than."""
        return self._ceiling

    def takes_any(self) -> bool:
        """Whether the first programme will do, however good."""
        return self._any_will_do

    def bound(self) -> int | None:
        """What no programme can be worth more than; None when there is none."""
        most = max(self._upper(branch) for branch in self._branches)
        return None if most <= NOTHING else most

    def blamed(self) -> frozenset[str] | None:
        """The rows that a proof of impossibility used, None when it was not of that kind."""
        return self._branches[0].blamed

    def offer(self, nights: Nights) -> None:
        """Take a programme if it is better than the best so far; a broken rule is a bug."""
        found = self._judged(nights)
        if found.worth > self.threshold():
            self.best = found
            if self._on_better is not None:
                self._on_better(found)

    def _judged(self, nights: Nights) -> Found:
        judgement = judge(self.request, nights)
        if judgement.faults:
            raise BugInFitError(f"{judgement.faults} in {nights}")
        return Found(nights, judgement, self.wishes.worth(judgement.objective(self.request)))

    def differs(self, films: frozenset[FilmId]) -> bool:
        """Whether a set differs enough from the programmes that it has to differ from."""
        by = self.request.different_by
        return all(len(films - other) >= by or len(other - films) >= by for other in self._apart)
