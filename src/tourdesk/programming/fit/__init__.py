"""Fit: whole programmes that keep the rules, proven best or said not to be.

The solver behind it is loaded by the first `solve`, not by importing this package.
"""

from collections.abc import Callable

from tourdesk.programming.fit.answer import Answer, Programme, as_json
from tourdesk.programming.fit.reading import parse, read
from tourdesk.programming.fit.request import Request

__all__ = ["Answer", "Programme", "Request", "as_json", "parse", "read", "solve"]


def solve(
    request: Request,
    *,
    on_better: Callable[[Programme], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """The best programmes for a request, or why there are none.

    The status is `optimal` only when nothing better exists, proven in whole numbers; `feasible` when the time
    limit came first (`bound` says what no programme can exceed), without programmes when it came before any.
    The other programmes follow in order, each the best of those that differ enough from all before it, and
    `proven` so while there is time; fewer than asked for when there are no more, or none was found in time.

    `on_better` is called with each better programme as it is found, `cancelled` is asked often; both on the
    calling thread. Raises Cancelled when `cancelled` says so. Durations are whole seconds.
    """
    from tourdesk.programming.fit.solving import answer  # noqa: PLC0415 -- NumPy and HiGHS, on first use only

    return answer(request, on_better, cancelled)
