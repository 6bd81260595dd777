"""Search as you type on PostgreSQL, against SQLite's search over the same films and fifty unranked rows by hand, in one run.

By hand means: the first fifty films that have the words, by the same GIN index, unranked, with their titles; plain psycopg.
Ours shows who types the best first, then finds all the films, ranks them, reads the first rows. The time is that of the clock, as the server works in a process
of its own. Both databases must find the same films in the same order. Run with
`pytest -s benchmarks/test_search_postgres.py`; `TOURDESK_BENCH_FILMS=100,10000` says how many films.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import psycopg
import pytest
from benchmarks.large_library import fill
from benchmarks.test_search import SIZES, keystrokes, library_file
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import make_url

from tourdesk.desks import Desks
from tourdesk.foundation.text import search_words
from tourdesk.library.finding.wanted import Wanted
from tourdesk.storage.opening import open_database

pytest_plugins = ["tests.postgres"]

_BY_HAND = "SELECT id, title FROM film WHERE array_to_tsvector(string_to_array(folded_words, ' ')) @@ %s::tsquery LIMIT 50"


@pytest.mark.parametrize("films", SIZES)
def test_a_keystroke_on_postgresql(
    films: int, postgres_url: str, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    benchmark.group = "search as you type on PostgreSQL"
    benchmark.extra_info["films"] = films
    server = open_database(postgres_url, create=True)
    fill(server, films)
    file = open_database(library_file(films, tmp_path), create=False)
    ours, on_file = Desks.over(server).finding, Desks.over(file).finding
    for desk in (ours, on_file):
        desk.counts(Wanted())
        desk.get_ready()
    with psycopg.connect(make_url(postgres_url).set(drivername="postgresql").render_as_string(False)) as hand:
        hand.execute("SET enable_seqscan = off")
        floor = _milliseconds(lambda search: hand.execute(_BY_HAND, [_query(search)]).fetchall())
    best = _milliseconds(lambda search: ours.find_best(Wanted(search)))
    taken = _milliseconds(lambda search: ours.find(Wanted(search)))
    beside = _milliseconds(lambda search: on_file.find(Wanted(search)))
    print(f"\n{films:>7,} films   p50      p99 ms   x by hand (sum)")
    for name, values in (("by hand", floor), ("best rows", best), ("PostgreSQL", taken), ("SQLite", beside)):
        p50, p99 = (quantiles(values, n=100, method="inclusive")[percent - 1] for percent in (50, 99))
        print(f"{name:>12} {p50:7.1f} {p99:9.1f} {sum(values) / sum(floor):9.2f}")
    for search in keystrokes():
        same = ours.find(Wanted(search)).ids == on_file.find(Wanted(search)).ids
        assert same, search
    benchmark(lambda: [ours.find(Wanted(search)) for search in ("ru", "zz", "running r")])
    server.close()
    file.close()


def _query(search: str) -> str:
    return " & ".join(f"'{word}':*" for word in search_words(search))


def _milliseconds(run: Callable[[str], object]) -> list[float]:
    """What each keystroke takes from the second letter on, the better of two, sorted."""
    return sorted(min(_runs(run, search)) for search in keystrokes() if len(search) > 1)


def _runs(run: Callable[[str], object], search: str) -> Iterator[float]:
    for _ in range(2):
        began = perf_counter()
        run(search)
        yield (perf_counter() - began) * 1000
        # Something else between: the answer to the same question is remembered.
        run("zz")
