"""A key in the programme builder: from the key to the running order and the bar on the screen, by the items of the evening.

Run with `pytest -s benchmarks/test_builder.py`. The baseline is the evening of six items, in the same run. `waits` is from the key
to the last paint, `works` what of it the window's own thread has computed, which a busy machine does not stretch.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest

SIZES = (6, 60)

WINDOW = """
import json, sys, time
from datetime import date, time as clock
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.gui.window import Window
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

app = make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
install(app, settings)
desks = open_desks(sys.argv[1], True)
count = int(sys.argv[3])
films = [Film(f"Film {n}", directors=(f"Director {n % 12}",), versions=(Version(seconds=120 + 7 * n % 200, approximate=n % 5 == 0),)) for n in range(count)]
ids = desks.library.save(films).ids
items = [Item("welcome", ItemKind.WELCOME, "Welcome", 300)]
for n in range(1, count):
    pause = Item(f"pause {n}", ItemKind.INTERMISSION, "Intermission", 900)
    items.append(pause if n % 13 == 12 else desks.programming.film_item(ids[n]))
programme = desks.programming.save(Programme("The evening", tuple(items), 20))
tour = desks.touring.save_tour(Tour("Trails"))
venue, (hall,) = desks.touring.save_venue(Venue("Assembly Rooms", "Leura", "Australia/Sydney"), (Hall("Great Hall"),))
slot = slot_on(date(2027, 5, 18), "Australia/Sydney", SlotTimes(clock(17, 30), clock(18), clock(23, 45), clock(17), 15))
night = desks.touring.save_screening(Screening(tour, "Leura", "Runners", venue, hall, slot.night, slot, programme_id=programme.id))
context = Context(desks, Tasks(app), settings)
window = Window(context)
window.resize(1280, 800)
window.show()
context.work_on(night)
window.show_screen("Programme")
screen = window.screen_shown
order = screen.order

class Painted(QObject):
    at = 0.0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            Painted.at = time.perf_counter()
        return False

painted = Painted()
for widget in (order.viewport(), screen.bar):
    widget.installEventFilter(painted)

def settled(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or context.tasks.running or not screen.builder.saver.idle:
        app.processEvents()
        time.sleep(0.002)

def measured(act):
    settled(0.2)
    Painted.at = 0.0
    began, used = time.perf_counter(), time.thread_time()
    act()
    seen = 0.0
    while time.perf_counter() < began + (0.06 if Painted.at else 10):  # what is never painted is told as such
        app.processEvents()
        if Painted.at != seen:
            seen, works = Painted.at, time.thread_time() - used
        time.sleep(0.0005)
    return {"waits": 1000 * (Painted.at - began), "works": 1000 * works}

settled(1)
said = {}
order.setFocus()
order.select_keys(["welcome"])
QTest.keyClick(order, Qt.Key.Key_Return)
field = order.findChild(QLineEdit)
QTest.keyClick(field, "1")
said["a digit of a duration"] = [measured(lambda key=key: QTest.keyClick(field, key)) for n in range(10) for key in (str(n), Qt.Key.Key_Backspace)]
QTest.keyClick(field, Qt.Key.Key_Escape)
order.setFocus()
order.select_keys([items[1].key])
alt = Qt.KeyboardModifier.AltModifier
steps = min(count - 3, 10)
said["moving an item"] = [measured(lambda way=way: QTest.keyClick(order, way, alt)) for way in (Qt.Key.Key_Down, Qt.Key.Key_Up) for _ in range(steps)]
said["going to the next item"] = [measured(lambda way=way: QTest.keyClick(order, way)) for way in (Qt.Key.Key_Down, Qt.Key.Key_Up) for _ in range(steps)]
print(json.dumps(said), flush=True)
window.close()
context.tasks.stop_all()
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Any]]:
    """What a window says of each size."""
    folder = tmp_path_factory.mktemp("builder")
    return {items: _of(items, folder) for items in SIZES}


def _of(items: int, folder: Path) -> dict[str, Any]:
    words = [
        sys.executable,
        "-c",
        WINDOW,
        str(folder / f"{items}.db"),
        str(folder / f"{items}.ini"),
        str(items),
    ]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(words, check=True, env=env, capture_output=True, text=True)
    said: dict[str, Any] = json.loads(ran.stdout)
    return said


def test_a_key_in_the_builder(measured: dict[int, dict[str, Any]]) -> None:
    for key in measured[SIZES[0]]:
        print(f"\n{key:>24}   waits p50, p90     works p50, p90   x six items")
        base = _quantile([one["works"] for one in measured[SIZES[0]][key]], 50)
        for items, said in measured.items():
            waits, works = ([one[name] for one in said[key]] for name in ("waits", "works"))
            print(
                f"{items:>18} items {_quantile(waits, 50):8.1f} {_quantile(waits, 90):8.1f} ms"
                f" {_quantile(works, 50):8.1f} {_quantile(works, 90):8.1f} ms {_quantile(works, 50) / base:9.2f}"
            )
    assert all(one["waits"] > 0 for said in measured.values() for key in said.values() for one in key)


def _quantile(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]
