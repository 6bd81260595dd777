"""A proposal beside the programme of now: what it adds, drops and moves, for the bar and for the running order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tourdesk.foundation.language import _
from tourdesk.gui.programme import words
from tourdesk.gui.programme.rows import GoneRow, ItemRow, Mark, NoteRow, Row, rows_of
from tourdesk.programming.difference import difference
from tourdesk.programming.programme import Programme
from tourdesk.programming.running_order import RunningOrder
from tourdesk.programming.slot import Slot


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two running orders on one slot; `marks` and `gone` name items by their keys."""

    slot: Slot
    now: RunningOrder
    then: RunningOrder
    marks: Mapping[str, Mark]
    gone: frozenset[str]


def compared(
    slot: Slot, now: tuple[Programme, RunningOrder], then: tuple[Programme, RunningOrder]
) -> Comparison:
    """What the later programme adds, drops and moves; the fewest moves that lead from one to the other."""
    found = difference(now[0], then[0])
    marks = {item.key: Mark.ADDED for item in found.added} | {item.key: Mark.MOVED for item in found.moved}
    return Comparison(slot, now[1], then[1], marks, frozenset(item.key for item in found.removed))


def compared_rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of the proposal, with what it drops at its place of now."""
    slot, marks = comparison.slot, comparison.marks
    rows = [
        replace(row, mark=marks.get(row.timed.item.key)) if isinstance(row, ItemRow) else row
        for row in rows_of(comparison.then, slot)
    ]
    before: str | None = None
    for timed in comparison.now.items:
        key = timed.item.key
        if key in comparison.gone:
            rows.insert(_behind(rows, before), GoneRow(timed.item, words.clock(slot, timed.start)))
            before = key
        elif any(isinstance(row, ItemRow) and row.timed.item.key == key for row in rows):
            before = key
    return (NoteRow(_("As it is proposed; nothing is changed yet")), *rows)


def _behind(rows: Sequence[Row], key: str | None) -> int:
    """The place behind the row of an item; without one, before the first item."""
    for place, row in enumerate(rows):
        if isinstance(row, ItemRow) and (key is None or row.timed.item.key == key):
            return place + (key is not None)
        if isinstance(row, GoneRow) and row.item.key == key:
            return place + 1
    return 0
