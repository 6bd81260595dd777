"""What is kept in memory of the library, true to each session that asks: the audit trail says what has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from tourdesk.storage.model import AuditEntry
from tourdesk.storage.sight import Settled, Sight, sight

Value = TypeVar("Value")

_MOST = 1_000
"""After more changes than this everything is read anew."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed since something was read: films by id, and whether any verdict has."""

    films: frozenset[int]
    verdicts: bool


class Kept(Generic[Value]):
    """A value that is read once and then brought up to date with what the audit trail says; safe among threads.

    Values are never changed, only replaced: whoever holds one may go on reading it.
    """

    def __init__(
        self, read: Callable[[Session], Value], bring_up: Callable[[Value, Session, Changed], Value]
    ) -> None:
        self._read = read
        self._bring_up = bring_up
        self._lock = Lock()
        self._known: tuple[Sight, Value] | None = None
        self._settled = Settled()

    def of(self, session: Session) -> Value:
        """The value as the session sees the database."""
        if session.get_bind().get_execution_options().get("writer", False):
            # What a unit of work has not kept yet may never be true: nobody else must see it.
            return self._read(session)
        with self._lock:
            now = sight(session)
            if self._known is None:
                self._known = now, self._read(session)
            elif now == self._known[0] or now.last < self._known[0].last:
                return self._known[1]
            else:
                self._known = now, self._brought_up(session, self._known[1])
            self._settled.see(now)
            return self._known[1]

    def _brought_up(self, session: Session, value: Value) -> Value:
        query = (
            select(AuditEntry.subject, AuditEntry.subject_id)
            .where(AuditEntry.id > self._settled.last, AuditEntry.subject.in_(("film", "verdict")))
            .distinct()
            .limit(_MOST + 1)
        )
        found = session.execute(query).all()
        if len(found) > _MOST:
            return self._read(session)
        films = frozenset(subject_id for subject, subject_id in found if subject == "film")
        changed = Changed(films, any(subject == "verdict" for subject, _ in found))
        return self._bring_up(value, session, changed) if found else value
