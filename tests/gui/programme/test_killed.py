"""A desk that is killed while it works: what it had said to be saved is there at the next start, which says so."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tourdesk.bootstrap import open_desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.sample import load_sample

DESK = """
import sys
from PySide6.QtCore import QSettings, QTimer
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import make_application
from tourdesk.gui.context import Context
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import install
from tourdesk.programming.programme import ItemKind

app = make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
install(app, settings)
context = Context(open_desks(sys.argv[1], create=False), Tasks(app), settings)
context.work_on(context.desks.touring.screenings()[0])
screen = ProgrammeScreen(context)
screen.show()

def saved():
    if screen.builder.saver.idle:
        print(len(screen.draft.programme.items), flush=True)
        QTimer.singleShot(0, edit)

def edit():
    screen.builder.add_item(ItemKind.RAFFLE, 0)

screen.builder.saver.state_changed.connect(saved)
screen.builder.when_open(edit)
app.exec()
"""


@pytest.fixture
def killed(tmp_path: Path) -> tuple[Path, Path, int]:
    """A database and settings of a desk that was killed at work, and how many items it had said to be saved."""
    database, settings = tmp_path / "tour.tourdesk", tmp_path / "settings.ini"
    desks = open_desks(str(database), create=True)
    load_sample(desks)
    desks.database.close()
    desk = subprocess.Popen(
        [sys.executable, "-c", DESK, str(database), str(settings)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert desk.stdout is not None
    said = [int(desk.stdout.readline()) for _ in range(5)]
    desk.kill()  # as kill -9 does: nothing of the process runs any more
    said += [int(line) for line in desk.stdout if line.endswith("\n")]
    desk.stdout.close()
    assert desk.wait() != 0
    return database, settings, said[-1]


def test_every_step_that_was_said_to_be_saved_is_there_after_a_kill_and_the_next_start_says_so(
    qtbot: QtBot, killed: tuple[Path, Path, int], make_start: Callable[[Path, Path], Context]
) -> None:
    database, settings, saved = killed
    told: list[str] = []
    for news in (1, 1):  # the second start follows an end in order: nothing is added
        context = make_start(database, settings)
        context.news.connect(lambda line: told.append(line.sentence))
        screen = ProgrammeScreen(context)
        qtbot.addWidget(screen)
        begin(qtbot, screen)
        assert saved <= len(screen.draft.programme.items) <= saved + 1
        assert len(told) == news
        close(qtbot, context, screen)
    assert "was ended without being closed" in told[0]


def begin(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    screen.shown()
    qtbot.waitUntil(lambda: screen.draft.is_open)


def close(qtbot: QtBot, context: Context, screen: ProgrammeScreen) -> None:
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    screen.leave()
    context.close()
    context.desks.database.close()


@pytest.fixture
def make_start(qtbot: QtBot) -> Callable[[Path, Path], Context]:
    def make(database: Path, settings: Path) -> Context:
        desks = open_desks(str(database), create=False)
        context = Context(desks, Tasks(), QSettings(str(settings), QSettings.Format.IniFormat))
        context.work_on(desks.touring.screenings()[0])
        return context

    return make
