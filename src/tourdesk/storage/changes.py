"""The change feed: what was changed is told to whoever shows it."""

import os
import sys
import threading
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Change(NamedTuple):
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


class Own:
    """What this program commits itself, so that it is not told again as another desk's."""

    def __init__(self) -> None:
        self.name = os.urandom(16).hex()
        self._lock = threading.Lock()
        self._entries: set[int] = set()

    def add(self, entries: Iterable[int]) -> None:
        """These entries of the audit trail are ours, if the work that wrote them is kept."""
        with self._lock:
            self._entries.update(entries)

    def drop(self, entries: Iterable[int]) -> None:
        """The work that wrote them was not kept: another desk's may get their numbers."""
        with self._lock:
            self._entries.difference_update(entries)

    def among(self, entries: Iterable[int]) -> set[int]:
        """Which of these are ours; they are not asked for again."""
        with self._lock:
            ours = self._entries.intersection(entries)
            self._entries -= ours
            return ours
