"""Looking for proposals beside the window: each better one is told at once, and a cancel ends it at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress
from tourdesk.gui.context import Context
from tourdesk.gui.programme.fit.around import around
from tourdesk.gui.tasks import Task
from tourdesk.library.film_row import FilmRow
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.asked import Around, Asked, Night
from tourdesk.programming.proposing.proposal import Outcome, Proposal, propose
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.touring.night import Screening

Ask = Callable[[Sequence[Night], Sequence[FilmRow], Wishes, Around], Asked]


class _Teller(QObject):
    """Brings proposals from the worker's thread; it lives as long as the work that tells."""

    better = Signal(int, object)


class Proposer(QObject):
    """Looks for one thing at a time; what comes of an earlier search is not told any more."""

    better = Signal(object)
    """Proposal: better than those before, found while it goes on looking."""
    done = Signal(object)
    """Outcome."""
    failed = Signal(str)
    """A sentence: nothing could be asked."""
    stopped = Signal()
    """It was given up before anything came of it."""
    running_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._run = 0

    @property
    def running(self) -> bool:
        """Whether an outcome is awaited."""
        return self._task is not None

    def start(self, ask: Ask, night: Night, wishes: Wishes, together: Screening | None = None) -> None:
        """Look beside the window; whatever was looked for until now is given up.

        The programme of a night that is proposed `together` with this one is read as it is saved; an empty one stands
        for it where that night has none yet.
        """
        self.cancel()
        self._run += 1
        run = self._run
        desks, screening = self._context.desks, self._context.screening
        teller = _Teller()
        teller.better.connect(self._on_better, Qt.ConnectionType.QueuedConnection)

        def tell(proposal: Proposal) -> None:
            teller.better.emit(run, proposal)

        def work(progress: Progress) -> Outcome:
            nights = [night]
            if together is not None:
                other = together.programme_id
                empty = Programme("", gap_seconds=night.programme.gap_seconds)
                nights.append(
                    Night(empty if other is None else desks.programming.programme(other), together.slot)
                )
            proposed = frozenset(one.programme.id for one in nights if one.programme.id is not None)
            known = around(desks, screening, wishes, proposed, together)
            asked = ask(nights, desks.library.rows(), wishes, known)
            return propose(asked, desks.programming.film_item, on_better=tell, cancelled=progress.cancelled)

        self._task = self._context.tasks.run(
            _("Looking for an evening that fits"),
            work,
            partial(self._on_done, run),
            partial(self._on_failed, run),
        )
        # It can be stopped in the status line too.
        self._task.ended.connect(partial(self._on_ended, run))
        self.running_changed.emit()

    def cancel(self) -> None:
        """Give up what is looked for."""
        if self._task is not None:
            self._task.cancel()
            self._run += 1
            self._end(self.stopped.emit)

    def _end(self, tell: Callable[[], object]) -> None:
        self._task = None
        tell()
        self.running_changed.emit()

    def _on_better(self, run: int, proposal: Proposal) -> None:
        if run == self._run and self.running:
            self.better.emit(proposal)

    def _on_done(self, run: int, outcome: Outcome) -> None:
        if run == self._run:
            self._end(lambda: self.done.emit(outcome))

    def _on_failed(self, run: int, error: BaseException) -> None:
        if not isinstance(error, ProblemForUser):
            self._context.tasks.problem.emit(error)
        if run == self._run:
            sentence = error.sentence if isinstance(error, ProblemForUser) else ""
            self._end(lambda: self.failed.emit(sentence))

    def _on_ended(self, run: int) -> None:
        # The window may have been closed while it was looked for.
        if isValid(self) and run == self._run and self.running:
            self._end(self.stopped.emit)
