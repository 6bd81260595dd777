"""Opening the database at the start, on a thread of its own."""

import threading
from collections.abc import Callable

from tourdesk.desks import Desks
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress

PATIENCE = 0.4
"""Seconds after which somebody who starts the program wants to see that it has started."""


class Opening:
    """A database that is being opened on a thread of its own, which tells its `Progress` here.

    A file that is up to date is open at once. One of an older version is copied and brought up to date, a lock is waited
    for, a server or a drive in the network may not answer.
    """

    def __init__(self, open_it: Callable[[Progress], Desks]) -> None:
        self._open_it = open_it
        self._ended = threading.Event()
        self._stop = threading.Event()
        self._desks: Desks | None = None
        self._error: Exception | None = None
        self.steps: list[str] = []
        """What was done of an upgrade and, the last, is being done, as sentences without an end."""
        self.far = (0, 0)
        """How many steps are done, and of how many; (0, 0) when there is nothing to bring up to date."""
        # Who quits does not wait for it: half an upgrade is taken back by the database itself, half a copy goes with the next.
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._desks = self._open_it(self)
        except Exception as error:  # noqa: BLE001 - it is raised again by `result`
            self._error = error
        self._ended.set()

    def at(self, step: int, total: int, what: str = "") -> None:
        """How far an upgrade is, called on the thread of its own."""
        if what:
            self.steps.append(in_words(step, total, what))
        self.far = (step, total)

    def cancel(self) -> None:
        """Ask for it to be given up; an upgrade is then taken back, and a server that does not answer is not."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether it is to be given up."""
        return self._stop.is_set()

    def ended(self, seconds: float = 0) -> bool:
        """Whether it is open or has failed, after so many seconds at most."""
        return self._ended.wait(seconds)

    def result(self) -> Desks:
        """The desks over it; waits for them, and raises what stood in the way, Cancelled too."""
        self._ended.wait()
        if self._error is not None:
            raise self._error
        if self._desks is None:
            raise RuntimeError("the database neither opened nor failed")
        return self._desks


def in_words(step: int, total: int, what: str) -> str:
    """A step of an upgrade that is being done, after `step` of `total`: `Step 3 of 6: licences`."""
    return _("Step {step} of {total}: {what}", step=min(step + 1, total), total=total, what=what)
