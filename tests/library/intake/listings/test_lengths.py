"""Run-times in columns: minutes, seconds, clocks, and what spreadsheets make of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.intake.listings.making import messages, read

from tourdesk.library.intake.readings import FilmReading


def films(name: str, *cells: str) -> tuple[FilmReading, ...]:
    rows = "".join(f"Film {'abcdefgh'[at]};Bo Ek;{cell}\n" for at, cell in enumerate(cells))
    return read(f"Title;Director;{name}\n{rows}").films


def seconds(name: str, *cells: str) -> list[int | None]:
    return [film.runtime_seconds for film in films(name, *cells)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("53", 3180),
        ("53,5", 3210),
        ("53.50", 3210),
        ("53 min", 3180),
        ("53'", 3180),
        ("5'30\"", 330),
        ("1h 19", 4740),
        ("1 h 30 min", 5400),
        ("1:10:18", 4218),
        ("00:53:00", 3180),
        ("00:53:00:12", 3180),
        ("1.10.18", 4218),
        ("24:32", 1472),
        ("ca. 53 min", 3180),
        ("≈ 53", 3180),
        ("PT1H10M18S", 4218),
        ("91 min.", 5460),
        ("12 Minuten", 720),
        ("90s", 90),
    ],
)
def test_a_run_time_is_read_as_people_write_it(cell: str, expected: int) -> None:
    assert seconds("Length", cell) == [expected]


@pytest.mark.parametrize(
    "cell", ["abc", "1,500", "99:99", "40 hours", "1500", "-5", "2019-01-02", "53 / 45 / 12 / x"]
)
def test_what_is_no_run_time_is_told_or_asks(cell: str) -> None:
    reading = read(f"Title;Director;Length\nSlack;Bo Ek;{cell}\n")
    assert messages(reading) == [
        f"Row 2: the run-time “{cell}” cannot be read; it was left empty."
    ] or reading.films[0].doubtful == ("runtime",)


def test_whole_minutes_are_approximate_and_seconds_are_not() -> None:
    assert [film.runtime_approximate for film in films("Length", "53", "53 min", "24:32", "1:10:18")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_column_of_clocks_without_any_seconds_tells_only_minutes() -> None:
    assert all(film.runtime_approximate for film in films("Duration", "00:53:00", "00:12:00", "01:10:00"))


def test_a_column_in_seconds_says_so_by_its_name() -> None:
    assert seconds("Runtime (seconds)", "53", "3180") == [53, 3180]
    assert seconds("Length [s]", "740") == [740]


def test_a_column_of_large_numbers_is_in_seconds_and_asks() -> None:
    found = films("Length", "3180", "740", "4218")
    assert [film.runtime_seconds for film in found] == [3180, 740, 4218]
    assert all(film.doubtful == ("runtime",) for film in found)


def test_hours_and_minutes_are_known_from_the_whole_column() -> None:
    assert seconds("Length", "0:53", "1:24", "0:12") == [3180, 5040, 720]
    assert seconds("Length", "53:10", "1:24", "12:20") == [3190, 84, 740]
    assert seconds("Length (h:mm)", "1:24", "2:05") == [5040, 7500]
    assert seconds("Length (mm:ss)", "1:24", "2:05") == [84, 125]


def test_clocks_that_may_be_both_ask() -> None:
    assert all("runtime" in film.doubtful for film in films("Length", "1:24", "2:05"))


def test_minutes_and_seconds_typed_into_a_spreadsheets_hours_are_put_right_and_ask() -> None:
    found = films("Length", "12:20:00", "53:00:00", "4:30:00")
    assert [film.runtime_seconds for film in found] == [740, 3180, 270]
    assert all(film.doubtful == ("runtime",) for film in found)


def test_times_that_lost_their_format_are_parts_of_a_day_and_ask() -> None:
    found = films("Length", "0,0368055", "0,0085648")
    assert [film.runtime_seconds for film in found] == [3180, 740]
    assert all(film.doubtful == ("runtime",) for film in found)


@given(st.lists(st.integers(1, 15 * 3600), min_size=1, max_size=6))
def test_seconds_written_as_a_clock_come_back(lengths: list[int]) -> None:
    cells = [f"{length // 3600}:{length // 60 % 60:02}:{length % 60:02}" for length in lengths]
    even = all(length % 60 == 0 for length in lengths) and max(lengths) >= 6 * 3600
    assert even or seconds("Duration", *cells) == lengths
