"""The library as a grid of stills."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.films.stills.pictures import Stills
from tourdesk.gui.films.table.model import FILM_ROLE, FilmListModel
from tourdesk.gui.films.table.selection import drag_films
from tourdesk.gui.films.words import run_time_text
from tourdesk.library.film_row import FilmRow

STILL_SIZE = QSize(384, 216)
"""Twice what is shown, for screens of twice the density."""

_CARD = 208
_PADDING = 8
_ROUND = 6.0
_AnyIndex = QModelIndex | QPersistentModelIndex


class _Card(QStyledItemDelegate):
    """A film as a card: its still, its title, and under it year and run-time."""

    def __init__(self, stills: Stills, parent: QWidget) -> None:
        super().__init__(parent)
        self._stills = stills

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: FilmRow | None = index.data(FILM_ROLE)
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
        if row is None:
            painter.fillRect(frame, palette.color(QPalette.ColorRole.Midlight))
        else:
            self._paint_still(painter, frame, row, palette)
            painter.setFont(option.font)
            role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
            below = QRect(inner.left(), frame.bottom() + 7, inner.width(), 60)
            self._paint_words(painter, below, row, palette.color(role))
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


class FilmGrid(QAbstractItemView):
    """A grid of stills over a FilmListModel; the cards share the width evenly.

    Where a card lies is reckoned from its place: Qt's own list would lay out all 100,000 before it shows one.
    """

    def __init__(self, model: FilmListModel, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._films = model
        self._columns = 1
        self._room = QSize(_CARD, _CARD)
        """The size of the viewport, as it was last told."""
        self._size = QSize(_CARD, _CARD)
        self.setModel(model)
        self.setItemDelegate(_Card(stills, self))
        self.setAccessibleName(_("Films as stills"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        stills.arrived.connect(self._redraw)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802
        drag_films(self)

    # Where things are; the names are Qt's.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._room = event.size()
        super().resizeEvent(event)

    def updateGeometries(self) -> None:  # noqa: N802
        # The viewport itself is not asked for: a start would wait for PySide to make the classes of all widgets there are.
        room = max(self._room.width() - 2, _CARD)
        self._columns = room // _CARD
        width = room // self._columns
        words = self.fontMetrics().height() * 2 + 12
        self._size = QSize(width, (width - 2 * _PADDING - 8) * 9 // 16 + 2 * _PADDING + 8 + words)
        lines = -(-len(self._films.ids) // self._columns)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.setPageStep(self._room.height())
        bar.setRange(0, max(lines * self._size.height() - self._room.height(), 0))
        super().updateGeometries()

    def rowsInserted(self, parent: _AnyIndex, start: int, end: int) -> None:  # noqa: N802
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def visualRect(self, index: _AnyIndex) -> QRect:  # noqa: N802
        if not index.isValid():
            return QRect()
        line, column = divmod(index.row(), self._columns)
        at = QPoint(column * self._size.width(), line * self._size.height() - self.verticalOffset())
        return QRect(at, self._size)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        column = point.x() // self._size.width()
        place = (point.y() + self.verticalOffset()) // self._size.height() * self._columns + column
        if 0 <= column < self._columns and 0 <= place < len(self._films.ids):
            return self._films.index(place, 0)
        return QModelIndex()

    def scrollTo(  # noqa: N802
        self,
        index: _AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        card, bar, high = self.visualRect(index), self.verticalScrollBar(), self._room.height()
        hints = QAbstractItemView.ScrollHint
        if hint == hints.PositionAtCenter:
            bar.setValue(bar.value() + card.center().y() - high // 2)
        elif card.top() < 0 or hint == hints.PositionAtTop:
            bar.setValue(bar.value() + card.top())
        elif card.bottom() >= high or hint == hints.PositionAtBottom:
            bar.setValue(bar.value() + card.bottom() - high + 1)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = len(self._films.ids) - 1
        if last < 0:
            return QModelIndex()
        moves = QAbstractItemView.CursorAction
        page = max(self._room.height() // self._size.height(), 1) * self._columns
        steps = {
            moves.MoveLeft: -1,
            moves.MovePrevious: -1,
            moves.MoveRight: 1,
            moves.MoveNext: 1,
            moves.MoveUp: -self._columns,
            moves.MoveDown: self._columns,
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
            moves.MoveHome: -last,
            moves.MoveEnd: last,
        }
        current = self.currentIndex()
        place = current.row() + steps[action] if current.isValid() else 0
        return self._films.index(min(max(place, 0), last), 0)

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: _AnyIndex) -> bool:  # noqa: N802
        return False

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        selection = QItemSelection()
        for first, last in self._touched(rect.normalized()):
            selection.select(
                self._films.index(first, 0), self._films.index(last, len(self._films.columns) - 1)
            )
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        states, base = QStyle.StateFlag, option.state
        chosen = self.selectionModel()
        under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())) if self.underMouse() else None
        for first, last in self._touched(event.rect()):
            for place in range(first, last + 1):
                index = self._films.index(place, 0)
                option.rect = self.visualRect(index)
                option.state = base
                if chosen.isSelected(index):
                    option.state |= states.State_Selected
                if under == index:
                    option.state |= states.State_MouseOver
                self.itemDelegate().paint(painter, option, index)

    def _touched(self, rect: QRect) -> Iterator[tuple[int, int]]:
        """The first and the last place of each line of cards that a part of the viewport touches."""
        wide, high, films = self._size.width(), self._size.height(), len(self._films.ids)
        left, right = max(rect.left() // wide, 0), min(rect.right() // wide, self._columns - 1)
        top, bottom = (y + self.verticalOffset() for y in (rect.top(), rect.bottom()))
        for line in range(max(top // high, 0), bottom // high + 1):
            first, last = line * self._columns + left, min(line * self._columns + right, films - 1)
            if first <= last:
                yield first, last

    def _redraw(self, film_ids: set[int]) -> None:
        for film_id in film_ids:
            place = self._films.place_of(film_id)
            if place is not None:
                self.update(self._films.index(place, 0))
