"""Cells that are written for spreadsheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.spreadsheet import guarded, unguarded

CELLS = st.text(max_size=20) | st.builds("".join, st.lists(st.sampled_from("'=+-@a \t\r\n＝"), max_size=6))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\tx", "\r=1", "＝1", '=HYPERLINK("https://evil.example")']
)
def test_what_begins_like_a_formula_is_text_in_a_spreadsheet(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "A=B", "’Round the Ridge", "'Round Midnight", "1-2"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(CELLS)
def test_what_was_written_is_read_back_whatever_it_is(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(tuple("=+-@＝＋－＠\t\r\n"))
