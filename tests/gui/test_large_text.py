"""Text of every size: no window and no dialog outgrows the display."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.walking import DIALOGS, open_dialog

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.theme import TEXT_SETTING, install
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample


@pytest.fixture(params=[100, 200])
def window(
    qtbot: QtBot,
    qapp: QApplication,
    context: Context,
    desks: Desks,
    request: pytest.FixtureRequest,
) -> Iterator[Window]:
    load_sample(desks)
    settings = context.settings
    settings.setValue(TEXT_SETTING, request.param)
    install(qapp, settings)
    made = Window(context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.nights.known and context.tasks.running == 0)
    yield made
    made.close()
    settings.setValue(TEXT_SETTING, 100)
    install(qapp, settings)


@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_the_window_stays_as_small_as_the_display(
    qtbot: QtBot, window: Window, context: Context, name: str
) -> None:
    window.show_screen(name)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    window.resize(1024, 768)
    assert (window.width(), window.height()) == (1024, 768)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_stays_within_the_display(qtbot: QtBot, window: Window, name: str) -> None:
    dialog = open_dialog(qtbot, window, name)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.close()
