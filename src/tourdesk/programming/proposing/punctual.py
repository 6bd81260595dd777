"""Proposals whose pinned film stands among others: the fit knows where it stands, and the clock says when it starts.

What comes before it and what behind is dealt out anew until it starts, and the evening ends, in time.
"""

from collections.abc import Iterator
from itertools import combinations

from tourdesk.programming.fit.checker import Judgement, judge
from tourdesk.programming.fit.request import Nights, Pin
from tourdesk.programming.lengths import TimedItem
from tourdesk.programming.proposing.asked import Asked
from tourdesk.programming.running_order import RunningOrder

MANY = 20
"""So many evenings are looked at where a film is pinned among others: not each of them can be in time."""


def among_others(pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """The pinned films that are not the first of their part."""
    return tuple(pin for pin in pins if pin.place)


def dealt_anew(asked: Asked, nights: Nights, order: RunningOrder) -> Iterator[Nights]:
    """The same films, others of them before and behind the film that is pinned among others, and as good.

    `order` is the one evening on its clock: only what may be in time by its lengths is told.
    """
    request = asked.request
    pins = among_others(request.pinned)
    timed = {one.item.film_id: one for one in order.items}
    before = judge(request, nights)
    for pin in pins if len(nights) == 1 else ():
        for part in _parts(asked, nights[0][pin.part], pin, timed[int(pin.film)], order.margin):
            other = (tuple(part if n == pin.part else same for n, same in enumerate(nights[0])),)
            if _as_good(asked, before, judge(request, other)):
                yield other


def _parts(
    asked: Asked, films: tuple[int | str, ...], pin: Pin, at: TimedItem, margin: int
) -> Iterator[tuple[int | str, ...]]:
    """The films of a part with others before the pinned one, in the order in which they stand."""
    place = films.index(pin.film)
    others = films[:place] + films[place + 1 :]
    seconds = {film: asked.request.by_id[film].seconds for film in others}
    first = sum(seconds[film] for film in films[:place])
    most_before = first - at.late + at.waiting
    most_behind = sum(seconds.values()) - first + margin + at.late
    for chosen in combinations(others, place):
        length = sum(seconds[film] for film in chosen)
        if length <= most_before and sum(seconds.values()) - length <= most_behind:
            kept = set(chosen)
            yield (*chosen, pin.film, *(film for film in others if film not in kept))


def _as_good(asked: Asked, before: Judgement, after: Judgement) -> bool:
    """Whether nothing is lost; how many films have moved counts where the fewest changes are asked for alone."""
    same = (before.soft_broken, before.value, before.fill) == (after.soft_broken, after.value, after.fill)
    return not after.faults and same and (not asked.mends or after.changes <= before.changes)
