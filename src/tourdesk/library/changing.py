"""Changes of films that several desks make at once: what fits together is kept, what does not is told."""

from collections.abc import Hashable
from dataclasses import dataclass, fields, replace
from typing import Any

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.films import Film, Showing, Source, Version
from tourdesk.library.licences import Licence

_NOT_EDITED = frozenset({"id", "revision"})


@dataclass(frozen=True, slots=True)
class FilmChange:
    """A film as somebody read it, and as it should be; `before` is None for a new film."""

    before: Film | None
    after: Film


class FilmChangedElsewhere(ProblemForUser):
    """Two desks changed the same fields of a film; whoever came second decides.

    `now` is the film as it is now; `clashes` are the fields of `Film` that both changed.
    """

    def __init__(self, now: Film, clashes: tuple[str, ...] = ()) -> None:
        super().__init__(
            _(
                "“{title}” was changed at another desk meanwhile; please look at what it says now, and decide again.",
                title=now.title,
            )
        )
        self.now = now
        self.clashes = clashes


def rebased(before: Film, after: Film, now: Film) -> tuple[Film, tuple[str, ...]]:
    """The film as it is now, with what changed from `before` to `after`; and the fields that both changed otherwise.

    In those the present value stands. Entries of lists, versions, sources, showings and licences are added, removed and changed
    one by one, so that two desks may each add a tag or a copy to another version.
    """
    values: dict[str, Any] = {}
    clashes = []
    for field in fields(Film):
        if field.name in _NOT_EDITED:
            continue
        was, wanted, there = (getattr(film, field.name) for film in (before, after, now))
        if isinstance(wanted, tuple):
            values[field.name], clash = _entries(was, wanted, there)
        else:
            values[field.name], clash = _value(was, wanted, there)
        if clash:
            clashes.append(field.name)
    return replace(now, **values), tuple(clashes)


def _value(was: Any, wanted: Any, there: Any) -> tuple[Any, bool]:
    if wanted in (was, there):
        return there, False
    return (wanted, False) if there == was else (there, True)


def _entries(
    was: tuple[Any, ...], wanted: tuple[Any, ...], there: tuple[Any, ...]
) -> tuple[tuple[Any, ...], bool]:
    if wanted in (was, there):
        return there, False
    if there == was:
        return wanted, False
    before, after, now = ({_key(entry): entry for entry in entries} for entries in (was, wanted, there))
    clash = False
    merged: dict[Hashable, Any] = {}
    # In the order of now; what was added here follows.
    for key in dict.fromkeys((*now, *after)):
        value, differs = _value(before.get(key), after.get(key), now.get(key))
        clash = clash or differs
        if value is not None:
            merged[key] = value
    return tuple(merged.values()), clash


def _key(entry: Any) -> Hashable:
    """What stays the same when an entry is changed."""
    if isinstance(entry, Version | Showing | Licence):
        # What is not saved yet is known by what it says.
        return entry if entry.id is None else entry.id
    return entry.name if isinstance(entry, Source) else entry
