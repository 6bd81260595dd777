"""Which films to show, without their order: the fit as choosing items under counted rows.

Everything here is implied by the rules: a programme that keeps them keeps every row, so what no choice can
reach no programme can. A chosen set still needs an order (`arranging`), which may not exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.clock import room_of_night
from tourdesk.programming.fit.request import (
    Closer,
    Distinct,
    Each,
    Fees,
    Film,
    FilmCount,
    FilmId,
    Licensed,
    Must,
    Never,
    NoRepeats,
    NotAdjacent,
    NotShownInTown,
    Opener,
    Request,
    Rule,
    Where,
)
from tourdesk.programming.fit.wishes import Wishes

Ints = npt.NDArray[np.int64]
NO_LIMIT = 1 << 40
MOST_CLASSES = 24
_MOST_COUNTED = 40
_FEW_FILL = 12
_MOST_PARTS = 3
_COMMON = 8
"""A value is common when one film in so many has it."""


@dataclass(frozen=True, slots=True)
class Row:
    """`lows <= sum of weights of the chosen items <= highs`, one bound for each class of the selection.

    `index` are positions of items. With a `price` the row may be broken for that much worth. A row with weights
    below 0 has no lower bound and no price; it is broken or kept only once all items are decided. `most` is what
    no sum of chosen items exceeds, whatever the bounds.
    """

    rule: str
    index: Ints
    weight: Ints
    lows: Ints
    highs: Ints
    price: int | None = None
    most: int = NO_LIMIT


@dataclass(frozen=True, slots=True)
class Variety:
    """At least so many different values among the chosen items; `values` gives each item's as small numbers."""

    rule: str
    values: tuple[tuple[int, ...], ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Items (showings of films), what each is worth, and the rows over them.

    A class is one number of showings (`counted`), or, when there may be very many, all numbers at once.
    `seconds` are then with one gap each, and `room` is what they may last together; `floor` what they must.
    """

    films: tuple[Film, ...]
    follows: npt.NDArray[np.bool_]
    forced: npt.NDArray[np.bool_]
    seconds: Ints
    worth: Ints
    nothing: int
    counted: bool
    counts: Ints
    room: Ints
    floor: Ints
    gap: int
    rows: tuple[Row, ...]
    varieties: tuple[Variety, ...]

    def with_row(self, row: Row) -> "Selection":
        """The same with one more row."""
        return replace(self, rows=(*self.rows, row))


def banned(request: Request, rule: Rule, films: Iterable[Film]) -> list[Film]:
    """The films that a rule keeps out of every programme."""
    match rule:
        case Never():
            never = set(rule.films)
            return [film for film in films if film.id in never]
        case NotShownInTown():
            return [film for film in films if request.town in film.shown_in]
        case Licensed():
            day = request.day
            return [
                film
                for film in films
                if day is None or film.licence is None or not film.licence[0] <= day <= film.licence[1]
            ]
    return []


def longest_room(request: Request) -> int:
    """What the films and gaps of all nights together may last, in seconds; negative when nothing fits."""
    return request.nights * room_of_night(request)


def most_showings(request: Request, films: Iterable[Film]) -> int:
    """How many showings fit into all nights together at most, the count of films per night kept."""
    room = longest_room(request) + request.gap_seconds * len(request.parts) * request.nights
    lengths = np.sort(np.array([film.seconds for film in films], dtype=np.int64)) + request.gap_seconds
    fitting = int(np.searchsorted(np.cumsum(np.repeat(lengths, request.nights)), room, side="right"))
    for rule in request.rules:
        if isinstance(rule, FilmCount) and rule.soft is None and rule.at_most is not None:
            fitting = min(fitting, rule.at_most * request.nights)
    return fitting


def select(request: Request, wishes: Wishes) -> Selection | None:
    """The selection of a request whose soft rules are all of the kinds `is_priced`; None when nothing can be.

    Rules of order and of single nights are taken as far as they bound sums over all nights.
    """
    return _Builder(request, wishes).build()


def is_priced(rule: Rule) -> bool:
    """Whether a soft rule is one row that can be broken for its price; others are decided one way or the other."""
    return isinstance(rule, Must | Never | NotShownInTown | Licensed | Fees | Where)


class _Builder:
    def __init__(self, request: Request, wishes: Wishes) -> None:
        self._request = request
        self._wishes = wishes
        self._hard = [rule for rule in request.rules if rule.soft is None]
        self._rows: list[Row] = []
        self._varieties: list[Variety] = []
        self._films: list[Film] = []
        self._counts = np.zeros(1, dtype=np.int64)
        self._counted = True

    def build(self) -> Selection | None:
        request = self._request
        films = self._available()
        must = {film for rule in self._hard if isinstance(rule, Must) for film in rule.films}
        must |= {pin.film for pin in request.pinned}
        if longest_room(request) < 0 or must - {film.id for film in films}:
            return None
        copies = 1 if any(isinstance(rule, NoRepeats) for rule in self._hard) else request.nights
        self._films = [film for film in films for _ in range(copies)]
        counts = range(self._fewest(len(must)), min(most_showings(request, films), len(self._films)) + 1)
        if not counts:
            return None
        few = len(counts) <= MOST_CLASSES and counts[-1] <= _MOST_COUNTED
        self._counted = few or self._fewer_fill_more()
        self._counts = np.array(counts if self._counted else [counts[-1]], dtype=np.int64)
        if not self._counted:
            self._row("count", range(len(self._films)), low=counts[0], high=counts[-1])
        for rule in request.rules:
            self._add(rule)
        self._add_lengths()
        copy = np.arange(len(self._films)) % copies
        return Selection(
            films=tuple(self._films),
            follows=copy > 0,
            forced=np.array(
                [c == 0 and film.id in must for c, film in zip(copy, self._films, strict=True)], bool
            ),
            seconds=self._seconds(),
            worth=np.array(
                [self._wishes.of_film(film, int(c)) for c, film in zip(copy, self._films, strict=True)],
                np.int64,
            ),
            nothing=self._wishes.of_nothing(),
            counted=self._counted,
            counts=self._counts,
            room=self._gaps_off(longest_room(request)),
            floor=self._gaps_off(
                request.nights * sum(part.min_seconds for part in request.parts), floor=True
            ),
            gap=request.gap_seconds,
            rows=tuple(self._rows),
            varieties=tuple(self._varieties),
        )

    def _fewer_fill_more(self) -> bool:
        """Whether the gaps of larger numbers of films leave less of one night, which is what ends the search of all but a few.

        Without gaps, or over many parts, dozens of films fill it in any number, and are searched all at once.
        """
        request = self._request
        if request.prefer[0] != "fill" or request.nights > 1 or len(request.parts) > _MOST_PARTS:
            return False
        whole = int(np.gcd.reduce(self._lengths(), initial=0)) > 1
        longest = np.sort(self._lengths())[-_FEW_FILL:]
        return request.gap_seconds > 0 or whole or int(longest.sum()) >= longest_room(request)

    def _available(self) -> list[Film]:
        request = self._request
        gone: set[FilmId] = set()
        for rule in self._hard:
            gone.update(film.id for film in banned(request, rule, request.films))
        longest = max(part.max_seconds for part in request.parts)
        budget = min((rule.at_most for rule in self._hard if isinstance(rule, Fees)), default=None)
        return [
            film
            for film in request.films
            if film.id not in gone and film.seconds <= longest and (budget is None or film.fee <= budget)
        ]

    def _fewest(self, must: int) -> int:
        # A part that must have some length has a film.
        filled = sum(part.min_seconds > 0 for part in self._request.parts)
        fewest = max(must, filled * self._request.nights)
        for rule in self._hard:
            if isinstance(rule, FilmCount):
                fewest = max(fewest, rule.at_least * self._request.nights)
        return fewest

    def _lengths(self) -> Ints:
        return np.array([film.seconds for film in self._films], dtype=np.int64)

    def _seconds(self) -> Ints:
        seconds = self._lengths()
        return seconds if self._counted else seconds + self._request.gap_seconds

    def _gaps_off(self, seconds: int, *, floor: bool = False) -> Ints:
        """What is left of a length for films of each class, once the gaps between them are taken off."""
        parts, gap = len(self._request.parts) * self._request.nights, self._request.gap_seconds
        if not self._counted:
            rooms = np.array([seconds if floor else seconds + gap * parts], dtype=np.int64)
            return rooms if floor else self._measured(rooms)
        # A floor is exact only when every part has a film; with fewer films than parts it is no bound.
        neighbours = self._counts - (
            np.minimum(self._counts, 1) if floor else np.minimum(self._counts, parts)
        )
        rooms = np.maximum(seconds - gap * neighbours, -1)
        return rooms if floor else self._measured(rooms)

    def _measured(self, rooms: Ints) -> Ints:
        """What films can fill of rooms: films of whole minutes, for one, fill whole minutes."""
        measure = int(np.gcd.reduce(self._seconds(), initial=0))
        return rooms - rooms % measure if measure else rooms

    def _add(self, rule: Rule) -> None:
        match rule:
            case Each():
                self._add_each(rule)
            case Where():
                index = [i for i, film in enumerate(self._films) if rule.value in film.of(rule.attribute)]
                self._nightly(rule, index, rule.at_least, rule.at_most)
            case Fees():
                self._add_fees(rule)
            case Distinct():
                self._add_variety(rule)
            case Opener() | Closer() | NotAdjacent():
                self._add_order(rule)
            case Never() | NotShownInTown() | Licensed() if rule.soft is not None:
                gone = {film.id for film in banned(self._request, rule, self._films)}
                self._row(rule.id, [i for i, f in enumerate(self._films) if f.id in gone], high=0, rule=rule)
            case Must() if rule.soft is not None:
                index = [i for i, film in enumerate(self._films) if film.id in rule.films]
                # With repeats two showings of one film must not stand for two films.
                low = len(rule.films) if len({self._films[i].id for i in index}) == len(index) else 1
                self._row(rule.id, index, low=low if rule.films else 0, rule=rule)

    def _nightly(self, rule: Rule, index: Iterable[int], least: int, most: int | None) -> None:
        nights = self._request.nights
        high = NO_LIMIT if most is None else most * nights
        self._row(rule.id, index, low=least * nights, high=high, rule=rule)

    def _row(  # noqa: PLR0913 -- a row is all of these, most of them left out
        self,
        name: str,
        index: Iterable[int],
        *,
        low: int | Ints = 0,
        high: int | Ints = NO_LIMIT,
        weight: list[int] | None = None,
        rule: Rule | None = None,
        most: int = NO_LIMIT,
    ) -> None:
        index = list(index)
        if (
            weight is None
            and isinstance(low, int)
            and isinstance(high, int)
            and low <= 0 <= len(index) <= high
        ):
            return  # Each director, each section: most of very many rows bound nothing.
        positions = np.array(index, dtype=np.int64)
        weights = np.ones_like(positions) if weight is None else np.array(weight, dtype=np.int64)
        lows = np.zeros_like(self._counts) + np.asarray(low, dtype=np.int64)
        highs = np.zeros_like(self._counts) + np.asarray(high, dtype=np.int64)
        price = None if rule is None or rule.soft is None else self._wishes.of_price(rule.soft)
        if lows.max() > 0 or highs.min() < np.maximum(weights, 0).sum():
            heaviest = int(np.sort(weights)[::-1][: int(self._counts.max())].clip(0).sum())
            self._rows.append(Row(name, positions, weights, lows, highs, price, min(most, heaviest)))

    def _by_value(self, rule: Each | NotAdjacent) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, film in enumerate(self._films):
            for value in film.of(rule.attribute):
                found.setdefault(value, []).append(i)
        return found

    def _add_each(self, rule: Each) -> None:
        for index in self._by_value(rule).values():
            self._row(rule.id, index, high=rule.at_most * self._request.nights)

    def _add_fees(self, rule: Fees) -> None:
        index = [i for i, film in enumerate(self._films) if film.fee]
        amounts = [film.fee for film in self._films if film.fee]
        scale = 10_000
        whole = [int(fee * scale) for fee in amounts]
        # In the largest common unit small numbers stay small, which keeps bounds sharp.
        unit = int(np.gcd.reduce(np.array(whole, dtype=np.int64))) if whole else 1
        hard = min((other.at_most for other in self._hard if isinstance(other, Fees)), default=None)
        self._row(
            rule.id,
            index,
            high=int(rule.at_most * scale) // unit,
            weight=[x // unit for x in whole],
            rule=rule,
            most=NO_LIMIT if hard is None else int(hard * scale) // unit,
        )

    def _add_variety(self, rule: Distinct) -> None:
        numbers: dict[str, int] = {}
        values = tuple(
            tuple(numbers.setdefault(value, len(numbers)) for value in film.of(rule.attribute))
            for film in self._films
        )
        index = [i for i, some in enumerate(values) if some]
        self._row(
            rule.id, index, low=rule.at_least * self._request.nights, weight=[len(values[i]) for i in index]
        )
        if rule.at_least > 1:
            self._varieties.append(Variety(rule.id, values, rule.at_least))

    def _used_nights(self) -> Ints:
        """How many nights have a film at least, for each class: rules of order say nothing of an empty night."""
        nights = self._request.nights
        least = max((rule.at_least for rule in self._hard if isinstance(rule, FilmCount)), default=0)
        if least:
            return np.full_like(self._counts, nights)
        if not self._counted:
            return np.zeros_like(self._counts)
        limits = [rule.at_most for rule in self._hard if isinstance(rule, FilmCount) and rule.at_most]
        return np.minimum(self._counts, 1) if not limits else -(-self._counts // min(limits))

    def _add_order(self, rule: Opener | Closer | NotAdjacent) -> None:
        match rule:
            case Opener():
                most = NO_LIMIT if rule.max_seconds is None else rule.max_seconds
                index = [i for i, film in enumerate(self._films) if rule.min_seconds <= film.seconds <= most]
                self._row(rule.id, index, low=self._used_nights())
            case Closer():
                index = [i for i, film in enumerate(self._films) if film.seconds >= rule.min_seconds]
                if len(index) < len(self._films):
                    self._row(rule.id, index, low=self._used_nights())
            case NotAdjacent():
                self._add_neighbours(rule)

    def _add_neighbours(self, rule: NotAdjacent) -> None:
        """Of films in a row at most every other one can have the same value."""
        runs = self._request.nights * (len(self._request.parts) if rule.within_part else 1)
        every = range(len(self._films))
        for same in self._by_value(rule).values():
            if self._counted:
                self._row(rule.id, same, high=(self._counts + runs) // 2)
            elif len(same) * _COMMON > len(self._films):
                # However many there are: those with the value are at most `runs` more than those without.
                there = set(same)
                weight = [1 if i in there else -1 for i in every]
                self._row(rule.id, every, low=-NO_LIMIT, high=runs, weight=weight)

    def _add_lengths(self) -> None:
        """Films that few parts can hold: each part holds one of those above its half, small parts no long ones."""
        nights, gap = self._request.nights, self._request.gap_seconds
        sizes = sorted({part.max_seconds for part in self._request.parts}, reverse=True)
        halves = [i for i, film in enumerate(self._films) if 2 * film.seconds + gap > sizes[0]]
        self._row("parts", halves, high=nights * len(self._request.parts))
        for size in sizes[1:]:
            long = [i for i, film in enumerate(self._films) if film.seconds > size]
            high = nights * sum(p.max_seconds + gap for p in self._request.parts if p.max_seconds > size)
            self._row("parts", long, high=high, weight=[self._films[i].seconds + gap for i in long])
