"""Opening a database: what stands in the way is one sentence, and nothing is changed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tourdesk.foundation.clock import Clock, system_clock
from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.foundation.language import _, quoted
from tourdesk.foundation.progress import Progress, Unwatched
from tourdesk.storage.backup import backup, backup_name
from tourdesk.storage.database import Database, closed_on_failure
from tourdesk.storage.sqlite_file import APPLICATION_ID, BUSY_SECONDS, HEADER, identity
from tourdesk.storage.troubles import DAMAGED, in_a_sentence
from tourdesk.storage.upgrade import Say, refuse_newer, revisions, upgrade

if TYPE_CHECKING:
    from sqlalchemy import Engine


def default_file() -> Path:
    """The database that is opened when none is named: one file in the user's data folder.

    Raises ProblemForUser when the user has none.
    """
    from platformdirs import user_data_path  # noqa: PLC0415 - whoever names a file does not need it

    try:
        return user_data_path("TourDesk", appauthor=False) / "festival.tourdesk"
    except RuntimeError as error:
        raise ProblemForUser(
            _(
                "You have no home folder here, so there is no place for your data; please name a file with --database."
            )
        ) from error


def open_database(  # noqa: PLR0913 - which one, and how; each is named
    where: str | os.PathLike[str],
    *,
    create: bool,
    clock: Clock = system_clock,
    who: str | None = None,
    busy_seconds: float = BUSY_SECONDS,
    progress: Progress | None = None,
) -> Database:
    """Open a database file or a `postgresql+psycopg://` URL, upgraded to this program's schema.

    `create`: make it when it is not there (a file), or empty (a PostgreSQL database). A file that
    is upgraded is copied beside itself first. `progress` is told of the steps of an upgrade, as `upgrade` says; Cancelled
    leaves the database as it was. Raises ProblemForUser with nothing changed when it is missing, no TourDesk database, from
    a newer program, locked, read-only, damaged, or when the login is refused.
    """
    watched = progress or Unwatched()
    named = os.fspath(where)
    if "://" in named:
        from tourdesk.storage.server import open_server  # noqa: PLC0415 - files are opened without SQLAlchemy

        return open_server(named, create=create, clock=clock, who=who, progress=watched)
    file = Path(os.path.abspath(os.path.expanduser(named)))  # noqa: PTH100, PTH111 - pathlib's raise at "~nobody"
    return _open_sqlite(
        file, create=create, clock=clock, who=who, busy_seconds=busy_seconds, progress=watched
    )


def _open_sqlite(  # noqa: PLR0913 - see above
    file: Path, *, create: bool, clock: Clock, who: str | None, busy_seconds: float, progress: Progress
) -> Database:
    name = quoted(str(file))
    with _file_sentences(name):
        # Asked so that what stands in the way is an OSError; Path.exists() knows only yes and no.
        there = os.path.lexists(file) and _is_there(file)
        if not there and not create:
            import shlex  # noqa: PLC0415 - for this sentence alone

            raise ProblemForUser(
                _(
                    "There is no database at {name}; please check the path, or make one with the sample tour: tourdesk sample --database {file}",
                    name=name,
                    file=shlex.quote(str(file)),
                )
            )
        if not there:
            file = _made(Path(os.path.realpath(file)), name, busy_seconds, progress)
        revision = _sqlite_revision(file, name, busy_seconds)
        refuse_newer(revision, name)
        opened = identity(file)

        def engine() -> "Engine":
            # Imported with the first question: it takes longer than a window to open.
            from tourdesk.storage.engine import sqlite_engine  # noqa: PLC0415

            return sqlite_engine(file, busy_seconds=busy_seconds, opened=opened)

        database = Database(engine, file.name, file=file, clock=clock, who=who)
        if revision != revisions()[-1]:
            with closed_on_failure(database):
                _upgrade_after_a_copy(database, file, clock, progress)
    return database


def _upgrade_after_a_copy(database: Database, file: Path, clock: Clock, progress: Progress) -> None:
    copies: list[Path] = []

    def copy(old: str, say: Say) -> None:
        target = backup_name(file, old, clock())
        say(_("a copy of it as it is, “{name}”", name=target.name))
        backup(file, target, progress)
        copies.append(target)

    try:
        upgrade(database.engine, before=copy, progress=progress)
    except Cancelled:
        # Nothing was changed, so nobody will want them.
        for made in copies:
            made.unlink(missing_ok=True)
        raise


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except FileNotFoundError:
        return False  # a link that leads nowhere
    return True


def _made(file: Path, name: str, busy_seconds: float, progress: Progress) -> Path:
    """Make a database under another name and give it its own when it is whole, so that none is ever half made."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemForUser(
            _(
                "The folder for the database {name} cannot be made ({reason}); please choose another place.",
                name=name,
                reason=error.strerror,
            )
        ) from error
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.touch()
        with closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA page_size = 16384")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        from tourdesk.storage.engine import sqlite_engine  # noqa: PLC0415 - see above

        engine = sqlite_engine(part, busy_seconds=busy_seconds)
        try:
            upgrade(engine, progress=progress)
        finally:
            engine.dispose()
        with closing(sqlite3.connect(part)) as connection:
            # All of it into the one file that gets the name; closing alone says nothing when the disk is full.
            connection.execute("PRAGMA journal_mode = DELETE")
        _name_if_free(part, file)
    finally:
        for left in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + left).unlink(missing_ok=True)
    return file


def _name_if_free(part: Path, file: Path) -> None:
    """Give a new file its name; when another program was quicker, that one's file stays and is the one to open."""
    try:
        # A link, for renaming would replace what the other program made, and may have filled already.
        file.hardlink_to(part)
    except FileExistsError:
        pass
    except OSError:
        # Memory sticks know no links.
        if not file.exists():
            part.rename(file)


def _sqlite_revision(file: Path, name: str, busy_seconds: float) -> str:
    """The revision of a file, read without changing anything."""
    not_ours = ProblemForUser(
        _("{name} is not a TourDesk database; please choose another file. Nothing was changed.", name=name)
    )
    if not file.is_file():
        raise not_ours
    with file.open("rb") as start:
        if start.read(len(HEADER)) != HEADER:
            raise not_ours
    if not os.access(file, os.W_OK) or not os.access(file.resolve().parent, os.W_OK):
        raise ProblemForUser(
            _(
                "{name} is read-only for you; please ask for the right to write it, or copy it to a folder of your own.",
                name=name,
            )
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
        raise ProblemForUser(_(DAMAGED, name=name))
    return str(rows[0][0])


@contextmanager
def _file_sentences(name: str) -> Iterator[None]:
    """What stands in the way of opening a file, in sentences."""
    try:
        with in_a_sentence(name):
            yield
    except OSError as error:
        raise ProblemForUser(
            _(
                "The database {name} cannot be opened ({reason}); please check its path and your right to it.",
                name=name,
                reason=error.strerror,
            )
        ) from error
    except Exception as error:
        # SQLAlchemy's errors carry the driver's own.
        cause = getattr(error, "orig", error)
        missing = (
            isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_ERROR
        )
        if not missing:
            raise
        # Tables that are missing are a mistake of ours later on, but not before anything was done.
        raise ProblemForUser(_(DAMAGED, name=name), detail=str(cause)) from error
