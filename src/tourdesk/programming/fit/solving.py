"""A whole answer: the best programme, the alternatives, or why nothing fits."""

from collections.abc import Callable
from contextlib import suppress

from tourdesk.foundation.language import _
from tourdesk.programming.fit.answer import Answer, Programme
from tourdesk.programming.fit.explain import achieved, difference
from tourdesk.programming.fit.request import Request
from tourdesk.programming.fit.search import Found, Search
from tourdesk.programming.fit.watch import OutOfTime, Watch
from tourdesk.programming.fit.whynot import why_not
from tourdesk.programming.fit.wording import in_words

_FOR_WHY_NOT = 0.08
"""What saying why may take beyond the time limit, as a share of it, so that a clash is never missing."""


def answer(
    request: Request,
    on_better: Callable[[Programme], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Answer:
    """See `fit.solve`."""
    watch = Watch(request.time_limit_seconds, cancelled)

    def tell(found: Found) -> None:
        if on_better is not None:
            on_better(_programme(request, found, achieved(request, found.nights, proven=False), proven=False))

    search = Search(request, watch, tell)
    try:
        best = search.find([])
    except OutOfTime:
        return _unproven(request, search, watch)
    if best is None:
        return _impossible(request, watch, cancelled)
    search.be_quiet()
    proven = _proven(search, best, request.alternatives)
    programmes = _programmes(request, search, proven, proven=len(proven))
    return Answer("optimal", watch.seconds, programmes)


def _proven(search: Search, best: Found, wanted: int) -> list[Found]:
    """Up to so many programmes with the first, each proven to be the best that differs enough from all before it."""
    found = [best]
    with suppress(OutOfTime):
        while len(found) < wanted:
            other = search.find([one.films for one in found], ceiling=found[-1].worth)
            if other is None:
                search.exhausted = True
                break
            found.append(other)
    return found


def _programmes(
    request: Request, search: Search, found: list[Found], *, proven: int
) -> tuple[Programme, ...]:
    """The programmes as they are told; places that no proof reached in time go to the best found on the way."""
    found = [*found, *search.others(found, request.alternatives - len(found))]
    first = found[0]
    sentences = [
        achieved(request, first.nights, proven=proven > 0),
        *(difference(request, first.nights, other.nights) for other in found[1:]),
    ]
    return tuple(
        _programme(request, one, why, proven=i < proven)
        for i, (one, why) in enumerate(zip(found, sentences, strict=True))
    )


def _unproven(request: Request, search: Search, watch: Watch) -> Answer:
    bound = search.bound()
    best = search.best
    return Answer(
        status="feasible",
        seconds=watch.seconds,
        programmes=() if best is None else _programmes(request, search, [best], proven=0),
        bound=None if bound is None else search.wishes.objective(bound),
        sentence=_("The time was over before the best programme was proven; give it more time for a proof.")
        if best is not None
        else _("The time was over before a programme was found; give it more time."),
    )


def _impossible(request: Request, watch: Watch, cancelled: Callable[[], bool] | None) -> Answer:
    limit = request.time_limit_seconds
    left = Watch(max(_FOR_WHY_NOT * limit, limit - watch.seconds), cancelled)
    why = why_not(request, left)
    clash = "; ".join(in_words(request, name) for name in why.clash)
    return Answer(
        status="impossible",
        seconds=watch.seconds,
        clash=why.clash,
        relax=why.relax,
        sentence=_("Nothing fits, because these cannot hold together: {clash}.", clash=clash)
        if len(why.clash) != 1
        else _("Nothing fits, because this cannot be kept: {clash}.", clash=clash),
    )


def _programme(request: Request, found: Found, why: str, *, proven: bool) -> Programme:
    judgement = found.judgement
    return Programme(
        nights=found.nights,
        part_seconds=judgement.part_seconds,
        night_seconds=judgement.night_seconds,
        objective=judgement.objective(request),
        soft_broken=judgement.soft_broken,
        why=why,
        proven=proven,
    )
