"""What readers of the catalogue find, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.nights import TOUR, film, picture
from tests.documents.reading import (
    all_text,
    boxes,
    counted,
    outline,
    outside,
    overlapping,
    page_texts,
    pictures,
    squeezed,
    words,
)
from tests.documents.test_any_text import films

from tourdesk.documents.catalogue import catalogue
from tourdesk.documents.collection import Collection
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.errors import Cancelled
from tourdesk.foundation.progress import Unwatched
from tourdesk.library.films import Film, Version


def of(*films: Film, title: str = "", stills: Mapping[int, bytes] | None = None) -> Collection:
    known = stills or {}
    return Collection(title, TOUR, films, lambda ids: {one: known[one] for one in ids if one in known})


def made(collection: Collection, paper: Paper = Paper.A4) -> bytes:
    return catalogue(collection, paper, Unwatched())


def many(count: int) -> Collection:
    shown = [film(number) for number in range(count)]
    return of(*shown, stills={one.id: picture(seed=one.id) for one in shown if one.id is not None})


def page_of(data: bytes, text: str) -> list[int]:
    """The numbers, from 1, of the pages that have a text."""
    return [
        number for number, page in enumerate(page_texts(data), start=1) if squeezed(text) in squeezed(page)
    ]


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [1, 7, 20])
def test_every_film_is_there_and_nothing_lies_on_something_else(paper: Paper, count: int) -> None:
    collection = many(count)
    data = made(collection, paper)
    text = all_text(data)
    for one in collection.films:
        assert squeezed(one.title) in text
    assert overlapping(data) == []
    assert outside(data, 44.0, bottom=20) == []
    assert len(pictures(data)) == count + 1


def test_films_stand_by_section_and_title() -> None:
    data = made(many(12))
    marks = [title for level, title, _page in outline(data) if level]
    fields = ["A Bus for Marrow Valley", "Fourteen Kites", "Nine Fences", "What the Beekeeper Owed"]
    assert marks[:4] == fields
    assert [title for level, title, _page in outline(data) if not level] == [
        "Lantern Tour 2027",
        "Contents",
        "Fields",
        "Heights",
        "Roads",
        "Sea",
        "Titles",
        "Directors",
    ]


def test_the_index_names_the_page_on_which_a_film_stands() -> None:
    data = made(many(40))
    marks = {title: page + 1 for level, title, page in outline(data) if level}
    index = squeezed(" ".join(page_texts(data)[-3:]))
    for title, page in marks.items():
        assert squeezed(f"{title} {page}") in index


def test_the_contents_name_the_page_on_which_a_section_begins() -> None:
    data = made(many(40))
    pages = {title: page + 1 for level, title, page in outline(data) if not level}
    contents = squeezed(page_texts(data)[0])
    for section in ("Fields", "Heights", "Roads", "Sea", "Titles", "Directors"):
        assert squeezed(str(pages[section])) in contents.split(section)[1][:12]


def test_a_director_of_several_films_stands_once_with_all_pages() -> None:
    data = made(of(*(film(number, directors=("Ada Long",), section=None) for number in range(9))))
    assert page_texts(data)[-1].count("Ada Long") == 1
    pages = sorted({page + 1 for level, _title, page in outline(data) if level})
    assert squeezed("Ada Long " + ", ".join(map(str, pages))) in squeezed(page_texts(data)[-1])


def test_an_original_title_is_found_in_the_index() -> None:
    data = made(of(film(0, original_title="Der Leuchtturm")))
    assert len(page_of(data, "Der Leuchtturm")) == 2


def test_each_version_has_its_run_time() -> None:
    versions = (Version(seconds=3180), Version("festival cut", 2880), Version("workprint"))
    text = all_text(made(of(film(0, versions=versions))))
    assert squeezed("53 min 48 min (festival cut)") in text
    assert "workprint" not in text


def test_films_without_a_section_stand_last() -> None:
    data = made(of(film(0), film(1, section=None), film(2, section=" ")))
    heads = [title for level, title, _page in outline(data) if not level]
    assert heads[2:4] == ["Sea", "Further films"]


def test_a_catalogue_without_directors_has_no_such_index() -> None:
    data = made(of(film(0, directors=())))
    assert "Directors" not in {title for _level, title, _page in outline(data)}
    assert "Directors" not in page_texts(data)[1]


def test_it_is_called_what_it_was_told_or_as_the_tour_or_a_catalogue() -> None:
    assert "Our library" in page_texts(made(of(film(0), title="Our library")))[0]
    assert "Lantern Tour 2027" in page_texts(made(of(film(0))))[0]
    assert "Catalogue" in page_texts(made(replace(of(film(0)), tour=None)))[0]


def test_the_same_films_give_the_same_bytes() -> None:
    assert made(many(9)) == made(many(9))


def test_a_synopsis_taller_than_a_page_and_a_title_of_five_hundred_letters_are_whole() -> None:
    long = film(0, title="Word " * 100, synopsis="One more sentence of many. " * 500)
    data = made(of(long, film(1)))
    assert counted(f"{long.title} {long.synopsis}") <= words(data)
    assert outside(data, 44.0, bottom=20) == []


def test_it_can_be_stopped() -> None:
    class After(Unwatched):
        asked = 0

        def cancelled(self) -> bool:
            self.asked += 1
            return self.asked > 3

    with pytest.raises(Cancelled):
        catalogue(many(80), Paper.A4, After())


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []

    class Watched(Unwatched):
        def at(self, step: int, total: int, what: str = "") -> None:
            told.append((step, total))

    catalogue(many(40), Paper.A4, Watched())
    assert told == sorted(told)
    assert told[-1] == (40, 40)


def test_pictures_are_read_a_few_at_a_time() -> None:
    asked: list[int] = []

    def stills(ids: Sequence[int]) -> Mapping[int, bytes]:
        asked.append(len(ids))
        return {}

    made(replace(many(100), stills=stills))
    assert sum(asked) == 100
    assert max(asked) <= 16


@settings(max_examples=20, deadline=None)
@given(st.lists(films, min_size=1, max_size=4))
def test_whatever_stands_in_the_library_is_printed(found: list[Film]) -> None:
    data = made(of(*(replace(one, id=number) for number, one in enumerate(found))))
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []


def test_a_short_catalogue_has_its_contents_on_the_cover_and_its_indexes_on_one_page() -> None:
    data = made(many(12))
    assert page_of(data, "Contents") == [1]
    (last,) = {page_of(data, heading)[-1] for heading in ("Titles", "Directors")}
    assert last == len(page_texts(data))
    assert outside(data, 40.0, bottom=20) == []
    assert overlapping(data) == []


def test_the_columns_of_an_index_end_alike() -> None:
    data = made(
        of(*(replace(film(number), title=f"{chr(65 + number % 20)} film {number}") for number in range(70)))
    )
    lefts: tuple[list[float], list[float]] = ([], [])
    middle = Paper.A4.width / 2
    for one in boxes(data)[-1]:
        lefts[one.left > middle].append(one.bottom)
    foot = 60
    ends = [min(bottom for bottom in side if bottom > foot) for side in lefts]
    assert abs(ends[0] - ends[1]) < 60


@pytest.mark.parametrize("paper", OFFICE)
def test_a_library_without_films_is_one_page_that_says_so(paper: Paper) -> None:
    (text,) = page_texts(made(of(), paper))
    assert "There is no film in the library yet." in text
    assert "Contents" not in text


def test_of_a_long_catalogue_the_first_pages_are_there_before_the_others() -> None:
    collection, told, done = many(80), [], []

    class Watched(Unwatched):
        def at(self, step: int, total: int, what: str = "") -> None:
            done.append(step)

    def begun(data: bytes) -> None:
        told.append((data, max(done, default=0)))

    whole = page_texts(catalogue(collection, Paper.A4, Watched(), begun))
    [(first, films)] = told
    assert films < 20
    pages = page_texts(first)
    assert 2 < len(pages) < len(whole)
    assert "Contents" not in pages[0]
    assert " / " not in "".join(pages)
    first_page = counted(pages[1])
    assert any(first_page <= counted(text) for text in whole[1:3])


def test_a_short_catalogue_is_told_of_when_it_is_whole() -> None:
    told: list[bytes] = []
    catalogue(many(20), Paper.A4, Unwatched(), told.append)
    assert told == []


def test_the_name_of_a_version_may_have_any_characters() -> None:
    odd = film(0, versions=(Version("山\x94\ncut", 300),))
    assert "5min(山cut)" in all_text(made(of(odd)))


def test_a_few_entries_of_a_letter_stand_in_one_column_under_it() -> None:
    films = [
        film(number, title=f"{letter} {number}", directors=()) for number, letter in enumerate("AAABBBBCCC")
    ]
    data = made(of(*films))
    middle = Paper.A4.width / 2
    last = [box for box in boxes(data)[-1] if box.top < Paper.A4.height - 100 and box.bottom > 60]
    columns = [
        {box.what for box in last if (box.left < middle) is left} & set("ABC") for left in (True, False)
    ]
    assert columns[0] | columns[1] == set("ABC")
    assert not columns[0] & columns[1]


def test_an_empty_library_is_not_counted() -> None:
    assert squeezed("0 films") not in all_text(made(of()))


def test_a_film_stays_on_one_page_where_a_third_of_a_page_may_stay_white() -> None:
    synopses = ["What it tells, again. " * times for times in (30, 44, 25)]
    films = [film(number, section="Sea", synopsis=synopses[number % 3]) for number in range(30)]
    assert "continued" not in all_text(made(of(*films)))
