"""Several films edited as one: what they have alike, and what becomes of each. No Qt: of 100,000 films it takes a second."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tourdesk.library.changing import FilmChange
from tourdesk.library.comparing import Value
from tourdesk.library.films import Film
from tourdesk.library.licences import Licence

SHARED = ("section", "year", "directors", "producers", "countries", "languages", "advisories", "ratings")
"""What several films can have alike; a title, a run-time or an identifier is of one film."""


@dataclass(frozen=True, slots=True)
class Several:
    """Films, the fields of `SHARED` in which all of them say the same, and the tags that any of them has, sorted."""

    films: tuple[Film, ...]
    alike: Mapping[str, Value]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written into each of several films: values of fields, tags and licences more, tags less."""

    values: Mapping[str, Any] = field(default_factory=dict)
    more_tags: tuple[str, ...] = ()
    less_tags: tuple[str, ...] = ()
    licences: tuple[Licence, ...] = ()


def several(films: Sequence[Film]) -> Several:
    """What these films have in common."""
    alike: dict[str, Value] = {}
    for name in SHARED:
        values = {getattr(film, name) for film in films}
        if len(values) == 1:
            alike[name] = values.pop()
    return Several(tuple(films), alike, tuple(sorted({tag for film in films for tag in film.tags})))


def changes_of(films: Sequence[Film], wanted: Wanted) -> list[FilmChange]:
    """What is to be written; films that would stay as they are are left out."""
    less = set(wanted.less_tags)
    changes = []
    for film in films:
        tags = tuple(tag for tag in dict.fromkeys((*film.tags, *wanted.more_tags)) if tag not in less)
        after = replace(film, tags=tags, licences=_with_licences(film, wanted.licences), **wanted.values)
        if after != film:
            changes.append(FilmChange(film, after))
    return changes


def _with_licences(film: Film, more: Sequence[Licence]) -> tuple[Licence, ...]:
    """A film's licences and these behind them; one that it has already is not doubled."""
    there = {replace(one, id=None) for one in film.licences}
    return (*film.licences, *(one for one in more if one not in there))
