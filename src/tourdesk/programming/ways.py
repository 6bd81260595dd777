"""The ways out that several rules offer; each name says the step, for a button and for undo."""

from collections.abc import Sequence
from functools import partial

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, later
from tourdesk.programming import editing
from tourdesk.programming.findings import Elsewhere, Evening, SlotField, WayOut, title_of
from tourdesk.programming.lengths import TimedItem
from tourdesk.programming.programme import Item, ItemKind, Programme

SHORT_INTERMISSION = 10 * 60
"""In less than this, a hall does not get out and back: no way out makes an intermission shorter."""
INTERMISSION = 15 * 60
"""How long an intermission is that a way out puts in, in seconds."""
INTERMISSION_TITLE = later("Intermission")


def take_out(item: Item) -> WayOut:
    """Take an item out of the programme."""
    return WayOut(
        _("Take out “{title}”", title=title_of(item)), edit=partial(editing.remove, keys=[item.key])
    )


def other_version() -> WayOut:
    """Show another version of the film."""
    return WayOut(_("Choose another version"), Elsewhere.VERSION)


def correct_film() -> WayOut:
    """Type what is known of the film's run-time now."""
    return WayOut(_("Type its run-time on the Films screen"), Elsewhere.FILM)


_CORRECT = {
    SlotField.ACCESS: later("Correct the access"),
    SlotField.DOORS: later("Correct the doors"),
    SlotField.START: later("Correct the start"),
    SlotField.CURFEW: later("Correct the curfew"),
    SlotField.GET_OUT: later("Correct the get-out"),
}


def correct(field: SlotField) -> WayOut:
    """Give the night another time."""
    return WayOut(_(_CORRECT[field]), Elsewhere.NIGHT, field)


def replace_film(item: Item) -> tuple[WayOut, ...]:
    """Show something else in place of a film; nothing for what runs during an intermission, which no proposal touches."""
    if item.kind is not ItemKind.FILM or item.inside is not None:
        return ()
    return (WayOut(_("Replace “{title}”, changing the least", title=title_of(item)), Elsewhere.REPLACE),)


def propose() -> WayOut:
    """Let the programme be filled anew from the library."""
    return WayOut(_("Propose an evening"), Elsewhere.PROPOSE)


def last(item: Item, seconds: int) -> WayOut:
    """Give an item a fixed duration."""
    return WayOut(
        _("Give “{title}” {length}", title=title_of(item), length=clock_text(seconds)),
        edit=partial(editing.set_seconds, key=item.key, seconds=seconds),
    )


def let_follow(item: Item) -> WayOut:
    """Take an item off its pin."""
    return WayOut(
        _("Let “{title}” start when it can", title=title_of(item)),
        edit=partial(editing.pin, key=item.key, at=None),
    )


def pause_in(members: Sequence[TimedItem]) -> WayOut | None:
    """Put an intermission where it halves a part of these items best; None for a part of one item."""
    if len(members) < 2:
        return None
    middle = members[0].start + (members[-1].end - members[0].start) / 2
    behind = min(members[:-1], key=lambda timed: abs(timed.end - middle))
    return WayOut(
        _("Put an intermission behind “{title}”", title=title_of(behind.item)),
        edit=partial(_with_pause, behind=behind.item.key),
    )


def _with_pause(programme: Programme, behind: str) -> Programme:
    position = [item.key for item in programme.items].index(behind) + 1
    pause = Item(editing.new_key(), ItemKind.INTERMISSION, _(INTERMISSION_TITLE), INTERMISSION)
    return editing.insert(programme, position, [pause])


def shortening(evening: Evening, over: int) -> tuple[WayOut, ...]:
    """Ways to end so many seconds earlier: a shorter intermission, the shortest film that is long enough, no pin.

    What comes before a pinned item is left alone: without it people would only wait longer.
    """
    line = evening.line
    last_pin = max((place for place, timed in enumerate(line) if timed.item.pinned is not None), default=0)
    ways = []
    for timed in line[last_pin:]:
        seconds = timed.item.seconds or 0
        pause = timed.item.kind is ItemKind.INTERMISSION and not timed.item.elastic and not timed.stretched
        if pause and seconds - over >= SHORT_INTERMISSION:
            ways.append(last(timed.item, seconds - over))
            break
    films = [timed for timed in line[last_pin:] if timed.item.kind is ItemKind.FILM and timed.seconds >= over]
    if films:
        # What becomes of the gaps is left out: without the film the evening is at least so much shorter.
        ways.append(take_out(min(films, key=lambda timed: timed.seconds).item))
    if line and line[last_pin].waiting >= over:
        ways.append(let_follow(line[last_pin].item))
    if evening.end > evening.slot.must_end:  # else the fit, which knows the slot alone, finds nothing to mend
        ways.append(WayOut(_("Mend it with the fewest changes"), Elsewhere.FIT))
    return tuple(ways)
