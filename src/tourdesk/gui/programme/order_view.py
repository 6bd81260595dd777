"""The running order as a list: selecting, dragging to a clear line, editing a duration in place."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.programme.carried import carried
from tourdesk.gui.programme.look import look_of
from tourdesk.gui.programme.order_delegate import OrderDelegate
from tourdesk.gui.programme.order_model import OrderModel
from tourdesk.gui.programme.row_drawing import lines_of
from tourdesk.gui.programme.rows import EndRow, ItemRow, Row
from tourdesk.programming.programme import ItemKind, Programme

_AnyIndex = QModelIndex | QPersistentModelIndex


class OrderView(QListView):
    """Shows an OrderModel with its delegate."""

    selection_changed = Signal()
    remove_wanted = Signal()
    details_wanted = Signal()
    """Enter on a film: what can be said about it is in the inspector."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = OrderModel(self)
        self.rows_delegate = OrderDelegate(self)
        self._drop_place: int | None = None
        self._drop_host = -1
        self.setModel(self.order)
        self.setItemDelegate(self.rows_delegate)
        self.setObjectName("runningOrder")
        self.setAccessibleName(_("Running order"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self._settling = False
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def show_rows(self, rows: Sequence[Row], programme: Programme) -> None:
        """Show these rows of a programme; what was selected stays selected where it is still there."""
        self.order.programme = programme
        kept, current = self.selected_keys(), self.current_key()
        heights = list(map(lines_of, self.order.rows)) != list(map(lines_of, rows))
        clocks = [row.clock for row in rows if isinstance(row, ItemRow)]
        self.rows_delegate.longest_clock = max(clocks, key=len, default="00:00:00")
        self._settling = True  # a row that moves goes and comes: nobody needs to hear of what is between
        self.order.show_rows(rows)
        if kept != self.selected_keys():
            self.select_keys(kept, current)
        self._settling = False
        if kept != self.selected_keys():
            self.selection_changed.emit()
        if heights:
            self.scheduleDelayedItemsLayout()

    def _on_selection(self) -> None:
        if not self._settling:
            self.selection_changed.emit()

    def selected_keys(self) -> list[str]:
        """The keys of the selected items, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        rows = [self.order.rows[place] for place in places]
        return [row.timed.item.key for row in rows if isinstance(row, ItemRow)]

    def current_key(self) -> str | None:
        """The key of the item with the keyboard's focus."""
        row = self.order.row_at(self.currentIndex())
        return row.timed.item.key if isinstance(row, ItemRow) else None

    def select_keys(self, keys: Iterable[str], current: str | None = None) -> None:
        """Select these items, those that are there, and bring the current one into sight."""
        selection = QItemSelection()
        found = [index for key in keys if (index := self.order.index_of(key)).isValid()]
        for index in found:
            selection.select(index, index)
        here = self.order.index_of(current) if current else QModelIndex()
        if not here.isValid() and found:
            here = found[-1]
        model = self.selectionModel()
        if here.isValid():
            model.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(here)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def insert_position(self) -> int:
        """Where something new goes: behind the last selected item, at the end when none is selected."""
        places = [index.row() for index in self.selectionModel().selectedIndexes()]
        return self.order.position_at(max(places) + 1 if places else len(self.order.rows))

    # What Qt asks; the names are Qt's.

    def dataChanged(  # noqa: N802
        self, first: _AnyIndex, last: _AnyIndex, roles: Sequence[int] = ()
    ) -> None:
        # Not as a QListView does it, which lays out every row anew: `show_rows` knows when a height has changed.
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.state() is QAbstractItemView.State.EditingState:
            return  # Enter ends the typing and comes by here again
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Delete and self.selected_keys():
            self.remove_wanted.emit()
        elif enter and self.order.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        elif enter and self.current_key() is not None:
            self.details_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selected_keys():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.order.canDropMimeData(event.mimeData(), event.proposedAction(), 0, 0, QModelIndex()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)  # scrolls at the edges
        self._show_drop(*self._drop_target(event))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._show_drop(None, -1)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        place, host = self._drop_target(event)
        self._show_drop(None, -1)
        index = self.order.index(host) if host >= 0 else QModelIndex()
        # With Ctrl items come twice. What Qt proposes says nothing: between two lists items are copied anyway.
        copied = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        action = Qt.DropAction.CopyAction if copied else Qt.DropAction.MoveAction
        self.order.dropMimeData(event.mimeData(), action, -1 if host >= 0 else place, 0, index)
        event.acceptProposedAction()
        # Ends Qt's own bookkeeping of the drag.
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def drop_place(self, where: QPointF) -> int:
        """The line above which a drop at this place goes."""
        rows = self.order.rows
        last = len(rows) - 1 if rows and isinstance(rows[-1], EndRow) else len(rows)
        index = self.indexAt(where.toPoint())
        if not index.isValid():
            return last
        below = where.y() > self.visualRect(index).center().y()
        return min(index.row() + int(below), last)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._drop_place is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look_of(self)
        if self._drop_host >= 0:
            painter.setPen(QPen(look.focus, 2.5))
            place = self.visualRect(self.order.index(self._drop_host))
            painter.drawRoundedRect(place.adjusted(3, 2, -4, -2), 6, 6)
            return
        y = self._drop_line()
        painter.setPen(QPen(look.focus, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(12, y), QPointF(self.viewport().width() - 8, y))
        painter.setBrush(look.surface)
        painter.drawEllipse(QPointF(8, y), 4, 4)

    def _drop_line(self) -> float:
        place = self._drop_place or 0
        if place < len(self.order.rows):
            return max(self.visualRect(self.order.index(place)).top(), 2)
        if self.order.rows:
            return self.visualRect(self.order.index(len(self.order.rows) - 1)).bottom()
        return 6

    def _drop_target(self, event: QDropEvent) -> tuple[int, int]:
        """The line above which a drop goes, and the line of the intermission on which it is held, else -1.

        The middle half of an intermission means during it, its edges mean beside it.
        """
        index = self.indexAt(event.position().toPoint())
        if self.order.host_at(index) is not None and self._may_nest(event):
            place = self.visualRect(index)
            if abs(event.position().y() - place.center().y()) < place.height() / 4:
                return index.row(), index.row()
        return self.drop_place(event.position()), -1

    def _may_nest(self, event: QDropEvent) -> bool:
        brought = carried(event.mimeData())
        if brought is None:
            return True
        pauses = any(item.kind is ItemKind.INTERMISSION for item in brought.items)
        return brought.programme_id == self.order.programme.id and not pauses

    def _show_drop(self, place: int | None, host: int) -> None:
        if (place, host) != (self._drop_place, self._drop_host):
            self._drop_place, self._drop_host = place, host
            self.viewport().update()
