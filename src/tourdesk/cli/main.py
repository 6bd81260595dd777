"""The command line: reads what was asked, runs it, and tells a user's problem from a bug."""

import argparse
import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from tourdesk import __version__
from tourdesk.cli.common import (
    Surroundings,
    complain,
    database_option,
    hush_output,
    speak_plainly_where_needed,
)
from tourdesk.foundation.errors import BUG_SENTENCE, ProblemForUser, bug_report
from tourdesk.foundation.language import _, speak, wanted_by_environment

if TYPE_CHECKING:
    from tourdesk.desks import Desks

COMMANDS = ("sample", "films", "ballots", "fit", "programmes", "documents")
"""The commands, each in a module of its name, in the order of the help."""

DONE, USER_MUST_ACT, BUG = 0, 1, 70
"""Exit statuses; 2 is wrong usage (argparse's own). 70 is EX_SOFTWARE of sysexits.h."""


def main(arguments: Sequence[str], surroundings: Surroundings) -> int:
    """Run one command and return its exit status."""
    speak_plainly_where_needed()
    speak(wanted_by_environment())
    args = _parser(arguments).parse_args(arguments)
    opened: list[Desks] = []

    def open_desks(where: str | None, create: bool) -> "Desks":  # noqa: FBT001 - the shape of OpenDesks
        opened.append(surroundings.open_desks(where, create))
        return opened[-1]

    args.surroundings = Surroundings(open_desks)
    try:
        return _run(args)
    finally:
        for desks in opened:
            desks.database.close()


def _run(args: argparse.Namespace) -> int:
    """Run what was asked for, and tell what stands in its way."""
    try:
        status = int(args.run(args))
        if sys.stdout is not None:
            # Now, while a full disk or a closed pipe can still be told.
            sys.stdout.flush()
    except ProblemForUser as problem:
        complain(problem.sentence)
        return USER_MUST_ACT
    except OSError as error:
        return _output_refused(error)
    except Exception as error:  # noqa: BLE001 - the one place where a bug is told as a bug
        return _told_as_bug(error)
    return status


def _output_refused(error: OSError) -> int:
    """Whoever read the output has enough of it (`| head`), or its disk is full; other errors of files are bugs here."""
    if not isinstance(error, BrokenPipeError) and error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EIO}:
        return _told_as_bug(error)
    hush_output()
    if isinstance(error, BrokenPipeError):
        return DONE
    complain(f"There is no room for the output ({error.strerror}); please make room and try again.")
    return USER_MUST_ACT


def _told_as_bug(error: Exception) -> int:
    complain(_(BUG_SENTENCE))
    if sys.stderr is not None:
        sys.stderr.write(bug_report(error))
    return BUG


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    # A command that is named first is loaded alone: most of the time to start goes into loading the others.
    named = [name for name in COMMANDS if list(arguments[:1]) == [name]]
    parser = argparse.ArgumentParser(
        prog="tourdesk",
        description="The desk of a touring film festival. Without a command the window opens: "
        "tourdesk [--database PATH-OR-URL].",
        epilog="example: tourdesk films list --search roof",
    )
    parser.add_argument("--version", action="version", version=f"tourdesk {__version__}")
    database_option(parser, default=None)
    groups = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in named or COMMANDS:
        import_module(f"tourdesk.cli.{name}").add(groups)
    return parser
