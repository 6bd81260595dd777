"""The program ends with its window, whatever happens at that moment. Each in a process of its own: it is the end that is looked at."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from tourdesk.bootstrap import command
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.app import make_application
from tourdesk.gui.problems import TroubleDialog
from tourdesk.gui.window import Window

def window():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()), None)

def dialog():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog) and w.isVisible()), None)

def when(there, act):
    if there():
        act()
    else:
        QTimer.singleShot(20, lambda: when(there, act))

def press_close():
    print("told", flush=True)
    next(b for b in dialog().findChildren(QPushButton) if b.text() == "Close").click()

def fails():
    raise ProblemForUser("It did not work; please try again.")

make_application()
{what}
sys.exit(command(["--database", sys.argv[1]]))
"""

FAILS_AS_IT_CLOSES = """
def fails_and_closes():
    QTimer.singleShot(0, window().close)
    fails()

when(lambda: window() and window().nights.known, fails_and_closes)
when(dialog, press_close)
"""
CLOSES_AND_FAILS = """
def closes_and_fails():
    window().close()
    fails()

when(lambda: window() and window().nights.known, closes_and_fails)
when(dialog, press_close)
"""
CLOSES_WITH_A_DIALOG_OPEN = """
when(lambda: window() and window().nights.known, fails)
when(dialog, lambda: window().close())
"""


@pytest.mark.parametrize(
    "what",
    [FAILS_AS_IT_CLOSES, CLOSES_AND_FAILS, CLOSES_WITH_A_DIALOG_OPEN],
    ids=["fails as it closes", "closes and fails", "closes with a dialog open"],
)
def test_the_program_ends_with_its_window_when_something_fails_meanwhile(tmp_path: Path, what: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{what}", what), str(tmp_path / "festival.tourdesk")],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C",
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_DATA_HOME": str(tmp_path),
        },
    )
    assert done.returncode == 0, done.stderr
