"""One way to decide the soft rules: a selection with its prices, searched until nothing better is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import numpy.typing as npt

from tourdesk.programming.fit.arranging import Arranger
from tourdesk.programming.fit.checker import judge
from tourdesk.programming.fit.closing import MOST_CLOSED, MOST_PAIRED
from tourdesk.programming.fit.dividing import Divider
from tourdesk.programming.fit.relaxation import NOTHING, Certificates, Prices, impossible, relax
from tourdesk.programming.fit.request import Film, FilmId, Nights, Request, films_of
from tourdesk.programming.fit.selection import MOST_CLASSES, NO_LIMIT, Ints, Row, Selection, select
from tourdesk.programming.fit.sweep import Leaf, OnLeaves, Sweep
from tourdesk.programming.fit.table import Table
from tourdesk.programming.fit.taking import Quest, Taker
from tourdesk.programming.fit.watch import Watch
from tourdesk.programming.fit.wishes import Wishes

_CORE = 64
_GROWTH = 4
_NARROW = 1_000
_WIDE = 40_000
_WIDER = 6
_FEW_SECONDS = 300
"""Where nothing but so many seconds is to be won, the last films are looked up by their length."""
_LOOSER = (0.98, 0.94, 0.85)
_FIRST_SECONDS = 8
_FURTHER = 8
_TRIES = 300
"""So many sets of one number of films without an order, and something is looked for among other numbers first."""
_ENDLESS = 1 << 60


class _FullError(Exception):
    """More sets than were asked for."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is worked out once for a branch."""

    selection: Selection
    prices: Prices
    certificate: Certificates
    first: dict[FilmId, int]
    """The item that is the first showing of a film."""


