"""What the audience reads in the folded booklet."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.documents.nights import SPONSORS, TOUR, Night, film, film_item, full_night, picture, synopsis
from tests.documents.odd_nights import LONG_TITLE, long_titles
from tests.documents.reading import (
    Box,
    all_text,
    boxes,
    counted,
    half_texts,
    links,
    metadata,
    outline,
    outside,
    overlapping,
    pictures,
    sizes,
    squeezed,
    words,
)

from tourdesk.documents.booklet import booklet
from tourdesk.documents.imposition import sides
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.language import speak
from tourdesk.library.films import Film

MARGIN = 34.0


def leaves(data: bytes) -> list[str]:
    """The text of each page of the booklet, in the order of reading."""
    halves = half_texts(data)
    numbers = [number for side in sides(len(halves)) for number in side]
    return [text for _, text in sorted(zip(numbers, halves, strict=True))]


def bound(night: Night, paper: Paper = Paper.A4) -> bytes:
    return booklet(night.evening(), paper)


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 12, 30])
def test_no_title_director_or_word_of_a_synopsis_is_lost(paper: Paper, count: int) -> None:
    night = full_night(count)
    data = bound(night, paper)
    text, found = all_text(data), words(data)
    for one in night.films:
        assert text.count(squeezed(one.title)) >= 3
        assert text.count(squeezed(one.directors[0])) >= 2
    assert counted(" ".join(one.synopsis or "" for one in night.films)) <= found


@pytest.mark.parametrize("paper", OFFICE)
def test_every_sheet_lies_wide_and_has_two_sides(paper: Paper) -> None:
    found = sizes(bound(full_night(5), paper))
    assert len(found) % 2 == 0
    for size in found:
        assert size == pytest.approx((paper.height, paper.width), abs=0.1)


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [1, 5, 12])
def test_nothing_lies_in_the_margins_in_the_fold_or_on_something_else(paper: Paper, count: int) -> None:
    data = bound(full_night(count), paper)
    assert outside(data, MARGIN, bottom=20) == []
    assert overlapping(data) == []
    fold = paper.height / 2

    def in_the_fold(box: Box) -> bool:
        return box.left < fold + MARGIN and box.right > fold - MARGIN

    assert [box for page in boxes(data) for box in page if in_the_fold(box)] == []


def test_the_pages_read_from_the_cover_to_the_ballot() -> None:
    pages = leaves(bound(full_night(5)))
    assert "Tales of the Coast" in pages[0]
    assert "The evening" in pages[1]
    assert "The films" in pages[2]
    assert "Your vote" in pages[-1]
    for number, text in enumerate(pages[1:-1], start=2):
        assert str(number) in text.split()


def test_the_cover_says_where_and_when() -> None:
    cover = leaves(bound(full_night(2)))[0]
    for said in (
        "Lantern Tour 2027",
        "Tuesday 18 May 2027",
        "The Old Ropery",
        "2 Hawser Street",
        "18:30",
        "19:00",
    ):
        assert squeezed(said) in squeezed(cover)


def test_the_cover_shows_the_opening_film() -> None:
    stills = {2: picture(1600, 1200, 2)}
    night = replace(full_night(2), stills=stills, sponsors=())
    assert max(pictures(bound(night)))[0] > 1000
    assert pictures(bound(replace(night, stills={}))) == []
    assert pictures(bound(replace(night, stills={1: b"no picture"}))) == []


def test_the_evening_at_a_glance_has_every_clock_time() -> None:
    night = full_night(4)
    page = squeezed(leaves(bound(night))[1])
    evening = night.evening()
    for timed in evening.order.items:
        clock = f"{evening.screening.slot.local(timed.start):%H:%M}"
        assert squeezed(f"{clock}{timed.item.title}") in page
    assert "18:30Doors" in page
    assert "Firsthalf" in page
    assert squeezed(f"{evening.screening.slot.local(evening.order.end):%H:%M} End") in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_ballot_has_five_boxes_and_a_comment_for_each_film(count: int) -> None:
    ballot = leaves(bound(full_night(count)))[-1]
    assert ballot.count("Comment") == count
    for one in full_night(count).films:
        assert squeezed(f"{one.title} Comment 1 2 3 4 5") in squeezed(ballot)


def test_a_ballot_of_titles_of_five_hundred_letters_is_one_page() -> None:
    pages = leaves(bound(long_titles()))
    assert [text.count("Comment") for text in pages if "Comment" in text] == [4]
    assert squeezed(pages[-1]).count(squeezed(LONG_TITLE)) == 4


def test_a_ballot_of_several_pages_says_that_it_goes_on_and_none_is_nearly_empty() -> None:
    pages = [text for text in leaves(bound(full_night(30))) if "Comment" in text]
    counts = [text.count("Comment") for text in pages]
    assert sum(counts) == 30
    assert max(counts) - min(counts) <= 2
    assert ["Your vote, continued" in text for text in pages] == [False, *[True] * (len(pages) - 1)]


def test_an_evening_of_many_items_says_that_it_goes_on() -> None:
    pages = leaves(bound(full_night(40)))
    assert sum("The evening, continued" in text for text in pages) >= 1


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_night_without_films_is_one_sheet(paper: Paper, language: str) -> None:
    speak(language)
    try:
        assert len(sizes(bound(Night(items=(), sponsors=SPONSORS), paper))) == 2
    finally:
        speak("en")


def test_the_back_says_how_to_reach_the_tour() -> None:
    assert TOUR.telephone in leaves(bound(full_night(3)))[-1].replace("\u00a0", " ")


def test_contact_lines_too_long_for_the_back_stand_after_the_sponsors() -> None:
    address = " ".join(f"line{number}" for number in range(200))
    data = bound(replace(full_night(2), tour=replace(TOUR, address=address)))
    assert counted(address) <= words(data)
    assert outside(data, MARGIN, bottom=20) == []


def test_a_page_to_spare_is_for_notes() -> None:
    pages = leaves(bound(replace(full_night(1), sponsors=())))
    assert len(pages) == 4
    assert "NOTES" not in "".join(pages)
    assert "NOTES" in leaves(bound(Night(items=(), sponsors=SPONSORS)))[-1]


def with_sentences(films: int, sentences: int) -> Night:
    told = [film(number, synopsis=synopsis(number, sentences)) for number in range(films)]
    return replace(full_night(films), films=told)


def test_long_synopses_are_shortened_at_a_sentence_where_that_saves_a_sheet() -> None:
    pages = leaves(bound(with_sentences(8, 13)))
    assert len(pages) == 8
    assert "".join(pages).replace("\r\n", " ").count(". …") == 8


@pytest.mark.parametrize(("films", "sentences"), [(6, 16), (8, 11), (10, 16)])
def test_synopses_are_whole_where_shorter_ones_save_no_sheet(films: int, sentences: int) -> None:
    night = with_sentences(films, sentences)
    assert counted(" ".join(one.synopsis or "" for one in night.films)) <= words(bound(night))


def test_a_synopsis_of_many_pages_goes_on_over_them() -> None:
    data = bound(with_sentences(1, 120))
    assert len(leaves(data)) > 4
    assert squeezed("The Keeper’s Notebook, continued") in all_text(data)


def test_the_outline_follows_the_reader_not_the_sheets() -> None:
    night = full_night(5)
    entries = outline(bound(night))
    assert [title for level, title, _ in entries if level == 0] == [
        TOUR.name,
        "The evening",
        "The films",
        "With thanks to",
        "Your vote",
    ]
    assert [title for level, title, _ in entries if level == 1] == [one.title for one in night.films]


def test_the_document_says_what_it_is_and_how_it_is_printed() -> None:
    data = bound(full_night(1))
    assert metadata(data)["Title"] == "Lantern Tour 2027: booklet, Bramblehaven, Tuesday 18 May 2027"
    assert b"/DuplexFlipShortEdge" in data


def test_web_addresses_are_links_where_their_words_stand() -> None:
    night = replace(full_night(1), films=[film(0, source="https://keeper.example/film")])
    found = links(bound(night))
    assert {"https://keeper.example/film", "https://bramble-bakery.example"} <= found
    assert "mailto:office@lantern-tour.example" in found


def test_a_film_of_which_only_the_title_is_known_and_a_night_without_films() -> None:
    bare = Film("Nothing Known", id=1)
    data = bound(Night([bare], items=(film_item(bare, seconds=None),)))
    assert "None" not in all_text(data)
    assert "stillbeingchosen" in all_text(bound(Night(items=())))


def test_titles_and_names_of_three_hundred_letters_are_whole() -> None:
    title = ("The Very Long Walk From the Lighthouse to the Baker’s and Back Again " * 5)[:300].strip()
    night = replace(full_night(3), films=[film(0, title=title)], tour=replace(TOUR, name=title), name=title)
    data = bound(night)
    assert all_text(data).count(squeezed(title)) >= 4
    assert outside(data, MARGIN, bottom=20) == []


def test_on_a_page_of_their_own_sponsors_are_shown_larger_than_beside_films() -> None:
    """Sponsors of five films have a page, that of one film stands on the page of the film."""

    def widest(night: Night) -> float:
        return max(
            box.right - box.left
            for box in boxes(bound(night))[1 if len(night.films) == 1 else -2]
            if box.what == "picture"
        )

    beside, apart = (replace(full_night(count), stills={}) for count in (1, 5))
    assert widest(apart) > 1.3 * widest(beside)


@pytest.mark.parametrize("paper", OFFICE)
def test_a_comment_on_the_ballot_stands_nearer_to_its_own_film_than_to_the_next(paper: Paper) -> None:
    page = boxes(bound(full_night(12), paper))[0]
    left = [box for box in page if box.what == "shape" and box.right < paper.height / 2]
    ticks = sorted({box.top for box in left if box.right - box.left < 20}, reverse=True)
    written = [box.top for box in left if box.right - box.left > 150]
    assert len(ticks) == 12
    for tick, after in pairwise(ticks):
        [line] = [top for top in written if after < top < tick]
        # From the line down to the boxes of the next film there is more white than a line needs.
        assert line - after > 7


def test_one_film_is_headed_as_one() -> None:
    pages = leaves(bound(full_night(1)))
    assert any("The film\r\n" in page for page in pages)
    assert not any("The films" in page for page in pages)


def test_an_end_that_is_not_known_exactly_says_so_in_the_evening_at_a_glance() -> None:
    night = full_night(2)
    films = [replace(one, versions=(replace(one.version, approximate=True),)) for one in night.films]
    assert "End, approximately" in leaves(bound(replace(night, films=films)))[1]
    assert "approximately" not in leaves(bound(night))[1]
