"""What the audience reads on the programme sheet."""

from dataclasses import replace

import pytest
from tests.documents.nights import (
    SPONSORS,
    TOUR,
    Night,
    film,
    film_item,
    full_night,
    in_two_halves,
    picture,
    synopsis,
)
from tests.documents.reading import (
    all_text,
    counted,
    fonts,
    links,
    metadata,
    outline,
    outside,
    overlapping,
    page_texts,
    pictures,
    sizes,
    squeezed,
    words,
)

from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.library.films import Film, Version
from tourdesk.sponsorship.sponsors import Sponsor

OUR_FONTS = {
    "NotoSerif-Regular",
    "NotoSerif-Italic",
    "NotoSerif-Bold",
    "NotoSansCondensed-Regular",
    "NotoSansCondensed-SemiBold",
    "NotoSansCondensed-Bold",
}
MARGIN = 44.0


def printed(*films: Film, paper: Paper = Paper.A4) -> bytes:
    return programme_sheet(Night(films).evening(), paper)


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [1, 5, 12, 30])
def test_no_title_director_or_word_of_a_synopsis_is_lost(paper: Paper, count: int) -> None:
    night = full_night(count)
    data = programme_sheet(night.evening(), paper)
    text, found = all_text(data), words(data)
    for one in night.films:
        assert squeezed(one.title) in text
        assert squeezed(one.directors[0]) in text
    wanted = counted(" ".join(one.synopsis or "" for one in night.films))
    assert wanted <= found


@pytest.mark.parametrize("paper", OFFICE)
def test_nothing_lies_in_the_margins_or_on_something_else(paper: Paper) -> None:
    rough = [film(number, versions=(Version(seconds=600, approximate=True),)) for number in range(3)]
    for night in (full_night(), full_night(5), replace(full_night(3), films=rough)):
        data = programme_sheet(night.evening(), paper)
        assert outside(data, MARGIN, bottom=22) == []
        assert overlapping(data) == []


@pytest.mark.parametrize("paper", OFFICE)
def test_every_page_has_the_size_of_the_paper(paper: Paper) -> None:
    for size in sizes(programme_sheet(full_night(3).evening(), paper)):
        assert size == pytest.approx((paper.width, paper.height), abs=0.1)


def test_a_night_of_five_short_films_is_one_sheet_of_paper() -> None:
    assert len(sizes(programme_sheet(full_night(5).evening(), Paper.A4))) == 2


def test_a_night_of_twelve_films_is_two_sheets_of_paper() -> None:
    assert len(sizes(programme_sheet(full_night().evening(), Paper.A4))) <= 4


def test_only_our_own_typefaces_are_used_and_all_are_embedded() -> None:
    used = fonts(programme_sheet(full_night(4).evening(), Paper.A4))
    assert set(used) <= OUR_FONTS
    assert all(used.values())


def test_no_other_typeface_is_even_named() -> None:
    assert b"Helvetica" not in programme_sheet(full_night(2).evening(), Paper.A4)


def test_it_says_where_and_when() -> None:
    first = page_texts(printed(film(0)))[0]
    for said in (
        "Lantern Tour 2027",
        "Tales of the Coast",
        "Tuesday 18 May 2027",
        "The Old Ropery",
        "18:30",
        "19:00",
    ):
        assert said in first


def test_the_season_stands_beside_the_name_of_the_tour() -> None:
    night = replace(full_night(1), tour=replace(TOUR, name="Lantern Tour", season="2028"))
    assert "Lantern Tour 2028" in page_texts(programme_sheet(night.evening(), Paper.A4))[0]


def test_credits_are_said_as_people_read_them() -> None:
    text = page_texts(
        printed(film(0, countries=("GB", "FR"), directors=("Ann Alder", "Bo Birch"), languages=("fr",)))
    )[0]
    assert "Directed by Ann Alder and" in text
    assert "United Kingdom and France, 2020" in text
    assert "In French" in text
    assert "4 min" in text


