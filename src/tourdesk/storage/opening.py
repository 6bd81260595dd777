"""Opening a database: what stands in the way is one sentence, and nothing is changed."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Engine, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from tourdesk.foundation.clock import Clock, system_clock
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.storage.backup import backup_beside
from tourdesk.storage.database import Database
from tourdesk.storage.engine import APPLICATION_ID, BUSY_SECONDS, postgres_engine, sqlite_engine
from tourdesk.storage.upgrade import revision_of, revisions, upgrade

SQLITE_HEADER = b"SQLite format 3\x00"
"""The first bytes of every SQLite file, https://sqlite.org/fileformat.html section 1.3."""


def default_file() -> Path:
    """The database that is opened when none is named: one file in the user's data folder."""
    return user_data_path("TourDesk", appauthor=False) / "festival.tourdesk"


def open_database(
    where: str | os.PathLike[str],
    *,
    create: bool,
    clock: Clock = system_clock,
    who: str | None = None,
    busy_seconds: float = BUSY_SECONDS,
) -> Database:
    """Open a database file or a `postgresql+psycopg://` URL, upgraded to this program's schema.

    `create`: make it when it is not there (a file), or empty (a PostgreSQL database). A file that
    is upgraded is copied beside itself first. Raises ProblemForUser with nothing changed when it
    is missing, no TourDesk database, from a newer program, locked, read-only, damaged, or when the
    login is refused.
    """
    text = os.fspath(where)
    if "://" in text:
        return _open_postgres(text, create=create, clock=clock, who=who)
    return _open_sqlite(
        Path(text).expanduser(), create=create, clock=clock, who=who, busy_seconds=busy_seconds
    )


def _open_sqlite(file: Path, *, create: bool, clock: Clock, who: str | None, busy_seconds: float) -> Database:
    name = f"“{file}”"
    if not file.exists():
        if not create:
            raise ProblemForUser(
                f"There is no database at {name}; please check the path, or make one with the sample tour: "
                f"tourdesk sample --database {file}"
            )
        return _make_sqlite(file, clock=clock, who=who, busy_seconds=busy_seconds)
    with _sqlite_sentences(name):
        revision = _sqlite_revision(file, name, busy_seconds)
    _refuse_newer(revision, name)
    engine = sqlite_engine(file, busy_seconds=busy_seconds)
    with _sqlite_sentences(name), _disposed_on_failure(engine):
        if revision != revisions()[-1]:
            backup_beside(file, revision, clock())
            upgrade(engine)
    return Database(engine, file.name, clock=clock, who=who)


def _make_sqlite(file: Path, *, clock: Clock, who: str | None, busy_seconds: float) -> Database:
    """Make a database under another name and rename it when it is whole, so that none is ever half made."""
    name = f"“{file}”"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemForUser(
            f"The folder for the database {name} cannot be made ({error.strerror}); please choose another place."
        ) from error
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    engine = sqlite_engine(part, busy_seconds=busy_seconds)
    try:
        with _sqlite_sentences(name):
            with closing(sqlite3.connect(part)) as connection:
                connection.execute("PRAGMA page_size = 16384")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode = WAL")
            upgrade(engine)
            engine.dispose()
        part.rename(file)
    finally:
        engine.dispose()
        part.unlink(missing_ok=True)
    return Database(sqlite_engine(file, busy_seconds=busy_seconds), file.name, clock=clock, who=who)


def _sqlite_revision(file: Path, name: str, busy_seconds: float) -> str:
    """The revision of a file, read without changing anything."""
    not_ours = ProblemForUser(
        f"{name} is not a TourDesk database; please choose another file. Nothing was changed."
    )
    if not file.is_file():
        raise not_ours
    with file.open("rb") as start:
        if start.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
            raise not_ours
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise ProblemForUser(
            f"{name} is read-only for you; please ask for the right to write it, or copy it to a folder of your own."
        )
    with closing(sqlite3.connect(file, timeout=busy_seconds, isolation_level=None)) as connection:
        (marked,) = connection.execute("PRAGMA application_id").fetchone()
        if marked != APPLICATION_ID:
            raise not_ours
        # Writing is tried at once: a locked or read-only file is told now and not at the first save.
        connection.execute("BEGIN IMMEDIATE")
        rows = connection.execute("SELECT version_num FROM tourdesk_schema").fetchall()
        connection.execute("ROLLBACK")
    if len(rows) != 1:
        raise ProblemForUser(_damaged(name))
    return str(rows[0][0])


