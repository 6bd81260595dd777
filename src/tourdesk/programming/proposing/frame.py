"""What of an evening is no film: it keeps its place around whatever films come, and takes its time off the slot.

Films of a proposal have the programme's usual gap behind them, and so has what stands between two films: where
they will stand is not known before. What stands before the first film and behind the last one of a part keeps
a gap of its own, and so does an intermission, with what runs during it. An elastic item is counted with its least.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tourdesk.foundation.language import _
from tourdesk.programming.editing import new_key
from tourdesk.programming.nesting import units
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.timing import bounds_with

TWO_PARTS_FROM = 100 * 60
"""An empty evening in a slot longer than this is proposed in two parts."""
INTERMISSION = 15 * 60
"""How long the intermission of such an evening is, in seconds."""


@dataclass(frozen=True, slots=True)
class Between:
    """Something between two films: behind the film number `place` (from 1); questions stay with `film`."""

    item: Item
    place: int
    film: int | None


@dataclass(frozen=True, slots=True)
class PartFrame:
    """A part without its films, and the films that it has now; or a stretch of one, which `goes_on` from that before."""

    before: tuple[Item, ...]
    films: tuple[Item, ...]
    between: tuple[Between, ...]
    behind: tuple[Item, ...]
    goes_on: bool = False

    def seconds(self, usual_gap: int) -> int:
        """What is taken off the part: these items and one gap for each, as where it has a film."""
        others = (*self.before, *(one.item for one in self.between), *self.behind)
        total = sum(item.bounds[0] for item in others)
        total += sum(gap_behind(item, usual_gap) for item in (*self.before, *self.behind[:-1]))
        # Between two films, and behind the last one, each item brings one more usual gap.
        return total + usual_gap * (len(self.between) + bool(self.behind))

    def filled(self, films: Sequence[Item]) -> list[Item]:
        """The part with these films."""
        shown = [film.film_id for film in films]
        behind: dict[int, list[Item]] = {}
        for one in self.between:
            stays = one.film is not None and one.film in shown
            place = shown.index(one.film) + 1 if stays else min(one.place, len(films))
            behind.setdefault(place, []).append(replace(one.item, gap_after=None))
        items = [*self.before, *behind.get(0, ())]
        for number, film in enumerate(films, 1):
            items += [replace(film, gap_after=None), *behind.get(number, ())]
        return [*items, *self.behind]


@dataclass(frozen=True, slots=True)
class Frame:
    """An evening without its films: its parts, or the stretches of them, and the intermissions between them."""

    programme: Programme
    parts: tuple[PartFrame, ...]
    pauses: tuple[tuple[Item, ...], ...]
    """Each intermission, with what runs during it behind it."""

    @property
    def seconds(self) -> int:
        """What is taken off the evening beside the films and the gaps between them."""
        usual = self.programme.gap_seconds
        total = sum(part.seconds(usual) for part in self.parts)
        for pause, *during in self.pauses:
            total += bounds_with(pause, during, usual)[0] + (pause.gap_after or 0)
        # What ends a part is followed by the intermission; what ends the evening by nothing.
        return total + sum((part.behind[-1].gap_after or 0) for part in self.parts[:-1] if part.behind)

    @property
    def whole(self) -> tuple[int, ...]:
        """The number of the whole part, from 0, of each part or stretch."""
        return tuple(
            accumulate(int(number > 0 and not part.goes_on) for number, part in enumerate(self.parts))
        )

    @property
    def own_gaps(self) -> int:
        """How many gaps of their own are given up by a proposal."""
        return sum(
            item.gap_after is not None
            for part in self.parts
            for item in (*part.films, *(one.item for one in part.between))
        )

    def filled(self, parts: Sequence[Sequence[Item]]) -> Programme:
        """The evening with these films in its parts."""
        items: list[Item] = []
        pauses = iter(self.pauses)
        for number, (part, films) in enumerate(zip(self.parts, parts, strict=True)):
            if number and not part.goes_on:
                items += next(pauses)
            items += part.filled(films)
        return self.programme.with_items(tuple(items))


def frame_of(programme: Programme, slot_seconds: int) -> Frame:
    """The frame of a programme; one without films and intermission gets two parts when the slot is long."""
    stretches: list[list[Item]] = [[]]
    pauses: list[tuple[Item, ...]] = []
    for unit in units(programme.items):
        if unit[0].kind is ItemKind.INTERMISSION:
            pauses.append(unit)
            stretches.append([])
        else:
            stretches[-1] += unit
    empty = not pauses and all(item.kind is not ItemKind.FILM for item in programme.items)
    if empty and slot_seconds > TWO_PARTS_FROM:
        pauses = [(Item(new_key(), ItemKind.INTERMISSION, _("Intermission"), INTERMISSION),)]
        stretches.append([])
    return Frame(programme, tuple(_part(stretch) for stretch in stretches), tuple(pauses))


def _part(items: Sequence[Item]) -> PartFrame:
    places = [place for place, item in enumerate(items) if item.kind is ItemKind.FILM]
    if not places:
        return PartFrame(tuple(items), (), (), ())
    first, last = places[0], places[-1]
    # Questions belong to the film that they follow, also when it is the last of its part.
    end = last + 1
    while end < len(items) and items[end].kind is ItemKind.QA:
        end += 1
    between = []
    film = items[first]
    films = 0
    for item in items[first:end]:
        if item.kind is ItemKind.FILM:
            film, films = item, films + 1
        else:
            between.append(Between(item, films, film.film_id if item.kind is ItemKind.QA else None))
    return PartFrame(
        tuple(items[:first]),
        tuple(items[place] for place in places),
        tuple(between),
        tuple(items[end:]),
    )


def gap_behind(item: Item, usual: int) -> int:
    """The gap that an item has behind it, in seconds."""
    return usual if item.gap_after is None else item.gap_after
