"""What a screen reader and a keyboard find on every screen and in every dialog, asked through Qt's accessibility interface."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.walking import DIALOGS, controls, open_dialog

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample

SCREENS = [place.name for place in PLACES]


@pytest.fixture
def window(qtbot: QtBot, context: Context, desks: Desks) -> Iterator[Window]:
    load_sample(desks)
    made = Window(context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.nights.known and context.tasks.running == 0)
    yield made
    made.close()


def said(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)).strip()


def place(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"


def nameless(whole: QWidget) -> list[str]:
    return [place(widget) for widget in controls(whole) if not widget.focusProxy() and not said(widget)]


def roleless(whole: QWidget) -> list[str]:
    """Controls of which a screen reader cannot say what they are; those that paint themselves have their name alone."""
    return [
        place(widget)
        for widget in controls(whole)
        if QAccessible.queryAccessibleInterface(widget).role() is QAccessible.Role.NoRole
    ]


def alike(whole: QWidget) -> list[str]:
    """Names that two controls side by side share, with nothing said that tells them apart."""
    names = Counter(
        (id(widget.parentWidget()), widget.accessibleDescription(), said(widget))
        for widget in controls(whole)
        if not widget.focusProxy()
    )
    return [name for (_parent, _described, name), times in names.items() if times > 1]


def out_of_order(whole: QWidget) -> list[str]:
    """Controls to which Tab comes after a neighbour that is read later: below it, or right of it in its row."""
    found = []
    order = controls(whole)
    for before, after in pairwise(order):
        if before.parentWidget() is not after.parentWidget():
            continue
        first, second = (widget.mapTo(whole, QPoint(0, 0)) for widget in (before, after))
        in_one_row = first.y() < second.y() + after.height() and second.y() < first.y() + before.height()
        if second.x() < first.x() if in_one_row else second.y() < first.y():
            found.append(f"{said(after)} after {said(before)}")
    return found


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_of_a_screen_has_a_name_a_role_and_its_turn(
    qtbot: QtBot, window: Window, context: Context, name: str
) -> None:
    window.show_screen(name)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    assert nameless(window) == []
    assert roleless(window) == []
    assert alike(window) == []
    assert out_of_order(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_a_role_and_its_turn(
    qtbot: QtBot, window: Window, name: str
) -> None:
    dialog = open_dialog(qtbot, window, name)
    assert controls(dialog)
    assert nameless(dialog) == []
    assert roleless(dialog) == []
    assert alike(dialog) == []
    assert out_of_order(dialog) == []
    dialog.close()


class Shown(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(place(watched) if watched.parentWidget() else type(watched).__name__)
        return False


def test_no_part_of_a_screen_is_shown_as_a_window_of_its_own(
    qtbot: QtBot, window: Window, context: Context, qapp: QApplication
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    for name in SCREENS:
        window.show_screen(name)
        qtbot.waitUntil(lambda: context.tasks.running == 0)
    window.show_screen("Films")
    qapp.removeEventFilter(shown)
    assert shown.windows == []
