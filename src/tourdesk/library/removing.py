"""Films removed and put back within a unit of work, many at once, with all that hangs on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_, quoted
from tourdesk.library.batches import batches
from tourdesk.library.films import Film, Still
from tourdesk.library.keeping import add_films
from tourdesk.library.model import FilmRecord, FilmStill, VerdictRecord
from tourdesk.library.records import facts_of
from tourdesk.library.stored import films_of
from tourdesk.storage.work import UnitOfWork

ShownIn = Callable[[Session, int], Sequence[str]]
"""The names of the programmes that show a film, by its id. They are kept in a room behind this one."""

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Removal:
    """A film that was removed, with its stills and verdicts (as values of their columns), so that it can be put back."""

    film: Film
    stills: tuple[Still, ...]
    verdicts: tuple[dict[str, object], ...]


def remove_films(work: UnitOfWork, film_ids: Sequence[int], shown_in: ShownIn) -> list[Removal]:
    """Remove films. Raises ProblemForUser when one is gone, or when a programme shows it, which is named."""
    session = work.session
    wanted = list(dict.fromkeys(film_ids))
    known = films_of(session, wanted, to_change=True)
    if len(known) < len(wanted):
        raise ProblemForUser(_("This film is no longer in the library; somebody has removed it."))
    films = {film_id: known[film_id] for film_id in wanted}
    stills, verdicts = _stills(session, wanted), verdicts_of(session, wanted)
    for some in batches(wanted):
        # What hangs on a film goes with it in the database.
        _delete(session, [films[film_id] for film_id in some], shown_in)
    for film_id, film in films.items():
        work.note("removed", "film", film_id, facts_of(film), None)
    return [
        Removal(film, tuple(stills.get(film_id, ())), tuple(verdicts.get(film_id, ())))
        for film_id, film in films.items()
    ]


def put_back(work: UnitOfWork, removals: Sequence[Removal]) -> None:
    """Put removed films back, with their stills and verdicts."""
    add_films(work, [removal.film for removal in removals])
    stills = [
        {
            "id": still.id,
            "film_id": removal.film.id,
            "position": position,
            "picture": still.picture,
            "thumbnail": still.thumbnail or None,
        }
        for removal in removals
        for position, still in enumerate(removal.stills)
    ]
    verdicts = [verdict for removal in removals for verdict in removal.verdicts]
    if stills:
        work.session.execute(insert(FilmStill), stills)
    if verdicts:
        work.session.execute(insert(VerdictRecord), verdicts)


def verdicts_of(session: Session, film_ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """The verdicts on each film as values of their columns, to be put back as they were."""
    columns = VerdictRecord.__table__.columns
    verdicts: dict[int, list[dict[str, Any]]] = {}
    for some in batches(film_ids):
        query = select(*columns).where(VerdictRecord.film_id.in_(some)).order_by(VerdictRecord.id)
        for row in session.execute(query).mappings():
            verdicts.setdefault(row["film_id"], []).append(dict(row))
    return verdicts


def _stills(session: Session, film_ids: Sequence[int]) -> dict[int, list[Still]]:
    stills: dict[int, list[Still]] = {}
    for some in batches(film_ids):
        query = select(FilmStill.film_id, FilmStill.thumbnail, FilmStill.picture, FilmStill.id)
        ordered = query.where(FilmStill.film_id.in_(some)).order_by(FilmStill.position, FilmStill.id)
        for film_id, thumbnail, picture, still_id in session.execute(ordered):
            stills.setdefault(film_id, []).append(Still(thumbnail or b"", picture, still_id))
    return stills


def _delete(session: Session, films: Sequence[Film], shown_in: ShownIn) -> None:
    """Delete films at once; where a programme keeps one of them, one by one until it is known which."""
    try:
        with session.begin_nested():
            session.execute(delete(FilmRecord).where(FilmRecord.id.in_([film.id for film in films])))
    except IntegrityError as error:
        if len(films) == 1:
            raise _still_shown(films[0], shown_in(session, films[0].id or 0)) from error
        half = len(films) // 2
        _delete(session, films[:half], shown_in)
        _delete(session, films[half:], shown_in)


def _still_shown(film: Film, programmes: Sequence[str]) -> ProblemForUser:
    names = ", ".join(quoted(name) for name in programmes[:_MOST_NAMED])
    if (more := len(programmes) - _MOST_NAMED) > 0:
        return ProblemForUser(
            n_(
                "“{title}” is shown in {programmes} and {n} more programme and was not removed; please take it out of there first.",
                "“{title}” is shown in {programmes} and {n} more programmes and was not removed; please take it out of there first.",
                more,
                title=film.title,
                programmes=names,
            )
        )
    return ProblemForUser(
        _(
            "“{title}” is shown in {programmes} and was not removed; please take it out of there first.",
            title=film.title,
            programmes=names,
        )
    )