def test_a_title_in_two_lines_is_parted_where_it_pauses() -> None:
    title = "The Barnacle Marathons: A Race That Nobody Ever Finished"
    assert (
        "The Barnacle Marathons:\r\nA Race That Nobody Ever Finished"
        in page_texts(printed(film(0, title=title)))[0]
    )


def test_a_title_is_not_parted_at_a_hyphen() -> None:
    title = "A Rather Long Name for a Film About a Light-Footed Woman"
    assert "Light-Footed" in page_texts(printed(film(0, title=title)))[0]


def test_hong_kong_is_called_by_its_name() -> None:
    assert "Hong Kong, 2020" in page_texts(printed(film(0, countries=("HK",))))[0]


def test_a_country_or_language_nobody_knows_does_no_harm() -> None:
    text = page_texts(printed(film(0, countries=("QQ",), languages=("tar", "es"))))[0]
    assert "QQ, 2020" in text
    assert "In Spanish" in text


def test_an_end_that_hangs_on_rounded_run_times_is_said_to_be_about() -> None:
    rough = film(0, versions=(Version(seconds=600, approximate=True),))
    assert "ENDS ABOUT" in page_texts(printed(rough))[0]
    assert "ENDS ABOUT" not in page_texts(printed(film(0)))[0]


def test_halves_and_the_intermission_say_when_they_begin() -> None:
    text = squeezed(page_texts(printed(film(0), film(1)))[0])
    assert "Firsthalf19:00" in text
    assert "Intermission19:09·15min" in text
    assert "Secondhalf19:24" in text


def test_what_is_no_film_is_said_in_a_line() -> None:
    text = page_texts(printed(film(0), film(1)))
    assert "Welcome" in text[0]
    assert "Questions and answers" in "".join(text)


def test_a_film_of_which_only_the_title_is_known_shows_no_empty_words() -> None:
    bare = Film("Nothing Known", id=1)
    item = film_item(bare, seconds=None)
    text = page_texts(programme_sheet(Night([bare], items=(item,)).evening(), Paper.A4))[0]
    assert "Nothing Known" in text
    assert "None" not in text
    assert "Directed" not in text


def test_a_film_that_left_the_library_keeps_its_line() -> None:
    night = full_night(2)
    data = programme_sheet(replace(night.evening(), films={}), Paper.A4)
    assert squeezed("The Keeper’s Notebook") in all_text(data)
    assert squeezed("Ansgar Wend") in all_text(data)


def test_a_programme_without_films_says_so_and_is_one_page() -> None:
    texts = page_texts(programme_sheet(Night(items=()).evening(), Paper.A4))
    assert len(texts) == 1
    assert "still being chosen" in texts[0]


@pytest.mark.parametrize("paper", OFFICE)
def test_a_title_of_three_hundred_letters_is_whole(paper: Paper) -> None:
    title = ("The Very Long Walk From the Lighthouse to the Baker’s and Back Again " * 5)[:300].strip()
    data = printed(film(0, title=title), paper=paper)
    assert squeezed(title) in all_text(data)
    assert outside(data, MARGIN, bottom=22) == []


def test_a_word_of_two_hundred_letters_is_whole() -> None:
    word = "Rindfleisch" * 19
    data = printed(film(0, title=word, synopsis=f"before {word} after", directors=(word,)))
    assert all_text(data).count(word) >= 2
    assert outside(data, MARGIN, bottom=22) == []


def test_a_synopsis_taller_than_a_page_goes_on_over_pages() -> None:
    long = "\n\n".join(synopsis(number, 14) for number in range(14))
    data = printed(film(0, synopsis=long), film(1))
    assert len(sizes(data)) >= 3
    assert counted(long) <= words(data)
    assert squeezed("The Keeper’s Notebook, continued") in all_text(data)


def test_three_hundred_directors_are_all_named() -> None:
    directors = tuple(f"Director{number} Surname{number}" for number in range(300))
    data = printed(film(0, directors=directors))
    text = all_text(data)
    assert all(squeezed(name) in text for name in directors)
    assert outside(data, MARGIN, bottom=22) == []


