"""What passers-by read on the poster."""

from dataclasses import replace

import numpy as np
import pytest
from tests.documents.nights import TOUR, Night, film, full_night, picture
from tests.documents.reading import (
    all_text,
    boxes,
    fonts,
    links,
    metadata,
    outline,
    outside,
    overlapping,
    page_texts,
    pictures,
    rasters,
    sizes,
    squeezed,
)

from tourdesk.documents.poster import poster
from tourdesk.documents.theme import Paper

MARGIN = 36.0


def hung(night: Night, paper: Paper = Paper.A4) -> bytes:
    return poster(night.evening(), paper)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [1, 3, 5, 12, 30])
def test_every_title_and_director_stands_on_one_sheet(paper: Paper, count: int) -> None:
    night = full_night(count)
    data = hung(night, paper)
    [size] = sizes(data)
    assert size == pytest.approx((paper.width, paper.height), abs=0.1)
    for one in night.films:
        assert squeezed(one.title) in all_text(data)
        assert squeezed(one.directors[0]) in all_text(data)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [1, 5, 30])
def test_nothing_lies_in_the_margins_or_on_something_else(paper: Paper, count: int) -> None:
    for stills in ({}, full_night(count).stills):
        data = hung(replace(full_night(count), stills=stills), paper)
        assert outside(data, MARGIN, bottom=24) == []
        assert overlapping(data) == []


def test_it_says_where_and_when() -> None:
    text = squeezed(page_texts(hung(full_night(3)))[0])
    for said in (
        "Lantern Tour 2027",
        "Tales of the Coast",
        "Tuesday 18 May 2027",
        "Bramblehaven",
        "The Old Ropery",
        "2 Hawser Street",
        "19:00",
        "Doors 18:30",
    ):
        assert squeezed(said) in text


def heights(data: bytes, letters: str) -> list[float]:
    """How high the letters of that text stand, in points; the text is looked for letter by letter."""
    found = boxes(data)[0]
    text = "".join(box.what for box in found)
    at = text.index(letters)
    return [box.top - box.bottom for box in found[at : at + len(letters)]]


def test_name_day_town_and_start_can_be_read_across_the_street() -> None:
    """Letters of 25 mm are read at 10 m: those of an A3 poster at 3 m need some 7 mm, 20 points."""
    data = hung(full_night(5), Paper.A3)
    assert max(heights(data, "Lantern")) > 40
    for said in ("Tuesday", "Bramblehaven", "19:00"):
        assert max(heights(data, said)) > 20


def test_a3_is_a4_enlarged() -> None:
    small, large = (
        rasters(hung(full_night(4), paper), dpi)[0] for paper, dpi in ((Paper.A4, 85), (Paper.A3, 60))
    )
    assert small.size[0] == pytest.approx(large.size[0], abs=3)
    assert page_texts(hung(full_night(4), Paper.A4)) == page_texts(hung(full_night(4), Paper.A3))


def test_the_still_of_the_opening_film_is_large() -> None:
    night = replace(full_night(4), sponsors=())
    [(width, height)] = pictures(hung(replace(night, stills={1: picture(1600, 900)})))
    assert width > 1300
    assert height / width > 0.4
    assert pictures(hung(replace(night, stills={}))) == []


def test_town_and_time_do_not_hang_on_colour() -> None:
    grey = rasters(hung(full_night(2)))[0].convert("L")
    assert int(np.asarray(grey).min()) < 10
    # The accent, in which the town stands, prints as a dark grey.
    red, green, blue = (158, 51, 23)
    assert 0.299 * red + 0.587 * green + 0.114 * blue < 90


def test_sponsors_and_ways_to_reach_the_tour_are_at_the_foot() -> None:
    data = hung(full_night(2))
    text = all_text(data)
    for said in (
        "MAIN SPONSOR",
        "GOLD SPONSORS",
        "PARTNERS",
        "Tidewater Cycles",
        "office@lantern-tour.example",
    ):
        assert squeezed(said) in text
    assert {"https://bramble-bakery.example", "https://lantern-tour.example"} <= links(data)


def test_the_outline_and_the_document_say_what_it_is() -> None:
    data = hung(full_night(2), Paper.A3)
    assert [title for _, title, _ in outline(data)] == [TOUR.name, "Films", "Sponsors"]
    assert metadata(data)["Title"] == "Lantern Tour 2027: poster, Bramblehaven, Tuesday 18 May 2027"
    assert all(fonts(data).values())


def test_a_night_without_films_still_has_a_poster() -> None:
    assert "TheOldRopery" in all_text(hung(Night(items=())))


def test_names_and_titles_of_three_hundred_letters_are_whole() -> None:
    title = ("The Very Long Walk From the Lighthouse to the Baker’s and Back Again " * 5)[:300].strip()
    films = [film(number, title=title) for number in range(9)]
    data = hung(Night(films, tour=replace(TOUR, name=title, address=title), name=f"{title} again"))
    assert all_text(data).count(squeezed(title)) >= 11
    assert outside(data, MARGIN, bottom=24) == []


def test_the_web_address_is_large_leads_there_and_stands_once() -> None:
    data = hung(full_night(5))
    assert max(heights(data, "lantern-tour.example")) > 8
    assert all_text(data).count("lantern-tour.example") == 2  # the other is that of the mail address
    assert "https://lantern-tour.example" in links(data)
    assert "https" not in all_text(data)


@pytest.mark.parametrize("address", ["", "The house behind the harbour " * 30])
def test_the_web_address_stands_once_too_where_the_foot_has_nothing_or_no_room(address: str) -> None:
    tour = replace(TOUR, address=address, telephone="", email="")
    data = hung(replace(full_night(3), tour=tour))
    assert squeezed(address) in all_text(data)
    assert all_text(data).count("lantern-tour.example") == 1
