"""The library's tables."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tourdesk.storage.model import NEVER_REUSED, Base


class FilmRecord(Base):
    """A film, the work; its lists are in `film_term`, its cuts in `film_version`."""

    __tablename__ = "film"
    __table_args__ = (Index("ix_film_folded_title", "folded_title"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    original_title: Mapped[str | None]
    year: Mapped[int | None]
    section: Mapped[str | None] = mapped_column(index=True)
    logline: Mapped[str | None]
    synopsis: Mapped[str | None]
    trailer: Mapped[str | None]
    source: Mapped[str | None]
    folded_title: Mapped[str]
    """The title as people compare titles: without case, accents and doubled spaces."""
    folded_names: Mapped[str] = mapped_column(server_default="")
    """The words of title, original title and people, folded, with spaces between: searched first."""
    folded_words: Mapped[str]
    """The words of everything that is searched, likewise."""
    added: Mapped[datetime]

    terms: Mapped[list["FilmTerm"]] = relationship(
        order_by="FilmTerm.kind, FilmTerm.position", cascade="all, delete-orphan", lazy="selectin"
    )
    versions: Mapped[list["FilmVersion"]] = relationship(
        order_by="FilmVersion.position", cascade="all, delete-orphan", lazy="selectin"
    )


class FilmTerm(Base):
    """One entry of one of a film's lists: a director, producer, country, language, tag, advisory, rating or identifier."""

    __tablename__ = "film_term"
    __table_args__ = (
        UniqueConstraint("film_id", "kind", "position", name="uq_film_term_place"),
        Index("ix_film_term_kind_value", "kind", "value"),
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


class FilmStill(Base):
    """A picture of a film, as it was given."""

    __tablename__ = "film_still"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    picture: Mapped[bytes]
