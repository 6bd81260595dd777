"""The main job from end to end, in a real window, by keyboard: from an empty database to two printed papers."""

from functools import partial
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.frame.night_dialog import NightDialog
from tourdesk.gui.paper.kinds_list import KindsList
from tourdesk.gui.paper.screen import PaperScreen
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.gui.window import Window

pytestmark = pytest.mark.desktop

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

LINE_UP = """Night Ridge
Runtime: 52 minutes
Directed by: Mara Olsen + Tom Reed
Language: English
Country of origin: Norway

Two friends carry one lamp over a ridge that neither has seen by day.

First Snow
Runtime: 48 minutes
Directed by: Ines Calvo
Language: Spanish
Country of origin: Spain

A postwoman runs her round for the last time before the road is closed.
"""


def test_pages_become_a_checked_and_printed_evening(
    qtbot: QtBot, desks: Desks, settings: QSettings, tmp_path: Path
) -> None:
    tasks = Tasks()
    window = Window(Context(desks, tasks, settings))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, FilmsScreen))

    read_the_line_up(qtbot, window, desks)
    make_the_night(qtbot, window, desks)
    build_the_evening(qtbot, window, desks)
    look_at_both_papers(qtbot, window, tmp_path)

    window.close()
    qtbot.waitUntil(lambda: tasks.running == 0)


def focus(window: Window) -> QWidget:
    """Where the keyboard is."""
    widget: QWidget | None = window.focusWidget()
    assert widget is not None
    return widget


def read_the_line_up(qtbot: QtBot, window: Window, desks: Desks) -> None:
    films = window.screen_shown
    assert isinstance(films, FilmsScreen)
    QApplication.clipboard().setText(LINE_UP)
    QTest.keyClick(focus(window), KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: films.checking)
    assert desks.library.rows() == []
    for _ in range(2):
        QTest.keyClick(focus(window), KEY.Key_Return)
    qtbot.waitUntil(lambda: len(desks.library.rows()) == 2)


def make_the_night(qtbot: QtBot, window: Window, desks: Desks) -> None:
    window.edit_night(None)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NightDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NightDialog)
    lines = {line.accessibleName(): line for line in dialog.findChildren(QLineEdit)}
    for name, text in (("Tour", "Trails 2027"), ("Name of the venue", "Assembly Rooms"), ("Town", "Sydney")):
        lines[name].selectAll()
        QTest.keyClicks(lines[name], text)
    (programme,) = (box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Programme")
    programme.setCurrentText("Opening night")
    (save,) = (button for button in dialog.findChildren(QPushButton) if button.isDefault())
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desks.touring.screenings()) == 1)


def build_the_evening(qtbot: QtBot, window: Window, desks: Desks) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, KEY.Key_2, CONTROL)
    builder = window.screen_shown
    assert isinstance(builder, ProgrammeScreen)
    qtbot.waitUntil(lambda: builder.draft.programme.name == "Opening night")
    for title in ("Night Ridge", "First Snow"):
        builder.library.search.setText(title)
        qtbot.waitUntil(partial(shows_only, builder, title))
        QTest.keyClick(builder.library.list, KEY.Key_Return)
    qtbot.waitUntil(lambda: builder.builder.saver.idle)
    (screening,) = desks.touring.screenings()
    assert screening.id is not None
    order = desks.evening(screening.id).order
    assert [timed.item.title for timed in order.items] == ["Night Ridge", "First Snow"]
    assert 0 < order.margin < screening.slot.seconds


def shows_only(builder: ProgrammeScreen, title: str) -> bool:
    return [row.title for row in builder.library.list.films.rows] == [title]


def look_at_both_papers(qtbot: QtBot, window: Window, folder: Path) -> None:
    QTest.keyClick(window, KEY.Key_3, CONTROL)
    paper = window.screen_shown
    assert isinstance(paper, PaperScreen)
    (kinds,) = paper.findChildren(KindsList)
    for file in (folder / "programme.pdf", folder / "run-sheet.pdf"):
        qtbot.waitUntil(lambda: paper.up_to_date and paper.preview.pages > 0, timeout=30_000)
        paper.save_to(file)
        qtbot.waitUntil(file.exists)
        with pypdfium2.PdfDocument(file) as document:
            text = " ".join(page.get_textpage().get_text_range() for page in document)
        assert "Night Ridge" in text
        assert "First Snow" in text
        kinds.setFocus()
        QTest.keyClick(kinds, KEY.Key_Down)
