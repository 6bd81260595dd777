"""The rows of a list of films: only the columns that a line shows."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.batches import batches
from tourdesk.library.committee.keeping import tallies_of
from tourdesk.library.committee.verdicts import NOTHING_SAID
from tourdesk.library.film_row import FilmRow
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion

SHOWN = frozenset({"director", "country", "tag"})
"""The lists that a line shows."""

_FIRST = aliased(FilmVersion)
# Composed once: they are asked at every key, and composing takes longer than the answer.
_THESE: BindParameter[int] = bindparam("these", expanding=True)
# Columns instead of records: a synopsis of two hundred words is not loaded to show a title.
_FILMS = (
    select(
        FilmRecord.id,
        FilmRecord.title,
        FilmRecord.year,
        FilmRecord.section,
        _FIRST.id.label("version_id"),
        _FIRST.seconds,
        _FIRST.approximate,
    )
    .join(_FIRST, (_FIRST.film_id == FilmRecord.id) & (_FIRST.position == 0))
    .where(FilmRecord.id.in_(_THESE))
)
# The kinds are sorted out here: SQLite's planner would rather read all the directors there are than those of sixty films.
_LISTS = (
    select(FilmTerm.film_id, FilmTerm.kind, FilmTerm.value)
    .where(FilmTerm.film_id.in_(_THESE))
    .order_by(FilmTerm.film_id, FilmTerm.position)
)


def rows_of(session: Session, film_ids: Iterable[int]) -> list[FilmRow]:
    """The rows of these films, in the same order; those that are gone are left out."""
    wanted = list(film_ids)
    rows = {row.id: row for some in batches(wanted) for row in _rows(session, some)}
    return [rows[film_id] for film_id in wanted if film_id in rows]


def _rows(session: Session, film_ids: Sequence[int]) -> Iterator[FilmRow]:
    these = {"these": film_ids}
    lists: dict[tuple[int, str], list[str]] = {}
    for film_id, kind, value in session.execute(_LISTS, these):
        if kind in SHOWN:
            lists.setdefault((film_id, kind), []).append(value)
    tallies = tallies_of(session, film_ids)
    for film_id, title, year, section, version_id, seconds, approximate in session.execute(_FILMS, these):
        yield FilmRow(
            id=film_id,
            title=title,
            directors=tuple(lists.get((film_id, "director"), ())),
            year=year,
            countries=tuple(lists.get((film_id, "country"), ())),
            section=section,
            tags=tuple(lists.get((film_id, "tag"), ())),
            version_id=version_id,
            seconds=seconds,
            approximate=approximate,
            tally=tallies.get(film_id, NOTHING_SAID),
        )
