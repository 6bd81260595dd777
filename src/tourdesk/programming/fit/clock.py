"""Parts that start at a time of their own, as the search knows them: what that leaves for each part, and when nights end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tourdesk.programming.fit.request import Request


def tightened(request: Request) -> Request:
    """The request with no part longer than what the times leave for it: every programme of one is one of the other."""
    if not request.is_timed:
        return request
    least = _least(request)
    parts = list(request.parts)
    for run, room in _runs(request):
        for place in run:
            part = parts[place]
            # Whoever has a film there has a gap behind it too, where the part goes on.
            own = room - sum(
                least[other] + _gap_behind(request, other, least) for other in run if other != place
            )
            own -= request.gap_seconds * _goes_on(request, place)
            if part.whole_seconds is not None:
                own = min(own, part.whole_seconds)
            parts[place] = replace(part, max_seconds=max(min(part.max_seconds, own), 0))
    return replace(request, parts=tuple(parts))


def room_of_night(request: Request) -> int:
    """What the films of a night, with the gaps between those of one part, may last at the most; below 0 when none fits."""
    if not request.is_timed:
        evening = request.evening_seconds - request.pauses_seconds
        return min(evening, sum(part.max_seconds for part in request.parts))
    least = _least(request)
    return sum(
        min(
            room - sum(_gap_behind(request, place, least) for place in run),
            sum(request.parts[place].max_seconds for place in run),
        )
        for run, room in _runs(request)
    )


def _runs(request: Request) -> Iterator[tuple[range, int]]:
    """The parts between two times, with what there is between these but for intermissions."""
    starts = [place for place, part in enumerate(request.parts) if place and part.starts is not None]
    for first, behind in pairwise([0, *starts, len(request.parts)]):
        begins = request.parts[first].starts or 0
        follows = behind < len(request.parts)
        ends = (request.parts[behind].starts or 0) if follows else request.evening_seconds
        inside = request.parts[first + 1 : behind + follows]
        pauses = request.intermission_seconds * sum(not part.goes_on for part in inside)
        yield range(first, behind), ends - begins - pauses


def _goes_on(request: Request, place: int) -> bool:
    return place + 1 < len(request.parts) and request.parts[place + 1].goes_on


def _gap_behind(request: Request, place: int, least: list[int]) -> int:
    """The gap that is surely behind the films of a part, because it has some and the next one goes on from it."""
    return request.gap_seconds * (least[place] > 0 and _goes_on(request, place))


def _least(request: Request) -> list[int]:
    """What each part lasts at the least, by what it has to and by the films that stay in it."""
    least = [part.min_seconds for part in request.parts]
    for place in range(len(least)):
        stays = [request.by_id[pin.film].seconds for pin in request.pinned if pin.part == place]
        if stays:
            least[place] = max(least[place], sum(stays) + request.gap_seconds * (len(stays) - 1))
    return least


def end_of(request: Request, lengths: Sequence[int]) -> int | None:
    """When a night with parts of these lengths ends, in seconds; None when a part starts late or is too long as a whole.

    Lengths are in seconds without a gap behind the last film of a part; a part of 0 has no film.
    """
    at, begun, filled = 0, 0, False
    for place, (part, length) in enumerate(zip(request.parts, lengths, strict=True)):
        if place and not part.goes_on:
            at += request.intermission_seconds
        elif place and lengths[place - 1]:
            at += request.gap_seconds
        filled = filled and part.goes_on
        if part.starts is not None:
            if at > part.starts:
                return None
            at = part.starts
        if not filled:
            begun = at
        at += length
        if part.whole_seconds is not None and at - begun > part.whole_seconds:
            return None
        filled = filled or length > 0
    return at
