"""The sponsors' table."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tourdesk.storage.model import NEVER_REUSED, Base


class SponsorRecord(Base):
    """A sponsor of a tour; `tier` is one of `sponsors.TIERS`."""

    __tablename__ = "sponsor"
    __table_args__ = NEVER_REUSED

    id: Mapped[int] = mapped_column(primary_key=True)
    tour_id: Mapped[int | None] = mapped_column(ForeignKey("tour.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[str]
    web: Mapped[str]
    logo: Mapped[bytes | None]
