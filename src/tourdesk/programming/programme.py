"""A programme as a plain value: items in order; parts are the stretches between intermissions."""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from tourdesk.library.licences import Licence


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

    `seconds` is None when a run-time is not known. Of a film, `title`, `seconds`, `approximate`, `film_id`,
    `version_name`, `directors`, `ratings`, `advisories`, `copies` and `licences` are its version's and film's, filled in
    by the desk. `gap_after` is None for the programme's own gap.
    """

    key: str
    kind: ItemKind
    title: str
    seconds: int | None
    """Of an elastic item the duration to count with where there is no clock; on the clock it takes what is left."""
    approximate: bool = False
    film_id: int | None = None
    version_id: int | None = None
    version_name: str = ""
    directors: tuple[str, ...] = ()
    gap_after: int | None = None
    script: str = ""
    cue: str = ""
    least_seconds: int | None = None
    most_seconds: int | None = None
    """With `least_seconds` the bounds of an elastic item; both are None for an item of a fixed duration."""
    pinned: time | None = None
    """The venue's clock time at which it starts: its first coming from the evening's start on."""
    inside: str | None = None
    """The key of the intermission during which it runs; in the programme it stands right behind that one."""
    known_seconds: int | None = None
    """A film's run-time when it was put in, or when its change was last taken note of."""
    ratings: tuple[str, ...] = ()
    """As `library.ratings` writes them: `AU: PG`."""
    advisories: tuple[str, ...] = ()
    copies: int | None = None
    """How many copies of the film's version there are; None when the library keeps no copies at all."""
    licences: tuple[Licence, ...] | None = None
    """The film's licences; None when the library keeps none at all."""

    @property
    def elastic(self) -> bool:
        """Whether it takes what is left of the evening, within its bounds."""
        return self.least_seconds is not None and self.most_seconds is not None

    @property
    def bounds(self) -> tuple[int, int]:
        """Least and most seconds; the same twice when its duration is fixed, nothing when it is not known."""
        if self.least_seconds is not None and self.most_seconds is not None:
            return self.least_seconds, self.most_seconds
        return self.seconds or 0, self.seconds or 0


@dataclass(frozen=True, slots=True)
class Master:
    """The master of a variation: the revision that the variation has followed, and the master's revision of now."""

    id: int
    name: str
    followed: int
    revision: int

    @property
    def ahead(self) -> bool:
        """Whether the master was changed since the variation followed it."""
        return self.revision != self.followed


@dataclass(frozen=True, slots=True)
class Programme:
    """An ordered list of items. `gap_seconds` lies between neighbours of a part, unless an item says otherwise.

    `master` is None for a programme that varies no other.
    """

    name: str
    items: tuple[Item, ...] = ()
    gap_seconds: int = 0
    id: int | None = None
    revision: int = 0
    master: Master | None = None

    def with_items(self, items: tuple[Item, ...]) -> "Programme":
        """The same programme with other items."""
        return replace(self, items=items)

    def item(self, key: str) -> Item:
        """The item of a key. Raises KeyError when there is none."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)
