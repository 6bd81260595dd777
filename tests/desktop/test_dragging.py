"""Dragging with a real mouse through a real window: films into the running order, items within it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.window import Window

pytestmark = pytest.mark.desktop

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> ProgrammeScreen:
    window.show_screen("Programme")
    shown = window.screen_shown
    assert isinstance(shown, ProgrammeScreen)
    qtbot.waitUntil(lambda: bool(shown.library.list.films.rows) and shown.draft.is_open)
    return shown


def drag(window: Window, start: tuple[QWidget, QPoint], end: tuple[QWidget, QPoint]) -> None:
    """Press, move and let go; the moves come from a timer because Qt waits inside the drag until it ends."""
    handle = window.windowHandle()
    first, last = (widget.mapTo(window, place) for widget, place in (start, end))
    moves = (
        lambda: QTest.mouseMove(handle, last - QPoint(0, 3)),
        lambda: QTest.mouseMove(handle, last),
        lambda: QTest.mouseRelease(handle, LEFT, NO_KEY, last),
    )
    for number, move in enumerate(moves):
        QTimer.singleShot(200 + 150 * number, move)
    QTest.mousePress(handle, LEFT, NO_KEY, first)
    for distance in (8, 16, 24):
        QTest.mouseMove(handle, first + QPoint(0, distance))
    QTest.qWait(900)


def titles(screen: ProgrammeScreen) -> list[str]:
    return [item.title for item in screen.draft.programme.items]


def test_a_film_is_dragged_from_the_library_to_its_place(
    window: Window, screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    before = titles(screen)
    films, order = screen.library.list, screen.order
    film = films.visualRect(films.films.index(3, 0)).center() - QPoint(60, 0)
    first = order.visualRect(order.order.index_of(screen.draft.programme.items[0].key))
    drag(window, (films.viewport(), film), (order.viewport(), first.bottomLeft() + QPoint(100, -3)))
    row = films.films.row_at(3)
    assert row is not None
    wanted = row.title
    qtbot.waitUntil(lambda: titles(screen) == [before[0], wanted, *before[1:]])


def test_what_is_dragged_hangs_at_the_mouse_by_its_title(window: Window, screen: ProgrammeScreen) -> None:
    films, order = screen.library.list, screen.order
    film = films.visualRect(films.films.index(3, 0)).center() - QPoint(60, 0)
    pictures: list[QPixmap] = []
    QTimer.singleShot(400, lambda: pictures.extend(one.pixmap() for one in films.findChildren(QDrag)))
    drag(window, (films.viewport(), film), (order.viewport(), QPoint(100, 60)))
    row = films.films.row_at(3)
    assert row is not None
    assert [picture.width() > films.fontMetrics().horizontalAdvance(row.title) for picture in pictures] == [
        True
    ]


def test_two_selected_items_are_dragged_down_together(
    window: Window, screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    before = titles(screen)
    order, viewport = screen.order, screen.order.viewport()
    keys = [item.key for item in screen.draft.programme.items]
    order.select_keys(keys[:2])
    start = order.visualRect(order.order.index_of(keys[0])).center()
    end = order.visualRect(order.order.index_of(keys[3])).bottomLeft() + QPoint(100, -3)
    drag(window, (viewport, start), (viewport, end))
    qtbot.waitUntil(lambda: titles(screen) == [*before[2:4], *before[:2], *before[4:]])
    screen.undo.trigger()
    assert titles(screen) == before
