"""What can be asked of the library: words, choices of facets, an order; and what is answered."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from tourdesk.library.film_row import FilmRow

FIRST = 60
"""Rows that come with what was found: more than a window shows."""


class Facet(StrEnum):
    """What films can be narrowed by. The values are written as the library keeps them; see `Counts`."""

    SECTION = "section"
    TAG = "tag"
    LENGTH = "length"
    COUNTRY = "country"
    LANGUAGE = "language"
    VERDICT = "verdict"
    LICENCE = "licence"
    FORMAT = "format"
    YEAR = "year"


class Length(StrEnum):
    """Classes of a film's first run-time; an end belongs to the shorter class."""

    TO_10 = "10"
    TO_30 = "30"
    TO_60 = "60"
    OVER_60 = "over"
    UNKNOWN = "unknown"


class Majority(StrEnum):
    """What most of the committee say of a film; `maybe` when as many must have it as want it not."""

    MUST = "must"
    MAYBE = "maybe"
    NO = "no"
    NONE = "none"


class Holding(StrEnum):
    """How a film is licensed on a night.

    `USED_UP`: its other showings need all that its licences allow; `ELSEWHERE` is in another country than the night's.
    """

    VALID = "valid"
    USED_UP = "used up"
    ELSEWHERE = "elsewhere"
    COMING = "coming"
    ENDED = "ended"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Night:
    """For when and where licences are asked; `country` is ISO 3166, empty when nobody has said.

    `screening` is the id of the night's, whose own showing is not counted among those that use up a licence.
    """

    day: date
    country: str = ""
    screening: int | None = None


class Order(StrEnum):
    """What films can be sorted by; those of which it is not known stand last in either direction."""

    TITLE = "title"
    DIRECTORS = "director"
    YEAR = "year"
    COUNTRIES = "country"
    RUN_TIME = "run-time"
    SECTION = "section"
    TAGS = "tag"
    VERDICTS = "verdict"


Chosen = Mapping[Facet, tuple[str, ...]]
Counts = Mapping[Facet, tuple[tuple[str, int], ...]]
"""For each facet its values with how many films have them, of those that the search and the other facets leave.

Sections, tags and formats by name, countries by ISO 3166 code, languages by BCP 47, lengths, verdicts and licences as
`Length`, `Majority` and `Holding`, years in figures. A value without a film is left out unless it is chosen.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Films that hold every searched word and, of each facet, one of the chosen values."""

    search: str = ""
    chosen: Chosen = field(default_factory=lambda: MappingProxyType({}))
    longest: int | None = None
    """Seconds: only films that are known to last no longer."""
    night: Night | None = None
    """For which licences are meant; without one that facet has no values."""
    order: Order | None = None
    """None: the best first when something is searched, else by title."""
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.search.strip()) or bool(self.chosen) or self.longest is not None

    def choosing(self, facet: Facet, values: Iterable[str]) -> "Wanted":
        """The same with these values of a facet chosen, and no others of it."""
        chosen = {**self.chosen, facet: tuple(dict.fromkeys(values))}
        return replace(self, chosen={facet: some for facet, some in chosen.items() if some})

    def as_json(self) -> dict[str, Any]:
        """The search and the choices as JSON values, to be kept."""
        return {
            "search": self.search,
            "chosen": {str(facet): list(values) for facet, values in self.chosen.items()},
        }

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> "Wanted":
        """What `as_json` has written."""
        return Wanted(
            kept["search"], {Facet(facet): tuple(values) for facet, values in kept["chosen"].items()}
        )


class Found(NamedTuple):
    """The films that were found: all their ids in order, and the first rows to show at once."""

    ids: "array[int]"
    first: tuple[FilmRow, ...] = ()
    like: str = ""
    """The words that were looked for instead of misspelled ones; empty when the words were taken as typed."""
    whole: bool = True
    """Whether these are all; else those that come before all others."""


class Snippet(NamedTuple):
    """A searched word in a film's text, and the words around it."""

    before: str
    hit: str
    after: str


class SavedSearch(NamedTuple):
    """A search that is kept under a name; `replaced` is what it was, right after it became another one."""

    id: int
    name: str
    wanted: Wanted
    replaced: Wanted | None = None


KINDS = ("section", "tag", "director", "country")
"""What films can have in common, in the order in which it is shown."""


class Kin(NamedTuple):
    """Other films with the same section, tag, director or country: how many there are, and the first by title."""

    kind: str
    value: str
    others: int
    first: tuple[FilmRow, ...]
