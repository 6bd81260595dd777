"""Identifiers of films: taken as people paste them, mistyped ones told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.identifiers import check_character, identifier


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ISAN 0000-0001-8947-0000-8-0000-0000-D", "ISAN 0000-0001-8947-0000-8-0000-0000-D"),
        ("0000-0000-3a8d-0000-z-0000-0000-6", "ISAN 0000-0000-3A8D-0000-Z-0000-0000-6"),
        ("isan: 0000-0000-3A8D-0000-Z", "ISAN 0000-0000-3A8D-0000-Z"),
        ("000000003A8D0000Z000000006", "ISAN 0000-0000-3A8D-0000-Z-0000-0000-6"),
        ("10.5240/7791-8534-2C23-9030-8610-5", "EIDR 10.5240/7791-8534-2C23-9030-8610-5"),
        ("https://doi.org/10.5240/7791-8534-2c23-9030-8610-5", "EIDR 10.5240/7791-8534-2C23-9030-8610-5"),
        ("tt0111161", "IMDb tt0111161"),
        ("https://www.imdb.com/title/tt2392672/?ref_=nv", "IMDb tt2392672"),
    ],
)
def test_what_people_paste_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert identifier(typed) == kept
    assert identifier(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "tt12", "0000-0001", "10.5240/7791-8534-2C23-9030-5", "Running The Roof"]
)
def test_what_is_no_identifier_is_told(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="is no"):
        identifier(typed)


@given(st.text("0123456789ABCDEF", min_size=20, max_size=20), st.integers(0, 19), st.integers(1, 15))
def test_one_wrong_digit_is_always_found(digits: str, place: int, off: int) -> None:
    right = f"10.5240/{digits}-{check_character(digits)}"
    assert identifier(right).endswith(right[-1])
    wrong = "0123456789ABCDEF"[(int(digits[place], 16) + off) % 16]
    with pytest.raises(ProblemForUser, match="mistyped"):
        identifier(right.replace(digits, digits[:place] + wrong + digits[place + 1 :]))
