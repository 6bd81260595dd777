"""Engines: SQLite with the settings that several processes need, or PostgreSQL as it is.

SQLite's driver would begin transactions by itself, late and deferred. Here the engine begins them:
readers with BEGIN, writers with BEGIN IMMEDIATE. A deferred writer fails at once with "database is
locked" when another holds the lock, whatever the busy time-out.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.storage.sqlite_file import BUSY_SECONDS, Identity, identity, identity_now


def sqlite_engine(
    file: Path, *, busy_seconds: float = BUSY_SECONDS, opened: Identity | None = None
) -> Engine:
    """An engine over a SQLite file that is there; it never makes one, also not when the file is taken away later.

    `opened`: which file it was when it was looked at, now if nobody did. Raises FileNotFoundError when it is not there.
    """
    whole = file.absolute()
    # Written as a URI (https://sqlite.org/uri.html), so that a name may hold every sign, "?" and "#" too.
    url = URL.create(
        "sqlite+pysqlite", database=f"file:{quote(whole.as_posix())}", query={"mode": "rw", "uri": "true"}
    )
    engine = create_engine(url, connect_args={"timeout": busy_seconds, "isolation_level": None})
    opened = opened or identity(whole)

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writer", False)
        if writes and identity_now(whole) != opened:
            # SQLite would go on writing into a file that nobody can find any more.
            raise ProblemForUser(
                _(
                    "The database “{file}” was moved, removed or replaced while it was open, and nothing was saved; please put it back, or close TourDesk and open the right file.",
                    file=whole,
                )
            )
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", begin)
    return engine


def postgres_engine(url: str) -> Engine:
    """An engine over a `postgresql+psycopg://` URL."""
    return create_engine(
        url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "client_encoding": "utf8"}
    )


def _on_sqlite_connect(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    del entry
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        # A backup that is opened has none. While another program reads it that cannot be changed: next time then.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
