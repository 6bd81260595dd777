"""Durations as people type and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.durations import clock_text, minutes_text, parse_duration
from tourdesk.foundation.errors import ProblemForUser


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("5", 300),
        (" 5 ", 300),
        ("0", 0),
        ("90", 5400),
        ("5,5", 330),
        ("5.25", 315),
        ("5:00", 300),
        ("0:45", 45),
        ("90:00", 5400),
        ("1:10:18", 4218),
        ("53:00 min", 3180),
        ("1:19 h", 4740),
        ("1:19:05 h", 4745),
        ("5 min", 300),
        ("5min", 300),
        ("5 Min.", 300),
        ("5 minutes", 300),
        ("5,5 min", 330),
        ("1h 19", 4740),
        ("1h19", 4740),
        ("1 h 19 min", 4740),
        ("1 hour 19 minutes 5 seconds", 4745),
        ("1 Std 5 Min", 3900),
        ("1,5 h", 5400),
        ("90s", 90),
        ("90 sec", 90),
        ("1h 30s", 3630),
        ("5 min 30", 330),
        ("5'30\"", 330),
        ("5′30″", 330),
        ("1h 90", 9000),
        ("0,33 min", 20),
        ("24 h", 86400),
    ],
)
def test_a_duration_is_understood_as_people_type_it(typed: str, seconds: int) -> None:
    assert parse_duration(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    [
        "five",
        "-5",
        "−5:00",
        "5:7",
        "5:60",
        "1:60:00",
        "1:2:3",
        ":30",
        "5:",
        "5 5",
        "5 min 5 min",
        "19 min 1 h",
        "90s 5",
        "5 parsecs",
        "1.500",
        "1,500 s",
        "1:10:18 min",
        "1e3",
        "²",
        "5;00",
        "5 min or so",
        "min",
        "5 to 6 min",
        "9" * 5000,
    ],
)
def test_what_is_no_duration_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="is no duration; please type one such as 5:00") as caught:
        parse_duration(typed)
    assert caught.value.sentence.startswith(f"“{typed[:40]}”")


@pytest.mark.parametrize("typed", ["", "   ", "\u00a0"])
def test_nothing_typed_is_asked_for(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="There is no duration yet"):
        parse_duration(typed)


@pytest.mark.parametrize("typed", ["1441", "25 h", "24:00:01", "86401s", "9999999"])
def test_more_than_a_day_is_a_slip(typed: str) -> None:
    with pytest.raises(ProblemForUser, match="is longer than a day"):
        parse_duration(typed)


@given(st.integers(0, 86400))
def test_a_duration_that_is_shown_can_be_typed_back(seconds: int) -> None:
    assert parse_duration(clock_text(seconds)) == seconds


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_hours_minutes_and_seconds_add_up_however_they_are_written(
    hours: int, minutes: int, seconds: int
) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    for typed in (
        f"{hours}:{minutes:02}:{seconds:02}",
        f"{hours}h {minutes}m {seconds}s",
        f"{hours} hrs, {minutes} min, {seconds} sec".replace(",", ""),
        f"{hours * 60 + minutes}'{seconds}\"",
        f"{total} s",
    ):
        assert parse_duration(typed) == total


@given(st.text(max_size=20) | st.text("0123456789:,.' hmins", max_size=12))
def test_whatever_is_typed_is_a_duration_of_at_most_a_day_or_refused(typed: str) -> None:
    try:
        seconds = parse_duration(typed)
    except ProblemForUser:
        return
    assert 0 <= seconds <= 86400


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (59, "0:59"),
        (60, "1:00"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (4745, "1:19:05"),
        (-420, "−7:00"),
    ],
)
def test_seconds_are_shown_as_a_clock_shows_them(seconds: int, shown: str) -> None:
    assert clock_text(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0 min"), (29, "under 1 min"), (30, "1 min"), (89, "1 min"), (90, "2 min")]
)
def test_seconds_are_rounded_to_minutes_half_up(seconds: int, shown: str) -> None:
    assert minutes_text(seconds) == shown
