"""The running order held against somebody who sits through the evening and counts every second."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Change:
    """What a zone's clock does at an instant, from the zone's law and not from our own code."""

    zone: str
    at: datetime
    by: timedelta


CHANGES = [
    Change("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC), timedelta(hours=1)),
    Change("Europe/Berlin", datetime(2026, 10, 25, 1, tzinfo=UTC), timedelta(hours=-1)),
    Change("Australia/Sydney", datetime(2026, 10, 3, 16, tzinfo=UTC), timedelta(hours=1)),
    Change("Australia/Sydney", datetime(2027, 4, 3, 16, tzinfo=UTC), timedelta(hours=-1)),
    Change("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC), timedelta(hours=-1)),
    Change("America/New_York", datetime(2027, 3, 14, 7, tzinfo=UTC), timedelta(hours=1)),
    Change("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC), timedelta(minutes=30)),
    Change("Australia/Lord_Howe", datetime(2027, 4, 3, 15, tzinfo=UTC), timedelta(minutes=-30)),
    Change("Asia/Kathmandu", datetime(1985, 12, 31, 18, 30, tzinfo=UTC), timedelta(minutes=15)),
    Change("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC), timedelta(days=1)),
]


@st.composite
def programmes(draw: st.DrawFn, most: int = 8) -> Programme:
    """Up to `most` items of up to 20 minutes, intermissions wherever they fall."""
    gaps = st.none() | st.integers(0, 90)
    items = [
        Item(
            key=f"k{number}",
            kind=draw(
                st.sampled_from([ItemKind.FILM, ItemKind.FILM, ItemKind.WELCOME, ItemKind.INTERMISSION])
            ),
            title=f"Item {number}",
            seconds=draw(st.none() | st.integers(0, 1200)),
            approximate=draw(st.booleans()),
            gap_after=draw(gaps),
        )
        for number in range(draw(st.integers(0, most)))
    ]
    return Programme("Trails", tuple(items), draw(st.integers(0, 60)))


@st.composite
def slots(draw: st.DrawFn) -> tuple[Slot, Change]:
    """A slot that starts up to two hours before a zone's clock changes."""
    change = draw(st.sampled_from(CHANGES))
    start = change.at - draw(st.integers(0, 7200)) * SECOND
    curfew = start + draw(st.integers(60, 5 * 3600)) * SECOND
    slot = Slot(change.zone, start, start, start, curfew, draw(st.integers(0, 50)))
    return slot, change


def stage(programme: Programme) -> list[tuple[str, int]]:
    """What is on the stage in each second: `("item" | "gap" | "pause", place of the item)`."""
    seconds: list[tuple[str, int]] = []
    items = programme.items
    for place, item in enumerate(items):
        pause = item.kind is ItemKind.INTERMISSION
        seconds += [("pause" if pause else "item", place)] * (item.seconds or 0)
        if place + 1 == len(items):
            break
        within_part = not pause and items[place + 1].kind is not ItemKind.INTERMISSION
        usual = programme.gap_seconds if within_part else 0
        seconds += [("gap", place)] * (usual if item.gap_after is None else item.gap_after)
    return seconds


@given(programmes(), slots())
def test_the_clock_of_every_item_is_what_the_venue_s_clock_shows_after_so_many_seconds(
    programme: Programme, where: tuple[Slot, Change]
) -> None:
    slot, change = where
    order = running_order(programme, slot)
    on_the_wall = [slot.local(slot.start).replace(tzinfo=None, fold=0)]
    instant = slot.start
    for _ in stage(programme):
        instant += SECOND
        on_the_wall.append(on_the_wall[-1] + SECOND + (change.by if instant == change.at else timedelta()))
    for timed in order.items:
        for said in (timed.start, timed.end):
            after = (said - slot.start) // SECOND
            assert slot.local(said).replace(tzinfo=None, fold=0) == on_the_wall[after]
    assert slot.local(order.end).replace(tzinfo=None, fold=0) == on_the_wall[-1]


@given(programmes(), slots())
def test_totals_and_margins_are_the_seconds_that_were_counted(
    programme: Programme, where: tuple[Slot, Change]
) -> None:
    slot, _ = where
    order = running_order(programme, slot)
    seconds = stage(programme)
    assert order.seconds == len(seconds)
    assert order.margin_to_curfew == (slot.curfew - slot.start) // SECOND - len(seconds)
    assert order.margin == order.margin_to_curfew - slot.get_out_seconds
    films = {place for place, item in enumerate(programme.items) if item.kind is ItemKind.FILM}
    assert order.film_seconds == sum(what == "item" and place in films for what, place in seconds)
    for place, timed in enumerate(order.items):
        assert (timed.end - timed.start) // SECOND == sum(
            what != "gap" and at == place for what, at in seconds
        )
        assert timed.gap_after == seconds.count(("gap", place))