def test_greek_and_cyrillic_are_printed() -> None:
    data = printed(
        film(0, title="Ο ίσκιος του φάρου", original_title="Тень маяка", directors=("Дарья Ковалёва",))
    )
    for said in ("Ο ίσκιος του φάρου", "Тень маяка", "Дарья Ковалёва"):
        assert squeezed(said) in all_text(data)


def test_a_character_that_no_typeface_has_leaves_a_mark() -> None:
    assert "\ufffd" * 3 in page_texts(printed(film(0, title="ᚠᚢᚦ")))[0]


@pytest.mark.parametrize("still", [b"", b"no picture", picture()[:2500], b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_a_still_that_is_no_picture_is_left_out(still: bytes) -> None:
    night = replace(full_night(1), stills={1: still}, sponsors=())
    data = programme_sheet(night.evening(), Paper.A4)
    assert pictures(data) == []
    assert squeezed("The Keeper’s Notebook") in all_text(data)


def test_stills_are_no_larger_than_three_hundred_dots_an_inch_need() -> None:
    night = replace(full_night(1), stills={1: picture(4000, 2600)}, sponsors=())
    [(width, height)] = pictures(programme_sheet(night.evening(), Paper.A4))
    assert width <= 650
    assert width / height == pytest.approx(16 / 9, abs=0.02)


def test_the_outline_has_one_entry_for_each_film() -> None:
    night = full_night(5)
    entries = outline(programme_sheet(night.evening(), Paper.A4))
    assert [title for level, title, _ in entries if level == 1] == [one.title for one in night.films]
    assert [title for level, title, _ in entries if level == 0] == [
        TOUR.name,
        "First half",
        "Intermission",
        "Second half",
        "Sponsors",
    ]


def test_the_document_says_what_it_is() -> None:
    data = printed(film(0))
    about = metadata(data)
    assert about["Title"] == "Lantern Tour 2027: programme, Bramblehaven, Tuesday 18 May 2027"
    assert about["Author"] == "Lantern Tour 2027"
    assert "audience" in about["Subject"]
    assert b"/Lang (en)" in data


def test_web_addresses_are_links() -> None:
    night = replace(full_night(1), sponsors=SPONSORS)
    night = replace(night, films=[film(0, source="https://keeper.example/film")])
    addresses = links(programme_sheet(night.evening(), Paper.A4))
    for address in (
        "https://keeper.example/film",
        "https://bramble-bakery.example",
        "https://lantern-tour.example",
    ):
        assert address in addresses
    assert "mailto:office@lantern-tour.example" in addresses


def test_every_page_has_its_number_and_the_ways_to_reach_the_tour() -> None:
    texts = page_texts(programme_sheet(full_night().evening(), Paper.A4))
    for number, text in enumerate(texts):
        assert f"{number + 1} / {len(texts)}" in text
        assert "+44 1632 960 114" in text.replace("\u00a0", " ")


def test_a_sponsor_without_a_logo_is_named() -> None:
    night = replace(
        full_night(1), sponsors=(Sponsor("Tidewater Cycles"), Sponsor("Bad Logo", logo=b"garbage"))
    )
    text = all_text(programme_sheet(night.evening(), Paper.A4))
    assert "TidewaterCycles" in text
    assert "BadLogo" in text


def test_a_sponsor_with_a_name_longer_than_a_page_is_named_whole() -> None:
    name = " ".join(f"Partner{number}" for number in range(900))
    data = programme_sheet(replace(full_night(1), sponsors=(*SPONSORS, Sponsor(name))).evening(), Paper.A4)
    assert counted(name) <= words(data)
    assert outside(data, MARGIN, bottom=22) == []


def test_a_sponsor_of_a_tier_we_do_not_know_stands_under_its_tier() -> None:
    night = replace(full_night(1), sponsors=(Sponsor("Hill Radio", "media"),))
    assert squeezed("MEDIA Hill Radio") in all_text(programme_sheet(night.evening(), Paper.A4))


def test_one_part_is_called_a_programme() -> None:
    items = tuple(item for item in in_two_halves([film(0)]) if item.kind.value == "film")
    assert "Programme" in page_texts(programme_sheet(Night([film(0)], items=items).evening(), Paper.A4))[0]
