"""Slow work beside the window: with progress, cancel, and results on the GUI thread."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from tourdesk.foundation.errors import Cancelled
from tourdesk.foundation.progress import Progress

Result = TypeVar("Result")

WORKERS = 4
"""So many pieces of work at once: a search must not wait for an import, a printer and a paper. They mostly wait
for the database and the disk themselves, so there may be more of them than cores.
"""


class Task(QObject):
    """One piece of work under way. All its signals arrive on the GUI thread, progress before the end."""

    progressed = Signal(int, int, str)
    """Step, total (0: unknown), and what is being worked on."""
    ended = Signal()
    """It is done, has failed or was cancelled; always the last."""

    # Emitted on the worker's thread, received queued on the GUI thread: both go through one queue, so that
    # the result never overtakes the progress.
    _stepped = Signal(int, int, str)
    _finished = Signal(object, object)

    def __init__(
        self, name: str, finish: Callable[[object, BaseException | None], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.far: tuple[int, int, str] = (0, 0, "")
        """The last that the work has said of how far it is, as `progressed` says it."""
        self._finish = finish
        self._stop = Event()
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; `ended` follows when it has."""
        self._stop.set()

    def at(self, step: int, total: int, what: str = "") -> None:
        """Progress of the work, called on the worker's thread."""
        self.far = (step, total, what)
        self._stepped.emit(step, total, what)

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def finish_with(self, result: object, error: BaseException | None) -> None:
        """The end of the work, called on the worker's thread."""
        self._finished.emit(result, error)

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        try:
            self._finish(result, error)
        finally:
            self.ended.emit()
            self.deleteLater()


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        try:
            result = self._work(self._task)
        except BaseException as error:  # noqa: BLE001 - handed to the GUI thread, which tells problem from bug
            self._task.finish_with(None, error)
        else:
            self._task.finish_with(result, None)


class Tasks(QObject):
    """Runs work on a small pool of threads and tells of each piece of it."""

    started = Signal(object)
    """Task: for the status line."""
    problem = Signal(object)
    """An exception that nobody handled: the frame shows it."""
    begun = Signal()
    """Work that waited has been started; see `held`."""

    def __init__(self, parent: QObject | None = None, *, held: bool = False) -> None:
        """`held`: work waits until `begin` is called. A window is painted first: work beside it would take its time."""
        super().__init__(parent)
        self.held = held
        self._waiting: list[_Job] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)
        self._running: set[Task] = set()

    def run(
        self,
        name: str,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run `work` beside the window; `done` gets its result on the GUI thread.

        `failed` gets any other end but a cancel; without it the frame shows the problem or the bug.
        `name` is what the status line says ("Reading the page"). A method of a widget that was closed
        meanwhile is not called any more.
        """

        def finish(result: object, error: BaseException | None) -> None:
            self._running.discard(task)
            if _owner_is_gone(done):
                return
            if error is None:
                done(result)  # type: ignore[arg-type]  # it is what `work` returned, carried through a signal
            elif not isinstance(error, Cancelled):
                (failed or self.problem.emit)(error)

        task = Task(name, finish, self)
        self._running.add(task)
        self.started.emit(task)
        job = _Job(task, work)
        if self.held:
            self._waiting.append(job)
        else:
            self._pool.start(job)
        return task

    def begin(self) -> None:
        """Start what was held; from now on work is started when it is given."""
        if not self.held:
            return
        self.held = False
        self.begun.emit()
        for job in self._waiting:
            self._pool.start(job)
        self._waiting.clear()

    @property
    def running(self) -> int:
        """How many pieces of work are under way."""
        return len(self._running)

    def stop_all(self) -> None:
        """Ask everything to stop and wait until it has; for closing the window."""
        self._waiting.clear()
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()


def _owner_is_gone(function: object) -> bool:
    """Whether a method belongs to an object that Qt has deleted."""
    if isinstance(function, partial):
        function = function.func
    owner = getattr(function, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
