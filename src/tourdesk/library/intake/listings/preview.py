"""What the first films of a table become under a mapping, at once: for the step in which columns are chosen."""

from dataclasses import dataclass, replace

from tourdesk.library.intake.listings.assembling import assembled
from tourdesk.library.intake.listings.columns import Columns
from tourdesk.library.intake.listings.film_rows import entries_of
from tourdesk.library.intake.listings.mapping import ColumnMapping
from tourdesk.library.intake.listings.rows import Table
from tourdesk.library.intake.readings import FilmReading

_ROWS = 40
_FILMS = 8


@dataclass(frozen=True, slots=True)
class Preview:
    """The first films, and what could not be read of their rows."""

    films: tuple[FilmReading, ...]
    problems: tuple[str, ...]


def preview(table: Table, mapping: ColumnMapping) -> Preview:
    """The films of the first rows of a table, its columns taken for what the mapping says."""
    header = replace(table.header, columns=Columns(mapping), asks=False)
    rows = table.rows[: table.header.at + 1 + _ROWS]
    done = assembled(lambda: entries_of(replace(table, header=header, rows=rows)))
    return Preview(tuple(done.films[:_FILMS]), tuple(problem.message for problem in done.problems))
