"""What a catalogue is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tourdesk.library.films import Film
from tourdesk.touring.night import Tour


@dataclass(frozen=True, slots=True)
class Collection:
    """Films under a title (empty: the tour's name), with the tour whose colour, logo and lines the catalogue carries, if there is one.

    `stills` reads pictures by film id; it is asked for a few films at a time, so that a library's pictures need not
    be in memory together.
    """

    title: str
    tour: Tour | None
    films: tuple[Film, ...]
    stills: Callable[[Sequence[int]], Mapping[int, bytes]]
