"""The one place where things are put together: settings → database → desks → window or command."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The program is loaded within `command`, so that Ctrl+C is told also while it is.
    from tourdesk.desks import Desks
    from tourdesk.foundation.progress import Progress


INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it: 128 and the signal's number."""


def open_desks(where: str | None, create: bool, progress: "Progress | None" = None) -> "Desks":  # noqa: FBT001 - the shape the commands ask for
    """Open the named database, else the one of TOURDESK_DATABASE, else the default one, which is made when missing.

    `progress` is told of the steps of an upgrade. Raises ProblemForUser, or Cancelled, and nothing was changed.
    """
    from tourdesk.desks import Desks  # noqa: PLC0415 - see above
    from tourdesk.storage.opening import default_file, open_database  # noqa: PLC0415

    named = where or os.environ.get("TOURDESK_DATABASE")
    if named:
        return Desks.over(open_database(named, create=create, progress=progress))
    return Desks.over(open_database(default_file(), create=True, progress=progress))


def command(arguments: Sequence[str] | None = None) -> int:
    """The entry point: a command, or without one the window. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    database = _window_database(given)
    if database is not _NO_WINDOW:
        return _open_window(database)
    try:
        # Imported when needed: the window must not wait for the commands' modules.
        from tourdesk.cli.common import Surroundings  # noqa: PLC0415
        from tourdesk.cli.main import main  # noqa: PLC0415

        return main(given, Surroundings(open_desks))
    except KeyboardInterrupt:
        sys.stderr.write("tourdesk: stopped.\n")
        return INTERRUPTED


def window() -> int:
    """The entry point of the program's icon."""
    return _open_window(None)


_NO_WINDOW = "\0"


def _window_database(given: list[str]) -> str | None:
    """What `--database` names when nothing else is asked for."""
    match given:
        case []:
            return None
        case ["--database", where]:
            return where
        case [option] if option.startswith("--database="):
            return option.removeprefix("--database=")
    return _NO_WINDOW


def _open_window(database: str | None) -> int:
    if not has_screen():
        sys.stderr.write(
            "tourdesk: There is no screen here, so no window can open; please log in at a desktop, "
            "or use the commands (tourdesk --help).\n"
        )
        return 1
    # The window collects garbage by itself (`gui/garbage.py`); while it is loaded there is none, and looking takes its time.
    gc.disable()
    from tourdesk.gui.app import run_window  # noqa: PLC0415 - a command must not wait for Qt

    return run_window(lambda chosen, progress: open_desks(chosen or database, True, progress))


def has_screen() -> bool:
    """Whether a window can open; Qt itself would end the program without a word to the user."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
