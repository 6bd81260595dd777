"""The two pages that the program was begun from."""

from pathlib import Path

import pytest

from tourdesk.library.intake.decoding import decoded
from tourdesk.library.intake.page import read_page
from tourdesk.library.intake.readings import PageReading

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed pages are not beside this checkout")


def reading_of(beginning: str) -> PageReading:
    pages = [page for page in SEEDS.glob("*.txt") if page.read_text(encoding="utf-8").startswith(beginning)]
    return read_page(decoded(pages[0].read_bytes(), pages[0].name))


def test_the_archive_page_is_read_whole() -> None:
    film = reading_of("Desert Runners").films[0]
    assert (film.title, film.year, film.runtime_seconds, film.runtime_approximate) == (
        "Desert Runners",
        2013,
        5940,
        True,
    )
    assert film.directors == ("Jennifer Steinman",)
    assert (film.section, film.tags) == ("Places", ("sport",))
    assert film.logline is not None
    assert film.logline.startswith("What happens when")
    assert film.logline.endswith("extraordinary?")
    assert film.synopsis is not None
    assert film.synopsis.startswith("Any single race")
    assert film.synopsis.endswith("attempt the extraordinary.")
    assert film.doubtful == ()


def test_the_tour_page_is_read_whole() -> None:
    reading = reading_of("Running The Roof")
    assert len(reading.films) == 1
    film = reading.films[0]
    assert (film.title, film.runtime_seconds, film.year) == ("Running The Roof", 3180, None)
    assert film.directors == ("Alexis Tymon", "Ben Crocker")
    assert film.producers == ("Sourcy Films",)
    assert (film.languages, film.countries) == (("en",), ("GB",))
    assert film.section == "Wild and Tough"
    assert film.doubtful == ()
    assert film.synopsis is not None
    assert film.synopsis.startswith("Like all good stories")
    assert film.synopsis.endswith("into the unknown.")


def test_the_tours_own_lines_are_no_part_of_its_film() -> None:
    reading = reading_of("Running The Roof")
    assert len(reading.sponsors) == 6
    assert reading.sponsors[0] == "Arizona Trail Association"
    assert reading.contact.address == "122 Rather Str."
    assert reading.contact.telephone == "+49 177 213 6269"
    assert "who we are" in reading.text[reading.films[0].end :]
