"""Taking whole sets from a sweep: the best first, each arranged, and offered to who asked when it has an order."""

from collections.abc import Iterator
from typing import Protocol

from tourdesk.programming.fit.arranging import Arranger
from tourdesk.programming.fit.request import FilmId, Nights
from tourdesk.programming.fit.selection import NO_LIMIT, Selection
from tourdesk.programming.fit.sweep import Leaf
from tourdesk.programming.fit.watch import Watch
from tourdesk.programming.fit.wishes import Wishes

_TRIES = 1_500
_FIRST_TRIES = 300


class Quest(Protocol):
    """Who asked for programmes, and takes them."""

    def threshold(self) -> int:
        """What a programme has to beat."""

    def offer(self, nights: Nights) -> None:
        """A programme that keeps every rule of the branch."""

    def differs(self, films: frozenset[FilmId]) -> bool:
        """Whether a set differs enough from the programmes that it has to differ from."""

    def satisfied(self) -> bool:
        """Whether nothing more has to be found."""

    def empty(self) -> bool:
        """Whether nothing was found yet."""

    def ceiling(self) -> int:
        """What nothing can be worth more than, as far as the asker knows."""

    def takes_any(self) -> bool:
        """Whether the first programme will do, however good."""


class Taker:
    """Takes whole sets from a sweep, arranges them and offers what has an order."""

    def __init__(  # noqa: PLR0913, PLR0917 -- who asks, for what, and how long
        self, quest: Quest, arranger: Arranger, selection: Selection, wishes: Wishes, price: int, watch: Watch
    ) -> None:
        self.quest = quest
        self._arranger = arranger
        self.selection = selection
        self._of_change = wishes.of_change
        self._price = price
        self._watch = watch
        self.failed = 0
        """How many sets had no order."""

    def bar(self) -> int:
        """What a set of this branch has to beat."""
        return self.quest.threshold() + self._price

    def take(self, leaves: Iterator[Leaf], lost: int) -> int:
        """Arrange the sets, the best first; the answer is what later sets must beat."""
        # As long as there is nothing at all, something easier is looked for soon.
        tries = _FIRST_TRIES if self.quest.empty() and not self.failed else _TRIES
        for leaf in leaves:
            if leaf.worth <= self.bar():
                break
            if leaf.worth <= lost:
                # Better ones may have been dropped, so this one proves nothing: not too much is spent on it.
                tries -= 1
                if not tries:
                    break
            films = [self.selection.films[int(i)] for i in leaf.items]
            if not self.quest.differs(frozenset(film.id for film in films)):
                continue
            nights = self._arranger.arrange(films, self._most_moved(leaf), self._watch)
            if nights is None:
                self.failed += 1
            else:
                self.quest.offer(nights)
            if self.quest.satisfied():
                return 1 << 58
        return self.bar()

    def _most_moved(self, leaf: Leaf) -> int:
        """How many films an arrangement may move and still be better than the best known."""
        return (leaf.worth - self.bar() - 1) // self._of_change if self._of_change else NO_LIMIT
