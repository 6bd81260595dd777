"""The library in the order of a column, by our own folding of names: servers sort letters each in their own way."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
from babel import Locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.text import folded
from tourdesk.library.committee.keeping import ranks
from tourdesk.library.committee.verdicts import Rank
from tourdesk.library.finding.kept import Changed, Kept
from tourdesk.library.finding.matching import Ids, gathered, parsed
from tourdesk.library.finding.wanted import Order
from tourdesk.library.model import FilmRecord, FilmTerm, FilmVersion

_LAST = np.iinfo(np.int32).max
_FIRST_TERM = {Order.DIRECTORS: "director", Order.COUNTRIES: "country", Order.TAGS: "tag"}


class Orders:
    """For each order a number by the film's id, the least the first; read when somebody first sorts so."""

    def __init__(self) -> None:
        self._kept = {
            order: Kept(partial(_numbers, order), partial(_again, order))
            for order in Order
            if order != Order.TITLE
        }

    def sorted(self, session: Session, by_title: Ids, order: Order, *, descending: bool) -> Ids:
        """Films that are given by title in another order; equal ones stay by title, and what is not known stands last."""
        if order is Order.TITLE:
            return by_title[::-1] if descending else by_title
        numbers = self._kept[order].of(session)
        keys = np.full(len(by_title), -1, np.int32)
        within = by_title < len(numbers)
        keys[within] = numbers[by_title[within]]
        sorting = np.where(keys < 0, _LAST, -keys if descending else keys)
        return by_title[np.argsort(sorting, kind="stable")]


def _again(order: Order, numbers: Ids, session: Session, changed: Changed) -> Ids:
    touched = changed.films or (changed.verdicts and order is Order.VERDICTS)
    return _numbers(order, session) if touched else numbers


def _numbers(order: Order, session: Session) -> Ids:
    groups = _groups(order, session)
    key = _KEYS.get(order, folded)
    keys = [key(value) for value, _ in groups]
    rank = {key: number for number, key in enumerate(sorted(set(keys)))}
    films = np.concatenate([np.empty(0, np.int32), *(ids for _, ids in groups)])
    numbers = np.full(int(films.max(initial=0)) + 1, -1, np.int32)
    numbers[films] = np.repeat([rank[one] for one in keys], [len(ids) for _, ids in groups])
    return numbers


def _groups(order: Order, session: Session) -> list[tuple[Any, Ids]]:
    """Each value that an order sorts by, with the films that have it."""
    if order is Order.VERDICTS:
        return [(rank, np.array([film_id], np.int32)) for film_id, rank in ranks(session).items()]
    value, film_id, *where = _place(order)
    query = select(value, gathered(film_id)).where(value.is_not(None), *where).group_by(value)
    return [(some, parsed(ids)) for some, ids in session.execute(query)]


def _place(order: Order) -> tuple[Any, ...]:
    """Where the value of an order is kept: its column, the film's id, and conditions."""
    match order:
        case Order.YEAR:
            return FilmRecord.year, FilmRecord.id
        case Order.SECTION:
            return FilmRecord.section, FilmRecord.id
        case Order.RUN_TIME:
            return FilmVersion.seconds, FilmVersion.film_id, FilmVersion.position == 0
        case _:
            return (
                FilmTerm.value,
                FilmTerm.film_id,
                FilmTerm.kind == _FIRST_TERM[order],
                FilmTerm.position == 0,
            )


def _country(code: str) -> str:
    return folded(str(Locale("en").territories.get(code, code)))


def _most_wanted_first(rank: Rank) -> tuple[int | Fraction, ...]:
    return tuple(-part for part in rank)


_KEYS: dict[Order, Callable[[Any], Any]] = {
    Order.YEAR: int,
    Order.RUN_TIME: int,
    Order.COUNTRIES: _country,
    Order.VERDICTS: _most_wanted_first,
}
