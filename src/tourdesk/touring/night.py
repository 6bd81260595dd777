"""Tours, venues, stops and screenings as plain values."""

from dataclasses import dataclass
from datetime import date

from tourdesk.foundation.dates import day_text
from tourdesk.programming.slot import Slot


@dataclass(frozen=True, slots=True)
class Tour:
    """A season, with the lines, the colour and the logo that every paper carries.

    `colour` is written `#rrggbb`, empty for the program's own; `logo` is a picture file's bytes.
    """

    name: str
    season: str = ""
    currency: str = "EUR"
    address: str = ""
    telephone: str = ""
    email: str = ""
    web: str = ""
    colour: str = ""
    logo: bytes | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue; `country` is ISO 3166 alpha-2, `zone` an IANA time zone."""

    name: str
    town: str
    zone: str
    country: str = ""
    address: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall of a venue; `capacity` is None when nobody has said."""

    name: str
    capacity: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """One showing: where, when, of which programme; `age` is from which age in years guests are admitted, None for all."""

    tour: Tour
    town: str
    host: str
    venue: Venue
    hall: Hall
    night: date
    slot: Slot
    programme_id: int | None = None
    id: int | None = None
    age: int | None = None

    @property
    def label(self) -> str:
        """How people call it: `Leura, 18 May 2027, 19:00`."""
        start = self.slot.local(self.slot.start)
        return f"{self.town}, {day_text(start.date())}, {start:%H:%M}"
