"""The preview: the pages as they will be printed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.theme import theme
from tourdesk.gui.tokens import SPACE, SPACE_LARGE

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class _View(QPdfView):
    """Qt's view of a PDF; the wheel zooms while Ctrl is held."""

    zoom_wanted = Signal(int)
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


class Preview(QWidget):
    """Shows a PDF. When another comes in its place, the page and the zoom one is on are kept."""

    page_changed = Signal()
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self._view = _View(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._view.setPageSpacing(SPACE_LARGE)
        self._view.setDocumentMargins(self._view.documentMargins().__class__(SPACE, SPACE, SPACE, SPACE))
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._view.setAccessibleName(_("Preview"))
        self._view.zoom_wanted.connect(self.zoom_by)
        self._view.resized.connect(self.zoom_changed)
        self._view.pageNavigator().currentPageChanged.connect(lambda _page: self.page_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)
        theme().changed.connect(self._paint_ground)
        self._paint_ground()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount() if self._document is not None else 0

    @property
    def page(self) -> int:
        """The page in sight; the first is 1."""
        return self._view.pageNavigator().currentPage() + 1

    @property
    def fits_page(self) -> bool:
        """Whether whole pages are shown."""
        return self._view.zoomMode() is QPdfView.ZoomMode.FitInView

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth

    @property
    def zoom(self) -> float:
        """How large pages are shown; 1 is the size of the paper."""
        if not (self.fits_page or self.fits_width) or self._document is None or not self.pages:
            return self._view.zoomFactor()
        return self._fitting_zoom(self._document)

    def show_pdf(self, data: bytes) -> None:
        """Show this PDF in place of the one before."""
        page, bar = self.page, self._view.verticalScrollBar()
        before = (bar.value(), self._view.horizontalScrollBar().value()) if self.pages else None
        document = QPdfDocument(self)
        # The document reads from the buffer as long as it lives: it is its parent.
        buffer = QBuffer(document)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        old, self._document = self._document, document
        self._view.setDocument(document)
        if old is not None:
            old.deleteLater()
        self.go_to(page if before is not None else 1)
        if before is not None:
            # The view lays its pages out when it is next idle; before that its bars have no range.
            QTimer.singleShot(0, self, lambda: self._scroll_to(*before))
        self.page_changed.emit()
        self.zoom_changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        if self._document is not None:
            self._document.close()
            self.page_changed.emit()

    def go_to(self, page: int) -> None:
        """Bring a page into sight; pages before the first and after the last are those."""
        if self.pages:
            wanted = min(max(page, 1), self.pages) - 1
            self._view.pageNavigator().jump(wanted, QPointF(), self._view.pageNavigator().currentZoom())
            self.page_changed.emit()

    def fit_page(self) -> None:
        """Show whole pages."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.zoom_changed.emit()

    def fit_width(self) -> None:
        """Show pages as wide as there is room."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.zoom_changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Larger by so many steps, smaller when negative."""
        now = self.zoom
        if steps > 0:
            wanted = next((zoom for zoom in ZOOMS if zoom > now * 1.01), ZOOMS[-1])
        else:
            wanted = next((zoom for zoom in reversed(ZOOMS) if zoom < now * 0.99), ZOOMS[0])
        page = self.page
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(wanted)
        self.go_to(page)
        self.zoom_changed.emit()

    def _fitting_zoom(self, document: QPdfDocument) -> float:
        """The zoom that Qt's view takes by itself to fit; it does not tell."""
        size = document.pagePointSize(self._view.pageNavigator().currentPage())
        per_point = self.logicalDpiX() / 72
        room = self._view.viewport().size()
        wide = (room.width() - 2 * SPACE) / (size.width() * per_point)
        high = (room.height() - 2 * SPACE) / (size.height() * per_point)
        return wide if self.fits_width else min(wide, high)

    def _scroll_to(self, down: int, right: int) -> None:
        self._view.verticalScrollBar().setValue(down)
        self._view.horizontalScrollBar().setValue(right)

    def _paint_ground(self) -> None:
        """What lies behind the pages; Qt's view takes it from the palette."""
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme().tokens.sunken)
        self._view.setPalette(palette)
