"""A film's fields as people write them: each shown as text, and understood again from text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from babel import Locale

from tourdesk.foundation.codes import country_name
from tourdesk.foundation.dates import day_text
from tourdesk.foundation.durations import clock_text, parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later, spoken
from tourdesk.foundation.text import folded
from tourdesk.gui.films.licences.words import licences_text
from tourdesk.gui.films.words import countries_text, languages_text, listed, run_time_text
from tourdesk.library.comparing import Value
from tourdesk.library.films import Showing, Source, Version
from tourdesk.library.identifiers import identifier
from tourdesk.library.intake.vocabulary.places import country_code, country_table, language_table
from tourdesk.library.ratings import rating

FIRST_FILM = 1888
LAST_YEAR = 2100


class Kind(Enum):
    """How a field is typed."""

    LINE = auto()
    YEAR = auto()
    NAMES = auto()
    COUNTRIES = auto()
    LANGUAGES = auto()
    TEXT = auto()
    RUN_TIMES = auto()
    RATINGS = auto()
    IDENTIFIERS = auto()
    SHOWINGS = auto()
    LICENCES = auto()
    SOURCES = auto()


@dataclass(frozen=True, slots=True)
class FilmField:
    """One field of `Film`; `example` stands in it while it is empty. The words are said later, with `_()`."""

    name: str
    label: str
    kind: Kind
    example: str = ""
    one: str = ""
    """A single entry of a list field, for menus ("director")."""


FIELDS = (
    FilmField("title", later("Title"), Kind.LINE),
    FilmField("original_title", later("Original title"), Kind.LINE, later("when it differs")),
    FilmField("year", later("Year"), Kind.YEAR, "2017"),
    FilmField("versions", later("Run-time"), Kind.RUN_TIMES),
    FilmField(
        "directors", later("Directors"), Kind.NAMES, later("names, with commas between"), later("director")
    ),
    FilmField(
        "producers", later("Producers"), Kind.NAMES, later("names, with commas between"), later("producer")
    ),
    FilmField(
        "countries", later("Countries"), Kind.COUNTRIES, later("United Kingdom, France"), later("country")
    ),
    FilmField("languages", later("Languages"), Kind.LANGUAGES, later("English, French"), later("language")),
    FilmField("section", later("Section"), Kind.LINE, later("its place in the catalogue")),
    FilmField("tags", later("Tags"), Kind.NAMES, later("keywords, with commas between"), later("tag")),
    FilmField("logline", later("Logline"), Kind.TEXT, later("the film in one sentence")),
    FilmField("synopsis", later("Synopsis"), Kind.TEXT),
    FilmField(
        "advisories",
        later("Advisories"),
        Kind.NAMES,
        later("what viewers should be told before"),
        later("advisory"),
    ),
    FilmField("ratings", later("Ratings"), Kind.RATINGS, "AU: PG, GB: 12A", later("rating")),
    FilmField("identifiers", later("Identifiers"), Kind.IDENTIFIERS, "ISAN, EIDR, IMDb", later("identifier")),
    FilmField("showings", later("Shown before"), Kind.SHOWINGS),
    FilmField("licences", later("Licences"), Kind.LICENCES),
    FilmField("sources", later("Run-time as others say it"), Kind.SOURCES),
    FilmField("notes", later("Notes"), Kind.TEXT, later("for the committee and the host, on no paper")),
    FilmField("trailer", later("Trailer"), Kind.LINE, "https://…"),
    FilmField("source", later("Source"), Kind.TEXT, later("where this was found")),
)
_ABOUT = re.compile(r"(?:≈|~|about|approx\.?|ca\.?|c\.)\s*", re.IGNORECASE)
_TO_THE_SECOND = re.compile(r":\d\d(?!\s*h)|\d\s*(?:s|''|[\"″”])", re.IGNORECASE)
BY_NAME = {field.name: field for field in FIELDS}


def shown(field: FilmField, value: Value) -> str:
    """A value as text; what is not known is empty."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _SHOWN_LISTS[field.kind](value)
    return str(value)


def understood(field: FilmField, text: str) -> Value:
    """The value that a text means; showings, licences and sources are typed in rows.

    Raises ProblemForUser with what to type instead.
    """
    return _UNDERSTOOD[field.kind](field, text)


def run_time(text: str) -> tuple[int | None, bool]:
    """Seconds and whether they are approximate: `53:00` and `1:19:05` are exact, `53 min` and `≈ 53:00` are not.

    Nothing typed is (None, False). Raises ProblemForUser when it is no run-time.
    """
    plain = text.strip()
    if plain in {"", "–", "-", "?"}:
        return None, False
    marked = _ABOUT.match(plain)
    seconds = parse_duration(plain[marked.end() :] if marked else plain)
    if seconds == 0:
        raise ProblemForUser(
            _("“{text}” is no run-time; please leave the field empty when nobody knows it.", text=plain)
        )
    return seconds, marked is not None or not _TO_THE_SECOND.search(plain)


