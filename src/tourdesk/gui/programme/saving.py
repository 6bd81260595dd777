"""Saving every step beside the window: one save at a time, the newest state wins, a conflict waits for a word."""

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from shiboken6 import isValid

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.tasks import Tasks
from tourdesk.programming.desk import ConflictWithAnotherDesk, ProgrammeIsGone, ProgrammingDesk
from tourdesk.programming.programme import Programme

PAUSE = 150
"""So many milliseconds after a step it is saved: drawing it comes first, and steps in quick succession are saved once."""


class SaveState(Enum):
    """How far saving is."""

    SAVED = auto()
    SAVING = auto()
    CONFLICT = auto()
    """Another desk saved in between: the user decides. Or it has removed the programme."""
    FAILED = auto()
    """A problem stands in the way; the next step tries again."""


class Saver(QObject):
    """Saves after each step; of what comes while a save is on its way, only the newest state is saved after it."""

    state_changed = Signal()
    saved = Signal(object)
    """Programme: as the desk returned it, with its new revision."""

    def __init__(self, desk: ProgrammingDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._under_way: Programme | None = None
        # By programme: another one may be opened while a save is on its way, or could not be done.
        self._waiting: dict[int | None, Programme] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._next)
        self.state = SaveState.SAVED
        self.problem: ProblemForUser | None = None
        self.refused: int | None = None
        """In a conflict the id of the programme that was not saved."""

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way: all is saved, or something stands in the way."""
        return self._under_way is None and not self._soon.isActive()

    def holds(self, programme_id: int) -> bool:
        """Whether steps of this programme are not saved yet."""
        under_way = self._under_way
        return programme_id in self._waiting or (under_way is not None and under_way.id == programme_id)

    def save(self, programme: Programme) -> None:
        """Save this state soon; nothing is saved while a conflict is open."""
        if self.state is SaveState.CONFLICT:
            return
        self._waiting[programme.id] = programme
        self.again()

    def again(self) -> None:
        """Save soon what is not saved yet, also what could not be saved before."""
        if self._waiting and self.idle:
            self._soon.start()
            self._enter(SaveState.SAVING)

    def settle(self) -> None:
        """The conflict was decided: saving goes on."""
        self.problem = self.refused = None
        self._enter(SaveState.SAVED)
        self.again()

    def wait(self) -> None:
        """Return when nothing is on its way any more; what could not be saved before is tried once again."""
        if self.state is SaveState.CONFLICT:
            return
        if self._under_way is None:
            self._soon.stop()
            self._next()
        loop = QEventLoop()
        self.state_changed.connect(loop.quit)
        while not self.idle:
            loop.exec()

    def _start(self, programme: Programme) -> None:
        self._under_way = programme
        self._enter(SaveState.SAVING)
        self._tasks.run(
            _("Saving the programme"), lambda _progress: self._desk.save(programme), self._done, self._failed
        )

    def _done(self, programme: Programme) -> None:
        if not isValid(self):  # the window was closed while the save ran: it is saved, nobody asks
            return
        self._under_way = None
        newer = self._waiting.get(programme.id)
        if newer is not None:
            # It was made before this save returned and still carries the revision before it.
            self._waiting[programme.id] = replace(newer, revision=programme.revision)
        self.saved.emit(programme)
        self._next()

    def _failed(self, error: BaseException) -> None:
        if not isValid(self):
            self._tasks.problem.emit(error)
            return
        failed, self._under_way = self._under_way, None
        assert failed is not None  # noqa: S101 - it was on its way
        if isinstance(error, ConflictWithAnotherDesk | ProgrammeIsGone):
            self._waiting.pop(failed.id, None)
            self.problem, self.refused = error, failed.id
            self._enter(SaveState.CONFLICT)
        elif failed.id in self._waiting:
            self._next()
        else:
            # It waits for the next step, for “Try again”, or for the end, whatever is opened meanwhile.
            self._waiting[failed.id] = failed
            self.problem = error if isinstance(error, ProblemForUser) else None
            self._enter(SaveState.FAILED)
        if not isinstance(error, ProblemForUser):
            self._tasks.problem.emit(error)

    def _next(self) -> None:
        if self._waiting:
            self._start(self._waiting.pop(next(iter(self._waiting))))
        else:
            self.problem = None
            self._enter(SaveState.SAVED)

    def _enter(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit()


def sentence_of(saver: Saver) -> str:
    """What stands in the way of saving."""
    if saver.problem is not None:
        return saver.problem.sentence
    return _("The programme could not be saved; please try again.")
