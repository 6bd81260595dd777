"""What every kind of listing is brought to before it is understood: entries, each of named cells."""

from dataclasses import dataclass

from tourdesk.library.films import Showing, Source, Version
from tourdesk.library.licences import Licence

FIELDS = (
    "title",
    "original_title",
    "year",
    "runtime",
    "runtime_seconds",
    "runtime_approximate",
    "directors",
    "producers",
    "languages",
    "countries",
    "section",
    "tags",
    "logline",
    "synopsis",
    "advisories",
    "ratings",
    "identifiers",
    "trailer",
    "source",
    "notes",
    "licence_from",
    "licence_to",
    "licence_fee",
)
"""What a column can hold. "runtime" is as people write it; "runtime_seconds" is a number of seconds."""

LISTS = frozenset(
    {"directors", "producers", "languages", "countries", "tags", "advisories", "ratings", "identifiers"}
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing a listing says of a film.

    `name` is what the listing calls it, `field` one of FIELDS, or None when it is none of them. A tuple of
    words is a list whose parts the listing itself keeps apart.
    """

    name: str
    field: str | None
    words: str | tuple[str, ...]
    sure: bool = True

    @property
    def text(self) -> str:
        """The words as they are shown."""
        return self.words if isinstance(self.words, str) else "; ".join(self.words)


@dataclass(frozen=True, slots=True)
class OfFilm:
    """What has parts itself; only our own JSON tells it. `versions` is empty where one run-time is known."""

    versions: tuple[Version, ...] = ()
    sources: tuple[Source, ...] = ()
    showings: tuple[Showing, ...] = ()
    licences: tuple[Licence, ...] = ()
    stills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells of one film. `where` is how a person finds it: "Row 7", "Film 3".

    `exact` says that our own program wrote the values: they are not interpreted. `skipped` is the sentence to
    tell instead of reading a film; an empty one tells nothing. `problems` are told beside the film.
    """

    where: str
    cells: tuple[Cell, ...]
    exact: bool = False
    doubtful: tuple[str, ...] = ()
    skipped: str | None = None
    problems: tuple[str, ...] = ()
    parts: OfFilm = OfFilm()
