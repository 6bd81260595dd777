"""The end of a page that goes on below: its last line fades instead of being cut."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_LINES = 1.4
"""So much of the page fades."""


class Fade(QWidget):
    """Lies over the lower edge of a scrolled page while there is more below."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area.viewport())
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        area.viewport().installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        solid = self.palette().color(QPalette.ColorRole.Window)
        clear = QColor(solid)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(1, solid)
        QPainter(self).fillRect(self.rect(), shade)

    def _follow(self) -> None:
        bar, page = self._area.verticalScrollBar(), self._area.viewport()
        height = int(self.fontMetrics().lineSpacing() * _LINES)
        self.setGeometry(0, page.height() - height, page.width(), height)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
