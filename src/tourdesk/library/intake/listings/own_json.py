"""Films as TourDesk itself writes them in JSON, and lists of films of other programs with plain keys.

A list of films, `{"films": […]}` as in the sample tour and in requests of `fit`, or the `{"documents": […]}`
of `films read`. What this version does not know is left out, and that is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tourdesk.foundation.language import _, quoted
from tourdesk.library.intake.listings.entries import FIELDS, LISTS, Cell, Entry
from tourdesk.library.intake.listings.film_json import Parts
from tourdesk.library.intake.listings.json_text import Json, words_of
from tourdesk.library.intake.listings.known_columns import known_column
from tourdesk.library.intake.listings.limits import check_columns
from tourdesk.library.intake.listings.words import cleaned

Object = dict[str, Json]

# Keys that our own films have besides, which nothing here has a place for or which say nothing of the film.
_QUIET = frozenset(
    {
        "id",
        "key",
        "doubtful",
        "evidence",
        "start",
        "end",
        "value",
        "versions",
        "seconds",
        "sources",
        "showings",
        "licences",
        "stills",
    }
)
_MOST_TOLD = 12


@dataclass(slots=True)
class JsonFilms:
    """The films of a JSON value, and the names of what was left out."""

    entries: list[Entry] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)

    def sentence(self) -> str | None:
        """What was left out, as one sentence."""
        names = list(self.left_out)
        if not names:
            return None
        shown = ", ".join(quoted(name[:40]) for name in names[:_MOST_TOLD])
        if len(names) > _MOST_TOLD:
            return _(
                "Left out, because films are not read with it: {names} and {number} more.",
                names=shown,
                number=len(names) - _MOST_TOLD,
            )
        return _("Left out, because films are not read with it: {names}.", names=shown)


def films_of(value: Json) -> list[Object] | None:
    """The films in a JSON value; None when it holds no list of films."""
    if isinstance(value, dict):
        if "films" in value:
            return films_of(value["films"])
        documents = value.get("documents")
        if isinstance(documents, list):
            lists = [films_of(one) for one in documents if isinstance(one, dict) and "films" in one]
            return [film for films in lists for film in films or []] if lists else None
        return [value] if _is_film(value) else None
    if isinstance(value, list) and (
        not value or any(isinstance(one, dict) and _is_film(one) for one in value)
    ):
        return [one for one in value if isinstance(one, dict)]
    return None


def _is_film(value: Object) -> bool:
    fields = {_field(name)[0] for name in value}
    return "title" in fields and len(fields - {None}) >= 2


def json_films(films: list[Object], name: str) -> JsonFilms:
    """The films as entries."""
    out = JsonFilms()
    for number, film in enumerate(films, 1):
        check_columns(len(film), name)
        cells = tuple(_cells(film, out.left_out))
        exact = not any(_field(key) == (cell_field, False) for key in film for cell_field in FIELDS)
        doubts = film.get("doubtful")
        doubtful = tuple(one for one in doubts if isinstance(one, str)) if isinstance(doubts, list) else ()
        parts = Parts(film)
        out.entries.append(
            Entry(
                _("Film {number}", number=number),
                cells,
                exact=exact,
                doubtful=doubtful,
                problems=tuple(parts.problems),
                parts=parts.of_film,
            )
        )
    return out


def _field(name: str) -> tuple[str | None, bool]:
    """The field of a key, and whether the key is our own; None for keys that say nothing of a film."""
    if name in FIELDS:
        return name, name != "runtime"
    if name in _QUIET:
        return None, False
    known = known_column(name)
    return (known[0] if known and known[0] else None), False


def _cells(film: Object, left_out: dict[str, None]) -> Iterator[Cell]:
    for name, value in film.items():
        found = _field(name)[0]
        label = cleaned(name)
        words = words_of(value)
        if (name in _QUIET and found is None) or (found == "runtime_approximate" and value is False):
            continue
        if isinstance(value, list) and found is not None:
            parts = tuple(cleaned(part) for one in value if (part := words_of(one)))
            if found in LISTS:
                yield Cell(label, found, parts)
            else:
                yield Cell(label, found, ", ".join(parts))
        elif words is None or found is None:
            if words is None or words.strip():
                left_out[label or "?"] = None
            if words:
                yield Cell(label, None, cleaned(words))
        elif words:
            yield Cell(label, found, cleaned(words))
    if "runtime_seconds" not in film:
        yield from _length(film)


def _length(film: Object) -> Iterator[Cell]:
    """The run-time of the first version, or the "seconds" of a request."""
    first: Json = {"seconds": film.get("seconds")}
    versions = film.get("versions")
    if isinstance(versions, list) and versions:
        first = versions[0]
    if isinstance(first, dict):
        seconds, approximate = words_of(first.get("seconds")), words_of(first.get("approximate"))
        if seconds:
            yield Cell("seconds", "runtime_seconds", seconds)
        if seconds and approximate:
            yield Cell("approximate", "runtime_approximate", approximate)
