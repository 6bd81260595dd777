"""Where wishes are remembered: with the programme, and the last ones with the tour, for its next programmes."""

from dataclasses import replace

from PySide6.QtCore import QObject

from tourdesk.foundation.errors import ProblemForUser
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
        self._given: dict[int, Wishes] = {}
        """What was given here since the program started: it may still be on its way."""
        self._of_tours: dict[int, Wishes] = {}

    def of(self, programme_id: int | None, slot_seconds: int | None) -> Wishes:
        """The wishes of a programme; the tour's when it has none of its own yet; the usual ones after that."""
        if programme_id in self._given:
            return self._given[programme_id]
        desks, tour = self._context.desks, self._tour
        try:
            found = None if programme_id is None else desks.rules.wishes(programme_id)
            if found is None and tour is not None:
                found = self._of_tours.get(tour) or desks.touring.wishes(tour)
        except ProblemForUser as problem:
            self._context.tell(problem.sentence)
            found = None
        return found or Wishes(usual_wishes(slot_seconds))

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
