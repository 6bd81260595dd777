"""What has the keyboard is in sight."""

from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive

from tourdesk.gui.context import Context
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.window import Window


def test_a_field_that_is_given_the_keyboard_below_what_is_seen_of_a_page_comes_into_sight(
    qtbot: QtBot, sample_window: Window, sample: Context
) -> None:
    arrive(qtbot, sample_window, sample, "Programme")
    sample_window.resize(1280, 800)
    screen = sample_window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    screen.builder.when_open(lambda: None)
    qtbot.waitUntil(lambda: screen.draft.is_open and sample.tasks.running == 0, timeout=60_000)
    name = screen.inspector.evening.name
    qtbot.waitUntil(
        lambda: screen.inspector.evening.isVisible() and name.visibleRegion().isEmpty(), timeout=30_000
    )
    name.setFocus()
    qtbot.waitUntil(lambda: name.visibleRegion().boundingRect() == name.rect(), timeout=30_000)
