from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.gui.actions import Act, add_action, push_button, tool_button


def place(qtbot: QtBot) -> QWidget:
    """A screen with a field, and another screen beside it."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QWidget())
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.findChildren(QLineEdit)[0].setFocus()
    return window


def test_an_action_does_its_deed_by_button_and_by_shortcut(qtbot: QtBot) -> None:
    window = place(qtbot)
    done: list[str] = []
    action = add_action(window, Act("Save as PDF…", "export", "Ctrl+S"), lambda: done.append("saved"))
    push_button(action, window).click()
    tool_button(action, window).click()
    QTest.keyClick(window.findChildren(QLineEdit)[0], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == ["saved"] * 3


def test_the_tooltip_says_the_keys(qtbot: QtBot) -> None:
    window = place(qtbot)
    action = add_action(window, Act("Save as PDF…", shortcut="Ctrl+S"), lambda: None)
    assert push_button(action, window).toolTip() == "Save as PDF (Ctrl+S)"
    assert tool_button(action, window).toolTip() == "Save as PDF (Ctrl+S)"
    assert tool_button(action, window).accessibleName() == "Save as PDF"


def test_buttons_follow_their_action(qtbot: QtBot) -> None:
    window = place(qtbot)
    action = add_action(window, Act("Whole page", checkable=True), lambda: None)
    button = push_button(action, window)
    action.setEnabled(False)
    action.setText("The whole page")
    action.setChecked(True)
    assert (button.isEnabled(), button.text(), button.isChecked()) == (False, "The whole page", True)


def test_a_button_that_is_gone_is_no_trouble_for_its_action(qtbot: QtBot) -> None:
    window = place(qtbot)
    action = add_action(window, Act("Undo"), lambda: None)
    button = push_button(action, window)
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    action.setEnabled(False)


def test_an_action_belongs_to_its_screen_unless_it_is_everywhere(qtbot: QtBot) -> None:
    window = place(qtbot)
    screen, field = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    heard: list[str] = []
    add_action(screen, Act("Here", shortcut="Ctrl+H"), lambda: heard.append("here"))
    add_action(
        screen, Act("Everywhere", shortcut="Ctrl+E", everywhere=True), lambda: heard.append("everywhere")
    )
    QTest.keyClick(field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["everywhere"]
