"""How films are shared out over the booklet's pages: whole, in order, and none small on a page of its own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import Night, film, full_night, synopsis
from tests.documents.reading import boxes
from tests.documents.test_booklet import bound, leaves

from tourdesk.documents.booklet_films import FilmOnPaper, FilmPages, heights
from tourdesk.documents.flow import Column, Row, Space
from tourdesk.documents.imposition import sides
from tourdesk.documents.theme import OFFICE, Paper

HEIGHT = 500.0


def row(height: float) -> Row:
    return Row((Column(0, (Space(height),)),), before=10)


def on_paper(beside: float, alone: float) -> FilmOnPaper:
    return FilmOnPaper(row(beside), lambda room: row(alone) if alone <= room else None)


SIZES = st.lists(st.tuples(st.floats(20, 400), st.floats(100, 450)), min_size=1, max_size=14)


@given(SIZES, st.integers(1, 16))
def test_every_film_has_its_place_in_order_on_pages_that_hold_them(
    sizes: list[tuple[float, float]], most: int
) -> None:
    films = [on_paper(*size) for size in sizes]
    best = FilmPages(films, HEIGHT).best(most)
    if best is None:
        return
    pages = best.pages
    assert len(pages) <= most
    assert sum(map(len, pages)) == len(films)
    placed = iter(films)
    for rows in pages:
        assert heights(rows) <= HEIGHT
        for one in rows:
            wanted = next(placed)
            (size,) = (size for size, given in zip(sizes, films, strict=True) if given is wanted)
            assert one.height == (size[1] if len(rows) == 1 else size[0])


@given(SIZES)
def test_with_a_page_for_each_film_there_is_always_a_way(sizes: list[tuple[float, float]]) -> None:
    assert FilmPages([on_paper(*size) for size in sizes], HEIGHT).best(len(sizes)) is not None


def counts(beside: float, alone: float, films: int, most: int) -> list[int]:
    best = FilmPages([on_paper(beside, alone)] * films, HEIGHT).best(most)
    assert best is not None
    return [len(rows) for rows in best.pages]


@pytest.mark.parametrize(
    ("films", "most", "shared"),
    [
        (4, 2, [2, 2]),
        (4, 4, [1, 1, 1, 1]),
        (6, 4, [2, 2, 2]),
        (3, 4, [1, 1, 1]),
    ],
)
def test_films_are_set_alike_where_they_can_be(films: int, most: int, shared: list[int]) -> None:
    assert counts(230, 420, films, most) == shared


def test_of_five_films_on_three_pages_one_is_alone() -> None:
    assert sorted(counts(230, 420, 5, 4)) == [1, 2, 2]


def test_the_film_on_the_cover_is_rather_not_shown_large_again() -> None:
    films = [on_paper(230, 420)] * 5
    films[0] = replace(films[0], on_cover=True)
    best = FilmPages(films, HEIGHT).best(3)
    assert best is not None
    assert len(best.pages[0]) == 2


def test_a_film_of_which_little_is_known_shares_its_page() -> None:
    films = [on_paper(230, 420), on_paper(230, 420), on_paper(60, 60), on_paper(230, 420)]
    best = FilmPages(films, HEIGHT).best(4)
    assert best is not None
    assert [len(rows) for rows in best.pages if len(rows) == 1 and rows[0].height == 60] == []


def films_on(text: str, night: Night) -> int:
    return sum(one.title in text.replace("\r\n", " ") for one in night.films)


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 9, 11, 12, 13])
def test_a_film_alone_on_its_page_is_as_wide_as_the_page(paper: Paper, count: int) -> None:
    night = full_night(count)
    data = bound(night, paper)
    pages, fold = leaves(data), paper.height / 2
    numbers = [number for side in sides(len(pages)) for number in side]
    widths: dict[int, list[float]] = {number: [] for number in numbers}
    for place, drawn in enumerate(boxes(data)):
        for one in drawn:
            if one.what == "picture":
                widths[numbers[2 * place + (one.left > fold)]].append(one.right - one.left)
    first = next(number for number, text in enumerate(pages, start=1) if "The films" in text)
    for number in range(first, len(pages)):
        text = pages[number - 1]
        if "Your vote" not in text and films_on(text, night) == 1 and "With thanks" not in text:
            assert max(widths[number]) == pytest.approx(fold - 2 * 36, abs=1)


def test_a_film_with_a_synopsis_of_two_pages_goes_on_over_them() -> None:
    night = replace(full_night(2), films=[film(0, synopsis=synopsis(0, 60)), film(1)])
    assert "continued" in "".join(leaves(bound(night)))
