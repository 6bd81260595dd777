"""What is said about the end of the evening, the slot, and the lengths of parts and intermissions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programming.evenings import clock, film, found, leura, other, sentences

from tourdesk.programming.lengths import part_name
from tourdesk.programming.running_order import Severity
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

PAUSE = other("intermission", 900)


def minutes(count: int) -> int:
    return count * 60


def test_an_overrun_is_an_error_that_says_when_how_much_and_why() -> None:
    (finding,) = found("overrun", film("Roof", minutes(187)), slot=leura(curfew="22:15", get_out=15))
    assert finding.severity is Severity.ERROR
    assert finding.sentence == (
        "The evening ends at 22:07, 7:00 after it must (22:00, so that all are out by 22:15)."
    )


def test_an_overrun_without_a_get_out_names_the_curfew_alone() -> None:
    said = sentences("overrun", film("Roof", minutes(181) + 30), slot=leura(curfew="22:00", get_out=0))
    assert said == ["The evening ends at 22:01:30, 1:30 after it must (22:00)."]


def test_an_evening_that_ends_on_the_second_does_not_overrun() -> None:
    assert not found("overrun", film("Roof", minutes(180)), slot=leura(curfew="22:15", get_out=15))
    assert found("overrun", film("Roof", minutes(180) + 1), slot=leura(curfew="22:15", get_out=15))


def test_an_overrun_after_midnight_is_told_by_the_venue_s_clock() -> None:
    slot = leura(start="21:30", curfew="00:15", get_out=15)
    said = sentences("overrun", film("Roof", minutes(160)), slot=slot)
    assert said == ["The evening ends at 00:10, 10:00 after it must (00:00, so that all are out by 00:15)."]


def test_an_overrun_in_the_hour_that_comes_twice_says_which_one_is_meant() -> None:
    slot = slot_on(
        date(2026, 10, 24), "Europe/Berlin", SlotTimes(clock("23:00"), clock("23:00"), clock("02:30"))
    )
    assert sentences("overrun", film("Roof", minutes(250)), slot=slot) == [
        "The evening ends at 02:10 CET, 40:00 after it must (02:30 CEST)."
    ]


def test_an_overrun_says_how_sure_its_end_is() -> None:
    slot = leura(curfew="20:00", get_out=0)
    rough = film("Rough", minutes(70), approximate=True)
    assert "ends at about 20:10," in sentences("overrun", rough, slot=slot)[0]
    assert "ends no earlier than 20:10," in sentences("overrun", rough, film("X", None), slot=slot)[0]


def test_a_close_end_of_rough_run_times_is_a_warning() -> None:
    rough = film("Rough", minutes(59), approximate=True)
    slot = leura(curfew="20:15", get_out=15)
    (finding,) = found("close end", rough, film("Exact", 30), slot=slot)
    assert finding.severity is Severity.WARNING
    assert finding.sentence == (
        "The evening ends at about 19:59:30, 0:30 before it must; "
        "one run-time is known to the minute only, so it may still end too late."
    )
    (to_the_second,) = found("close end", rough, film("Exact", 60), slot=slot)
    assert to_the_second.sentence == (
        "The evening ends at about 20:00, just when it must; one run-time is known to the minute only, so it may still "
        "end too late."
    )
    assert not found("close end", film("Exact", minutes(60)), slot=slot)
    assert not found("close end", rough, slot=slot)
    assert not found("close end", rough, film("Exact", 1), slot=slot)
    assert found("close end", rough, film("Exact", 2), slot=slot)
    assert found("close end", rough, film("Exact", 60), slot=slot)
    assert not found("close end", rough, film("Exact", 90), slot=slot)


IN_ORDER = leura()


@pytest.mark.parametrize(
    ("slot", "sentence"),
    [
        (
            replace(IN_ORDER, access=IN_ORDER.doors + timedelta(minutes=10)),
            "Access at 19:10 is after doors at 19:00.",
        ),
        (
            replace(IN_ORDER, doors=IN_ORDER.start + timedelta(minutes=30)),
            "Doors at 19:30 are after the start at 19:00.",
        ),
        (
            replace(IN_ORDER, curfew=IN_ORDER.start - timedelta(minutes=45)),
            "The curfew at 18:15 is not after the start at 19:00.",
        ),
        (
            replace(IN_ORDER, curfew=IN_ORDER.start),
            "The curfew at 19:00 is not after the start at 19:00.",
        ),
        (
            replace(IN_ORDER, get_out_seconds=3 * 3600 + 900),
            "The get-out of 3:15:00 leaves no time for a programme between 19:00 and 22:15.",
        ),
        (
            replace(IN_ORDER, get_out_seconds=4 * 3600),
            "The get-out of 4:00:00 leaves no time for a programme between 19:00 and 22:15.",
        ),
    ],
)
def test_a_slot_out_of_order_is_an_error(slot: Slot, sentence: str) -> None:
    (finding,) = found("slot out of order", film("Roof", 60), slot=slot)
    assert (finding.severity, finding.sentence) == (Severity.ERROR, sentence)


def test_a_slot_in_order_is_not_spoken_of() -> None:
    assert not found("slot out of order", film("Roof", 60))


def test_a_long_evening_in_one_part_wants_an_intermission() -> None:
    assert sentences("no intermission", film("Roof", minutes(118))) == [
        "The evening runs 1:58:00 without an intermission; from 110 minutes on people expect one."
    ]
    assert not found("no intermission", film("Roof", minutes(110)))
    assert not found("no intermission", film("One", minutes(60)), PAUSE, film("Two", minutes(60)))


def test_an_intermission_at_the_end_of_a_long_evening_does_not_break_it() -> None:
    assert found("no intermission", film("Roof", minutes(118)), PAUSE)


def test_a_part_over_75_minutes_is_named_with_its_length() -> None:
    (finding,) = found("long part", film("One", minutes(82) + 10), PAUSE, film("Two", minutes(75)))
    assert finding.severity is Severity.WARNING
    assert finding.sentence == (
        "The first half is 1:22:10 long; after 75 minutes people want to stretch their legs."
    )


def test_gaps_count_towards_the_length_of_a_part() -> None:
    films = (film("One", minutes(40)), film("Two", minutes(35)))
    assert not found("long part", *films, PAUSE, film("Three", 60))
    assert found("long part", *films, PAUSE, film("Three", 60), gap=1)


def test_a_feature_without_an_intermission_is_only_noted() -> None:
    (finding,) = found("long part", film("Feature", minutes(90)))
    assert (finding.severity, finding.sentence[:26]) == (Severity.NOTE, "The evening is 1:30:00 lon")


def test_a_long_evening_in_one_part_is_told_once() -> None:
    assert found("long part", film("Feature", minutes(110)))
    assert not found("long part", film("Feature", minutes(120)))


def test_parts_of_very_different_length_are_noted() -> None:
    (finding,) = found("uneven parts", film("One", minutes(62)), PAUSE, film("Two", minutes(31)))
    assert finding.severity is Severity.NOTE
    assert finding.sentence == "The first half is 1:02:00 long, 31:00 longer than the second half."


def test_parts_of_nearly_the_same_length_are_not_spoken_of() -> None:
    assert not found("uneven parts", film("One", minutes(60)), PAUSE, film("Two", minutes(50)))
    assert not found("uneven parts", film("One", minutes(20)), PAUSE, film("Two", minutes(6)))
    assert found("uneven parts", film("One", minutes(20)), PAUSE, film("Two", minutes(5)))
    assert found("uneven parts", film("One", minutes(60)), PAUSE, film("Two", minutes(40)))
    assert not found("uneven parts", film("One", minutes(60)), PAUSE, film("Two", minutes(40) + 1))


def test_an_intermission_under_ten_minutes_is_too_short() -> None:
    (finding,) = found(
        "short intermission", film("One", minutes(60)), other("intermission", 480), film("Two", 60)
    )
    assert (finding.severity, finding.item) == (Severity.WARNING, "intermission")
    assert finding.sentence == (
        "“Intermission” at 20:00 is 8:00 long; people need 10 minutes to get out and back."
    )
    assert not found("short intermission", film("One", 60), other("intermission", 600), film("Two", 60))


@pytest.mark.parametrize(
    ("number", "parts", "name"),
    [
        (0, 1, "evening"),
        (0, 2, "first half"),
        (1, 2, "second half"),
        (2, 3, "third part"),
        (5, 11, "sixth part"),
        (6, 11, "part 7"),
        (110, 200, "part 111"),
    ],
)
def test_parts_have_the_names_people_use(number: int, parts: int, name: str) -> None:
    assert part_name(number, parts) == name


def test_a_slot_is_as_long_as_the_programme_may_last() -> None:
    slot = leura(start="19:00", curfew="22:15", get_out=15)
    assert slot.seconds == 3 * 3600
