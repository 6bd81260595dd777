"""The rows of the running order's list: part headers, items, waiting, notes of midnight and clock changes, the end."""

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from tourdesk.gui.programme import words
from tourdesk.programming.programme import Item
from tourdesk.programming.running_order import Finding, RunningOrder, TimedItem
from tourdesk.programming.slot import Slot


class Mark(Enum):
    """What a proposal does with an item that stands in it."""

    ADDED = auto()
    MOVED = auto()


@dataclass(frozen=True, slots=True)
class PartRow:
    """The header of a part, with its totals in seconds."""

    number: int
    name: str
    seconds: int
    films: int
    film_seconds: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item at its clock time; `position` is its place in the programme."""

    timed: TimedItem
    position: int
    clock: str
    end_clock: str
    findings: tuple[Finding, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class GoneRow:
    """An item that a proposal drops, at the place where it stands now."""

    item: Item
    clock: str


@dataclass(frozen=True, slots=True)
class WaitRow:
    """What is waited for the pinned item that follows, `before` by its key, in seconds."""

    before: str
    clock: str
    seconds: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What happens on the clock between two items: midnight, or the clocks change."""

    text: str


@dataclass(frozen=True, slots=True)
class EndRow:
    """The end of the evening."""

    clock: str
    margin: int
    margin_words: str
    exact: bool


Row = PartRow | ItemRow | GoneRow | WaitRow | NoteRow | EndRow


def rows_of(order: RunningOrder, slot: Slot) -> tuple[Row, ...]:
    """The running order as rows; no rows at all for a programme without items."""
    if not order.items:
        return ()
    rows: list[Row] = []
    parts = {part.number: part for part in order.parts}
    opened: set[int] = set()
    notes = _notes(order, slot)
    for position, timed in enumerate(order.items):
        if position in notes:
            rows.append(NoteRow(notes[position]))
        if timed.part is not None and timed.part not in opened:
            opened.add(timed.part)
            part = parts[timed.part]
            name = words.part(len(opened) - 1, len(parts))
            rows.append(PartRow(part.number, name, part.seconds, part.films, part.film_seconds))
        if timed.waiting:
            rows.append(WaitRow(timed.item.key, words.clock(slot, timed.start), timed.waiting))
        rows.append(
            ItemRow(
                timed,
                position,
                words.clock(slot, timed.start),
                words.clock(slot, timed.end),
                tuple(finding for finding in order.findings if timed.item.key in finding.items),
            )
        )
    if len(order.items) in notes:
        rows.append(NoteRow(notes[len(order.items)]))
    rows.append(EndRow(words.clock(slot, order.end), order.margin, words.margin(order), order.exact))
    return tuple(rows)


def identity(row: Row) -> tuple[str, str]:
    """What a row is, whatever its times are: rows of the same identity are updated in place."""
    match row:
        case ItemRow():
            return "item", row.timed.item.key
        case PartRow():
            return "part", str(row.number)
        case GoneRow():
            return "gone", row.item.key
        case WaitRow():
            return "wait", row.before
        case NoteRow():
            return "note", row.text
        case EndRow():
            return "end", ""


def _notes(order: RunningOrder, slot: Slot) -> dict[int, str]:
    """What is said before which item, and before the end: the new date after midnight, and what the clocks have done."""
    notes: dict[int, str] = {}
    instants = [*(timed.start for timed in order.items), order.end]
    for position, (before, after) in enumerate(pairwise(instants), start=1):
        said = []
        if slot.local(before).date() != slot.local(after).date():
            said.append(words.day(slot, after))
        change = words.clock_change(slot, before, after)
        if change:
            said.append(change)
        if said:
            notes[position] = " · ".join(said)
    return notes
