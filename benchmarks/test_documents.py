"""How long the papers of a night take, against ReportLab writing the same words without any layout.

Run with `pytest -s benchmarks/test_documents.py`. The baseline draws each paragraph's words in lines of a fixed
number of letters, page after page, in one face and without pictures: the least that a PDF of these words takes.
numbers.md asks for a programme of 12 films with stills within a second, and a catalogue of 200 within ten.
"""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.pdfgen.canvas import Canvas
from tests.documents.nights import TOUR, full_night, picture

from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Evening
from tourdesk.documents.faces import face
from tourdesk.documents.kinds import CATALOGUE, KINDS
from tourdesk.documents.theme import SERIF, Paper
from tourdesk.foundation.progress import Unwatched

SIZES = (12, 48, 200)
LIBRARIES = (50, 200, 800)
"""How many films a catalogue has."""
MOST_GROWTH = 2.5
"""Linear, with room for noise: a film among two hundred may cost this many times a film among twelve."""


def evening(films: int) -> Evening:
    """So many films, each with its own still of the size of a camera's frame."""
    night = full_night(films)
    stills = {film_id: picture(1600, 900, film_id) for film_id in night.stills}
    return replace(night, stills=stills).evening()


def plain(of: Evening) -> bytes:
    """The words of all films with nothing but ReportLab's canvas."""
    face(SERIF)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(Paper.A4.width, Paper.A4.height), pageCompression=1)
    canvas.setFont(SERIF, 10)
    top = Paper.A4.height - 60
    for film in of.films.values():
        said = (film.title, ", ".join(film.directors), film.section, film.logline, film.synopsis)
        for text in filter(None, said):
            for line in textwrap.wrap(text, 90):
                if top < 60:
                    canvas.showPage()
                    canvas.setFont(SERIF, 10)
                    top = Paper.A4.height - 60
                canvas.drawString(60, top, line)
                top -= 13
    canvas.save()
    return file.getvalue()


def seconds_of(run: Callable[[], object], times: int) -> float:
    """The median time of one run."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        run()
        taken.append(perf_counter() - began)
    return median(taken)


@pytest.mark.parametrize("films", SIZES)
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_paper_of_a_night(benchmark: BenchmarkFixture, kind: str, films: int) -> None:
    benchmark.group = kind
    given = evening(films)
    data = benchmark(KINDS[kind].make, given, Paper.A4)
    assert data.startswith(b"%PDF-")


def collection(films: int) -> Collection:
    """The films of an evening as a library, whose stills are read as they are needed."""
    given = evening(films)
    stills = given.stills
    return Collection("", TOUR, tuple(given.films.values()), lambda ids: {one: stills[one] for one in ids})


def few(request: pytest.FixtureRequest, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The sizes; two small ones where it is only to be seen that it runs."""
    return (SIZES[0], 2 * SIZES[0]) if request.config.getoption("benchmark_disable") else sizes


def catalogue_times(given: Collection) -> tuple[float, float, int]:
    """How long a catalogue takes, how long until its first pages are there, and how many bytes it has."""
    began = perf_counter()
    first: list[float] = []
    made = CATALOGUE.make(given, Paper.A4, Unwatched(), lambda _data: first.append(perf_counter() - began))
    whole = perf_counter() - began
    return whole, (first or [whole])[0], len(made)


def test_the_catalogue_grows_with_the_films_and_not_faster(request: pytest.FixtureRequest) -> None:
    sizes = few(request, LIBRARIES)
    CATALOGUE.make(collection(3), Paper.A4, Unwatched())
    a_film = {}
    print("\ncatalogue\nfilms     whole  of it a film  first pages  that times plain words    kB")
    for films in sizes:
        given = collection(films)
        runs = [catalogue_times(given) for _ in range(3)]
        taken, first, size = (median(run[place] for run in runs) for place in range(3))
        times = taken / seconds_of(partial(plain, evening(films)), 3)
        a_film[films] = taken / films
        print(
            f"{films:5}  {taken * 1e3:5.0f} ms  {a_film[films] * 1e3:10.1f} ms  {first * 1e3:8.0f} ms"
            f"  {times:22.1f}  {size / 1000:4.0f}"
        )
    assert a_film[sizes[-1]] < MOST_GROWTH * a_film[sizes[0]]


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_time_grows_with_the_films_and_not_faster(kind: str, request: pytest.FixtureRequest) -> None:
    sizes = few(request, SIZES)
    a_film = {}
    print(f"\n{kind}\nfilms     whole  of it a film  without stills  that times plain words    kB")
    for films in sizes:
        given = evening(films)
        bare = replace(given, stills={})
        rounds = 9 if 12 < films < 100 else 3
        ours = seconds_of(partial(KINDS[kind].make, given, Paper.A4), rounds)
        words = seconds_of(partial(KINDS[kind].make, bare, Paper.A4), rounds)
        times = words / seconds_of(partial(plain, given), rounds)
        size = len(KINDS[kind].make(given, Paper.A4)) / 1000
        a_film[films] = ours / films
        print(
            f"{films:5}  {ours * 1e3:5.0f} ms  {a_film[films] * 1e3:10.1f} ms  {words * 1e3:11.0f} ms"
            f"  {times:22.1f}  {size:4.0f}"
        )
    assert a_film[sizes[-1]] < MOST_GROWTH * a_film[sizes[0]]
