"""How the programme screen says things: clock times, parts, kinds of items, what is left."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.films.words import run_time_text
from tourdesk.programming.lengths import part_name
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import RunningOrder, TimedItem
from tourdesk.programming.slot import Slot

_KINDS = {
    ItemKind.FILM: later("Film"),
    ItemKind.INTERMISSION: later("Intermission"),
    ItemKind.WELCOME: later("Welcome"),
    ItemKind.QA: later("Questions and answers"),
    ItemKind.SPONSOR_SPOT: later("Sponsor spot"),
    ItemKind.TRAILER: later("Trailer"),
    ItemKind.RAFFLE: later("Raffle"),
    ItemKind.ANNOUNCEMENT: later("Announcement"),
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


def kind(of: ItemKind) -> str:
    """What an item is, to begin a line with."""
    return _(_KINDS[of])


def usual_bounds(item: Item) -> tuple[int, int]:
    """Least and most seconds of an item that is made elastic: half and double of what it lasts."""
    seconds = item.seconds or USUAL_SECONDS.get(item.kind, 60)
    return seconds // 2, seconds * 2


def elastic(item: Item) -> str:
    """What an elastic item may take: `10:00 to 30:00`."""
    least, most = item.bounds
    return _("{least} to {most}", least=clock_text(least), most=clock_text(most))


def waiting(until: str, seconds: int) -> str:
    """What is said of the time before a pinned item: `4:20 of waiting until 20:00:00`."""
    return _("{length} of waiting until {clock}", length=clock_text(seconds), clock=until)


def pinned(timed: TimedItem) -> str:
    """What is said of a pin: `pinned to 20:00`, `pinned to 20:00, 2:10 late`; empty without one."""
    if timed.item.pinned is None:
        return ""
    at = time_text(timed.item.pinned)
    if timed.late:
        late = clock_text(timed.late)
        return _("pinned to {at}, {late} late", at=at, late=late)
    return _("pinned to {at}", at=at)


def clock(slot: Slot, instant: datetime) -> str:
    """The venue's clock to the second; the zone's letters are added when that time comes twice in the night."""
    return f"{slot.local(instant):%H:%M:%S}{slot.letters(instant)}"


def short_clock(slot: Slot, instant: datetime) -> str:
    """The venue's clock to the minute, for marks and scales, likewise."""
    return f"{slot.local(instant):%H:%M}{slot.letters(instant)}"


def day(slot: Slot, instant: datetime) -> str:
    """The date on the venue's calendar: `Sat 22 May`."""
    local = slot.local(instant)
    # For translators: a short date as Qt writes patterns: weekday, day, month.
    return QLocale().toString(QDate(local.year, local.month, local.day), _("ddd d MMM"))


def part(number: int, parts: int) -> str:
    """What people call a part, to begin a line with; `number` counts from 0."""
    if parts == 1:
        return _("The evening")
    name = part_name(number, parts)
    return name[:1].upper() + name[1:]


def duration(item: Item) -> str:
    """An item's duration: `53:00`, `≈ 53:00` when only minutes are known, `–` when nothing is."""
    return run_time_text(item.seconds, item.approximate)


def films(count: int) -> str:
    """`1 film`, `5 films`."""
    return n_("{n} film", "{n} films", count)


def left(order: RunningOrder) -> str:
    """`38:50 left` or `7:00 over`."""
    time = clock_text(abs(order.margin))
    return _("{time} over", time=time) if order.margin < 0 else _("{time} left", time=time)


def margin(order: RunningOrder) -> str:
    """`38:50 before it must end` or `7:00 after it must end`."""
    if order.margin == 0:
        return _("just when it must end")
    time = clock_text(abs(order.margin))
    if order.margin < 0:
        return _("{time} after it must end", time=time)
    return _("{time} before it must end", time=time)


def ending(order: RunningOrder, slot: Slot) -> str:
    """The evening's end in one sentence: `Ends 21:21:10, 38:50 before it must end.`"""
    sentence = later("Ends {end}, {margin}.") if order.exact else later("Ends about {end}, {margin}.")
    return _(sentence, end=clock(slot, order.end), margin=margin(order))


def in_words(item: Item) -> str:
    """An item's duration as a screen reader says it."""
    if item.seconds is None:
        return _("run-time unknown")
    minutes, seconds = divmod(item.seconds, 60)
    if not seconds:
        said = _("{minutes} min", minutes=minutes)
    elif not minutes:
        said = _("{seconds} s", seconds=seconds)
    else:
        said = _("{minutes} min {seconds} s", minutes=minutes, seconds=seconds)
    return _("about {length}", length=said) if item.approximate else said


def clock_change(slot: Slot, before: datetime, after: datetime) -> str | None:
    """What the clocks do between two instants: `Clocks go back 1 hour`; None when they go on as always."""
    was, is_now = slot.local(before).utcoffset(), slot.local(after).utcoffset()
    if was is None or is_now is None or was == is_now:
        return None
    minutes = int((is_now - was).total_seconds()) // 60
    size = _("1 hour") if abs(minutes) == 60 else _("{minutes} minutes", minutes=abs(minutes))
    if minutes > 0:
        return _("Clocks go forward {size}", size=size)
    return _("Clocks go back {size}", size=size)
