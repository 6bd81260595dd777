"""How long film pages take to read, and a page as long as a book.

Run with `pytest -s benchmarks/test_reading.py`. The table names pages a second, the ratio to the least that any
reader has to do, splitting the text into words, measured in the same run; and what a character costs on longer
and longer pages, which stays the same when the time grows in proportion to the length.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import read_page

PAGES = Path(__file__).resolve().parents[1] / "tests" / "library" / "intake" / "pages"
TIMES = (1, 4, 16)
MOST_GROWTH = 2
"""Linear, with room for noise: a character of the longest page may cost this many times one of the shortest."""

TELLING = (
    "He walks to the sea with a borrowed sledge, in the wrong shoes, and finds that the village has moved. Nobody says why. "
    "In 1974 there was a road, says the baker, and then there was weather; and that was that."
)


def pages() -> list[str]:
    return [decoded(page.read_bytes(), page.name) for page in sorted(PAGES.glob("*.txt"))]


def catalogue(films: int) -> str:
    """A catalogue in running text: a title, a line of facts and two paragraphs for each film."""
    return "\n\n".join(
        f"THE LONG WINTER, PART {n}\nNorway, {1990 + n % 30}, {n % 90 + 3} min\nDirector: Anna Miller\n\n{TELLING * 3}\n\n{TELLING * 2}"
        for n in range(films)
    )


def seconds_of(run: Callable[[], object], rounds: int = 7) -> float:
    """The median time of the processor for one run: other programs at work make no difference."""
    taken = []
    for _ in range(rounds):
        began = process_time()
        run()
        taken.append(process_time() - began)
    return median(taken)


def test_pages_are_read_in_a_stated_ratio_to_splitting_their_words(benchmark: BenchmarkFixture) -> None:
    texts = pages()
    for text in texts:
        read_page(text)  # the tables of names are built once
    benchmark(lambda: [read_page(text) for text in texts])
    reading = seconds_of(lambda: [read_page(text) for text in texts])
    splitting = seconds_of(lambda: [text.split() for text in texts])
    print(
        f"\n{len(texts)} pages: {len(texts) / reading:.0f} a second, {reading / splitting:.0f} x splitting into words"
    )


def lines(films: int) -> str:
    """A line for each film, with its number, director, country, year and length."""
    return "\n".join(
        f"{n}. The Long Road {n} – Anna Miller – Norway, {1990 + n % 30}, {n % 90 + 3} min"
        for n in range(films)
    )


def blocks(films: int) -> str:
    """Three short lines for each film, and no blank line on the page."""
    return "\n".join(f"Winter of {n}\n{n % 90 + 3} min\nAnna Miller" for n in range(films))


def alike(films: int) -> str:
    """The same line again and again."""
    return "The Hard Way – Anna Miller – 12 min\n" * films


def one_line(films: int) -> str:
    """All films in one line, however long it is."""
    return ", ".join(f"“Winter {n}” (12 min)" for n in range(films))


def two_columns(films: int) -> str:
    """Running text in what is nearly two columns."""
    return "\n".join(f"The winter {n} went on            Norway {n} is cold again" for n in range(films))


def telling(films: int) -> str:
    """Running text that tells of no film, a hundred words a paragraph."""
    return "\n\n".join(TELLING * 3 for _ in range(films))


SHAPES = (catalogue, lines, blocks, alike, one_line, two_columns, telling)


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.__name__ for shape in SHAPES])
def test_the_time_grows_in_proportion_to_the_length(shape: Callable[[int], str]) -> None:
    shortest = max(2, 12_000 * 100 // len(shape(100)))
    costs = []
    for times in TIMES:
        text = shape(shortest * times)
        seconds = seconds_of(lambda text=text: read_page(text), 3)  # type: ignore[misc]  # the text of this round
        costs.append(seconds / len(text))
        print(
            f"\n{shape.__name__:11} {len(text):9} characters: {seconds * 1000:7.1f} ms, {seconds / len(text) * 1e6:5.2f} s for a million"
        )
    # A shorter page may cost more, since its titles are weighed: no longer one may cost more than any shorter one allows.
    assert all(cost <= MOST_GROWTH * min(costs[:place]) for place, cost in enumerate(costs) if place)


FIRST = """
import sys
from time import process_time
from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import read_page
from pathlib import Path
texts = [decoded(page.read_bytes(), page.name) for page in sorted(Path(sys.argv[1]).glob("*.txt"))]
began = process_time()
for text in texts:
    read_page(text)
reading = process_time() - began
began = process_time()
for text in texts:
    text.split()
print(len(texts), reading, process_time() - began)
"""


def test_pages_that_a_process_has_never_seen() -> None:
    told = subprocess.run(
        [sys.executable, "-c", FIRST, str(PAGES)], check=True, capture_output=True, text=True
    ).stdout.split()
    count, reading, splitting = int(told[0]), float(told[1]), float(told[2])
    print(
        f"\n{count} pages in a new process, tables of names built: {count / reading:.0f} a second, {reading / splitting:.0f} x splitting into words"
    )
    assert count == len(pages())
