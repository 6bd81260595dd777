"""Other screens are loaded before somebody opens them."""

import subprocess
import sys

LOADED = """
import sys
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer
from tourdesk.gui.preload import Preload
app = QCoreApplication([])
preload = Preload(lambda: False, app)
between = []
clock = QTimer(interval=1)
clock.timeout.connect(lambda: between.append(len(sys.modules)))
clock.start()
preload.loaded.connect(app.quit)
app.exec()
wanted = ("programme.screen", "paper.screen", "frame.palette", "frame.night_dialog", "films.edit.form", "films.detail.view")
print(*(name for name in wanted if f"tourdesk.gui.{name}" not in sys.modules))
print(len(set(between)) > 20)
"""


def test_programme_paper_palette_and_forms_are_there_before_they_are_opened_and_the_window_answers_meanwhile() -> (
    None
):
    said = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    missing, in_steps = said.stdout.splitlines()
    assert missing == ""
    assert in_steps == "True"
