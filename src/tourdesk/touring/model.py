"""The tour's tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tourdesk.storage.model import NEVER_REUSED, Base


class TourRecord(Base):
    """A tour: one season, with the lines every paper carries."""

    __tablename__ = "tour"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    season: Mapped[str]
    currency: Mapped[str]
    address: Mapped[str]
    telephone: Mapped[str]
    email: Mapped[str]
    web: Mapped[str]
    colour: Mapped[str] = mapped_column(server_default="")
    """The tour's colour on papers, as `#rrggbb`; empty for the program's own."""
    logo: Mapped[bytes | None]
    wishes: Mapped[dict[str, Any] | None]
    """The rules that were last asked of this tour's programmes (see `proposing.wishes`)."""


class VenueRecord(Base):
    """A venue, with the IANA time zone its clocks show."""

    __tablename__ = "venue"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str]
    town: Mapped[str]
    country: Mapped[str]
    zone: Mapped[str]


class HallRecord(Base):
    """A hall of a venue."""

    __tablename__ = "hall"
    __table_args__ = (
        CheckConstraint("capacity is null or capacity >= 0", name="capacity_not_negative"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    capacity: Mapped[int | None]


class StopRecord(Base):
    """A host's engagement of a tour at a venue."""

    __tablename__ = "stop"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    tour_id: Mapped[int] = mapped_column(ForeignKey("tour.id", ondelete="CASCADE"), index=True)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    town: Mapped[str]
    host: Mapped[str]


class ScreeningRecord(Base):
    """One showing of a programme in a hall, in the slot that the venue gives."""

    __tablename__ = "screening"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), index=True)
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"), index=True)
    night: Mapped[date]
    """The date on which the night starts, as the venue's calendar has it."""
    zone: Mapped[str]
    access: Mapped[datetime]
    doors: Mapped[datetime]
    start: Mapped[datetime]
    curfew: Mapped[datetime]
    get_out_seconds: Mapped[int]
    age: Mapped[int | None]
    """The age from which guests are admitted, in years; null when all are."""
