"""Changed films written into the rows they are kept in, many at once: only what differs, each table with few statements."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Table, bindparam, cast, column, delete, insert, update, values
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.films import Copy, Film, Showing, Version
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import licence_columns
from tourdesk.library.model import (
    FilmCopy,
    FilmLicence,
    FilmRecord,
    FilmShowing,
    FilmSource,
    FilmTerm,
    FilmVersion,
)
from tourdesk.library.records import (
    TERMS,
    as_kept,
    changed_film_columns,
    copy_columns,
    showing_columns,
    source_columns,
    terms_of,
    version_columns,
)
from tourdesk.storage.model import Base
from tourdesk.storage.numbering import new_ids

Row = dict[str, Any]
Rows = dict[int, Row]
"""By id."""
Pair = tuple[Film, Film]
"""A film as it was, and as it is kept."""

_AT_ONCE = 1_000
"""Films of one statement: SQLite takes 32,766 values."""


def rewrite(session: Session, changes: Sequence[tuple[Film, Film]], now: datetime) -> list[Film]:
    """Write films, each given as it is and as it is to be; returns them as they are kept, with their next revision.

    They were read and locked within the same work, and each is given once. A source that was not read before is read
    `now`. Raises ProblemForUser when a programme shows a version that would go.
    """
    kept = numbered(session, [_as_rewritten(was, film, now) for was, film in changes])
    pairs = [(was, film) for (was, _wanted), film in zip(changes, kept, strict=True)]
    _write_films(session, pairs)
    _write_terms(session, pairs)
    _write_sources(session, pairs)
    for mapped in PARTS:
        _write_parts(session, mapped, pairs)
    # Copies may have moved to another version: none goes before all are written.
    for mapped in (FilmShowing, FilmLicence, FilmCopy):
        _take_away(session, mapped, pairs)
    for was, film in pairs:
        _take_versions_away(session, was, film)
    _read_again(session)
    return kept


def table_of(mapped: type[Base]) -> Table:
    """The table of a mapped class: ten thousand films have a hundred thousand rows, which need no objects."""
    return Base.metadata.tables[mapped.__tablename__]


def _as_rewritten(was: Film, film: Film, now: datetime) -> Film:
    """The film as it will be read back, but for new ids."""
    known = {source.name: source for source in was.sources}
    sources = tuple(
        replace(source, read=known[source.name].read) if known.get(source.name) == source else source
        for source in film.sources
    )
    return replace(as_kept(replace(film, sources=sources), now), revision=(was.revision or 0) + 1)


def numbered(session: Session, films: Sequence[Film]) -> list[Film]:
    """The films with ids for those of their parts that have none."""
    versions = [version for film in films for version in film.versions]
    version_ids = _new_ids(session, FilmVersion, versions)
    copy_ids = _new_ids(session, FilmCopy, [copy for version in versions for copy in version.copies])
    showing_ids = _new_ids(session, FilmShowing, [one for film in films for one in film.showings])
    licence_ids = _new_ids(session, FilmLicence, [one for film in films for one in film.licences])
    return [
        replace(
            film,
            versions=tuple(
                replace(
                    version,
                    id=version.id or next(version_ids),
                    copies=tuple(replace(copy, id=copy.id or next(copy_ids)) for copy in version.copies),
                )
                for version in film.versions
            ),
            showings=tuple(replace(one, id=one.id or next(showing_ids)) for one in film.showings),
            licences=tuple(replace(one, id=one.id or next(licence_ids)) for one in film.licences),
        )
        for film in films
    ]


def _new_ids(
    session: Session, mapped: type[Base], parts: Sequence[Version | Copy | Showing | Licence]
) -> Iterator[int]:
    return iter(new_ids(session, mapped, sum(part.id is None for part in parts)))


def _write_films(session: Session, pairs: Sequence[Pair]) -> None:
    table = table_of(FilmRecord)
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for was, film in pairs:
        changed = changed_film_columns(was, film)
        alike[tuple(changed)].append({"id": film.id} | changed)
    for names, rows in alike.items():
        for start in range(0, len(rows), _AT_ONCE):
            # One statement for many films: after each, SQLite writes its search indexes.
            some = [tuple(row.values()) for row in rows[start : start + _AT_ONCE]]
            columns = [column(name, table.c[name].type) for name in ("id", *names)]
            given = values(*columns, name="given").data(some).cte("given")
            session.execute(
                update(table)
                .where(table.c.id == given.c.id)
                .values(
                    # PostgreSQL takes a column of nothing but nulls for text.
                    {name: cast(given.c[name], table.c[name].type) for name in names}
                    | {"revision": table.c.revision + 1}
                )
            )


def _write_terms(session: Session, pairs: Sequence[Pair]) -> None:
    """A list that changed is written anew."""
    table = table_of(FilmTerm)
    changed = [
        {"its_film": film.id, "its_kind": kind}
        for was, film in pairs
        for kind, name in TERMS.items()
        if getattr(was, name) != getattr(film, name)
    ]
    lists = {(row["its_film"], row["its_kind"]) for row in changed}
    of_one = (table.c.film_id == bindparam("its_film")) & (table.c.kind == bindparam("its_kind"))
    _run(session, delete(table).where(of_one), changed)
    films = {film_id for film_id, _kind in lists}
    rows = [
        {"film_id": film.id, **term}
        for _was, film in pairs
        if film.id in films
        for term in terms_of(film)
        if (film.id, term["kind"]) in lists
    ]
    _run(session, insert(table), rows)


def _write_sources(session: Session, pairs: Sequence[Pair]) -> None:
    """Written anew where one changed: their order is that of their rows."""
    table = table_of(FilmSource)
    changed = [film for was, film in pairs if was.sources != film.sources]
    of_one = table.c.film_id == bindparam("its_film")
    _run(session, delete(table).where(of_one), [{"its_film": film.id} for film in changed])
    rows = [{"film_id": film.id, **source_columns(source)} for film in changed for source in film.sources]
    _run(session, insert(table), rows)


def _showing_rows(film: Film) -> Rows:
    return {one.id or 0: {"film_id": film.id, **showing_columns(one)} for one in film.showings}


def _licence_rows(film: Film) -> Rows:
    return {
        licence.id or 0: {"film_id": film.id, **licence_columns(licence, place)}
        for place, licence in enumerate(film.licences)
    }


def _version_rows(film: Film) -> Rows:
    return {
        version.id or 0: {"film_id": film.id, **version_columns(version, place)}
        for place, version in enumerate(film.versions)
    }


def _copy_rows(film: Film) -> Rows:
    return {
        copy.id or 0: {"version_id": version.id, **copy_columns(copy, place)}
        for version in film.versions
        for place, copy in enumerate(version.copies)
    }


PARTS: dict[type[Base], Callable[[Film], Rows]] = {
    FilmShowing: _showing_rows,
    FilmLicence: _licence_rows,
    FilmVersion: _version_rows,
    FilmCopy: _copy_rows,
}
"""The tables of what a film has and programmes, papers or other desks know by id; what others belong to stands before them."""


def _write_parts(session: Session, mapped: type[Base], pairs: Sequence[Pair]) -> None:
    new, changed = [], []
    for was, film in pairs:
        before = PARTS[mapped](was)
        for row_id, row in PARTS[mapped](film).items():
            if row_id not in before:
                new.append(row)
            elif row != before[row_id]:
                changed.append(row | {"its_id": row_id})
    table = table_of(mapped)
    _run(session, insert(table), new)
    _run(session, update(table).where(table.c.id == bindparam("its_id")), changed)


def _take_away(session: Session, mapped: type[Base], pairs: Sequence[Pair]) -> None:
    table, rows_of = table_of(mapped), PARTS[mapped]
    gone = [
        {"its_id": row_id} for was, film in pairs for row_id in rows_of(was).keys() - rows_of(film).keys()
    ]
    _run(session, delete(table).where(table.c.id == bindparam("its_id")), gone)


def _take_versions_away(session: Session, was: Film, film: Film) -> None:
    """Film by film: only so it is known whose version a programme still shows."""
    gone = {version.id for version in was.versions} - {version.id for version in film.versions}
    if not gone:
        return
    try:
        session.execute(delete(FilmVersion).where(FilmVersion.id.in_(gone)))
    except IntegrityError as error:
        raise ProblemForUser(
            _(
                "A version of “{title}” is used in a programme and cannot be taken away; take it out of there first.",
                title=film.title,
            )
        ) from error


def _run(session: Session, statement: Executable, rows: Sequence[Row]) -> None:
    if rows:
        session.execute(statement, rows)


def _read_again(session: Session) -> None:
    """What other rooms hold of films within the same work is no longer true."""
    for kept in session.identity_map.values():
        if isinstance(kept, FilmRecord | FilmVersion):
            session.expire(kept)
