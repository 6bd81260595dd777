"""Variations of a master: what of the master was followed is kept in the audit trail, by the master's revision."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.programming.content import programme_content, programme_from
from tourdesk.programming.model import ProgrammeRecord
from tourdesk.programming.programme import Programme
from tourdesk.storage.model import AuditEntry
from tourdesk.storage.work import UnitOfWork

FOLLOWED = "followed"
"""The verb of the trail's notes that keep a master as it was followed."""


def remember(work: UnitOfWork, master: Programme) -> None:
    """Keep the master as it is: a variation follows this revision of it from now on."""
    if followed(work.session, _saved(master), master.revision) is None:
        after = {"revision": master.revision, "programme": programme_content(master)}
        work.note(FOLLOWED, "programme", _saved(master), None, after)
        work.write_notes()


def followed(session: Session, master_id: int, revision: int) -> Programme | None:
    """A master as it was in a revision that some variation has followed; None when none ever did."""
    query = (
        select(AuditEntry)
        .where(
            AuditEntry.subject == "programme",
            AuditEntry.subject_id == master_id,
            AuditEntry.what == FOLLOWED,
        )
        .order_by(AuditEntry.id.desc())
    )
    for entry in session.scalars(query):
        if entry.after is not None and entry.after["revision"] == revision:
            return programme_from(entry.after["programme"])
    return None


def variations(session: Session, master_id: int) -> list[ProgrammeRecord]:
    """The programmes that vary a master, by name."""
    query = (
        select(ProgrammeRecord).where(ProgrammeRecord.master_id == master_id).order_by(ProgrammeRecord.name)
    )
    return list(session.scalars(query))


def _saved(programme: Programme) -> int:
    if programme.id is None:
        raise ValueError("a master must be saved first")
    return programme.id
