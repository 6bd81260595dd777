"""A programme as a plain value: items in order; parts are the stretches between intermissions."""

from dataclasses import dataclass, replace
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item of a programme is."""

    FILM = "film"
    INTERMISSION = "intermission"
    WELCOME = "welcome"
    QA = "qa"
    SPONSOR_SPOT = "sponsor_spot"
    TRAILER = "trailer"
    RAFFLE = "raffle"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `key` stays with it while it is moved.

    `seconds` is None when a film's run-time is not known; of a film, `seconds`, `approximate` and
    `directors` are its version's and film's, filled in by the desk. `gap_after` is None for the
    programme's own gap.
    """

    key: str
    kind: ItemKind
    title: str
    seconds: int | None
    approximate: bool = False
    film_id: int | None = None
    version_id: int | None = None
    version_name: str = ""
    directors: tuple[str, ...] = ()
    gap_after: int | None = None
    script: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """An ordered list of items. `gap_seconds` lies between neighbours of a part, unless an item says otherwise."""

    name: str
    items: tuple[Item, ...] = ()
    gap_seconds: int = 0
    id: int | None = None
    revision: int = 0

    def with_items(self, items: tuple[Item, ...]) -> "Programme":
        """The same programme with other items."""
        return replace(self, items=items)
