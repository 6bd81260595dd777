"""What a session sees of the database: whether it is what was seen before, and which changes may be new to it.

SQLite keeps what desks save in the order in which the audit trail numbers it, and so does PostgreSQL where desks wait for their
turn to commit (`Database.work`). What a work wrote to the trail before its end has its number earlier: lower ones may then be
kept after higher ones. PostgreSQL's snapshots say whose work is under way
(https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT).
"""

from dataclasses import dataclass

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from tourdesk.storage.model import AuditEntry


@dataclass(frozen=True, slots=True)
class Sight:
    """What a session sees; of two that are equal both see the same."""

    last: int = 0
    """The newest entry of the audit trail."""
    snapshot: str = "0:0:"
    """On PostgreSQL the oldest transaction under way, the one behind the last that has ended, and all that are under way between them."""

    @property
    def oldest(self) -> int:
        """Every transaction before this one has ended."""
        return int(self.snapshot.split(":")[0])

    @property
    def coming(self) -> int:
        """No transaction from this one on is seen."""
        return int(self.snapshot.split(":")[1])


def sight(session: Session) -> Sight:
    """What a session sees, which for as long as it reads is one state of the database."""
    newest = func.coalesce(func.max(AuditEntry.id), 0)
    if session.get_bind().dialect.name != "postgresql":
        return Sight(session.execute(select(newest)).scalar_one())
    last, snapshot = session.execute(select(newest, cast(func.pg_current_snapshot(), String))).one()
    return Sight(last, snapshot)


class Settled:
    """Up to which entry the audit trail was seen whole: one after it may be new even though a later one is known."""

    def __init__(self) -> None:
        self.last = 0
        self._before = Sight()

    def see(self, now: Sight) -> None:
        """All was read that a session sees, in the order in which sessions were asked."""
        if now.oldest >= now.coming:
            # Nothing is under way.
            self._before = now
        if now.oldest >= self._before.coming:
            # All that was under way then has ended, and is seen by now.
            self.last = self._before.last
            self._before = now
