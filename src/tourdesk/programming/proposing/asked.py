"""What is asked of the fit for one night, or for two that are proposed together, and what was known for it."""

from dataclasses import dataclass, replace

from tourdesk.programming.fit.request import Must, Never, Nights, NoRepeats, Part, Request, Rule
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
    """An evening without its films, its slot, and the room for films: of each part, and of all in seconds."""

    frame: Frame
    slot: Slot
    parts: tuple[Part, ...]
    room: int

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


def alone(asked: Asked, number: int, nights: Nights) -> Request:
    """The request of one night for itself, beside the other nights as they are: it has its own room."""
    night, request = asked.nights[number], asked.request
    own = {film for part in nights[number] for film in part}
    others = tuple(film for n, one in enumerate(nights) if n != number for part in one for film in part)
    rules: list[Rule] = []
    for rule in request.rules:
        if isinstance(rule, NoRepeats):
            rules.append(Never(id=rule.id, films=others))
        elif isinstance(rule, Must):
            rules.append(replace(rule, films=tuple(film for film in rule.films if film in own)))
        else:
            rules.append(rule)
    return replace(
        request,
        nights=1,
        parts=night.parts,
        max_seconds=night.room,
        gap_seconds=night.frame.programme.gap_seconds,
        rules=tuple(rules),
        start_from=None if request.start_from is None else (request.start_from[number],),
        alternatives=1,
        time_limit_seconds=request.time_limit_seconds / 4,
    )
