"""What is asked of the fit for one night, or for two that are proposed together, and what was known for it."""

from dataclasses import dataclass

from tourdesk.programming.fit.request import Part, Pin, Request
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.proposing.frame import Frame
from tourdesk.programming.proposing.stretches import Times
from tourdesk.programming.proposing.terms import NO_TERMS, Terms
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.slot import Slot

ALTERNATIVES = 4
"""So many proposals are shown at most."""
NIGHTS = "no film on both nights"
"""How the fit calls the rule of nights that are proposed together."""
REPLACED = "replaced"
"""How the fit calls the films that are to be replaced."""


@dataclass(frozen=True, slots=True)
class Around:
    """What must be known beside the programme: the town, the films that it has seen, by id, the films of the stop's
    other evenings, and the films' licences.
    """

    town: str = ""
    seen: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()
    terms: Terms = NO_TERMS


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Night:
    """A programme and the slot that its night has."""

    programme: Programme
    slot: Slot


@dataclass(frozen=True, slots=True)
class AskedNight:
    """An evening without its films, its slot, and the room for films: of each part, and of all in seconds.

    `films` stand in it now, by part; `pins` are those that stay at their places; `times` is when what is pinned begins:
    a part that it cuts in two is two parts here.
    """

    frame: Frame
    slot: Slot
    parts: tuple[Part, ...]
    room: int
    films: tuple[tuple[int, ...], ...]
    pins: tuple[Pin, ...]
    times: Times

    @property
    def shape(self) -> tuple[tuple[Part, ...], int, int]:
        """Nights of one shape have room for the same films."""
        return self.parts, self.room, self.frame.programme.gap_seconds


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, with what is needed to make programmes of the answer.

    `items` are the films that the programmes have already, by film, for each night; `untimed` how many films of the
    library are left out because nobody has said how long they are, `refused` how many because the committee says no,
    `unpriced` how many because it cannot be counted what they cost, where the fees are limited; `uncounted` are the
    titles of those that stay nevertheless.
    `aside` names the rules that are not asked for, because the programme that is to be mended breaks them already;
    `replaced` are the films that it is mended without.
    """

    nights: tuple[AskedNight, ...]
    wishes: Wishes
    request: Request
    items: tuple[dict[int, Item], ...]
    untimed: int
    refused: int
    unpriced: int = 0
    uncounted: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()

    @property
    def frame(self) -> Frame:
        """The first night's."""
        return self.nights[0].frame

    @property
    def slot(self) -> Slot:
        """The first night's."""
        return self.nights[0].slot

    @property
    def uneven(self) -> bool:
        """Whether one night has room that another has not: the request knows the room that all of them have."""
        return len({night.shape for night in self.nights}) > 1

    @property
    def pinned(self) -> bool:
        """Whether films stay at their places in one of several nights, or these are cut by different times."""
        unlike = (
            len({tuple((part.starts, part.goes_on) for part in night.parts) for night in self.nights}) > 1
        )
        return unlike or (len(self.nights) > 1 and any(night.pins for night in self.nights))

    @property
    def mends(self) -> bool:
        """Whether the fewest changes are asked for."""
        return self.request.prefer[0] == "least_change"

    @property
    def apart(self) -> bool:
        """Whether the nights are filled one after the other: then the request is of the first one alone.

        They have not as many parts each; or films stay at their places, which the fit knows of one night only; or one
        that has more room would be mended as if it had less.
        """
        unlike = len({len(night.parts) for night in self.nights}) > 1
        return unlike or self.pinned or (self.mends and self.uneven)
