"""The tour's desk: what screens and commands may ask about tours, venues and screenings."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.slot import Slot
from tourdesk.storage.database import Database
from tourdesk.storage.work import UnitOfWork
from tourdesk.touring.model import HallRecord, ScreeningRecord, StopRecord, TourRecord, VenueRecord
from tourdesk.touring.night import Hall, Screening, Tour, Venue

TOUR_LINES = ("name", "season", "currency", "address", "telephone", "email", "web")
VENUE_LINES = ("name", "town", "zone", "country", "address")


class TouringDesk:
    """Tours, venues and screenings over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tour(self) -> Tour | None:
        """The tour that was made last; None when there is none yet."""
        with self._database.reading() as session:
            record = session.scalars(select(TourRecord).order_by(TourRecord.id.desc())).first()
            return _tour(record) if record is not None else None

    def save_tour(self, tour: Tour) -> Tour:
        """Save a tour; returns it with its id."""
        if not tour.name.strip():
            raise ProblemForUser("A tour needs a name; please type one.")
        with self._database.work() as work:
            record = work.session.get(TourRecord, tour.id) if tour.id is not None else None
            before = _facts(_tour(record), TOUR_LINES) if record is not None else None
            record = record or TourRecord()
            for name in TOUR_LINES:
                setattr(record, name, getattr(tour, name))
            work.session.add(record)
            try:
                work.session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    f"Another tour is already called “{tour.name}”; please choose another name."
                ) from error
            saved = _tour(record)
            work.note("changed" if before else "added", "tour", record.id, before, _facts(saved, TOUR_LINES))
        return saved

    def venues(self) -> list[tuple[Venue, tuple[Hall, ...]]]:
        """All venues by name, each with its halls."""
        with self._database.reading() as session:
            halls: dict[int, list[Hall]] = {}
            for hall in session.scalars(select(HallRecord).order_by(HallRecord.id)):
                halls.setdefault(hall.venue_id, []).append(_hall(hall))
            venues = session.scalars(select(VenueRecord).order_by(VenueRecord.name))
            return [(_venue(venue), tuple(halls.get(venue.id, ()))) for venue in venues]

    def save_venue(self, venue: Venue, halls: tuple[Hall, ...]) -> tuple[Venue, tuple[Hall, ...]]:
        """Save a venue and its halls; returns them with their ids. Halls that are not named stay."""
        if not venue.name.strip():
            raise ProblemForUser("A venue needs a name; please type one.")
        with self._database.work() as work:
            session = work.session
            record = session.get(VenueRecord, venue.id) if venue.id is not None else None
            before = _venue_facts(session, record) if record is not None else None
            record = record or VenueRecord()
            for name in VENUE_LINES:
                setattr(record, name, getattr(venue, name))
            session.add(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    f"Another venue is already called “{venue.name}”; please choose it, or another name."
                ) from error
            saved = _venue(record)
            rows = [_write_hall(session, record.id, hall) for hall in halls]
            session.flush()
            after = _venue_facts(session, record)
            work.note("changed" if before else "added", "venue", record.id, before, after)
            saved_halls = tuple(_hall(row) for row in rows)
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
            return _screening(session, _screening_record(session, screening_id))

    def save_screening(self, screening: Screening) -> Screening:
        """Save a screening; returns it with its id.

        The tour, the venue and the hall must be saved already. Raises ProblemForUser when one of them, or the
        programme, is gone.
        """
        with self._database.work() as work:
            session = work.session
            record = _screening_record(session, screening.id) if screening.id is not None else None
            before = _screening_facts(_screening(session, record)) if record is not None else None
            record = record or ScreeningRecord()
            stop = _stop(work, screening)
            record.stop_id = stop.id
            record.hall_id = _saved(screening.hall.id)
            record.programme_id = screening.programme_id
            record.night = screening.slot.night
            for name in ("zone", "access", "doors", "start", "curfew", "get_out_seconds"):
                setattr(record, name, getattr(screening.slot, name))
            session.add(record)
            try:
                session.flush()
            except IntegrityError as error:
                raise ProblemForUser(
                    "The venue, the hall or the programme of this screening is no longer there; please choose another."
                ) from error
            saved = _screening(session, record)
            work.note(
                "changed" if before else "added", "screening", record.id, before, _screening_facts(saved)
            )
        return saved

    def remove_screening(self, screening_id: int) -> Screening:
        """Remove a screening; returns it as it was."""
        with self._database.work() as work:
            record = _screening_record(work.session, screening_id)
            screening = _screening(work.session, record)
            work.session.delete(record)
            work.note("removed", "screening", screening_id, _screening_facts(screening), None)
        return replace(screening, id=None)

    def _screenings(self, programme_id: int | None = None) -> list[Screening]:
        query = select(ScreeningRecord).order_by(ScreeningRecord.start, ScreeningRecord.id)
        if programme_id is not None:
            query = query.where(ScreeningRecord.programme_id == programme_id)
        with self._database.reading() as session:
            return [_screening(session, record) for record in session.scalars(query)]


