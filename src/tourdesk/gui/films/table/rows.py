"""Rows of films for lists that know only ids: fetched beside the window when they come into sight, kept while wanted."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from tourdesk.foundation.language import later
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.tasks import Tasks
from tourdesk.library.film_row import FilmRow

_KEPT = 5_000
_AT_ONCE = 300
"""More than two windows show: who scrolls faster than rows come sees those where the scrolling ends first."""


class FilmRows(QObject):
    """The rows that were shown last; a missing one is fetched when it is asked for, and `arrived` tells of it."""

    arrived = Signal(object)
    """The ids of films whose rows are there now, as a set."""

    def __init__(
        self, rows_of: Callable[[Sequence[int]], list[FilmRow]], tasks: Tasks, parent: QObject
    ) -> None:
        """`rows_of` is asked beside the window."""
        super().__init__(parent)
        self._rows_of = rows_of
        self._kept: OrderedDict[int, FilmRow] = OrderedDict()
        self._old: dict[int, FilmRow] = {}
        self._wanted: dict[int, None] = {}
        self._under_way: frozenset[int] = frozenset()
        self._latest = Latest(tasks, later("Loading films"), self)
        self._latest.idle.connect(self._fetch)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    def row(self, film_id: int) -> FilmRow | None:
        """The film's row, None when it is not there yet; one that has changed is shown as it was until it is fetched."""
        return self._kept.get(film_id) or self._old.get(film_id)

    def is_missing(self, film_id: int) -> bool:
        """Whether the film's row was not fetched yet, or has changed since."""
        return film_id not in self._kept

    def want(self, film_ids: Iterable[int]) -> None:
        """Fetch these soon, those that are there already left out."""
        for film_id in film_ids:
            if film_id not in self._kept and film_id not in self._under_way:
                # The last asked for is the first fetched: it is what is on the screen now.
                self._wanted.pop(film_id, None)
                self._wanted[film_id] = None
        if self._wanted:
            self._soon.start()

    def take(self, rows: Sequence[FilmRow]) -> None:
        """Keep rows that came with an answer."""
        for row in rows:
            self._kept[row.id] = row
            self._kept.move_to_end(row.id)
            self._old.pop(row.id, None)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def forget(self, film_ids: Iterable[int]) -> None:
        """These were changed: fetch them again when they are next asked for."""
        for film_id in film_ids:
            self._under_way -= {film_id}
            row = self._kept.pop(film_id, None)
            if row is not None:
                self._old[film_id] = row

    def forget_all(self) -> None:
        """Whatever is shown was changed: fetch it again."""
        self.forget(tuple(self._kept))

    def _fetch(self) -> None:
        if not self._wanted or self._latest.busy:
            return
        ids = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        self._under_way = frozenset(ids)
        rows_of = self._rows_of
        self._latest.ask(lambda: rows_of(ids), lambda rows: self._take_fetched(ids, rows))

    def _take_fetched(self, ids: list[int], rows: list[FilmRow]) -> None:
        self.take(rows)
        self._under_way = frozenset()
        for film_id in ids:
            # What did not come is gone: it is not shown as it was any more.
            self._old.pop(film_id, None)
        self.arrived.emit({row.id for row in rows})
