"""The programmes' tables."""

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
    version_id: Mapped[int | None] = mapped_column(ForeignKey("film_version.id"), index=True)
    gap_after: Mapped[int | None]
    script: Mapped[str]
    cue: Mapped[str]
