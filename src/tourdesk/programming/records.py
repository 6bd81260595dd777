"""Between programmes as plain values and the rows they are kept in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import licence_of
from tourdesk.library.model import FilmCopy, FilmLicence, FilmRecord, FilmTerm, FilmVersion
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.programming.programme import Item, ItemKind, Master, Programme

KEPT = (
    "title",
    "version_id",
    "gap_after",
    "script",
    "cue",
    "least_seconds",
    "most_seconds",
    "pinned",
    "inside",
    "known_seconds",
)
"""What an item and its row call by one name; `kind` and `seconds` are kept in ways of their own."""


class ProgrammeIsGone(ProblemForUser):
    """A programme is asked for that somebody has removed."""


def programme_record(session: Session, programme_id: int, *, to_change: bool = False) -> ProgrammeRecord:
    """The row of a programme. Raises ProblemForUser when it is gone.

    To change it, it is locked until the end of the work: on PostgreSQL another desk could save in between.
    """
    record = session.get(ProgrammeRecord, programme_id, with_for_update=to_change)
    if record is None:
        raise ProgrammeIsGone(_("This programme is no longer there; somebody has removed it."))
    return record


def programme_of(session: Session, record: ProgrammeRecord) -> Programme:
    """The programme that a row keeps, with what the library says of its films now."""
    return Programme(
        name=record.name,
        items=with_films(session, [_item(row) for row in record.items]),
        gap_seconds=record.gap_seconds,
        id=record.id,
        revision=record.revision,
        master=_master(session, record),
    )


def write(record: ProgrammeRecord, programme: Programme) -> None:
    """Put a programme into its row, as a new revision; `items` must say what the library says of their films."""
    record.name = programme.name.strip()
    record.gap_seconds = programme.gap_seconds
    record.revision += 1
    record.master_id = None if programme.master is None else programme.master.id
    record.master_revision = None if programme.master is None else programme.master.followed
    rows = {row.key: row for row in record.items}
    kept = []
    for position, item in enumerate(programme.items):
        row = rows.get(item.key) or ItemRecord(key=item.key)
        row.position = position
        row.kind = item.kind.value
        # A film's run-time is its version's: kept once, in the library.
        row.seconds = None if item.version_id is not None else item.seconds
        for name in KEPT:
            setattr(row, name, getattr(item, name))
        if item.version_id is not None and item.known_seconds is None:
            row.known_seconds = item.seconds
        kept.append(row)
    record.items = kept


def facts_of(programme: Programme) -> dict[str, Any]:
    """A programme as the audit trail keeps it."""
    facts: dict[str, Any] = {
        "name": programme.name,
        "gap_seconds": programme.gap_seconds,
        "items": [
            {"kind": item.kind.value, "seconds": item.seconds}
            | {name: getattr(item, name) for name in KEPT if name != "pinned"}
            | {"pinned": item.pinned.isoformat() if item.pinned is not None else None}
            for item in programme.items
        ],
    }
    if programme.master is not None:
        facts["master"] = {"name": programme.master.name, "revision": programme.master.followed}
    return facts


def with_films(session: Session, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, with what the library says of their films now; a version that is gone is left as it is given."""
    facts = _film_facts(session, {item.version_id for item in items if item.version_id is not None})

    def filled(item: Item) -> Item:
        film = facts.get(item.version_id) if item.version_id is not None else None
        if film is None:
            return item
        version, terms = film.version, film.terms
        return replace(
            item,
            title=film.title,
            seconds=version.seconds,
            approximate=version.approximate,
            film_id=version.film_id,
            version_name=version.name,
            directors=tuple(terms.get("director", ())),
            ratings=tuple(terms.get("rating", ())),
            advisories=tuple(terms.get("advisory", ())),
            copies=film.copies,
            licences=film.licences,
        )

    return tuple(filled(item) for item in items)


@dataclass(frozen=True, slots=True)
class _FilmFacts:
    """What the library says of a version and its film; `copies` and `licences` are None when it keeps none at all."""

    version: FilmVersion
    title: str
    copies: int | None
    licences: tuple[Licence, ...] | None
    terms: Mapping[str, list[str]] = field(default_factory=dict)


def _film_facts(session: Session, version_ids: Iterable[int]) -> dict[int, _FilmFacts]:
    wanted = sorted(version_ids)
    if not wanted:
        return {}
    found = session.execute(
        select(FilmVersion, FilmRecord.title)
        .join(FilmRecord, FilmRecord.id == FilmVersion.film_id)
        .where(FilmVersion.id.in_(wanted))
    ).all()
    terms = _terms(session, {version.film_id for version, _title in found})
    copies = _copies(session, wanted)
    licences = _licences(session, {version.film_id for version, _title in found})
    return {
        version.id: _FilmFacts(
            version,
            title,
            None if copies is None else copies.get(version.id, 0),
            None if licences is None else licences.get(version.film_id, ()),
            terms.get(version.film_id, {}),
        )
        for version, title in found
    }


def _terms(session: Session, film_ids: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """The films' directors, ratings and advisories, by film and kind."""
    query = (
        select(FilmTerm.film_id, FilmTerm.kind, FilmTerm.value)
        .where(FilmTerm.kind.in_(("director", "rating", "advisory")), FilmTerm.film_id.in_(sorted(film_ids)))
        .order_by(FilmTerm.film_id, FilmTerm.kind, FilmTerm.position)
    )
    terms: dict[int, dict[str, list[str]]] = {}
    for film_id, kind, value in session.execute(query):
        terms.setdefault(film_id, {}).setdefault(kind, []).append(value)
    return terms


def _copies(session: Session, version_ids: Sequence[int]) -> dict[int, int] | None:
    """How many copies of which version there are; None when the library keeps none, and nobody asks for them."""
    query = (
        select(FilmCopy.version_id, func.count())
        .where(FilmCopy.version_id.in_(version_ids))
        .group_by(FilmCopy.version_id)
    )
    counts = {row[0]: row[1] for row in session.execute(query)}
    if not counts and not session.scalar(select(exists().select_from(FilmCopy))):
        return None
    return counts


def _licences(session: Session, film_ids: Iterable[int]) -> dict[int, tuple[Licence, ...]] | None:
    """The films' licences, by film; None when the library keeps none, and nobody asks for them."""
    columns = FilmLicence.__table__.columns
    query = select(*columns).where(FilmLicence.film_id.in_(sorted(film_ids)))
    found: dict[int, tuple[Licence, ...]] = {}
    for row in session.execute(query.order_by(FilmLicence.position, FilmLicence.id)):
        found[row.film_id] = (*found.get(row.film_id, ()), licence_of(row))
    if not found and not session.scalar(select(exists().select_from(FilmLicence))):
        return None
    return found


def _item(row: ItemRecord) -> Item:
    kept = {name: getattr(row, name) for name in KEPT}
    return Item(key=row.key, kind=ItemKind(row.kind), seconds=row.seconds, **kept)


def _master(session: Session, record: ProgrammeRecord) -> Master | None:
    if record.master_id is None:
        return None
    master = session.get_one(ProgrammeRecord, record.master_id)
    return Master(master.id, master.name, record.master_revision or 0, master.revision)
