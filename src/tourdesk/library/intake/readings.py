"""What was understood of a page: films with the evidence for each value, sponsors, contact, problems."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one value of one field came from: a span of `PageReading.text` and how it was understood."""

    field: str
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class FilmReading:
    """One film of a page. What the page does not say is None or empty; what is unsure is in `doubtful`.

    Run-times are whole seconds, languages BCP 47, countries ISO 3166 alpha-2. `start` and `end` are the
    span of the film's record in `PageReading.text`.
    """

    title: str
    original_title: str | None = None
    year: int | None = None
    runtime_seconds: int | None = None
    runtime_approximate: bool = False
    directors: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    logline: str | None = None
    synopsis: str | None = None
    doubtful: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """The address, telephone, mail and web address of whoever published the page."""

    address: str | None = None
    telephone: str | None = None
    email: str | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingProblem:
    """Something that could not be read: a line of `PageReading.text`, counted from 1, and a sentence."""

    line: int
    message: str
    placed: bool = False
    """Whether the sentence says itself where that is: a row of a table is not the line of its text."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as understood; every span refers to `text`, the cleaned text."""

    text: str
    films: tuple[FilmReading, ...] = ()
    sponsors: tuple[str, ...] = ()
    contact: Contact = Contact()
    problems: tuple[ReadingProblem, ...] = ()
