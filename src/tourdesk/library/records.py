"""Between films as plain values and the rows they are kept in."""

from collections.abc import Iterable
from typing import Any

from tourdesk.foundation.text import folded, search_words
from tourdesk.library.films import Film, Version
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion

TERMS = {
    "director": "directors",
    "producer": "producers",
    "country": "countries",
    "language": "languages",
    "tag": "tags",
    "advisory": "advisories",
    "rating": "ratings",
    "identifier": "identifiers",
}
"""The kinds of rows in `film_term`, and the film's lists they make."""

PLAIN = ("title", "original_title", "year", "section", "logline", "synopsis", "trailer", "source")


def film_of(record: FilmRecord) -> Film:
    """The film that a record keeps."""
    lists = _lists(record)
    values: dict[str, Any] = {name: getattr(record, name) for name in PLAIN}
    values |= {name: tuple(lists[kind]) for kind, name in TERMS.items()}
    return Film(
        id=record.id,
        versions=tuple(
            Version(
                name=version.name, seconds=version.seconds, approximate=version.approximate, id=version.id
            )
            for version in record.versions
        ),
        **values,
    )


def write(record: FilmRecord, film: Film) -> None:
    """Put a film's values into its record; rows that stay the same are left alone."""
    for name in PLAIN:
        setattr(record, name, getattr(film, name))
    record.folded_title = folded(film.title)
    names = (film.title, film.original_title or "", *film.directors, *film.producers)
    texts = (film.section or "", *film.tags, *_places(film), film.logline or "", film.synopsis or "")
    record.folded_names = _searched(names)
    record.folded_words = _searched((*names, *texts))
    _write_terms(record, film)
    _write_versions(record, film)


MOST_SEARCHED = 200_000
"""So many letters of a film are searched: PostgreSQL indexes no more than a megabyte of a row."""


def _searched(texts: Iterable[str]) -> str:
    return " ".join(search_words(" ".join(texts)))[:MOST_SEARCHED]


def facts_of(film: Film) -> dict[str, Any]:
    """A film as the audit trail keeps it."""
    facts: dict[str, Any] = {name: getattr(film, name) for name in PLAIN}
    facts.update({name: list(getattr(film, name)) for name in TERMS.values()})
    facts["versions"] = [
        {"name": version.name, "seconds": version.seconds, "approximate": version.approximate}
        for version in film.versions
    ]
    return facts


def _places(film: Film) -> list[str]:
    """The names of the film's countries, as English calls them."""
    from babel import Locale  # noqa: PLC0415 - a window that only shows films must not wait for it

    territories = Locale("en").territories
    return [territories.get(code, code) for code in film.countries]


def _lists(record: FilmRecord) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {kind: [] for kind in TERMS}
    for term in record.terms:
        lists[term.kind].append(term.value)
    return lists


def _write_terms(record: FilmRecord, film: Film) -> None:
    wanted = {
        (kind, position): value
        for kind, name in TERMS.items()
        for position, value in enumerate(dict.fromkeys(getattr(film, name)))
    }
    for term in list(record.terms):
        value = wanted.pop((term.kind, term.position), None)
        if value is None:
            record.terms.remove(term)
        else:
            term.value = value
    record.terms.extend(
        FilmTerm(kind=kind, position=position, value=value) for (kind, position), value in wanted.items()
    )


def _write_versions(record: FilmRecord, film: Film) -> None:
    kept = {version.id: version for version in record.versions}
    rows = []
    for position, version in enumerate(film.versions):
        # An id that is gone comes back with an undone removal.
        row = kept.pop(version.id, None) if version.id is not None else None
        if row is None:
            row = FilmVersion(id=version.id)
        row.position = position
        row.name = version.name
        row.seconds = version.seconds
        row.approximate = version.approximate
        rows.append(row)
    record.versions = rows
