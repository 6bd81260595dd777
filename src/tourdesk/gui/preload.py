"""What other screens and dialogs need is loaded when the first screen is there, before anybody asks for it."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

ROOMS = (
    "tourdesk.gui.frame",
    "tourdesk.gui.films.detail",
    # The check needs these: with it in one go they would hold the window for a tenth of a second.
    "tourdesk.library.intake.wording",
    "tourdesk.library.intake.items",
    "tourdesk.library.intake.listings.rows",
    "tourdesk.library.reading_in",
    "tourdesk.gui.films.intake",
    "tourdesk.gui.films.listings",
    "tourdesk.gui.programme",
    "tourdesk.gui.films.edit",
    "tourdesk.gui.paper",
)
"""Packages, of which all is loaded, and modules; in the order in which they are most likely wanted."""
FIRST = 1_500
"""Milliseconds after the start: what the window shows and reads itself goes first."""
BETWEEN = 15
"""Milliseconds between two modules, most of which take less and the longest some 35: the window answers all the while."""


class Preload(QObject):
    """Imports one module at a time on the GUI thread: two threads must not make PySide's classes side by side."""

    loaded = Signal()
    """All of it is there."""

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        """`busy`: whether work is under way beside the window, whose own imports would be waited for."""
        super().__init__(parent)
        self._busy = busy
        self._modules = _modules()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._load_next)
        self._timer.start(FIRST)

    def _load_next(self) -> None:
        if self._busy():
            self._timer.start(FIRST)
            return
        name = next(self._modules, None)
        if name is None:
            self.loaded.emit()
        else:
            import_module(name)
            self._timer.start(BETWEEN)


def _modules() -> Iterator[str]:
    import pkgutil  # noqa: PLC0415 - when the window is there

    for room in ROOMS:
        yield room
        path = getattr(sys.modules[room], "__path__", ())
        yield from (module.name for module in pkgutil.walk_packages(path, f"{room}."))
