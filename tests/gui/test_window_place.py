"""The window comes back where it stood, also after the program was ended by force, and always in sight."""

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from tourdesk.gui.context import Context
from tourdesk.gui.window import GEOMETRY, Window


def shown(qtbot: QtBot, context: Context) -> Window:
    window = Window(context)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_size_is_kept_before_the_window_is_closed(qtbot: QtBot, context: Context) -> None:
    window = shown(qtbot, context)
    window.resize(730, 610)
    qtbot.waitUntil(lambda: context.settings.value(GEOMETRY) == window.saveGeometry(), timeout=30_000)
    again = shown(qtbot, context)
    assert (again.width(), again.height()) == (730, 610)


def test_a_window_that_stood_on_a_display_that_is_gone_comes_back_in_sight(
    qtbot: QtBot, context: Context
) -> None:
    window = shown(qtbot, context)
    window.setGeometry(9000, 7000, 640, 480)
    far: QByteArray = window.saveGeometry()
    window.close()
    context.settings.setValue(GEOMETRY, far)
    again = shown(qtbot, context)
    assert again.screen().availableGeometry().intersects(again.frameGeometry())
