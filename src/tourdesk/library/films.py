"""Films as plain values: what screens, commands and papers are given."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Version:
    """A cut of a film. `seconds` is None when nobody has said; `approximate` when only minutes are known."""

    name: str = "original"
    seconds: int | None = None
    approximate: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """A work. `id` is None until it is saved; countries are ISO 3166 alpha-2, languages BCP 47.

    Ratings are written as `ratings.rating` does, identifiers as `identifiers.identifier` does.
    """

    title: str
    id: int | None = None
    original_title: str | None = None
    year: int | None = None
    directors: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    advisories: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    logline: str | None = None
    synopsis: str | None = None
    trailer: str | None = None
    source: str | None = None
    versions: tuple[Version, ...] = field(default=(Version(),))

    @property
    def version(self) -> Version:
        """The version that is meant when none is named: the first."""
        return self.versions[0]


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


@dataclass(frozen=True, slots=True)
class Related:
    """Other films of the same section, and of each of the film's tags."""

    section: tuple[FilmRow, ...]
    tags: tuple[tuple[str, tuple[FilmRow, ...]], ...]
