"""Text of every size: no window and no dialog outgrows the display, and nothing is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive
from tools.views import DIALOGS, SCREENS

from tourdesk.gui.context import Context
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.theme import TEXT_SETTING, install
from tourdesk.gui.window import Window
from tourdesk.programming.proposing.sentences import WishKind


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


def test_the_panes_of_the_programme_have_room_for_words_beside_each_other_or_below(
    qtbot: QtBot, sample_window: Window, sample: Context
) -> None:
    arrive(qtbot, sample_window, sample, "Programme")
    sample_window.resize(1280, 800)
    screen = sample_window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    panes = (screen.library, screen.order, screen.side)
    letters = 20 * screen.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: all(pane.width() >= letters for pane in panes), timeout=30_000)
    tops = [pane.mapTo(screen, QPoint()).y() for pane in panes]
    large = screen.font().pointSizeF() > 15
    assert (tops == sorted(tops) and tops[-1] - tops[0] > 200) is large


@pytest.mark.parametrize("name", SCREENS)
def test_a_page_scrolls_in_one_direction_alone(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    arrive(qtbot, sample_window, sample, name)
    sample_window.resize(1280, 800)
    screen = sample_window.screen_shown
    assert screen is not None
    room = screen.parentWidget()
    assert room is not None
    qtbot.waitUntil(lambda: screen.width() <= room.width(), timeout=30_000)


def test_who_asks_for_proposals_sees_them_also_where_they_stand_below(
    qtbot: QtBot, sample_window: Window, sample: Context
) -> None:
    arrive(qtbot, sample_window, sample, "Programme")
    sample_window.resize(1280, 800)
    screen = sample_window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    screen.builder.when_open(screen.propose.trigger)
    qtbot.waitUntil(lambda: not screen.side.tabs.visibleRegion().isEmpty(), timeout=30_000)
    qtbot.waitUntil(lambda: not screen.side.fit.proposer.running, timeout=60_000)
    assert not screen.side.tabs.visibleRegion().isEmpty()


def test_the_switch_of_a_rule_stands_beside_the_first_line_of_its_sentence(
    qtbot: QtBot, sample_window: Window, sample: Context
) -> None:
    arrive(qtbot, sample_window, sample, "the rules")
    screen = sample_window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    row = screen.side.fit.rules.rows[WishKind.COUNT]
    number = row.numbers[0]

    def beside() -> bool:
        return abs(row.switch.geometry().center().y() - number.geometry().center().y()) <= 1

    qtbot.waitUntil(beside, timeout=30_000)


def test_what_is_wanting_in_the_catalogue_is_in_sight_for_who_comes_from_the_list(
    qtbot: QtBot, sample_window: Window, sample: Context
) -> None:
    arrive(qtbot, sample_window, sample, "Films")
    sample_window.resize(1280, 800)
    screen = sample_window.screen_shown
    assert isinstance(screen, FilmsScreen)
    sample_window.activateWindow()
    screen.listing.enter()
    qtbot.waitUntil(screen.listing.view.hasFocus, timeout=30_000)
    screen.quality.toggle.trigger()
    tree = screen.quality.list.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0 and sample.tasks.running == 0, timeout=30_000)
    heading = tree.topLevelItem(0)
    assert heading is not None
    first = tree.visualItemRect(heading)
    qtbot.waitUntil(lambda: tree.viewport().visibleRegion().contains(first), timeout=30_000)
