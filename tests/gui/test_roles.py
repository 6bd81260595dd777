"""Controls that paint themselves say what they are, for as long as they live and Qt asks, and not a moment longer."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.gui.programme.slot_bar import SlotBar
from tourdesk.gui.roles import Role, known_as


@pytest.fixture
def _listening() -> Iterator[None]:
    """As with a screen reader that runs beside."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def test_the_slot_bar_is_a_chart_with_its_name_and_the_night_in_words(qtbot: QtBot) -> None:
    bar = SlotBar()
    qtbot.addWidget(bar)
    bar.show_night(None, None)
    said = QAccessible.queryAccessibleInterface(bar)
    assert said.role() is Role.Chart
    assert said.text(QAccessible.Text.Name) == "The slot of the night"
    assert said.text(QAccessible.Text.Description) == "There is no night yet."


def button_like(name: str) -> QWidget:
    made = QWidget()
    known_as(made, Role.Button)
    made.setAccessibleName(name)
    return made


@pytest.mark.usefixtures("_listening")
def test_what_qt_asks_outlives_what_python_has_forgotten_and_goes_with_its_widget(qtbot: QtBot) -> None:
    for turn in range(200):
        page = QWidget()
        column = QVBoxLayout(page)
        for place in range(3):
            column.addWidget(button_like(f"line {place}"))
        if turn % 50 == 0:
            page.show()
            gc.collect()
        lines = QAccessible.queryAccessibleInterface(page)
        found = [lines.child(place) for place in range(lines.childCount())]
        assert [one.role() for one in found] == [Role.Button] * 3
        assert [one.text(QAccessible.Text.Name) for one in found] == ["line 0", "line 1", "line 2"]
        del lines, found
        page.deleteLater()
        del page, column
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    after = QWidget()
    qtbot.addWidget(after)
    assert QAccessible.queryAccessibleInterface(after).role() is Role.Client
