"""An open database: where rooms get their units of work from."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tourdesk.foundation.clock import Clock, system_clock
from tourdesk.foundation.language import quoted
from tourdesk.storage.changes import ChangeFeed, Own
from tourdesk.storage.troubles import in_a_sentence

if TYPE_CHECKING:  # Imported with the first question: it takes longer than a window to open.
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session, sessionmaker

    from tourdesk.storage.work import UnitOfWork


class _Sessions(NamedTuple):
    """What the first question makes."""

    engine: "Engine"
    readers: "sessionmaker[Session]"
    writers: "sessionmaker[Session]"


class Database:
    """An open, upgraded database. Made by `tourdesk.storage.opening.open_database`.

    Its engine is made by the first question, which is asked beside the window.
    """

    def __init__(
        self,
        engine: "Callable[[], Engine]",
        label: str,
        *,
        file: Path | None = None,
        clock: Clock = system_clock,
        who: str | None = None,
    ) -> None:
        self.label = label
        """What the status line calls it: a file's name, or database and server."""
        self.file = file
        """The SQLite file, None on a server."""
        self.changes = ChangeFeed()
        self._own = Own()
        self._clock = clock
        self._who = who
        self.prepare: Callable[[], None] = _nothing
        """Called once before the first question: loads the tables of the rooms that will ask."""
        self._make_engine = engine
        self._making = threading.Lock()
        self._made: _Sessions | None = None
        self._open_reading: ContextVar[Session | None] = ContextVar("open_reading", default=None)
        self._open_work: ContextVar[UnitOfWork | None] = ContextVar("open_work", default=None)

    @property
    def engine(self) -> "Engine":
        """SQLAlchemy's engine."""
        return self._sessions.engine

    @property
    def _sessions(self) -> _Sessions:
        with self._making:
            if self._made is None:
                self.prepare()
                self._made = _sessions_over(self._make_engine())
            return self._made

    @contextmanager
    def reading(self) -> "Iterator[Session]":
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
        with self._in_a_sentence(), self._sessions.readers() as session:
            token = self._open_reading.set(session)
            try:
                yield session
            finally:
                self._open_reading.reset(token)

    @contextmanager
    def work(self) -> "Iterator[UnitOfWork]":
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
        with self._in_a_sentence(), self._sessions.writers() as session:
            from tourdesk.storage.work import UnitOfWork  # noqa: PLC0415 - see above

            work = UnitOfWork(session, self._clock, self._who or _login())
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

    def _commit(self, work: "UnitOfWork") -> None:
        work.session.flush()
        if self.engine.dialect.name == "postgresql":
            from tourdesk.storage.watching import announce, wait_for_turn  # noqa: PLC0415 - see above

            wait_for_turn(work.session.connection())
            entries = work.write_notes()
            announce(work.session.connection(), work.changes, self._own)
        else:
            entries = work.write_notes()
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
        stop = threading.Event()

        def look() -> None:
            # First of all what every first question loads: two threads must not load it side by side.
            engine = self.engine
            from tourdesk.storage.watching import keep_looking  # noqa: PLC0415 - see above

            keep_looking(engine, self._own, self.changes.tell, stop)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()

        def end() -> None:
            stop.set()
            thread.join()

        return end

    def close(self) -> None:
        """Give back all connections."""
        with self._making:
            if self._made is not None:
                self._made.engine.dispose()

    def _in_a_sentence(self) -> AbstractContextManager[None]:
        return in_a_sentence(quoted(self.label), self.engine.url.username or "")


def _login() -> str:
    """Who is logged in to this computer, for the audit trail."""
    try:
        import getpass  # noqa: PLC0415 - who only reads is not asked who it is

        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # Containers run programs under numbers that have no name.
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "somebody"


def _nothing() -> None:
    """Nothing is to be loaded."""


@contextmanager
def closed_on_failure(database: Database) -> Iterator[None]:
    """Close the database when the block raises: nobody else will."""
    try:
        yield
    except BaseException:
        database.close()
        raise


def _sessions_over(engine: "Engine") -> _Sessions:
    from sqlalchemy.orm import sessionmaker  # noqa: PLC0415 - see above

    # SQLite shows a reader one state by itself, PostgreSQL only when it is asked for.
    reading = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    # A writer takes its lock when it begins: a lock taken later fails at once when another holds it,
    # whatever the time-out.
    return _Sessions(
        engine,
        sessionmaker(engine.execution_options(**reading), expire_on_commit=False),
        sessionmaker(engine.execution_options(writer=True), expire_on_commit=False),
    )
