"""Search as you type over large libraries, against two-tier FTS5 by hand on the same database in the same run.

By hand means: a ranked query on the names index for the first fifty, filled up from the words index unranked, the fifty titles
read; one connection, plain sqlite3. Ours shows who types the best first, then finds all the films, ranks them, reads the first
rows, and counts eight facets beside. Run with `pytest -s benchmarks/test_search.py`; `TOURDESK_BENCH_FILMS=100,10000,100000` says how many films.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import process_time

import pytest
from benchmarks.large_library import fill
from pytest_benchmark.fixture import BenchmarkFixture

from tourdesk.desks import Desks
from tourdesk.foundation.text import search_words
from tourdesk.library.finding.desk import FindingDesk
from tourdesk.library.finding.wanted import Facet, Order, Wanted
from tourdesk.storage.database import Database
from tourdesk.storage.opening import open_database

SIZES = [int(size) for size in os.environ.get("TOURDESK_BENCH_FILMS", "100,1000").split(",")]
TYPED = (
    "running roof",
    "the long night",
    "baldaria",
    "mountain",
    "norge",
    "salt sen",
    "wild winter",
    "desrt",
)
FIRST = 50


@dataclass(frozen=True, slots=True)
class Library:
    """A library of one size, once for us and once by hand."""

    films: int
    database: Database
    desk: FindingDesk
    by_hand: sqlite3.Connection


@pytest.fixture(scope="module", params=SIZES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    films = int(request.param)
    file = library_file(films, tmp_path_factory.mktemp("library"))
    database = open_database(file, create=False)
    desk = Desks.over(database).finding
    desk.counts(Wanted())
    by_hand = sqlite3.connect(file)
    yield Library(films, database, desk, by_hand)
    by_hand.close()
    database.close()


def library_file(films: int, folder: Path) -> Path:
    """A library of that size: a new one, or one that is kept in the folder that TOURDESK_BENCH_FOLDER names."""
    kept = os.environ.get("TOURDESK_BENCH_FOLDER")
    file = (Path(kept) if kept else folder) / f"library-{films}.tourdesk"
    if not file.exists():
        database = open_database(file, create=True)
        fill(database, films)
        database.close()
    return file


def keystrokes() -> Iterator[str]:
    """What stands in the field after each letter, one word after another."""
    for text in TYPED:
        yield from (text[:end] for end in range(1, len(text) + 1))


def by_hand(connection: sqlite3.Connection, search: str) -> list[tuple[int, str]]:
    """Two tiers as one would write them: fifty ranked names, filled up with unranked words, their titles read."""
    wanted = " ".join(f'"{word}"*' for word in search_words(search))
    ids = [
        row[0]
        for row in connection.execute(
            "SELECT rowid FROM film_names WHERE film_names MATCH ? ORDER BY rank LIMIT ?", (wanted, FIRST)
        )
    ]
    if len(ids) < FIRST:
        more = connection.execute(
            "SELECT rowid FROM film_words WHERE film_words MATCH ? LIMIT ?", (wanted, FIRST + len(ids))
        )
        known = set(ids)
        ids += [row[0] for row in more if row[0] not in known][: FIRST - len(ids)]
    marks = ",".join("?" * len(ids))
    return connection.execute(f"SELECT id, title FROM film WHERE id IN ({marks})", ids).fetchall()  # noqa: S608 - only marks


def milliseconds(run: Callable[[str], object], letters: Callable[[int], bool]) -> list[float]:
    """The processor's time for each keystroke with so many letters in the field, sorted; each is the better of two.

    Both ways only calculate, so that it is the time that passes when nothing else runs.
    """
    taken = []
    for search in keystrokes():
        if letters(len(search)):
            runs = []
            for _ in range(2):
                began = process_time()
                run(search)
                runs.append((process_time() - began) * 1000)
                # Something else between: the answer to the same question is remembered.
                run("zz")
            taken.append(min(runs))
    return sorted(taken)


def test_a_keystroke_in_a_stated_ratio_to_two_tiers_by_hand(
    library: Library, benchmark: BenchmarkFixture
) -> None:
    desk, hand = library.desk, library.by_hand
    benchmark.group = "search as you type"
    benchmark.extra_info["films"] = library.films
    assert desk.find(Wanted("the")).ids

    def best(search: str) -> None:
        desk.find_best(Wanted(search))

    def ours(search: str) -> None:
        desk.find(Wanted(search))

    def with_counts(search: str) -> None:
        desk.find(Wanted(search))
        desk.counts(Wanted(search))

    print(f"\n{library.films:>7,} films          p50      p99 ms   x by hand (sum, p99)")
    for name, letters in (("one letter", (lambda n: n == 1)), ("two and more", (lambda n: n > 1))):
        floor = milliseconds(lambda search: by_hand(hand, search), letters)
        for what, run in (
            ("by hand", None),
            ("best rows", best),
            ("all, rows", ours),
            ("with facets", with_counts),
        ):
            taken = floor if run is None else milliseconds(run, letters)
            p50, p99 = _quantile(taken, 50), _quantile(taken, 99)
            print(
                f"{name:>12}, {what:<12} {p50:7.1f} {p99:9.1f} {sum(taken) / sum(floor):9.2f} {p99 / _quantile(floor, 99):6.2f}"
            )
    benchmark(lambda: [desk.find(Wanted(search)) for search in ("ru", "zz", "running r")])


def _quantile(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


@pytest.mark.parametrize("order", [Order.YEAR, Order.DIRECTORS])
def test_another_order(library: Library, benchmark: BenchmarkFixture, order: Order) -> None:
    benchmark.group = f"sorted by {order}, {library.films:,} films"
    benchmark.extra_info["films"] = library.films
    found = benchmark(lambda: library.desk.find(Wanted(order=order, descending=True)))
    assert len(found.ids) == library.films


def test_facets_narrow(library: Library, benchmark: BenchmarkFixture) -> None:
    benchmark.group = f"two facets chosen, {library.films:,} films"
    wanted = Wanted("the", {Facet.SECTION: ("Water", "Snow"), Facet.LENGTH: ("10", "30")})
    counts = benchmark(lambda: (library.desk.find(wanted), library.desk.counts(wanted))[1])
    assert sum(count for _, count in counts[Facet.SECTION])
