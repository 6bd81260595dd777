"""Why nothing fits: a smallest set of rules that cannot hold together, and what giving up each would bring."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tourdesk.programming.fit.answer import Relaxed
from tourdesk.programming.fit.checker import judge, rule_fault
from tourdesk.programming.fit.explain import loosened
from tourdesk.programming.fit.request import (
    EVENING,
    PARTS,
    Closer,
    Distinct,
    Each,
    Fees,
    FilmCount,
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
    Where,
)
from tourdesk.programming.fit.search import Found, Search
from tourdesk.programming.fit.watch import OutOfTime, Watch

_ENDLESS = 20 * 86_400
_SURELY_SMALL = 2
_GIVEN_UP_FIRST: tuple[type[Rule], ...] = (
    NotAdjacent, Closer, Opener, Each, Distinct, Where, NoRepeats, Fees, NotShownInTown, Licensed, FilmCount, Never, Must,
)  # fmt: skip
_ALWAYS_IN_A_PROOF = (Never, NotShownInTown, Licensed, Must, FilmCount, Fees, NoRepeats)


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A clash, whether it is known to be smallest (no one of it can be missed), and what giving up each brings."""

    clash: tuple[str, ...]
    relax: tuple[Relaxed, ...]


def without(request: Request, names: frozenset[str] | set[str]) -> Request:
    """The request with some rules given up, `max_seconds` and `parts` among them."""
    parts = request.parts
    if PARTS in names:
        parts = tuple(Part(_ENDLESS) for _ in parts)
    return replace(
        request,
        rules=tuple(rule for rule in request.rules if rule.id not in names),
        parts=parts,
        max_seconds=_ENDLESS if EVENING in names else request.max_seconds,
    )


def why_not(request: Request, watch: Watch) -> WhyNot:
    """Explain a request that is known to be impossible; Cancelled comes from the watch."""
    clash = _Clash(request, watch).smallest()
    return WhyNot(
        clash, tuple(_relaxed(request, name, watch.share(1 / (i + 1))) for name, i in _counted_down(clash))
    )


def _counted_down(names: tuple[str, ...]) -> list[tuple[str, int]]:
    """Each name with how many come after it, so that each gets its share of the time left."""
    return [(name, len(names) - 1 - i) for i, name in enumerate(names)]


class _Clash:
    """The search for a smallest clash; every programme found on the way shows more sets to be possible."""

    def __init__(self, request: Request, watch: Watch) -> None:
        self._hard = {rule.id: rule for rule in request.rules if rule.soft is None}
        # The shortest programme is the likeliest to keep what is left of the rules, and the quickest found.
        films = tuple(replace(film, value=Decimal(-film.seconds - 1)) for film in request.films)
        self._request = replace(
            request, films=films, rules=tuple(self._hard.values()), prefer=("value",), start_from=None
        )
        self._watch = watch
        self._kept: list[frozenset[str]] = []
        self._blamed: frozenset[str] | None = None

    def smallest(self) -> tuple[str, ...]:
        """Rules of which none can be missed: without any one of them the others can hold together."""
        everything = frozenset({*self._hard, EVENING, PARTS})
        if not self._possible(everything):
            everything = self._narrowed(everything)
        order = self._order()
        clash = self._shrunk(everything, order)
        if len(clash) > _SURELY_SMALL:
            # Another order of trying often ends in a smaller one.
            clash = min(clash, self._shrunk(everything, order[::-1]), key=len)
        names = {name: i for i, name in enumerate([*self._hard, EVENING, PARTS])}
        return tuple(sorted(clash, key=names.__getitem__))

    def _shrunk(self, clash: frozenset[str], order: list[str]) -> frozenset[str]:
        for name in order:
            if name in clash and not self._possible(clash - {name}):
                clash = self._narrowed(clash - {name})
        return clash

    def _order(self) -> list[str]:
        """What people give up first is tried first, so that what is left is what they meant most."""
        rules = sorted(self._hard.values(), key=lambda rule: _GIVEN_UP_FIRST.index(type(rule)))
        return [*(rule.id for rule in rules), PARTS, EVENING]

    def _narrowed(self, clash: frozenset[str]) -> frozenset[str]:
        """The clash less what its proof did not need."""
        if self._blamed is None:
            return clash
        used = {name for name in clash if isinstance(self._hard.get(name), _ALWAYS_IN_A_PROOF)}
        narrow = clash & (used | self._blamed | {EVENING, PARTS})
        return clash if narrow == clash or self._possible(narrow) else narrow

    def _possible(self, names: frozenset[str]) -> bool:
        """Whether these can hold together; when the time ends first, they are taken to."""
        if any(names <= kept for kept in self._kept):
            return True
        given_up = {*self._hard, EVENING, PARTS} - names
        search = Search(without(self._request, given_up), self._watch.share(0.2))
        try:
            found = search.find([], any_will_do=True)
        except OutOfTime:
            return True
        self._blamed = search.blamed()
        if found is not None:
            self._kept.append(self._keeps(found.nights))
        return found is not None

    def _keeps(self, nights: Nights) -> frozenset[str]:
        """Everything of the request that a programme keeps."""
        request = self._request
        films = [[[request.by_id[i] for i in part] for part in night] for night in nights]
        kept = {name for name, rule in self._hard.items() if not rule_fault(request, rule, films)}
        judgement = judge(request, nights)
        if all(seconds <= request.max_seconds for seconds in judgement.night_seconds):
            kept.add(EVENING)
        if all(
            part.min_seconds <= seconds <= part.max_seconds
            for parts in judgement.part_seconds
            for part, seconds in zip(request.parts, parts, strict=True)
        ):
            kept.add(PARTS)
        return frozenset(kept)


def _relaxed(request: Request, name: str, watch: Watch) -> Relaxed:
    search = Search(without(request, {name}), watch)
    proven = True
    try:
        found: Found | None = search.find([])
    except OutOfTime:
        found, proven = search.best, False
    if found is None:
        return Relaxed(name, "giving it up alone does not help", None, proven)
    objective = found.judgement.objective(search.request)
    return Relaxed(name, loosened(request, name, found.nights), objective, proven)
