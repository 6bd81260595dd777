"""Films that could be shown on a night, had their licences a showing left: counted as the programme's findings count them."""

from collections.abc import Callable
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.library.finding.wanted import Night
from tourdesk.library.licences import Licence
from tourdesk.library.licences_kept import licence_of
from tourdesk.library.model import FilmLicence
from tourdesk.library.standing import Showings, Standing, judged
from tourdesk.storage.sight import Sight, sight

ShowingsBeside = Callable[[Session, int | None], Showings]
"""The showings beside a screening, by its id; all of them when none is meant. They are kept in a room behind this one."""


class UsedUp:
    """Those of the night that was asked for last, until anything is changed in the database; safe among threads."""

    def __init__(self, beside: ShowingsBeside) -> None:
        self._beside = beside
        self._lock = Lock()
        self._known: tuple[Sight, Night, frozenset[int]] | None = None

    def on(self, session: Session, night: Night) -> frozenset[int]:
        """The ids of the films."""
        if session.get_bind().get_execution_options().get("writer", False):
            # What a unit of work has not kept yet may never be true: nobody else must see it.
            return self._read(session, night)
        with self._lock:
            now = sight(session)
            if self._known is None or self._known[:2] != (now, night):
                self._known = now, night, self._read(session, night)
            return self._known[2]

    def _read(self, session: Session, night: Night) -> frozenset[int]:
        limited = select(FilmLicence.film_id).where(FilmLicence.plays.is_not(None))
        if session.scalar(limited.limit(1)) is None:
            return frozenset()
        showings = self._beside(session, night.screening)
        return frozenset(
            film
            for film, some in _licences(session, showings).items()
            if judged(some, night.day, night.country, plays=showings.of(film)).standing is Standing.USED_UP
        )


def _licences(session: Session, showings: Showings) -> dict[int, list[Licence]]:
    """The licences of the films that may be used up: of a hundred thousand few are shown at all."""
    shown = FilmLicence.film_id.in_(showings.by_film)
    # One that is shown nowhere yet would be shown as often as the night's programme.
    soon_used = select(FilmLicence.film_id).where(FilmLicence.plays <= len(showings.again))
    found: dict[int, list[Licence]] = {}
    for row in session.execute(
        select(*FilmLicence.__table__.columns)
        .where(shown | FilmLicence.film_id.in_(soon_used))
        .order_by(FilmLicence.position, FilmLicence.id)
    ):
        found.setdefault(row.film_id, []).append(licence_of(row))
    return found
