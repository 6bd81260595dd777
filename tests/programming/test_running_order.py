"""The running order: clock times, parts, totals and margins of evenings that people know."""

from datetime import UTC, date, datetime

from tests.programming.evenings import clock, film, leura, other, programme, shown

from tourdesk.programming.programme import Item
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import SlotTimes, slot_on

INTERMISSION = other("intermission", 900)


def test_items_follow_each_other_on_the_clock_with_gaps_between_neighbours_of_a_part() -> None:
    slot = leura()
    items = (
        other("welcome", 300),
        film("Balance", 1200),
        INTERMISSION,
        film("Rebound", 600),
        film("Roof", 60),
    )
    order = running_order(programme(*items, gap=20), slot)
    assert shown(order, slot) == ["19:00:00", "19:05:20", "19:25:20", "19:40:20", "19:50:40", "19:51:40"]
    assert [timed.gap_after for timed in order.items] == [20, 0, 0, 20, 0]


def test_totals_are_told_for_each_part_and_for_the_evening_to_the_second() -> None:
    items = (
        other("welcome", 301),
        film("Balance", 1199),
        INTERMISSION,
        film("Rebound", 600),
        film("Roof", 61),
    )
    order = running_order(programme(*items, gap=20), leura())
    assert [(part.seconds, part.film_seconds, part.films) for part in order.parts] == [
        (1520, 1199, 1),
        (681, 661, 2),
    ]
    assert (order.seconds, order.film_seconds) == (1520 + 900 + 681, 1860)


def test_margins_are_what_is_left_until_the_evening_must_end_and_until_curfew() -> None:
    order = running_order(programme(film("Roof", 2 * 3600)), leura(curfew="22:15", get_out=15))
    assert (order.margin, order.margin_to_curfew) == (3600, 4500)


def test_an_overrun_is_a_negative_margin() -> None:
    order = running_order(programme(film("Roof", 3 * 3600 + 420)), leura(curfew="22:15", get_out=15))
    assert (order.margin, order.margin_to_curfew) == (-420, 480)


def test_an_item_s_own_gap_counts_also_before_and_after_an_intermission() -> None:
    items = (film("One", 60, gap_after=30), other("intermission", 900, gap_after=40), film("Two", 60))
    order = running_order(programme(*items, gap=7), leura())
    assert [timed.gap_after for timed in order.items] == [30, 40, 0]
    assert order.seconds == 60 + 30 + 900 + 40 + 60
    assert [part.seconds for part in order.parts] == [60, 60]


def test_an_item_s_own_gap_of_nothing_is_not_the_programme_s_gap() -> None:
    order = running_order(programme(film("One", 60, gap_after=0), film("Two", 60), gap=20), leura())
    assert order.seconds == 120


def test_nothing_follows_the_last_item_not_even_its_own_gap() -> None:
    order = running_order(programme(film("One", 60, gap_after=30), gap=20), leura())
    assert (order.seconds, order.items[0].gap_after) == (60, 0)


def test_an_empty_programme_ends_when_it_starts() -> None:
    order = running_order(programme(), leura())
    assert order.end == order.start
    assert (order.items, order.parts, order.seconds, order.margin) == ((), (), 0, 3 * 3600)
    assert order.exact


def test_a_stretch_without_items_is_no_part() -> None:
    def pause(key: str) -> Item:
        return other("intermission", 600, key)

    items = (pause("a"), film("One", 60), pause("b"), pause("c"), film("Two", 60), pause("d"))
    order = running_order(programme(*items), leura())
    assert [timed.part for timed in order.items] == [None, 0, None, None, 1, None]
    assert [part.number for part in order.parts] == [0, 1]


def test_an_unknown_run_time_counts_as_nothing_and_makes_the_evening_inexact() -> None:
    order = running_order(programme(film("One", None), film("Two", 60), gap=10), leura())
    assert (order.seconds, order.exact) == (70, False)


def test_an_approximate_run_time_counts_and_makes_the_evening_inexact() -> None:
    order = running_order(programme(film("One", 3180, approximate=True)), leura())
    assert (order.seconds, order.exact) == (3180, False)
    assert running_order(programme(film("One", 3180)), leura()).exact


def test_an_evening_in_leura_that_ends_after_midnight_keeps_its_clock() -> None:
    slot = leura(start="22:30", curfew="00:45", get_out=15)
    order = running_order(programme(film("Late", 5400), other("qa", 600, gap_after=None)), slot)
    assert shown(order, slot) == ["22:30:00", "00:00:00", "00:10:00"]
    assert slot.local(order.end).date() == date(2027, 5, 19)
    assert slot.night == date(2027, 5, 18)
    assert order.margin == 20 * 60


def test_the_night_the_clocks_go_back_in_berlin_is_an_hour_longer() -> None:
    slot = slot_on(
        date(2026, 10, 24), "Europe/Berlin", SlotTimes(clock("22:30"), clock("23:00"), clock("04:00"))
    )
    order = running_order(programme(film("Long", 4 * 3600), film("After", 600)), slot)
    assert shown(order, slot) == ["23:00:00", "02:00:00", "02:10:00"]
    assert order.items[1].start == datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert slot.local(order.items[1].start).tzname() == "CET"
    assert slot.seconds == 6 * 3600
    assert order.margin == 6 * 3600 - 4 * 3600 - 600


def test_the_night_the_clocks_go_forward_in_berlin_is_an_hour_shorter() -> None:
    slot = slot_on(
        date(2026, 3, 28), "Europe/Berlin", SlotTimes(clock("22:30"), clock("23:00"), clock("04:00"))
    )
    order = running_order(programme(film("Long", 3 * 3600), film("After", 600)), slot)
    assert shown(order, slot) == ["23:00:00", "03:00:00", "03:10:00"]
    assert slot.seconds == 4 * 3600
    assert order.margin == 3600 - 600


def test_the_half_hour_of_lord_howe_is_half_an_hour() -> None:
    slot = slot_on(
        date(2027, 4, 3), "Australia/Lord_Howe", SlotTimes(clock("23:00"), clock("23:00"), clock("03:00"))
    )
    order = running_order(programme(film("Long", 3 * 3600)), slot)
    assert shown(order, slot) == ["23:00:00", "01:30:00"]
    assert order.margin == 90 * 60
