import subprocess
import sys

MANY_CALLS = """
from PySide6.QtCore import QObject
import tourdesk.gui
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
    thing.parent()
print("alive")
"""


def test_the_program_outlives_any_number_of_calls_of_qt() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], check=False, capture_output=True, text=True)
    assert done.stdout.strip() == "alive", done.stderr
