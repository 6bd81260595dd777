"""Films as a table under our own names of columns: written for spreadsheets, and read back as they were written."""

import csv
import io
from collections.abc import Iterable

from tourdesk.foundation.spreadsheet import guarded, unguarded
from tourdesk.library.films import Film
from tourdesk.library.intake.listings.entries import FIELDS, LISTS, Cell
from tourdesk.library.intake.listings.mapping import ColumnMapping

COLUMNS = tuple(name for name in FIELDS if name != "runtime_seconds" and not name.startswith("licence_"))
"""The columns that are written: a run-time as hours, minutes and seconds, which a spreadsheet understands.

Licences are not: a row has no place for all that they say, and half of one read back would be another one.
"""


def is_own(mapping: ColumnMapping) -> bool:
    """Whether a table has our own names of columns, and no others."""
    names = set(mapping.names)
    return names <= set(FIELDS) and bool(names & {"runtime_seconds", "runtime_approximate"})


def own_cell(name: str, field: str | None, words: str) -> Cell:
    """A cell of such a table, with what was written around its words taken away."""
    bare = unguarded(words)
    if field in LISTS:
        return Cell(name, field, tuple(part.strip() for part in bare.split(";") if part.strip()))
    return Cell(name, field, bare)


def films_csv(films: Iterable[Film]) -> str:
    """The films as CSV, each with the run-time of its first version; entries of lists are parted by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for film in films:
        writer.writerow([_written(film, name) for name in COLUMNS])
    return out.getvalue()


def _written(film: Film, name: str) -> str:
    if name == "runtime":
        return "" if film.version.seconds is None else _clock(film.version.seconds)
    if name == "runtime_approximate":
        return "yes" if film.version.approximate else "no"
    value = getattr(film, name)
    if isinstance(value, tuple):
        return guarded("; ".join(part.replace(";", ",") for part in value))
    return "" if value is None else guarded(str(value))


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
