"""How the programme screen says things: clock times, parts, kinds of items, what is left."""

from datetime import datetime

from tourdesk.foundation.durations import clock_text
from tourdesk.gui.films.words import run_time_text
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import RunningOrder
from tourdesk.programming.slot import Slot

KIND_WORDS = {
    ItemKind.FILM: "Film",
    ItemKind.INTERMISSION: "Intermission",
    ItemKind.WELCOME: "Welcome",
    ItemKind.QA: "Questions and answers",
    ItemKind.SPONSOR_SPOT: "Sponsor spot",
    ItemKind.TRAILER: "Trailer",
    ItemKind.RAFFLE: "Raffle",
    ItemKind.ANNOUNCEMENT: "Announcement",
}

KIND_ICONS = {
    ItemKind.FILM: "film",
    ItemKind.INTERMISSION: "intermission",
    ItemKind.WELCOME: "welcome",
    ItemKind.QA: "question",
    ItemKind.SPONSOR_SPOT: "sponsor-spot",
    ItemKind.TRAILER: "trailer",
    ItemKind.RAFFLE: "raffle",
    ItemKind.ANNOUNCEMENT: "announcement",
}

USUAL_SECONDS = {
    ItemKind.INTERMISSION: 15 * 60,
    ItemKind.WELCOME: 5 * 60,
    ItemKind.QA: 15 * 60,
    ItemKind.SPONSOR_SPOT: 30,
    ItemKind.TRAILER: 90,
    ItemKind.RAFFLE: 6 * 60,
    ItemKind.ANNOUNCEMENT: 60,
}
"""How long an inserted item lasts until somebody says otherwise."""


def clock(slot: Slot, instant: datetime) -> str:
    """The venue's clock to the second; the zone's letters are added when that time comes twice in the night."""
    local = slot.local(instant)
    # A time that comes twice has another offset the second time (PEP 495).
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{local:%H:%M:%S} {local.tzname()}" if twice else f"{local:%H:%M:%S}"


def short_clock(slot: Slot, instant: datetime) -> str:
    """The venue's clock to the minute, for marks and scales."""
    return f"{slot.local(instant):%H:%M}"


def day(slot: Slot, instant: datetime) -> str:
    """The date on the venue's calendar: `Sat 22 May`."""
    local = slot.local(instant)
    return f"{local:%a} {local.day} {local:%b}"


def part(number: int, parts: int) -> str:
    """What people call a part, to begin a line with; `number` counts from 0."""
    name = part_name(number, parts).removeprefix("the ")
    return "The evening" if parts == 1 else name[:1].upper() + name[1:]


def duration(item: Item) -> str:
    """An item's duration: `53:00`, `≈ 53:00` when only minutes are known, `–` when nothing is."""
    return run_time_text(item.seconds, item.approximate)


def left(order: RunningOrder) -> str:
    """`38:50 left` or `7:00 over`."""
    return f"{clock_text(abs(order.margin))} {'over' if order.margin < 0 else 'left'}"


def margin(order: RunningOrder) -> str:
    """`38:50 before it must end` or `7:00 after it must end`."""
    if order.margin == 0:
        return "just when it must end"
    return f"{clock_text(abs(order.margin))} {'after' if order.margin < 0 else 'before'} it must end"


def ending(order: RunningOrder, slot: Slot) -> str:
    """The evening's end in one sentence: `Ends 21:21:10, 38:50 before it must end`."""
    about = "" if order.exact else "about "
    return f"Ends {about}{clock(slot, order.end)}, {margin(order)}"


def in_words(item: Item) -> str:
    """An item's duration as a screen reader says it."""
    if item.seconds is None:
        return "run-time unknown"
    about = "about " if item.approximate else ""
    minutes, seconds = divmod(item.seconds, 60)
    said = [f"{minutes} min"] if minutes or not seconds else []
    return about + " ".join([*said, f"{seconds} s"] if seconds else said)


def clock_change(slot: Slot, before: datetime, after: datetime) -> str | None:
    """What the clocks do between two instants: `Clocks go back 1 hour`; None when they go on as always."""
    was, is_now = slot.local(before).utcoffset(), slot.local(after).utcoffset()
    if was is None or is_now is None or was == is_now:
        return None
    minutes = int((is_now - was).total_seconds()) // 60
    size = "1 hour" if abs(minutes) == 60 else f"{abs(minutes)} minutes"
    return f"Clocks go {'forward' if minutes > 0 else 'back'} {size}"
