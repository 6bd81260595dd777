"""Editing a programme: every function returns a new programme and leaves the given one as it is.

Positions are the places between items: 0 is before the first item, `len(items)` behind the last.
A key or a position that the programme does not have is a bug (KeyError, IndexError), and so is a
value that no item may have (ValueError): screens offer only what is there.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random, SystemRandom

from tourdesk.programming.programme import Item, Programme

_CHANCE = SystemRandom()


def new_key(chance: Random = _CHANCE) -> str:
    """A key for a new item: twelve hexadecimal digits."""
    return f"{chance.getrandbits(48):012x}"


def insert(programme: Programme, position: int, items: Sequence[Item]) -> Programme:
    """The programme with new items at a position; an intermission among items makes two parts of one.

    Raises ValueError when a key is there already.
    """
    _check_position(programme, position)
    keys = [item.key for item in (*programme.items, *items)]
    if len(set(keys)) < len(keys):
        raise ValueError(f"an item's key comes twice: {keys}")
    before, after = programme.items[:position], programme.items[position:]
    return programme.with_items((*before, *items, *after))


def remove(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme without these items. Where an intermission goes, its two parts become one."""
    _check_keys(programme, keys)
    return programme.with_items(tuple(item for item in programme.items if item.key not in keys))


def move(programme: Programme, keys: Collection[str], position: int) -> Programme:
    """The programme with these items together at a position, in the order in which they stand now.

    The position is counted in the programme as it is before the move, as a hand that drags sees it.
    """
    _check_keys(programme, keys)
    _check_position(programme, position)
    moved = tuple(item for item in programme.items if item.key in keys)
    before = tuple(item for item in programme.items[:position] if item.key not in keys)
    after = tuple(item for item in programme.items[position:] if item.key not in keys)
    return programme.with_items((*before, *moved, *after))


def move_earlier(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme with each of these items one place earlier; those that have no room stay."""
    _check_keys(programme, keys)
    return programme.with_items(_earlier(programme.items, keys))


def move_later(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme with each of these items one place later; those that have no room stay."""
    _check_keys(programme, keys)
    return programme.with_items(_earlier(programme.items[::-1], keys)[::-1])


def set_seconds(programme: Programme, key: str, seconds: int) -> Programme:
    """The programme with another duration of an item. A film's is its version's: ValueError."""
    item = _item(programme, key)
    if item.version_id is not None:
        raise ValueError(f"the run-time of {item.title!r} is its version's")
    return _with(programme, replace(item, seconds=_not_negative(seconds)))


def set_gap(programme: Programme, key: str, seconds: int | None) -> Programme:
    """The programme with an item's own gap behind it; None gives it the programme's usual gap again."""
    gap = None if seconds is None else _not_negative(seconds)
    return _with(programme, replace(_item(programme, key), gap_after=gap))


def set_usual_gap(programme: Programme, seconds: int) -> Programme:
    """The programme with another gap between neighbours of a part."""
    return replace(programme, gap_seconds=_not_negative(seconds))


def set_title(programme: Programme, key: str, title: str) -> Programme:
    """The programme with another title of an item. A film's is the film's: ValueError."""
    item = _item(programme, key)
    if item.version_id is not None:
        raise ValueError(f"the title of {item.title!r} is the film's")
    return _with(programme, replace(item, title=title))


def set_script(programme: Programme, key: str, script: str) -> Programme:
    """The programme with other words for the MC at an item."""
    return _with(programme, replace(_item(programme, key), script=script))


def set_cue(programme: Programme, key: str, cue: str) -> Programme:
    """The programme with another cue for the projectionist at an item."""
    return _with(programme, replace(_item(programme, key), cue=cue))


def _earlier(items: tuple[Item, ...], keys: Collection[str]) -> tuple[Item, ...]:
    row = list(items)
    for place in range(1, len(row)):
        if row[place].key in keys and row[place - 1].key not in keys:
            row[place - 1], row[place] = row[place], row[place - 1]
    return tuple(row)


def _item(programme: Programme, key: str) -> Item:
    for item in programme.items:
        if item.key == key:
            return item
    raise KeyError(key)


def _with(programme: Programme, changed: Item) -> Programme:
    return programme.with_items(
        tuple(changed if item.key == changed.key else item for item in programme.items)
    )


def _check_keys(programme: Programme, keys: Collection[str]) -> None:
    known = {item.key for item in programme.items}
    for key in keys:
        if key not in known:
            raise KeyError(key)


def _check_position(programme: Programme, position: int) -> None:
    if not 0 <= position <= len(programme.items):
        raise IndexError(f"position {position} in a programme of {len(programme.items)} items")


def _not_negative(seconds: int) -> int:
    if seconds < 0:
        raise ValueError(f"{seconds} seconds")
    return seconds
