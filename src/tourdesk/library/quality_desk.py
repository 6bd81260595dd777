"""The quality check of the catalogue: counted and listed by the database, at a hundred thousand films too."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from tourdesk.foundation.language import _
from tourdesk.library.batches import batches
from tourdesk.library.model import (
    FilmCopy,
    FilmRecord,
    FilmSource,
    FilmStill,
    FilmTerm,
    FilmVersion,
)
from tourdesk.library.quality import (
    EXACT_APART,
    LONGEST_SYNOPSIS,
    Finding,
    Group,
    Kind,
    Length,
    Titled,
    differing,
    said_differently,
    said_too_long,
    said_twice,
    twice,
    words_in,
)
from tourdesk.storage.database import Database

_HEAD = 200
_LONG_WORD = 12
"""Letters: where the words at the head are longer on average, the script is one without spaces."""


class QualityDesk:
    """The quality check over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def report(self, most: int | None = None) -> tuple[Group, ...]:
        """Every kind of finding with how many there are, and the first of them by title: all, or at most so many."""
        with self._database.reading() as session:
            return tuple(_group(session, kind, most) for kind in Kind)


def _group(session: Session, kind: Kind, most: int | None) -> Group:
    if kind in _LOOKED_AT:
        findings = tuple(_LOOKED_AT[kind](session))
        return Group(kind, len(findings), findings[:most])
    where = _EMPTY[kind]()
    count = session.scalar(select(func.count()).select_from(FilmRecord).where(where)) or 0
    films = session.execute(_films(where).limit(most))
    return Group(kind, count, tuple(Finding(kind, film_id, title, year) for film_id, title, year in films))


def _films(where: ColumnElement[bool]) -> Select[int, str, int | None]:
    return (
        select(FilmRecord.id, FilmRecord.title, FilmRecord.year)
        .where(where)
        .order_by(FilmRecord.folded_title, FilmRecord.id)
    )


def _without(kind: str) -> ColumnElement[bool]:
    return ~exists().where(FilmTerm.film_id == FilmRecord.id, FilmTerm.kind == kind)


_EMPTY: dict[Kind, Callable[[], ColumnElement[bool]]] = {
    Kind.RUN_TIME: lambda: exists().where(
        FilmVersion.film_id == FilmRecord.id, FilmVersion.seconds.is_(None)
    ),
    Kind.DIRECTOR: lambda: _without("director"),
    Kind.YEAR: lambda: FilmRecord.year.is_(None),
    Kind.COUNTRY: lambda: _without("country"),
    Kind.STILL: lambda: ~exists().where(FilmStill.film_id == FilmRecord.id),
}
"""What the database finds by itself."""


def _same_titles(session: Session) -> Iterator[Finding]:
    again = (
        select(FilmRecord.folded_title).group_by(FilmRecord.folded_title).having(func.count() > 1).subquery()
    )
    films = session.execute(
        select(FilmRecord.folded_title, FilmRecord.id, FilmRecord.title, FilmRecord.year)
        .join(again, again.c.folded_title == FilmRecord.folded_title)
        .order_by(FilmRecord.folded_title, FilmRecord.id)
    ).all()
    directors = _directors(session, [film.id for film in films])
    for _folded, group in groupby(films, key=lambda film: film.folded_title):
        titled = [Titled(film.id, film.title, film.year, directors.get(film.id, ())) for film in group]
        found = twice(titled)
        for film in found:
            yield Finding(Kind.SAME_TITLE, film.film_id, film.title, film.year, said_twice(film, found))


