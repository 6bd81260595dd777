"""How long film pages take to read, and a page as long as a book.

Run with `pytest -s benchmarks/test_reading.py`. The table names pages a second, the ratio to the least that any
reader has to do, splitting the text into words, measured in the same run; and what a character costs on longer
and longer pages, which stays the same when the time grows in proportion to the length.
"""

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


@pytest.mark.parametrize("films", [60])
def test_the_time_grows_in_proportion_to_the_length(films: int) -> None:
    costs = []
    for times in TIMES:
        text = catalogue(films * times)
        seconds = seconds_of(lambda text=text: read_page(text), 3)  # type: ignore[misc]  # the text of this round
        costs.append(seconds / len(text))
        print(
            f"\n{len(text):9} characters: {seconds * 1000:7.1f} ms, {seconds / len(text) * 1e6:.2f} s for a million"
        )
    assert max(costs) <= MOST_GROWTH * min(costs)
