"""The library's tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tourdesk.storage.model import NEVER_REUSED, Base


class FilmRecord(Base):
    """A film, the work; its lists are in `film_term`, its cuts in `film_version`."""

    __tablename__ = "film"
    __table_args__ = (Index("ix_film_folded_title", "folded_title"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    original_title: Mapped[str | None]
    year: Mapped[int | None] = mapped_column(index=True)
    section: Mapped[str | None] = mapped_column(index=True)
    logline: Mapped[str | None]
    synopsis: Mapped[str | None]
    trailer: Mapped[str | None]
    source: Mapped[str | None]
    notes: Mapped[str] = mapped_column(server_default="")
    revision: Mapped[int] = mapped_column(server_default="1")
    """Counts the saves, so that two desks cannot overwrite each other unseen."""
    folded_title: Mapped[str]
    """The title as it is sorted and compared, see `title_order`."""
    folded_names: Mapped[str] = mapped_column(server_default="")
    """The words of title, original title and people, folded, with spaces between: searched first."""
    folded_words: Mapped[str]
    """The words of everything that is searched, likewise."""
    added: Mapped[datetime]


class FilmTerm(Base):
    """One entry of one of a film's lists: a director, producer, country, language, tag, advisory, rating or identifier."""

    __tablename__ = "film_term"
    __table_args__ = (
        UniqueConstraint("film_id", "kind", "position", name="uq_film_term_place"),
        Index("ix_film_term_kind_value", "kind", "value", "film_id"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    position: Mapped[int]
    value: Mapped[str]


class FilmVersion(Base):
    """A cut of a film; run-times are whole seconds, end credits included."""

    __tablename__ = "film_version"
    __table_args__ = (
        CheckConstraint("seconds is null or seconds > 0", name="seconds_positive"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    seconds: Mapped[int | None]
    approximate: Mapped[bool]


class FilmCopy(Base):
    """What a projector plays of a version: a file, DCP, disc or drive."""

    __tablename__ = "film_copy"
    __table_args__ = (
        CheckConstraint("seconds is null or seconds > 0", name="seconds_positive"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("film_version.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    medium: Mapped[str]
    format: Mapped[str]
    aspect: Mapped[str]
    audio: Mapped[str]
    subtitles: Mapped[str]
    identity: Mapped[str]
    """A checksum, or the UUID of a DCP's composition playlist."""
    seconds: Mapped[int | None]
    """Its measured run-time."""
    place: Mapped[str]
    """Where it is now."""


class FilmSource(Base):
    """What one source (a page, a listing, a person) said of a film's run-time, so that differing sources are seen."""

    __tablename__ = "film_source"
    __table_args__ = (UniqueConstraint("film_id", "name", name="uq_film_source_name"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    seconds: Mapped[int]
    approximate: Mapped[bool]
    read: Mapped[datetime]


class FilmShowing(Base):
    """Where a film was shown before, as somebody knows it; the screenings kept here are counted beside these."""

    __tablename__ = "film_showing"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    town: Mapped[str]
    night: Mapped[date | None]
    note: Mapped[str]


class FilmLicence(Base):
    """The terms on which a film may be shown; see `licences.Licence`. What nobody has said is null or empty."""

    __tablename__ = "film_licence"
    __table_args__ = (
        CheckConstraint("first is null or last is null or first <= last", name="first_not_after_last"),
        CheckConstraint("fee_minor is null or fee_minor >= 0", name="fee_not_negative"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    first: Mapped[date | None]
    last: Mapped[date | None]
    territories: Mapped[str]
    """ISO 3166 codes with spaces between."""
    version: Mapped[str]
    """The name of the only version that may be shown; empty for all."""
    fee_kind: Mapped[str | None]
    """One of `licences.FeeKind`; null when nobody has said what it costs."""
    fee_minor: Mapped[int | None] = mapped_column(BigInteger)
    """In the smallest unit of its currency (ISO 4217)."""
    fee_currency: Mapped[str | None]
    fee_share: Mapped[int | None]
    """Hundredths of a percent of the takings."""
    plays: Mapped[int | None]
    radius_km: Mapped[int | None]
    return_days: Mapped[int | None]
    holder: Mapped[str]
    contact: Mapped[str]
    note: Mapped[str]


class FilmStill(Base):
    """A picture of a film, as it was given, with its thumbnail beside it."""

    __tablename__ = "film_still"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    picture: Mapped[bytes]
    thumbnail: Mapped[bytes | None]


class MemberRecord(Base):
    """A member of the committee; one who has left keeps the verdicts that were given."""

    __tablename__ = "committee_member"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    left: Mapped[bool]


class VerdictRecord(Base):
    """One member's verdict on a film; `choice` is one of `verdicts.Choice`, or null when only stars or words were given."""

    __tablename__ = "verdict"
    __table_args__ = (
        UniqueConstraint("film_id", "member_id", name="uq_verdict_of_member"),
        CheckConstraint("stars is null or stars between 1 and 5", name="stars_one_to_five"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("committee_member.id"), index=True)
    choice: Mapped[str | None]
    stars: Mapped[int | None]
    comment: Mapped[str]
    given: Mapped[datetime]


class SavedSearchRecord(Base):
    """A search somebody keeps, under a name."""

    __tablename__ = "saved_search"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    wanted: Mapped[dict[str, Any]]


class ListingMappingRecord(Base):
    """Which column of a listing means what, remembered by the listing's header."""

    __tablename__ = "listing_mapping"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    header: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[dict[str, Any]]
