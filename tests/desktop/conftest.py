"""Real windows on a real or virtual screen.

Qt takes its platform once per process, so these tests are a run of their own: TOURDESK_REAL_WINDOWS=1 with a screen
(`xvfb-run` gives one); tools/dev.py does that. In an ordinary run nothing here is collected.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.theme import Scheme, install
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample

collect_ignore_glob = [] if os.environ.get("TOURDESK_REAL_WINDOWS") else ["test_*.py"]


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    install(qapp, made).choose(Scheme.LIGHT)
    return made


@pytest.fixture
def window(qtbot: QtBot, desks: Desks, settings: QSettings) -> Iterator[Window]:
    """The window over the sample tour, active, at the smallest size it is made for."""
    load_sample(desks)
    tasks = Tasks()
    opened = Window(Context(desks, tasks, settings))
    qtbot.addWidget(opened)
    opened.resize(1280, 800)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    qtbot.waitUntil(lambda: opened.nights.known)
    yield opened
    opened.close()
    qtbot.waitUntil(lambda: tasks.running == 0)
