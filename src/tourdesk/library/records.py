"""Between films as plain values and the rows they are kept in."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from itertools import chain
from math import inf
from typing import Any

from tourdesk.foundation.text import search_words
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.licences_kept import licence_as_json
from tourdesk.library.places import place_words
from tourdesk.library.title_order import folded_title

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
        showings=tuple(sorted(film.showings, key=_last_first)),
        revision=film.revision if film.id is not None and film.revision else 1,
        **lists,
    )


def _last_first(showing: Showing) -> tuple[bool, int, float]:
    """As showings are read back: those without a night at the end, of one night the older entry first."""
    night = showing.night
    return night is None, -night.toordinal() if night else 0, showing.id or inf


def film_columns(film: Film) -> dict[str, Any]:
    """What the film's own row says of it, the words it is found by among them."""
    return {name: getattr(film, name) for name in PLAIN} | {
        "notes": film.notes or "",
        "folded_title": folded_title(film.title),
        "folded_names": _searched(_names(film)),
        "folded_words": _searched((*_names(film), *_texts(film))),
    }


def changed_film_columns(was: Film, film: Film) -> dict[str, Any]:
    """Those of `film_columns` that are others than they were; texts are folded only where they changed: that takes long."""
    changed = {name: getattr(film, name) for name in PLAIN if getattr(film, name) != getattr(was, name)}
    if film.notes != was.notes:
        changed["notes"] = film.notes or ""
    if film.title != was.title:
        changed["folded_title"] = folded_title(film.title)
    names = _names(film)
    if names != _names(was):
        changed["folded_names"] = _searched(names)
    if (names, _texts(film)) != (_names(was), _texts(was)):
        changed["folded_words"] = _searched((*names, *_texts(film)))
    return changed


def _names(film: Film) -> tuple[str, ...]:
    return film.title, film.original_title or "", *film.directors, *film.producers


def _texts(film: Film) -> tuple[str, ...]:
    return film.section or "", *film.tags, *place_words(film), film.logline or "", film.synopsis or ""


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
    facts["licences"] = [licence_as_json(licence) for licence in film.licences]
    return facts


def _version_facts(version: Version) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": version.name,
        "seconds": version.seconds,
        "approximate": version.approximate,
    }
    copies = [{key: value for key, value in asdict(copy).items() if key != "id"} for copy in version.copies]
    return facts | {"copies": copies} if copies else facts
