"""A time that comes twice, because the clocks go back, says on every paper which one is meant."""

from dataclasses import replace

import pytest
from tests.documents.nights import Night, full_night, slot
from tests.documents.reading import all_text, outside, overlapping, squeezed

from tourdesk.documents.kinds import KINDS
from tourdesk.documents.theme import OFFICE, Paper

BACK = slot("00:40", "03:30", "2027-10-31")
"""In London the clock shows every time from 01:00 to 02:00 twice in this night."""
WITHIN = slot("01:10", "03:30", "2027-10-31")
FOR_THE_AUDIENCE = ("programme", "booklet", "poster")


def night(of: str) -> Night:
    return replace(full_night(6), slot=BACK if of == "before" else WITHIN)


@pytest.mark.parametrize("kind", ["programme", "booklet"])
def test_the_audience_reads_which_of_two_like_times_is_meant(kind: str) -> None:
    text = all_text(KINDS[kind].make(night("before").evening(), Paper.A4))
    assert "BST" in text
    assert "00:40BST" not in squeezed(text)


def test_a_start_that_comes_twice_says_which_it_is_on_the_poster() -> None:
    assert squeezed("START01:10BST") in squeezed(
        all_text(KINDS["poster"].make(night("within").evening(), Paper.A4))
    )


def test_the_mc_reads_the_distance_from_utc_at_every_time() -> None:
    text = squeezed(all_text(KINDS["run-sheet-mc"].make(night("before").evening(), Paper.A4)))
    assert "00:40UTC+1" in text
    assert "UTC+0" in squeezed(all_text(KINDS["run-sheet-mc"].make(night("within").evening(), Paper.A4)))


@pytest.mark.parametrize("kind", list(KINDS))
def test_on_other_nights_no_paper_has_letters_behind_its_times(kind: str) -> None:
    text = all_text(KINDS[kind].make(replace(full_night(6), slot=slot()).evening(), Paper.A4))
    assert not [letters for letters in ("BST", "UTC") if letters in text]


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("when", ["before", "within"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_letters_behind_times_keep_within_the_margins_and_off_other_words(
    kind: str, when: str, paper: Paper
) -> None:
    data = KINDS[kind].make(night(when).evening(), paper)
    assert [box for box in outside(data, 12, bottom=12) if ord(box.what[0]) < 0x300] == []
    assert overlapping(data) == []
