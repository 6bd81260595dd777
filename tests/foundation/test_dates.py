"""Dates as people write them."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.dates import day_figures
from tourdesk.foundation.language import speak


@pytest.fixture(autouse=True, scope="module")
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(("language", "form"), [("en", "%Y-%m-%d"), ("de", "%d.%m.%Y")])
@given(day=st.dates() | st.dates(max_value=date(999, 12, 31)))
def test_a_date_in_figures_is_understood_again(language: str, form: str, day: date) -> None:
    speak(language)
    # A year that was typed with a digit too few must be read again, too, to be corrected.
    assert datetime.strptime(day_figures(day), form).date() == day  # noqa: DTZ007 - a date alone


def test_a_date_in_figures_is_written_as_the_language_writes_it() -> None:
    speak("en")
    assert day_figures(date(2027, 5, 8)) == "2027-05-08"
    speak("de")
    assert day_figures(date(2027, 5, 8)) == "08.05.2027"
