"""News from other desks: what other programs commit to the same database is told to this one's change feed.

A SQLite file is looked at every second: a counter tells whether anybody committed
(https://sqlite.org/pragma.html#pragma_data_version), and the audit trail what. A PostgreSQL server sends the news
itself (https://www.postgresql.org/docs/current/sql-notify.html).
"""

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError

from tourdesk.storage.changes import Change, Changes, Own
from tourdesk.storage.model import AuditEntry

PAUSE = 1.0
"""Seconds between two looks at a file, and before a server that is gone is tried again."""

CHANNEL = "tourdesk"
_PAYLOAD = 200
"""Changes in one notification: PostgreSQL takes 8,000 bytes."""

_TURN = 1_413_769_010
"""The advisory lock of who numbers and commits; TourDesk's own, beside that of upgrades."""

_LATE = 1000
"""Entries of the audit trail: PostgreSQL numbers them before they are committed, so lower ones may come later."""

Tell = Callable[[Changes], None]


def wait_for_turn(connection: Connection) -> None:
    """Wait until no other desk is between numbering its entries of the audit trail and its commit.

    Else a lower number could be kept after a higher one, and who looked in between would never look for it. Whoever has
    the turn waits for nobody any more, so that no two can wait for each other.
    """
    connection.execute(select(func.pg_advisory_xact_lock(_TURN)))


def announce(connection: Connection, changes: Changes, own: Own) -> None:
    """Have PostgreSQL send what a unit of work changed to the other desks when it is committed."""
    pairs = sorted((change.subject, change.id) for change in changes)
    for start in range(0, len(pairs), _PAYLOAD):
        news = json.dumps([own.name, pairs[start : start + _PAYLOAD]])
        connection.execute(text("SELECT pg_notify(:channel, :news)"), {"channel": CHANNEL, "news": news})


def keep_looking(engine: Engine, own: Own, tell: Tell, stop: threading.Event) -> None:
    """Tell what other programs commit from now on until the end; on a thread of its own.

    A database that does not answer is tried again: who saves or reads hears of it anyway.
    """
    look = _hear_server if engine.dialect.name == "postgresql" else _look_at_file
    gone = (DBAPIError, engine.dialect.loaded_dbapi.Error)
    lost_at: int | None = None
    while not stop.is_set():
        try:
            with engine.connect() as connection:
                if lost_at is not None:
                    tell(_missed(connection, lost_at))
                lost_at = _newest(connection)
                for changes in look(connection, own, stop):
                    tell(changes)
        except gone:
            stop.wait(PAUSE)


def _newest(connection: Connection) -> int:
    newest = connection.scalar(select(func.max(AuditEntry.id))) or 0
    connection.rollback()
    return newest


def _missed(connection: Connection, lost_at: int) -> Changes:
    """All that was changed since the last time the database was found; what was told already is told again."""
    rows = connection.execute(
        select(AuditEntry.subject, AuditEntry.subject_id).where(AuditEntry.id > lost_at - _LATE)
    ).all()
    connection.rollback()
    return frozenset(Change(row.subject, row.subject_id) for row in rows)


def _look_at_file(connection: Connection, own: Own, stop: threading.Event) -> Iterator[Changes]:
    last = _newest(connection)
    seen = _data_version(connection)
    while not stop.wait(PAUSE):
        now = _data_version(connection)
        if now != seen:
            seen = now
            rows = connection.execute(
                select(AuditEntry.id, AuditEntry.subject, AuditEntry.subject_id).where(AuditEntry.id > last)
            ).all()
            connection.rollback()
            last = max((row.id for row in rows), default=last)
            ours = own.among(row.id for row in rows)
            if news := frozenset(Change(row.subject, row.subject_id) for row in rows if row.id not in ours):
                yield news


def _data_version(connection: Connection) -> int:
    version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    # The transaction is ended: an open one would go on seeing the file as it was.
    connection.rollback()
    return int(version)


def _hear_server(connection: Connection, own: Own, stop: threading.Event) -> Iterator[Changes]:
    driver: Any = connection.connection.driver_connection
    driver.autocommit = True
    driver.execute(f"LISTEN {CHANNEL}")
    try:
        while not stop.is_set():
            for note in driver.notifies(timeout=PAUSE / 4):
                sender, pairs = json.loads(note.payload)
                if sender != own.name:
                    yield frozenset(Change(subject, subject_id) for subject, subject_id in pairs)
                if stop.is_set():
                    break
    finally:
        # Never given back to the pool: it listens, and commits by itself.
        connection.detach()
        driver.close()
