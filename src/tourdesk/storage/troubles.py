"""What a database says when something is wrong with it, in a sentence that says what the user can do.

Used while a database is opened and in every unit of work: a full disk or a stopped server comes at any time.
What is not known here is a bug and passes through as it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

UNKEEPABLE = later(
    "A text or a number is too long, or holds a sign that the database cannot keep; "
    "please shorten it or type it anew."
)
DAMAGED = later(
    "The database {name} is damaged and was left as it is; please open the newest backup "
    "(the files named “… .before-…” beside it), and keep this file for the developers."
)
_LOCKED = later(
    "The database {name} is locked by another program; please close that program (or wait until its "
    "work is done) and try again."
)
_CANNOT_OPEN = later(
    "The database {name} cannot be opened: it is no longer there, or its folder is not yours to write; "
    "please check both."
)
_CANNOT_WRITE = later(
    "The database {name} cannot be written; please ask for the right to write that folder, "
    "or choose another place."
)
_FULL = later("The disk of {name} is full or does not answer; please make room there and try again.")
_NO_ANSWER = later(
    "The database {name} does not answer; please check the network and that the server is on, then try again."
)
_REFUSED = later("The server refused the login “{user}” to {name}; please check name and password.")
_NO_SUCH = later("There is no database {name}; please check its name, or ask for it to be made.")
_NO_RIGHT = later("The login “{user}” may not use {name} for this; please ask its keeper for the right.")
_SERVER_CANNOT_WRITE = later(
    "The server of {name} can write nothing now (a full disk, or a copy for reading); please tell its keeper."
)
_AT_THE_SAME_TIME = later(
    "Another desk was saving the same just then and nothing of yours was saved; please try again."
)
_UNKNOWN_OPTION = later(
    "The address of the database {name} has an option that the server does not know; please check it."
)

_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_READONLY: _CANNOT_WRITE,
    sqlite3.SQLITE_PERM: _CANNOT_WRITE,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_TOOBIG: UNKEEPABLE,
}
"""By primary result code, https://sqlite.org/rescode.html."""

_OF_POSTGRES = {
    "08": _NO_ANSWER,
    "22": UNKEEPABLE,
    "25006": _SERVER_CANNOT_WRITE,
    "28": _REFUSED,
    "3D000": _NO_SUCH,
    "40001": _AT_THE_SAME_TIME,
    "40P01": _AT_THE_SAME_TIME,
    "42501": _NO_RIGHT,
    "53100": _SERVER_CANNOT_WRITE,
    "53300": _NO_ANSWER,
    "54000": UNKEEPABLE,
    "55P03": _AT_THE_SAME_TIME,
    "57P": _NO_ANSWER,
}
"""By the beginning of the state, https://www.postgresql.org/docs/current/errcodes-appendix.html."""

_OF_A_REFUSED_CONNECTION = {
    "authentication failed": _REFUSED,
    "no password supplied": _REFUSED,
    "pg_hba": _REFUSED,
    'FATAL:  role "': _REFUSED,
    "permission denied for database": _NO_RIGHT,
    'FATAL:  database "': _NO_SUCH,
}
"""Before there is a connection there is no state, only words."""


@contextmanager
def in_a_sentence(name: str, user: str = "") -> Iterator[None]:
    """Raise ProblemForUser in the place of a database's own errors; `name` is how sentences call the database."""
    try:
        yield
    except ProblemForUser:
        raise
    except Exception as error:
        # SQLAlchemy's errors carry the driver's own.
        cause = getattr(error, "orig", error)
        sentence = _sqlite_sentence(cause) if isinstance(cause, sqlite3.Error) else _other_sentence(error)
        if sentence is None:
            raise
        raise ProblemForUser(_(sentence, name=name, user=user), detail=str(cause)) from error


def _sqlite_sentence(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    return _OF_SQLITE.get(code & 0xFF) if isinstance(code, int) else None


def _other_sentence(error: Exception) -> str | None:
    # Imported when something is wrong: a file is opened without SQLAlchemy.
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415
    from sqlalchemy.orm.exc import StaleDataError  # noqa: PLC0415

    if isinstance(error, StaleDataError):
        # Another desk removed it between the reading and the writing.
        return _AT_THE_SAME_TIME
    if isinstance(error, UnicodeEncodeError):
        # Half of a character: an argument's bytes that were no text.
        return UNKEEPABLE
    return _postgres_sentence(error) if isinstance(error, DBAPIError) else None


def _postgres_sentence(error: "DBAPIError") -> str | None:
    from sqlalchemy.exc import DataError, InterfaceError, OperationalError, ProgrammingError  # noqa: PLC0415

    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return next((said for begin, said in _OF_POSTGRES.items() if state.startswith(begin)), None)
    if isinstance(error, DataError):
        return UNKEEPABLE
    words = str(error.orig)
    refused = next((said for part, said in _OF_A_REFUSED_CONNECTION.items() if part in words), None)
    if refused is not None:
        return refused
    if isinstance(error, ProgrammingError):
        return _UNKNOWN_OPTION
    return _NO_ANSWER if isinstance(error, OperationalError | InterfaceError) else None
