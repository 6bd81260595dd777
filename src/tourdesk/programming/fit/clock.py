"""Parts that start at a time of their own, as the search knows them: what that leaves for each part, and when nights end."""

from collections.abc import Sequence
from dataclasses import replace

from tourdesk.programming.fit.request import Part, Request


def tightened(request: Request) -> Request:
    """The request with no part longer than what the times leave for it: every programme of one is one of the other."""
    if not request.is_timed:
        return request
    least = _least(request)
    parts = list(request.parts)
    begins, first = 0, 0
    for place, part in enumerate(parts):
        if part.starts is not None:
            _tighten(request, parts, range(first, place), part.starts - begins, least)
            begins, first = part.starts, place
    _tighten(request, parts, range(first, len(parts)), request.max_seconds - begins, least)
    return replace(request, parts=tuple(parts))


def _tighten(request: Request, parts: list[Part], stretch: range, room: int, least: list[int]) -> None:
    """Bound some parts that share what there is between two times: each may have what the others leave at the least."""
    follows = stretch.stop < len(parts)
    gap = request.gap_seconds if follows and parts[stretch.stop].goes_on else 0
    pauses = request.intermission_seconds * sum(
        not parts[place].goes_on for place in range(stretch.start + 1, stretch.stop + follows)
    )
    needed = sum(least[place] for place in stretch)
    for place in stretch:
        part = parts[place]
        # Whoever has a film there has a gap behind it too, where the part goes on.
        behind = gap if place + 1 == stretch.stop else 0
        own = room - pauses - behind - (needed - least[place])
        if part.whole_seconds is not None:
            own = min(own, part.whole_seconds)
        parts[place] = replace(part, max_seconds=max(min(part.max_seconds, own), 0))


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
