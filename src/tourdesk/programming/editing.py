"""Editing a programme: every function returns a new programme and leaves the given one as it is.

Positions are the places between items: 0 is before the first item, `len(items)` behind the last.
A key or a position that the programme does not have is a bug (KeyError, IndexError), and so is a
value that no item may have (ValueError): screens offer only what is there.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import time
from random import Random, SystemRandom

from tourdesk.programming.nesting import hosts, settled, units
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
    return programme.with_items(settled((*before, *items, *after)))


def copies(items: Iterable[Item], chance: Random = _CHANCE) -> tuple[Item, ...]:
    """Items to be put into a programme once more, or into another one: with keys of their own, pinned to no time.

    What runs during an intermission stays in it when that one is copied too. A film is known with its run-time of now.
    """
    given = tuple(items)
    keys = {item.key: new_key(chance) for item in given}
    return tuple(
        replace(
            item,
            key=keys[item.key],
            pinned=None,
            inside=keys.get(item.inside or ""),
            known_seconds=item.seconds if item.version_id is not None else None,
        )
        for item in given
    )


def remove(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme without these items. Where an intermission goes, its two parts become one.

    What ran during that intermission runs on its own, unless it is removed too.
    """
    _check_keys(programme, keys)
    return programme.with_items(settled(item for item in programme.items if item.key not in keys))


def move(programme: Programme, keys: Collection[str], position: int) -> Programme:
    """The programme with these items together at a position, in the order in which they stand now.

    The position is counted in the programme as it is before the move, as a hand that drags sees it. An intermission
    takes along what runs during it; what is taken out of an intermission runs on its own from then on.
    """
    _check_keys(programme, keys)
    _check_position(programme, position)
    taken = {item.key for item in programme.items if item.key in keys or item.inside in keys}
    moved = [item for item in programme.items if item.key in taken]
    before = [item for item in programme.items[:position] if item.key not in taken]
    after = [item for item in programme.items[position:] if item.key not in taken]
    host = (before[-1].inside or before[-1].key) if before else None
    row = (*before, *(_let_go(item, taken, host) for item in moved), *after)
    return programme.with_items(settled(row))


def _let_go(item: Item, taken: Collection[str], host: str | None) -> Item:
    """A moved item, out of its intermission unless that was moved with it, or is the one behind which it lands."""
    if item.inside is None or item.inside in taken or item.inside == host:
        return item
    return replace(item, inside=None)


