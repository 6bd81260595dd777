"""From the start of the process to a window that shows the films, against an empty window with a table.

Both are whole processes, interpreter included, on Qt's offscreen platform, with their bytecode compiled as an installed
program has it. Wanted are at most twice the empty window, and with 100,000 films at most 1.2 times what 100 take.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tourdesk.desks import Desks
from tourdesk.library.films import Film, Version
from tourdesk.sample import load_sample
from tourdesk.storage.opening import open_database

EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
app.setStyle("Fusion")
window = QMainWindow()
table = QTableView()
table.setModel(QStandardItemModel(20, 6))
window.setCentralWidget(table)
window.show()
app.processEvents()
QTimer.singleShot(0, app.quit)
app.exec()
"""

TOURDESK = """
import sys
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import Application, make_application
from tourdesk.gui.theme import install
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
app = make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
install(app, settings)
running = Application(app, lambda chosen: open_desks(sys.argv[1], False), settings)
running.start()
def look():
    for window in QApplication.topLevelWidgets():
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible() and view.model() is not None and view.model().rowCount() >= 18:
                view.grab()
                app.exit(0)
                return
    QTimer.singleShot(2, look)
look()
app.exec()
"""


@pytest.mark.parametrize(
    "films", ["empty window", "sample tour", "100 films", "10,000 films", "100,000 films"]
)
def test_start_to_usable(films: str, tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    benchmark.group = "start to a usable window"
    words: list[str | Path] = ["-c", EMPTY_WINDOW]
    if films != "empty window":
        words = ["-c", TOURDESK, _database(tmp_path, films), tmp_path / "settings.ini"]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> None:
        subprocess.run([sys.executable, *words], check=True, env=env, capture_output=True, timeout=60)

    benchmark.pedantic(start, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types


def _database(folder: Path, films: str) -> Path:
    file = folder / "films.tourdesk"
    desks = Desks.over(open_database(file, create=True))
    load_sample(desks)
    if films != "sample tour":
        more = (
            Film(
                title=f"Film {n}",
                directors=(f"Director {n % 900}",),
                versions=(Version(seconds=60 + n % 9000),),
            )
            for n in range(int(films.split(maxsplit=1)[0].replace(",", "")))
        )
        desks.library.save(list(more))
    desks.database.close()
    return file
