"""The programmes' tables."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tourdesk.storage.model import NEVER_REUSED, Base


class ProgrammeRecord(Base):
    """A programme: an ordered list of items; its parts are the stretches between intermissions."""

    __tablename__ = "programme"
    __table_args__ = (CheckConstraint("gap_seconds >= 0", name="gap_not_negative"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    gap_seconds: Mapped[int]
    revision: Mapped[int]
    """Counts the saves, so that two desks cannot overwrite each other unseen."""
    master_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"), index=True)
    """The master programme that this one varies; null for a master, and for one that was detached."""
    master_revision: Mapped[int | None]
    """The master's revision that this one has followed so far."""
    wishes: Mapped[dict[str, Any] | None]
    """The rules that were last asked of this programme (see `proposing.wishes`)."""

    items: Mapped[list["ItemRecord"]] = relationship(
        order_by="ItemRecord.position", cascade="all, delete-orphan", lazy="selectin"
    )


class ItemRecord(Base):
    """One item of a programme, at its place."""

    __tablename__ = "programme_item"
    __table_args__ = (
        UniqueConstraint("programme_id", "key", name="uq_programme_item_key"),
        CheckConstraint("seconds is null or seconds >= 0", name="seconds_not_negative"),
        CheckConstraint("gap_after is null or gap_after >= 0", name="gap_not_negative"),
        CheckConstraint("least_seconds is null or least_seconds >= 0", name="least_not_negative"),
        CheckConstraint("most_seconds is null or most_seconds >= least_seconds", name="most_not_below_least"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    key: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    seconds: Mapped[int | None]
    """The duration of an item that is no film; a film's is its version's."""
    least_seconds: Mapped[int | None]
    most_seconds: Mapped[int | None]
    """With `least_seconds` the bounds of an elastic item, which takes what is left of the evening."""
    pinned: Mapped[time | None]
    """The venue's clock time at which the item starts, whatever comes before."""
    inside: Mapped[str | None]
    """The key of the intermission during which the item runs."""
    known_seconds: Mapped[int | None]
    """A film's run-time when it was put in, or when its change was last taken note of."""
    version_id: Mapped[int | None] = mapped_column(ForeignKey("film_version.id"), index=True)
    gap_after: Mapped[int | None]
    script: Mapped[str]
    cue: Mapped[str]


class PublishedRecord(Base):
    """A programme as it was published, whole: what is changed later does not reach it."""

    __tablename__ = "published_programme"
    __table_args__ = (
        UniqueConstraint("programme_id", "number", name="uq_published_programme_number"),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    """1 for the first publication, and so on."""
    at: Mapped[datetime]
    who: Mapped[str]
    content: Mapped[dict[str, Any]]


class PublishedStill(Base):
    """The picture of a film that papers of a publication show, as it was kept then."""

    __tablename__ = "published_still"

    published_id: Mapped[int] = mapped_column(
        ForeignKey("published_programme.id", ondelete="CASCADE"), primary_key=True
    )
    film_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """As the film was numbered when it was published: it may have left the library since."""
    picture: Mapped[bytes]


class RuleSetRecord(Base):
    """Rules for proposing programmes, kept under a name to be used again and shared."""

    __tablename__ = "rule_set"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    wishes: Mapped[dict[str, Any]]
