"""The change feed: what was changed is told to whoever shows it."""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added, changed or removed; `subject` is the singular word for its kind."""

    subject: str
    id: int


Changes = frozenset[Change]
Listener = Callable[[Changes], None]


class ChangeFeed:
    """Tells every listener what a committed unit of work changed, on the thread that committed it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit from now on; returns the function that ends this."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                self._listeners.remove(listener)

        return stop

    def tell(self, changes: Changes) -> None:
        """Tell all listeners; called by the unit of work after its commit.

        A mistake in a listener is told as a bug, but neither keeps the others from hearing nor makes what was saved
        look as if it were not.
        """
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - any mistake of a listener is told
                sys.excepthook(*sys.exc_info())
