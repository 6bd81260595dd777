"""Where wishes are remembered: with the programme, and the last ones with the tour, for its next programmes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.programming.proposing.wishes import Wishes, usual_wishes


class RememberedWishes(QObject):
    """The wishes of the programmes of one database, kept beside the window."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._keeping = Latest(context.tasks, _("Keeping the rules"), self)
        self._reading = Latest(context.tasks, _("Reading the rules"), self)
        self._asked = 0
        self._given: dict[int, Wishes] = {}
        """What was given here since the program started: it may still be on its way."""
        self._of_tours: dict[int, Wishes] = {}

    def ask(
        self,
        programme_id: int | None,
        slot_seconds: int | None,
        then: Callable[[Wishes], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Give `then` the wishes of a programme: at once where they were given here, else read beside the window.

        They are the tour's when it has none of its own yet, the usual ones after that. Of several programmes that are
        asked for in a row, the last one's are given. `failed` gets what went wrong: a ProblemForUser, or a bug.
        """
        self._asked += 1
        asked = self._asked
        if programme_id in self._given:
            then(self._given[programme_id])
            return
        desks, tour = self._context.desks, self._tour
        of_tour = None if tour is None else self._of_tours.get(tour)

        def read() -> Wishes | None:
            found = None if programme_id is None else desks.rules.wishes(programme_id)
            if found is None and tour is not None:
                found = of_tour or desks.touring.wishes(tour)
            return found

        def show(found: Wishes | None) -> None:
            if asked != self._asked:
                return  # another programme's were there at once
            if programme_id in self._given:
                found = self._given[programme_id]  # since it was asked
            then(found or Wishes(usual_wishes(slot_seconds)))

        def went_wrong(error: BaseException) -> None:
            if asked == self._asked:
                failed(error)

        self._reading.ask(read, show, went_wrong)

    def remember(self, programme_id: int | None, wishes: Wishes) -> None:
        """Keep the wishes of a programme; which films are wanted is the programme's own matter."""
        if programme_id is None:
            return
        tour, rules = self._tour, replace(wishes, must=(), never=())
        self._given[programme_id] = wishes
        if tour is not None:
            self._of_tours[tour] = rules
        # All that was given and not kept yet goes with the last: a question that waits may be dropped for a newer one.
        programmes, tours = dict(self._given), dict(self._of_tours)
        desks = self._context.desks

        def keep() -> None:
            for one, wanted in programmes.items():
                desks.rules.keep_wishes(one, wanted)
            for one, wanted in tours.items():
                desks.touring.keep_wishes(one, wanted)

        self._keeping.ask(keep, lambda _nothing: self._kept(programmes, tours))

    def _kept(self, programmes: dict[int, Wishes], tours: dict[int, Wishes]) -> None:
        """What is in the database is read from there again: another desk may change it."""
        for known, kept in ((self._given, programmes), (self._of_tours, tours)):
            for one, wishes in kept.items():
                if known.get(one) == wishes:
                    del known[one]

    @property
    def _tour(self) -> int | None:
        screening = self._context.screening
        return screening.tour.id if screening is not None else None