def move_earlier(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme with each of these items one place earlier; those that have no room stay.

    An intermission and what runs during it are one place; what runs during it moves among its like.
    """
    return _stepped(programme, keys, _earlier)


def move_later(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme with each of these items one place later; those that have no room stay."""
    return _stepped(programme, keys, _later)


def swap(programme: Programme, one: str, other: str) -> Programme:
    """The programme with two items in each other's places; an intermission keeps what runs during it.

    Raises ValueError when an intermission would come into an intermission.
    """
    first, second = programme.item(one), programme.item(other)
    there = hosts(programme.items)
    if first.inside != second.inside and (first.key in there or second.key in there):
        raise ValueError(f"an intermission cannot run during another: {one}, {other}")
    places = {
        one: replace(second, inside=first.inside),
        other: replace(first, inside=second.inside),
    }
    return programme.with_items(settled(places.get(item.key, item) for item in programme.items))


def nest(programme: Programme, keys: Collection[str], host: str) -> Programme:
    """The programme with these items running during an intermission, behind what runs in it already.

    Raises ValueError when the host is no intermission, or an intermission is among the items.
    """
    _check_keys(programme, [*keys, host])
    there = hosts(programme.items)
    if host not in there or there & set(keys):
        raise ValueError(f"{sorted(keys)} cannot run during {host}")
    moved = tuple(replace(item, inside=host) for item in programme.items if item.key in keys)
    rest = (item for item in programme.items if item.key not in keys)
    return programme.with_items(settled((*rest, *moved)))


def unnest(programme: Programme, key: str) -> Programme:
    """The programme with an item that follows its intermission instead of running during it."""
    item = programme.item(key)
    return programme.with_items(settled(_with(programme, replace(item, inside=None)).items))


def set_seconds(programme: Programme, key: str, seconds: int) -> Programme:
    """The programme with a fixed duration of an item, elastic or not before. A film's is its version's: ValueError."""
    item = _no_film(programme, key)
    fixed = replace(item, seconds=_not_negative(seconds), least_seconds=None, most_seconds=None)
    return _with(programme, fixed)


def set_bounds(programme: Programme, key: str, least: int, most: int) -> Programme:
    """The programme with an elastic item, which takes what is left of the evening within these seconds.

    Raises ValueError for a film, whose run-time is its version's, and when the most is less than the least.
    """
    item = _no_film(programme, key)
    if not 0 <= least <= most:
        raise ValueError(f"from {least} to {most} seconds")
    seconds = min(max(item.seconds or 0, least), most)
    return _with(programme, replace(item, seconds=seconds, least_seconds=least, most_seconds=most))


def pin(programme: Programme, key: str, at: time | None) -> Programme:
    """The programme with an item that starts at a clock time of the venue; None lets it follow the one before.

    Raises ValueError for an item that runs during an intermission: it starts with that one.
    """
    item = programme.item(key)
    if item.inside is not None:
        raise ValueError(f"{item.title!r} starts with its intermission")
    return _with(programme, replace(item, pinned=at))


def set_version(programme: Programme, key: str, film: Item) -> Programme:
    """The programme with an item that shows another version, or another film; `film` is as the desk makes items.

    Its place, its gap, its pin and what is said and done at it stay.
    """
    item = programme.item(key)
    return _with(
        programme,
        replace(
            film,
            key=key,
            gap_after=item.gap_after,
            script=item.script,
            cue=item.cue,
            pinned=item.pinned,
            inside=item.inside,
        ),
    )


def acknowledge(programme: Programme, keys: Collection[str]) -> Programme:
    """The programme with the run-times that these films have now taken note of."""
    _check_keys(programme, keys)
    return programme.with_items(
        tuple(
            replace(item, known_seconds=item.seconds) if item.key in keys else item
            for item in programme.items
        )
    )


def detach(programme: Programme) -> Programme:
    """The programme on its own: it varies its master no more."""
    return replace(programme, master=None)


def set_gap(programme: Programme, key: str, seconds: int | None) -> Programme:
    """The programme with an item's own gap behind it; None gives it the programme's usual gap again."""
    gap = None if seconds is None else _not_negative(seconds)
    return _with(programme, replace(programme.item(key), gap_after=gap))


def set_usual_gap(programme: Programme, seconds: int) -> Programme:
    """The programme with another gap between neighbours of a part."""
    return replace(programme, gap_seconds=_not_negative(seconds))


def set_title(programme: Programme, key: str, title: str) -> Programme:
    """The programme with another title of an item. A film's is the film's: ValueError."""
    item = programme.item(key)
    if item.version_id is not None:
        raise ValueError(f"the title of {item.title!r} is the film's")
    return _with(programme, replace(item, title=title))


def set_script(programme: Programme, key: str, script: str) -> Programme:
    """The programme with other words for the MC at an item."""
    return _with(programme, replace(programme.item(key), script=script))


def set_cue(programme: Programme, key: str, cue: str) -> Programme:
    """The programme with another cue for the projectionist at an item."""
    return _with(programme, replace(programme.item(key), cue=cue))


def _stepped(
    programme: Programme,
    keys: Collection[str],
    step: Callable[[list[tuple[Item, ...]], Collection[str]], None],
) -> Programme:
    _check_keys(programme, keys)
    row = units(programme.items)
    step(row, keys)
    items: list[Item] = []
    for host, *during in row:
        inner: list[tuple[Item, ...]] = [(item,) for item in during]
        step(inner, keys)
        items += [host, *(item for unit in inner for item in unit)]
    return programme.with_items(tuple(items))


def _earlier(row: list[tuple[Item, ...]], keys: Collection[str]) -> None:
    for place in range(1, len(row)):
        if row[place][0].key in keys and row[place - 1][0].key not in keys:
            row[place - 1], row[place] = row[place], row[place - 1]


def _later(row: list[tuple[Item, ...]], keys: Collection[str]) -> None:
    row.reverse()
    _earlier(row, keys)
    row.reverse()


def _no_film(programme: Programme, key: str) -> Item:
    item = programme.item(key)
    if item.version_id is not None:
        raise ValueError(f"the run-time of {item.title!r} is its version's")
    return item


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