class Branch:
    """A request whose soft rules are all priced rows; `price` is what giving up the others costs."""

    def __init__(self, request: Request, wishes: Wishes, price: int, watch: Watch) -> None:
        self.price = price
        self.request = request
        self._wishes = wishes
        self._watch = watch
        self._arranger = Arranger(request, self._worth)
        self._ground: _Ground | None = None
        self._stood = films_of(request.start_from or ()) if wishes.of_change else frozenset()
        self._divider: Divider | None = None
        self.ready = False
        self.limit: int | None = None
        """What nothing more that is asked for is worth more than, its price not yet paid, where a search showed that."""
        # How many sets at once the last proof took: that of the next alternative will hardly take fewer.
        self._width = _NARROW
        self._tables: list[Table] = []
        self.blamed: frozenset[str] | None = None

    def _worth(self, nights: Nights) -> int:
        return self._wishes.worth(judge(self.request, nights).objective(self.request))

    def ground(self) -> _Ground | None:
        """The selection and its prices; None when nothing is possible in this branch."""
        if not self.ready:
            self.ready = True
            selection = select(self.request, self._wishes)
            self._ground = None if selection is None else self._relaxed(selection)
        return self._ground

    def _relaxed(self, selection: Selection) -> _Ground | None:
        relaxed = relax(selection)
        prices = relaxed.prices
        if not relaxed.solved:
            if impossible(selection, prices):
                rows = zip(selection.rows, prices.rows, strict=True)
                self.blamed = frozenset(row.rule for row, price in rows if abs(price) > 1e-9)
                return None
            # Prices of nothing are true as well; the sweep decides.
            prices = Prices(0.0, np.zeros(len(selection.rows)))
        first = {film.id: i for i, film in reversed(list(enumerate(selection.films)))}
        return _Ground(
            selection,
            prices,
            Certificates(selection, prices, float(self._wishes.of_second), self._wishes.span),
            first,
        )

    def most(self) -> int:
        """What nothing in this branch is worth more than, its price not yet paid; NOTHING when nothing is possible."""
        ground = self.ground()
        upper = NOTHING if ground is None else int(ground.certificate.upper.max())
        return upper if self.limit is None else min(upper, self.limit)

    def found(self) -> list[Nights]:
        """The programmes found so far, whatever they are worth."""
        return self._arranger.found()

    def arranged(self, films: list[Film], most: int) -> Nights | None:
        """A programme of exactly these films, None when there is none that moves at most so many."""
        return self._arranger.arrange(films, most, self._watch)

    def every_set(self, threshold: int, most: int) -> list[Leaf] | None:
        """Every set worth more than the threshold, whether it has an order or not; None when they are more than `most`."""
        ground = self.ground()
        found: list[Leaf] = []

        def take(leaves: Iterator[Leaf], _: int) -> int:
            found.extend(leaves)
            if len(found) > most:
                raise _FullError
            return threshold

        if ground is None:
            return found
        try:
            for at in np.flatnonzero(ground.certificate.classes(threshold)).tolist():
                self._every_set_of(ground, at, threshold, take)
        except _FullError:
            return None
        return found

    def search(self, quest: Quest, apart: list[frozenset[FilmId]]) -> None:
        """Offer what is better than the best known, until nothing in this branch is: that is the proof."""
        for _ in self.steps(quest, apart):
            pass

    def steps(self, quest: Quest, apart: list[frozenset[FilmId]]) -> Iterator[bool]:
        """The same step by step, and of each whether it searched all that it set out to; then `limit` is lower.

        The best is mostly worth hardly less than the bound: what is far below it is searched only when all that is
        better was, so that few sets are looked at and the first that has an order is the best.
        """
        ground = self.ground()
        if ground is None:
            return
        selection = _apart_rows(ground, apart, self.request.different_by)
        taker = Taker(quest, self._arranger, selection, self._wishes, self.price, self._watch)
        self._offer_found(quest)
        size, width = _CORE, _NARROW
        reach = _ENDLESS if quest.takes_any() else self._first_reach()
        by_class = self.request.prefer[0] == "fill" and selection.counted
        while self._hopeful(taker, self.most()):
            upper = min(self.most(), quest.ceiling() + self.price)
            aim = max(taker.bar(), upper - reach)
            alive = ground.certificate.survivors(aim) & ~selection.forced
            classes = np.flatnonzero(ground.certificate.classes(aim))
            if by_class and (size > _CORE or len(classes) > MOST_CLASSES):
                yield from self._class_by_class(ground, taker, apart, begun=size > _CORE)
                return
            table = self._table_of(ground, alive, classes, size, rough=quest.takes_any())
            whole = not np.setdiff1d(np.flatnonzero(alive), table.items).size
            limit = width if width <= _WIDE or not whole else None
            # Of few items each is decided as quickly as looked up.
            tight = size > _CORE and upper - aim < _FEW_SECONDS * self._wishes.of_second
            sweep = self._sweep(selection, table, classes, tight=tight)
            top = sweep.top() if whole else upper
            if top <= aim < upper:
                self.limit = aim
                continue
            aim = max(aim, top - reach)
            lost = sweep.run(aim, taker.take, self._watch, limit)
            searched = whole and lost <= max(aim, taker.bar())
            if searched:
                self._width = width
                if aim <= taker.bar():
                    return
                self.limit = aim
                reach *= _FURTHER
            elif aim > taker.bar():
                # Not all was searched, and nothing so good was found: now whatever is better than the best known.
                reach = _ENDLESS
            else:
                if quest.empty() and taker.failed and width == _NARROW:
                    self._find_any(ground, table, taker)
                if whole:
                    width = max(width * _WIDER, self._width)
                else:
                    size, width = size * _GROWTH, width * 2
            yield searched

    def _offer_found(self, quest: Quest) -> None:
        for nights in self.found():
            self._watch.check()
            if quest.differs(films_of(nights)):
                quest.offer(nights)

    def _first_reach(self) -> int:
        first = self.request.prefer[0]
        return self._wishes.of_first * (_FIRST_SECONDS if first == "fill" else 1)

    def _sweep(self, selection: Selection, table: Table, classes: Ints, *, tight: bool = False) -> Sweep:
        if self._divider is None:
            self._divider = Divider(self.request, selection.films, self._wishes.of_change)
        sieve = self._divider.in_order if tight else self._divider.by_lengths
        return Sweep(selection, table, classes, sieve, tight=tight)

    def _class_by_class(
        self, ground: _Ground, taker: Taker, apart: list[frozenset[FilmId]], *, begun: bool
    ) -> Iterator[bool]:
        """Search one number of showings after the other, what may hold the best first, each of them whole.

        Where filling counts most, few films leave the fewest gaps: it is quickly seen what so few can fill.
        """
        if not begun:
            # Whoever asks finds some programme elsewhere first: one number after the other takes its time.
            yield False
        upper = ground.certificate.upper
        classes = np.argsort(-upper, kind="stable").tolist()
        # Nothing but what leaves next to nothing over: that is mostly there, and ends the search of all numbers.
        for at in classes:
            for size in (_CORE * _GROWTH, _CORE * _GROWTH**2):
                aim = max(taker.bar(), int(upper[at]) - self._first_reach())
                if self._hopeful(taker, upper[at]) and aim > taker.bar():
                    self._search_class(ground, taker, at, size, _NARROW, tight=True, aim=aim, tries=_TRIES)
        # For an alternative, the programmes found before are as good a start.
        for at in classes if taker.quest.empty() or not apart else ():
            if self._hopeful(taker, upper[at]):
                self._search_class(ground, taker, at, _CORE * _GROWTH, _NARROW, tight=False, tries=_TRIES)
        for at in classes:
            size, width = _CORE * _GROWTH, _NARROW
            while self._hopeful(taker, upper[at]):
                if self._search_class(ground, taker, at, size, width, tight=True):
                    break
                size, width = size * _GROWTH, width * _WIDER

    def _hopeful(self, taker: Taker, upper: int) -> bool:
        upper = upper if self.limit is None else min(upper, self.limit)
        return not taker.quest.satisfied() and upper > taker.bar()

    def _search_class(  # noqa: PLR0913 -- how far, and how
        self,
        ground: _Ground,
        taker: Taker,
        at: int,
        size: int,
        width: int,
        *,
        tight: bool,
        aim: int = NOTHING,
        tries: int = NO_LIMIT,
    ) -> bool:
        """Search the best-ranked items of one class; whether nothing better than the best known, or the aim, is left in it.

        After so many `tries` that had no order it is given up, and the answer means nothing.
        """
        classes = np.array([at])
        aim = max(aim, taker.bar())
        alive = ground.certificate.survivors_of(at, aim) & ~taker.selection.forced
        blind = tight and size > _CORE * _GROWTH and self._few(ground, at, alive)
        table = (
            self._blind(ground, alive, classes)
            if blind
            else self._table_of(ground, alive, classes, size, rough=taker.quest.takes_any())
        )
        whole = not np.setdiff1d(np.flatnonzero(alive), table.items).size
        limit = width if width <= _WIDE or not whole else None
        sweep = self._sweep(taker.selection, table, classes, tight=tight)
        upper = int(ground.certificate.upper[at])

        failed = taker.failed

        def take(leaves: Iterator[Leaf], lost: int) -> int:
            # The sweep does not know what the gaps of so many showings leave; prices of rules may let it hope for more.
            bar = taker.take(islice(leaves, failed + tries - taker.failed), lost)
            return _ENDLESS if bar >= upper or taker.failed - failed >= tries else bar

        lost = sweep.run(aim, take, self._watch, limit)
        return whole and lost <= max(aim, taker.bar())

    def _every_set_of(self, ground: _Ground, at: int, threshold: int, take: OnLeaves) -> None:
        classes = np.array([at])
        alive = ground.certificate.survivors_of(at, threshold) & ~ground.selection.forced
        table = (
            self._blind(ground, alive, classes)
            if self._few(ground, at, alive)
            else self._table_of(ground, alive, classes, len(alive), rough=False)
        )
        self._sweep(ground.selection, table, classes, tight=True).run(threshold, take, self._watch)

    @staticmethod
    def _few(ground: _Ground, at: int, alive: npt.NDArray[np.bool_]) -> bool:
        """Whether the free items of a class are so few that all of them are looked up at once."""
        selection = ground.selection
        free = int(selection.counts[at]) - int(selection.forced.sum())
        # Showings of one film, and sets of any size, are not looked up by their length.
        known = selection.counted and not selection.follows.any()
        return known and free <= MOST_CLOSED and int(alive.sum()) <= MOST_PAIRED

    def _blind(self, ground: _Ground, alive: npt.NDArray[np.bool_], classes: Ints) -> Table:
        order = self._in_order(ground, np.flatnonzero(alive))
        return Table(ground.selection, ground.prices, order, classes, self._watch, blind=True)

    def _find_any(self, ground: _Ground, core: Table, taker: Taker) -> None:
        """Offer something, where the fullest sets could not be arranged: sets that leave room are easier to."""
        whole = taker.selection
        for share in _LOOSER:
            room = (whole.room * share).astype(np.int64)
            # The table knows prices of the ground's rows only, not of the sets to differ from.
            table = Table(
                replace(ground.selection, room=room), core.prices, core.items, core.classes, self._watch
            )
            taker.selection = replace(whole, room=room)
            self._sweep(taker.selection, table, core.classes).run(
                taker.bar(), taker.take, self._watch, _NARROW
            )
            taker.selection = whole
            if not taker.quest.empty():
                break

    def _table_of(
        self,
        ground: _Ground,
        alive: npt.NDArray[np.bool_],
        classes: Ints,
        size: int,
        *,
        rough: bool,
    ) -> Table:
        """A table over the best-ranked living items; one that holds them all serves again, the smallest first."""
        certificate = ground.certificate
        best = certificate.first if len(classes) > 1 else certificate.best_of(int(classes[0]))
        items = best.ranking[alive[best.ranking]][:size]
        for table in self._tables:
            if (
                table.prices is best.prices
                and not np.setdiff1d(items, table.items).size
                and not np.setdiff1d(classes, table.classes).size
            ):
                return table
        # The first and smallest is kept for the next alternative, the last one gives its memory to the new.
        memory = self._tables.pop().memory if len(self._tables) > 1 else None
        order = self._in_order(ground, items)
        self._tables.append(
            Table(ground.selection, best.prices, order, classes, self._watch, memory=memory, rough=rough)
        )
        return self._tables[-1]

    def _in_order(self, ground: _Ground, items: Ints) -> Ints:
        """The order in which items are decided: what costs most to decide wrongly first."""
        left = ground.certificate.first.left[items]
        if self.request.prefer[:1] == ("fill",) or not len(items):
            # Once it is decided which films of those that stood stay, all others change as much: their length decides.
            stays = np.array([ground.selection.films[i].id in self._stood for i in items], dtype=bool)
            key = -ground.selection.seconds[items] - stays * NO_LIMIT
        else:
            key = -np.abs(left - np.median(left)).astype(np.int64)
        # The showings of one film stay next to each other, the first one first.
        first = np.maximum.accumulate(
            np.where(ground.selection.follows, 0, np.arange(len(ground.selection.follows)))
        )
        best: dict[int, int] = {}
        for film, rank in zip(first[items].tolist(), key.tolist(), strict=True):
            best[film] = min(rank, best.get(film, rank))
        order = sorted(items.tolist(), key=lambda i: (best[int(first[i])], int(first[i]), i))
        return np.array(order, dtype=np.int64)


def _apart_rows(ground: _Ground, apart: list[frozenset[FilmId]], by: int) -> Selection:
    """The selection with a row for each set to differ from, as far as the number of showings bounds that."""
    selection = ground.selection
    for films in apart:
        index = np.array(sorted(ground.first[film] for film in films if film in ground.first), dtype=np.int64)
        highs = np.maximum(selection.counts, len(films)) - by
        selection = selection.with_row(
            Row("different_by", index, np.ones_like(index), np.zeros_like(highs), highs)
        )
    return selection
