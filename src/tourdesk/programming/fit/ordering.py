"""The order of one night: films into parts, parts into order, so that every rule of order holds.

Few films are shown a night, so this is an exact search. With a programme to start from, the fewest films are
moved (see `checker.changes` for what moved means).
"""

from collections.abc import Iterator
from functools import cached_property

from tourdesk.programming.fit.clock import end_of
from tourdesk.programming.fit.dealing import MOST_DEALT, Dealer
from tourdesk.programming.fit.request import Closer, Film, FilmId, NotAdjacent, Opener, Request
from tourdesk.programming.fit.watch import Watch

NightParts = tuple[tuple[FilmId, ...], ...]
_ENDLESS = 1 << 40


class _Night:
    """One search: the films of a night and what is known of each."""

    def __init__(self, request: Request, films: list[Film], before: NightParts | None, watch: Watch) -> None:
        self._request = request
        self._watch = watch
        places = {film: (p, i) for p, part in enumerate(before or ()) for i, film in enumerate(part)}
        bound = {*places, *(pin.film for pin in request.pinned)}
        # First those that have a place already: of the others, sums tell whether they can go to two parts at all. Long
        # ones before short ones: they decide where these can go.
        self.films = sorted(films, key=lambda film: (film.id not in bound, -film.seconds))
        self._seconds = [film.seconds for film in self.films]
        self._place = [places.get(film.id) for film in self.films]
        hard = [rule for rule in request.rules if rule.soft is None]
        self._pins = [[pin for pin in request.pinned if pin.film == film.id] for film in self.films]
        self._openers = [rule for rule in hard if isinstance(rule, Opener)]
        self._closers = [rule for rule in hard if isinstance(rule, Closer)]
        self._beside = [rule for rule in hard if isinstance(rule, NotAdjacent)]
        gap = request.gap_seconds
        self._rooms = [part.max_seconds + gap for part in request.parts]
        self._least = [part.min_seconds + gap if part.min_seconds else 0 for part in request.parts]
        self._total = sum(seconds + gap for seconds in self._seconds)
        # The lengths that some of the films from each one on have together are the bits of a number.
        self._sums = [1]
        for seconds in reversed(self._seconds):
            self._sums.append(self._sums[-1] | self._sums[-1] << seconds + gap)
        self._sums.reverse()
        self._dealer: Dealer | None = None

    # Most sets cannot be dealt out to the parts, and need no look at what stands beside what.
    @cached_property
    def _apart_inside(self) -> list[int]:
        return self._apart(self._beside)

    @cached_property
    def _apart_across(self) -> list[int]:
        return self._apart([rule for rule in self._beside if not rule.within_part])

    def _apart(self, rules: list[NotAdjacent]) -> list[int]:
        """For each film the ones that must not be its neighbours, as bits."""
        masks = [0] * len(self.films)
        for rule in rules:
            values = [set(film.of(rule.attribute)) for film in self.films]
            for i, one in enumerate(values):
                for j, two in enumerate(values):
                    if i != j and one & two:
                        masks[i] |= 1 << j
        return masks

    def most_moved(self) -> int:
        return sum(place is not None for place in self._place)

    def lengths_fit(self, at: int, loads: list[int]) -> bool:
        """Whether each part can still become long enough to leave the others no more than they can hold.

        `loads` are the lengths of the parts with the films before `at`, a gap for each of them; so has the room of each
        part. Most sets that fill the evening to the second fail here before any film is dealt out, and of many
        films the ways to deal them out are too many without it.
        """
        room = sum(self._rooms)
        for load, own, least in zip(loads, self._rooms, self._least, strict=True):
            low = max(load, least, self._total - (room - own))
            if low > own or not self._sums[at] >> (low - load) & ((1 << (own - low + 1)) - 1):
                return False
        return True

    def partitions(self, budget: int) -> Iterator[list[int]]:
        """Ways to deal the films out to the parts (as bits), lengths kept, not more films moved than `budget`."""
        if self._request.is_timed and len(self.films) <= MOST_DEALT:
            yield from self._along_the_clock(budget)
            return
        request, gap = self._request, self._request.gap_seconds
        masks = [0] * len(request.parts)
        loads = [0] * len(request.parts)

        def deal(at: int, budget: int) -> Iterator[list[int]]:
            if at == len(self.films):
                long = all(load >= least for load, least in zip(loads, self._least, strict=True))
                ends = end_of(
                    request, [load - gap if mask else 0 for load, mask in zip(loads, masks, strict=True)]
                )
                if long and ends is not None and ends <= request.evening_seconds:
                    yield list(masks)
                return
            self._watch.check()
            if not self.lengths_fit(at, loads):
                return
            length, place, pins = self._seconds[at] + gap, self._place[at], self._pins[at]
            for p in self._part_order(loads, place):
                cost = int(place is not None and place[0] != p)
                if any(pin.part != p for pin in pins):
                    continue
                if cost <= budget and loads[p] + length <= self._rooms[p]:
                    masks[p] |= 1 << at
                    loads[p] += length
                    yield from deal(at + 1, budget - cost)
                    masks[p] &= ~(1 << at)
                    loads[p] -= length

        yield from deal(0, budget)

    def _along_the_clock(self, budget: int) -> Iterator[list[int]]:
        if self._dealer is None:
            fixed = [[pin.part for pin in pins] for pins in self._pins]
            self._dealer = Dealer(self._request, self._seconds, fixed)
        elsewhere = [
            sum(1 << i for i, place in enumerate(self._place) if place is not None and place[0] != p)
            for p in range(len(self._request.parts))
        ]
        yield from self._dealer.ways(elsewhere, budget, self._watch)

    def _part_order(self, loads: list[int], place: tuple[int, int] | None) -> list[int]:
        """The parts to try: where the film was before, then where most is left."""
        order = sorted(range(len(loads)), key=lambda p: loads[p] - self._rooms[p])
        if place is not None and place[0] < len(loads):
            order.remove(place[0])
            order.insert(0, place[0])
        return order

    def ends(self, masks: list[int]) -> tuple[int, list[int]]:
        """Which films may open the night, and which may end each part, as bits."""
        everything = (1 << len(self.films)) - 1
        opening = everything
        for opener in self._openers:
            most = _ENDLESS if opener.max_seconds is None else opener.max_seconds
            opening &= self._where(everything, opener.min_seconds, most)
        closing = [everything] * len(masks)
        parts = self._request.whole_parts([[p] for p in range(len(masks))])
        for closer in self._closers:
            for part in parts if closer.each_part else [list(range(len(masks)))]:
                filled = [p for p in part if masks[p]]
                if filled:
                    group = sum(masks[p] for p in filled)
                    longest = max(s for i, s in enumerate(self._seconds) if group >> i & 1)
                    least = max(closer.min_seconds, longest if closer.longest else 0)
                    closing[filled[-1]] &= self._where(everything, least, _ENDLESS)
        return opening, closing

    def _where(self, among: int, least: int, most: int) -> int:
        return sum(1 << i for i, s in enumerate(self._seconds) if among >> i & 1 and least <= s <= most)

    def sequence(self, masks: list[int], budget: int) -> list[list[int]] | None:
        """An order of the films of each part, or None; not more films moved than `budget`, other parts counted."""
        opening, closing = self.ends(masks)
        budget -= sum(
            1
            for p, mask in enumerate(masks)
            for i, place in enumerate(self._place)
            if mask >> i & 1 and place is not None and place[0] != p
        )
        begun = self._begun(masks)
        dead: set[tuple[int, int, int, int, int]] = set()
        order: list[list[int]] = [[] for _ in masks]

        def place(p: int, rest: int, last: int, anchor: int, budget: int) -> bool:
            if not rest:
                if p + 1 == len(masks):
                    return True
                return place(p + 1, masks[p + 1], last, -1, budget)
            key = (p, rest, last, anchor, budget)
            if key in dead or not rest & closing[p]:
                return False
            self._watch.check()
            can = rest
            if last >= 0:
                can &= ~(self._apart_inside if order[p] or begun[p] else self._apart_across)[last]
            else:
                can &= opening
            can &= self._standing(rest, len(order[p]))
            for i, kept in self._next(can, rest, closing[p], anchor, p):
                left = budget if kept is not None else budget - 1
                if left < 0:
                    continue
                order[p].append(i)
                if place(p, rest & ~(1 << i), i, anchor if kept is None else kept, left):
                    return True
                order[p].pop()
            dead.add(key)
            return False

        return order if place(0, masks[0], -1, -1, budget) else None

    def _begun(self, masks: list[int]) -> list[bool]:
        """For each part whether it goes on from films of the one before it."""
        begun = [False] * len(masks)
        for p, part in enumerate(self._request.parts[1:], 1):
            begun[p] = part.goes_on and (begun[p - 1] or masks[p - 1] > 0)
        return begun

    def _next(self, can: int, rest: int, closing: int, anchor: int, p: int) -> list[tuple[int, int | None]]:
        """The films that may come next, each with the place in the old order that is kept so, None for moved."""
        found: list[tuple[int, int, int | None]] = []
        for i in range(len(self.films)):
            if not can >> i & 1 or (rest != 1 << i and not (rest & ~(1 << i)) & closing):
                continue
            if rest == 1 << i and not closing >> i & 1:
                continue
            clashes = (self._apart_inside[i] & rest).bit_count()
            place = self._place[i]
            if place is None or place[0] != p:
                found.append((-clashes, i, anchor))
                continue
            if place[1] > anchor:
                found.append((-clashes - 100 + place[1], i, place[1]))
            found.append((100 - clashes, i, None))
        found.sort(key=lambda one: one[0])
        return [(i, kept) for _, i, kept in found]

    def _standing(self, rest: int, placed: int) -> int:
        """Which films of the rest may come after so many of their part: not those pinned to another place."""
        whole = placed + rest.bit_count()
        for i, pins in enumerate(self._pins):
            for pin in pins if rest >> i & 1 else ():
                if pin.place is not None and placed != (pin.place if pin.place >= 0 else whole + pin.place):
                    rest &= ~(1 << i)
        return rest


def order(
    request: Request, films: list[Film], before: NightParts | None, watch: Watch, most: int
) -> NightParts | None:
    """The night in an order that keeps every rule of order and length, with the fewest films moved; or None.

    None too when more than `most` films would have to be moved.
    """
    night = _Night(request, films, before, watch)
    if not night.lengths_fit(0, [0] * len(request.parts)):
        return None
    for budget in range(min(night.most_moved(), most) + 1):
        for masks in night.partitions(budget):
            found = night.sequence(masks, budget)
            if found is not None:
                return tuple(tuple(night.films[i].id for i in part) for part in found)
    return None
