"""Between films as plain values and the rows they are kept in."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from itertools import chain
from typing import Any

from tourdesk.foundation.text import folded, search_words
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.model import FilmCopy, FilmRecord, FilmShowing, FilmSource, FilmTerm, FilmVersion
from tourdesk.library.places import place_words

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

COPY_WORDS = ("medium", "format", "aspect", "audio", "subtitles", "identity", "place")
"""What is said of a copy in words."""


def film_of(record: FilmRecord) -> Film:
    """The film that a record keeps."""
    lists = _lists(record)
    values: dict[str, Any] = {name: getattr(record, name) for name in PLAIN}
    values |= {name: tuple(lists[kind]) for kind, name in TERMS.items()}
    return Film(
        id=record.id,
        notes=record.notes or None,
        versions=tuple(_version(version) for version in record.versions),
        sources=tuple(
            Source(source.name, source.seconds, source.approximate, source.read) for source in record.sources
        ),
        showings=tuple(
            Showing(showing.town, showing.night, showing.note, showing.id) for showing in record.showings
        ),
        revision=record.revision,
        **values,
    )


def _version(row: FilmVersion) -> Version:
    copies = tuple(
        Copy(id=copy.id, seconds=copy.seconds, **{name: getattr(copy, name) for name in COPY_WORDS})
        for copy in row.copies
    )
    return Version(name=row.name, seconds=row.seconds, approximate=row.approximate, id=row.id, copies=copies)


def as_kept(film: Film, now: datetime) -> Film:
    """A new film as it will be read back, but for the ids: no entry twice in a list, each source read `now` at the latest.

    A film that comes back has the revision that it had.
    """
    lists: dict[str, Any] = {name: tuple(dict.fromkeys(getattr(film, name))) for name in TERMS.values()}
    return replace(
        film,
        notes=film.notes or None,
        # Of two that are called alike the later one is what was said last.
        sources=tuple({one.name: replace(one, read=one.read or now) for one in film.sources}.values()),
        revision=film.revision if film.id is not None and film.revision else 1,
        **lists,
    )


def film_columns(film: Film) -> dict[str, Any]:
    """What the film's own row says of it, the words it is found by among them."""
    names = (film.title, film.original_title or "", *film.directors, *film.producers)
    texts = (film.section or "", *film.tags, *place_words(film), film.logline or "", film.synopsis or "")
    return {name: getattr(film, name) for name in PLAIN} | {
        "notes": film.notes or "",
        "folded_title": folded(film.title),
        "folded_names": _searched(names),
        "folded_words": _searched((*names, *texts)),
    }


def terms_of(film: Film) -> list[dict[str, Any]]:
    """The entries of the film's lists as rows, each once."""
    return [
        {"kind": kind, "position": position, "value": value}
        for kind, name in TERMS.items()
        for position, value in enumerate(dict.fromkeys(getattr(film, name)))
    ]


def version_columns(version: Version, position: int) -> dict[str, Any]:
    """A version as a row, without its copies."""
    return {
        "id": version.id,
        "position": position,
        "name": version.name,
        "seconds": version.seconds,
        "approximate": version.approximate,
    }


def copy_columns(copy: Copy, position: int) -> dict[str, Any]:
    """A copy as a row."""
    words = {name: getattr(copy, name) for name in COPY_WORDS}
    return {"id": copy.id, "position": position, "seconds": copy.seconds, **words}


def source_columns(source: Source) -> dict[str, Any]:
    """What a source said, as a row."""
    return {name: getattr(source, name) for name in ("name", "seconds", "approximate", "read")}


def showing_columns(showing: Showing) -> dict[str, Any]:
    """A showing as a row."""
    return {name: getattr(showing, name) for name in ("id", "town", "night", "note")}


def write(record: FilmRecord, film: Film, now: datetime) -> None:
    """Put a film's values into its record, which so gets its next revision; rows that stay the same are left alone.

    A source that has not been read before is read `now`.
    """
    for name, value in film_columns(film).items():
        setattr(record, name, value)
    record.revision = (record.revision or 0) + 1
    _write_terms(record, film)
    _write_versions(record, film)
    _write_sources(record, film, now)
    _write_showings(record, film)


MOST_SEARCHED = 200_000
"""So many letters of a film are searched: PostgreSQL indexes no more than a megabyte of a row."""


def _searched(texts: Iterable[str]) -> str:
    # Text by text: a single accent makes folding slow for all that it stands in.
    return " ".join(chain.from_iterable(map(search_words, texts)))[:MOST_SEARCHED]


def facts_of(film: Film) -> dict[str, Any]:
    """A film as the audit trail keeps it."""
    facts: dict[str, Any] = {name: getattr(film, name) for name in PLAIN}
    facts.update({name: list(getattr(film, name)) for name in TERMS.values()})
    facts["notes"] = film.notes
    facts["versions"] = [_version_facts(version) for version in film.versions]
    facts["sources"] = [
        {"name": source.name, "seconds": source.seconds, "approximate": source.approximate}
        for source in film.sources
    ]
    facts["showings"] = [
        {
            "town": showing.town,
            "night": showing.night.isoformat() if showing.night else None,
            "note": showing.note,
        }
        for showing in film.showings
    ]
    return facts


def _version_facts(version: Version) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": version.name,
        "seconds": version.seconds,
        "approximate": version.approximate,
    }
    copies = [{key: value for key, value in asdict(copy).items() if key != "id"} for copy in version.copies]
    return facts | {"copies": copies} if copies else facts


def _lists(record: FilmRecord) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {kind: [] for kind in TERMS}
    for term in record.terms:
        lists[term.kind].append(term.value)
    return lists


def _write_terms(record: FilmRecord, film: Film) -> None:
    wanted = {(term["kind"], term["position"]): term for term in terms_of(film)}
    for term in list(record.terms):
        row = wanted.pop((term.kind, term.position), None)
        if row is None:
            record.terms.remove(term)
        else:
            term.value = row["value"]
    record.terms.extend(FilmTerm(**row) for row in wanted.values())


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
        _write_copies(row, version)
        rows.append(row)
    record.versions = rows


def _write_copies(row: FilmVersion, version: Version) -> None:
    kept = {copy.id: copy for copy in row.copies}
    rows = []
    for position, copy in enumerate(version.copies):
        known = kept.get(copy.id) if copy.id is not None else None
        known = known or FilmCopy(id=copy.id)
        known.position = position
        known.seconds = copy.seconds
        for name in COPY_WORDS:
            setattr(known, name, getattr(copy, name))
        rows.append(known)
    row.copies = rows


def _write_sources(record: FilmRecord, film: Film, now: datetime) -> None:
    kept = {source.name: source for source in record.sources}
    rows = []
    # Of two that are called alike the later one is what was said last.
    for source in {source.name: source for source in film.sources}.values():
        row = kept.get(source.name) or FilmSource(name=source.name, read=source.read or now)
        if (row.seconds, row.approximate) != (source.seconds, source.approximate):
            row.seconds, row.approximate, row.read = source.seconds, source.approximate, source.read or now
        rows.append(row)
    record.sources = rows


def _write_showings(record: FilmRecord, film: Film) -> None:
    kept = {showing.id: showing for showing in record.showings}
    rows = []
    for showing in film.showings:
        row = kept.get(showing.id) if showing.id is not None else None
        row = row or FilmShowing(id=showing.id)
        row.town, row.night, row.note = showing.town, showing.night, showing.note
        rows.append(row)
    record.showings = rows
