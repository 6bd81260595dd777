"""Films read from the rows they are kept in, many at once: objects made of every row would take several times as long."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Executable, select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.batches import batches
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import licence_of
from tourdesk.library.model import (
    FilmCopy,
    FilmLicence,
    FilmRecord,
    FilmShowing,
    FilmSource,
    FilmTerm,
    FilmVersion,
)
from tourdesk.library.records import COPY_WORDS, PLAIN, TERMS

_FILMS = select(
    FilmRecord.id, FilmRecord.revision, FilmRecord.notes, *(getattr(FilmRecord, n) for n in PLAIN)
)
_TERMS = select(FilmTerm.film_id, FilmTerm.kind, FilmTerm.value).order_by(FilmTerm.film_id, FilmTerm.position)
_VERSIONS = select(
    FilmVersion.film_id, FilmVersion.id, FilmVersion.name, FilmVersion.seconds, FilmVersion.approximate
).order_by(FilmVersion.position, FilmVersion.id)
_COPIES = (
    select(FilmCopy.version_id, FilmCopy.id, FilmCopy.seconds, *(getattr(FilmCopy, n) for n in COPY_WORDS))
    .join(FilmVersion, FilmVersion.id == FilmCopy.version_id)
    .order_by(FilmCopy.position, FilmCopy.id)
)
_SOURCES = select(
    FilmSource.film_id, FilmSource.name, FilmSource.seconds, FilmSource.approximate, FilmSource.read
).order_by(FilmSource.id)
_SHOWINGS = select(
    FilmShowing.film_id, FilmShowing.town, FilmShowing.night, FilmShowing.note, FilmShowing.id
).order_by(FilmShowing.night.desc().nulls_last(), FilmShowing.id)
_LICENCES = select(*FilmLicence.__table__.columns).order_by(FilmLicence.position, FilmLicence.id)


def film_of(session: Session, film_id: int, *, to_change: bool = False) -> Film:
    """A film. Raises ProblemForUser when it is gone; `to_change` as in `films_of`."""
    film = films_of(session, [film_id], to_change=to_change).get(film_id)
    if film is None:
        raise ProblemForUser(_("This film is no longer in the library; somebody has removed it."))
    return film


def films_of(session: Session, film_ids: Iterable[int], *, to_change: bool = False) -> dict[int, Film]:
    """Films by id, in the order of their ids; those that are gone are left out.

    To change them, their rows are locked until the end of the work: on PostgreSQL another desk could save in between.
    """
    wanted = list(film_ids)
    if to_change:
        lock_films(session, wanted)
    return {
        film.id: film for some in batches(wanted) for film in _films(session, some) if film.id is not None
    }


def lock_films(session: Session, film_ids: Iterable[int]) -> None:
    """Lock the rows of films until the end of the work; always in the order of their ids, so that no two desks wait for each other."""
    for some in batches(film_ids):
        query = select(FilmRecord.id).where(FilmRecord.id.in_(some))
        session.execute(query.order_by(FilmRecord.id).with_for_update()).all()


def _films(session: Session, some: list[int]) -> list[Film]:
    lists: dict[int, dict[str, list[str]]] = defaultdict(lambda: {kind: [] for kind in TERMS})
    for film_id, kind, value in session.execute(_TERMS.where(FilmTerm.film_id.in_(some))):
        lists[film_id][kind].append(value)
    of_films = FilmVersion.film_id.in_(some)
    copies = _by_owner(session, _COPIES.where(of_films))
    versions = _by_owner(session, _VERSIONS.where(of_films))
    sources = _by_owner(session, _SOURCES.where(FilmSource.film_id.in_(some)))
    showings = _by_owner(session, _SHOWINGS.where(FilmShowing.film_id.in_(some)))
    licences: dict[int, list[Licence]] = defaultdict(list)
    for row in session.execute(_LICENCES.where(FilmLicence.film_id.in_(some))):
        licences[row.film_id].append(licence_of(row))
    films = []
    for film_id, revision, notes, *plain in session.execute(
        _FILMS.where(FilmRecord.id.in_(some)).order_by(FilmRecord.id)
    ):
        values: dict[str, Any] = dict(zip(PLAIN, plain, strict=True))
        values |= {name: tuple(lists[film_id][kind]) for kind, name in TERMS.items()}
        films.append(
            Film(
                id=film_id,
                revision=revision,
                notes=notes or None,
                versions=tuple(_version(row, copies.get(row[0], ())) for row in versions.get(film_id, ())),
                sources=tuple(Source(*row) for row in sources.get(film_id, ())),
                showings=tuple(Showing(*row) for row in showings.get(film_id, ())),
                licences=tuple(licences.get(film_id, ())),
                **values,
            )
        )
    return films


def _by_owner(session: Session, query: Executable) -> dict[int, list[list[Any]]]:
    """The rows without their first column, by what stands in it: whose they are."""
    rows: dict[int, list[list[Any]]] = {}
    for owner, *row in session.execute(query):
        rows.setdefault(owner, []).append(row)
    return rows


def _version(row: list[Any], copies: Iterable[list[Any]]) -> Version:
    version_id, name, seconds, approximate = row
    return Version(name, seconds, approximate, version_id, tuple(_copy(copy) for copy in copies))


def _copy(row: list[Any]) -> Copy:
    copy_id, seconds, *words = row
    return Copy(**dict(zip(COPY_WORDS, words, strict=True)), seconds=seconds, id=copy_id)
