"""A variation takes over what was changed in its master: a three-way merge by item keys.

What the variation changed itself stays; what it left alone becomes as the master has it. Where both changed the same
thing differently, the variation's stays and is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tourdesk.foundation.language import _
from tourdesk.programming.difference import OWN
from tourdesk.programming.findings import title_of
from tourdesk.programming.nesting import settled
from tourdesk.programming.programme import Item, Programme

_TOGETHER = (
    ("kind", "version_id"),
    ("seconds", "least_seconds", "most_seconds"),
    ("pinned", "inside"),
)
"""Fields that say one thing between them: what lasts so long is not elastic, what runs during an intermission is not pinned."""
_GROUPS = (*_TOGETHER, *((name,) for name in OWN if not any(name in group for group in _TOGETHER)))
_OF_THE_VERSION = ("title", "seconds", "known_seconds")
"""A film's title and run-time come with its version."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The variation with the master's changes; `kept` says in a sentence each where both had changed something."""

    programme: Programme
    kept: tuple[str, ...]


def merged(base: Programme, variation: Programme, master: Programme) -> Merged:
    """The variation with what the master changed since `base`, the state of it that the variation has followed."""
    was, mine, theirs = ({item.key: item for item in one.items} for one in (base, variation, master))
    kept: list[str] = []
    items: dict[str, Item] = {}
    for key, item in mine.items():
        if key in theirs:
            items[key] = _merged_item(was.get(key, item), item, theirs[key], kept)
        elif key not in was:
            items[key] = item
        elif _own(item, OWN) != _own(was[key], OWN):
            items[key] = item
            kept.append(
                _(
                    "“{title}” was taken out of the master; it stays, because it was changed here.",
                    title=title_of(item),
                )
            )
    for key, item in theirs.items():
        if key not in was and key not in items:
            items[key] = item
        elif key in was and key not in mine and _own(item, OWN) != _own(was[key], OWN):
            kept.append(
                _(
                    "“{title}” was changed in the master; it stays out, because it was taken out here.",
                    title=title_of(item),
                )
            )
    row = _order(list(was), list(mine), list(theirs), items, kept)
    gap = variation.gap_seconds if variation.gap_seconds != base.gap_seconds else master.gap_seconds
    if gap != master.gap_seconds != base.gap_seconds:
        kept.append(_("The gap between films was changed in the master and here; it stays as it is here."))
    return Merged(replace(variation, items=settled(items[key] for key in row), gap_seconds=gap), tuple(kept))


def _own(item: Item, fields: Iterable[str]) -> dict[str, Any]:
    """What an item says itself; a film's title and run-time are no change of the programme."""
    left_out = {"title", "seconds"} if item.version_id is not None else set()
    return {name: getattr(item, name) for name in fields if name not in left_out}


def _merged_item(was: Item, mine: Item, theirs: Item, kept: list[str]) -> Item:
    item = mine
    clashed = False
    for fields in _GROUPS:
        before, here, there = (_own(one, fields) for one in (was, mine, theirs))
        if there in (before, here):
            continue
        if here == before:
            taken = (*fields, *_OF_THE_VERSION) if "version_id" in fields else fields
            item = replace(item, **{name: getattr(theirs, name) for name in taken})
        else:
            clashed = True
    if clashed:
        kept.append(
            _("“{title}” was changed in the master and here; it stays as it is here.", title=title_of(mine))
        )
    return item


def _order(
    was: Sequence[str], mine: Sequence[str], theirs: Sequence[str], there: Iterable[str], kept: list[str]
) -> list[str]:
    """The keys that are there: in the master's order where the variation kept the old one, else in the variation's."""
    wanted = set(there)
    common = [key for key in was if key in wanted and key in mine and key in theirs]
    here, others = ([key for key in row if key in common] for row in (mine, theirs))
    leading, added = (theirs, mine) if here == common else (mine, theirs)
    if common not in (here, others) and here != others:
        kept.append(_("The order was changed in the master and here; it stays as it is here."))
    row = [key for key in leading if key in wanted]
    for place, key in enumerate(added):
        if key in wanted and key not in row:
            # Behind what it stands behind where it comes from.
            before = next((one for one in reversed(added[:place]) if one in row), None)
            row.insert(row.index(before) + 1 if before is not None else 0, key)
    return row
