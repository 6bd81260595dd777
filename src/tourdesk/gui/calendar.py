"""The month in which a date is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from tourdesk.gui.icons import icon


def calendar(parent: QWidget | None = None) -> QCalendarWidget:
    """Qt's calendar without red weekends, in which every week of a month has its room."""
    shown = QCalendarWidget(parent)
    shown.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    shown.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        shown.setWeekdayTextFormat(day, QTextCharFormat())
    for name, picture in (("qt_calendar_prevmonth", "previous"), ("qt_calendar_nextmonth", "next")):
        button = shown.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(picture))
    line = shown.fontMetrics()
    shown.setMinimumSize(line.horizontalAdvance("Wed ") * 8, line.height() * 15)
    return shown
