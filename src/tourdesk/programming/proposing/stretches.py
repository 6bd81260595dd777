"""How much time pinned intermissions leave to the films of each part."""

from tourdesk.programming.lengths import whole_seconds
from tourdesk.programming.programme import Item
from tourdesk.programming.proposing.frame import Frame
from tourdesk.programming.slot import Slot
from tourdesk.programming.timing import bounds_with


def rooms(frame: Frame, slot: Slot) -> list[int | None]:
    """Seconds for the films and gaps of each part at most; None where no pinned intermission limits it.

    Several parts between two pinned times share what is there: each may have what the others leave at the least.
    """
    usual = frame.programme.gap_seconds
    found: list[int | None] = []
    begins = 0
    taken, parts, pinned_before = 0, 0, False
    for number, part in enumerate(frame.parts):
        taken += part.seconds(usual)
        parts += 1
        pause = frame.pauses[number] if number < len(frame.pauses) else None
        if pause is not None and part.behind:
            taken += part.behind[-1].gap_after or 0
        length = 0
        if pause is not None:
            length = bounds_with(pause[0], pause[1:], usual)[0] + (pause[0].gap_after or 0)
        until = None if pause is None else _pinned_at(pause[0], slot)
        if pause is not None and until is None:
            taken += length
            continue
        limited = pinned_before or until is not None
        end = slot.seconds if until is None else until
        found += [end - begins - taken if limited else None] * parts
        begins, taken, parts, pinned_before = end + length, 0, 0, True
    return found


def _pinned_at(pause: Item, slot: Slot) -> int | None:
    """Seconds after the start of the evening; None when the intermission is not pinned to a time of this night."""
    instant = slot.coming(pause.pinned) if pause.pinned is not None else None
    return whole_seconds(slot.start, instant) if instant is not None and instant < slot.curfew else None
