"""The tour's desk: what screens and commands may ask about tours, venues and screenings."""

import re
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.standing import Play
from tourdesk.programming.event import Event
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.proposing.writing import as_document, from_document
from tourdesk.storage.database import Database
from tourdesk.storage.work import UnitOfWork
from tourdesk.touring.events import event_of, plays_of
from tourdesk.touring.model import HallRecord, ScreeningRecord, StopRecord, TourRecord, VenueRecord
from tourdesk.touring.night import Hall, Screening, Tour, Venue
from tourdesk.touring.records import (
    TOUR_LINES,
    VENUE_LINES,
    hall_of,
    screening_facts,
    screening_of,
    screening_record,
    tour_facts,
    tour_of,
    venue_facts,
    venue_of,
    write_hall,
)
from tourdesk.touring.shown import ShownAt, shown_at

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
OLDEST = 99
"""The highest age from which a screening may admit its guests."""


class TouringDesk:
    """Tours, venues and screenings over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tour(self) -> Tour | None:
        """The tour that was made last; None when there is none yet."""
        with self._database.reading() as session:
            record = session.scalars(select(TourRecord).order_by(TourRecord.id.desc())).first()
            return tour_of(record) if record is not None else None

    def currency(self) -> str:
        """The currency in which the tour counts, by ISO 4217; EUR while there is no tour."""
        with self._database.reading() as session:
            query = select(TourRecord.currency).order_by(TourRecord.id.desc())
            return (session.scalar(query.limit(1)) or "EUR").strip().upper()

    def save_tour(self, tour: Tour) -> Tour:
        """Save a tour; returns it with its id.

        Raises ProblemForUser when its name is empty or another tour's, or its colour is none.
        """
        if not tour.name.strip():
            raise ProblemForUser(_("A tour needs a name; please type one."))
        if tour.colour and not _COLOUR.fullmatch(tour.colour):
            raise ProblemForUser(
                _(
                    "“{colour}” is no colour; please write it as #1d6490, or leave it empty.",
                    colour=tour.colour,
                )
            )
        with self._database.work() as work:
            record = work.session.get(TourRecord, tour.id) if tour.id is not None else None
            before = tour_facts(record) if record is not None else None
            record = record or TourRecord()
            for name in (*TOUR_LINES, "logo"):
                setattr(record, name, getattr(tour, name))
            work.session.add(record)
            try:
                work.session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    _("Another tour is already called “{name}”; please choose another name.", name=tour.name)
                ) from error
            saved = tour_of(record)
            work.note("changed" if before else "added", "tour", record.id, before, tour_facts(record))
        return saved

    def wishes(self, tour_id: int) -> Wishes | None:
        """The rules that were last asked of the tour's programmes; None when none were, or it is gone.

        Raises ProblemForUser when what is kept cannot be read.
        """
        with self._database.reading() as session:
            record = session.get(TourRecord, tour_id)
            return None if record is None or record.wishes is None else from_document(record.wishes)

    def keep_wishes(self, tour_id: int, wishes: Wishes) -> None:
        """Keep the rules for the tour's next programmes; a tour that is gone needs none."""
        with self._database.work() as work:
            record = work.session.get(TourRecord, tour_id)
            if record is None:
                return
            before, record.wishes = record.wishes, as_document(wishes)
            work.note("changed", "tour rules", record.id, {"wishes": before}, {"wishes": record.wishes})

    def venues(self) -> list[tuple[Venue, tuple[Hall, ...]]]:
        """All venues by name, each with its halls."""
        with self._database.reading() as session:
            halls: dict[int, list[Hall]] = {}
            for hall in session.scalars(select(HallRecord).order_by(HallRecord.id)):
                halls.setdefault(hall.venue_id, []).append(hall_of(hall))
            venues = session.scalars(select(VenueRecord).order_by(VenueRecord.name))
            return [(venue_of(venue), tuple(halls.get(venue.id, ()))) for venue in venues]

    def save_venue(self, venue: Venue, halls: tuple[Hall, ...]) -> tuple[Venue, tuple[Hall, ...]]:
        """Save a venue and its halls; returns them with their ids. Halls that are not named stay."""
        if not venue.name.strip():
            raise ProblemForUser(_("A venue needs a name; please type one."))
        with self._database.work() as work:
            session = work.session
            record = session.get(VenueRecord, venue.id) if venue.id is not None else None
            before = venue_facts(session, record) if record is not None else None
            record = record or VenueRecord()
            for name in VENUE_LINES:
                setattr(record, name, getattr(venue, name))
            session.add(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    _(
                        "Another venue is already called “{name}”; please choose it, or another name.",
                        name=venue.name,
                    )
                ) from error
            saved = venue_of(record)
            rows = [write_hall(session, record.id, hall) for hall in halls]
            session.flush()
            after = venue_facts(session, record)
            work.note("changed" if before else "added", "venue", record.id, before, after)
            saved_halls = tuple(hall_of(row) for row in rows)
        return saved, saved_halls

    def screenings(self) -> list[Screening]:
        """All screenings in the order of their start."""
        return self._screenings()

    def screenings_of(self, programme_id: int) -> list[Screening]:
        """The screenings that show a programme, in the order of their start."""
        return self._screenings(programme_id=programme_id)

    def screening(self, screening_id: int) -> Screening:
        """One screening. Raises ProblemForUser when it is gone."""
        with self._database.reading() as session:
            return screening_of(session, screening_record(session, screening_id))

    def event(self, screening: Screening) -> Event:
        """What the rules must know of a screening's night, saved or not, to say all that they find.

        It is `running_order`'s third argument; it changes with films, screenings and programmes, whoever changes them.
        """
        with self._database.reading() as session:
            return event_of(session, screening)

    def plays(self, but: frozenset[int]) -> dict[int, tuple[Play, ...]]:
        """Where films are shown of which a licence limits how often, by film; without the showings of some programmes."""
        with self._database.reading() as session:
            return plays_of(session, but)

    def save_screening(self, screening: Screening) -> Screening:
        """Save a screening; returns it with its id.

        The tour, the venue and the hall must be saved already. Raises ProblemForUser when one of them, or the
        programme, is gone, and for an age that nobody has.
        """
        if screening.age is not None and not 0 <= screening.age <= OLDEST:
            raise ProblemForUser(
                _(
                    "Guests cannot be admitted from {age} years on; please give an age up to {oldest}, or none.",
                    age=screening.age,
                    oldest=OLDEST,
                )
            )
        with self._database.work() as work:
            session = work.session
            record = screening_record(session, screening.id) if screening.id is not None else None
            before = screening_facts(screening_of(session, record)) if record is not None else None
            record = record or ScreeningRecord()
            stop = _stop(work, screening)
            record.stop_id = stop.id
            record.hall_id = _saved(screening.hall.id)
            record.programme_id = screening.programme_id
            record.age = screening.age
            record.night = screening.slot.night
            for name in ("zone", "access", "doors", "start", "curfew", "get_out_seconds"):
                setattr(record, name, getattr(screening.slot, name))
            session.add(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    _(
                        "The venue, the hall or the programme of this screening is no longer there; please choose another."
                    )
                ) from error
            saved = screening_of(session, record)
            work.note(
                "changed" if before else "added", "screening", record.id, before, screening_facts(saved)
            )
        return saved

    def remove_screening(self, screening_id: int) -> Screening:
        """Remove a screening; returns it as it was."""
        with self._database.work() as work:
            record = screening_record(work.session, screening_id)
            screening = screening_of(work.session, record)
            work.session.delete(record)
            work.note("removed", "screening", screening_id, screening_facts(screening), None)
        return replace(screening, id=None)

    def shown(self, film_id: int) -> list[ShownAt]:
        """The screenings that show a film, past and planned, the latest night first."""
        with self._database.reading() as session:
            return shown_at(session, film_id)

    def _screenings(self, programme_id: int | None = None) -> list[Screening]:
        query = select(ScreeningRecord).order_by(ScreeningRecord.start, ScreeningRecord.id)
        if programme_id is not None:
            query = query.where(ScreeningRecord.programme_id == programme_id)
        with self._database.reading() as session:
            return [screening_of(session, record) for record in session.scalars(query)]


def _saved(some_id: int | None) -> int:
    if some_id is None:
        raise ValueError("it must be saved first")
    return some_id


def _stop(work: UnitOfWork, screening: Screening) -> StopRecord:
    """The stop of the tour at the venue, made when this is its first screening; all screenings there have one host."""
    session = work.session
    tour_id, venue_id = _saved(screening.tour.id), _saved(screening.venue.id)
    stop = session.scalars(
        select(StopRecord).where(
            StopRecord.tour_id == tour_id, StopRecord.venue_id == venue_id, StopRecord.town == screening.town
        )
    ).first()
    if stop is None:
        stop = StopRecord(tour_id=tour_id, venue_id=venue_id, town=screening.town)
        session.add(stop)
    before, stop.host = stop.host, screening.host
    session.flush()
    others = session.scalars(
        select(ScreeningRecord.id).where(
            ScreeningRecord.stop_id == stop.id, ScreeningRecord.id != (screening.id or 0)
        )
    )
    for other_id in others:
        work.note("changed", "screening", other_id, {"host": before}, {"host": stop.host})
    return stop
