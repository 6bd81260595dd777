"""The unit of work: all of a use case is kept, or nothing; what changed is audited and announced."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from tourdesk.foundation.clock import Clock
from tourdesk.storage.changes import Change, Changes
from tourdesk.storage.model import AuditEntry, Base
from tourdesk.storage.numbering import new_ids

Facts = dict[str, Any]
"""What stood in a thing, as JSON values."""


def picture_facts(picture: bytes | None) -> str | None:
    """A picture as the audit trail keeps it: its size, and which one it is."""
    if picture is None:
        return None
    return f"{len(picture)} bytes, SHA-256 {hashlib.sha256(picture).hexdigest()}"


class UnitOfWork:
    """One use case's writing: a session, and notes of what it changed."""

    def __init__(self, session: Session, clock: Clock, who: str) -> None:
        self.session = session
        self.now: datetime = clock()
        """The instant of this work: all that it notes bears it."""
        self.broken = False
        """Whether a use case that took part in it failed: then nothing of it may be kept."""
        self.who = who
        """Who does this work, for the audit trail and for what bears a name."""
        self._changes: set[Change] = set()
        self._noted: list[Facts] = []
        self._entries: list[int] = []

    def note(
        self, what: str, subject: str, subject_id: int, before: Facts | None, after: Facts | None
    ) -> None:
        """Write into the audit trail what happened to a thing, and announce it after the commit.

        `what` is the verb in the past ("added", "changed", "removed"); `before` and `after` are the
        thing's facts, None where it did not exist. Of a change only the facts that differ are kept.
        """
        if before is not None and after is not None:
            keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
            if not keys:
                return
            before = {key: before.get(key) for key in sorted(keys)}
            after = {key: after.get(key) for key in sorted(keys)}
        self._noted.append(
            {
                "at": self.now,
                "who": self.who,
                "what": what,
                "subject": subject,
                "subject_id": subject_id,
                "before": before,
                "after": after,
            }
        )
        self._changes.add(Change(subject, subject_id))

    @property
    def changes(self) -> Changes:
        """What was noted so far."""
        return frozenset(self._changes)

    def write_notes(self) -> list[int]:
        """Write what was noted into the audit trail, all at once; returns the numbers of all its entries so far.

        Called before the commit; before that only by who reads the trail within the work.
        """
        if self._noted:
            numbers = new_ids(self.session, AuditEntry, len(self._noted))
            rows = [{"id": number, **row} for number, row in zip(numbers, self._noted, strict=True)]
            self.session.execute(insert(Base.metadata.tables[AuditEntry.__tablename__]), rows)
            self._entries += numbers
            self._noted = []
        return list(self._entries)
