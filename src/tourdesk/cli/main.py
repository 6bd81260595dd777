"""The command line: reads what was asked, runs it, and tells a user's problem from a bug."""

import argparse
import sys
from collections.abc import Sequence

from tourdesk import __version__
from tourdesk.cli import documents, films, programmes, sample
from tourdesk.cli.common import Surroundings, complain
from tourdesk.foundation.errors import BUG_SENTENCE, ProblemForUser, bug_report

DONE, USER_MUST_ACT, BUG, INTERRUPTED = 0, 1, 70, 130
"""Exit statuses; 2 is wrong usage (argparse's own). 70 is EX_SOFTWARE of sysexits.h."""


def main(arguments: Sequence[str], surroundings: Surroundings) -> int:
    """Run one command and return its exit status."""
    parser = _parser()
    args = parser.parse_args(arguments)
    args.surroundings = surroundings
    try:
        return int(args.run(args))
    except ProblemForUser as problem:
        complain(problem.sentence)
        return USER_MUST_ACT
    except KeyboardInterrupt:
        complain("stopped; nothing was saved.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough of it (`| head`).
        sys.stderr.close()
        return DONE
    except Exception as error:  # noqa: BLE001 - the one place where a bug is told as a bug
        complain(BUG_SENTENCE)
        sys.stderr.write(bug_report(error))
        return BUG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tourdesk",
        description="The desk of a touring film festival. Without a command the window opens.",
        epilog="example: tourdesk films list --search roof",
    )
    parser.add_argument("--version", action="version", version=f"tourdesk {__version__}")
    groups = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for group in (sample, films, programmes, documents):
        group.add(groups)
    return parser
