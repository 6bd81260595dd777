"""Text of every size: no window and no dialog outgrows the display, and nothing is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive
from tools.views import DIALOGS, SCREENS

from tourdesk.gui.context import Context
from tourdesk.gui.theme import TEXT_SETTING, install
from tourdesk.gui.window import Window


@pytest.fixture(params=[100, 200])
def settings(settings: QSettings, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QSettings]:
    settings.setValue(TEXT_SETTING, request.param)
    install(qapp, settings)
    yield settings
    settings.setValue(TEXT_SETTING, 100)
    install(qapp, settings)


@pytest.mark.parametrize("name", SCREENS)
def test_the_window_stays_as_small_as_the_display(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    arrive(qtbot, sample_window, sample, name)
    sample_window.resize(1024, 768)
    assert (sample_window.width(), sample_window.height()) == (1024, 768)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_stays_within_the_display(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    dialog = arrive(qtbot, sample_window, sample, name).window()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.close()
