"""Where a film is shown: the screenings of the programmes that it is in."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.library.model import FilmVersion
from tourdesk.programming.model import ItemRecord, ProgrammeRecord
from tourdesk.touring.model import ScreeningRecord, StopRecord, VenueRecord


@dataclass(frozen=True, slots=True)
class ShownAt:
    """A screening that shows a film, and which version of it."""

    screening_id: int
    night: date
    town: str
    venue: str
    programme: str
    version: str


def shown_at(session: Session, film_id: int) -> list[ShownAt]:
    """The screenings that show a film, the latest night first; each once, also when its programme has the film twice."""
    query = (
        select(
            ScreeningRecord.id,
            ScreeningRecord.night,
            StopRecord.town,
            VenueRecord.name,
            ProgrammeRecord.name,
            FilmVersion.name,
        )
        .join(StopRecord, StopRecord.id == ScreeningRecord.stop_id)
        .join(VenueRecord, VenueRecord.id == StopRecord.venue_id)
        .join(ProgrammeRecord, ProgrammeRecord.id == ScreeningRecord.programme_id)
        .join(ItemRecord, ItemRecord.programme_id == ProgrammeRecord.id)
        .join(FilmVersion, FilmVersion.id == ItemRecord.version_id)
        .where(FilmVersion.film_id == film_id)
        .order_by(ScreeningRecord.start.desc(), ScreeningRecord.id, ItemRecord.position)
    )
    found: dict[int, ShownAt] = {}
    for row in session.execute(query):
        found.setdefault(row[0], ShownAt(*row))
    return list(found.values())
