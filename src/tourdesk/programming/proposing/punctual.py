"""Proposals whose pinned film stands among others: the fit knows where it stands, and the clock says when it starts.

What comes before it and what behind is dealt out anew until it starts, and the evening ends, in time.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from tourdesk.programming.fit.checker import Judgement, judge
from tourdesk.programming.fit.request import Nights, Pin
from tourdesk.programming.lengths import TimedItem
from tourdesk.programming.proposing.asked import Asked
from tourdesk.programming.running_order import RunningOrder

MANY = 20
"""So many evenings are looked at where a film is pinned among others: not each of them can be in time."""
_MOST_JUDGED = 1_000
"""So many ways to deal the films out anew are judged: of many short films there are millions."""


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
        parts = _parts(asked, nights[0][pin.part], pin, timed[int(pin.film)], order.margin)
        for part in islice(parts, _MOST_JUDGED):
            other = (tuple(part if n == pin.part else same for n, same in enumerate(nights[0])),)
            if _as_good(asked, before, judge(request, other)):
                yield other


def _parts(
    asked: Asked, films: tuple[int | str, ...], pin: Pin, at: TimedItem, margin: int
) -> Iterator[tuple[int | str, ...]]:
    """The films of a part with others before the pinned one, in the order in which they stand."""
    place = films.index(pin.film)
    others = films[:place] + films[place + 1 :]
    seconds = [asked.request.by_id[film].seconds for film in others]
    first, total = sum(seconds[:place]), sum(seconds)
    most_before = first - at.late + at.waiting
    most_behind = total - first + margin + at.late
    for chosen in _of_length(seconds, place, total - most_behind, most_before):
        kept = set(chosen)
        yield (
            *(others[one] for one in chosen),
            pin.film,
            *(film for one, film in enumerate(others) if one not in kept),
        )


def _of_length(seconds: Sequence[int], count: int, least: int, most: int) -> Iterator[tuple[int, ...]]:
    """The ways to choose so many places that have a length within bounds together; none is begun in vain."""
    # The lengths that so many of those from a place on have together are the bits of a number.
    sums = [[1, *([0] * count)]]
    for length in reversed(seconds):
        without = sums[-1]
        sums.append([1, *(without[n] | without[n - 1] << length for n in range(1, count + 1))])
    sums.reverse()

    def choose(at: int, chosen: tuple[int, ...], length: int) -> Iterator[tuple[int, ...]]:
        left, low, high = count - len(chosen), max(least - length, 0), most - length
        if high < low or not sums[at][left] >> low & ((1 << (high - low + 1)) - 1):
            return
        if not left:
            yield chosen
            return
        yield from choose(at + 1, (*chosen, at), length + seconds[at])
        yield from choose(at + 1, chosen, length)

    return choose(0, (), 0)


def _as_good(asked: Asked, before: Judgement, after: Judgement) -> bool:
    """Whether nothing is lost; how many films have moved counts where the fewest changes are asked for alone."""
    same = (before.soft_broken, before.value, before.fill) == (after.soft_broken, after.value, after.fill)
    return not after.faults and same and (not asked.mends or after.changes <= before.changes)
