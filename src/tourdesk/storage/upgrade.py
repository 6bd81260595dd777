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
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

if TYPE_CHECKING:  # A file that needs no upgrade is opened without SQLAlchemy.
    from sqlalchemy import Connection, Engine

_one_at_a_time = threading.Lock()
"""Alembic keeps what it works on in its module: two threads that upgrade two databases would mix them up."""
VERSION_TABLE = "tourdesk_schema"
"""Alembic's version table; that it is there marks a database as TourDesk's."""


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


def upgrade(engine: "Engine", to: str = "head", *, before: Callable[[str], object] | None = None) -> None:
    """Bring the schema to a revision, the newest as a rule, in one transaction: all of it or nothing.

    `before` is called with the old revision when there is one, while nobody else can write: a desk that opens the
    same old database at the same moment waits, and then finds nothing left to do.
    """
    # Imported here: only a database that must be upgraded pays for Alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import text  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    writing = engine.execution_options(writer=True)
    with writing.connect() as connection, _without_cascades(connection), connection.begin():
        if connection.dialect.name == "postgresql":
            # Two desks that start at once must not both upgrade; the lock ends with the transaction.
            connection.execute(text("SELECT pg_advisory_xact_lock(1413769009)"))
        old = revision_of(connection)
        if to == "head" and old == revisions()[-1]:
            return
        if old is not None and before is not None:
            before(old)
        config.attributes["connection"] = connection
        with _one_at_a_time:
            command.upgrade(config, to)
        if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).all():
            raise RuntimeError("the upgrade left rows that point nowhere")


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
