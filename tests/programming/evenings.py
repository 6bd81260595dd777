"""Short ways to say programmes and slots in tests."""

from datetime import date, time

from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import Finding, RunningOrder, running_order
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

KIND_OF = {
    "welcome": ItemKind.WELCOME,
    "intermission": ItemKind.INTERMISSION,
    "qa": ItemKind.QA,
    "spot": ItemKind.SPONSOR_SPOT,
    "trailer": ItemKind.TRAILER,
}


def clock(text: str) -> time:
    return time.fromisoformat(text)


def leura(start: str = "19:00", curfew: str = "22:15", get_out: int = 15, night: str = "2027-05-18") -> Slot:
    """A night at a hall in Leura, whose clocks are those of Sydney; doors open at the start."""
    times = SlotTimes(clock(start), clock(start), clock(curfew), get_out_minutes=get_out)
    return slot_on(date.fromisoformat(night), "Australia/Sydney", times)


def film(
    title: str,
    seconds: int | None,
    *directors: str,
    film_id: int | None = None,
    approximate: bool = False,
    gap_after: int | None = None,
) -> Item:
    """A film whose key is its title."""
    return Item(
        title,
        ItemKind.FILM,
        title,
        seconds,
        approximate,
        film_id,
        film_id,
        directors=directors,
        gap_after=gap_after,
    )


def other(kind: str, seconds: int | None, key: str = "", gap_after: int | None = None) -> Item:
    """An item that is no film; its key is its kind unless one is given."""
    return Item(key or kind, KIND_OF[kind], kind.capitalize(), seconds, gap_after=gap_after)


def programme(*items: Item, gap: int = 0) -> Programme:
    return Programme("Trails", items, gap)


def shown(order: RunningOrder, slot: Slot) -> list[str]:
    """The venue's clock at the start of each item, and at the end."""
    return [f"{slot.local(instant):%H:%M:%S}" for instant in (*(i.start for i in order.items), order.end)]


def found(rule: str, *items: Item, slot: Slot | None = None, gap: int = 0) -> list[Finding]:
    """What one rule finds in an evening of these items."""
    order = running_order(programme(*items, gap=gap), slot or leura())
    return [finding for finding in order.findings if finding.rule == rule]


def sentences(rule: str, *items: Item, slot: Slot | None = None, gap: int = 0) -> list[str]:
    """The sentences of what one rule finds."""
    return [finding.sentence for finding in found(rule, *items, slot=slot, gap=gap)]
