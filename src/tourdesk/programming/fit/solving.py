"""A whole answer: the best programme, the alternatives, or why nothing fits."""

from collections.abc import Callable

from tourdesk.programming.fit.answer import Answer, Programme
from tourdesk.programming.fit.explain import achieved, difference
from tourdesk.programming.fit.request import EVENING, PARTS, Request
from tourdesk.programming.fit.search import Found, Search
from tourdesk.programming.fit.watch import OutOfTime, Watch
from tourdesk.programming.fit.whynot import why_not

_FOR_WHY_NOT = 0.5


def answer(
    request: Request,
    on_better: Callable[[Programme], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Answer:
    """See `fit.solve`."""
    watch = Watch(request.time_limit_seconds, cancelled)

    def tell(found: Found) -> None:
        if on_better is not None:
            on_better(_programme(request, found, achieved(request, found, proven=False)))

    search = Search(request, watch, tell)
    try:
        best = search.find([])
    except OutOfTime:
        return _unproven(request, search, watch)
    if best is None:
        return _impossible(request, watch, cancelled)
    programmes = [_programme(request, best, achieved(request, best, proven=True))]
    if request.alternatives > 1:
        quiet = _Alternatives(search, best)
        programmes += [
            _programme(request, found, difference(request, best, found))
            for found in quiet.found(request.alternatives)
        ]
    return Answer("optimal", watch.seconds, tuple(programmes))


class _Alternatives:
    """Programmes after the first, each the best of those that differ enough from all before it, proven."""

    def __init__(self, search: Search, best: Found) -> None:
        self._search = search
        self._all = [best]

    def found(self, wanted: int) -> list[Found]:
        """Up to `wanted` programmes with the first; fewer when there are no more or the time is over."""
        self._search.be_quiet()
        try:
            while len(self._all) < wanted:
                apart = [found.films for found in self._all]
                found = self._search.find(apart, ceiling=self._all[-1].worth)
                if found is None:
                    break
                self._all.append(found)
        except OutOfTime:
            # What is not proven to be next is not shown as next.
            pass
        return self._all[1:]


def _unproven(request: Request, search: Search, watch: Watch) -> Answer:
    bound = search.bound()
    best = search.best
    return Answer(
        status="unknown" if best is None else "feasible",
        seconds=watch.seconds,
        programmes=()
        if best is None
        else (_programme(request, best, achieved(request, best, proven=False)),),
        bound=None if bound is None else search.wishes.objective(bound),
        sentence="The time was over before the best programme was proven; give it more time for a proof."
        if best is not None
        else "The time was over before a programme was found; give it more time.",
    )


def _impossible(request: Request, watch: Watch, cancelled: Callable[[], bool] | None) -> Answer:
    # The proof is done; saying why has its own time, so that a clash is never missing from the answer.
    why = why_not(request, Watch(max(_FOR_WHY_NOT, request.time_limit_seconds - watch.seconds), cancelled))
    names = {EVENING: "the length of the evening", PARTS: "the lengths of the parts"}
    clash = ", ".join(names.get(name, name) for name in why.clash)
    return Answer(
        status="impossible",
        seconds=watch.seconds,
        clash=why.clash,
        relax=why.relax,
        sentence=f"No programme keeps all the rules: {clash} cannot hold together."
        if len(why.clash) != 1
        else f"No programme keeps all the rules: {clash} cannot hold.",
    )


def _programme(request: Request, found: Found, why: str) -> Programme:
    judgement = found.judgement
    return Programme(
        nights=found.nights,
        part_seconds=judgement.part_seconds,
        night_seconds=judgement.night_seconds,
        objective=judgement.objective(request),
        soft_broken=judgement.soft_broken,
        why=why,
    )
