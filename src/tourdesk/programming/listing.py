"""The list of programmes: one line each; and which of them have films that last another time now."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Subquery, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.model import FilmRecord, FilmVersion
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.programming.programme import ItemKind, Master
from tourdesk.programming.publishing import last_numbers


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as one line of a list; `seconds` are its items with the gaps between them, without what runs
    during an intermission and without what is waited for pinned items: that depends on the night.

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


def programme_rows(session: Session, *, varying: int | None = None) -> list[ProgrammeRow]:
    """All programmes by name, or those that vary one; counted by the database, which need not hand out their items."""
    item, version, master = ItemRecord, FilmVersion, aliased(ProgrammeRecord)
    film = case((item.kind == ItemKind.FILM.value, 1))
    seconds = case((item.inside.is_(None), func.coalesce(version.seconds, item.seconds)))
    changed = case((item.known_seconds != version.seconds, 1))
    gaps = _gaps()
    query = (
        select(
            ProgrammeRecord.id,
            ProgrammeRecord.name,
            func.count(film).label("films"),
            (func.coalesce(func.sum(seconds), 0) + func.coalesce(gaps.c.seconds, 0)).label("seconds"),
            func.count(changed).label("changed"),
            ProgrammeRecord.master_revision,
            master.id.label("master_id"),
            master.name.label("master_name"),
            master.revision.label("master_now"),
        )
        .outerjoin(item, item.programme_id == ProgrammeRecord.id)
        .outerjoin(version, version.id == item.version_id)
        .outerjoin(master, master.id == ProgrammeRecord.master_id)
        .outerjoin(gaps, gaps.c.programme_id == ProgrammeRecord.id)
        .group_by(ProgrammeRecord.id, master.id, gaps.c.seconds)
        .order_by(ProgrammeRecord.name)
    )
    if varying is not None:
        query = query.where(ProgrammeRecord.master_id == varying)
    published = last_numbers(session)
    return [
        ProgrammeRow(
            row.id,
            row.name,
            row.films,
            int(row.seconds),
            row.changed,
            published.get(row.id),
            None
            if row.master_id is None
            else Master(row.master_id, row.master_name, row.master_revision or 0, row.master_now),
        )
        for row in session.execute(query)
    ]


def _gaps() -> Subquery:
    """The seconds between the items of each programme, as the running order counts them."""
    item, pause = ItemRecord, ItemKind.INTERMISSION.value
    following = func.lead(item.kind).over(partition_by=item.programme_id, order_by=item.position)
    line = select(item.programme_id, item.kind, item.gap_after, following.label("following")).where(
        item.inside.is_(None)
    )
    row = line.subquery().c
    usual = case((or_(row.kind == pause, row.following == pause), 0), else_=ProgrammeRecord.gap_seconds)
    return (
        select(row.programme_id, func.sum(func.coalesce(row.gap_after, usual)).label("seconds"))
        .join(ProgrammeRecord, ProgrammeRecord.id == row.programme_id)
        .where(row.following.is_not(None))
        .group_by(row.programme_id)
        .subquery()
    )


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


def programmes_showing(session: Session, film_id: int) -> list[str]:
    """The names of the programmes that show a film, sorted."""
    query = (
        select(ProgrammeRecord.name)
        .join(ItemRecord, ItemRecord.programme_id == ProgrammeRecord.id)
        .join(FilmVersion, FilmVersion.id == ItemRecord.version_id)
        .where(FilmVersion.film_id == film_id)
        .distinct()
    )
    return sorted(session.scalars(query))
