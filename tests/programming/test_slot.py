"""The slot of a night: which date a clock time belongs to, and what is refused."""

from datetime import date

import pytest
from tests.programming.evenings import clock

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.slot import Slot, SlotTimes, slot_on


def slot(night: str, zone: str, *times: str, get_out: int = 0) -> Slot:
    """The slot of doors, start, curfew and, if it is given, access."""
    doors, start, curfew, *access = map(clock, times)
    return slot_on(
        date.fromisoformat(night),
        zone,
        SlotTimes(doors, start, curfew, access[0] if access else None, get_out),
    )


def shown(of: Slot) -> list[str]:
    """Access, doors, start and curfew on the venue's calendar and clock, with the hours from UTC."""
    return [f"{of.local(instant):%d %H:%M %z}" for instant in (of.access, of.doors, of.start, of.curfew)]


def refused(night: str, zone: str, *times: str, get_out: int = 0) -> str:
    with pytest.raises(ProblemForUser) as caught:
        slot(night, zone, *times, get_out=get_out)
    return caught.value.sentence


def test_a_night_before_midnight_is_all_on_one_date() -> None:
    evening = slot("2027-05-18", "Australia/Sydney", "18:30", "19:00", "22:15", "17:00", get_out=15)
    assert shown(evening) == ["18 17:00 +1000", "18 18:30 +1000", "18 19:00 +1000", "18 22:15 +1000"]
    assert evening.seconds == 3 * 3600
    assert f"{evening.local(evening.must_end):%H:%M}" == "22:00"


def test_a_curfew_before_the_start_on_the_clock_is_after_midnight() -> None:
    evening = slot("2027-05-22", "Pacific/Auckland", "21:00", "21:30", "00:15")
    assert shown(evening)[3] == "23 00:15 +1200"
    assert evening.night == date(2027, 5, 22)


def test_a_curfew_at_midnight_is_the_end_of_the_night() -> None:
    assert slot("2027-05-22", "Pacific/Auckland", "21:00", "21:30", "00:00").seconds == 9000


def test_doors_and_access_before_a_start_after_midnight_are_the_evening_before() -> None:
    late = slot("2027-05-18", "Australia/Sydney", "23:30", "00:15", "02:30", "20:00")
    assert shown(late) == ["17 20:00 +1000", "17 23:30 +1000", "18 00:15 +1000", "18 02:30 +1000"]
    assert late.night == date(2027, 5, 18)


def test_doors_after_midnight_have_their_access_before_midnight() -> None:
    late = slot("2027-05-18", "Australia/Sydney", "00:05", "00:15", "02:30", "23:00")
    assert shown(late)[:2] == ["17 23:00 +1000", "18 00:05 +1000"]


def test_without_access_it_begins_with_doors() -> None:
    evening = slot("2027-05-18", "Australia/Sydney", "18:30", "19:00", "22:15")
    assert evening.access == evening.doors


def test_doors_may_open_at_the_start() -> None:
    evening = slot("2027-05-18", "Australia/Sydney", "19:00", "19:00", "22:15", "19:00")
    assert evening.access == evening.doors == evening.start


def test_a_curfew_that_comes_twice_means_the_first() -> None:
    night = slot("2026-10-24", "Europe/Berlin", "21:30", "22:00", "02:30")
    assert shown(night)[3] == "25 02:30 +0200"
    assert night.seconds == 4.5 * 3600


def test_a_curfew_whose_first_coming_is_before_the_start_means_the_second() -> None:
    night = slot("2026-10-25", "Europe/Berlin", "02:00", "02:30", "02:10")
    assert shown(night)[2:] == ["25 02:30 +0200", "25 02:10 +0100"]
    assert night.seconds == 40 * 60


def test_doors_that_come_twice_mean_the_first() -> None:
    assert shown(slot("2026-10-25", "Europe/Berlin", "02:30", "03:15", "05:00"))[1] == "25 02:30 +0200"


