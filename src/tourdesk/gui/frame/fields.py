"""A field with its label above it, as forms lay them out."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QStringListModel, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.calendar import calendar
from tourdesk.gui.completion import completer_of
from tourdesk.gui.tokens import SPACE_TINY


def labelled(words: str, field: QWidget) -> QWidget:
    """The field below its label; the label names it for screen readers, and Alt and its letter go to it."""
    label = QLabel(words)
    label.setProperty("role", "quiet")
    label.setBuddy(field)
    # What has the focus says the name: of a field made of several widgets, its proxy.
    for named in (field, field.focusProxy()):
        if named is not None:
            named.setAccessibleName(words.replace("&", ""))
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_TINY)
    column.addWidget(label)
    column.addWidget(field)
    column.addStretch()
    return whole


class NameBox(QComboBox):
    """A field to choose a name from, or to type a new one; any part of a name completes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._names = QStringListModel(self)
        self.setCompleter(completer_of(self._names, self))

    def offer(self, names: Sequence[str]) -> None:
        """The names to choose from."""
        self.clear()
        self.addItems(list(names))
        self._names.setStringList(list(names))


class TimeField(QTimeEdit):
    """A clock time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.setWrapping(True)

    @property
    def value(self) -> time:
        """The time that stands there."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        # Of a time that is selected as a whole Qt would type over the minutes alone.
        if event.text().isdigit() and self.lineEdit().selectedText() == self.lineEdit().text():
            self.setSelectedSection(QTimeEdit.Section.HourSection)
        super().keyPressEvent(event)

    def put(self, at: time) -> None:
        """Show this time."""
        self.setTime(QTime(at.hour, at.minute))


class DateField(QDateEdit):
    """A date, with the weekday, and a calendar to choose from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setCalendarWidget(calendar())
        self.setDisplayFormat(_("ddd d MMM yyyy"))

    @property
    def value(self) -> date:
        """The date that stands there."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def put(self, day: date) -> None:
        """Show this date."""
        self.setDate(QDate(day.year, day.month, day.day))
