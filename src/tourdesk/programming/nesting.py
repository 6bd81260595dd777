"""Items that run during an intermission: where they stand in a programme, and what becomes of them when it goes."""

from collections.abc import Iterable
from dataclasses import replace

from tourdesk.programming.programme import Item, ItemKind


def hosts(items: Iterable[Item]) -> set[str]:
    """The keys of the intermissions in which something can run: those that are in none themselves."""
    return {item.key for item in items if item.kind is ItemKind.INTERMISSION and item.inside is None}


def settled(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with those of an intermission right behind it, in their order.

    An item whose intermission is gone runs on its own, at the place where it stands; one that runs during an
    intermission starts with that, and is pinned to no time.
    """
    given = tuple(items)
    if all(item.inside is None for item in given):
        return given
    there = hosts(given)
    nested: dict[str, list[Item]] = {}
    for item in given:
        if item.inside in there:
            nested.setdefault(item.inside or "", []).append(replace(item, pinned=None))
    row: list[Item] = []
    for item in given:
        if item.inside in there:
            continue
        row += [item if item.inside is None else replace(item, inside=None), *nested.get(item.key, ())]
    return tuple(row)


def units(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """Settled items as what moves together: an item alone, or an intermission with all that runs in it."""
    found: list[list[Item]] = []
    for item in items:
        if item.inside is not None and found:
            found[-1].append(item)
        else:
            found.append([item])
    return [tuple(unit) for unit in found]
