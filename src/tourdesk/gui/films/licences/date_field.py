"""A field for a date: typed, or taken from a calendar below it."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from tourdesk.foundation.dates import day_figures
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.calendar import calendar
from tourdesk.gui.films.edit.row_kinds import night_typed
from tourdesk.gui.icons import icon


class DateField(QLineEdit):
    """A date or nothing; Alt+Down or its sign opens the calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(day_figures(date(2027, 5, 18)))
        self.calendar: QCalendarWidget | None = None
        self._open = QAction(icon("calendar"), _("Choose from a calendar (Alt+Down)"), self)
        self._open.triggered.connect(self.open_calendar)
        self._open.setShortcut("Alt+Down")
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def day(self) -> date | None:
        """The date that is typed; None for nothing. Raises ProblemForUser when it is none."""
        return night_typed(" ".join(self.text().split()))

    def open_calendar(self) -> None:
        """Show a calendar below the field, on the date that is typed, or on that of today."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = calendar(popup)
        shown.setAccessibleName(_("Calendar"))
        try:
            there = self.day()
        except ProblemForUser:
            there = None
        if there is not None:
            shown.setSelectedDate(QDate(there.year, there.month, there.day))
        shown.activated.connect(self._take)
        shown.clicked.connect(self._take)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(shown)
        self.calendar = shown
        popup.destroyed.connect(self._forget)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        shown.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: QDate) -> None:
        self.setText(day_figures(date(day.year(), day.month(), day.day())))
        if self.calendar is not None and (popup := self.calendar.window()) is not self.window():
            popup.close()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget(self) -> None:
        self.calendar = None
