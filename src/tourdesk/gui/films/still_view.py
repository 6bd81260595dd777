"""A film's still on the page: fills its frame, and takes a picture that is dropped or chosen while editing."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.films.stills import filled

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff")
_ROUND = 8.0
_MOST_PIXELS = 2400
_LIMIT_BYTES = 40_000_000


def still_from_file(path: Path) -> bytes:
    """A picture file's bytes as a still, a large one made smaller. Raises ProblemForUser when it is no picture."""
    try:
        if path.stat().st_size > _LIMIT_BYTES:
            raise ProblemForUser(f"{path.name} is larger than 40 MB; please choose a smaller picture.")
        data = path.read_bytes()
    except OSError as error:
        raise ProblemForUser(
            f"{path.name} cannot be read; please check that it is still there.", detail=str(error)
        ) from error
    return still_from_image(QImage.fromData(data), path.name, data)


def still_from_image(image: QImage, name: str, data: bytes | None = None) -> bytes:
    """A picture as a still; `data` is the file it came from, kept as it is when it is small enough."""
    if image.isNull():
        raise ProblemForUser(
            f"{name} is no picture that TourDesk can read; please choose a PNG or JPEG file."
        )
    if data is not None and max(image.width(), image.height()) <= _MOST_PIXELS:
        return data
    smaller = image
    if max(image.width(), image.height()) > _MOST_PIXELS:
        smaller = image.scaled(
            _MOST_PIXELS,
            _MOST_PIXELS,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    smaller.save(buffer, "JPEG", 88)  # type: ignore[call-overload]  # the stub knows only file names
    return bytes(kept.data())


class StillView(QWidget):
    """The still in a frame of 16 to 9; while it can be changed it says so, and takes drops."""

    picture_dropped = Signal(object)
    """bytes: a still that was dropped."""
    problem = Signal(object)
    """ProblemForUser: what was dropped is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._cut = QImage()
        self._editable = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Still")

    def show_image(self, image: QImage) -> None:
        """Show a still; a null image for none."""
        self._image = image
        self._cut = QImage()
        self.setVisible(self._editable or not image.isNull())
        self.updateGeometry()
        self.update()

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - Qt's own manner
        """Whether pictures can be dropped here."""
        self._editable = editable
        self.setAcceptDrops(editable)
        self.show_image(self._image)

    # The names are Qt's.

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return width * 9 // 16 if not self._image.isNull() else min(width * 9 // 16, 120)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, self.heightForWidth(360))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._cut = QImage()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, _ROUND, _ROUND)
        if self._image.isNull():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.5, Qt.PenStyle.DashLine))
            painter.drawPath(path)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "Drop a still here, or choose a file below")
            return
        painter.setClipPath(path)
        painter.drawImage(self.rect(), self._cut_image())
        painter.setClipping(False)
        edge = QColor(self.palette().color(QPalette.ColorRole.Text))
        edge.setAlpha(30)
        painter.setPen(QPen(edge, 1))
        painter.drawPath(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        try:
            self.picture_dropped.emit(_still_from_drop(event.mimeData()))
        except ProblemForUser as problem:
            self.problem.emit(problem)

    def _cut_image(self) -> QImage:
        if self._cut.isNull():
            self._cut = filled(self._image, self.size() * self.devicePixelRatioF())
        return self._cut


def _still_from_drop(mime: QMimeData) -> bytes:
    if mime.hasUrls() and mime.urls()[0].isLocalFile():
        return still_from_file(Path(mime.urls()[0].toLocalFile()))
    if mime.hasImage():
        return still_from_image(QImage(mime.imageData()), "What was dropped")
    raise ProblemForUser("What was dropped is no picture; please save the picture as a file and drop that.")
