"""Which films of the library can be proposed, as the fit knows them, and which are left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.fit.request import Film
from tourdesk.programming.programme import Item
from tourdesk.programming.proposing.asked import Around
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.worth import refused, worth


@dataclass(frozen=True, slots=True)
class Candidates:
    """The films that can be proposed, and how many are left out: of unknown length, refused, of unknown cost.

    `uncounted` are those whose cost is not known either, but which are wanted or stand there: titles.
    """

    films: tuple[Film, ...]
    untimed: int
    refused: int
    unpriced: int
    uncounted: tuple[str, ...]


def candidates(
    library: Sequence[FilmRow],
    items: Mapping[int, Item],
    nights: Sequence[date],
    wishes: Wishes,
    around: Around,
) -> Candidates:
    """The films of the library that can be proposed; `items` are those that the programmes have, by film.

    Raises ProblemForUser when there is none, or when of a film that must be shown nobody has said how long it is.
    """
    wanted = {*wishes.must, *items}
    rows = [row for row in library if row.id in wanted or not refused(row.tally)]
    terms = {row.id: around.terms.of(row.id, nights, _version(items.get(row.id))) for row in rows}
    films = [_film(row, items.get(row.id), terms[row.id], nights[0], around) for row in rows]
    timed = [film for film in films if film.seconds]
    if not timed:
        raise ProblemForUser(
            _(
                "The library has no film with a run-time yet, so nothing can be proposed; "
                "please read in some films on the Films screen, or type their run-times there."
            )
        )
    _refuse_untimed(films, wishes)
    unpriced = [film for film in timed if wishes.budget is not None and terms[int(film.id)][1] is None]
    gone = {film.id for film in unpriced} - wanted
    return Candidates(
        tuple(film for film in timed if film.id not in gone),
        len(films) - len(timed),
        len(library) - len(rows),
        len(gone),
        tuple(film.title for film in unpriced if film.id not in gone),
    )


def _version(item: Item | None) -> str:
    return "" if item is None else item.version_name


def _film(
    row: FilmRow, item: Item | None, terms: tuple[bool, Decimal | None], day: date, around: Around
) -> Film:
    seconds = row.seconds if item is None else item.seconds
    licensed, fee = terms
    return Film(
        id=row.id,
        title=row.title,
        seconds=seconds or 0,
        value=worth(row.tally),
        section=row.section,
        directors=row.directors,
        countries=row.countries,
        tags=row.tags,
        fee=fee or Decimal(0),
        shown_in=(around.town,) if row.id in around.seen else (),
        # The request has one day: a film that may be shown on all nights is licensed on it.
        licence=(day, day) if licensed else None,
    )


def _refuse_untimed(films: Sequence[Film], wishes: Wishes) -> None:
    for film in films:
        if not film.seconds and film.id in wishes.must:
            raise ProblemForUser(
                _(
                    "“{title}” must be shown, but how long it is is not known; please type its run-time on "
                    "the Films screen, or take it out of what must be shown.",
                    title=film.title,
                )
            )
