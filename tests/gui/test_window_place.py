"""The window comes back where it stood, also after the program was ended by force, and always in sight."""

import ast
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from tourdesk.gui.context import Context
from tourdesk.gui.window import GEOMETRY, Window


def shown(qtbot: QtBot, context: Context) -> Window:
    window = Window(context)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_size_is_kept_before_the_window_is_closed(qtbot: QtBot, context: Context) -> None:
    window = shown(qtbot, context)
    window.resize(730, 610)
    qtbot.waitUntil(lambda: context.settings.value(GEOMETRY) == window.saveGeometry(), timeout=30_000)
    again = shown(qtbot, context)
    assert (again.width(), again.height()) == (730, 610)


def test_a_window_that_stood_on_a_display_that_is_gone_comes_back_in_sight(
    qtbot: QtBot, context: Context
) -> None:
    window = shown(qtbot, context)
    window.setGeometry(9000, 7000, 640, 480)
    far: QByteArray = window.saveGeometry()
    window.close()
    context.settings.setValue(GEOMETRY, far)
    again = shown(qtbot, context)
    assert again.screen().availableGeometry().intersects(again.frameGeometry())


PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QPoint, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tourdesk.bootstrap import command
from tourdesk.gui.app import make_application
from tourdesk.gui.window import GEOMETRY, Window

database, then, *place = sys.argv[1:]

def window():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)

def when(there, act):
    if there():
        act()
    else:
        QTimer.singleShot(20, lambda: when(there, act))

def begin():
    if place:
        x, y, wide, high = map(int, place)
        # As a real platform tells; the offscreen one leaves the window on its display.
        window().windowHandle().setScreen(QGuiApplication.screenAt(QPoint(x, y)))
        window().setGeometry(x, y, wide, high)
    kept = lambda: QSettings().value(GEOMETRY) == window().saveGeometry()
    when(kept if then == "killed" else lambda: True, end)

def end():
    shown = window().geometry()
    screens = [s.availableGeometry() for s in QGuiApplication.screens()]
    print(shown.getRect(), [n for n, s in enumerate(screens) if s.contains(shown)], flush=True)
    if then == "killed":
        # A moment of the event loop, in which the settings are written.
        QTimer.singleShot(500, lambda: os.kill(os.getpid(), signal.SIGKILL))
    else:
        window().close()

make_application()
when(lambda: window() and window().nights.known, begin)
sys.exit(command(["--database", database]))
"""


def run(
    folder: Path, screens: int, then: str, place: tuple[int, ...] = ()
) -> tuple[tuple[int, ...], list[int]]:
    """Run the program beside displays of 1600 x 1000, and end it; where the window was, and on which display it was whole."""
    displays = [
        {
            "name": str(n),
            "x": 1600 * n,
            "y": 0,
            "width": 1600,
            "height": 1000,
            "dpr": 1,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
        }
        for n in range(screens)
    ]
    file = folder / f"{screens}.json"
    file.write_text(json.dumps({"screens": displays, "windowFrameMargins": False}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder / "festival.tourdesk"), then, *map(str, place)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        },
    )
    assert done.returncode == (-signal.SIGKILL if then == "killed" else 0), done.stderr
    place, whole_on = ast.literal_eval(done.stdout.replace(") [", "), ["))
    return place, whole_on


def test_a_program_that_was_killed_opens_where_its_window_stood(tmp_path: Path) -> None:
    run(tmp_path, 1, "killed", (120, 90, 1300, 820))
    assert run(tmp_path, 1, "closed") == ((120, 90, 1300, 820), [0])


def test_a_window_comes_back_on_the_second_display_and_in_sight_when_that_is_gone(tmp_path: Path) -> None:
    place = (1700, 60, 1300, 820)
    assert run(tmp_path, 2, "closed", place) == (place, [1])
    assert run(tmp_path, 2, "closed") == (place, [1])
    _, whole_on = run(tmp_path, 1, "closed")
    assert whole_on == [0]
