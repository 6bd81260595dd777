"""What is asked of a fit: films, the shape of the evening and the rules, as plain frozen values.

Durations are whole seconds, money and values are `Decimal` (exact). A rule with `soft` may be broken: then
that number is taken from the programme's value.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

Item = TypeVar("Item")
FilmId = int | str
Attribute = Literal["director", "section", "tag", "country", "language"]
Wish = Literal["value", "fill", "least_change"]

EVENING = "max_seconds"
"""How a clash names the length of the evening, which is no rule of the list."""
PARTS = "parts"
"""How a clash names the lengths of the parts."""
PINNED = "pinned"
"""How a clash names the films that stay where they are, and the parts that start when they are to."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film that may be shown; `licence` is the first and the last day on which it may be."""

    id: FilmId
    title: str
    seconds: int
    value: Decimal = Decimal(0)
    section: str | None = None
    directors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    fee: Decimal = Decimal(0)
    shown_in: tuple[str, ...] = ()
    licence: tuple[date, date] | None = None

    def of(self, attribute: Attribute) -> tuple[str, ...]:
        """The film's values of an attribute, each once; none for a film without a section."""
        match attribute:
            case "section":
                return (self.section,) if self.section else ()
            case "director":
                return self.directors
            case "country":
                return self.countries
            case "language":
                return self.languages
            case "tag":
                return self.tags


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between intermissions: its films and the gaps between them last between these, in seconds.

    One that `starts` begins so many seconds after the evening does: it waits until then, and what comes before it is
    over by then. One that `goes_on` has no intermission before it, but is the rest of the part that the one before it
    began: with a gap behind the films of that one, and for every rule of parts one part with it. `whole_seconds` is
    what that part may last until the end of this stretch, with what is waited in it.
    """

    max_seconds: int
    min_seconds: int = 0
    starts: int | None = None
    goes_on: bool = False
    whole_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has; `soft` is the price of breaking it, None when it must hold."""

    id: str
    soft: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Must(Rule):
    """These films are shown."""

    films: tuple[FilmId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Never(Rule):
    """These films are not shown."""

    films: tuple[FilmId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmCount(Rule):
    """How many films a night has."""

    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Rule):
    """No director (section, …) more than so often a night."""

    attribute: Attribute
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Where(Rule):
    """How many films a night have this value of an attribute."""

    attribute: Attribute
    value: str
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct(Rule):
    """At least so many different countries (directors, …) a night."""

    attribute: Attribute
    at_least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener(Rule):
    """How long the first film of a night is, in seconds."""

    min_seconds: int = 0
    max_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closer(Rule):
    """The last film of the night, or of each part, is the longest of it, or so many seconds long."""

    longest: bool = False
    min_seconds: int = 0
    each_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAdjacent(Rule):
    """Neighbours share no value of an attribute; across the intermission too unless `within_part`."""

    attribute: Attribute
    within_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShownInTown(Rule):
    """No film that the request's town has seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licensed(Rule):
    """Every film has a licence on the request's date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees(Rule):
    """The fees of all showings of all nights together are at most this."""

    at_most: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRepeats(Rule):
    """No film on more than one night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare(Rule):
    """Each night ends so many seconds before it has to."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Pin:
    """A film that stays in its part, and at its place there when that is said.

    `part` counts from 0; so does `place`, and from the end as -1 for the last.
    """

    film: FilmId
    part: int
    place: int | None = None


Nights = tuple[tuple[tuple[FilmId, ...], ...], ...]
"""Programmes: nights of parts of film ids, in order."""


def films_of(nights: Nights) -> frozenset[FilmId]:
    """The films that nights show."""
    return frozenset(film for night in nights for part in night for film in part)


@dataclass(frozen=True, slots=True)
class Request:
    """A whole request. `start_from` is what stood before, night by night, or None.

    `pinned` films are of a request of one night, and `least_change` is of one with `start_from`. Raises ValueError
    for others.
    """

    films: tuple[Film, ...]
    parts: tuple[Part, ...]
    max_seconds: int
    rules: tuple[Rule, ...] = ()
    nights: int = 1
    gap_seconds: int = 0
    intermission_seconds: int = 0
    town: str | None = None
    day: date | None = None
    prefer: tuple[Wish, ...] = ("value", "fill")
    alternatives: int = 1
    different_by: int = 1
    start_from: Nights | None = None
    pinned: tuple[Pin, ...] = ()
    time_limit_seconds: float = 10.0
    by_id: dict[FilmId, Film] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        if self.pinned and self.nights > 1:
            raise ValueError("films are pinned in requests of one night only")
        if self.start_from is None and "least_change" in self.prefer:
            raise ValueError("changes are counted from a programme")
        object.__setattr__(self, "by_id", {film.id: film for film in self.films})

    @property
    def evening_seconds(self) -> int:
        """What a night may last with what has to be spared."""
        spared = (rule.seconds for rule in self.rules if isinstance(rule, Spare) and rule.soft is None)
        return self.max_seconds - max(spared, default=0)

    @property
    def pauses_seconds(self) -> int:
        """What the intermissions of a night take."""
        return self.intermission_seconds * sum(not part.goes_on for part in self.parts[1:])

    @property
    def is_timed(self) -> bool:
        """Whether some part of a night starts at a time of its own, or goes on from the one before."""
        return any(part.starts is not None or part.goes_on for part in self.parts)

    def whole_parts(self, stretches: Sequence[Sequence[Item]]) -> list[list[Item]]:
        """What the parts of a night have, the stretches of one part together."""
        whole: list[list[Item]] = []
        for number, stretch in enumerate(stretches):
            if whole and number < len(self.parts) and self.parts[number].goes_on:
                whole[-1].extend(stretch)
            else:
                whole.append(list(stretch))
        return whole
