"""Engines: SQLite with the settings that several processes need, or PostgreSQL as it is.

SQLite's driver would begin transactions by itself, late and deferred. Here the engine begins them:
readers with BEGIN, writers with BEGIN IMMEDIATE. A deferred writer fails at once with "database is
locked" when another holds the lock, whatever the busy time-out.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 5
APPLICATION_ID = 0x54446B31
"""Marks a SQLite file as TourDesk's ("TDk1"), https://sqlite.org/pragma.html#pragma_application_id."""


def sqlite_engine(file: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine over a SQLite file; the file is made when it is not there."""
    engine = create_engine(
        f"sqlite+pysqlite:///{file}",
        connect_args={"timeout": busy_seconds, "isolation_level": None},
    )
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def postgres_engine(url: str) -> Engine:
    """An engine over a `postgresql+psycopg://` URL."""
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})


def _on_sqlite_connect(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    del entry
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _on_sqlite_begin(connection: Connection) -> None:
    writer = connection.get_execution_options().get("writer", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")
