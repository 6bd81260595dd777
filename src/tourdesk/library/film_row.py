"""A film as lists show it: known without all that a film is, as the first look at the library needs no more."""

from dataclasses import dataclass

from tourdesk.library.committee.verdicts import NOTHING_SAID, Tally


@dataclass(frozen=True, slots=True)
class FilmRow:
    """A film as one line of a list."""

    id: int
    title: str
    directors: tuple[str, ...]
    year: int | None
    countries: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    version_id: int
    seconds: int | None
    approximate: bool
    tally: Tally = NOTHING_SAID
    """What the committee says of it."""
