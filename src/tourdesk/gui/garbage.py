"""Garbage is collected on the GUI thread alone.

Python collects cycles on whatever thread happens to allocate. Where that is a worker's, it takes away widgets and
models from there, which Qt does not survive: the program ends with a segmentation fault.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 500
"""Milliseconds between two looks at how much there is to collect."""
_OLD_EVERY, _OLD_AT_WORK = 60, 1_200
"""Looks between two collections of all that there is while another program has the keyboard, and while ours has it: with a
large library they hold the window for a quarter of a second.
"""
STARTING = (1_000, 2_000, 3_000)
"""Milliseconds during which the program starts: the modules and classes that are there by then stay, and are not looked at again."""


class Garbage(QObject):
    """Collects from a timer, while it lives, what Python would collect by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.isenabled()
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that are full, as Python's own collector counts them."""
        self._looks += 1
        young, middle, _old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        at_work = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if self._looks >= (_OLD_AT_WORK if at_work else _OLD_EVERY):
            self._looks = 0
            gc.collect()
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)

    def end(self) -> None:
        """Collect all that is left while Qt is still there, and leave it to Python again if it did so before."""
        self._timer.stop()
        gc.collect()
        if self._before:
            gc.enable()
