"""Publishing: a programme frozen as it is, with all that papers say of its films."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.films import Film
from tourdesk.library.stills import first_stills
from tourdesk.library.stored import films_of
from tourdesk.programming.content import film_content, film_from, programme_content, programme_from
from tourdesk.programming.model import PublishedRecord, PublishedStill
from tourdesk.programming.programme import Programme
from tourdesk.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Published:
    """A programme as it was published: what papers need, whatever is changed later.

    `number` counts the publications of the programme from 1; `at` is in UTC, `who` the login that published it.
    `programme` and `films` (by id) are as the desks give the living ones.
    """

    id: int
    number: int
    at: datetime
    who: str
    programme: Programme
    films: Mapping[int, Film]


def publish(work: UnitOfWork, programme: Programme) -> Published:
    """Freeze a saved programme under the next number, with its films and the first still of each.

    Raises ProblemForUser when it is empty.
    """
    if not programme.items:
        raise ProblemForUser(
            _(
                "“{name}” is empty and was not published; please put a film into it first.",
                name=programme.name,
            )
        )
    session = work.session
    film_ids = {item.film_id for item in programme.items if item.film_id is not None}
    films = films_of(session, film_ids)
    content = {
        "programme": programme_content(programme),
        "films": [film_content(film) for film in films.values()],
    }
    record = PublishedRecord(
        programme_id=programme.id,
        number=(last_number(session, programme.id) or 0) + 1,
        at=work.now,
        who=work.who,
        content=content,
    )
    session.add(record)
    session.flush()
    session.add_all(
        PublishedStill(published_id=record.id, film_id=film_id, picture=picture)
        for film_id, picture in first_stills(session, film_ids).items()
    )
    work.note("published", "programme", record.programme_id, None, {"number": record.number})
    return _published(record)


def publications(session: Session, programme_id: int) -> list[Published]:
    """What was published of a programme, the first one first."""
    query = (
        select(PublishedRecord)
        .where(PublishedRecord.programme_id == programme_id)
        .order_by(PublishedRecord.number)
    )
    return [_published(record) for record in session.scalars(query)]


def published_stills(session: Session, published_id: int) -> dict[int, bytes]:
    """The stills that papers of a publication show, by film id."""
    query = select(PublishedStill.film_id, PublishedStill.picture).where(
        PublishedStill.published_id == published_id
    )
    return {row.film_id: row.picture for row in session.execute(query)}


def last_number(session: Session, programme_id: int | None) -> int | None:
    """The number of a programme's last publication; None when it was never published."""
    query = select(func.max(PublishedRecord.number)).where(PublishedRecord.programme_id == programme_id)
    return session.scalar(query)


def last_numbers(session: Session) -> dict[int, int]:
    """The number of the last publication of every programme that was published, by the programme's id."""
    query = select(PublishedRecord.programme_id, func.max(PublishedRecord.number)).group_by(
        PublishedRecord.programme_id
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _published(record: PublishedRecord) -> Published:
    films = [film_from(film) for film in record.content["films"]]
    return Published(
        record.id,
        record.number,
        record.at,
        record.who,
        programme_from(record.content["programme"]),
        {film.id: film for film in films if film.id is not None},
    )
