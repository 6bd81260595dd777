"""What is wanting that must be looked at film by film, among the few that the database finds likely."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import ColumnElement, exists, func, select, true
from sqlalchemy.orm import Session

from tourdesk.foundation.language import _
from tourdesk.library.batches import batches
from tourdesk.library.finding.kept import Changed
from tourdesk.library.model import FilmCopy, FilmRecord, FilmSource, FilmTerm, FilmVersion
from tourdesk.library.quality import (
    EXACT_APART,
    LONGEST_SYNOPSIS,
    Finding,
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

_HEAD = 200
_LONG_WORD = 12
"""Letters: where the words at the head are longer on average, the script is one without spaces."""

Findings = Mapping[tuple[str, int], Finding]
"""By folded title and id, so that sorted they stand by title."""

Some = frozenset[int] | None
"""The films to look at by id; None: all."""

_MOST = 10_000
"""After so many changes everything is looked at again."""


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of finding: how it is found, and the films of which it may be another one after some were changed."""

    find: Callable[[Session, Some], Iterator[tuple[str, Finding]]]
    touched: Callable[[Session, Findings, frozenset[int]], frozenset[int]]

    def read(self, session: Session) -> Findings:
        """The findings of the whole library."""
        return _by_title(self.find(session, None))

    def brought_up(self, known: Findings, session: Session, changed: Changed) -> Findings:
        """The same after some films were added, changed or removed."""
        if not changed.films:
            return known
        films = self.touched(session, known, changed.films)
        if len(films) > _MOST:
            return self.read(session)
        kept = {place: finding for place, finding in known.items() if finding.film_id not in films}
        return kept | _by_title(self.find(session, films))


def _by_title(found: Iterable[tuple[str, Finding]]) -> dict[tuple[str, int], Finding]:
    return {(folded_title, finding.film_id): finding for folded_title, finding in found}


def _among(film_id: ColumnElement[int], some: Some) -> ColumnElement[bool]:
    return true() if some is None else film_id.in_(some)


def _themselves(_session: Session, _known: Findings, changed: frozenset[int]) -> frozenset[int]:
    return changed


def _same_titles(session: Session, some: Some) -> Iterator[tuple[str, Finding]]:
    among = _among(FilmRecord.id.expression, some)
    again = (
        select(FilmRecord.folded_title)
        .where(among)
        .group_by(FilmRecord.folded_title)
        .having(func.count() > 1)
        .subquery()
    )
    films = session.execute(
        select(FilmRecord.folded_title, FilmRecord.id, FilmRecord.title, FilmRecord.year)
        .join(again, again.c.folded_title == FilmRecord.folded_title)
        .where(among)
        .order_by(FilmRecord.folded_title, FilmRecord.id)
    ).all()
    directors = _directors(session, [film.id for film in films])
    for folded_title, group in groupby(films, key=lambda film: film.folded_title):
        titled = [Titled(film.id, film.title, film.year, directors.get(film.id, ())) for film in group]
        found = twice(titled)
        for film in found:
            detail = said_twice(film, found)
            yield folded_title, Finding(Kind.SAME_TITLE, film.film_id, film.title, film.year, detail)


def _of_their_titles(session: Session, known: Findings, changed: frozenset[int]) -> frozenset[int]:
    """All films of the titles that changed films have or had: what is told of one depends on the others."""
    titles = {folded_title for folded_title, film_id in known if film_id in changed}
    titles |= set(session.scalars(select(FilmRecord.folded_title).where(FilmRecord.id.in_(changed))))
    return changed | set(session.scalars(select(FilmRecord.id).where(FilmRecord.folded_title.in_(titles))))


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


def _long_synopses(session: Session, some: Some) -> Iterator[tuple[str, Finding]]:
    query = select(
        FilmRecord.folded_title, FilmRecord.id, FilmRecord.title, FilmRecord.year, FilmRecord.synopsis
    )
    films = session.execute(query.where(_likely_long(), _among(FilmRecord.id.expression, some)))
    for folded_title, film_id, title, year, synopsis in films:
        words = words_in(synopsis or "")
        if words > LONGEST_SYNOPSIS:
            yield folded_title, Finding(Kind.SYNOPSIS, film_id, title, year, said_too_long(words))


def _likely_long() -> ColumnElement[bool]:
    """Synopses with blanks enough, or without blanks at their head: the others are not worth counting word by word."""
    text = FilmRecord.synopsis
    blanks = func.length(text) - func.length(func.replace(func.replace(text, " ", ""), "\n", ""))
    head = func.length(func.replace(func.substr(text, 1, _HEAD), " ", ""))
    unspaced = (func.length(text) >= LONGEST_SYNOPSIS * 2) & (head >= _HEAD * (1 - 1 / _LONG_WORD))
    return unspaced | (blanks >= LONGEST_SYNOPSIS)


def _differing_run_times(session: Session, some: Some) -> Iterator[tuple[str, Finding]]:
    """Films of which a source, or the measure of a copy, says otherwise than the versions do."""
    said, measured = _likely_sources(session, some), _likely_copies(session, some)
    versions = _versions(session, said.keys() | measured.keys())
    details = {}
    for film_id, lengths in versions.items():
        others = list(differing(lengths, said.get(film_id, ())))
        for version, copy in measured.get(film_id, ()):
            others += differing([version], [copy])
        if others:
            details[film_id] = said_differently(lengths, others)
    for some_ids in batches(details):
        query = select(FilmRecord.folded_title, FilmRecord.id, FilmRecord.title, FilmRecord.year)
        for folded_title, film_id, title, year in session.execute(query.where(FilmRecord.id.in_(some_ids))):
            yield folded_title, Finding(Kind.RUN_TIMES_DIFFER, film_id, title, year, details[film_id])


def _likely_sources(session: Session, some: Some) -> dict[int, list[Length]]:
    """What sources say of films, where no version is as long to the second."""
    version = (
        exists()
        .where(FilmVersion.film_id == FilmSource.film_id)
        .where(func.abs(FilmVersion.seconds - FilmSource.seconds) <= EXACT_APART)
    )
    said: dict[int, list[Length]] = {}
    among = _among(FilmSource.film_id.expression, some)
    for source in session.scalars(select(FilmSource).where(~version, among).order_by(FilmSource.id)):
        length = Length(source.name, source.seconds, source.approximate)
        said.setdefault(source.film_id, []).append(length)
    return said


def _likely_copies(session: Session, some: Some) -> dict[int, list[tuple[Length, Length]]]:
    """Versions beside copies of another length, by film."""
    query = (
        select(FilmVersion, FilmCopy)
        .join(FilmCopy, FilmCopy.version_id == FilmVersion.id)
        .where(func.abs(FilmCopy.seconds - FilmVersion.seconds) > EXACT_APART)
        .where(_among(FilmVersion.film_id.expression, some))
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


LOOKS = {
    Kind.SAME_TITLE: Look(_same_titles, _of_their_titles),
    Kind.RUN_TIMES_DIFFER: Look(_differing_run_times, _themselves),
    Kind.SYNOPSIS: Look(_long_synopses, _themselves),
}
