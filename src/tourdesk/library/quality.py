"""What is wanting in a catalogue: each kind of finding, and the rules that need more than a look for an empty field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tourdesk.foundation.durations import clock_text, minutes_text
from tourdesk.foundation.language import _, later, n_

LONGEST_SYNOPSIS = 200
"""Words of a synopsis: with more, a film with its still and credits overflows its page of the folded A5 booklet."""
APPROXIMATE_APART = 60
"""Seconds: whole minutes say nothing against seconds that round to them, up or down."""
EXACT_APART = 5
"""Seconds: measured files hold some frames of black, and players stop at a whole second."""
_COMPARED = 50
"""Films of one title that are compared with each other: of more, all are told."""


class Kind(StrEnum):
    """What may be wanting, what matters most for a night first."""

    SAME_TITLE = "same-title"
    RUN_TIME = "run-time"
    RUN_TIMES_DIFFER = "run-times-differ"
    DIRECTOR = "director"
    YEAR = "year"
    COUNTRY = "country"
    SYNOPSIS = "synopsis-too-long"
    STILL = "still"


HEADINGS = {
    Kind.SAME_TITLE: later("The same title twice"),
    Kind.RUN_TIME: later("No run-time"),
    Kind.RUN_TIMES_DIFFER: later("Run-times differ"),
    Kind.DIRECTOR: later("No director"),
    Kind.YEAR: later("No year"),
    Kind.COUNTRY: later("No country"),
    Kind.SYNOPSIS: later("Synopsis too long for the booklet"),
    Kind.STILL: later("No still"),
}

FIELDS = {
    Kind.SAME_TITLE: "title",
    Kind.RUN_TIME: "versions",
    Kind.RUN_TIMES_DIFFER: "versions",
    Kind.DIRECTOR: "directors",
    Kind.YEAR: "year",
    Kind.COUNTRY: "countries",
    Kind.SYNOPSIS: "synopsis",
    Kind.STILL: "still",
}
"""The field of the film that mends a finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wanting of one film; `detail` says more where the heading is not enough."""

    kind: Kind
    film_id: int
    title: str
    year: int | None
    detail: str = ""

    @property
    def field(self) -> str:
        """Where it is mended."""
        return FIELDS[self.kind]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one kind: how many there are, and the first of them."""

    kind: Kind
    count: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """A run-time in whole seconds, and who says so."""

    said_by: str
    seconds: int
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Titled:
    """A film by what tells it from another one of the same title."""

    film_id: int
    title: str
    year: int | None
    directors: tuple[str, ...]


def agree(one: Length, other: Length) -> bool:
    """Whether two run-times may be of one cut."""
    if one.approximate or other.approximate:
        return abs(one.seconds - other.seconds) < APPROXIMATE_APART
    return abs(one.seconds - other.seconds) <= EXACT_APART


def differing(versions: Sequence[Length], others: Iterable[Length]) -> tuple[Length, ...]:
    """The run-times that no version of the film has; none where no version has a run-time yet."""
    if not versions:
        return ()
    return tuple(other for other in others if not any(agree(version, other) for version in versions))


def words_in(text: str) -> int:
    """How many words a text has; of a script without spaces two characters take the room of one."""
    spaced = unspaced = 0
    for part in text.split():
        wide = sum(character >= "\u2e80" and character.isalpha() for character in part)
        unspaced += wide
        spaced += wide < len(part)
    return spaced + (unspaced + 1) // 2


def may_be_one(one: Titled, other: Titled) -> bool:
    """Whether two films of one title may be the same: two by directors who are not the same are two films."""
    if not one.directors or not other.directors:
        return True
    # Imported for the first title that stands twice: nothing else here needs RapidFuzz.
    from tourdesk.library.recognising import same_person  # noqa: PLC0415

    return any(same_person(name, another) for name in one.directors for another in other.directors)


def twice(films: Sequence[Titled]) -> tuple[Titled, ...]:
    """Of films of one title, those that may be another one of them."""
    if len(films) > _COMPARED:
        return tuple(films)
    return tuple(one for one in films if any(may_be_one(one, other) for other in films if other is not one))


def said_twice(film: Titled, films: Sequence[Titled]) -> str:
    """What tells the others of that title: `also of 2019 by Mara Olsen`."""
    others = [_told(other) for other in films if other is not film][:3]
    return _("also {others}", others="; ".join(others))


def said_differently(versions: Sequence[Length], others: Sequence[Length]) -> str:
    """`original 53:00, but 48:10 (FilmFreeway)`."""
    return _(
        "{versions}, but {others}",
        versions=", ".join(f"{one.said_by} {_length(one)}" for one in versions),
        others=", ".join(f"{_length(one)} ({one.said_by})" for one in others),
    )


def said_too_long(words: int) -> str:
    """How much too long a synopsis is."""
    return n_(
        "{n} word, the booklet has room for {most}",
        "{n} words, the booklet has room for {most}",
        words,
        most=LONGEST_SYNOPSIS,
    )


def _told(film: Titled) -> str:
    directors = ", ".join(film.directors)
    if film.year and directors:
        return _("{year} by {directors}", year=film.year, directors=directors)
    return directors or (str(film.year) if film.year else _("without year and director"))


def _length(length: Length) -> str:
    return minutes_text(length.seconds) if length.approximate else clock_text(length.seconds)
