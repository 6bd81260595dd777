"""A film as TourDesk writes it in JSON, and the parts of it that have parts themselves, read back.

Verdicts are of the committee and not of the film, and not here. Stills are files beside the JSON, which names them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.intake.listings.entries import OfFilm
from tourdesk.library.intake.listings.json_text import Json, words_of
from tourdesk.library.intake.listings.words import cleaned
from tourdesk.library.intake.runtimes import LONGEST
from tourdesk.library.licences import Licence, checked_licences
from tourdesk.library.licences_kept import licence_as_json, licence_from_json

_PLAIN = ("title", "original_title", "year")
_LISTS = (
    "directors", "producers", "countries", "languages", "tags", "advisories", "ratings", "identifiers",
)  # fmt: skip
_TEXTS = ("section", "logline", "synopsis", "trailer", "source", "notes")
_COPY_WORDS = ("medium", "format", "aspect", "audio", "subtitles", "identity", "place")
MOST_STILLS = 100
"""Stills of a film that are read."""
LONGEST_SECONDS = max(LONGEST, 7 * 24 * 3600)
"""What our own program wrote is as long as the library takes: a work of a week."""


def film_as_json(film: Film, stills: Sequence[str] = ()) -> dict[str, Any]:
    """All that a film carries, as `films list --json` prints it and an import reads it; `stills` are its files."""
    return (
        {name: getattr(film, name) for name in _PLAIN}
        | {
            "runtime_seconds": film.version.seconds,
            "runtime_approximate": film.version.approximate,
        }
        | {name: list(getattr(film, name)) for name in _LISTS}
        | {name: getattr(film, name) for name in _TEXTS}
        | {
            "versions": [_version_as_json(version) for version in film.versions],
            "sources": [
                {"name": one.name, "seconds": one.seconds, "approximate": one.approximate}
                for one in film.sources
            ],
            "showings": [
                {"town": one.town, "night": one.night.isoformat() if one.night else None, "note": one.note}
                for one in film.showings
            ],
            "licences": [licence_as_json(licence) for licence in film.licences],
        }
        | ({"stills": list(stills)} if stills else {})
    )


def _version_as_json(version: Version) -> dict[str, Any]:
    return {
        "name": version.name,
        "seconds": version.seconds,
        "approximate": version.approximate,
        "copies": [
            {name: getattr(copy, name) for name in _COPY_WORDS} | {"seconds": copy.seconds}
            for copy in version.copies
        ],
    }


class Parts:
    """The versions, sources, showings and licences of a film's JSON in `of_film`; `problems` tells what cannot be read."""

    def __init__(self, film: dict[str, Json]) -> None:
        self.problems: list[str] = []
        versions = tuple(self._version(one) for one in _objects(film.get("versions")))
        sources = tuple(
            Source(name, seconds, approximate=_flag(one.get("approximate")))
            for one in _objects(film.get("sources"))
            if (name := _text(one.get("name"))) and (seconds := self._seconds(one.get("seconds")))
        )
        showings = tuple(
            Showing(town, self._night(one.get("night")), _text(one.get("note")))
            for one in _objects(film.get("showings"))
            if (town := _text(one.get("town")))
        )
        names = [version.name for version in versions] or [Version().name]
        licences = tuple(one for said in _objects(film.get("licences")) for one in self._licence(said, names))
        self.of_film = OfFilm(versions, sources, showings, licences, self._stills(film.get("stills")))

    def _licence(self, value: dict[str, Json], versions: list[str]) -> tuple[Licence, ...]:
        licence, unread = licence_from_json(value)
        self.problems += [
            _("of a licence “{name}” cannot be read; it was left empty.", name=name) for name in unread
        ]
        try:
            return checked_licences("", (licence,), versions)
        except ProblemForUser:
            said = ", ".join(map(str, (licence.first, licence.last, licence.version or "–")))
            self.problems.append(_("a licence ({words}) can be none; it was left out.", words=said[:60]))
            return ()

    def _version(self, value: dict[str, Json]) -> Version:
        seconds = self._seconds(value.get("seconds"))
        return Version(
            name=_text(value.get("name")) or "original",
            seconds=seconds,
            approximate=seconds is not None and _flag(value.get("approximate")),
            copies=tuple(self._copy(one) for one in _objects(value.get("copies"))),
        )

    def _copy(self, value: dict[str, Json]) -> Copy:
        words: dict[str, Any] = {name: _text(value.get(name)) for name in _COPY_WORDS}
        return Copy(seconds=self._seconds(value.get("seconds")), **words)

    def _stills(self, value: Json) -> tuple[str, ...]:
        names = value if isinstance(value, list) else []
        if len(names) > MOST_STILLS:
            self.problems.append(_("only the first {number} stills are read.", number=MOST_STILLS))
        return tuple(name for name in names[:MOST_STILLS] if isinstance(name, str))

    def _seconds(self, value: Json) -> int | None:
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LONGEST_SECONDS:
            return value
        self.problems.append(
            _("the run-time “{words}” cannot be read; it was left empty.", words=_shown(value))
        )
        return None

    def _night(self, value: Json) -> date | None:
        if value is None:
            return None
        try:
            return date.fromisoformat(_text(value))
        except ValueError:
            self.problems.append(_("the night “{words}” is no date; it was left empty.", words=_shown(value)))
            return None


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def _text(value: Json) -> str:
    return cleaned(words_of(value) or "")


def _flag(value: Json) -> bool:
    return value is True


def _shown(value: Json) -> str:
    return (_text(value) or "?")[:60]
