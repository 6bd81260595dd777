"""Every screen and every dialog of the window, for tests that look at all of them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.frame.keys import KeysDialog
from tourdesk.gui.frame.night_dialog import NightDialog
from tourdesk.gui.frame.sponsors_dialog import SponsorsDialog
from tourdesk.gui.frame.tour_dialog import TourDialog
from tourdesk.gui.problems import TroubleDialog
from tourdesk.gui.window import Window


def _action(name: str) -> Callable[[Window], object]:
    return lambda window: next(
        action for action in window.actions_everywhere() if action.text() == name
    ).trigger()


DIALOGS: Mapping[str, tuple[type[QDialog], Callable[[Window], object]]] = {
    "a new night": (NightDialog, _action("New night…")),
    "the night": (NightDialog, _action("Change this night…")),
    "the tour": (TourDialog, _action("Change the tour…")),
    "the sponsors": (SponsorsDialog, _action("Sponsors…")),
    "the keys": (KeysDialog, _action("Keys…")),
    "a problem": (
        TroubleDialog,
        lambda window: window.show_error(ProblemForUser("The disk is full; please make room. " * 3)),
    ),
    "a bug": (TroubleDialog, lambda window: window.show_error(ValueError("a mistake"))),
}
"""Each dialog of the frame: its class, and how it is opened."""


def open_dialog(qtbot: QtBot, window: Window, name: str) -> QDialog:
    """Open one of `DIALOGS` and wait until it is there."""
    kind, opened = DIALOGS[name]
    opened(window)
    qtbot.waitUntil(lambda: bool(_shown(kind)))
    (dialog,) = _shown(kind)
    qtbot.waitExposed(dialog)
    return dialog


def _shown(kind: type[QDialog]) -> list[QDialog]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
    ]


def controls(whole: QWidget) -> list[QWidget]:
    """The visible widgets that take the focus by Tab, in the order of that key."""
    found = []
    widget = whole.nextInFocusChain()
    while widget is not None and widget is not whole:
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and widget.isVisible() and widget.isEnabled() and whole.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
