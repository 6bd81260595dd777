"""How long the Programme screen takes to paint while work in Python goes on beside the window.

Run with `pytest -s benchmarks/test_beside.py`. The baseline is the same screen in the same process with nothing beside it,
and with the turns that Python gives by itself. The least of many paintings counts: other programs only add to it.
"""

import json
import subprocess
import sys
from pathlib import Path

from tourdesk.gui.app import TURN

PAINTED = """
import json, sys, threading, time
from PySide6.QtCore import QSettings
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample

usual, app = sys.getswitchinterval(), make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
install(app, settings)
desks = open_desks(sys.argv[1], True)
load_sample(desks)
context = Context(desks, Tasks(app), settings)
window = Window(context)
window.resize(1280, 800)
window.show()
window.show_screen("Programme")
screen = window.screen_shown
ends = time.monotonic() + 1
while time.monotonic() < ends or context.tasks.running:
    app.processEvents()

def painted():
    took = []
    for _ in range(10):
        began = time.perf_counter()
        screen.order.viewport().update()
        window.repaint()
        window.grab()
        took.append(1000 * (time.perf_counter() - began))
    return min(took)

alone, over = painted(), threading.Event()

def work():
    while not over.is_set():
        sum(n * n for n in range(1000))

beside = threading.Thread(target=work)
beside.start()
ours, pythons = [], []
for _ in range(3):
    sys.setswitchinterval(float(sys.argv[3]))
    ours.append(painted())
    sys.setswitchinterval(usual)
    pythons.append(painted())
over.set()
beside.join()
context.close()
print(json.dumps({"alone": alone, "ours": min(ours), "pythons": min(pythons)}))
"""


def test_a_screen_is_painted_while_work_goes_on_beside_it(tmp_path: Path) -> None:
    files = [str(tmp_path / name) for name in ("sample.tourdesk", "place.ini")]
    command = [sys.executable, "-c", PAINTED, *files, str(TURN)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print("\n" + "  ".join(f"{name} {took:.0f} ms" for name, took in found.items()))
    assert found["ours"] < 0.8 * found["pythons"]
