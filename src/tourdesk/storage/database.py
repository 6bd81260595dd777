"""An open database: where rooms get their units of work from."""

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from tourdesk.foundation.clock import Clock, system_clock
from tourdesk.storage.changes import ChangeFeed
from tourdesk.storage.troubles import in_a_sentence
from tourdesk.storage.watching import Own, announce, watch
from tourdesk.storage.work import UnitOfWork


class Database:
    """An open, upgraded database. Made by `tourdesk.storage.opening.open_database`."""

    def __init__(
        self, engine: Engine, label: str, *, clock: Clock = system_clock, who: str | None = None
    ) -> None:
        self.engine = engine
        self.label = label
        """What the status line calls it: a file's name, or database and server."""
        self.changes = ChangeFeed()
        self._own = Own()
        self._clock = clock
        self._who = who or _login()
        # SQLite shows a reader one state by itself, PostgreSQL only when it is asked for.
        postgres = engine.dialect.name == "postgresql"
        reading = {"isolation_level": "REPEATABLE READ"} if postgres else {}
        self._readers = sessionmaker(engine.execution_options(**reading), expire_on_commit=False)
        # A writer takes its lock when it begins: a lock taken later fails at once when another holds it,
        # whatever the time-out.
        self._writers = sessionmaker(engine.execution_options(writer=True), expire_on_commit=False)
        self._open_reading: ContextVar[Session | None] = ContextVar("open_reading", default=None)
        self._open_work: ContextVar[UnitOfWork | None] = ContextVar("open_work", default=None)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database; nothing it changes is kept.

        Within a unit of work it is that work's session, so that a use case sees what it has done so far; within
        another reading it is that one's, so that what several desks say fits together.
        """
        work = self._open_work.get()
        if work is not None:
            yield work.session
            return
        outer = self._open_reading.get()
        if outer is not None:
            yield outer
            return
        with self._in_a_sentence(), self._readers() as session:
            token = self._open_reading.set(session)
            try:
                yield session
            finally:
                self._open_reading.reset(token)

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """A unit of work: kept whole when the block ends, not at all when it raises.

        What it noted is announced to the change feed after the commit. A work that begins within another
        joins it: several desks' use cases can so be kept or dropped as one.
        """
        outer = self._open_work.get()
        if outer is not None:
            try:
                yield outer
            except BaseException:
                outer.broken = True
                raise
            return
        with self._in_a_sentence(), self._writers() as session:
            work = UnitOfWork(session, self._clock, self._who)
            token = self._open_work.set(work)
            try:
                # The lock is taken now, so that what is read within the work is still true at its end.
                session.connection()
                yield work
                if work.broken:
                    raise RuntimeError(
                        "a use case within this work failed: it cannot be kept without that one"
                    )
                self._commit(work)
            finally:
                self._open_work.reset(token)
        if work.changes:
            self.changes.tell(work.changes)

    def _commit(self, work: UnitOfWork) -> None:
        work.session.flush()
        entries = work.entries
        if self.engine.dialect.name == "postgresql":
            announce(work.session.connection(), work.changes, self._own)
        else:
            self._own.add(entries)
        try:
            work.session.commit()
        except BaseException:
            self._own.drop(entries)
            raise

    def watch(self) -> Callable[[], None]:
        """Tell the change feed also what other programs commit to this database, on a thread of its own.

        Returns the function that ends this; it is to be called before the database is closed.
        """
        return watch(self.engine, self._own, self.changes.tell)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def _in_a_sentence(self) -> AbstractContextManager[None]:
        return in_a_sentence(f"“{self.label}”", self.engine.url.username or "")


def _login() -> str:
    """Who is logged in to this computer, for the audit trail."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # Containers run programs under numbers that have no name.
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "somebody"
