"""Films added and changed within a unit of work, many at once: each film by itself would cost a hundred statements."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import insert
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.changing import FilmChangedElsewhere
from tourdesk.library.films import Film
from tourdesk.library.fitness import checked
from tourdesk.library.model import FilmRecord, FilmSource, FilmTerm
from tourdesk.library.records import as_kept, facts_of, film_columns, source_columns, terms_of
from tourdesk.library.rewriting import PARTS, Row, numbered, rewrite, table_of
from tourdesk.storage.model import Base
from tourdesk.storage.numbering import new_ids
from tourdesk.storage.work import UnitOfWork


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
    work: UnitOfWork, given: Sequence[Film], known: Mapping[int, Film]
) -> list[tuple[Film, Film]]:
    """Change films that were read and locked within this work as `known`, by id; returns each as it was and as it is kept.

    Raises ProblemForUser when one was removed meanwhile, FilmChangedElsewhere when it was saved since it was read.
    """
    pairs = [_checked_change(film, known.get(film.id or 0)) for film in given]
    changed = [(was, film) for was, film in pairs if film != was]
    kept = iter(rewrite(work.session, changed, work.now))
    done = [(was, was if film == was else next(kept)) for was, film in pairs]
    for was, film in done:
        if film is not was and film.id is not None:
            work.note("changed", "film", film.id, facts_of(was), facts_of(film))
    return done


def _checked_change(given: Film, was: Film | None) -> tuple[Film, Film]:
    film = checked(given)
    if was is None:
        raise ProblemForUser(
            _(
                "“{title}” was removed at another desk meanwhile, and nothing was saved; "
                "please add it as a new film if it is wanted.",
                title=film.title,
            )
        )
    if film.revision is not None and film.revision != was.revision:
        raise FilmChangedElsewhere(was)
    return was, film


def _inserted(work: UnitOfWork, given: Sequence[Film]) -> list[Film]:
    """The films with the ids that they and their parts get."""
    session = work.session
    fresh = iter(new_ids(session, FilmRecord, sum(film.id is None for film in given)))
    films = numbered(session, [replace(film, id=film.id or next(fresh)) for film in given])
    _insert(
        session,
        FilmRecord,
        [
            film_columns(film) | {"id": film.id, "revision": film.revision, "added": work.now}
            for film in films
        ],
    )
    _insert(session, FilmTerm, [{"film_id": film.id, **term} for film in films for term in terms_of(film)])
    _insert(
        session,
        FilmSource,
        [{"film_id": film.id, **source_columns(source)} for film in films for source in film.sources],
    )
    for table, rows_of in PARTS.items():
        _insert(session, table, [row for film in films for row in rows_of(film).values()])
    return films


def _insert(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    if not rows:
        return
    statement = insert(table_of(table))
    if table is FilmRecord:
        # What is returned makes SQLAlchemy insert many films with one statement: after each, SQLite writes its search indexes.
        session.execute(statement.returning(FilmRecord.id), rows)
    else:
        session.execute(statement, rows)