def _damaged(name: str) -> str:
    return (
        f"The database {name} is damaged and was left as it is; please open the newest backup "
        "(the files named “… .before-…” beside it), and keep this file for the developers."
    )


@contextmanager
def _sqlite_sentences(name: str) -> Iterator[None]:
    """Turn what SQLite says into what the user can do."""
    try:
        yield
    except (sqlite3.Error, SQLAlchemyError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None)
        primary = code & 0xFF if isinstance(code, int) else None
        if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            sentence = (
                f"The database {name} is locked by another program; please close that program (or wait until its "
                "work is done) and open it again."
            )
        elif primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
            sentence = (
                f"The database {name} cannot be written; please ask for the right to write that folder, "
                "or choose another place."
            )
        elif primary in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            sentence = f"The disk of {name} is full or does not answer; please make room there and try again."
        elif primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}:
            sentence = _damaged(name)
        else:
            raise
        raise ProblemForUser(sentence, detail=str(cause)) from error


@contextmanager
def _disposed_on_failure(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _open_postgres(url: str, *, create: bool, clock: Clock, who: str | None) -> Database:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ProblemForUser(
            "The address of the database cannot be read; please write postgresql+psycopg://user@server/database."
        ) from error
    if parsed.drivername not in {"postgresql", "postgresql+psycopg"}:
        raise ProblemForUser(
            f"TourDesk cannot use a “{parsed.drivername}” database; please name a file, "
            "or postgresql+psycopg://user@server/database."
        )
    parsed = parsed.set(drivername="postgresql+psycopg")
    name = f"“{parsed.database or ''}” on {parsed.host or 'this computer'}"
    engine = postgres_engine(parsed.render_as_string(hide_password=False))
    with _postgres_sentences(name, parsed.username or ""), _disposed_on_failure(engine):
        with engine.connect() as connection:
            revision = revision_of(connection)
            empty = not inspect(connection).get_table_names()
        if revision is None:
            if not empty:
                raise ProblemForUser(
                    f"The database {name} holds something else than TourDesk's; please name another one. "
                    "Nothing was changed."
                )
            if not create:
                raise ProblemForUser(
                    f"The database {name} is empty; please open it once in the window, or fill it: tourdesk sample."
                )
        else:
            _refuse_newer(revision, name)
        if revision != revisions()[-1]:
            upgrade(engine)
    return Database(engine, f"{parsed.database} on {parsed.host or 'this computer'}", clock=clock, who=who)


@contextmanager
def _postgres_sentences(name: str, user: str) -> Iterator[None]:
    """Turn what the server says into what the user can do (PostgreSQL, appendix A: error codes)."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        sentence = _postgres_sentence(getattr(error.orig, "sqlstate", None), said, name, user)
        if sentence is None:
            raise
        raise ProblemForUser(sentence, detail=said) from error


def _postgres_sentence(state: str | None, said: str, name: str, user: str) -> str | None:
    # A refused connection carries no state, only the server's words.
    refused = re.search(r"authentication failed|no password supplied|role .* does not exist|pg_hba", said)
    if state in {"28P01", "28000"} or refused:
        return f"The server refused the login “{user}” to {name}; please check name and password."
    if state == "3D000" or re.search(r"database .* does not exist", said):
        return f"There is no database {name}; please check its name, or ask for it to be made."
    if state == "42501":
        return f"The login “{user}” may not use {name}; please ask its keeper for the right."
    if state is None or state.startswith("08") or state in {"57P01", "57P03", "53300"}:
        return f"The database {name} does not answer; please check the network and that the server is on, then try again."
    return None


def _refuse_newer(revision: str, name: str) -> None:
    if revision not in revisions():
        raise ProblemForUser(
            f"The database {name} was written by a newer TourDesk; please install that one here. Nothing was changed."
        )
