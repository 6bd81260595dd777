"""How pinned times divide an evening: into stretches, each with room for the films between two of these times.

What is pinned keeps its time. A film, or something between films, that is pinned to one cuts its part in two: what
comes before it is over by then, and what comes behind begins there. The first film of a part stays its first, unless
people would wait long for it with nothing before it.

Here a clock counts that stands still while something runs that is no film: the time that the films and their gaps have
passed. On it a stretch `starts` where the clock stands at the pinned time that begins it.
"""

from dataclasses import dataclass, replace

from tourdesk.programming.lengths import whole_seconds
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.proposing.frame import Between, Frame, PartFrame, gap_behind
from tourdesk.programming.rules_of_time import LONG_WAIT
from tourdesk.programming.slot import Slot
from tourdesk.programming.timing import bounds_with

_NEVER = -1


@dataclass(frozen=True, slots=True)
class Room:
    """What there is for films before something pinned: seconds for the films of some stretches and the gaps between."""

    seconds: int
    stretches: tuple[int, ...]
    before: Item


@dataclass(frozen=True, slots=True)
class Times:
    """When the stretches start: seconds of films and gaps after the evening does, None for one that follows.

    `evening` is what the films and gaps of all of them may last with what is waited; `held` whether something pinned
    behind the last film is what limits it. `rooms` are those before what is pinned.
    """

    starts: tuple[int | None, ...]
    evening: int
    held: bool
    rooms: tuple[Room, ...]


def stretched(frame: Frame, slot: Slot) -> tuple[Frame, Times]:
    """The evening with its parts cut where something in them is pinned, and when what is left of them starts."""
    walk = _Walk(frame, slot)
    for number, part in enumerate(frame.parts):
        walk.through(part)
        if number < len(frame.pauses):
            walk.pause(part, *frame.pauses[number])
    return replace(frame, parts=tuple(walk.stretches)), walk.end()


def is_pinned(item: Item, slot: Slot) -> bool:
    """Whether an item is pinned to a time that this night has."""
    return _pinned_at(item, slot) is not None


class _Walk:
    """Goes through the evening from one pinned time to the next."""

    def __init__(self, frame: Frame, slot: Slot) -> None:
        self._usual = frame.programme.gap_seconds
        self._slot = slot
        self.stretches: list[PartFrame] = []
        self._starts: list[int | None] = []
        self._taken = 0
        """What is no film until here, and what is waited where there can be none."""
        self._at = 0
        """Where the clock stands at the last pinned time."""
        self._is_at = False
        """Whether a pinned time has come and no film yet behind it."""
        self._open: list[int] = []
        """The stretches since the last pinned time."""
        self._rooms: list[Room] = []

    def through(self, part: PartFrame) -> None:
        """A part."""
        for item in part.before:
            self._come_to(item)
            self._taken += item.bounds[0] + gap_behind(item, self._usual)
        pieces = self._cut(part)
        for number, piece in enumerate(pieces):
            if number:
                for item in (*piece.before, *piece.films[: not piece.before]):
                    self._come_to(item, inside=True)
                self._taken += sum(item.bounds[0] + gap_behind(item, self._usual) for item in piece.before)
            else:
                for film in piece.films[:1]:
                    self._come_to(film)
            self._add(piece)
        for place, item in enumerate(part.behind, 1):
            self._come_to(item)
            self._taken += item.bounds[0]
            self._taken += gap_behind(item, self._usual) if place < len(part.behind) else 0

    def pause(self, before: PartFrame, pause: Item, *during: Item) -> None:
        """The intermission behind a part."""
        self._taken += (before.behind[-1].gap_after or 0) if before.behind else 0
        self._come_to(pause)
        self._taken += bounds_with(pause, during, self._usual)[0] + (pause.gap_after or 0)

    def end(self) -> Times:
        """The end of the evening."""
        whole = self._slot.seconds - self._taken
        held = self._is_at and bool(self.stretches) and self._at <= whole
        return Times(tuple(self._starts), self._at if held else whole, held, tuple(self._rooms))

    def _add(self, piece: PartFrame) -> None:
        self._starts.append(self._at if self._is_at else None)
        self._is_at = False
        self._open.append(len(self.stretches))
        self.stretches.append(piece)
        self._taken += sum(one.item.bounds[0] for one in piece.between)
        self._taken += self._usual * (len(piece.between) + bool(piece.behind))

    def _come_to(self, item: Item, *, inside: bool = False) -> None:
        instant = _pinned_at(item, self._slot)
        if instant is None:
            return
        at = instant - self._taken
        if self._open:
            self._rooms.append(Room(at - self._at - self._usual * inside, tuple(self._open), item))
            self._at = at
        elif at < self._at:
            self._at = _NEVER  # what is no film takes longer than there is: nothing is in time
        else:
            self._taken += at - self._at
        self._open, self._is_at = [], True

    def _cut(self, part: PartFrame) -> list[PartFrame]:
        """The part in pieces, each but the first beginning with what is pinned."""
        pieces: list[PartFrame] = []
        begun = replace(part, films=(), between=(), behind=())
        for item in _in_order(part):
            is_film = item.kind is ItemKind.FILM
            first = not (begun.films or begun.goes_on)
            if is_pinned(item, self._slot) and (not first or (is_film and self._is_waited_for(item))):
                pieces.append(begun)
                begun = PartFrame(() if is_film else (item,), (), (), (), goes_on=True)
                if not is_film:
                    continue
            begun = _with(begun, item)
        return [*pieces, replace(begun, behind=part.behind)]

    def _is_waited_for(self, film: Item) -> bool:
        """Whether people wait long for the first film of a part, if nothing comes before it."""
        instant = _pinned_at(film, self._slot)
        return not self._open and instant is not None and instant - self._taken - self._at >= LONG_WAIT


def _in_order(part: PartFrame) -> list[Item]:
    """The films of a part with what stands between them."""
    row: list[Item] = []
    for place in range(len(part.films) + 1):
        row += part.films[place - 1 : place] if place else ()
        row += (one.item for one in part.between if one.place == place)
    return row


def _with(part: PartFrame, item: Item) -> PartFrame:
    """A part that ends with one more item, a film or something behind the last one."""
    if item.kind is ItemKind.FILM:
        return replace(part, films=(*part.films, item))
    film = part.films[-1].film_id if part.films and item.kind is ItemKind.QA else None
    return replace(part, between=(*part.between, Between(item, len(part.films), film)))


def _pinned_at(item: Item, slot: Slot) -> int | None:
    """Seconds after the start of the evening; None when the item is not pinned to a time of this night."""
    instant = slot.coming(item.pinned) if item.pinned is not None else None
    return whole_seconds(slot.start, instant) if instant is not None and instant < slot.curfew else None
