"""The sponsors' desk: what screens and commands may ask about sponsors."""

from collections.abc import Sequence

from sqlalchemy import select

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.sponsorship.model import SponsorRecord
from tourdesk.sponsorship.sponsors import TIERS, Sponsor
from tourdesk.storage.database import Database


class SponsorDesk:
    """Sponsors over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sponsors(self) -> tuple[Sponsor, ...]:
        """All sponsors, the highest tier first, in a tier in the order in which they were added."""
        with self._database.reading() as session:
            found = [
                _sponsor(record)
                for record in session.scalars(select(SponsorRecord).order_by(SponsorRecord.id))
            ]
        return tuple(sorted(found, key=lambda sponsor: TIERS.index(sponsor.tier)))

    def save(self, sponsors: Sequence[Sponsor], tour_id: int | None = None) -> tuple[Sponsor, ...]:
        """Save sponsors, all or none; one of a known name is that sponsor. Returns them with their ids.

        Raises ProblemForUser when a name is empty or a tier unknown.
        """
        saved = []
        with self._database.work() as work:
            for sponsor in sponsors:
                if not sponsor.name.strip():
                    raise ProblemForUser("A sponsor needs a name; please type one.")
                if sponsor.tier not in TIERS:
                    raise ProblemForUser(
                        f"“{sponsor.tier}” of {sponsor.name} is no tier; please choose {', '.join(TIERS)}."
                    )
                record = work.session.scalars(
                    select(SponsorRecord).where(SponsorRecord.name == sponsor.name)
                ).first()
                before = _facts(record) if record is not None else None
                record = record or SponsorRecord(name=sponsor.name, tour_id=tour_id)
                record.tier = sponsor.tier
                record.web = sponsor.web
                record.logo = sponsor.logo
                work.session.add(record)
                work.session.flush()
                work.note("changed" if before else "added", "sponsor", record.id, before, _facts(record))
                saved.append(_sponsor(record))
        return tuple(saved)

    def add(self, names: Sequence[str], tour_id: int | None = None) -> tuple[Sponsor, ...]:
        """Add sponsors of which only the names are known; those that are there already stay as they are.

        Returns the added ones.
        """
        with self._database.work():
            known = {sponsor.name for sponsor in self.sponsors()}
            return self.save([Sponsor(name) for name in dict.fromkeys(names) if name not in known], tour_id)

    def remove(self, sponsor_ids: Sequence[int]) -> tuple[Sponsor, ...]:
        """Remove sponsors; returns them as they were."""
        removed = []
        with self._database.work() as work:
            for sponsor_id in sponsor_ids:
                record = work.session.get(SponsorRecord, sponsor_id)
                if record is not None:
                    work.note("removed", "sponsor", sponsor_id, _facts(record), None)
                    removed.append(_sponsor(record))
                    work.session.delete(record)
        return tuple(removed)


def _sponsor(record: SponsorRecord) -> Sponsor:
    return Sponsor(record.name, record.tier, record.web, record.logo, record.id)


def _facts(record: SponsorRecord) -> dict[str, str | int]:
    return {
        "name": record.name,
        "tier": record.tier,
        "web": record.web,
        "logo_bytes": len(record.logo or b""),
    }
