"""The library as a grid of stills."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tourdesk.gui.films.model import FILM_ROLE, FilmListModel
from tourdesk.gui.films.stills import Stills
from tourdesk.gui.films.words import run_time_text
from tourdesk.library.films import FilmRow

STILL_SIZE = QSize(384, 216)
"""Twice what is shown, for screens of twice the density."""

_CARD = 208
_PADDING = 8
_ROUND = 6.0


class _Card(QStyledItemDelegate):
    """A film as a card: its still, its title, and under it year and run-time."""

    def __init__(self, stills: Stills, parent: QWidget) -> None:
        super().__init__(parent)
        self._stills = stills
        self.size = QSize(_CARD, _CARD)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(FILM_ROLE)
        card: QRect = option.rect.adjusted(4, 4, -4, -4)
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if chosen:
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(card, _ROUND + 2, _ROUND + 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(card, _ROUND + 2, _ROUND + 2)
        inner = card.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        frame = QRect(inner.topLeft(), QSize(inner.width(), inner.width() * 9 // 16))
        self._paint_still(painter, frame, row, palette)
        painter.setFont(option.font)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        self._paint_words(
            painter, QRect(inner.left(), frame.bottom() + 7, inner.width(), 60), row, palette.color(role)
        )
        painter.restore()

    def _paint_still(self, painter: QPainter, frame: QRect, row: FilmRow, palette: QPalette) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(frame), _ROUND, _ROUND)
        painter.setClipPath(path)
        picture = self._stills.picture(row.id)
        if picture is None:
            painter.fillRect(frame, palette.color(QPalette.ColorRole.Midlight))
            letter = QFont(painter.font())
            letter.setPointSizeF(letter.pointSizeF() * 2.2)
            painter.setFont(letter)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, row.title[:1].upper())
        else:
            painter.drawPixmap(frame, picture)
        painter.setClipping(False)
        edge = QColor(palette.color(QPalette.ColorRole.Text))
        edge.setAlpha(28)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_words(self, painter: QPainter, space: QRect, row: FilmRow, colour: QColor) -> None:
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(colour)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space.topLeft() + QPoint(0, metrics.ascent()), title)
        bold.setWeight(QFont.Weight.Normal)
        painter.setFont(bold)
        quiet = QColor(colour)
        quiet.setAlphaF(0.7)
        painter.setPen(quiet)
        below = space.topLeft() + QPoint(0, metrics.ascent() + metrics.height() + 1)
        length = run_time_text(row.seconds, row.approximate) if row.seconds else ""
        painter.drawText(below, "  ·  ".join(part for part in (str(row.year or ""), length) if part))


class FilmGrid(QListView):
    """A grid of stills over a FilmListModel; the cards share the width evenly."""

    def __init__(self, model: FilmListModel, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = _Card(stills, self)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(self._card)
        self.setAccessibleName("Films as stills")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        stills.arrived.connect(self._redraw)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        room = max(self.viewport().width() - 2, _CARD)
        width = room // max(room // _CARD, 1)
        words = self.fontMetrics().height() * 2 + 12
        size = QSize(width, (width - 2 * _PADDING - 8) * 9 // 16 + 2 * _PADDING + 8 + words)
        if size != self._card.size:
            self._card.size = size
            self.setGridSize(size)
        super().resizeEvent(event)

    def _redraw(self, film_ids: set[int]) -> None:
        for film_id in film_ids:
            place = self._model.place_of(film_id)
            if place is not None:
                self.update(self._model.index(place, 0))
