"""Rows over pages of about the same height: what keeps the last page of films from standing nearly empty."""

from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import full_night
from tests.documents.test_booklet import bound, leaves

from tourdesk.documents.flow import Column, Placed, Row, Space, balanced_pages, pages_of
from tourdesk.documents.theme import Area

AREA = Area(0, 10, 100, 410)
HEIGHTS = st.lists(st.floats(1, 390), min_size=1, max_size=25)


def row(height: float, *, with_next: bool = False) -> Row:
    return Row((Column(0, (Space(height),)),), with_next=with_next)


def fullest(pages: list[list[Placed]]) -> float:
    return max(one.top + one.piece.height for page in pages for one in page)


@given(HEIGHTS)
def test_no_more_pages_no_row_lost_and_no_page_fuller_than_before(heights: list[float]) -> None:
    rows = [row(height) for height in heights]
    before, after = pages_of(rows, AREA, whole=True), balanced_pages(rows, AREA)
    assert len(after) == len(before)
    assert [one.piece for page in after for one in page] == [one.piece for page in before for one in page]
    assert fullest(after) <= fullest(before) + 0.01


@given(st.floats(5, 100), HEIGHTS)
def test_a_heading_stays_with_what_it_heads(heading: float, heights: list[float]) -> None:
    rows = [row(heading, with_next=True), *(row(height * 0.7) for height in heights)]
    assert len(balanced_pages(rows, AREA)[0]) >= 2


def test_four_rows_that_need_two_pages_are_two_and_two() -> None:
    rows = [row(130) for _ in range(4)]
    assert [len(page) for page in pages_of(rows, AREA, whole=True)] == [3, 1]
    assert [len(page) for page in balanced_pages(rows, AREA)] == [2, 2]


def test_no_page_of_the_booklet_has_one_film_where_others_have_three() -> None:
    for count in (4, 7, 10):
        pages = leaves(bound(full_night(count)))
        films = [page.count(" min") for page in pages[2:-1] if "With thanks" not in page and " min" in page]
        assert max(films) - min(films) <= 1
