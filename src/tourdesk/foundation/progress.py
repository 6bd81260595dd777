"""How long work tells how far it is, and learns that it should stop."""

from typing import Protocol

from tourdesk.foundation.errors import Cancelled


class Progress(Protocol):
    """What long work reports to; it may be called from a worker thread."""

    def at(self, step: int, total: int, what: str = "") -> None:
        """`step` of `total` is done (total 0: unknown); `what` names what is being worked on."""

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""


class Unwatched:
    """Progress that nobody watches and nobody cancels."""

    def at(self, step: int, total: int, what: str = "") -> None:
        pass

    def cancelled(self) -> bool:
        return False


def stop_if_cancelled(progress: Progress) -> None:
    """Raise Cancelled when the user asked to stop."""
    if progress.cancelled():
        raise Cancelled
