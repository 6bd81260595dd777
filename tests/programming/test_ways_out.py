"""Every finding has a way out, whatever the evening is, and each step that is offered can be taken."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.programming.evenings import leura

from tourdesk.library.licences import Licence
from tourdesk.library.standing import Play, Showings
from tourdesk.programming.event import Event, Neighbour, Seen
from tourdesk.programming.programme import Item, ItemKind, Master, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

CLOCKS = st.sampled_from([None, None, None, time(18), time(19, 30), time(23), time(0, 30), time(2, 30)])
SECONDS = st.sampled_from([0, 30, 300, 900, 1800, 3600, 7200])
SLOTS = (
    leura(),
    leura(curfew="20:00"),
    leura(start="22:00", curfew="01:30"),
    # The clocks go back, and go forward.
    slot_on(date(2027, 4, 3), "Australia/Sydney", SlotTimes(time(23), time(23, 30), time(2, 30))),
    slot_on(date(2027, 10, 2), "Australia/Sydney", SlotTimes(time(23), time(23, 30), time(3, 30))),
)


@st.composite
def films(draw: st.DrawFn, key: str) -> Item:
    number = draw(st.integers(1, 4))
    return Item(
        key,
        ItemKind.FILM,
        f"Film {number}",
        draw(st.none() | SECONDS),
        approximate=draw(st.booleans()),
        film_id=number,
        version_id=number,
        version_name="original",
        directors=draw(st.sampled_from([(), ("Ada",), ("Ada", "Ben")])),
        pinned=draw(CLOCKS),
        known_seconds=draw(st.sampled_from([None, 300, 1800])),
        ratings=draw(st.sampled_from([(), ("AU: R18+",), ("AU: strange",), ("GB: 18",)])),
        advisories=draw(st.sampled_from([(), ("16+",)])),
        copies=draw(st.sampled_from([None, 0, 1])),
        licences=draw(
            st.sampled_from([None, (), (Licence(plays=1),), (Licence(last=date(2026, 1, 1)),)]),
        ),
    )


@st.composite
def others(draw: st.DrawFn, key: str) -> Item:
    kind = draw(st.sampled_from([one for one in ItemKind if one is not ItemKind.FILM]))
    bounds = draw(st.sampled_from([(None, None), (0, 300), (300, 1800)]))
    return Item(
        key,
        kind,
        kind.value,
        draw(SECONDS),
        least_seconds=bounds[0],
        most_seconds=bounds[1],
        pinned=draw(CLOCKS),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    items: list[Item] = []
    for place in range(draw(st.integers(0, 8))):
        item = draw(films(f"k{place}") | others(f"k{place}"))
        before = items[-1] if items else None
        host = before.inside or before.key if before is not None else None
        nests = before is not None and (before.kind is ItemKind.INTERMISSION or before.inside is not None)
        if nests and item.kind is not ItemKind.INTERMISSION and draw(st.booleans()):
            item = replace(item, inside=host, pinned=None)
        items.append(item)
    master = draw(st.sampled_from([None, Master(7, "Master", 1, 2)]))
    return Programme("Evening", tuple(items), draw(st.sampled_from([0, 20])), master=master)


@st.composite
def events(draw: st.DrawFn, slot: Slot) -> Event:
    def beside(at: datetime) -> Neighbour:
        return Neighbour(at, at, at, at + timedelta(minutes=90))

    return Event(
        town="Leura",
        country="AU",
        admitted_from=draw(st.sampled_from([None, 0, 12])),
        seen=draw(st.sampled_from([{}, {1: Seen(date(2026, 5, 3))}, {2: Seen()}])),
        before=draw(st.sampled_from([None, beside(slot.start - timedelta(minutes=60))])),
        after=draw(st.sampled_from([None, beside(slot.start + timedelta(minutes=60))])),
        currency="AUD",
        showings=Showings({1: (Play(date(2026, 5, 1)),)}),
    )


@settings(max_examples=300)
@given(st.data())
def test_every_finding_has_a_way_out_and_its_steps_can_be_taken(data: st.DataObject) -> None:
    slot = data.draw(st.sampled_from(SLOTS))
    programme, event = data.draw(programmes()), data.draw(events(slot))
    for finding in running_order(programme, slot, event).findings:
        assert finding.ways, finding
        assert finding.sentence.endswith(".")
        for way in finding.ways:
            assert (way.edit is None) is (way.elsewhere is not None)
            if way.edit is not None:
                assert way.edit(programme) != programme, (finding, way)
