"""The list of films: which ones, in which order, and only the columns that a line shows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, select
from sqlalchemy.orm import Session, aliased

from tourdesk.library.films import FilmRow
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion
from tourdesk.library.searching import has_words, rank

SHOWN = ("director", "country", "tag")
"""The lists that a line shows."""


def film_rows(session: Session, search: str, section: str | None, tag: str | None) -> list[FilmRow]:
    """The films that have every searched word, the best first; all by title when nothing is searched."""
    query = _narrowed(section, tag)
    order: list[ColumnElement[int]] = []
    if search.strip():
        query = query.where(has_words(session, search))
        order.append(rank(session, search))
    found = session.execute(query.order_by(*order, FilmRecord.folded_title, FilmRecord.id)).all()
    return _rows(found, _terms(session, [film.id for film in found]))


def _narrowed(section: str | None, tag: str | None) -> Select[*tuple[Any, ...]]:
    # Columns instead of records: a synopsis of two hundred words is not loaded to show a title.
    first = aliased(FilmVersion)
    query = select(
        FilmRecord.id,
        FilmRecord.title,
        FilmRecord.year,
        FilmRecord.section,
        first.id.label("version_id"),
        first.seconds,
        first.approximate,
    ).join(first, (first.film_id == FilmRecord.id) & (first.position == 0))
    if section is not None:
        query = query.where(FilmRecord.section == section)
    if tag is not None:
        query = query.where(
            exists().where(FilmTerm.film_id == FilmRecord.id, FilmTerm.kind == "tag", FilmTerm.value == tag)
        )
    return query


def _terms(session: Session, film_ids: Sequence[int]) -> dict[tuple[int, str], list[str]]:
    """The shown lists of films, by film and kind."""
    query = (
        select(FilmTerm.film_id, FilmTerm.kind, FilmTerm.value)
        .where(FilmTerm.kind.in_(SHOWN))
        .order_by(FilmTerm.film_id, FilmTerm.position)
    )
    # A few are asked for by id; for many, reading them all is quicker than naming each.
    if len(film_ids) <= 500:
        query = query.where(FilmTerm.film_id.in_(film_ids))
    lists: dict[tuple[int, str], list[str]] = {}
    for film_id, kind, value in session.execute(query):
        lists.setdefault((film_id, kind), []).append(value)
    return lists


def _rows(found: Sequence[Row[*tuple[Any, ...]]], lists: dict[tuple[int, str], list[str]]) -> list[FilmRow]:
    return [
        FilmRow(
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
        )
        for film_id, title, year, section, version_id, seconds, approximate in found
    ]
