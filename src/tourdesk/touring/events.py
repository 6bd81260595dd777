"""What the rules must know of a night beside its slot: what was shown before and elsewhere, and the hall's other showings."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.text import folded
from tourdesk.library.model import FilmLicence, FilmShowing, FilmVersion
from tourdesk.library.standing import Play, Showings
from tourdesk.programming.event import Event, Neighbour, Seen
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.programming.proposing.sentences import WishKind
from tourdesk.programming.proposing.writing import from_document
from tourdesk.programming.records import programme_of
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import REACH
from tourdesk.touring.model import ScreeningRecord, StopRecord, TourRecord, VenueRecord
from tourdesk.touring.night import Screening
from tourdesk.touring.records import slot_of


def event_of(session: Session, screening: Screening) -> Event:
    """What is known of a screening's night, saved or not."""
    return Event(
        town=screening.town,
        country=screening.venue.country.upper(),
        admitted_from=screening.age,
        seen=_seen(session, screening),
        before=_neighbour(session, screening, later=False),
        after=_neighbour(session, screening, later=True),
        currency=screening.tour.currency.strip().upper(),
        seats=screening.hall.capacity,
        budget=_budget(session, screening),
        showings=showings_beside(session, screening.programme_id, screening.id),
    )


def showings_beside(session: Session, programme_id: int | None, screening_id: int | None) -> Showings:
    """The showings beside one screening of a programme, saved or not, of films of which a licence limits how often."""
    again = () if programme_id is None else _again(session, programme_id, screening_id)
    return Showings(
        plays_of(session, frozenset() if programme_id is None else frozenset({programme_id})), again
    )


def showings_beside_screening(session: Session, screening_id: int | None) -> Showings:
    """The showings beside a screening that is kept; all of them when none is meant."""
    record = None if screening_id is None else session.get(ScreeningRecord, screening_id)
    return showings_beside(session, record.programme_id if record else None, screening_id)


def plays_of(session: Session, but: frozenset[int]) -> dict[int, tuple[Play, ...]]:
    """The showings of films of which a licence limits how often, by film, without those by some programmes."""
    limited = select(FilmLicence.film_id).where(FilmLicence.plays.is_not(None))
    query = (
        select(
            FilmVersion.film_id,
            FilmVersion.name,
            ScreeningRecord.id,
            ScreeningRecord.night,
            VenueRecord.country,
        )
        .join(ItemRecord, ItemRecord.version_id == FilmVersion.id)
        .join(ScreeningRecord, ScreeningRecord.programme_id == ItemRecord.programme_id)
        .join(StopRecord, StopRecord.id == ScreeningRecord.stop_id)
        .join(VenueRecord, VenueRecord.id == StopRecord.venue_id)
        .where(FilmVersion.film_id.in_(limited), ScreeningRecord.programme_id.not_in(but))
        .distinct()
        .order_by(ScreeningRecord.id)
    )
    # A screening is one showing of a film, however often and in whichever versions the film is in its programme.
    one: dict[tuple[int, int], Play] = {}
    for film_id, version, screening_id, night, country in session.execute(query):
        known = one.get((film_id, screening_id))
        one[film_id, screening_id] = Play(night, country.upper(), "" if known is not None else version)
    found: dict[int, tuple[Play, ...]] = {}
    for (film_id, _screening_id), play in one.items():
        found[film_id] = (*found.get(film_id, ()), play)
    return found


def _again(session: Session, programme_id: int, screening_id: int | None) -> tuple[Play, ...]:
    query = (
        select(ScreeningRecord.night, VenueRecord.country)
        .join(StopRecord, StopRecord.id == ScreeningRecord.stop_id)
        .join(VenueRecord, VenueRecord.id == StopRecord.venue_id)
        .where(
            ScreeningRecord.programme_id == programme_id,
            ScreeningRecord.id != (screening_id or 0),
        )
        .order_by(ScreeningRecord.start, ScreeningRecord.id)
    )
    return tuple(Play(night, country.upper()) for night, country in session.execute(query))


def _budget(session: Session, screening: Screening) -> Decimal | None:
    """The limit for fees among the programme's rules, or among its tour's when it has none of its own yet."""
    programme = session.get(ProgrammeRecord, screening.programme_id) if screening.programme_id else None
    tour = session.get(TourRecord, screening.tour.id) if screening.tour.id else None
    kept = (programme.wishes if programme else None) or (tour.wishes if tour else None)
    try:
        wishes = from_document(kept) if kept else None
    except ProblemForUser:
        return None  # told where the rules are shown
    currency = screening.tour.currency.strip().upper()
    if wishes is None or wishes.of(WishKind.FEES).text not in {"", currency}:
        return None  # of a sum in another currency nothing can be said
    return wishes.budget


def _seen(session: Session, screening: Screening) -> dict[int, Seen]:
    """The films that the town has seen: as somebody noted, and at screenings of nights before this one.

    Another showing of the same night is for other guests. Of several showings of a film the last one is told.
    """
    noted = select(FilmShowing.film_id, FilmShowing.night).where(
        _in_town(session, FilmShowing.town, screening.town),
        FilmShowing.night.is_(None) | (FilmShowing.night < screening.night),
    )
    seen = [(film_id, Seen(night)) for film_id, night in session.execute(noted)]
    shown = (
        select(FilmVersion.film_id, ScreeningRecord.night, StopRecord.tour_id)
        .join(ItemRecord, ItemRecord.version_id == FilmVersion.id)
        .join(ScreeningRecord, ScreeningRecord.programme_id == ItemRecord.programme_id)
        .join(StopRecord, StopRecord.id == ScreeningRecord.stop_id)
        .where(
            _in_town(session, StopRecord.town, screening.town),
            ScreeningRecord.night < screening.night,
            ScreeningRecord.id != (screening.id or 0),
        )
    )
    seen += [
        (film_id, Seen(night, same_tour=tour_id == screening.tour.id))
        for film_id, night, tour_id in session.execute(shown)
    ]
    return dict(sorted(seen, key=lambda one: one[1].night or date.min))


def _in_town(session: Session, column: InstrumentedAttribute[str], town: str) -> ColumnElement[bool]:
    # Compared here: each database has its own idea of small letters and accents.
    spellings = session.scalars(select(column).distinct())
    return column.in_([name for name in spellings if folded(name) == folded(town)])


def _neighbour(session: Session, screening: Screening, *, later: bool) -> Neighbour | None:
    """The next showing in the hall after this one, or the last one before it, when it is of the same night."""
    start = screening.slot.start
    query = select(ScreeningRecord).where(
        ScreeningRecord.hall_id == (screening.hall.id or 0), ScreeningRecord.id != (screening.id or 0)
    )
    if later:
        query = query.where(ScreeningRecord.start >= start, ScreeningRecord.start < start + REACH)
        record = session.scalars(query.order_by(ScreeningRecord.start, ScreeningRecord.id)).first()
    else:
        query = query.where(ScreeningRecord.start < start, ScreeningRecord.start > start - REACH)
        record = session.scalars(query.order_by(ScreeningRecord.start.desc())).first()
    if record is None:
        return None
    slot = slot_of(record)
    end = slot.must_end
    if record.programme_id is not None:
        programme = programme_of(session, session.get_one(ProgrammeRecord, record.programme_id))
        end = running_order(programme, slot).end
    return Neighbour(slot.access, slot.doors, slot.start, end + timedelta(seconds=slot.get_out_seconds))
