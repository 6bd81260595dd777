"""Ratings are kept with their territory."""

import pytest

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.ratings import rating


@pytest.mark.parametrize(
    ("typed", "kept"), [("AU: PG", "AU: PG"), ("gb 12A", "GB: 12A"), (" de:FSK 6 ", "DE: FSK 6")]
)
def test_a_rating_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert rating(typed) == kept
    assert rating(kept) == kept


@pytest.mark.parametrize("typed", ["", "PG", "12A", "Australia PG"])
def test_a_rating_without_its_country_is_told(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="needs the country"):
        rating(typed)
