"""The programmes' desk: what screens and commands may ask about programmes."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.durations import LONGEST
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.text import folded
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.storage.database import Database


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as one line of a list; `seconds` are its items without gaps."""

    id: int
    name: str
    films: int
    seconds: int


class ProgrammingDesk:
    """Programmes over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self) -> list[ProgrammeRow]:
        """All programmes by name."""
        with self._database.reading() as session:
            records = session.scalars(select(ProgrammeRecord).order_by(ProgrammeRecord.name))
            return [_row(_programme(session, record)) for record in records]

    def programme(self, programme_id: int) -> Programme:
        """One programme, its films with their run-times of now. Raises ProblemForUser when it is gone."""
        with self._database.reading() as session:
            return _programme(session, _record(session, programme_id))

    def find(self, name: str) -> Programme:
        """The programme of that name (case and accents make no difference where one is meant).

        Raises ProblemForUser when there is none, or several.
        """
        with self._database.reading() as session:
            # Compared here: each database has its own idea of small letters, and SQLite knows only those of English.
            named = session.execute(select(ProgrammeRecord.name, ProgrammeRecord.id))
            ids = {row.name: row.id for row in named}
            names = sorted(ids)
            alike = [known for known in names if folded(known) == folded(name)]
            if name in ids:
                alike = [name]
            if not alike:
                there = "; there are: " + ", ".join(names) if names else "; there are none yet"
                raise ProblemForUser(f"No programme is called “{name}”{there}.")
            if len(alike) > 1:
                raise ProblemForUser(
                    f"{len(alike)} programmes are called “{name}”; please write one as it stands: {', '.join(alike)}."
                )
            return _programme(session, _record(session, ids[alike[0]]))

    def save(self, programme: Programme) -> Programme:
        """Save a programme whole; returns it with its id and its new revision.

        Raises ProblemForUser when its name is taken or empty, when a film of it is gone, or when another desk
        saved it since it was read (`revision` is no longer the newest).
        """
        _refuse_impossible(programme)
        with self._database.work() as work:
            session = work.session
            if programme.id is None:
                record, before = ProgrammeRecord(revision=0), None
                session.add(record)
            else:
                record = _record(session, programme.id, to_change=True)
                before = _facts(_programme(session, record))
                if record.revision != programme.revision:
                    raise ConflictWithAnotherDesk(
                        f"“{record.name}” was changed at another desk meanwhile; "
                        "please load that version, or save yours over it."
                    )
            _write(record, programme)
            try:
                session.flush()
            except IntegrityError as error:
                raise _problem_of(error, programme) from error
            saved = _programme(session, record)
            work.note("added" if before is None else "changed", "programme", record.id, before, _facts(saved))
        return saved

    def remove(self, programme_id: int) -> Programme:
        """Remove a programme; returns it as it was. Raises ProblemForUser when a screening shows it."""
        with self._database.work() as work:
            record = _record(work.session, programme_id, to_change=True)
            programme = _programme(work.session, record)
            work.session.delete(record)
            try:
                work.session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    f"“{programme.name}” is shown at a screening and was not removed; "
                    "please choose another programme there first."
                ) from error
            work.note("removed", "programme", programme_id, _facts(programme), None)
        return programme

    def film_item(self, film_id: int, version_id: int | None = None) -> Item:
        """A new item that shows a film's version (its first, when none is named)."""
        with self._database.reading() as session:
            query = select(FilmVersion).where(FilmVersion.film_id == film_id).order_by(FilmVersion.position)
            if version_id is not None:
                query = query.where(FilmVersion.id == version_id)
            version = session.scalars(query).first()
            if version is None:
                raise ProblemForUser("This film is no longer in the library; somebody has removed it.")
            item = Item(
                key=uuid4().hex[:12], kind=ItemKind.FILM, title="", seconds=None, version_id=version.id
            )
            return _with_films(session, [item])[0]


class ConflictWithAnotherDesk(ProblemForUser):
    """Two desks changed one programme; the user decides which version stays."""


def _refuse_impossible(programme: Programme) -> None:
    if not programme.name.strip():
        raise ProblemForUser("A programme needs a name; please type one.")
    if not 0 <= programme.gap_seconds <= LONGEST:
        raise ProblemForUser("The gap between films must be between nothing and a day; please correct it.")
    keys = [item.key for item in programme.items]
    if len(set(keys)) < len(keys):
        raise ValueError("two items have one key, and one of them would be lost")
    for item in programme.items:
        lengths = [item.gap_after or 0]
        if item.version_id is None:  # a film's is the library's
            lengths.append(item.seconds or 0)
        if not all(0 <= length <= LONGEST for length in lengths):
            raise ProblemForUser(
                f"“{item.title}” and the gap after it must last between nothing and a day; please correct them."
            )