@given(programmes(), slots())
def test_parts_are_the_stretches_between_intermissions(
    programme: Programme, where: tuple[Slot, Change]
) -> None:
    order = running_order(programme, where[0])
    kinds = "".join("|" if item.kind is ItemKind.INTERMISSION else "x" for item in programme.items)
    stretches = [stretch for stretch in kinds.split("|") if stretch]
    assert [part.number for part in order.parts] == list(range(len(stretches)))
    for part, stretch in zip(order.parts, stretches, strict=True):
        members = [timed for timed in order.items if timed.part == part.number]
        assert len(members) == len(stretch)
        assert (part.start, part.end) == (members[0].start, members[-1].end)
        assert part.seconds == (part.end - part.start) // SECOND
        films = [timed.item for timed in members if timed.item.kind is ItemKind.FILM]
        assert (part.films, part.film_seconds) == (len(films), sum(film.seconds or 0 for film in films))


@given(programmes(), slots(), st.randoms(use_true_random=False))
def test_the_order_within_a_part_does_not_change_its_length(
    programme: Programme, where: tuple[Slot, Change], chance: Random
) -> None:
    items = [replace(item, gap_after=None) for item in programme.items]
    order = running_order(programme.with_items(tuple(items)), where[0])
    stretches: list[list[Item]] = [[]]
    for item in items:
        if item.kind is ItemKind.INTERMISSION:
            stretches += [[item], []]
        else:
            stretches[-1].append(item)
    for stretch in stretches:
        chance.shuffle(stretch)
    shuffled = running_order(
        programme.with_items(tuple(item for stretch in stretches for item in stretch)), where[0]
    )
    assert shuffled.parts == order.parts
    assert (shuffled.end, shuffled.margin, shuffled.exact) == (order.end, order.margin, order.exact)


@given(programmes(), slots(), st.integers(0, 300))
def test_a_longer_gap_comes_once_less_than_a_part_has_items(
    programme: Programme, where: tuple[Slot, Change], more: int
) -> None:
    plain = programme.with_items(tuple(replace(item, gap_after=None) for item in programme.items))
    order = running_order(plain, where[0])
    wider = running_order(replace(plain, gap_seconds=plain.gap_seconds + more), where[0])
    between = [sum(timed.part == part.number for timed in order.items) - 1 for part in order.parts]
    assert [part.seconds for part in wider.parts] == [
        part.seconds + more * count for part, count in zip(order.parts, between, strict=True)
    ]
    assert wider.seconds == order.seconds + more * sum(between)


@given(programmes(), slots(), st.integers(-86400, 86400))
def test_a_later_start_moves_every_instant_by_as_much_and_no_length(
    programme: Programme, where: tuple[Slot, Change], later: int
) -> None:
    slot, _ = where
    by = later * SECOND
    moved = replace(slot, start=slot.start + by, curfew=slot.curfew + by)
    order, after = running_order(programme, slot), running_order(programme, moved)
    assert [timed.start + by for timed in order.items] == [timed.start for timed in after.items]
    assert [part.seconds for part in order.parts] == [part.seconds for part in after.parts]
    assert (order.seconds, order.margin) == (after.seconds, after.margin)


@given(programmes(), programmes(), slots(), st.integers(0, 1800))
def test_two_evenings_with_an_intermission_between_last_as_long_as_both_and_it(
    first: Programme, second: Programme, where: tuple[Slot, Change], pause: int
) -> None:
    if not first.items or not second.items:
        return
    head = (*first.items[:-1], replace(first.items[-1], gap_after=None))
    tail = tuple(replace(item, key=f"again {item.key}") for item in second.items)
    second = replace(second, items=tail, gap_seconds=first.gap_seconds)
    intermission = Item("pause", ItemKind.INTERMISSION, "Intermission", pause)
    both = running_order(first.with_items((*head, intermission, *tail)), where[0])
    alone = [running_order(programme, where[0]) for programme in (first, second)]
    assert both.seconds == alone[0].seconds + pause + alone[1].seconds
    assert [part.seconds for part in both.parts] == [part.seconds for order in alone for part in order.parts]


@given(programmes(), slots())
def test_the_evening_is_exact_only_when_every_run_time_is(
    programme: Programme, where: tuple[Slot, Change]
) -> None:
    order = running_order(programme, where[0])
    assert order.exact is not any(item.seconds is None or item.approximate for item in programme.items)
    unsure = {finding.item for finding in order.findings if finding.rule.startswith("run-time")}
    assert unsure == {i.key for i in programme.items if i.seconds is None or i.approximate}


@given(programmes(), slots())
def test_an_overrun_is_found_exactly_when_the_margin_is_negative(
    programme: Programme, where: tuple[Slot, Change]
) -> None:
    order = running_order(programme, where[0])
    overruns = [finding for finding in order.findings if finding.rule == "overrun"]
    assert bool(overruns) is bool(order.margin < 0 and order.items)
