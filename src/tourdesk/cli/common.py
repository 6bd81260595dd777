"""What the command groups share: opening the database, printing, the bar of long work."""

import argparse
import codecs
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # A command that needs no database does not wait until all of this is loaded.
    from tourdesk.desks import Desks

OpenDesks = Callable[[str | None, bool], "Desks"]
"""Opens the database that `--database` names (None: the default one); True makes it when it is not there."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What bootstrap hands to the commands."""

    open_desks: OpenDesks


def database_option(parser: argparse.ArgumentParser, *, default: str | None = argparse.SUPPRESS) -> None:
    """Add `--database`. Every command takes it, before or after its name; those that need none pass it over.

    The whole parser gives it its default; a command's own would undo what was said before its name.
    """
    parser.add_argument(
        "--database",
        metavar="PATH-OR-URL",
        default=default,
        help="a database file, or postgresql+psycopg://user@server/database "
        "(default: the one in your data folder, or TOURDESK_DATABASE)",
    )


def json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json` to a command that prints data."""
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def print_json(data: Any) -> None:
    """Print data as JSON, every alphabet as it is where the output can hold it."""
    any_alphabet = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not any_alphabet, indent=1))


def complain(sentence: str) -> None:
    """Tell the user's problem on standard error."""
    if sys.stderr is not None:  # closed: then print would take standard output
        print(f"tourdesk: {sentence}", file=sys.stderr)


def asked(question: str) -> bool:
    """Ask on the terminal; where there is none, nobody has said yes."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    try:
        return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:  # Ctrl+D
        print()
        return False


_PLAIN = {
    "≈": "~",
    "→": "->",
    "−": "-",
    "–": "-",
    "—": "-",
    "─": "-",
    "·": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
}


def speak_plainly_where_needed() -> None:
    """Let a terminal that lacks a sign show the plain one that stands nearest, instead of ending the command."""
    codecs.register_error("plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign) or _letter(sign) for sign in missing), error.end


def _letter(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"


def hush_output() -> None:
    """Nobody takes the output any more: what is still to be written goes nowhere, also when Python ends."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a name that is no path on every system
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


class Bar:
    """Progress on a terminal; nothing in a pipe."""

    WIDTH = 24

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr is not None and sys.stderr.isatty()

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
