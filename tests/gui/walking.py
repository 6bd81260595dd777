"""Walking through all that the window can show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tools.views import VIEWS

from tourdesk.gui.context import Context
from tourdesk.gui.window import Window


def arrive(qtbot: QtBot, window: Window, context: Context, name: str) -> QWidget:
    """Open one of `VIEWS`, wait until it is there with all that it reads, and return it: the window, or a dialog."""
    view = VIEWS[name]
    qtbot.waitUntil(lambda: window.nights.known and _is_calm(context), timeout=30_000)
    view.open(window, context)
    qtbot.waitUntil(lambda: context.tasks.running == 0 and view.shown(window) is not None, timeout=60_000)
    shown = view.shown(window)
    assert shown is not None
    qtbot.waitExposed(shown.window())
    return shown


def _is_calm(context: Context) -> bool:
    """Whether nothing is under way, nor begins as soon as what was read is painted."""
    if context.tasks.running == 0:
        QApplication.processEvents()
    return context.tasks.running == 0


def controls(whole: QWidget) -> list[QWidget]:
    """The visible widgets that take the focus by Tab, in the order of that key."""
    found = []
    window = whole.window()
    widget, last = window, window.previousInFocusChain()
    while widget is not last:
        # PySide takes what this returns for a child of what it is asked of. Asked of the last one, the window would
        # belong to it, and go with it before its time: Qt would draw what Python has taken away.
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and widget.isVisible() and widget.isEnabled() and whole.isAncestorOf(widget):
            found.append(widget)
    window.findChildren(QWidget)  # all are taken for children of the window again
    return found
