"""The Films screen over large libraries: start, typing, scrolling, choosing and sorting, memory; each size in a process of its own.

Run with `pytest -s benchmarks/test_window.py`; `TOURDESK_BENCH_FILMS=100,10000,100000` says how many films. The first size is
the baseline of the start. Waiting is told apart: `waits` is from the key or click to the rows on the screen, `held` is the
longest time that the window could do nothing else.
"""

import json
import os
import subprocess
import sys
from statistics import quantiles
from typing import Any

import pytest
from benchmarks.test_search import SIZES, library_file

WINDOW = """
import json, sys, time
began = time.perf_counter()
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.gui.window import Window

app = make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
install(app, settings)
context = Context(open_desks(sys.argv[1], False), Tasks(app), settings)
window = Window(context)
window.resize(1280, 800)
window.show()
window.show_screen("Films")
screen = window.screen_shown
listing = screen.listing
held = 0.0

class Painted(QObject):
    at = 0.0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            Painted.at = time.perf_counter()
        return False

painted = Painted()
listing.table.viewport().installEventFilter(painted)

def until(done):
    global held
    while not done():
        start = time.perf_counter()
        app.processEvents()
        held = max(held, time.perf_counter() - start)
        time.sleep(0.0002)

def settled():
    quiet = []
    def done():
        quiet.append(context.tasks.running == 0)
        return quiet[-5:] == [True] * 5
    until(done)

def measured(act, done):
    global held
    held, Painted.at = 0.0, 0.0
    start = time.perf_counter()
    act()
    held = time.perf_counter() - start
    until(done)
    return {"waits": 1000 * ((Painted.at or time.perf_counter()) - start), "held": 1000 * held}

until(lambda: listing.model.rows and Painted.at)
said = {"start": 1000 * (Painted.at - began)}
settled()
keys = {"first letter": [], "later letters": []}
for text in ("running r", "the long", "saltor", "norge", "wild w"):
    screen.search.clear()
    settled()
    for place, letter in enumerate(text):
        shown = listing._shown
        ids = listing.model.ids
        answered = lambda: listing._shown is not shown and (Painted.at or listing.model.ids is ids or not listing.model.ids)
        one = measured(lambda: QTest.keyClick(screen.search, letter), answered)
        keys["later letters" if place else "first letter"].append(one)
        settled()
screen.search.clear()
settled()
said |= keys
listing.enter()
bar = listing.table.verticalScrollBar()
rows_there = lambda: listing.model.row_at(listing.table.rowAt(5)) is not None
said["scroll to the end"] = measured(lambda: bar.setValue(bar.maximum()), rows_there)
settled()
select_all = lambda: QTest.keyClick(listing.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
said["choose all"] = measured(select_all, lambda: Painted.at and len(listing.selected()) == len(listing.model.ids))
settled()
shown = listing._shown
said["sort by year"] = measured(lambda: listing.table.sortByColumn(2, Qt.SortOrder.DescendingOrder), lambda: listing._shown is not shown and Painted.at)
settled()
said["stills"] = measured(lambda: listing.show_grid(True), lambda: listing.grid.isVisible())
settled()
said["memory"] = int(open("/proc/self/status").read().split("VmRSS:")[1].split()[0]) / 1024 if sys.platform == "linux" else None
print(json.dumps(said), flush=True)
window.close()
context.tasks.stop_all()
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Any]]:
    """What a window says of each size."""
    folder = tmp_path_factory.mktemp("window")
    said = {}
    for films in SIZES:
        words: list[str | os.PathLike[str]] = [
            sys.executable,
            "-c",
            WINDOW,
            library_file(films, folder),
            folder / f"{films}.ini",
        ]
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        ran = subprocess.run(words, check=True, env=env, capture_output=True, text=True)
        said[films] = json.loads(ran.stdout)
    return said


def test_the_window_does_not_wait_for_the_size_of_the_library(measured: dict[int, dict[str, Any]]) -> None:
    base = measured[SIZES[0]]
    print("\n      films        start  x smallest   memory")
    for films, said in measured.items():
        print(
            f"{films:>11,} {said['start']:9.0f} ms {said['start'] / base['start']:10.2f} {said['memory'] or 0:5.0f} MB"
        )
    for what in ("first letter", "later letters"):
        print(f"\n{what:>20}   waits p50, p99     held p99")
        for films, said in measured.items():
            waits, held = ([one[name] for one in said[what]] for name in ("waits", "held"))
            print(
                f"{films:>17,} {_quantile(waits, 50):8.1f} {_quantile(waits, 99):8.1f} ms {_quantile(held, 99):9.1f} ms"
            )
    for what in ("scroll to the end", "choose all", "sort by year", "stills"):
        print(f"\n{what:>20}       waits      held")
        for films, said in measured.items():
            print(f"{films:>17,} {said[what]['waits']:11.1f} ms {said[what]['held']:6.1f} ms")
    assert all(said["start"] > 0 for said in measured.values())


def _quantile(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]
