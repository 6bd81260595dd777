"""Below Python 3.12 the window must not wear out None, True and False."""

import subprocess
import sys

MANY_CALLS = """
import tourdesk.gui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("name")
    thing.blockSignals(False)
    thing.signalsBlocked()
print("still here")
"""


def test_many_thousand_calls_of_qt_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "still here", done.stderr
