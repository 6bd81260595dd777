"""Between tours, venues and screenings as plain values and the rows they are kept in."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.slot import Slot
from tourdesk.storage.work import picture_facts
from tourdesk.touring.model import HallRecord, ScreeningRecord, StopRecord, TourRecord, VenueRecord
from tourdesk.touring.night import Hall, Screening, Tour, Venue

TOUR_LINES = ("name", "season", "currency", "address", "telephone", "email", "web", "colour")
VENUE_LINES = ("name", "town", "zone", "country", "address")


def tour_of(record: TourRecord) -> Tour:
    """The tour that a row keeps."""
    return Tour(id=record.id, logo=record.logo, **{name: getattr(record, name) for name in TOUR_LINES})


def tour_facts(record: TourRecord) -> dict[str, Any]:
    """A tour as the audit trail keeps it."""
    return _facts(tour_of(record), TOUR_LINES) | {"logo": picture_facts(record.logo)}


def venue_of(record: VenueRecord) -> Venue:
    """The venue that a row keeps."""
    return Venue(id=record.id, **{name: getattr(record, name) for name in VENUE_LINES})


def hall_of(record: HallRecord) -> Hall:
    """The hall that a row keeps."""
    return Hall(name=record.name, capacity=record.capacity, id=record.id)


def write_hall(session: Session, venue_id: int, hall: Hall) -> HallRecord:
    """Put a hall into its row, a new one when it has none; returns the row."""
    record = session.get(HallRecord, hall.id) if hall.id is not None else None
    record = record or HallRecord(venue_id=venue_id)
    record.name = hall.name
    record.capacity = hall.capacity
    session.add(record)
    return record


def screening_record(session: Session, screening_id: int) -> ScreeningRecord:
    """The row of a screening. Raises ProblemForUser when it is gone."""
    record = session.get(ScreeningRecord, screening_id)
    if record is None:
        raise ProblemForUser(_("This screening is no longer there; somebody has removed it."))
    return record


def screening_of(session: Session, record: ScreeningRecord) -> Screening:
    """The screening that a row keeps, with all that it is of."""
    # The identity map serves what many screenings share; foreign keys hold that all of it is there.
    stop = session.get_one(StopRecord, record.stop_id)
    return Screening(
        tour=tour_of(session.get_one(TourRecord, stop.tour_id)),
        town=stop.town,
        host=stop.host,
        venue=venue_of(session.get_one(VenueRecord, stop.venue_id)),
        hall=hall_of(session.get_one(HallRecord, record.hall_id)),
        night=record.night,
        slot=slot_of(record),
        programme_id=record.programme_id,
        id=record.id,
        age=record.age,
    )


def _facts(thing: Tour | Venue, lines: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in lines}


def venue_facts(session: Session, record: VenueRecord) -> dict[str, Any]:
    """A venue with its halls as the audit trail keeps it."""
    halls = session.scalars(
        select(HallRecord).where(HallRecord.venue_id == record.id).order_by(HallRecord.id)
    )
    return _facts(venue_of(record), VENUE_LINES) | {
        "halls": [{"name": hall.name, "capacity": hall.capacity} for hall in halls]
    }


def screening_facts(screening: Screening) -> dict[str, Any]:
    """A screening as the audit trail keeps it."""
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
        "age": screening.age,
    }


def slot_of(record: ScreeningRecord) -> Slot:
    """The slot that a screening's row keeps."""
    return Slot(
        zone=record.zone,
        access=record.access,
        doors=record.doors,
        start=record.start,
        curfew=record.curfew,
        get_out_seconds=record.get_out_seconds,
    )
