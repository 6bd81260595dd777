"""When a search has to stop: its time is over, or the user has had enough."""

from collections.abc import Callable
from math import inf
from time import monotonic

from tourdesk.foundation.errors import Cancelled


class OutOfTime(Exception):
    """The time limit is over; what was found so far stands."""


class Watch:
    """Looked at by every long loop, a few hundred times a second at least."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool] | None = None) -> None:
        self._began = monotonic()
        self._end = self._began + seconds
        self._cancelled = cancelled

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return monotonic() - self._began

    def share(self, part: float, most: float = inf) -> "Watch":
        """A watch over a part of the time that is left, at most so many seconds."""
        return Watch(min(most, max(0.0, self._end - monotonic()) * part), self._cancelled)

    def beyond(self, seconds: float) -> "Watch":
        """A watch over so many seconds from now on, whether the time is over or not."""
        return Watch(seconds, self._cancelled)

    def check(self) -> None:
        """Raise Cancelled when the user stopped, OutOfTime when the time is over."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if monotonic() > self._end:
            raise OutOfTime
