"""How the papers look, against pictures that were looked at."""

from dataclasses import replace

import pytest
from PIL import Image
from tests.documents.nights import SPONSORS, Night, film, full_night, picture, slot
from tests.documents.reading import rasters
from tests.documents.test_alphabets import all_alphabets

from tourdesk.documents.booklet import booklet
from tourdesk.documents.poster import poster
from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.run_sheet import run_sheet
from tourdesk.documents.theme import OFFICE, Paper

from .conftest import LooksAsBefore


def programme_of_twelve() -> list[Image.Image]:
    return rasters(programme_sheet(full_night().evening(), Paper.A4))


def odd_films() -> Night:
    films = [
        film(0, title="A Title That Could Not Stop Once It Had Begun " * 4),
        film(
            1,
            title="Ο ίσκιος του φάρου",
            original_title="Тень маяка",
            synopsis="Море никого не спрашивает. " * 9,
        ),
        film(
            2, year=None, synopsis=None, logline=None, section=None, languages=(), countries=(), directors=()
        ),
        film(3, synopsis=None),
    ]
    return Night(
        films, stills={1: b"no picture", 2: picture(300, 800), 4: picture()[:3000]}, sponsors=SPONSORS[3:]
    )


def test_the_first_page_of_a_programme_of_twelve_films(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(programme_of_twelve()[0], "programme-first")


def test_the_last_page_of_a_programme_with_its_sponsors(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(programme_of_twelve()[-1], "programme-last")


def test_the_outside_of_a_booklet(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(full_night(5).evening(), Paper.A4))[0], "booklet-outside")


def test_the_inside_of_a_booklet(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(full_night().evening(), Paper.LETTER))[1], "booklet-inside")


def test_odd_films_in_a_booklet(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(odd_films().evening(), Paper.A4))[-1], "booklet-odd")


def test_a_poster(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(poster(full_night(5).evening(), Paper.A3), 40)[0], "poster")


def test_a_poster_of_many_films(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(poster(full_night(20).evening(), Paper.LETTER))[0], "poster-many")


def test_a_poster_without_a_still(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(poster(replace(full_night(3), stills={}).evening(), Paper.A4))[0], "poster-bare")


def test_titles_in_every_alphabet(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(programme_sheet(all_alphabets().evening(), Paper.A4))[0], "programme-alphabets")


def test_odd_films_on_letter_paper(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(programme_sheet(odd_films().evening(), Paper.LETTER))[0], "programme-odd")


def test_the_first_page_of_a_run_sheet(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(run_sheet(full_night(8).evening(), Paper.LETTER))[0], "run-sheet-first")


def test_a_run_sheet_across_midnight(looks_as_before: LooksAsBefore) -> None:
    late = Night([film(number) for number in range(6)], slot=slot("23:10", "00:30", "2027-10-16"))
    looks_as_before(rasters(run_sheet(late.evening(), Paper.A4))[1], "run-sheet-midnight")


def test_a_run_sheet_across_a_clock_change(looks_as_before: LooksAsBefore) -> None:
    late = Night([film(number + 6) for number in range(6)], slot=slot("23:40", "04:30", "2027-03-27"))
    looks_as_before(rasters(run_sheet(late.evening(), Paper.A4))[1], "run-sheet-clock-change")


@pytest.mark.parametrize("paper", OFFICE)
def test_a_programme_has_little_ink(paper: Paper) -> None:
    for page in rasters(programme_sheet(full_night().evening(), paper)):
        tones = page.convert("L").histogram()
        assert sum(tones[:100]) / sum(tones) < 0.15
