"""The list of programmes: one line each; and which of them have films that last another time now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.library.model import FilmRecord, FilmVersion
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.programming.programme import ItemKind, Master, Programme
from tourdesk.programming.publishing import last_numbers
from tourdesk.programming.records import programmes_of


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as one line of a list; `seconds` are its items without gaps and without what runs meanwhile.

    `changed_films` counts its films that last another time than when they were put in; `published` is the number of
    its last publication.
    """

    id: int
    name: str
    films: int
    seconds: int
    changed_films: int = 0
    published: int | None = None
    master: Master | None = None


def programme_rows(session: Session, records: Sequence[ProgrammeRecord]) -> list[ProgrammeRow]:
    """These programmes as lines, in their order."""
    published = last_numbers(session)
    return [
        _row(record.id, programme, published.get(record.id))
        for record, programme in zip(records, programmes_of(session, records), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Outgrown:
    """A film of a programme that lasts another time now than when it was put in, in seconds."""

    programme_id: int
    programme: str
    title: str
    was: int
    now: int


def outgrown(session: Session, film_ids: Collection[int]) -> list[Outgrown]:
    """Where these films, by id, last another time now than when they were put in, by programme and place."""
    query = (
        select(
            ProgrammeRecord.id,
            ProgrammeRecord.name,
            FilmRecord.title,
            ItemRecord.known_seconds,
            FilmVersion.seconds,
        )
        .join(ItemRecord, ItemRecord.programme_id == ProgrammeRecord.id)
        .join(FilmVersion, FilmVersion.id == ItemRecord.version_id)
        .join(FilmRecord, FilmRecord.id == FilmVersion.film_id)
        .where(FilmVersion.film_id.in_(sorted(film_ids)), ItemRecord.known_seconds != FilmVersion.seconds)
        .order_by(ProgrammeRecord.name, ProgrammeRecord.id, ItemRecord.position)
    )
    # Neither is None: what is not known is not unequal in SQL.
    return [
        Outgrown(programme_id, name, title, was or 0, now or 0)
        for programme_id, name, title, was, now in session.execute(query)
    ]


def _row(programme_id: int, programme: Programme, published: int | None) -> ProgrammeRow:
    films = [item for item in programme.items if item.kind is ItemKind.FILM]
    return ProgrammeRow(
        programme_id,
        programme.name,
        len(films),
        sum(item.seconds or 0 for item in programme.items if item.inside is None),
        sum(film.known_seconds not in {None, film.seconds} for film in films),
        published,
        programme.master,
    )
