"""What the films of a library are recognised by, read in one go."""

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.films import Film
from tourdesk.library.finding.kept import Changed
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion
from tourdesk.library.recognising import Known, KnownFilms
from tourdesk.library.title_order import folded_title


def known_films(session: Session, among: set[int] | None = None) -> list[Known]:
    """What every film is recognised by, or those among some ids."""
    first = aliased(FilmVersion)
    directors: dict[int, list[str]] = {}
    names = select(FilmTerm.film_id, FilmTerm.value).where(FilmTerm.kind == "director")
    works = select(
        FilmRecord.id, FilmRecord.title, FilmRecord.original_title, FilmRecord.year, first.seconds
    ).join(first, (first.film_id == FilmRecord.id) & (first.position == 0))
    if among is not None:
        names = names.where(FilmTerm.film_id.in_(among))
        works = works.where(FilmRecord.id.in_(among))
    for film_id, name in session.execute(names.order_by(FilmTerm.position)):
        directors.setdefault(film_id, []).append(name)
    films = session.execute(works)
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


def brought_up(known: KnownFilms, session: Session, changed: Changed) -> KnownFilms:
    """What every film is recognised by, when some have changed since it was read."""
    films = set(changed.films)
    return known.brought_up(films, known_films(session, films)) if films else known


_MOST_COMPARED = 500
"""So many films are compared with one: a title that more have ("Untitled") tells nothing."""


def known_duplicates(session: Session, film: Film) -> list[int]:
    """The ids of films that are likely the same as a known one.

    Only those of the same title, or by one of its directors, are looked at: both are found by an index.
    """
    titles = {folded_title(title) for title in (film.title, film.original_title) if title}
    same_title = select(FilmRecord.id).where(FilmRecord.folded_title.in_(titles))
    same_director = select(FilmTerm.film_id).where(
        FilmTerm.kind == "director", FilmTerm.value.in_(film.directors)
    )
    among: set[int] = set()
    for query in (same_title, same_director):
        among |= set(session.scalars(query.limit(_MOST_COMPARED)))
    if not among - {film.id}:
        return []
    return KnownFilms.of(known_films(session, among)).duplicates(film)
