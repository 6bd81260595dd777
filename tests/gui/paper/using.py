"""What tests of the Paper screen do with it: choose, look, read what it saved."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tourdesk.gui.paper.kinds_list import KindsList
from tourdesk.gui.paper.screen import PaperScreen


def settled(qtbot: QtBot, screen: PaperScreen) -> None:
    """Wait until the paper is there, or is known not to come, and nothing else is under way."""
    tasks = screen.context.tasks
    qtbot.waitUntil(lambda: screen.up_to_date and tasks.running == 0, timeout=60_000)


def papers_of(screen: PaperScreen) -> KindsList:
    (papers,) = screen.findChildren(KindsList)
    return papers


def act(screen: PaperScreen, name: str) -> QAction:
    (action,) = (action for action in screen.actions() if action.text() == name)
    return action


def box(screen: PaperScreen, name: str) -> QComboBox:
    (found,) = (one for one in screen.findChildren(QComboBox) if one.accessibleName() == name)
    return found


def choose(qtbot: QtBot, screen: PaperScreen, name: str, text: str) -> None:
    """Choose an entry of a box, as a user does, and wait for the paper."""
    chosen = box(screen, name)
    chosen.setCurrentText(text)
    chosen.activated.emit(chosen.currentIndex())
    settled(qtbot, screen)


def button(screen: PaperScreen, words_on_it: str) -> QPushButton:
    (found,) = (
        one for one in screen.findChildren(QPushButton) if words_on_it in one.text() and one.isVisible()
    )
    return found


def words(screen: PaperScreen) -> str:
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def saved_text(qtbot: QtBot, screen: PaperScreen, folder: Path) -> str:
    """What the paper that is shown says, saved and read back."""
    file = folder / "saved.pdf"
    file.unlink(missing_ok=True)
    screen.save_to(file)
    qtbot.waitUntil(file.exists, timeout=60_000)
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)
