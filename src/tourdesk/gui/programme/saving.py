"""Saving every step beside the window: one save at a time, the newest state wins, a conflict waits for a word."""

from dataclasses import replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from shiboken6 import isValid

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.tasks import Tasks
from tourdesk.programming.desk import ConflictWithAnotherDesk, ProgrammingDesk
from tourdesk.programming.programme import Programme

PAUSE = 150
"""So many milliseconds after a step it is saved: drawing it comes first, and steps in quick succession are saved once."""


class SaveState(Enum):
    """How far saving is."""

    SAVED = auto()
    SAVING = auto()
    CONFLICT = auto()
    """Another desk saved in between: the user decides."""
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
        self._under_way = False
        # By programme: another one may be opened while a save is on its way.
        self._waiting: dict[int | None, Programme] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self._next)
        self.state = SaveState.SAVED
        self.problem: ProblemForUser | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way or waiting."""
        return not self._under_way and not self._waiting

    def save(self, programme: Programme) -> None:
        """Save this state soon; nothing is saved while a conflict is open."""
        if self.state is SaveState.CONFLICT:
            return
        self._waiting[programme.id] = programme
        if not self._under_way and not self._soon.isActive():
            self._soon.start()
            self._enter(SaveState.SAVING)

    def settle(self) -> None:
        """The conflict was decided: saving goes on."""
        self.problem = None
        self._enter(SaveState.SAVED if self.idle else SaveState.SAVING)

    def wait(self) -> None:
        """Return when nothing is on its way any more; for closing the window."""
        loop = QEventLoop()
        self.state_changed.connect(lambda: loop.quit() if self.idle else None)
        if self._soon.isActive():
            self._soon.stop()
            self._next()
        if not self.idle:
            loop.exec()

    def _start(self, programme: Programme) -> None:
        self._under_way = True
        self._enter(SaveState.SAVING)
        self._tasks.run(
            _("Saving the programme"),
            lambda _progress: self._desk.save(programme),
            self._done,
            partial(self._failed, programme.id),
        )

    def _done(self, programme: Programme) -> None:
        if not isValid(self):  # the window was closed while the save ran: it is saved, nobody asks
            return
        self._under_way = False
        newer = self._waiting.get(programme.id)
        if newer is not None:
            # It was made before this save returned and still carries the revision before it.
            self._waiting[programme.id] = replace(newer, revision=programme.revision)
        self.saved.emit(programme)
        self._next()

    def _failed(self, programme_id: int | None, error: BaseException) -> None:
        if not isValid(self):
            self._tasks.problem.emit(error)
            return
        self._under_way = False
        if isinstance(error, ConflictWithAnotherDesk):
            self._waiting.pop(programme_id, None)
            self.problem = error
            self._enter(SaveState.CONFLICT)
        elif self._waiting:
            self._next()
        else:
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
