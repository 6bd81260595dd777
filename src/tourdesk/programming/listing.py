"""The list of programmes: one line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tourdesk.programming.model import ProgrammeRecord
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
