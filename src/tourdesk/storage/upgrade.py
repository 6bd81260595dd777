"""The schema of a database: which revision it has, and bringing it up to this program's.

Revisions are numbered files in `db/versions/` ("0001_first.py" is revision "0001"), so that the
check at every start needs one query and not Alembic, which takes longer to import than a window to
open.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from sqlite3 import ProgrammingError
from typing import TYPE_CHECKING

from tourdesk.foundation.assets import migrations
from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.foundation.language import _, later
from tourdesk.foundation.progress import Progress, Unwatched, stop_if_cancelled

if TYPE_CHECKING:  # A file that needs no upgrade is opened without SQLAlchemy.
    from sqlalchemy import Connection, Engine

_one_at_a_time = threading.Lock()
"""Alembic keeps what it works on in its module: two threads that upgrade two databases would mix them up."""
VERSION_TABLE = "tourdesk_schema"
"""Alembic's version table; that it is there marks a database as TourDesk's."""
BRINGS = {
    "0001": later("room for films, nights and programmes"),
    "0002": later("an index to search by"),
    "0003": later("verdicts, copies, and programmes that vary and are published"),
    "0004": later("quick lists of films"),
    "0005": later("licences"),
    "0006": later("long texts kept apart from the lists"),
    "0007": later("a smaller index to search by"),
    "0008": later("countries found by what people call them"),
    "0009": later("titles sorted by their letters"),
    "0010": later("stills of published programmes"),
}
"""What each revision brings, as whoever waits for it reads it after “Step 3 of 6:”."""
_LOOK, _OPERATIONS = 0.05, 100_000
"""Seconds, and on SQLite operations of its machine, between two looks whether an upgrade is to be given up."""

Say = Callable[[str], None]
"""Says in words what is being worked on."""


def revisions() -> list[str]:
    """The revisions that this program knows, oldest first."""
    return sorted(file.name.split("_")[0] for file in (migrations() / "versions").glob("[0-9]*_*.py"))


def refuse_newer(revision: str, name: str) -> None:
    """Raise ProblemForUser when a newer program wrote the database; `name` is how the sentence calls it."""
    if revision not in revisions():
        raise ProblemForUser(
            _(
                "The database {name} was written by a newer TourDesk; please install that one here. Nothing was changed.",
                name=name,
            )
        )


def revision_of(connection: "Connection") -> str | None:
    """The revision of a database; None when it has no schema of TourDesk's."""
    from sqlalchemy import inspect, text  # noqa: PLC0415 - see above

    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608 - a constant


def is_modelled(thing: object, name: str | None, kind: str, reflected: bool, compared_to: object) -> bool:  # noqa: FBT001 - Alembic's shape
    """Whether Alembic compares a thing of the database with the models: the search indexes are migrations' own."""
    del thing, kind, compared_to
    own = ("film_names", "film_words", "ix_film_names", "ix_film_words")
    return not (reflected and name is not None and name.startswith(own))


def upgrade(
    engine: "Engine",
    to: str = "head",
    *,
    before: Callable[[str, Say], object] | None = None,
    progress: Progress | None = None,
) -> None:
    """Bring the schema to a revision, the newest as a rule, in one transaction: all of it or nothing.

    `before` is called with the old revision when there is one, while nobody else can write: a desk that opens the
    same old database at the same moment waits, and then finds nothing left to do. `progress` is told of each step of an old
    database, `before` being the first. Raises Cancelled, also amidst a step, and all is as it was.
    """
    # Imported here: only a database that must be upgraded pays for Alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import text  # noqa: PLC0415

    watched = progress or Unwatched()
    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    writing = engine.execution_options(writer=True)
    with (
        writing.connect() as connection,
        _without_cascades(connection),
        connection.begin(),
        _given_up_when_cancelled(connection, watched),
    ):
        if connection.dialect.name == "postgresql":
            # Two desks that start at once must not both upgrade; the lock ends with the transaction.
            connection.execute(text("SELECT pg_advisory_xact_lock(1413769009)"))
        old = revision_of(connection)
        last = revisions()[-1] if to == "head" else to
        if old == last:
            return
        wanted = [revision for revision in revisions() if (old or "") < revision <= last]
        # A new database is none that is brought up to date, and nobody need be told of its tables.
        steps = _Steps(Unwatched() if old is None else watched, wanted, first=before is not None)
        if before is not None and old is not None:
            before(old, steps.say)
            steps.next()
        else:
            steps.say()
        config.attributes["connection"] = connection
        config.attributes["stepped"] = steps.next
        with _one_at_a_time:
            command.upgrade(config, to)
        if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).all():
            raise RuntimeError("the upgrade left rows that point nowhere")


class _Steps:
    """How far an upgrade is, in the words of its revisions."""

    def __init__(self, progress: Progress, revisions: list[str], *, first: bool) -> None:
        """`first`: something is done before the first revision."""
        self._progress = progress
        brings = [_(BRINGS[revision]) if revision in BRINGS else revision for revision in revisions]
        self._words = ["", *brings] if first else brings
        self._done = 0

    def say(self, what: str = "") -> None:
        """This step is being worked on; `what` in the place of what its revision brings."""
        words = what or (self._words[self._done] if self._done < len(self._words) else "")
        self._progress.at(self._done, len(self._words), words)

    def next(self) -> None:
        """A step is done; raises Cancelled when none is to follow."""
        self._done += 1
        self.say()
        stop_if_cancelled(self._progress)


@contextmanager
def _given_up_when_cancelled(connection: "Connection", progress: Progress) -> Iterator[None]:
    """Raise Cancelled soon after it was asked for, whatever statement the database is working on."""
    from sqlalchemy import event  # noqa: PLC0415 - see above

    # Between two statements there is nothing to interrupt, and the next one would be carried out.
    event.listen(connection, "before_cursor_execute", lambda *_asked: stop_if_cancelled(progress))
    interrupting = _interrupting_sqlite if connection.dialect.name == "sqlite" else _interrupting_postgres
    try:
        with interrupting(connection, progress):
            yield
    except Exception as error:
        if progress.cancelled():
            raise Cancelled from error
        raise


@contextmanager
def _interrupting_sqlite(connection: "Connection", progress: Progress) -> Iterator[None]:
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - it is checked out
    driver.set_progress_handler(progress.cancelled, _OPERATIONS)
    try:
        yield
    finally:
        # Taking it back is not interrupted.
        driver.set_progress_handler(None, _OPERATIONS)


@contextmanager
def _interrupting_postgres(connection: "Connection", progress: Progress) -> Iterator[None]:
    from psycopg import Error  # noqa: PLC0415 - a file needs it not

    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - it is checked out
    over = threading.Event()

    def look() -> None:
        while not over.wait(_LOOK):
            if progress.cancelled():
                # A server that is not reached now is asked again with the next look.
                with suppress(Error):
                    driver.cancel_safe()

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


@contextmanager
def _without_cascades(connection: "Connection") -> Iterator[None]:
    """Turn SQLite's foreign keys off, as https://sqlite.org/lang_altertable.html section 7 asks for.

    A migration that changes a column makes the table anew and drops the old one, and with foreign keys on that drop would
    take every row that points there along. They can only be turned off between transactions.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - it is checked out
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        # An upgrade that was interrupted leaves a closed connection.
        with suppress(ProgrammingError):
            driver.execute("PRAGMA foreign_keys = ON")
