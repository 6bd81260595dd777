"""Widgets are never collected by a worker's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tourdesk.gui.garbage import Garbage
from tourdesk.gui.tasks import Tasks


class Knot(QObject):
    """A widget's model in a cycle, as closures make them."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def _as_python_does_it() -> Iterator[None]:
    """Python collects by itself, as before the program's window is there."""
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


@pytest.mark.usefixtures("_as_python_does_it")
def test_a_cycle_of_qt_objects_is_collected_on_the_gui_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    garbage = Garbage(tasks)
    gone_on: list[threading.Thread] = []
    knot = Knot()
    weakref.finalize(knot, lambda: gone_on.append(threading.current_thread()))
    del knot

    def allocate(_progress: object) -> int:
        return len([[number] for number in range(200_000)])

    with qtbot.waitSignal(tasks.run("Allocating", allocate, lambda _length: None).ended):
        pass
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(gone_on))
    assert gone_on == [threading.main_thread()]
    assert kept
    garbage.end()
    tasks.stop_all()
    assert gc.isenabled()
