"""Edits that name themselves: each returns the changed programme with the words for undo and redo.

They are the functions of `editing` with a name to each; what raises there raises here.
"""

from collections.abc import Collection, Sequence
from datetime import time
from typing import NamedTuple

from tourdesk.foundation.dates import time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_
from tourdesk.programming import editing
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import Item, ItemKind, Programme


class Step(NamedTuple):
    """A change of a programme under the name that undo shows."""

    name: str
    programme: Programme


def split(programme: Programme, position: int, intermission: Item) -> Step:
    """Split a part in two: an intermission at a position. Raises ValueError when the item is none."""
    if intermission.kind is not ItemKind.INTERMISSION:
        raise ValueError(f"{intermission.title!r} is no intermission")
    behind = programme.items[position - 1] if position else None
    name = _("Split at the start") if behind is None else _("Split behind “{title}”", title=title_of(behind))
    return Step(name, editing.insert(programme, position, [intermission]))


def merge(programme: Programme, intermission: str) -> Step:
    """Make one part of the two on either side of an intermission; what ran during it runs on its own."""
    item = programme.item(intermission)
    if item.kind is not ItemKind.INTERMISSION:
        raise ValueError(f"{item.title!r} is no intermission")
    return Step(
        _("Merge the parts around “{title}”", title=title_of(item)), editing.remove(programme, [intermission])
    )


def swap(programme: Programme, one: str, other: str) -> Step:
    """Exchange the places of two items."""
    titles = [title_of(programme.item(key)) for key in (one, other)]
    return Step(
        _("Swap “{title}” and “{other}”", title=titles[0], other=titles[1]),
        editing.swap(programme, one, other),
    )


def move(programme: Programme, keys: Collection[str], position: int) -> Step:
    """Move several items together to a position."""
    changed = editing.move(programme, keys, position)
    if len(keys) == 1:
        return Step(_("Move “{title}”", title=_title(programme, keys)), changed)
    return Step(n_("Move {n} item", "Move {n} items", len(keys)), changed)


def copy_in(programme: Programme, position: int, items: Sequence[Item], source: str) -> Step:
    """Put copies of another programme's items in, with keys of their own; `source` is that programme's name."""
    changed = editing.insert(programme, position, editing.copies(items))
    if len(items) == 1:
        name = _("Copy “{title}” from “{source}”", title=title_of(items[0]), source=source)
    else:
        name = n_(
            "Copy {n} item from “{source}”", "Copy {n} items from “{source}”", len(items), source=source
        )
    return Step(name, changed)


def fix(programme: Programme, key: str, seconds: int) -> Step:
    """Give an item a fixed duration, elastic or not before."""
    return Step(
        _("Give “{title}” {length}", title=_title(programme, [key]), length=clock_text(seconds)),
        editing.set_seconds(programme, key, seconds),
    )


def stretch(programme: Programme, key: str, least: int, most: int) -> Step:
    """Make an item elastic: it takes what is left of the evening, within these seconds."""
    return Step(
        _(
            "Let “{title}” take {least} to {most}",
            title=_title(programme, [key]),
            least=clock_text(least),
            most=clock_text(most),
        ),
        editing.set_bounds(programme, key, least, most),
    )


def pin(programme: Programme, key: str, at: time | None) -> Step:
    """Pin an item to a clock time of the venue; None lets it follow the one before."""
    title = _title(programme, [key])
    name = (
        _("Let “{title}” start when it can", title=title)
        if at is None
        else _("Pin “{title}” to {at}", title=title, at=time_text(at))
    )
    return Step(name, editing.pin(programme, key, at))


def nest(programme: Programme, keys: Collection[str], host: str) -> Step:
    """Let items run during an intermission."""
    changed = editing.nest(programme, keys, host)
    intermission = title_of(programme.item(host))
    if len(keys) == 1:
        name = _("Show “{title}” during “{host}”", title=_title(programme, keys), host=intermission)
    else:
        name = n_(
            "Show {n} item during “{host}”", "Show {n} items during “{host}”", len(keys), host=intermission
        )
    return Step(name, changed)


def unnest(programme: Programme, key: str) -> Step:
    """Let an item follow its intermission instead of running during it."""
    return Step(
        _("Show “{title}” after the intermission", title=_title(programme, [key])),
        editing.unnest(programme, key),
    )


def acknowledge(programme: Programme, keys: Collection[str]) -> Step:
    """Take note of the run-times that films have now."""
    changed = editing.acknowledge(programme, keys)
    if len(keys) == 1:
        return Step(_("Take note of “{title}”", title=_title(programme, keys)), changed)
    return Step(n_("Take note of {n} run-time", "Take note of {n} run-times", len(keys)), changed)


def detach(programme: Programme) -> Step:
    """Let a variation vary its master no more."""
    master = programme.master.name if programme.master is not None else ""
    return Step(_("Detach it from “{master}”", master=master), editing.detach(programme))


def _title(programme: Programme, keys: Collection[str]) -> str:
    (key,) = keys
    return title_of(programme.item(key))
