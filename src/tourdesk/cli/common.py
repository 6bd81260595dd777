"""What the command groups share: opening the database, printing, the bar of long work."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tourdesk.desks import Desks

OpenDesks = Callable[[str | None, bool], Desks]
"""Opens the database that `--database` names (None: the default one); True makes it when it is not there."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What bootstrap hands to the commands."""

    open_desks: OpenDesks


def database_option(parser: argparse.ArgumentParser) -> None:
    """Add `--database` to a command that needs one."""
    parser.add_argument(
        "--database",
        metavar="PATH-OR-URL",
        help="a database file, or postgresql+psycopg://user@server/database "
        "(default: the one in your data folder, or TOURDESK_DATABASE)",
    )


def json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json` to a command that prints data."""
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def print_json(data: Any) -> None:
    """Print data as JSON, every alphabet as it is."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def complain(sentence: str) -> None:
    """Tell the user's problem on standard error."""
    print(f"tourdesk: {sentence}", file=sys.stderr)


class Bar:
    """Progress on a terminal; nothing in a pipe."""

    WIDTH = 24

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()

    def at(self, step: int, total: int, what: str = "") -> None:
        """Draw how far the work is; the line goes away when it is done."""
        del what
        if not self._shown:
            return
        if step >= total > 0:
            sys.stderr.write("\r\x1b[K")
        else:
            done = self.WIDTH * step // total if total else 0
            sys.stderr.write(f"\r{self._what} [{'#' * done}{'.' * (self.WIDTH - done)}] {step} of {total} ")
        sys.stderr.flush()

    def cancelled(self) -> bool:
        """Ctrl+C is what stops a command."""
        return False
