"""A film of a listing: what pages tell of a film, and what only listings do."""

from dataclasses import dataclass

from tourdesk.library.films import Showing, Source, Version
from tourdesk.library.intake.readings import FilmReading
from tourdesk.library.licences import Licence


@dataclass(frozen=True, slots=True)
class ListedFilm(FilmReading):
    """One film of a listing.

    Ratings and identifiers are written as the library keeps them. `versions` is empty where the listing knows one
    run-time, which is then `runtime_seconds`.
    """

    advisories: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    trailer: str | None = None
    source: str | None = None
    notes: str | None = None
    versions: tuple[Version, ...] = ()
    sources: tuple[Source, ...] = ()
    showings: tuple[Showing, ...] = ()
    licences: tuple[Licence, ...] = ()
    stills: tuple[str, ...] = ()
    """Paths of its pictures, from the folder of the listing."""
