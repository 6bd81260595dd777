"""How the papers look, against pictures that were looked at."""

from dataclasses import replace

import pytest
from PIL import Image
from tests.documents.nights import (
    SPONSORS,
    TOUR,
    Night,
    film,
    film_item,
    full_night,
    logo,
    other,
    picture,
    slot,
)
from tests.documents.odd_nights import long_titles
from tests.documents.reading import rasters
from tests.documents.test_alphabets import all_alphabets

from tourdesk.documents.booklet import booklet
from tourdesk.documents.catalogue import catalogue
from tourdesk.documents.collection import Collection
from tourdesk.documents.kinds import KINDS
from tourdesk.documents.poster import poster
from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.run_sheet import run_sheet
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.progress import Unwatched
from tourdesk.library.films import Copy
from tourdesk.programming.programme import ItemKind

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


def test_a_booklet_s_film_with_a_page_to_itself(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(full_night(5).evening(), Paper.A4))[3], "booklet-alone")


def test_the_ballot_of_titles_of_five_hundred_letters(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(long_titles().evening(), Paper.LETTER))[0], "ballot-long-titles")


def test_a_ballot_that_goes_on_over_pages(looks_as_before: LooksAsBefore) -> None:
    looks_as_before(rasters(booklet(full_night(30).evening(), Paper.A4))[0], "ballot-going-on")


@pytest.mark.parametrize(("page", "name"), [(0, "cover"), (1, "films"), (-1, "indexes")])
@pytest.mark.parametrize("paper", OFFICE)
def test_a_catalogue(looks_as_before: LooksAsBefore, paper: Paper, page: int, name: str) -> None:
    night = full_night(12)
    made = Collection("", night.tour, tuple(night.films), lambda ids: {one: night.stills[one] for one in ids})
    pages = rasters(catalogue(made, paper, Unwatched()), 50)
    looks_as_before(pages[page], f"catalogue-{name}-{paper.name.lower()}")


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("kind", ["run-sheet-mc", "run-sheet-projection", "run-sheet-front-of-house"])
def test_a_sheet_on_duty(looks_as_before: LooksAsBefore, kind: str, paper: Paper) -> None:
    copy = Copy("DCP", "2K flat", "1.85", "5.1", "en", "CPL 4711", "drive 3", 612)
    films = [
        replace(one, versions=(replace(one.version, copies=(copy,)),), advisories=("Heights",))
        for one in full_night(6).films
    ]
    night = replace(full_night(6), films=films)
    looks_as_before(rasters(KINDS[kind].make(night.evening(), paper), 50)[0], f"{kind}-{paper.name.lower()}")


def test_a_row_of_the_run_sheet_that_goes_on(looks_as_before: LooksAsBefore) -> None:
    cue = "Lights to a third, then slowly up again; wait for the bell. " * 90
    items = (other(ItemKind.WELCOME, "Welcome", 300, cue=cue), film_item(film(0)))
    data = run_sheet(Night([film(0)], items=items).evening(), Paper.A4)
    looks_as_before(rasters(data, 50)[1], "run-sheet-going-on")


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_a_poster_with_a_logo_and_a_colour(looks_as_before: LooksAsBefore, paper: Paper) -> None:
    tour = replace(TOUR, colour="#14626b", logo=logo(300, 300))
    data = poster(replace(full_night(8), tour=tour).evening(), paper)
    looks_as_before(rasters(data, 40)[0], f"poster-{paper.name.lower()}")


@pytest.mark.parametrize("paper", OFFICE)
def test_a_programme_has_little_ink(paper: Paper) -> None:
    for page in rasters(programme_sheet(full_night().evening(), paper)):
        tones = page.convert("L").histogram()
        assert sum(tones[:100]) / sum(tones) < 0.15
