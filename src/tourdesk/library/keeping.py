"""Films read, added and changed within a unit of work, many at once: each film by itself would cost a hundred statements."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.changing import FilmChangedElsewhere
from tourdesk.library.films import Film
from tourdesk.library.fitness import checked
from tourdesk.library.model import FilmCopy, FilmRecord, FilmShowing, FilmSource, FilmTerm, FilmVersion
from tourdesk.library.records import (
    as_kept,
    copy_columns,
    facts_of,
    film_columns,
    film_of,
    showing_columns,
    source_columns,
    terms_of,
    version_columns,
    write,
)
from tourdesk.storage.model import Base
from tourdesk.storage.numbering import new_ids
from tourdesk.storage.work import UnitOfWork

Row = dict[str, Any]


def record_of(session: Session, film_id: int, *, to_change: bool = False) -> FilmRecord:
    """A film's record. Raises ProblemForUser when it is gone.

    To change it, its row is locked until the end of the work: on PostgreSQL another desk could save in between.
    """
    record = session.get(FilmRecord, film_id, with_for_update=to_change)
    if record is None:
        raise ProblemForUser(_("This film is no longer in the library; somebody has removed it."))
    return record


def locked_films(session: Session, film_ids: Iterable[int]) -> dict[int, FilmRecord]:
    """The records of films that are to be changed, locked until the end of the work and read anew; the gone are left out.

    Many at once: one by one, each would be asked for with all its lists.
    """
    wanted = sorted(set(film_ids))
    found: dict[int, FilmRecord] = {}
    for start in range(0, len(wanted), 1000):
        some = FilmRecord.id.in_(wanted[start : start + 1000])
        query = select(FilmRecord).where(some).order_by(FilmRecord.id).with_for_update()
        records = session.scalars(query, execution_options={"populate_existing": True})
        found.update((record.id, record) for record in records)
    return found


def add_films(work: UnitOfWork, given: Sequence[Film]) -> list[Film]:
    """Add films; one that was removed comes back with its ids. Returns them as they are kept.

    Raises ProblemForUser when one is what no film may be.
    """
    films = _inserted(work, [as_kept(checked(film), work.now) for film in given])
    for film in films:
        assert film.id is not None  # noqa: S101 - it was just kept
        work.note("added", "film", film.id, None, facts_of(film))
    return films


def change_films(
    work: UnitOfWork, given: Sequence[Film], records: dict[int, FilmRecord]
) -> list[tuple[Film, Film]]:
    """Change films whose locked records are given, by id; returns each as it was and as it is kept.

    Raises ProblemForUser when one was removed meanwhile, FilmChangedElsewhere when it was saved since it was read.
    """
    before = [_written(work, film, records.get(film.id or 0)) for film in given]
    work.session.flush()
    changed = []
    for was in before:
        assert was.id is not None  # noqa: S101 - it was read from its record
        record = records[was.id]
        now = film_of(record)
        if record.revision != was.revision:
            work.note("changed", "film", was.id, facts_of(was), facts_of(now))
        changed.append((was, now))
    return changed


def _written(work: UnitOfWork, given: Film, record: FilmRecord | None) -> Film:
    """Write a film's values into its record, to be flushed with others; returns the film as it was."""
    film = checked(given)
    if record is None:
        raise ProblemForUser(
            _(
                "“{title}” was removed at another desk meanwhile, and nothing was saved; "
                "please add it as a new film if it is wanted.",
                title=film.title,
            )
        )
    before = film_of(record)
    if film.revision is not None and film.revision != before.revision:
        raise FilmChangedElsewhere(before)
    if film == before:
        return before
    write(record, film, work.now)
    if {version.id for version in before.versions} - {version.id for version in film.versions}:
        _take_versions_away(work.session, film)
    return before


def _take_versions_away(session: Session, film: Film) -> None:
    """Flushed by itself: only so it is known whose version a programme still shows."""
    try:
        session.flush()
    except IntegrityError as error:
        raise ProblemForUser(
            _(
                "A version of “{title}” is used in a programme and cannot be taken away; take it out of there first.",
                title=film.title,
            )
        ) from error


def _inserted(work: UnitOfWork, films: Sequence[Film]) -> list[Film]:
    """The films with the ids that they and their parts get."""
    session = work.session
    film_ids = _ids(
        session,
        FilmRecord,
        [
            film_columns(film) | {"id": film.id, "revision": film.revision, "added": work.now}
            for film in films
        ],
    )
    owned = list(zip(film_ids, films, strict=True))
    _insert(
        session, FilmTerm, [{"film_id": owner, **term} for owner, film in owned for term in terms_of(film)]
    )
    _insert(
        session,
        FilmSource,
        [{"film_id": owner, **source_columns(source)} for owner, film in owned for source in film.sources],
    )
    showing_ids = iter(
        _ids(
            session,
            FilmShowing,
            [{"film_id": owner, **showing_columns(one)} for owner, film in owned for one in film.showings],
        )
    )
    version_ids = _ids(
        session,
        FilmVersion,
        [
            {"film_id": owner, **version_columns(version, place)}
            for owner, film in owned
            for place, version in enumerate(film.versions)
        ],
    )
    versions = [version for film in films for version in film.versions]
    copy_ids = iter(
        _ids(
            session,
            FilmCopy,
            [
                {"version_id": owner, **copy_columns(copy, place)}
                for owner, version in zip(version_ids, versions, strict=True)
                for place, copy in enumerate(version.copies)
            ],
        )
    )
    next_version = iter(version_ids)
    return [
        replace(
            film,
            id=film_id,
            versions=tuple(
                replace(
                    version,
                    id=next(next_version),
                    copies=tuple(replace(copy, id=next(copy_ids)) for copy in version.copies),
                )
                for version in film.versions
            ),
            showings=tuple(replace(showing, id=next(showing_ids)) for showing in film.showings),
        )
        for film_id, film in owned
    ]


def _insert(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    if not rows:
        return
    # The table, not the class: ten thousand films have a hundred thousand rows, which need no objects.
    statement = insert(Base.metadata.tables[table.__tablename__])
    if table is FilmRecord:
        # What is returned makes SQLAlchemy insert many films with one statement: after each, SQLite writes its search indexes.
        session.execute(statement.returning(FilmRecord.id), rows)
    else:
        session.execute(statement, rows)


def _ids(session: Session, table: type[Base], rows: Sequence[Row]) -> list[int]:
    """Insert rows and return their ids, in the rows' order; a row whose id is None gets one."""
    fresh = iter(new_ids(session, table, sum(row["id"] is None for row in rows)))
    numbered = [row if row["id"] is not None else row | {"id": next(fresh)} for row in rows]
    _insert(session, table, numbered)
    return [row["id"] for row in numbered]
