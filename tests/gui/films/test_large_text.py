"""With large text or a small window, what stood side by side stands one below the other: nothing is cut sideways."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.theme import TEXT_SETTING, install

Settle = Callable[[], None]


@pytest.fixture
def settings(settings: QSettings, qapp: QApplication) -> Iterator[QSettings]:
    settings.setValue(TEXT_SETTING, 200)
    yield settings
    settings.setValue(TEXT_SETTING, 100)
    install(qapp, settings)


@pytest.fixture
def room(qtbot: QtBot, screen: FilmsScreen, settle: Settle) -> QScrollArea:
    """The screen at 200 %, in the room that a window of 1280 by 800 has for it."""
    room = QScrollArea()
    qtbot.addWidget(room)
    room.setWidgetResizable(True)
    room.resize(1064, 680)
    room.setWidget(screen)
    with qtbot.waitExposed(room):
        room.show()
    settle()
    return room


def screen_in(room: QScrollArea) -> FilmsScreen:
    screen = room.widget()
    assert isinstance(screen, FilmsScreen)
    return screen


def cut(room: QScrollArea) -> list[str]:
    """The buttons of the screen that lie beyond the right edge."""
    width = room.viewport().width()
    return [
        button.text()
        for button in room.findChildren(QPushButton)
        if button.isVisible() and button.mapTo(room, QPoint()).x() + button.width() > width + 2
    ]


def below(one: QWidget, other: QWidget) -> bool:
    return one.mapToGlobal(QPoint()).y() >= other.mapToGlobal(QPoint()).y() + other.height()


def test_at_twice_the_text_the_film_stands_below_the_list_and_nothing_is_cut(room: QScrollArea) -> None:
    screen = screen_in(room)
    assert room.horizontalScrollBar().maximum() == 0
    assert cut(room) == []
    assert below(screen.pane, screen.listing)
    assert screen.search.width() > screen.search.fontMetrics().averageCharWidth() * 20


def test_what_is_edited_below_the_list_comes_to_sight(
    room: QScrollArea, qtbot: QtBot, settle: Settle
) -> None:
    screen = screen_in(room)
    screen.listing.enter()
    settle()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_F2)
    settle()
    title = screen.pane.form.editor("title")

    def in_sight() -> bool:
        top = title.mapTo(room, QPoint()).y()
        return top >= 0 and top + title.height() <= room.height()

    qtbot.waitUntil(in_sight)


def test_in_a_wider_window_they_stand_side_by_side_again(
    room: QScrollArea, qtbot: QtBot, settle: Settle
) -> None:
    screen = screen_in(room)
    room.resize(2400, 1200)
    settle()
    qtbot.waitUntil(lambda: not below(screen.pane, screen.listing))
    assert room.horizontalScrollBar().maximum() == 0
    assert cut(room) == []
