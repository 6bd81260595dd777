"""The library beside the running order: search, and add a film by Enter, double click, + or dragging."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.listing import SearchField
from tourdesk.gui.films.model import FILM_ROLE, Column, FilmListModel
from tourdesk.gui.films.words import counted, listed, run_time_text
from tourdesk.gui.programme.look import draw_icon, look_of
from tourdesk.library.films import FilmRow

_AnyIndex = QModelIndex | QPersistentModelIndex

PLUS = 30
"""How wide the place of the + is."""


class FilmDelegate(QStyledItemDelegate):
    """A film in two lines, with a + to add it or a check when it is in the programme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.in_programme: frozenset[int] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        line = QFontMetricsF(option.font).height()
        return QSize(200, round(2 * line + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: FilmRow = index.data(FILM_ROLE)
        widget: QWidget = option.widget
        place = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        look = look_of(widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, hovered = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
        inner = place.adjusted(4, 1, -4, -1)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.chosen if selected and widget.hasFocus() else look.hovered)
            painter.drawRoundedRect(inner, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.focus, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 5, 5)
        there = row.id in self.in_programme
        mark = QRectF(place.right() - PLUS - 2, place.center().y() - 9, 18, 18)
        draw_icon(painter, "check" if there else "add", mark, look.accent if there else look.muted)
        self._words(
            painter,
            row,
            QRectF(
                place.left() + 14, place.top() + 5, mark.left() - 10 - place.left() - 14, place.height() - 10
            ),
            there=there,
            widget=widget,
        )
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, row: FilmRow, place: QRectF, *, there: bool, widget: QWidget) -> None:
        look = look_of(widget)
        said = run_time_text(row.seconds, row.approximate)
        figures = QFontMetricsF(look.number)
        width = figures.horizontalAdvance(said)
        half = place.height() / 2
        upper = QRectF(place.left(), place.top(), place.width() - width - 10, half)
        lower = QRectF(place.left(), place.top() + half, place.width(), half)
        right = QRectF(place.right() - width - 2, place.top(), width + 2, half)
        line = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.muted if there else look.text)
        painter.setFont(look.strong)
        title = QFontMetricsF(look.strong).elidedText(row.title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, line, title)
        painter.setFont(look.number)
        painter.drawText(right, line | Qt.AlignmentFlag.AlignRight, said)
        second = "  ·  ".join(part for part in (row.section or "", listed(row.directors)) if part)
        painter.setPen(look.muted)
        painter.setFont(look.small)
        small = QFontMetricsF(look.small).elidedText(second, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, line, small)


class FilmChoice(QListView):
    """The list of films. Enter, double click and a click on the + add."""

    add_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.films = FilmListModel([Column.TITLE], self)
        self.film_delegate = FilmDelegate(self)
        self.setModel(self.films)
        self.setItemDelegate(self.film_delegate)
        self.setAccessibleName("Films of the library")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.doubleClicked.connect(lambda index: self.add_wanted.emit([self.films.row_at(index.row()).id]))

    def selected_films(self) -> list[int]:
        """The ids of the selected films, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.films.row_at(place).id for place in places]

    def selected_titles(self) -> dict[int, str]:
        """The selected films with their titles, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return {row.id: row.title for row in map(self.films.row_at, places)}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected_films():
            self.add_wanted.emit(self.selected_films())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self._plus_at(event.position())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.add_wanted.emit([self.films.row_at(index.row()).id])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        # Two quick clicks on the + are two clicks: they add once each and not a third time.
        if not self._plus_at(event.position()).isValid():
            super().mouseDoubleClickEvent(event)

    def _plus_at(self, where: QPointF) -> QModelIndex:
        index = self.indexAt(where.toPoint())
        if index.isValid() and where.x() >= self.visualRect(index).right() - PLUS - 6:
            return index
        return QModelIndex()


class LibraryPane(QWidget):
    """Search field, the films, and whether only what still fits is shown."""

    add_wanted = Signal(list)
    """Film ids, to be added behind the selected item."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.desks.library
        self._latest = Latest(context.tasks, "Searching", self)
        self._rows: Sequence[FilmRow] = ()
        self._room: int | None = None
        self.search = SearchField()
        self.fits = QCheckBox("Only what still fits")
        self.list = FilmChoice()
        self._count = QLabel()
        self._nothing = QLabel()
        self._build()
        self.search.textChanged.connect(self.refresh)
        self.search.leave.connect(self._enter_list)
        self.fits.toggled.connect(self._show)
        self.list.add_wanted.connect(self.add_wanted)

    def _build(self) -> None:
        self.fits.setToolTip("Hide the films that are longer than what is left of the slot")
        self._count.setProperty("role", "quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "quiet")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.fits)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._count)

    def refresh(self) -> None:
        """Ask the library again for what is searched."""
        library, search = self._library, self.search.text()
        self._latest.ask(lambda: library.rows(search), self._answer)

    def show_programme(self, film_ids: frozenset[int], room: int | None) -> None:
        """Mark the films of the programme; `room` is the seconds that are left for one more film."""
        if film_ids != self.list.film_delegate.in_programme:
            self.list.film_delegate.in_programme = film_ids
            self.list.viewport().update()
        if room != self._room:
            self._room = room
            if self.fits.isChecked():
                self._show()

    def _answer(self, rows: Sequence[FilmRow]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        room = self._room
        narrow = self.fits.isChecked() and room is not None
        rows = [
            row
            for row in self._rows
            if not narrow or (row.seconds is not None and row.seconds <= (room or 0))
        ]
        self.list.films.show_rows(rows)
        self._count.setText(counted(len(rows), "film"))
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.films.index(0, 0))
        if not rows:
            self._nothing.setText(self._why_nothing())

    def _why_nothing(self) -> str:
        if self._rows:
            return "None of these films fits into what is left."
        if self.search.text().strip():
            return f"No film has “{self.search.text().strip()}” in its title, its people or its texts."
        return "The library is empty. Paste a film page on the Films screen."

    def _enter_list(self) -> None:
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.list.scheduleDelayedItemsLayout()
