"""What the tests of the window share: settings of their own, a night with a programme, the context over a database."""

import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.assets import resources
from tourdesk.gui.context import Context
from tourdesk.gui.garbage import Garbage
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.gui.window import Window
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.sample import load_sample
from tourdesk.storage.opening import open_database
from tourdesk.touring.night import Hall, Screening, Tour, Venue

_beside: list[str] = []


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event == "import" and threading.current_thread() is not threading.main_thread():
        name = str(arguments[0])
        if name.partition(".")[0] == "PySide6" or name.startswith("tourdesk.gui."):
            _beside.append(name)


sys.addaudithook(_heard)


@pytest.fixture(autouse=True)
def _qt_is_imported_on_its_thread() -> Iterator[None]:
    """No work beside the window imports what is made of Qt: two threads that make PySide's classes at once end the program."""
    yield
    imported, _beside[:] = list(_beside), []
    assert imported == []


@pytest.fixture(scope="session")
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    """As in the program, garbage is collected on the GUI thread alone: a worker that took a widget away would end the run."""
    made = Garbage(qapp)
    yield made
    made.end()


@pytest.fixture(autouse=True)
def _collected(garbage: Garbage) -> Iterator[None]:
    """What a test leaves behind is taken away before the next one."""
    yield
    garbage.look()


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    install(qapp, made).choose(Scheme.LIGHT)
    return made


@pytest.fixture
def context(qtbot: QtBot, desks: Desks, settings: QSettings) -> Iterator[Context]:
    tasks = Tasks()
    made = Context(desks, tasks, settings)
    yield made
    tasks.stop_all()
    qtbot.waitUntil(lambda: tasks.running == 0)
    made.close()


@pytest.fixture
def night(desks: Desks) -> Screening:
    """Leura, 18 May 2027, 19:00 to 21:45, with a programme of a welcome and two films."""
    films = [
        Film(title, synopsis="A film. " * 60, versions=(Version(seconds=1200),))
        for title in ("Balance", "Rebound")
    ]
    ids = desks.library.save(films).ids
    programme = desks.programming.save(
        Programme(
            "The evening",
            (
                Item("welcome", ItemKind.WELCOME, "Welcome", 300),
                *(desks.programming.film_item(film_id) for film_id in ids),
            ),
        )
    )
    tour = desks.touring.save_tour(Tour("Trails 2027"))
    venue, (hall,) = desks.touring.save_venue(
        Venue("Assembly Rooms", "Leura", "Australia/Sydney", "AU"), (Hall("Great Hall"),)
    )
    times = SlotTimes(
        access=time(17), doors=time(18, 30), start=time(19), curfew=time(21, 45), get_out_minutes=15
    )
    slot = slot_on(date(2027, 5, 18), venue.zone, times)
    return desks.touring.save_screening(
        Screening(tour, "Leura", "Runners", venue, hall, slot.night, slot, programme_id=programme.id)
    )


@pytest.fixture
def next_night(desks: Desks, night: Screening) -> Screening:
    """The night after, without a programme."""
    day = timedelta(days=1)
    slot = replace(
        night.slot,
        **{name: getattr(night.slot, name) + day for name in ("access", "doors", "start", "curfew")},
    )
    return desks.touring.save_screening(
        replace(night, id=None, programme_id=None, slot=slot, night=slot.night)
    )


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample tour, to be copied."""
    file = tmp_path_factory.mktemp("sample") / "sample.tourdesk"
    desks = Desks.over(open_database(file, create=True))
    load_sample(desks)
    desks.database.close()
    return file


@pytest.fixture(scope="session")
def sample_words() -> str:
    """Every word of the sample tour, to tell its own words from those of the program."""
    return (resources() / "sample" / "tour.json").read_text(encoding="utf-8")


@pytest.fixture
def sample(qtbot: QtBot, sample_file: Path, settings: QSettings, tmp_path: Path) -> Iterator[Context]:
    """The context over a sample tour of its own; nothing went wrong in it unheard."""
    desks = Desks.over(open_database(shutil.copy(sample_file, tmp_path / "sample.tourdesk"), create=False))
    tasks = Tasks()
    made = Context(desks, tasks, settings)
    yield made
    tasks.stop_all()
    qtbot.waitUntil(lambda: tasks.running == 0)
    made.close()
    desks.database.close()


@pytest.fixture
def sample_window(qtbot: QtBot, sample: Context) -> Iterator[Window]:
    """The shown window over the sample tour."""
    made = Window(sample)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    made.close()
