"""New films saved, changed, removed and put back by the desk, against the rows of the new ones by plain executemany.

By hand means: the rows that the desk wrote for the new films (audit trail included), written into an empty database of the
same schema with one executemany for each table, in one transaction; the search indexes are kept by triggers in both. The
desk also checks the films, folds their words, gives ids and composes the trail. Run with `pytest -s benchmarks/test_saving.py`;
`TOURDESK_BENCH_FILMS=100,10000` says how many films.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from benchmarks.large_library import films

from tourdesk.desks import Desks
from tourdesk.library.changing import FilmChange
from tourdesk.storage.opening import open_database

SIZES = [int(size) for size in os.environ.get("TOURDESK_BENCH_FILMS", "100").split(",")]
TABLES = ("film", "film_term", "film_version", "film_copy", "film_source", "film_showing", "audit_entry")

Rows = dict[str, list[tuple[object, ...]]]


class Watch:
    """Says how long each step took, as a multiple of the floor."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self._began = perf_counter()

    def begin(self) -> None:
        self._began = perf_counter()

    def took(self, step: str) -> None:
        self.taken[step] = perf_counter() - self._began

    def tell(self, films: int) -> None:
        floor = self.taken["by hand"]
        for step, seconds in self.taken.items():
            print(f"{films:>7,} films {step:<14} {seconds:7.2f} s {seconds / floor:6.1f} x by hand")


def rows_in(file: Path) -> Rows:
    """All rows of the library."""
    with closing(sqlite3.connect(file)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - our tables


def write_by_hand(rows: Rows, file: Path) -> None:
    """Write the rows as one would without any desk."""
    with closing(sqlite3.connect(file)) as connection:
        for table, some in rows.items():
            if not some:
                continue
            marks = ",".join("?" * len(some[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", some)  # noqa: S608 - our tables
        connection.commit()


@pytest.mark.parametrize("number", SIZES)
def test_saving_in_a_stated_ratio_to_executemany(number: int, tmp_path: Path) -> None:
    ours, hand = tmp_path / "ours.tourdesk", tmp_path / "hand.tourdesk"
    open_database(hand, create=True).close()
    database = open_database(ours, create=True)
    library = Desks.over(database).library
    given = list(films(number))
    watch = Watch()

    watch.begin()
    added = library.save(given)
    watch.took("new")
    rows = rows_in(ours)
    watch.begin()
    write_by_hand(rows, hand)
    watch.took("by hand")

    changes = [FilmChange(film, replace(film, section="Water", tags=("shown",))) for film in added.after]
    watch.begin()
    changed = library.change(changes)
    watch.took("changed")
    watch.begin()
    library.undo(changed)
    watch.took("undone")
    watch.begin()
    removed = library.remove(added.ids)
    watch.took("removed")
    watch.begin()
    library.undo_remove(removed)
    watch.took("put back")

    watch.tell(number)
    assert [film.title for film in library.films(added.ids).values()] == [film.title for film in given]
    database.close()
