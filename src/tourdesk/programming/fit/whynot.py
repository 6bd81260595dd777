"""Why nothing fits: the smallest set of rules that cannot hold together, and what giving up each would bring."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tourdesk.foundation.language import _
from tourdesk.programming.fit.answer import Relaxed
from tourdesk.programming.fit.checker import judge, misplaced, rule_fault, wrong_lengths
from tourdesk.programming.fit.loosening import (
    beyond,
    excess,
    films_breaking,
    given_up_in_words,
    least_excess,
    loosening_in_words,
)
from tourdesk.programming.fit.request import (
    EVENING,
    PARTS,
    PINNED,
    Closer,
    Distinct,
    Each,
    Fees,
    Film,
    FilmCount,
    FilmId,
    Licensed,
    Must,
    Never,
    Nights,
    NoRepeats,
    NotAdjacent,
    NotShownInTown,
    Opener,
    Part,
    Request,
    Rule,
    Spare,
    Where,
)
from tourdesk.programming.fit.search import Found, Search, shortest_first
from tourdesk.programming.fit.watch import OutOfTime, Watch

_ENDLESS = 20 * 86_400
_FOR_RELAXING = 1.5
"""Seconds for what giving up each rule brings; the best found by then is said, as such, where it is not proven."""
_FOR_THE_BEST = 0.7
_GIVEN_UP_FIRST: tuple[type[Rule], ...] = (
    Spare, NotAdjacent, Closer, Opener, Each, Distinct, Where, NoRepeats, Fees, NotShownInTown, Licensed, FilmCount, Never, Must,
)  # fmt: skip
_ALWAYS_IN_A_PROOF = (Spare, Never, NotShownInTown, Licensed, Must, FilmCount, Fees, NoRepeats)


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A clash, of as few rules as any has, and what giving up each brings."""

    clash: tuple[str, ...]
    relax: tuple[Relaxed, ...]


def without(request: Request, names: frozenset[str] | set[str]) -> Request:
    """The request with some rules given up, `max_seconds`, `parts` and `pinned` among them."""
    parts = request.parts
    if PARTS in names:
        parts = tuple(Part(_ENDLESS, starts=part.starts, goes_on=part.goes_on) for part in parts)
    if PINNED in names:
        parts = tuple(replace(part, starts=None) for part in parts)
    return replace(
        request,
        rules=tuple(rule for rule in request.rules if rule.id not in names),
        parts=parts,
        max_seconds=_ENDLESS if EVENING in names else request.max_seconds,
        pinned=() if PINNED in names else request.pinned,
    )


def why_not(request: Request, watch: Watch) -> WhyNot:
    """Explain a request that is known to be impossible; Cancelled comes from the watch."""
    clash = _Clash(request, watch).smallest()
    each = _FOR_RELAXING / max(1, len(clash))
    relax = [_relaxed(request, name, watch.share(1 / (len(clash) - i), each)) for i, name in enumerate(clash)]
    return WhyNot(clash, tuple(relax))


class _Clash:
    """The search for a smallest clash; every programme found on the way shows more sets to be possible."""

    def __init__(self, request: Request, watch: Watch) -> None:
        self._hard = {rule.id: rule for rule in request.rules if rule.soft is None}
        self._request = shortest_first(request)
        stays = bool(request.pinned) or request.is_timed
        self._shape = (EVENING, PARTS, PINNED) if stays else (EVENING, PARTS)
        self._watch = watch
        self._kept: list[frozenset[str]] = []
        self._blamed: frozenset[str] | None = None

    def smallest(self) -> tuple[str, ...]:
        """As few rules as any clash has; each can be given up, and the others hold together."""
        everything = frozenset({*self._hard, *self._shape})
        if not self._possible(everything):
            everything = self._narrowed(everything)
        clash = self._smaller(self._shrunk(everything, self._order()))
        names = {name: i for i, name in enumerate([*self._hard, *self._shape])}
        return tuple(sorted(clash, key=names.__getitem__))

    def _smaller(self, clash: frozenset[str]) -> frozenset[str]:
        """A clash of the smallest number of rules there is.

        Every programme breaks at least one rule of every clash: a clash hits what each known programme breaks.
        The smallest set that does is either a clash, then none is smaller, or some programme keeps it, and one
        more is known. (Ignatiev and others, "Smallest MUS extraction with minimal hitting set dualization", 2015.)
        """
        everything = frozenset({*self._hard, *self._shape})
        while True:
            known = len(self._kept)
            broken = [everything - kept for kept in self._kept]
            guess = next(
                (hit for size in range(len(clash)) if (hit := _hitting(broken, size)) is not None), None
            )
            if guess is None:
                return clash
            if not self._possible(guess):
                return guess
            if len(self._kept) == known:
                return clash

    def _shrunk(self, clash: frozenset[str], order: list[str]) -> frozenset[str]:
        for name in order:
            if name in clash and not self._possible(clash - {name}):
                clash = self._narrowed(clash - {name})
        return clash

    def _order(self) -> list[str]:
        """What people give up first is tried first, so that what is left is what they meant most."""
        rules = sorted(self._hard.values(), key=lambda rule: _GIVEN_UP_FIRST.index(type(rule)))
        return [*(rule.id for rule in rules), *reversed(self._shape)]

    def _narrowed(self, clash: frozenset[str]) -> frozenset[str]:
        """The clash less what its proof did not need."""
        if self._blamed is None:
            return clash
        used = {name for name in clash if isinstance(self._hard.get(name), _ALWAYS_IN_A_PROOF)}
        narrow = clash & (used | self._blamed | {*self._shape})
        return clash if narrow == clash or self._possible(narrow) else narrow

    def _possible(self, names: frozenset[str]) -> bool:
        """Whether these can hold together; when the time ends first, they are taken to."""
        if any(names <= kept for kept in self._kept):
            return True
        given_up = {*self._hard, *self._shape} - names
        search = Search(without(self._request, given_up), self._watch.share(0.2))
        try:
            found = search.find([], any_will_do=True)
        except OutOfTime:
            return True
        self._blamed = search.blamed()
        if found is not None:
            kept = self._keeps(found.nights)
            if not names <= kept:
                # In an evening without end there is always time to spare, whatever its end would be.
                kept = names
            self._kept.append(kept)
        return found is not None

    def _keeps(self, nights: Nights) -> frozenset[str]:
        """Everything of the request that a programme keeps."""
        request = self._request
        films = [[[request.by_id[i] for i in part] for part in night] for night in nights]
        kept = {name for name, rule in self._hard.items() if not rule_fault(request, rule, films)}
        judgement = judge(request, nights)
        if all(seconds <= request.max_seconds for seconds in judgement.night_seconds):
            kept.add(EVENING)
        if not wrong_lengths(request, nights):
            kept.add(PARTS)
        if not misplaced(request, nights):
            kept.add(PINNED)
        return frozenset(kept)