def _row(programme: Programme) -> ProgrammeRow:
    assert programme.id is not None  # noqa: S101 - it was just read
    return ProgrammeRow(
        programme.id,
        programme.name,
        sum(item.kind is ItemKind.FILM for item in programme.items),
        sum(item.seconds or 0 for item in programme.items),
    )


def _record(session: Session, programme_id: int, *, to_change: bool = False) -> ProgrammeRecord:
    # To change it, its row is locked until the end of the work: on PostgreSQL another desk could save in between.
    record = session.get(ProgrammeRecord, programme_id, with_for_update=to_change)
    if record is None:
        raise ProblemForUser("This programme is no longer there; somebody has removed it.")
    return record


def _programme(session: Session, record: ProgrammeRecord) -> Programme:
    items = [
        Item(
            key=row.key,
            kind=ItemKind(row.kind),
            title=row.title,
            seconds=row.seconds,
            version_id=row.version_id,
            gap_after=row.gap_after,
            script=row.script,
            cue=row.cue,
        )
        for row in record.items
    ]
    return Programme(
        name=record.name,
        items=tuple(_with_films(session, items)),
        gap_seconds=record.gap_seconds,
        id=record.id,
        revision=record.revision,
    )


def _with_films(session: Session, items: list[Item]) -> list[Item]:
    """The items, with what the library says of their films now."""
    version_ids = {item.version_id for item in items if item.version_id is not None}
    if not version_ids:
        return items
    found = session.execute(
        select(FilmVersion, FilmRecord.title)
        .join(FilmRecord, FilmRecord.id == FilmVersion.film_id)
        .where(FilmVersion.id.in_(version_ids))
    )
    versions = {version.id: (version, title) for version, title in found}
    directors: dict[int, list[str]] = {}
    names = session.execute(
        select(FilmTerm.film_id, FilmTerm.value)
        .where(
            FilmTerm.kind == "director",
            FilmTerm.film_id.in_({version.film_id for version, _ in versions.values()}),
        )
        .order_by(FilmTerm.film_id, FilmTerm.position)
    )
    for film_id, name in names:
        directors.setdefault(film_id, []).append(name)

    def filled(item: Item) -> Item:
        if item.version_id is None:
            return item
        version, title = versions[item.version_id]
        return replace(
            item,
            title=title,
            seconds=version.seconds,
            approximate=version.approximate,
            film_id=version.film_id,
            version_name=version.name,
            directors=tuple(directors.get(version.film_id, ())),
        )

    return [filled(item) for item in items]


def _write(record: ProgrammeRecord, programme: Programme) -> None:
    record.name = programme.name.strip()
    record.gap_seconds = programme.gap_seconds
    record.revision += 1
    rows = {row.key: row for row in record.items}
    kept = []
    for position, item in enumerate(programme.items):
        row = rows.get(item.key) or ItemRecord(key=item.key)
        row.position = position
        row.kind = item.kind.value
        row.title = item.title
        # A film's run-time is its version's: kept once, in the library.
        row.seconds = None if item.version_id is not None else item.seconds
        row.version_id = item.version_id
        row.gap_after = item.gap_after
        row.script = item.script
        row.cue = item.cue
        kept.append(row)
    record.items = kept


def _facts(programme: Programme) -> dict[str, Any]:
    return {
        "name": programme.name,
        "gap_seconds": programme.gap_seconds,
        "items": [
            {
                "kind": item.kind.value,
                "title": item.title,
                "seconds": item.seconds,
                "version_id": item.version_id,
                "gap_after": item.gap_after,
                "script": item.script,
                "cue": item.cue,
            }
            for item in programme.items
        ],
    }


def _problem_of(error: IntegrityError, programme: Programme) -> ProblemForUser:
    said = str(error.orig)
    # PostgreSQL names the constraint, SQLite the column.
    if "uq_programme_name" in said or "programme.name" in said:
        return ProblemForUser(
            f"Another programme is already called “{programme.name}”; please choose another name."
        )
    return ProblemForUser(
        f"A film of “{programme.name}” is no longer in the library; please take it out of the programme.",
        detail=said,
    )
