import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.paper.screen import PaperScreen
from tourdesk.gui.theme import Scheme, theme
from tourdesk.gui.window import Window
from tourdesk.sample import load_sample

pytestmark = pytest.mark.desktop

CONTROL = Qt.KeyboardModifier.ControlModifier
SCREENS = {"Films": Qt.Key.Key_1, "Programme": Qt.Key.Key_2, "Paper": Qt.Key.Key_3}


def go_to(qtbot: QtBot, window: Window, name: str) -> QWidget:
    QTest.keyClick(window, SCREENS[name], CONTROL)
    shown = window.screen_shown
    assert shown is not None
    assert shown.name == name
    if isinstance(shown, PaperScreen):
        qtbot.waitUntil(lambda: shown.preview.pages > 0 and shown.up_to_date, timeout=30_000)
    QTest.qWait(300)
    return shown


def picture(window: Window) -> QImage:
    """What stands on the screen, not what the widgets would like to show."""
    return window.screen().grabWindow(window.winId()).toImage()


def brightness(image: QImage) -> float:
    small = image.scaled(40, 25).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(small.pixelColor(x, y).lightness() for x in range(40) for y in range(25)) / 1000


def cut_off(window: Window) -> list[str]:
    """Words that have less room than they need, and controls that reach out of the window."""
    found = []
    inside = QRect(QPoint(0, 0), window.size())
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            may_shrink = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            if not (may_shrink or wraps) and widget.width() < widget.minimumSizeHint().width():
                found.append(f"{widget.text()!r} has {widget.width()} of {widget.minimumSizeHint().width()}")
        if isinstance(widget, QAbstractButton):
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not inside.contains(place) and widget.visibleRegion().boundingRect() != widget.rect():
                found.append(f"{widget.text()!r} reaches out of the window")
    return found


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_is_cut_at_the_smallest_size(qtbot: QtBot, window: Window, name: str, scheme: Scheme) -> None:
    theme().choose(scheme)
    go_to(qtbot, window, name)
    assert (window.width(), window.height()) == (1280, 800)
    assert cut_off(window) == []


def nameless(window: QWidget) -> list[str]:
    """Controls that take the focus and say nothing to a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_says_its_name_to_a_screen_reader(qtbot: QtBot, window: Window, name: str) -> None:
    go_to(qtbot, window, name)
    assert nameless(window) == []


@pytest.mark.parametrize("name", SCREENS)
def test_each_screen_has_the_focus_somewhere_when_it_comes(qtbot: QtBot, window: Window, name: str) -> None:
    screen = go_to(qtbot, window, name)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.isAncestorOf(focused)


@pytest.mark.parametrize("name", SCREENS)
def test_the_tab_key_reaches_screen_rail_and_night_and_comes_back(
    qtbot: QtBot, window: Window, name: str
) -> None:
    screen = go_to(qtbot, window, name)
    begun = QApplication.focusWidget()
    reached: list[QWidget] = []
    # Within a text with links, a date or a clock time the key goes from part to part.
    while (focused := QApplication.focusWidget()) is not begun or not reached:
        assert focused is not None
        assert len(reached) < 400, f"the key does not come back; it is at {reached[-20:]}"
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    names = {widget.objectName() for widget in reached}
    assert "nightButton" in names
    assert any(widget.property("rail") for widget in reached)
    assert sum(screen.isAncestorOf(widget) for widget in reached) >= 3


def test_the_screen_turns_dark_and_light_while_it_is_open(qtbot: QtBot, window: Window) -> None:
    go_to(qtbot, window, "Films")
    qtbot.waitUntil(lambda: brightness(picture(window)) > 180)
    theme().choose(Scheme.DARK)
    qtbot.waitUntil(lambda: brightness(picture(window)) < 80)
    theme().choose(Scheme.LIGHT)
    qtbot.waitUntil(lambda: brightness(picture(window)) > 180)


def test_a_paper_is_chosen_and_turned_by_keys_alone(qtbot: QtBot, window: Window) -> None:
    screen = go_to(qtbot, window, "Paper")
    assert isinstance(screen, PaperScreen)
    assert screen.preview.pages >= 2
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_PageDown, CONTROL)
    assert screen.preview.page == 2
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.kind.name == "run-sheet" and screen.up_to_date, timeout=30_000)
    assert screen.preview.page == 1


def test_the_night_is_chosen_by_keys_alone(qtbot: QtBot, window: Window) -> None:
    go_to(qtbot, window, "Films")
    QTest.keyClick(window, Qt.Key.Key_O, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Upper Room" in header_words(window))


def header_words(window: Window) -> str:
    return " ".join(label.text() for label in window.header.findChildren(QLabel))


WHOLE_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tourdesk.bootstrap import command
from tourdesk.gui.app import make_application
from tourdesk.gui.window import Window

def look():
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]
    if window.screen_shown is None or not window.nights.known:
        QTimer.singleShot(50, look)
        return
    print(window.windowTitle(), "|", window.screen_shown.name, flush=True)
    window.close()

make_application()
QTimer.singleShot(50, look)
sys.exit(command(["--database", sys.argv[1]]))
"""


def test_the_program_starts_with_a_database_and_ends_with_its_window(tmp_path: Path, desks: Desks) -> None:
    load_sample(desks)
    desks.database.close()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WHOLE_PROGRAM, str(tmp_path / "festival.tourdesk")],
        check=False,
        capture_output=True,
        text=True,
        env=_at_home(tmp_path),
    )
    assert done.stderr == ""
    assert done.stdout == "festival.tourdesk – TourDesk | Films\n"
    assert done.returncode == 0


def _at_home(folder: Path) -> dict[str, str]:
    """An environment in which the program remembers nothing of this computer's user."""
    return os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
