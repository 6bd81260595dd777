"""Which pages of a booklet stand side by side, tried by folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.nights import full_night
from tests.documents.reading import half_texts, squeezed
from tests.documents.test_booklet import bound

from tourdesk.documents.imposition import sides
from tourdesk.documents.theme import OFFICE, Paper


def folded(printed: list[tuple[int, int]]) -> list[int]:
    """The pages in the order in which a reader turns them, of sheets laid in one another and folded in the middle.

    Flipped on the short edge, what is behind the right half of a front is the left half of its back.
    """
    fronts, backs = printed[0::2], printed[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [
        page
        for front, back in zip(reversed(fronts), reversed(backs), strict=True)
        for page in (back[1], front[0])
    ]
    return first_half + second_half


@given(st.integers(0, 40))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(sheets: int) -> None:
    assert folded(sides(4 * sheets)) == list(range(1, 4 * sheets + 1))


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("films", [1, 5, 12])
def test_the_printed_sheets_folded_are_read_from_the_cover_to_the_ballot(paper: Paper, films: int) -> None:
    """From the PDF, as it comes out of a printer that turns over the short edge."""
    night = full_night(films)
    halves = [squeezed(text) for text in half_texts(bound(night, paper))]
    read = [halves[number] for number in folded([(at, at + 1) for at in range(0, len(halves), 2)])]
    assert "TalesoftheCoast" in read[0]
    assert "Theevening" in read[1]
    assert "Yourvote" in read[-1]
    films_alone = "".join(read[2:-1])
    places = [films_alone.index(squeezed(one.title)) for one in night.films]
    assert places == sorted(places)


def test_eight_pages_are_two_sheets_with_the_cover_outside() -> None:
    assert sides(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_pages_that_fill_no_sheet_make_no_booklet() -> None:
    with pytest.raises(ValueError, match="6 pages"):
        sides(6)
