"""A SQLite file as it lies on the disk: whose it is and which one. Known without SQLAlchemy, which a start does not wait for."""

from pathlib import Path

APPLICATION_ID = 0x54446B31
"""Marks a SQLite file as TourDesk's ("TDk1"), https://sqlite.org/pragma.html#pragma_application_id."""
BUSY_SECONDS = 5
"""How long a lock of another program is waited for."""
HEADER = b"SQLite format 3\x00"
"""The first bytes of every SQLite file, https://sqlite.org/fileformat.html section 1.3."""

Identity = tuple[int, int]


def identity(file: Path) -> Identity:
    """What stays with a file while it is the same one: device and number there. Raises OSError."""
    status = file.stat()
    return status.st_dev, status.st_ino


def identity_now(file: Path) -> Identity | None:
    """The same of a file that may be gone or out of reach: None."""
    try:
        return identity(file)
    except OSError:
        return None
