"""A film's stills as a row of small pictures: one is chosen, by mouse or arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.films.stills.pictures import filled
from tourdesk.gui.theme import tokens
from tourdesk.library.films import Still

SIZE = QSize(96, 54)


class _Frame(QStyledItemDelegate):
    """Draws a still with round corners, the chosen one in a frame."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = QRectF(option.rect)
        frame = QRectF(0, 0, SIZE.width(), SIZE.height())
        frame.moveCenter(cell.center())
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap) and not picture.isNull():
            painter.drawPixmap(frame.toRect(), picture)
        else:
            painter.fillRect(frame, tokens().sunken)
        painter.setClipping(False)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(tokens().accent, 2))
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 5, 5)
        painter.restore()


class StillStrip(QListWidget):
    """Small pictures in rows, as high as they need."""

    chosen = Signal(int)
    """The place of the still that is looked at now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setIconSize(SIZE)
        self.setGridSize(SIZE + QSize(10, 10))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Frame(self))
        self.setAccessibleName(_("Stills"))
        self.currentRowChanged.connect(self._on_row)

    def show_stills(self, stills: Sequence[Still], current: int = 0) -> None:
        """Show these, the one at `current` chosen."""
        self.blockSignals(True)
        self.clear()
        for number, still in enumerate(stills, 1):
            image = filled(QImage.fromData(still.thumbnail), SIZE * self.devicePixelRatioF())
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.DecorationRole, QPixmap.fromImage(image))
            item.setSizeHint(self.gridSize())
            said = _("Still {number} of {count}", number=number, count=len(stills))
            item.setToolTip(said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.addItem(item)
        self.setCurrentRow(min(current, len(stills) - 1))
        self.blockSignals(False)
        self._fit()

    # The names are Qt's.

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]  # what Qt gave
        self._fit()

    def _fit(self) -> None:
        beside = max(1, self.viewport().width() // self.gridSize().width())
        rows = -(-self.count() // beside)
        self.setFixedHeight(rows * self.gridSize().height() + 2)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
