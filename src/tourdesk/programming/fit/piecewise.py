"""Good programmes around fixed times, quickly: one part after the other, the others held as they are.

Nothing is proven by it. It is where the search over the whole night starts from: of the many sets that would fill the
night hardly one can be dealt out so that each part of it is over when the next one starts.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tourdesk.programming.fit.clock import tightened
from tourdesk.programming.fit.ordering import NightParts
from tourdesk.programming.fit.request import (
    Closer,
    Distinct,
    Each,
    Fees,
    Film,
    FilmCount,
    FilmId,
    Must,
    Never,
    Opener,
    Request,
    Rule,
    Spare,
    Where,
)

_BANNED = "taken"


def in_turn(request: Request) -> list[int]:
    """The parts in the order in which they are best filled: the last time first, what shares one time in its order.

    What a part ends with is known so before what stands in front of it: the closer must be the longest of both. What
    needs no film takes none from what does.
    """
    groups: list[list[int]] = []
    for place, part in enumerate(request.parts):
        if part.starts is not None or not groups:
            groups.append([])
        groups[-1].append(place)
    return [
        place
        for group in reversed(groups)
        for place in sorted(group, key=lambda place: not request.parts[place].min_seconds)
    ]


def alone(request: Request, place: int) -> tuple[FilmId, ...]:
    """What stays in a part, and nothing else."""
    return tuple(dict.fromkeys(pin.film for pin in request.pinned if pin.part == place))


def may_be_empty(request: Request) -> list[int]:
    """The parts before something pinned that need no film: where they have none, their part begins with what is pinned."""
    behind = request.parts[1:]
    return [
        place
        for place, (part, following) in enumerate(zip(request.parts, behind, strict=False))
        if following.goes_on and not part.goes_on and not part.min_seconds and not alone(request, place)
    ]


def one_part(request: Request, night: NightParts, place: int, done: Sequence[int]) -> Request | None:
    """The request of one part beside those that are `done`; None where the time leaves it nothing."""
    return _Beside(request, night, place, done).request()


@dataclass(frozen=True, slots=True)
class _Beside:
    whole: Request
    night: NightParts
    place: int
    done: Sequence[int]

    def request(self) -> Request | None:
        whole, place = self.whole, self.place
        part = whole.parts[place]
        most = self._most()
        stays = [pin.film for pin in whole.pinned if pin.part == place]
        if most < max(part.min_seconds, 1) and not stays:
            return None
        start = whole.start_from
        return replace(
            whole,
            parts=(replace(part, max_seconds=max(most, 0), starts=None, goes_on=False, whole_seconds=None),),
            max_seconds=max(most, 0),
            intermission_seconds=0,
            rules=self._rules(),
            start_from=None if start is None else ((start[0][place],),),
            pinned=tuple(replace(pin, part=0) for pin in whole.pinned if pin.part == place),
            alternatives=1,
        )

    def _most(self) -> int:
        """How long it may be, with the parts that are done as long as they are."""
        whole = self.whole
        parts = list(whole.parts)
        for place in self.done:
            length = sum(whole.by_id[film].seconds for film in self.night[place])
            parts[place] = replace(
                parts[place],
                min_seconds=length + whole.gap_seconds * max(len(self.night[place]) - 1, 0),
            )
        held = tightened(replace(whole, parts=tuple(parts), max_seconds=whole.evening_seconds))
        most = held.parts[self.place].max_seconds
        part, begins = parts[self.place], self._part_begins()
        if part.whole_seconds is not None and part.starts is not None and begins is not None:
            most = min(most, begins + part.whole_seconds - part.starts)
        return most

    def _part_begins(self) -> int | None:
        """When the whole part begins of which this is the end, as far as that is known."""
        first = self.place
        while self.whole.parts[first].goes_on and not (first - 1 in self.done and not self.night[first - 1]):
            first -= 1
        return 0 if not first else self.whole.parts[first].starts

    def _rules(self) -> tuple[Rule, ...]:
        shown = [self.whole.by_id[film] for place in self.done for film in self.night[place]]
        banned = Never(id=_BANNED, films=tuple(film.id for film in self._banned(shown)))
        last = len(self.done) + 1 == len(self.whole.parts)
        hard = (self._own(rule, shown, last=last) for rule in self.whole.rules if rule.soft is None)
        return (banned, *(rule for rule in hard if rule is not None))

    def _own(self, rule: Rule, shown: list[Film], *, last: bool) -> Rule | None:
        """What a rule of the night asks of this part; None where it is the others that keep it."""
        own: Rule | None = rule
        match rule:
            case Must():
                there_already = {pin.film for pin in self.whole.pinned} | {film.id for film in shown}
                missing = tuple(film for film in rule.films if film not in there_already)
                own = replace(rule, films=missing) if last else None
            case FilmCount():
                own = _left(rule, len(shown), last=last, others=len(self.whole.parts) - len(self.done) - 1)
            case Where():
                there = sum(rule.value in film.of(rule.attribute) for film in shown)
                own = _left(rule, there, last=last, others=0)
            case Fees():
                spent = sum((film.fee for film in shown), Decimal(0))
                own = replace(rule, at_most=max(rule.at_most - spent, Decimal(0)))
            case Opener() if self.place:
                own = None
            case Closer() if not self._is_last(rule):
                own = None
            case Closer(longest=True):
                own = replace(rule, min_seconds=max(rule.min_seconds, self._least_closer()))
            case Distinct() | Spare():
                own = None
        return own

    def _least_closer(self) -> int:
        """How long what it ends with is at the least: longer than what it begins with, or few sets have an order."""
        first = self.place
        while self.whole.parts[first].goes_on:
            first -= 1
        seconds = [
            self.whole.by_id[pin.film].seconds + (pin.part == self.place)
            for pin in self.whole.pinned
            if first <= pin.part < self.place or (pin.part == self.place and pin.place == 0)
        ]
        return max(seconds, default=0)

    def _is_last(self, rule: Closer) -> bool:
        behind = self.whole.parts[self.place + 1 :]
        return not behind or (rule.each_part and not behind[0].goes_on)

    def _banned(self, shown: list[Film]) -> list[Film]:
        """Films that are shown already, or cannot be beside what is."""
        whole = self.whole
        taken = {film.id for film in shown} | {pin.film for pin in whole.pinned if pin.part != self.place}
        counts = [
            (rule, Counter(value for film in shown for value in film.of(rule.attribute)))
            for rule in whole.rules
            if isinstance(rule, Each) and rule.soft is None
        ]
        longest = self._longest()
        return [
            film
            for film in whole.films
            if film.id in taken
            or (longest is not None and film.seconds > longest)
            or any(
                count[value] >= rule.at_most for rule, count in counts for value in film.of(rule.attribute)
            )
        ]

    def _longest(self) -> int | None:
        """What no film may be longer than because of what stands last behind this part; None where nothing does."""
        whole, closers = self.whole, [rule for rule in self.whole.rules if isinstance(rule, Closer)]
        if not any(rule.longest and rule.soft is None for rule in closers):
            return None
        each = all(rule.each_part for rule in closers)
        last = None
        for place in range(self.place + 1, len(whole.parts)):
            if each and not whole.parts[place].goes_on:
                break
            if place in self.done and self.night[place]:
                last = whole.by_id[self.night[place][-1]].seconds
        return last


def _left(rule: FilmCount | Where, there: int, *, last: bool, others: int) -> Rule:
    """What is left of a rule that counts films of a night, where some are there and other parts will have some too."""
    most = None if rule.at_most is None else max(rule.at_most - there - others, 0)
    least = max(rule.at_least - there, 0) if last else 0
    return replace(rule, at_least=least if most is None else min(least, most), at_most=most)
