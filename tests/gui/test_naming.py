"""Asking for a name."""

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.gui.naming import ask_name


def test_a_name_of_some_words_is_seen_whole_while_it_is_typed(qtbot: QtBot) -> None:
    window, typed = QWidget(), list[str]()
    qtbot.addWidget(window)
    window.show()
    name = "Short films from the mountains without words"
    ask_name(window, "Save this search", "Name", name, typed.append)
    (dialog,) = window.findChildren(QInputDialog)
    (line,) = dialog.findChildren(QLineEdit)
    qtbot.waitUntil(line.isVisible)
    assert line.width() > line.fontMetrics().horizontalAdvance(name)
    dialog.accept()
    assert typed == [name]
