"""What the films of a library are recognised by, read in one go."""

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion
from tourdesk.library.recognising import Known


def known_films(session: Session) -> list[Known]:
    """What every film is recognised by."""
    first = aliased(FilmVersion)
    directors: dict[int, list[str]] = {}
    for film_id, name in session.execute(
        select(FilmTerm.film_id, FilmTerm.value)
        .where(FilmTerm.kind == "director")
        .order_by(FilmTerm.position)
    ):
        directors.setdefault(film_id, []).append(name)
    films = session.execute(
        select(
            FilmRecord.id, FilmRecord.title, FilmRecord.original_title, FilmRecord.year, first.seconds
        ).join(first, (first.film_id == FilmRecord.id) & (first.position == 0))
    )
    return [
        Known(
            film_id,
            (title, original) if original else (title,),
            year,
            tuple(directors.get(film_id, ())),
            seconds,
        )
        for film_id, title, original, year, seconds in films
    ]
