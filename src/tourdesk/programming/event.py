"""What the rules must know of a night beside its programme and its slot, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from tourdesk.library.standing import NOT_SHOWN, Showings


@dataclass(frozen=True, slots=True)
class Seen:
    """That a film was shown in the town before; `night` is None when nobody knows when."""

    night: date | None = None
    same_tour: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another showing in the same hall, as instants."""

    access: datetime
    doors: datetime
    start: datetime
    out: datetime
    """When all are out: the end of its programme and the get-out; by curfew, when it has no programme yet."""


@dataclass(frozen=True, slots=True)
class Event:
    """What is known of a night. An event of which nothing is known makes no finding."""

    town: str = ""
    country: str = ""
    """ISO 3166 alpha-2 of the venue, whose ratings count."""
    admitted_from: int | None = None
    """The age in years from which guests are admitted; None when all are."""
    seen: Mapping[int, Seen] = field(default_factory=dict)
    """Which films the town has seen before, by film id."""
    before: Neighbour | None = None
    """The showing before this one in the same hall, when it is of the same night."""
    after: Neighbour | None = None
    """The showing after this one in the same hall, likewise."""
    currency: str = ""
    """ISO 4217, the tour's."""
    seats: int | None = None
    """How many the hall holds; None when nobody has said."""
    budget: Decimal | None = None
    """What the licences of the programme may cost; None when nobody minds."""
    showings: Showings = NOT_SHOWN
    """Where else films are shown of which a licence limits how often."""


UNKNOWN = Event()
"""A night of which nothing is known but its slot."""
