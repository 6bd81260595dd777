"""What a member of the committee finds on the ballot."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import film, picture
from tests.documents.reading import (
    all_text,
    boxes,
    fonts,
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

from tourdesk.documents.collection import Collection
from tourdesk.documents.committee_ballot import committee_ballot
from tourdesk.documents.kinds import COMMITTEE_BALLOT
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.language import speak
from tourdesk.foundation.progress import Unwatched
from tourdesk.library.committee.verdicts import Choice, choice_word
from tourdesk.library.films import Film, Version
from tourdesk.touring.night import Tour

from .conftest import LooksAsBefore

MARGIN, BOTTOM = 33.0, 20.0
TOUR = Tour("Trails 2027")


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [0, 1, 12, 120])
def test_every_film_has_its_row_with_three_choices_and_five_stars(paper: Paper, count: int) -> None:
    data = committee_ballot([film(number) for number in range(count)], TOUR, paper)
    text = all_text(data)
    for number in range(count):
        assert squeezed(film(number).title) in text
    # What is left beside the frames are rules and bars, which are wide.
    frames = [
        box for page in boxes(data) for box in page if box.what == "shape" and box.right - box.left < 20
    ]
    assert len(frames) == count * 8
    assert all(size == pytest.approx(paper.value, abs=0.01) for size in sizes(data))


def test_films_stand_in_the_order_given_and_are_numbered() -> None:
    titles = ["Zebra", "Balance", "Mira"]
    text = "".join(page_texts(committee_ballot([Film(title) for title in titles], None, Paper.A4)))
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)
    assert all(number in text for number in "123")


def test_an_original_title_runs_the_way_of_its_first_letter_as_the_title_does() -> None:
    film = Film("הדרך Zermatt", original_title="ההר Quito")
    (page,) = boxes(committee_ballot([film], None, Paper.A4))
    latin = {letter: next(box.left for box in page if box.what == letter) for letter in "ZQ"}
    hebrew = [box.left for box in page if "א" <= box.what[0] <= "ת"]
    assert len(hebrew) == 7
    assert max(latin.values()) < min(hebrew)


def test_a_film_says_its_run_time_country_year_and_director() -> None:
    one = Film(
        "Écho",
        original_title="Эхо",
        year=2001,
        directors=("Anne Leroy", "Tom Reed"),
        countries=("FR", "NO"),
        section="Places",
        versions=(Version(seconds=750),),
    )
    text = all_text(committee_ballot([one], TOUR, Paper.A4))
    for said in ("Écho", "Эхо", "Anne Leroy and Tom Reed", "13 min", "France and Norway", "2001", "PLACES"):
        assert squeezed(said) in text


def test_each_page_repeats_the_headings_and_leaves_room_for_the_name() -> None:
    pages = page_texts(committee_ballot([film(number) for number in range(60)], TOUR, Paper.LETTER))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        for said in ("MUST", "MAYBE", "NO", "STARS", "COMMENT", "Name:", "Trails 2027"):
            assert said in page
        assert f"{number} / {len(pages)}" in page


def test_the_document_says_what_it_is_and_leads_to_each_film() -> None:
    data = committee_ballot([film(1), film(2)], TOUR, Paper.A4)
    assert metadata(data)["Title"] == "Trails 2027: Committee ballot"
    assert [title for _, title, _ in outline(data)] == ["Committee ballot", film(1).title, film(2).title]
    assert all(page == 0 for _, _, page in outline(data))


def test_without_a_tour_the_ballot_is_just_a_ballot() -> None:
    assert metadata(committee_ballot([film(1)], None, Paper.A4))["Title"] == "Committee ballot"


ODD = (
    "A Title That Could Not Stop Once It Had Begun " * 12,
    "雪の峠 – 冬のランナー",
    "الجبل الأخير",
    "שרון לוי בהרים",
    "Sturmböenwarnungsbereitschaftsdienstleiterversammlung" * 3,
    "",
)


@pytest.mark.parametrize("paper", OFFICE)
def test_odd_films_stay_on_the_paper_and_nothing_lies_on_anything_else(paper: Paper) -> None:
    films = [Film(title, directors=(title[:60],), versions=(Version(seconds=7200),)) for title in ODD * 3]
    data = committee_ballot(films, TOUR, paper)
    assert outside(data, MARGIN, BOTTOM) == []
    assert overlapping(data) == []
    assert all(fonts(data).values())


@given(st.lists(st.text(max_size=80), max_size=3), st.text(max_size=40))
def test_any_text_gives_a_ballot(titles: list[str], tour: str) -> None:
    films = [Film(title, original_title=title[::-1], directors=(title,), section=title) for title in titles]
    assert committee_ballot(films, Tour(tour), Paper.A4, tour[::-1]).startswith(b"%PDF-")


def test_the_same_films_give_the_same_bytes() -> None:
    films = [film(number) for number in range(30)]
    assert committee_ballot(films, TOUR, Paper.A4) == committee_ballot(films, TOUR, Paper.A4)


def test_the_listed_ballot_is_of_all_films_under_the_title_or_the_tour_s_name() -> None:
    films = (film(1), film(2))
    untitled = Collection("", TOUR, films, lambda _wanted: {})
    for collection, title in (
        (untitled, "Trails 2027: Committee ballot"),
        (replace(untitled, title="First round"), "First round: Committee ballot"),
        (replace(untitled, tour=None), "Committee ballot"),
    ):
        data = COMMITTEE_BALLOT.make(collection, Paper.A4, Unwatched())
        assert metadata(data)["Title"] == title
        assert outline(data) == outline(committee_ballot(films, TOUR, Paper.A4))


def test_the_tour_s_colour_and_logo_are_on_the_first_page() -> None:
    data = committee_ballot([film(1)], replace(TOUR, colour="#1a6b70", logo=picture(300, 200)), Paper.A4)
    bar = (297, 36)  # in the middle of the bar across the top, in points
    assert rasters(data, 72)[0].getpixel(bar) == (0x1A, 0x6B, 0x70)
    assert len(pictures(data)) == 1
    assert overlapping(data) == []


def test_how_a_ballot_looks(looks_as_before: LooksAsBefore) -> None:
    films = [film(0), Film(ODD[0][:180]), *(film(number) for number in range(1, 30))]
    looks_as_before(rasters(committee_ballot(films, TOUR, Paper.A4))[0], "committee-ballot")


@pytest.mark.parametrize("paper", OFFICE)
def test_pages_have_about_as_many_films_each_and_room_to_write(paper: Paper) -> None:
    for count in (12, 25, 60):
        pages = boxes(committee_ballot([film(number) for number in range(count)], TOUR, paper))
        frames = [sum(box.what == "shape" and box.right - box.left < 20 for box in page) for page in pages]
        assert sum(frames) == count * 8
        # The first page has the head as well.
        assert max(frames) - min(frames) <= 3 * 8


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_words_over_the_choices_stand_apart_in_every_language(language: str) -> None:
    speak(language)
    try:
        page = boxes(committee_ballot([film(1)], TOUR, Paper.A4))[0]
        words = [squeezed(choice_word(choice)).upper() for choice in Choice]
    finally:
        speak("en")
    at = "".join(box.what for box in page).index("".join(words))
    letters = iter(page[at:])
    found = [[next(letters) for _letter in word] for word in words]
    for one, after in pairwise(found):
        assert after[0].left - one[-1].right > 7
