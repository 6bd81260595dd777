"""Films as plain values: what screens, commands and papers are given."""

from dataclasses import dataclass, field
from datetime import date, datetime

from tourdesk.library.licences import Licence


@dataclass(frozen=True, slots=True)
class Copy:
    """What a projector plays of a version: a file, DCP, disc or drive. What nobody has said is empty.

    `identity` is written as `copies.identity` does; `seconds` is the measured run-time, `place` where it is now.
    """

    medium: str = ""
    format: str = ""
    aspect: str = ""
    audio: str = ""
    subtitles: str = ""
    identity: str = ""
    place: str = ""
    seconds: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A cut of a film. `seconds` is None when nobody has said; `approximate` when only minutes are known."""

    name: str = "original"
    seconds: int | None = None
    approximate: bool = False
    id: int | None = None
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a page, a listing or a person said of a film's run-time; `read` is None until it is saved."""

    name: str
    seconds: int
    approximate: bool = False
    read: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Showing:
    """Where a film was shown before, as somebody knows it; `night` is None when only the town is known."""

    town: str
    night: date | None = None
    note: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Still:
    """A picture of a film.

    `picture` is None where only the thumbnail was asked for; `thumbnail` is a JPEG, empty when the picture is none.
    """

    thumbnail: bytes
    picture: bytes | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """A work. `id` is None until it is saved; countries are ISO 3166 alpha-2, languages BCP 47.

    Ratings are written as `ratings.rating` does, identifiers as `identifiers.identifier` does. `revision` counts the
    saves, None for a film that was not read from the library.
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
    notes: str | None = None
    versions: tuple[Version, ...] = field(default=(Version(),))
    sources: tuple[Source, ...] = ()
    showings: tuple[Showing, ...] = ()
    licences: tuple[Licence, ...] = ()
    revision: int | None = field(default=None, compare=False)

    @property
    def version(self) -> Version:
        """The version that is meant when none is named: the first."""
        return self.versions[0]
