"""What was done on the Films screen and can be taken back: from the news, or later with Ctrl+Z."""

from collections import deque
from collections.abc import Callable

from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress
from tourdesk.gui.context import Context

Undo = Callable[[], object]

_KEPT = 20


class Steps:
    """Tells each step with *Undo*, and remembers it when the news are gone; each is taken back once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._done: deque[Undo] = deque(maxlen=_KEPT)

    def tell(self, sentence: str, undo: Undo) -> None:
        """Tell what was done; `undo` takes it back."""
        self._done.append(undo)
        self._context.tell(sentence, _("Undo"), lambda: self._take_back(undo))

    def remember(self, undo: Undo) -> None:
        """Remember a step that needs no telling: what it did is in sight."""
        self._done.append(undo)

    def undo_last(self) -> None:
        """Take the last step back that was not taken back yet."""
        if self._done:
            self._take_back(self._done[-1])
        else:
            self._context.tell(_("There is nothing to undo here."))

    def run(self, name: str, work: Callable[[Progress], object], said: str) -> None:
        """Take a step back beside the window and say so; when that is cancelled, it can be taken back later."""
        done = False

        def finished(_result: object) -> None:
            nonlocal done
            done = True
            self._context.tell(said)

        def ended() -> None:
            if task.cancelled() and not done:
                self.remember(lambda: self.run(name, work, said))

        task = self._context.tasks.run(name, work, finished)
        task.ended.connect(ended)

    def _take_back(self, undo: Undo) -> None:
        if undo in self._done:
            self._done.remove(undo)
        undo()
