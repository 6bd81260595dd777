"""How two states of a programme differ: a variation and its master, what was published and what it is now."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar

from tourdesk.programming.programme import Item, Programme

T = TypeVar("T")

OWN = (
    "kind",
    "title",
    "version_id",
    "seconds",
    "least_seconds",
    "most_seconds",
    "pinned",
    "inside",
    "gap_after",
    "script",
    "cue",
)
"""What an item says itself. Of a film `title` and `seconds` are the library's."""
OF_FILM = ("version_name", "approximate", "directors")
"""What the library says of a film's item beside."""


@dataclass(frozen=True, slots=True)
class Change:
    """An item that is in both states: the names of its fields that differ (of `Item`), and the item in both."""

    fields: tuple[str, ...]
    before: Item
    after: Item


@dataclass(frozen=True, slots=True)
class Difference:
    """What is other in a later state than in an earlier one; items are matched by their keys.

    `moved` are the fewest items that need moving to come from the one order to the other. `gap` and `name` are what
    stood before and what stands after, None where it is the same.
    """

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    moved: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    gap: tuple[int, int] | None = None
    name: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.moved, self.changed, self.gap, self.name))


def difference(before: Programme, after: Programme) -> Difference:
    """How the later programme differs from the earlier one."""
    had = {item.key: item for item in before.items}
    has = {item.key: item for item in after.items}
    kept = _longest_in_order([key for key in had if key in has], [key for key in has if key in had])
    changes = ((_changed_fields(had[key], item), had[key], item) for key, item in has.items() if key in had)
    return Difference(
        added=tuple(item for key, item in has.items() if key not in had),
        removed=tuple(item for key, item in had.items() if key not in has),
        moved=tuple(item for key, item in has.items() if key in had and key not in kept),
        changed=tuple(Change(fields, was, item) for fields, was, item in changes if fields),
        gap=_pair(before.gap_seconds, after.gap_seconds),
        name=_pair(before.name, after.name),
    )


def _pair(before: T, after: T) -> tuple[T, T] | None:
    return None if before == after else (before, after)


def _changed_fields(before: Item, after: Item) -> tuple[str, ...]:
    return tuple(name for name in (*OWN, *OF_FILM) if getattr(before, name) != getattr(after, name))


def _longest_in_order(before: list[str], after: list[str]) -> set[str]:
    """The most keys that stand in the same order in both, which hold the same keys."""
    place = {key: number for number, key in enumerate(before)}
    ends: list[int] = []  # the least place at which a run of each length ends
    runs: list[int] = []
    for key in after:
        length = bisect_left(ends, place[key])
        ends[length : length + 1] = [place[key]]
        runs.append(length)
    kept = set()
    wanted = len(ends) - 1
    for key, length in zip(reversed(after), reversed(runs), strict=True):
        if length == wanted:
            kept.add(key)
            wanted -= 1
    return kept
