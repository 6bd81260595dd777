"""From the start of the process to a window that has painted its films, against an empty window with a table.

Both are whole processes, interpreter included, on Qt's offscreen platform, with their bytecode compiled as an installed
program has it; each ends by itself as soon as its table is painted, so that no way out is measured: the program waits for
what it does beside the window before it ends. What is measured is processor time: until then one thread works and nothing
is waited for, and neighbours on the machine do not count. Wanted are at most twice the empty window, and with 100,000 films at most
1.2 times what 100 take. The filter that waits for the first painting weighs on both (every event goes through it, and PySide
makes the classes of all widgets for it): without it an empty window takes some 35 ms less, and the program some 30.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tourdesk.desks import Desks
from tourdesk.library.films import Film, Version
from tourdesk.sample import load_sample
from tourdesk.storage.opening import open_database

PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView

class Painted(QObject):
    def eventFilter(self, watched, event):
        table = watched.parent()
        if event.type() is QEvent.Type.Paint and isinstance(table, QTableView) and watched is table.viewport():
            if table.model().rowCount() >= 18:
                QTimer.singleShot(0, lambda: os._exit(0))
        return False
"""

EMPTY_WINDOW = f"""
{PAINTED}
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
app.setStyle("Fusion")
window = QMainWindow()
table = QTableView()
table.setModel(QStandardItemModel(20, 6))
window.setCentralWidget(table)
painted = Painted()
app.installEventFilter(painted)
window.show()
app.exec()
"""

TOURDESK = f"""
import gc, sys
from tourdesk.bootstrap import command

def watch():
    {PAINTED.replace(chr(10), chr(10) + "    ")}
    from PySide6.QtWidgets import QApplication
    watch.painted = Painted()
    QApplication.instance().installEventFilter(watch.painted)

# Not before the program itself loads its window, which it does while no garbage is collected.
disable = gc.disable
def load():
    gc.disable = disable
    disable()
    import tourdesk.gui.app as program
    made = program.make_application
    def make_application():
        app = made()
        watch()
        return app
    program.make_application = make_application
gc.disable = load
command(["--database", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all these processes keep their compiled modules."""
    return tmp_path_factory.mktemp("bytecode")


def processor_time() -> float:
    """Seconds of processor time that the processes started here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.benchmark(timer=processor_time)
@pytest.mark.parametrize(
    "films", ["empty window", "sample tour", "100 films", "10,000 films", "100,000 films"]
)
def test_start_to_usable(films: str, tmp_path: Path, bytecode: Path, benchmark: BenchmarkFixture) -> None:
    benchmark.group = "start to a usable window"
    words: list[str | Path] = ["-c", EMPTY_WINDOW]
    if films != "empty window":
        words = ["-c", TOURDESK, _database(tmp_path, films)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(bytecode)}
    # Nothing of this computer's user is remembered, and nothing is left behind.
    env |= {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> None:
        subprocess.run([sys.executable, *words], check=True, env=env, capture_output=True, timeout=60)

    benchmark.pedantic(start, rounds=9, warmup_rounds=2)  # type: ignore[no-untyped-call]  # the plugin has no types


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
