"""What a screen reader and a keyboard find on every screen and in every dialog, asked through Qt's accessibility interface."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.walking import arrive, controls
from tools.views import SCREENS, STATES, VIEWS

from tourdesk.gui.context import Context
from tourdesk.gui.window import Window


def said(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)).strip()


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def place(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"


def nameless(whole: QWidget) -> list[str]:
    return [place(widget) for widget in controls(whole) if not widget.focusProxy() and not said(widget)]


def roleless(whole: QWidget) -> list[str]:
    """Controls of which a screen reader cannot say what they are."""
    return [place(widget) for widget in controls(whole) if role(widget) is QAccessible.Role.NoRole]


def general(whole: QWidget) -> list[str]:
    """Controls that are neither Qt's nor areas that scroll, and of which nobody says what they are."""
    return [
        place(widget)
        for widget in controls(whole)
        if role(widget) in {QAccessible.Role.Client, QAccessible.Role.Border}
        and not isinstance(widget, QAbstractScrollArea)
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def alike(whole: QWidget) -> list[str]:
    """Names that two controls of a kind share side by side, with nothing said that tells them apart."""
    names = Counter(
        (id(widget.parentWidget()), role(widget), widget.accessibleDescription(), said(widget))
        for widget in controls(whole)
        if not widget.focusProxy()
    )
    return [name for (_parent, _role, _described, name), times in names.items() if times > 1]


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
            found.append(f"{said(after)} ({place(after)}) after {said(before)}")
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_every_control_has_a_name_a_role_and_its_turn(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    shown = arrive(qtbot, sample_window, sample, name)
    assert controls(shown)
    assert nameless(shown) == []
    assert roleless(shown) == []
    assert general(shown) == []
    assert alike(shown) == []
    assert out_of_order(shown) == []


@pytest.mark.parametrize("name", VIEWS)
def test_no_button_is_for_the_mouse_alone(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    shown = arrive(qtbot, sample_window, sample, name)
    by_name = {plain(action) for action in sample_window.actions_here()}
    for button in shown.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.focusPolicy() is Qt.FocusPolicy.NoFocus:
            assert said(button) in by_name or of_qt(button), place(button)


@pytest.mark.parametrize("name", [*SCREENS, *STATES])
def test_every_action_is_found_by_its_name_or_in_a_menu_that_keys_open(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    shown = arrive(qtbot, sample_window, sample, name)
    by_name = {plain(action) for action in sample_window.actions_here()}
    on_buttons = {said(control) for control in controls(shown)}
    in_menus = {action for control in controls(shown) for action in behind(control)}
    lost = [
        f"{action.text()} of {type(action.parent()).__name__}"
        for action in shown.findChildren(QAction)
        if action.text() and action.isEnabled() and action.isVisible() and action.menu() is None
        if plain(action) not in by_name | on_buttons and action not in in_menus and not of_qt(action)
        if any(owner.isVisible() for owner in action.associatedObjects() if isinstance(owner, QWidget))
    ]
    assert lost == []


@pytest.mark.parametrize("name", [*SCREENS, *STATES])
def test_every_key_means_one_thing_and_stands_in_the_list_of_keys(
    qtbot: QtBot, sample_window: Window, sample: Context, name: str
) -> None:
    arrive(qtbot, sample_window, sample, name)
    heard = [
        (key.toString(), action)
        for action in sample_window.findChildren(QAction)
        if action.isEnabled() and not of_qt(action)
        if any(owner.isVisible() for owner in action.associatedObjects() if isinstance(owner, QWidget))
        for key in action.shortcuts()
    ]
    assert {"Ctrl+K", "F1", "F6"} < {key for key, _action in heard}
    assert sample_window.findChildren(QShortcut) == []
    listed = {plain(action) for action in sample_window.actions_here()}
    assert [f"{key}: {action.text()}" for key, action in heard if plain(action) not in listed] == []
    names = {key: {plain(action) for other, action in heard if other == key} for key, _action in heard}
    assert [f"{key}: {sorted(several)}" for key, several in names.items() if len(several) > 1] == []
    unsaid = [
        f"{button.toolTip()} {action.shortcut().toString()}"
        for key, action in heard
        for button in action.associatedObjects()
        if isinstance(button, QToolButton) and button.isVisible() and button.defaultAction() is action
        if action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) not in button.toolTip()
    ]
    assert unsaid == []


def plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def of_qt(thing: QObject) -> bool:
    """Whether Qt made it by itself within one of its widgets: the cross of a field, the arrows of a bar of tabs, a calendar."""
    parent = thing.parent()
    return thing.objectName().startswith("qt_") or isinstance(
        parent, QLineEdit | QTabBar | QCalendarWidget | QTableView | QScrollBar
    )


def behind(control: QWidget) -> list[QAction]:
    """The actions of a control's menu, and of the menus in it."""
    menu = control.menu() if isinstance(control, QPushButton | QToolButton) else None
    found = list(control.actions())
    waiting = [menu] if menu is not None else []
    while waiting:
        for action in waiting.pop().actions():
            found.append(action)
            inner = action.menu()
            if isinstance(inner, QMenu):
                waiting.append(inner)
    return found


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
    qtbot: QtBot, sample_window: Window, sample: Context, qapp: QApplication
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    for name in SCREENS:
        arrive(qtbot, sample_window, sample, name)
    sample_window.show_screen("Films")
    qapp.removeEventFilter(shown)
    assert shown.windows == []
