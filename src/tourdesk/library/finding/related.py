"""Films that have something in common with a film: the same section, a tag, a director, a country."""

from array import array

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.finding.matching import Ids, gathered, parsed
from tourdesk.library.finding.wanted import KINDS, Kin
from tourdesk.library.listing import rows_of
from tourdesk.library.model import FilmRecord, FilmTerm


def related(session: Session, titles: "array[int]", film_id: int, most: int | None) -> tuple[Kin, ...]:
    """What other films have in common with one, at most so many of each; all when None. What nobody shares is told too.

    `titles`: the ids of all films by title. Raises ProblemForUser when the film is no longer there.
    """
    shared = _shared(session, film_id)
    by_title = np.frombuffer(titles, np.int32)
    found = {pair: _first(by_title, _having(session, *pair), film_id, most) for pair in shared}
    rows = {row.id: row for row in rows_of(session, {i for ids, _ in found.values() for i in ids})}
    return tuple(
        Kin(kind, value, others, tuple(rows[i] for i in ids if i in rows))
        for (kind, value), (ids, others) in found.items()
    )


def _shared(session: Session, film_id: int) -> list[tuple[str, str]]:
    section = session.execute(select(FilmRecord.section).where(FilmRecord.id == film_id)).one_or_none()
    if section is None:
        raise ProblemForUser(_("This film is no longer in the library; somebody has removed it."))
    terms = session.execute(
        select(FilmTerm.kind, FilmTerm.value)
        .where(FilmTerm.film_id == film_id, FilmTerm.kind.in_(KINDS))
        .order_by(FilmTerm.position)
    ).all()
    own = [("section", section[0])] if section[0] is not None else []
    own += [(kind, value) for kind, value in terms]
    return sorted(own, key=lambda pair: KINDS.index(pair[0]))


def _having(session: Session, kind: str, value: str) -> Ids:
    if kind == "section":
        query = select(gathered(FilmRecord.id)).where(FilmRecord.section == value)
    else:
        query = select(gathered(FilmTerm.film_id)).where(FilmTerm.kind == kind, FilmTerm.value == value)
    return parsed(session.scalar(query))


def _first(by_title: Ids, having: Ids, film_id: int, most: int | None) -> tuple[list[int], int]:
    """The first of these films by title and how many they are, the film itself left out."""
    others = by_title[np.isin(by_title, having[having != film_id])]
    return others[:most].tolist(), len(others)
