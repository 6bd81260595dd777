"""Questions whose answers are wanted while somebody types: asked beside the window, and only the last one counts."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from tourdesk.gui.tasks import Tasks

Answer = TypeVar("Answer")
_Question = tuple[Callable[[], Any], Callable[[Any], None], Callable[[BaseException], None] | None]
"""What is to be done, and what gets its answer, or what went wrong."""


class Latest(QObject):
    """Asks one question at a time; of those that come meanwhile the last one is asked next, the others never."""

    idle = Signal()
    """Nothing is under way and nothing waits."""

    def __init__(self, tasks: Tasks, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._name = name
        self._busy = False
        self._next: _Question | None = None

    def ask(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run `work` beside the window and give its answer to `done`, unless another question comes before.

        `failed` gets what went wrong instead; without it the frame shows that.
        """
        if not isValid(self._tasks):
            return  # the window was closed meanwhile
        if self._busy:
            self._next = (work, done, failed)
            return
        self._busy = True

        def answered(answer: Answer) -> None:
            if self._end():
                done(answer)
                self._tell_idle()

        def went_wrong(error: BaseException) -> None:
            if self._end():
                (failed or self._tasks.problem.emit)(error)
                self._tell_idle()

        self._tasks.run(self._name, lambda _progress: work(), answered, went_wrong)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._busy

    def _end(self) -> bool:
        """The running question is over; whether its answer is still wanted."""
        # The window may have been closed while the work ran.
        if not isValid(self):
            return False
        self._busy = False
        if self._next is None:
            return True
        question, self._next = self._next, None
        self.ask(*question)
        return False

    def _tell_idle(self) -> None:
        if isValid(self) and not self._busy:
            self.idle.emit()