def _hitting(sets: list[frozenset[str]], size: int) -> frozenset[str] | None:
    """So many names, or fewer, of which each set has at least one; None when there are none."""
    if not sets:
        return frozenset()
    if not size:
        return None
    first = min(sets, key=len)
    for name in sorted(first):
        rest = _hitting([some for some in sets if name not in some], size - 1)
        if rest is not None:
            return rest | {name}
    return None


def _relaxed(request: Request, name: str, watch: Watch) -> Relaxed:
    search = Search(without(request, {name}), watch.share(_FOR_THE_BEST))
    proven = True
    try:
        found: Found | None = search.find([])
    except OutOfTime:
        found, proven = search.best, False
    if found is None:
        return Relaxed(name, _no_way(proven=proven), None, proven)
    objective = found.judgement.objective(search.request)
    there = _enough(request, name, found.nights, watch)
    if amount := excess(request, name, there):
        sides = beyond(request, name, there)
        by = loosening_in_words(request, name, amount, sides)
        return Relaxed(name, by, objective, proven, amount, sides)
    nights = _fewest_breaking(request, name, found.nights, watch)
    by = given_up_in_words(request, name, nights)
    return Relaxed(name, by, objective, proven, films=films_breaking(request, name, nights))


def _no_way(*, proven: bool) -> str:
    if proven:
        return _("Giving it up is not enough: other rules stand in the way as well.")
    return _("Whether giving it up is enough was not found out in time.")


def _enough(request: Request, name: str, nights: Nights, watch: Watch) -> Nights:
    """A programme for which the least number would have to give; the one given where time is short."""

    def possible(wider: Request) -> Nights | None:
        found = Search(shortest_first(wider), watch).find([], any_will_do=True)
        return None if found is None else found.nights

    try:
        return least_excess(request, name, nights, possible) or nights
    except OutOfTime:
        return nights


def _fewest_breaking(request: Request, name: str, nights: Nights, watch: Watch) -> Nights:
    """A programme in which as few films as possible break a rule about single films, and those that matter least.

    Of several such the fullest; the one given where the rule is about no single films, or where time is short.
    """
    rule = next((rule for rule in request.rules if rule.id == name), None)
    if not isinstance(rule, Must | Never | NotShownInTown | Licensed):
        return nights
    one = sum((abs(film.value) for film in request.films), Decimal(1))
    lacking = set(films_breaking(request, name, ()))
    shown = set(films_breaking(request, name, ((tuple(request.by_id),),)))
    films = tuple(replace(film, value=_weight(film, one, lacking, shown)) for film in request.films)
    rules = tuple(other for other in request.rules if other is not rule and other.soft is None)
    fewest = replace(request, films=films, rules=rules, prefer=("value", "fill"), start_from=None)
    try:
        found = Search(fewest, watch).find([])
    except OutOfTime:
        return nights
    return nights if found is None else found.nights


def _weight(film: Film, one: Decimal, lacking: set[FilmId], shown: set[FilmId]) -> Decimal:
    if film.id in lacking:
        return film.value + one
    return film.value - one if film.id in shown else Decimal(0)
