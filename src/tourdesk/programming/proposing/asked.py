"""What is asked of the fit for one night, or for two that are proposed together, and what was known for it."""

from dataclasses import dataclass

from tourdesk.programming.fit.request import Part, Request
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.proposing.frame import Frame
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.slot import Slot

NIGHTS = "no film on both nights"
"""How the fit calls the rule of nights that are proposed together."""
REPLACED = "replaced"
"""How the fit calls the films that are to be replaced."""


@dataclass(frozen=True, slots=True)
class Around:
    """What must be known beside the programme: the town, the films that it has seen, by id, and the films of the
    stop's other evenings.
    """

    town: str = ""
    seen: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Night:
    """A programme and the slot that its night has."""

    programme: Programme
    slot: Slot


@dataclass(frozen=True, slots=True)
class AskedNight:
    """An evening without its films, its slot, and the room for films: of each part, and of all in seconds.

    `films` stand in it now, by part.
    """

    frame: Frame
    slot: Slot
    parts: tuple[Part, ...]
    room: int
    films: tuple[tuple[int, ...], ...]

    @property
    def shape(self) -> tuple[tuple[Part, ...], int, int]:
        """Nights of one shape have room for the same films."""
        return self.parts, self.room, self.frame.programme.gap_seconds


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, with what is needed to make programmes of the answer.

    `items` are the films that the programmes have already, by film, for each night; `untimed` how many films of the
    library are left out because nobody has said how long they are, `refused` how many because the committee says no.
    `aside` names the rules that are not asked for, because the programme that is to be mended breaks them already;
    `replaced` are the films that it is mended without.
    """

    nights: tuple[AskedNight, ...]
    wishes: Wishes
    request: Request
    items: tuple[dict[int, Item], ...]
    untimed: int
    refused: int
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
    def unlike(self) -> bool:
        """Whether the nights have not as many parts each: then the request is of the first one alone."""
        return len({len(night.parts) for night in self.nights}) > 1
