"""The rows of a list of films: only the columns that a line shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.committee.keeping import tallies_of
from tourdesk.library.committee.verdicts import NOTHING_SAID
from tourdesk.library.film_row import FilmRow
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion

SHOWN = frozenset({"director", "country", "tag"})
"""The lists that a line shows."""

_AT_ONCE = 10_000
"""Films that one statement names: SQLite takes 32,766 values, PostgreSQL 65,535."""

_FIRST = aliased(FilmVersion)
# Columns instead of records: a synopsis of two hundred words is not loaded to show a title.
_FILMS = select(
    FilmRecord.id,
    FilmRecord.title,
    FilmRecord.year,
    FilmRecord.section,
    _FIRST.id.label("version_id"),
    _FIRST.seconds,
    _FIRST.approximate,
).join(_FIRST, (_FIRST.film_id == FilmRecord.id) & (_FIRST.position == 0))
# The kinds are sorted out here: SQLite's planner would rather read all the directors there are than those of sixty films.
_LISTS = select(FilmTerm.film_id, FilmTerm.kind, FilmTerm.value).order_by(FilmTerm.film_id, FilmTerm.position)


def rows_of(session: Session, film_ids: Iterable[int]) -> list[FilmRow]:
    """The rows of these films, in the same order; those that are gone are left out."""
    return [row for some in _batches(film_ids) for row in _rows(session, some)]


def _batches(film_ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(film_ids)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _rows(session: Session, film_ids: Sequence[int]) -> Iterator[FilmRow]:
    films = {film.id: film for film in session.execute(_FILMS.where(FilmRecord.id.in_(film_ids)))}
    lists: dict[tuple[int, str], list[str]] = {}
    for film_id, kind, value in session.execute(_LISTS.where(FilmTerm.film_id.in_(film_ids))):
        if kind in SHOWN:
            lists.setdefault((film_id, kind), []).append(value)
    tallies = tallies_of(session, film_ids)
    for film in (films[film_id] for film_id in film_ids if film_id in films):
        yield FilmRow(
            id=film.id,
            title=film.title,
            directors=tuple(lists.get((film.id, "director"), ())),
            year=film.year,
            countries=tuple(lists.get((film.id, "country"), ())),
            section=film.section,
            tags=tuple(lists.get((film.id, "tag"), ())),
            version_id=film.version_id,
            seconds=film.seconds,
            approximate=film.approximate,
            tally=tallies.get(film.id, NOTHING_SAID),
        )
