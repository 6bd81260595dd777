"""How long the running order takes: it is made anew at every keystroke.

Run with `pytest -s benchmarks/test_running_order.py`. The table names the ratio to the least that has to be done,
summing the seconds, measured in the same run; and what an item costs, which stays the same when the
time grows in proportion to the items.
"""

from collections.abc import Callable
from datetime import date, time
from functools import partial
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

SIZES = (10, 100, 1000)
MOST_GROWTH = 3
"""Linear, with room for noise: an item of a thousand may cost this many times an item of ten."""


def evening(items: int) -> Programme:
    """Films of some directors, known to the minute now and then, with an intermission after every sixth item."""
    return Programme(
        "Trails",
        tuple(
            Item(str(n), ItemKind.INTERMISSION, "Intermission", 900)
            if n % 7 == 6
            else Item(
                str(n),
                ItemKind.FILM,
                f"Film {n}",
                300 + 7 * n % 600,
                approximate=n % 5 == 0,
                film_id=n,
                directors=(f"Director {n % 40}",),
            )
            for n in range(items)
        ),
        20,
    )


def night() -> Slot:
    times = SlotTimes(time(18, 30), time(19), time(22, 15), get_out_minutes=15)
    return slot_on(date(2027, 5, 18), "Australia/Sydney", times)


def seconds_of(run: Callable[[], object]) -> float:
    """The median time of one run."""
    taken = []
    for _ in range(31):
        began = perf_counter()
        run()
        taken.append(perf_counter() - began)
    return median(taken)


@pytest.mark.parametrize("items", SIZES)
def test_the_running_order_of_an_evening(benchmark: BenchmarkFixture, items: int) -> None:
    programme = evening(items)
    order = benchmark(running_order, programme, night())
    assert len(order.items) == items


def test_the_time_grows_with_the_items_and_not_faster() -> None:
    slot = night()
    an_item = {}
    print("\nitems  running order  of it an item  times summing the seconds")
    for items in SIZES:
        programme = evening(items)
        ours = seconds_of(partial(running_order, programme, slot))
        floor = seconds_of(partial(summed, programme))
        an_item[items] = ours / items
        print(f"{items:5}  {ours * 1e6:10.0f} µs  {an_item[items] * 1e6:9.1f} µs  {ours / floor:25.0f}")
    assert an_item[1000] < MOST_GROWTH * an_item[10]


def summed(programme: Programme) -> int:
    """The least that has to be done."""
    return sum(item.seconds or 0 for item in programme.items)
