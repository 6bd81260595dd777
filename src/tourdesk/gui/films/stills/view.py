"""A film's still on the page: fills its frame."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.stills.pictures import filled

_ROUND = 8.0
_HIGHEST, _LOWEST = 0.42, 180
"""Of the page's height, as the facts below are to be in sight too; and pixels that it may always have."""
_FLATTEST = 2.35
"""A frame's width by its height: a flatter one would cut a still to a band."""


class StillView(QWidget):
    """The still in a frame of 16 to 9, flatter where that would be too high, then narrower; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._cut = QImage()
        self._highest = _LOWEST
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Still"))

    def show_image(self, image: QImage) -> None:
        """Show a still; a null image for none."""
        self._image = image
        self._cut = QImage()
        self.setVisible(not image.isNull())
        self.updateGeometry()
        self.update()

    def fit_page(self, height: int) -> None:
        """Take no more than a share of a page of this height."""
        self._highest = max(round(height * _HIGHEST), _LOWEST)
        self.updateGeometry()

    @property
    def frame(self) -> QRect:
        """Where the still is drawn."""
        return QRect(0, 0, min(self.width(), round(self.height() * _FLATTEST)), self.height())

    # The names are Qt's.

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return min(width * 9 // 16, self._highest)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, self.heightForWidth(360))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._cut = QImage()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.frame).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, _ROUND, _ROUND)
        painter.setClipPath(path)
        painter.drawImage(self.frame, self._cut_image())
        painter.setClipping(False)
        edge = QColor(self.palette().color(QPalette.ColorRole.Text))
        edge.setAlpha(30)
        painter.setPen(QPen(edge, 1))
        painter.drawPath(path)

    def _cut_image(self) -> QImage:
        if self._cut.isNull():
            self._cut = filled(self._image, self.frame.size() * self.devicePixelRatioF())
        return self._cut
