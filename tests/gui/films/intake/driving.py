"""What drives the check of a page as its users do, by keys and by what they read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.library.intake.readings import PageReading
from tourdesk.library.reading_in import Document, Given


def pasted(page: PageReading) -> Document:
    """A page as if it had been pasted."""
    return Document(Given("the clipboard", page.text), page)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def field(check: CheckPanel, name: str) -> QLineEdit:
    return next(f for f in check.fields.rows[name].findChildren(QLineEdit) if not f.isHidden())


def focus_of(window: QWidget) -> QWidget:
    """Where the keyboard is."""
    widget = window.focusWidget()
    assert widget is not None
    return widget


def focus(check: CheckPanel) -> QWidget:
    return focus_of(check.window())


def press(check: CheckPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focus(check), key)


def steps(check: CheckPanel) -> list[str]:
    model = check.strip.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