def names(text: str) -> tuple[str, ...]:
    """The names of a list; semicolons part them when there are any, else commas."""
    parts = (part.strip() for part in text.replace("\n", " ").split(";" if ";" in text else ","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _versions_text(versions: tuple[Version, ...]) -> str:
    alone = len(versions) == 1
    lines = []
    for version in versions:
        length = run_time_text(version.seconds, version.approximate)
        lines.append(length if alone and version.name == "original" else f"{version.name} {length}")
    return ", ".join(lines)


def _showings_text(showings: tuple[Showing, ...]) -> str:
    return ", ".join(
        f"{showing.town} {day_text(showing.night)}" if showing.night else showing.town for showing in showings
    )


def _sources_text(sources: tuple[Source, ...]) -> str:
    return ", ".join(
        f"{source.name} {run_time_text(source.seconds, source.approximate)}" for source in sources
    )


def run_time_typed(version: Version) -> str:
    """A version's run-time as it stands in its field; whether it is approximate is told beside it."""
    return "" if version.seconds is None else clock_text(version.seconds)


_SHOWN_LISTS: dict[Kind, Callable[..., str]] = {
    Kind.NAMES: listed,
    Kind.COUNTRIES: countries_text,
    Kind.LANGUAGES: languages_text,
    Kind.RUN_TIMES: _versions_text,
    Kind.RATINGS: listed,
    Kind.IDENTIFIERS: listed,
    Kind.SHOWINGS: _showings_text,
    Kind.LICENCES: licences_text,
    Kind.SOURCES: _sources_text,
}


def _line(field: FilmField, text: str) -> str | None:
    line = " ".join(text.split())
    if field.name == "title" and not line:
        raise ProblemForUser(_("A film needs a title; please type one."))
    return line or None


def _text(_field: FilmField, text: str) -> str | None:
    return text.strip() or None


def _year(_field: FilmField, text: str) -> int | None:
    plain = text.strip()
    if not plain:
        return None
    if plain.isascii() and plain.isdigit() and FIRST_FILM <= int(plain) <= LAST_YEAR:
        return int(plain)
    raise ProblemForUser(_("“{text}” is no year of a film; please type four digits, like 2017.", text=plain))


def _names(_field: FilmField, text: str) -> tuple[str, ...]:
    return names(text)


def _countries(_field: FilmField, text: str) -> tuple[str, ...]:
    codes = []
    for name in names(text):
        code = (
            _english("territories").get(folded(name))
            or _as_shown(spoken()).get(folded(name))
            or country_code(name)
            or country_table().get(folded(name))
        )
        if code is None:
            raise ProblemForUser(
                _("“{name}” is no country that TourDesk knows; please check its spelling.", name=name)
            )
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def _languages(_field: FilmField, text: str) -> tuple[str, ...]:
    tags = []
    for name in names(text):
        tag = _english("languages").get(folded(name)) or language_table().get(folded(name))
        if tag is None:
            raise ProblemForUser(
                _("“{name}” is no language that TourDesk knows; please check its spelling.", name=name)
            )
        tags.append(tag)
    return tuple(dict.fromkeys(tags))


def _ratings(_field: FilmField, text: str) -> tuple[str, ...]:
    return tuple(rating(part) for part in names(text))


def _identifiers(_field: FilmField, text: str) -> tuple[str, ...]:
    return tuple(identifier(part) for part in names(text))


def _run_times(_field: FilmField, text: str) -> tuple[Version, ...]:
    seconds, approximate = run_time(text)
    return (Version(seconds=seconds, approximate=approximate),)


@cache
def _english(kind: str) -> dict[str, str]:
    """Folded English names to codes: asked first, as the tables of all languages take a moment to build."""
    return {
        folded(str(name)): str(code).replace("_", "-")
        for code, name in getattr(Locale("en"), kind).items()
        if not str(code).isdigit()
    }


@cache
def _as_shown(language: str) -> dict[str, str]:
    """Folded names of countries to codes, as they are shown while this language is spoken."""
    del language
    codes = map(str, Locale("en").territories)
    return {folded(country_name(code)): code for code in codes if not code.isdigit()}


_UNDERSTOOD: dict[Kind, Callable[[FilmField, str], Value]] = {
    Kind.LINE: _line,
    Kind.YEAR: _year,
    Kind.NAMES: _names,
    Kind.COUNTRIES: _countries,
    Kind.LANGUAGES: _languages,
    Kind.TEXT: _text,
    Kind.RUN_TIMES: _run_times,
    Kind.RATINGS: _ratings,
    Kind.IDENTIFIERS: _identifiers,
}