@pytest.mark.parametrize(
    ("night", "times"),
    [
        ("2026-03-29", ("01:00", "02:30", "05:00")),
        ("2026-03-29", ("02:30", "03:30", "05:00")),
        ("2026-03-28", ("21:30", "22:00", "02:30")),
        ("2026-03-29", ("01:00", "01:30", "02:30")),
        ("2026-03-29", ("03:00", "03:30", "05:00", "02:30")),
    ],
)
def test_a_time_that_the_clocks_skip_is_refused(night: str, times: tuple[str, ...]) -> None:
    assert refused(night, "Europe/Berlin", *times) == (
        "On 29 March 2026 the clocks in Europe/Berlin skip 02:30; please choose another time."
    )


def test_in_apia_the_day_that_never_was_is_stepped_over() -> None:
    night = slot("2011-12-29", "Pacific/Apia", "19:00", "20:00", "01:00")
    assert shown(night)[3] == "31 01:00 +1400"
    assert night.seconds == 5 * 3600
    assert "skip 20:00" in refused("2011-12-30", "Pacific/Apia", "19:00", "20:00", "01:00")


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        (
            ("19:30", "19:00", "22:00"),
            "Doors at 19:30 would be after the start at 19:00; please give an earlier time.",
        ),
        (
            ("18:30", "19:00", "22:00", "18:45"),
            "Access at 18:45 would be after doors at 18:30; please give an earlier time.",
        ),
        (
            ("00:30", "19:00", "22:00"),
            "Doors at 00:30 would be more than 18 hours before the start at 19:00; please give a later time.",
        ),
        (
            ("18:30", "19:00", "18:00"),
            "The curfew at 18:00 is not after the start at 19:00; please give a later time.",
        ),
        (
            ("18:30", "19:00", "19:00"),
            "The curfew at 19:00 is not after the start at 19:00; please give a later time.",
        ),
        (
            ("00:15", "00:30", "23:00"),
            "The curfew at 23:00 is more than 18 hours after the start at 00:30; please give an earlier time.",
        ),
    ],
)
def test_times_out_of_order_are_refused(times: tuple[str, ...], sentence: str) -> None:
    assert refused("2027-05-18", "Australia/Sydney", *times) == sentence


def test_a_night_reaches_18_hours_from_its_start() -> None:
    longest = slot("2027-05-18", "Europe/Paris", "01:00", "19:00", "13:00")
    assert longest.seconds == 18 * 3600
    assert "18 hours" in refused("2027-05-18", "Europe/Paris", "00:59", "19:00", "13:00")
    assert "not after" in refused("2027-05-18", "Europe/Paris", "01:00", "19:00", "13:01")


def test_a_get_out_as_long_as_the_slot_is_refused() -> None:
    assert refused("2027-05-18", "Europe/Paris", "18:30", "19:00", "22:00", get_out=180) == (
        "A get-out of 180 minutes leaves no time for a programme between 19:00 and 22:00; "
        "please give fewer minutes or a later curfew."
    )
    assert slot("2027-05-18", "Europe/Paris", "18:30", "19:00", "22:00", get_out=179).seconds == 60


def test_a_get_out_of_less_than_nothing_is_refused() -> None:
    assert "get-out" in refused("2027-05-18", "Europe/Paris", "18:30", "19:00", "22:00", get_out=-1)


@pytest.mark.parametrize(
    "zone", ["Leura", "", "Europe", "../Berlin", "/etc/localtime", "Europe/Berlin\0", "x" * 999]
)
def test_an_unknown_zone_is_refused_in_a_sentence(zone: str) -> None:
    assert refused("2027-05-18", zone, "18:30", "19:00", "22:00").endswith(
        "is not known; please choose one such as “Europe/Berlin”."
    )


@pytest.mark.parametrize("night", ["0027-05-18", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_mistyped_year_is_refused(night: str) -> None:
    assert refused(night, "Europe/Paris", "18:30", "19:00", "00:30") == (
        f"The night would be in the year {int(night[:4])}; please check its date."
    )


@pytest.mark.parametrize("night", ["1900-01-01", "2199-12-31"])
def test_a_night_of_the_cinema_s_centuries_is_allowed(night: str) -> None:
    assert slot(night, "Europe/Paris", "18:30", "19:00", "00:30").seconds == 5.5 * 3600
