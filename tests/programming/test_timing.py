"""Elastic, pinned and nested items on the clock: evenings that people know, and rules that hold for every evening."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.programming.evenings import clock, film, leura, other, programme, shown

from tourdesk.programming.elastic import shared
from tourdesk.programming.nesting import settled
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import RunningOrder, TimedItem, running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

SECOND = timedelta(seconds=1)


def elastic(item: Item, least: int, most: int) -> Item:
    return replace(item, least_seconds=least, most_seconds=most)


def pinned(item: Item, at: str) -> Item:
    return replace(item, pinned=clock(at))


def lengths(order: RunningOrder) -> list[int]:
    return [timed.seconds for timed in order.items]


# Elastic items.


def test_an_elastic_item_takes_what_is_left_until_the_evening_must_end() -> None:
    slot = leura(curfew="22:15", get_out=15)
    questions = elastic(other("qa", 600), 300, 1800)
    order = running_order(programme(film("Roof", 9900), questions), slot)
    assert (lengths(order), order.margin) == ([9900, 900], 0)
    assert order.items[1].item.seconds == 900


def test_an_elastic_item_keeps_within_its_bounds_whatever_is_left() -> None:
    questions = elastic(other("qa", 600), 300, 1800)
    early = running_order(programme(film("Roof", 3600), questions), leura())
    late = running_order(programme(film("Roof", 3 * 3600), questions), leura())
    assert (early.items[1].seconds, early.margin) == (1800, 3 * 3600 - 5400)
    assert (late.items[1].seconds, late.margin) == (300, -300)


def test_an_elastic_item_before_a_pinned_one_fills_the_time_until_it() -> None:
    questions = elastic(other("qa", 600), 300, 1800)
    items = (film("Roof", 3600), questions, pinned(film("Balance", 600), "20:20"))
    assert lengths(running_order(programme(*items), leura())) == [3600, 1200, 600]


def test_elastic_items_stand_equally_far_between_their_least_and_their_most() -> None:
    raffle, questions = elastic(other("spot", 0), 120, 600), elastic(other("qa", 0), 600, 1800)
    order = running_order(programme(film("Roof", 10800 - 720 - 840), raffle, questions), leura())
    assert lengths(order)[1:] == [120 + 240, 600 + 600]  # half of 480, half of 1200


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=6), st.integers(-100, 10_000))
def test_shares_add_up_keep_within_the_bounds_and_are_fair_to_the_second(
    ranges: list[tuple[int, int]], seconds: int
) -> None:
    bounds = [(least, least + more) for least, more in ranges]
    shares = shared(bounds, seconds)
    least, most = sum(low for low, _ in bounds), sum(high for _, high in bounds)
    assert sum(shares) == min(max(seconds, least), most)
    for share, (low, high) in zip(shares, bounds, strict=True):
        assert low <= share <= high
        exact = (sum(shares) - least) * (high - low) / (most - least) if most > least else 0
        assert abs(share - low - exact) < 1


# Pinned items.


def test_a_pinned_item_waits_for_its_time_and_one_that_comes_too_late_is_said() -> None:
    waits = running_order(programme(film("Roof", 3600), pinned(film("Balance", 600), "20:15")), leura())
    assert (waits.items[1].waiting, waits.items[1].late) == (900, 0)
    assert shown(waits, leura()) == ["19:00:00", "20:15:00", "20:25:00"]
    late = running_order(programme(film("Roof", 3600), pinned(film("Balance", 600), "19:50")), leura())
    assert (late.items[1].waiting, late.items[1].late) == (0, 600)
    assert shown(late, leura()) == ["19:00:00", "20:00:00", "20:10:00"]


def test_a_first_item_can_be_pinned_too() -> None:
    order = running_order(programme(pinned(film("Roof", 600), "19:10")), leura())
    assert (order.items[0].waiting, order.seconds) == (600, 1200)


def test_waiting_within_a_part_makes_it_longer() -> None:
    order = running_order(programme(film("Roof", 600), pinned(film("Balance", 600), "19:20")), leura())
    assert [part.seconds for part in order.parts] == [1800]


def test_a_time_after_midnight_can_be_pinned() -> None:
    slot = leura(start="23:00", curfew="02:00", get_out=0)
    order = running_order(programme(film("Roof", 3000), pinned(film("Balance", 600), "00:10")), slot)
    assert (order.items[1].waiting, order.items[1].start - slot.start) == (1200, timedelta(minutes=70))


def test_a_pinned_time_that_comes_twice_is_meant_at_its_first_coming_from_the_start_on() -> None:
    times = SlotTimes(clock("01:00"), clock("01:30"), clock("05:00"))
    slot = slot_on(date(2026, 10, 25), "Europe/Berlin", times)
    order = running_order(programme(film("Roof", 600), pinned(film("Balance", 600), "02:30")), slot)
    assert order.items[1].start == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30 CEST
    # A start between the two comings means the second.
    between = replace(slot, start=datetime(2026, 10, 25, 0, 45, tzinfo=UTC))
    order = running_order(programme(film("Roof", 600), pinned(film("Balance", 600), "02:30")), between)
    assert order.items[1].start == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 CET


def test_a_pin_that_the_night_does_not_have_holds_nothing_up() -> None:
    times = SlotTimes(clock("22:00"), clock("23:00"), clock("05:00"))
    spring = slot_on(date(2026, 3, 28), "Europe/Berlin", times)
    for slot, at in ((spring, "02:30"), (leura(), "18:30"), (leura(curfew="22:15"), "22:20")):
        order = running_order(programme(film("Roof", 600), pinned(film("Balance", 600), at)), slot)
        assert (order.items[1].waiting, order.seconds) == (0, 1200)
        assert "pin not in the night" in {finding.rule for finding in order.findings}


# Nested items.


def test_what_runs_during_an_intermission_does_not_make_the_evening_longer() -> None:
    pause = other("intermission", 900)
    queue = [replace(film(title, 300), inside="intermission") for title in ("A", "B")]
    items = (film("Roof", 3600), pause, *queue, film("Balance", 600))
    order = running_order(programme(*items, gap=20), leura())
    assert shown(order, leura()) == ["19:00:00", "20:00:00", "20:00:00", "20:05:20", "20:15:00", "20:25:00"]
    assert order.seconds == 3600 + 900 + 600
    assert order.film_seconds == 3600 + 600 + 600
    assert [part.films for part in order.parts] == [1, 1]


def test_what_is_longer_than_its_intermission_stretches_it_and_is_said() -> None:
    pause = other("intermission", 900)
    short = replace(film("Short", 1080), inside="intermission")
    order = running_order(programme(film("Roof", 3600), pause, short, film("Balance", 600)), leura())
    assert order.seconds == 3600 + 1080 + 600
    assert (order.items[1].seconds, order.items[1].stretched) == (1080, 180)
    (finding,) = [one for one in order.findings if one.rule == "longer than the intermission"]
    assert finding.items == ("intermission", "Short")
    assert finding.sentence == (
        "What runs during “Intermission” at 20:00 takes 18:00, 3:00 longer than the intermission; the evening goes on "
        "when it is over."
    )


def test_an_elastic_item_during_an_intermission_fills_it() -> None:
    pause = other("intermission", 900)
    slides = replace(elastic(other("spot", 60), 60, 3600), inside="intermission")
    order = running_order(programme(film("Roof", 600), pause, slides, film("Balance", 600)), leura())
    assert order.items[2].seconds == 900


def test_an_evening_that_ends_with_a_nested_item_ends_with_its_intermission() -> None:
    short = replace(film("Short", 60), inside="intermission")
    order = running_order(programme(film("Roof", 600), other("intermission", 900), short), leura())
    assert order.seconds == 1500


# Every evening.


@st.composite
def evenings(draw: st.DrawFn) -> Programme:
    """Up to nine items of up to 20 minutes: films, welcomes, intermissions, some elastic, pinned or nested."""
    items: list[Item] = []
    host = None
    for number in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from([ItemKind.FILM, ItemKind.WELCOME, ItemKind.QA, ItemKind.INTERMISSION]))
        item = Item(f"k{number}", kind, f"Item {number}", draw(st.none() | st.integers(0, 1200)))
        item = replace(item, gap_after=draw(st.none() | st.integers(0, 90)))
        if kind is not ItemKind.FILM and draw(st.booleans()):
            least = draw(st.integers(0, 600))
            item = replace(item, least_seconds=least, most_seconds=least + draw(st.integers(0, 1800)))
        if kind is ItemKind.INTERMISSION:
            host = item.key
        elif host is not None and draw(st.integers(0, 2)) == 0:
            item = replace(item, inside=host)
        if item.inside is None and draw(st.integers(0, 3)) == 0:
            item = replace(item, pinned=time(draw(st.integers(18, 22)), draw(st.integers(0, 59))))
        items.append(item)
    return Programme("Trails", settled(items), draw(st.integers(0, 60)))


def line(order: RunningOrder) -> list[TimedItem]:
    return [timed for timed in order.items if timed.item.inside is None]


NIGHT = leura(curfew="22:15", get_out=15)


@given(evenings())
def test_items_follow_each_other_and_nothing_overlaps_but_what_is_nested(whole: Programme) -> None:
    order = running_order(whole, NIGHT)
    assert [timed.item.key for timed in order.items] == [item.key for item in whole.items]
    row = line(order)
    if row:
        assert row[0].start == NIGHT.start + row[0].waiting * SECOND
        assert order.end == row[-1].end
    for before, after in pairwise(row):
        assert after.start == before.end + (before.gap_after + after.waiting) * SECOND
    for host in row:
        during = [timed for timed in order.items if timed.item.inside == host.item.key]
        for timed in during:
            assert host.start <= timed.start <= timed.end <= host.end
        for before, after in pairwise(during):
            assert after.start == before.end + before.gap_after * SECOND


@given(evenings())
def test_fixed_items_last_what_they_last_and_elastic_ones_keep_their_bounds(whole: Programme) -> None:
    order = running_order(whole, NIGHT)
    for item, timed in zip(whole.items, order.items, strict=True):
        least, most = item.bounds
        during = any(one.inside == item.key for one in whole.items)
        assert least <= timed.seconds
        assert timed.seconds <= most or (during and timed.seconds == most + timed.stretched)
        assert timed.stretched == 0 or during


@given(evenings())
def test_a_pinned_item_starts_at_its_time_or_as_soon_after_as_it_can(whole: Programme) -> None:
    order = running_order(whole, NIGHT)
    for timed in line(order):
        pin = NIGHT.coming(timed.item.pinned) if timed.item.pinned is not None else None
        if pin is None or pin >= NIGHT.curfew:
            assert (timed.waiting, timed.late) == (0, 0)
        else:
            assert timed.start == pin + timed.late * SECOND
            assert not (timed.late and timed.waiting)


@given(evenings())
def test_elastic_items_leave_nothing_over_and_nothing_short_unless_they_are_at_their_bounds(
    whole: Programme,
) -> None:
    row = line(running_order(whole, NIGHT))
    stretches: list[list[TimedItem]] = []
    for timed in row:
        pin = NIGHT.coming(timed.item.pinned) if timed.item.pinned is not None else None
        if not stretches or (pin is not None and pin < NIGHT.curfew):
            stretches.append([])
        stretches[-1].append(timed)
    for place, stretch in enumerate(stretches):
        loose = [timed for timed in stretch if timed.item.elastic]
        if place + 1 < len(stretches):
            after = stretches[place + 1][0]
            left = after.waiting - after.late
        else:
            left = (NIGHT.must_end - stretch[-1].end) // SECOND
        assert left <= 0 or all(timed.seconds >= timed.item.bounds[1] for timed in loose)
        grown = [timed for timed in loose if not any(one.inside == timed.item.key for one in whole.items)]
        assert left >= 0 or all(timed.seconds == timed.item.bounds[0] for timed in grown)


@given(evenings())
def test_parts_and_what_lies_between_them_are_the_whole_evening(whole: Programme) -> None:
    order = running_order(whole, NIGHT)
    row = line(order)
    between = sum(timed.seconds for timed in row if timed.part is None)
    for before, after in pairwise(row):
        if before.part is None or before.part != after.part:
            between += before.gap_after + after.waiting
    first = row[0].waiting if row else 0
    assert order.seconds == first + between + sum(part.seconds for part in order.parts)
    assert order.margin == (NIGHT.must_end - NIGHT.start) // SECOND - order.seconds


@given(evenings(), st.integers(0, 3600))
def test_an_evening_says_the_same_each_time_it_is_asked(whole: Programme, later: int) -> None:
    slot = Slot(NIGHT.zone, NIGHT.access, NIGHT.doors, NIGHT.start, NIGHT.curfew + later * SECOND, 900)
    assert running_order(whole, slot) == running_order(whole, slot)