def _directors(session: Session, film_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    names: dict[int, tuple[str, ...]] = {}
    for some in batches(film_ids):
        for film_id, name in session.execute(
            select(FilmTerm.film_id, FilmTerm.value)
            .where(FilmTerm.kind == "director", FilmTerm.film_id.in_(some))
            .order_by(FilmTerm.film_id, FilmTerm.position)
        ):
            names[film_id] = (*names.get(film_id, ()), name)
    return names


def _long_synopses(session: Session) -> Iterator[Finding]:
    query = _films(_likely_long()).add_columns(FilmRecord.synopsis)
    for film_id, title, year, synopsis in session.execute(query):
        words = words_in(synopsis or "")
        if words > LONGEST_SYNOPSIS:
            yield Finding(Kind.SYNOPSIS, film_id, title, year, said_too_long(words))


def _likely_long() -> ColumnElement[bool]:
    """Synopses with blanks enough, or without blanks at their head: the others are not worth counting word by word."""
    text = FilmRecord.synopsis
    blanks = func.length(text) - func.length(func.replace(func.replace(text, " ", ""), "\n", ""))
    head = func.length(func.replace(func.substr(text, 1, _HEAD), " ", ""))
    unspaced = (func.length(text) >= LONGEST_SYNOPSIS * 2) & (head >= _HEAD * (1 - 1 / _LONG_WORD))
    return unspaced | (blanks >= LONGEST_SYNOPSIS)


def _differing_run_times(session: Session) -> Iterator[Finding]:
    """Films of which a source, or the measure of a copy, says otherwise than the versions do."""
    said, measured = _likely_sources(session), _likely_copies(session)
    versions = _versions(session, said.keys() | measured.keys())
    details = {}
    for film_id, lengths in versions.items():
        others = list(differing(lengths, said.get(film_id, ())))
        for version, copy in measured.get(film_id, ()):
            others += differing([version], [copy])
        if others:
            details[film_id] = said_differently(lengths, others)
    for film_id, title, year in _by_title(session, details):
        yield Finding(Kind.RUN_TIMES_DIFFER, film_id, title, year, details[film_id])


def _likely_sources(session: Session) -> dict[int, list[Length]]:
    """What sources say of films, where no version is as long to the second."""
    version = (
        exists()
        .where(FilmVersion.film_id == FilmSource.film_id)
        .where(func.abs(FilmVersion.seconds - FilmSource.seconds) <= EXACT_APART)
    )
    said: dict[int, list[Length]] = {}
    for source in session.scalars(select(FilmSource).where(~version).order_by(FilmSource.id)):
        length = Length(source.name, source.seconds, source.approximate)
        said.setdefault(source.film_id, []).append(length)
    return said


def _likely_copies(session: Session) -> dict[int, list[tuple[Length, Length]]]:
    """Versions beside copies of another length, by film."""
    query = (
        select(FilmVersion, FilmCopy)
        .join(FilmCopy, FilmCopy.version_id == FilmVersion.id)
        .where(func.abs(FilmCopy.seconds - FilmVersion.seconds) > EXACT_APART)
        .order_by(FilmCopy.id)
    )
    measured: dict[int, list[tuple[Length, Length]]] = {}
    for version, copy in session.execute(query):
        # What is unknown differs from nothing, in SQL too; the types alone do not know that.
        if version.seconds is not None and copy.seconds is not None:
            measured.setdefault(version.film_id, []).append(
                (
                    Length(version.name, version.seconds, version.approximate),
                    Length(copy.medium or copy.format or _("copy"), copy.seconds),
                )
            )
    return measured


def _versions(session: Session, film_ids: Iterable[int]) -> dict[int, list[Length]]:
    """The run-times of the versions that have one."""
    lengths: dict[int, list[Length]] = {}
    for some in batches(film_ids):
        for film_id, name, seconds, approximate in session.execute(
            select(FilmVersion.film_id, FilmVersion.name, FilmVersion.seconds, FilmVersion.approximate)
            .where(FilmVersion.film_id.in_(some))
            .order_by(FilmVersion.position)
        ):
            if seconds is not None:
                lengths.setdefault(film_id, []).append(Length(name, seconds, approximate))
    return lengths


def _by_title(session: Session, film_ids: Iterable[int]) -> list[tuple[int, str, int | None]]:
    found = [
        film
        for some in batches(film_ids)
        for film in session.execute(
            select(FilmRecord.folded_title, FilmRecord.id, FilmRecord.title, FilmRecord.year).where(
                FilmRecord.id.in_(some)
            )
        )
    ]
    return [(film.id, film.title, film.year) for film in sorted(found, key=lambda film: tuple(film[:2]))]


_LOOKED_AT: dict[Kind, Callable[[Session], Iterator[Finding]]] = {
    Kind.SAME_TITLE: _same_titles,
    Kind.RUN_TIMES_DIFFER: _differing_run_times,
    Kind.SYNOPSIS: _long_synopses,
}
"""What is looked at one by one, among the few films that the database finds likely."""
