"""What every mapped class builds on, and the audit trail's table."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON as PLAIN_JSON
from sqlalchemy import DateTime, Dialect, Index, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine


class Instant(TypeDecorator[datetime]):
    """An instant, kept in UTC; SQLite keeps no zone, so it is put back on reading.

    Raises ValueError when a naive datetime is stored: nobody could say which instant it means.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[dict[str, Any]]):
    """JSON; JSONB on PostgreSQL, whose dialect is imported there alone: that takes a third of the time of a start."""

    impl = PLAIN_JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415 - see above

            return dialect.type_descriptor(JSONB())
        return dialect.type_descriptor(PLAIN_JSON())


NEVER_REUSED = {"sqlite_autoincrement": True}
"""For every table: SQLite would give a removed row's id to the next one, and the audit trail would mix them up."""


class Base(DeclarativeBase):
    """The parent of every mapped class; constraints have names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Instant, dict[str, Any]: Json}


class AuditEntry(Base):
    """Who did what to which thing, when, with what stood there before and after.

    The database itself refuses to change or delete a row (triggers in `db/versions/`).
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_subject", "subject", "subject_id"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[int]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