def _tour(record: TourRecord) -> Tour:
    return Tour(id=record.id, **{name: getattr(record, name) for name in TOUR_LINES})


def _venue(record: VenueRecord) -> Venue:
    return Venue(id=record.id, **{name: getattr(record, name) for name in VENUE_LINES})


def _hall(record: HallRecord) -> Hall:
    return Hall(name=record.name, capacity=record.capacity, id=record.id)


def _write_hall(session: Session, venue_id: int, hall: Hall) -> HallRecord:
    record = session.get(HallRecord, hall.id) if hall.id is not None else None
    record = record or HallRecord(venue_id=venue_id)
    record.name = hall.name
    record.capacity = hall.capacity
    session.add(record)
    return record


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


def _screening_record(session: Session, screening_id: int) -> ScreeningRecord:
    record = session.get(ScreeningRecord, screening_id)
    if record is None:
        raise ProblemForUser("This screening is no longer there; somebody has removed it.")
    return record


def _screening(session: Session, record: ScreeningRecord) -> Screening:
    # The identity map serves what many screenings share; foreign keys hold that all of it is there.
    stop = session.get_one(StopRecord, record.stop_id)
    return Screening(
        tour=_tour(session.get_one(TourRecord, stop.tour_id)),
        town=stop.town,
        host=stop.host,
        venue=_venue(session.get_one(VenueRecord, stop.venue_id)),
        hall=_hall(session.get_one(HallRecord, record.hall_id)),
        night=record.night,
        slot=Slot(
            zone=record.zone,
            access=record.access,
            doors=record.doors,
            start=record.start,
            curfew=record.curfew,
            get_out_seconds=record.get_out_seconds,
        ),
        programme_id=record.programme_id,
        id=record.id,
    )


def _facts(thing: Tour | Venue, lines: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in lines}


def _venue_facts(session: Session, record: VenueRecord) -> dict[str, Any]:
    halls = session.scalars(
        select(HallRecord).where(HallRecord.venue_id == record.id).order_by(HallRecord.id)
    )
    return _facts(_venue(record), VENUE_LINES) | {
        "halls": [{"name": hall.name, "capacity": hall.capacity} for hall in halls]
    }


def _screening_facts(screening: Screening) -> dict[str, Any]:
    slot = screening.slot
    return {
        "town": screening.town,
        "host": screening.host,
        "venue": screening.venue.name,
        "hall": screening.hall.name,
        "zone": slot.zone,
        "access": slot.access.isoformat(),
        "doors": slot.doors.isoformat(),
        "start": slot.start.isoformat(),
        "curfew": slot.curfew.isoformat(),
        "get_out_seconds": slot.get_out_seconds,
        "programme_id": screening.programme_id,
    }
