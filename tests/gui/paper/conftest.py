"""The Paper screen on a night, and printers that are there or not."""

from collections.abc import Callable

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot
from tests.gui.paper.using import settled

from tourdesk.gui.context import Context
from tourdesk.gui.paper.screen import PaperScreen
from tourdesk.touring.night import Screening


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Callable[[Screening | None], PaperScreen]:
    """Opens the screen on a night and waits until its paper is there, or is known not to come."""

    def opened(screening: Screening | None) -> PaperScreen:
        context.work_on(screening)
        screen = PaperScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1100, 760)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.shown()
        settled(qtbot, screen)
        return screen

    return opened


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the printers that the computer has; there is one."""
    names = ["Office"]
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: list(names))
    return names
