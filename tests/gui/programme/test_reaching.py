"""Reaching everything: by mouse, by keyboard, by a screen reader; and what is said while there is nothing yet."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.films.table.model import films_as_mime
from tourdesk.gui.programme.rows import ItemRow
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.theme import Scheme, theme
from tourdesk.touring.night import Screening

MakeScreen = Callable[[Screening | None], ProgrammeScreen]


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def titles(screen: ProgrammeScreen) -> list[str]:
    return [row.timed.item.title for row in screen.order.order.rows if isinstance(row, ItemRow)]


def drag_to(screen: ProgrammeScreen, where: QPoint, mime: QMimeData, *, drop: bool) -> None:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = screen.order.viewport()
    # Qt asks on entering; what follows goes to whoever said yes.
    QApplication.sendEvent(viewport, QDragEnterEvent(QPointF(where), actions, mime, left, none))
    QApplication.sendEvent(viewport, QDragMoveEvent(QPointF(where), actions, mime, left, none))
    if drop:
        QApplication.sendEvent(viewport, QDropEvent(QPointF(where), actions, mime, left, none))


def test_a_film_is_dropped_where_the_line_was_shown(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    order = screen.order
    film = next(row for row in screen.library.list.films.rows if row.id == film_ids["Balance"])
    welcome = order.visualRect(order.order.index_of("welcome"))
    below = welcome.center() + QPoint(0, welcome.height() // 4)
    drag_to(screen, below, films_as_mime([film.id], [film.title]), drop=True)
    assert titles(screen) == ["Welcome", "Balance", "The Hard Way"]


def test_while_something_is_dragged_a_line_shows_where_it_would_go(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    order = screen.order
    film = next(row for row in screen.library.list.films.rows if row.id == film_ids["Balance"])
    before = order.viewport().grab().toImage()
    drag_to(
        screen,
        order.visualRect(order.order.index_of("welcome")).center(),
        films_as_mime([film.id], [film.title]),
        drop=False,
    )
    assert order.viewport().grab().toImage() != before


def test_a_drop_below_the_last_row_goes_to_the_end(screen: ProgrammeScreen) -> None:
    order = screen.order
    mime = order.order.mimeData([order.order.index_of("welcome")])
    drag_to(screen, QPoint(50, order.viewport().height() - 5), mime, drop=True)
    assert titles(screen) == ["The Hard Way", "Welcome"]


def test_a_click_on_the_bar_selects_the_item_in_the_list_and_the_inspector(screen: ProgrammeScreen) -> None:
    QTest.mouseClick(screen.bar, Qt.MouseButton.LeftButton, pos=screen.bar.middle_of("welcome"))
    assert screen.order.selected_keys() == ["welcome"]
    assert screen.inspector.item.title.text() == "Welcome"


def test_a_click_beside_the_items_shows_the_evening_again(screen: ProgrammeScreen) -> None:
    screen.order.select_keys(["welcome"])
    QTest.mouseClick(screen.bar, Qt.MouseButton.LeftButton, pos=QPoint(screen.bar.width() - 40, 60))
    assert screen.order.selected_keys() == []
    assert screen.inspector.evening.totals.isVisible()


def test_from_an_item_one_click_leads_back_to_the_evening(screen: ProgrammeScreen) -> None:
    screen.order.select_keys(["welcome"])
    back = next(button for button in screen.inspector.back_buttons if button.isVisible())
    back.click()
    assert screen.inspector.evening.totals.isVisible()


def test_a_click_on_the_plus_adds_the_film(screen: ProgrammeScreen, film_ids: dict[str, int]) -> None:
    films = screen.library.list
    place = films.films.place_of(film_ids["Balance"])
    assert place is not None
    rect = films.visualRect(films.films.index(place, 0))
    screen.order.clearSelection()
    QTest.mouseClick(
        films.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(rect.width() // 2 - 18, 0)
    )
    assert titles(screen) == ["Welcome", "The Hard Way", "Balance"]


def test_a_click_on_a_finding_selects_its_item(
    screen: ProgrammeScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    hard_way = film_ids["The Hard Way"]
    screen.builder.add_films([hard_way], 2)
    screen.order.clearSelection()
    findings = screen.inspector.evening.findings
    key = screen.draft.order.findings[0].item if screen.draft.order else None
    line = next(line for line in findings.lines if line.finding.item == key)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert screen.order.selected_keys() == [key]


def test_everything_that_takes_the_keyboard_has_a_name(screen: ProgrammeScreen) -> None:
    nameless = [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.objectName().startswith("qt_spinbox")
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and type(widget).__name__ != "QScrollArea"
    ]
    assert nameless == []


def test_tab_goes_in_reading_order(screen: ProgrammeScreen) -> None:
    screen.library.search.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [screen.library.fits, screen.library.list, screen.order]


def test_after_an_insert_enter_types_the_duration(screen: ProgrammeScreen) -> None:
    screen.insert_kinds[0].trigger()
    assert screen.order.hasFocus()
    QTest.keyClick(screen.order, Qt.Key.Key_Return)
    assert screen.order.state() is screen.order.State.EditingState


def test_enter_on_a_film_goes_to_what_can_be_said_about_it(screen: ProgrammeScreen) -> None:
    screen.order.select_keys([screen.draft.programme.items[1].key])
    QTest.keyClick(screen.order, Qt.Key.Key_Return)
    assert screen.inspector.item.gap.hasFocus()


def test_without_a_night_it_asks_for_one(make_screen: MakeScreen, context: Context, qtbot: QtBot) -> None:
    screen = make_screen(None)
    assert "There is no night yet" in said(screen)
    with qtbot.waitSignal(context.night_wanted):
        screen.make_night.trigger()


def test_a_night_without_a_programme_offers_a_new_one(
    make_screen: MakeScreen, desks: Desks, night: Screening, qtbot: QtBot
) -> None:
    screen = make_screen(desks.touring.save_screening(replace(night, programme_id=None)))
    empty = next(state for state in screen.findChildren(EmptyState) if state.isVisible())
    assert "This night has no programme yet" in said(empty)
    assert not screen.insert.isEnabled()
    screen.new.trigger()
    qtbot.waitUntil(lambda: screen.draft.is_open)
    assert "Drag films here,\nor press Enter on a film" in said(screen)


def test_the_width_of_the_panes_is_remembered(
    screen: ProgrammeScreen, context: Context, night: Screening, qtbot: QtBot
) -> None:
    splitter = screen.findChild(QSplitter)
    assert isinstance(splitter, QSplitter)
    splitter.setSizes([320, 480, 300])
    sizes = splitter.sizes()
    screen.leave()
    again = ProgrammeScreen(context)
    qtbot.addWidget(again, before_close_func=lambda closing: closing.leave())
    again.resize(screen.size())
    again.show()
    found = again.findChild(QSplitter)
    assert isinstance(found, QSplitter)
    assert found.sizes() == sizes


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [0.8, 1.0, 2.0])
def test_it_can_be_drawn_in_light_and_dark_at_any_size_of_text(
    screen: ProgrammeScreen, scheme: Scheme, size: float
) -> None:
    theme().choose(scheme)
    font = screen.font()
    font.setPointSizeF(font.pointSizeF() * size)
    screen.setFont(font)
    screen.order.select_keys(["welcome"])
    assert not screen.grab().isNull()
