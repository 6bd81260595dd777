"""Copies of a SQLite database, made while it may be in use."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tourdesk.foundation.progress import Progress, stop_if_cancelled

_PAGES = 256
"""Pages that are copied between two looks whether it is to be given up: some megabytes."""


def backup_name(file: Path, revision: str, now: datetime) -> Path:
    """A file beside the database that is not there yet, named after its revision and the time."""
    return _free_name(file, f"before-{revision}.{now:%Y%m%d-%H%M%S}")


def backup(file: Path, target: Path, progress: Progress) -> None:
    """Copy the database to a new file beside it.

    The copy is made under another name and renamed when it is whole; one that was broken off, as the program ended
    meanwhile, goes first. To be called while nobody else can write: nobody else copies the same database then. Raises
    sqlite3.Error or OSError when it cannot be made, Cancelled when it was given up; then there is nothing of it.
    """
    _remove_broken_off(file)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy, pages=_PAGES, progress=lambda *_left: stop_if_cancelled(progress))
            # A copy is one file: no write-ahead log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _remove_broken_off(file: Path) -> None:
    """Remove halves of earlier copies: they would take the room of a whole one for ever."""
    stem, suffix = re.escape(file.stem), re.escape(file.suffix)
    half = re.compile(rf"{stem}\.before-\d+\.\d{{8}}-\d{{6}}(-\d+)?{suffix}\.\d+\.part(-journal)?")
    # One that cannot be removed, another user's perhaps, is no reason not to go on.
    with suppress(OSError):
        for found in list(file.parent.iterdir()):
            if half.fullmatch(found.name):
                found.unlink()


def _free_name(file: Path, words: str) -> Path:
    """A name beside the file that no other has: a clock that was put back must not cost an older backup."""
    target = file.with_name(f"{file.stem}.{words}{file.suffix}")
    number = 2
    while target.exists():
        target = file.with_name(f"{file.stem}.{words}-{number}{file.suffix}")
        number += 1
    return target
