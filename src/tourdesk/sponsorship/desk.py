"""The sponsors' desk: what screens and commands may ask about sponsors."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.sponsorship.model import SponsorRecord
from tourdesk.sponsorship.sponsors import TIERS, Sponsor
from tourdesk.storage.database import Database
from tourdesk.storage.work import picture_facts


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
        """Save sponsors, all or none; one with an id, or else of a known name, is that sponsor. Returns them with their ids.

        Raises ProblemForUser when a name is empty or another sponsor's, or a tier unknown.
        """
        saved = []
        with self._database.work() as work:
            for sponsor in sponsors:
                if not sponsor.name.strip():
                    raise ProblemForUser(_("A sponsor needs a name; please type one."))
                if sponsor.tier not in TIERS:
                    raise ProblemForUser(
                        _(
                            "“{tier}” of {name} is no tier; please choose {tiers}.",
                            tier=sponsor.tier,
                            name=sponsor.name,
                            tiers=", ".join(TIERS),
                        )
                    )
                record = _known(work.session, sponsor)
                before = _facts(record) if record is not None else None
                record = record or SponsorRecord(tour_id=tour_id)
                record.name = sponsor.name
                record.tier = sponsor.tier
                record.web = sponsor.web
                record.logo = sponsor.logo
                work.session.add(record)
                try:
                    work.session.flush()
                except IntegrityError as error:
                    raise ProblemForUser(
                        _(
                            "Another sponsor is already called “{name}”; please choose another name, or try again.",
                            name=sponsor.name,
                        )
                    ) from error
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


def _known(session: Session, sponsor: Sponsor) -> SponsorRecord | None:
    record = session.get(SponsorRecord, sponsor.id) if sponsor.id is not None else None
    return record or session.scalars(select(SponsorRecord).where(SponsorRecord.name == sponsor.name)).first()


def _sponsor(record: SponsorRecord) -> Sponsor:
    return Sponsor(record.name, record.tier, record.web, record.logo, record.id)


def _facts(record: SponsorRecord) -> dict[str, str | None]:
    return {
        "name": record.name,
        "tier": record.tier,
        "web": record.web,
        "logo": picture_facts(record.logo),
    }
