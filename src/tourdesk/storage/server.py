"""Opening the database of a PostgreSQL server."""

from sqlalchemy import Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from tourdesk.foundation.clock import Clock
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress
from tourdesk.storage.database import Database, closed_on_failure
from tourdesk.storage.engine import postgres_engine
from tourdesk.storage.troubles import in_a_sentence
from tourdesk.storage.upgrade import VERSION_TABLE, refuse_newer, revision_of, revisions, upgrade


def open_server(url: str, *, create: bool, clock: Clock, who: str | None, progress: Progress) -> Database:
    """Open the database of a PostgreSQL server by its URL, as `opening.open_database` says."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ProblemForUser(
            _(
                "The address of the database cannot be read; please write postgresql+psycopg://user@server/database."
            )
        ) from error
    if parsed.drivername not in {"postgresql", "postgresql+psycopg"}:
        raise ProblemForUser(
            _(
                "TourDesk cannot use a “{kind}” database; please name a file, or postgresql+psycopg://user@server/database.",
                kind=parsed.drivername,
            )
        )
    parsed = parsed.set(drivername="postgresql+psycopg")
    # A server takes the login for the name of the database where none is given.
    called = parsed.database or parsed.username or _("the database")
    host = parsed.host or _("this computer")
    label = _("{database} on {host}", database=called, host=host)
    name = _("“{database}” on {host}", database=called, host=host)
    address = parsed.render_as_string(hide_password=False)
    database = Database(lambda: postgres_engine(address), label, clock=clock, who=who)
    with in_a_sentence(name, parsed.username or ""), closed_on_failure(database):
        revision = _postgres_revision(database.engine, name, create=create)
        if revision is not None:
            refuse_newer(revision, name)
        if revision != revisions()[-1]:
            upgrade(database.engine, progress=progress)
    return database


def _postgres_revision(engine: Engine, name: str, *, create: bool) -> str | None:
    """The revision of a server's database; None when it is empty and may be filled."""
    with engine.connect() as connection:
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        # Asked once: another desk that fills it just now must not be taken for another program.
        tables = inspect(connection).get_table_names()
        revision = revision_of(connection) if VERSION_TABLE in tables else None
    if encoding != "UTF8":
        raise ProblemForUser(
            _(
                "The database {name} keeps texts as {encoding}, which lacks the letters of many titles; please have one made with the encoding UTF8.",
                name=name,
                encoding=encoding,
            )
        )
    if revision is None and tables:
        raise ProblemForUser(
            _(
                "The database {name} holds something else than TourDesk's; please name another one. Nothing was changed.",
                name=name,
            )
        )
    if revision is None and not create:
        raise ProblemForUser(
            _(
                "The database {name} is empty; please open it once in the window, or fill it: tourdesk sample.",
                name=name,
            )
        )
    return revision
