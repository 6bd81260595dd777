"""The two kinds of trouble: a user's problem, and a bug.

A problem is something the person at the desk can cause or cure. It is told in one sentence that
says what happened, to what, and what to do. Everything else is a bug: it says so, and comes with a
report to copy.
"""

import sys
import traceback
from datetime import UTC, datetime

from tourdesk import __version__
from tourdesk.foundation.language import later


class ProblemForUser(Exception):
    """A problem the user can cause or cure, in the user's words.

    `sentence` is one whole sentence (what happened, to what, what to do). `detail` is what a
    helper on the telephone would ask for; it is shown only on request.
    """

    def __init__(self, sentence: str, *, detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail

    def __str__(self) -> str:
        return self.sentence


class Cancelled(Exception):
    """The user stopped a long piece of work; nothing of it was kept."""


def bug_report(error: BaseException) -> str:
    """Everything a developer needs to find a bug, as plain text to copy."""
    import platform  # noqa: PLC0415 - the window opens before it is needed

    trace = "".join(traceback.format_exception(error))
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        f"TourDesk {__version__} bug report, {when}\n"
        f"Python {platform.python_version()} on {platform.platform()} ({sys.platform})\n\n"
        f"{trace}"
    )


BUG_SENTENCE = later(
    "This is a mistake in TourDesk, not yours; what you had saved is safe. "
    "Please copy the report and send it to the developers."
)
