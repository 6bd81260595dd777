"""Where lines of a text end, and how addresses are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.documents.headings import continued_lines
from tourdesk.documents.lines import broken, even, unwidowed
from tourdesk.documents.sheet import said_address
from tourdesk.documents.theme import SANS, SANS_BOLD, Style
from tourdesk.documents.wording import where_and_when
from tourdesk.library.films import Film

STYLE = Style(SANS, 10, 12)
TITLE = Style(SANS_BOLD, 13.5, 16.5)


@given(st.lists(st.sampled_from(["Home", "Ag", "Teacht", "Abhaile", "16:9", "tour drive A"]), min_size=2))
def test_no_line_begins_with_the_dash_or_dot_between_two_words(words: list[str]) -> None:
    for mark in "-–—·":
        for measure in (60.0, 85.0, 120.0):
            lines = broken(f" {mark} ".join(words), STYLE, measure)
            assert all(not line.startswith(mark) for line in lines)
            assert "".join(lines).replace("\u00a0", "").replace(" ", "") == mark.join(words).replace(" ", "")


def test_a_title_that_pauses_at_a_dash_keeps_it_on_the_line_before() -> None:
    for measure in (75.0, 85.0, 110.0):
        assert not any(
            line.startswith("-") for line in even("Coming Home - Ag Teacht Abhaile", TITLE, measure)
        )


def test_a_title_that_goes_on_is_whole_or_shortened_with_a_mark() -> None:
    def said(title: str) -> str:
        return " ".join(line.text for line in continued_lines(title, STYLE, 130))

    assert said("Balance") == "Balance, continued"
    long = said("The Very Long Walk From the Lighthouse to the Baker’s and Back Again " * 7)
    assert long.startswith("The Very Long Walk From the Lighthouse")
    assert long.endswith("…, continued")
    assert len(continued_lines("W" * 500, STYLE, 76)) <= 3


def test_the_last_word_has_company_where_a_narrower_line_gives_it() -> None:
    style = Style(SANS, 12.5, 16)
    said = "“Coming Home - Ag Teacht Abhaile” was shown in Leura on 20 May 2025 already; please choose another film, or show it again knowingly."
    assert broken(said, style, 650)[1:] == ["knowingly."]
    assert unwidowed(said, style, 650)[1:] == ["it again knowingly."]


def test_neither_a_country_nor_the_year_behind_it_is_parted() -> None:
    said = where_and_when(Film("Coming Home", countries=("US", "IE"), year=2019))
    for measure in range(60, 160, 5):
        lines = [line.replace("\u00a0", " ") for line in unwidowed(said, STYLE, measure)]
        assert " ".join(lines) == "United States and Ireland, 2019"
        assert "2019" not in lines
        assert not any(line.endswith("United") for line in lines)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://lantern-tour.example", "lantern-tour.example"),
        ("HTTP://www.lantern-tour.example/", "www.lantern-tour.example"),
        ("https://lantern-tour.example/2027/", "lantern-tour.example/2027/"),
        (" lantern-tour.example ", "lantern-tour.example"),
        ("ask at the door", "ask at the door"),
        ("https://", "https://"),
        ("", ""),
    ],
)
def test_a_web_address_is_said_as_people_type_it(address: str, said: str) -> None:
    assert said_address(address) == said
