"""The library beside the running order: search, and add a film by Enter, double click, + or dragging."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.films.find.search_field import SearchField
from tourdesk.gui.films.find.search_words import like_sentence, nothing_found
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.table.model import FILM_ROLE, Column, FilmListModel
from tourdesk.gui.films.table.rows import FilmRows
from tourdesk.gui.films.table.selection import drag_films, select_films, selected_films
from tourdesk.gui.films.words import listed, run_time_text
from tourdesk.gui.plain import plain
from tourdesk.gui.programme.look import draw_icon, look_of
from tourdesk.library.film_row import FilmRow
from tourdesk.library.finding.wanted import Found, Wanted

_AnyIndex = QModelIndex | QPersistentModelIndex

_BESIDE_PLUS = 12
"""Pixels beside the +, which is as high as a line of text."""


class FilmDelegate(QStyledItemDelegate):
    """A film in two lines, with a + to add it or a check when it is in the programme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.in_programme: frozenset[int] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        line = QFontMetricsF(option.font).height()
        return QSize(200, round(2 * line + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: FilmRow | None = index.data(FILM_ROLE)
        if row is None:
            # It is being fetched.
            return
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
        edge = QFontMetricsF(look.body).height()
        mark = QRectF(place.right() - edge - _BESIDE_PLUS - 2, place.center().y() - edge / 2, edge, edge)
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


class FilmChoice(QTableView):
    """The list of films. Enter, double click and a click on the + add.

    A table of one column: it knows where a line of a fixed height stands, and a QListView lays out 100,000 of them for a second.
    """

    add_wanted = Signal(list)

    def __init__(self, rows: FilmRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.films = FilmListModel(rows, [Column.TITLE], self)
        self.film_delegate = FilmDelegate(self)
        self.setModel(self.films)
        self.setItemDelegate(self.film_delegate)
        self.setAccessibleName(_("Films of the library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_lines()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.doubleClicked.connect(lambda index: self.add_wanted.emit([self.films.ids[index.row()]]))

    def fit_lines(self) -> None:
        """Make all lines as high as a film needs in the font there is."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        lines, height = self.verticalHeader(), self.film_delegate.sizeHint(option, QModelIndex()).height()
        if height != lines.defaultSectionSize():
            # Told of each of 100,000 lines, the table would do nothing else.
            blocked = lines.blockSignals(True)
            lines.setDefaultSectionSize(height)
            lines.blockSignals(blocked)
            self.scheduleDelayedItemsLayout()

    def selected_films(self) -> list[int]:
        """The ids of the selected films, from the top."""
        return selected_films(self).tolist()

    def selected_titles(self) -> dict[int, str]:
        """The selected films with their titles, from the top; those that were not fetched yet are left out."""
        rows = [self.films.row_of(film_id) for film_id in selected_films(self)]
        return {row.id: row.title for row in rows if row is not None}

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        drag_films(self)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802 - Qt's name
        super().initViewItemOption(option)
        # What is chosen is drawn by the delegate alone; a table would fill the line behind it.
        option.palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # A table means the ends of the line by these keys.
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self.films.index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self.films.index(self.films.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected_films():
            self.add_wanted.emit(self.selected_films())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self._plus_at(event.position())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.add_wanted.emit([self.films.ids[index.row()]])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        # Two quick clicks on the + are two clicks: they add once each and not a third time.
        if not self._plus_at(event.position()).isValid():
            super().mouseDoubleClickEvent(event)

    def _plus_at(self, where: QPointF) -> QModelIndex:
        index = self.indexAt(where.toPoint())
        plus = self.fontMetrics().height() + _BESIDE_PLUS
        if index.isValid() and where.x() >= self.visualRect(index).right() - plus - 6:
            return index
        return QModelIndex()


class LibraryPane(QWidget):
    """Search field, the films, and whether only what still fits is shown."""

    add_wanted = Signal(list)
    """Film ids, to be added behind the selected item."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = context.desks.finding
        self._latest = Latest(context.tasks, _("Searching"), self)
        self._room: int | None = None
        self.search = SearchField()
        self.fits = QCheckBox(_("Only what still fits"))
        self.rows = FilmRows(self._finding.rows, context.tasks, self)
        self.list = FilmChoice(self.rows)
        self._like = QLabel()
        self._count = QLabel()
        self._nothing = plain(QLabel())
        self._build()
        self.search.textChanged.connect(self.refresh)
        self.search.leave.connect(self._enter_list)
        self.fits.toggled.connect(self.refresh)
        self.list.add_wanted.connect(self.add_wanted)

    def _build(self) -> None:
        self.fits.setToolTip(_("Hide the films that are longer than what is left of the slot"))
        self._like.setWordWrap(True)
        self._like.setTextFormat(Qt.TextFormat.PlainText)
        self._like.hide()
        self._count.setProperty("role", "quiet")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "quiet")
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.fits)
        layout.addWidget(self._like)
        layout.addLayout(self._pages, 1)
        # Only now: it shows its first page at once, which without a place in a window would be one of its own.
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        layout.addWidget(self._count)

    def refresh(self) -> None:
        """Ask the library again for what is searched."""
        finding = self._finding
        wanted = Wanted(self.search.text(), longest=self._room if self.fits.isChecked() else None)
        self._latest.ask(lambda: finding.find(wanted), lambda found: self._show(wanted, found))

    def films_changed(self, film_ids: Iterable[int]) -> None:
        """Films were changed: show them as they are now."""
        self.list.films.refetch(film_ids)
        self.refresh()

    def show_programme(self, film_ids: frozenset[int], room: int | None) -> None:
        """Mark the films of the programme; `room` is the seconds that are left for one more film."""
        if film_ids != self.list.film_delegate.in_programme:
            self.list.film_delegate.in_programme = film_ids
            self.list.viewport().update()
        if room != self._room:
            self._room = room
            if self.fits.isChecked():
                self.refresh()

    def _show(self, wanted: Wanted, found: Found) -> None:
        chosen = self.list.selected_films()
        self.rows.take(found.first)
        self.list.films.show_films(found.ids)
        self._count.setText(n_("{n:,} film", "{n:,} films", len(found.ids)))
        self._like.setVisible(bool(found.like))
        self._like.setText(like_sentence(wanted.search, found.like))
        self._pages.setCurrentIndex(0 if found.ids else 1)
        if found.ids and not self.list.currentIndex().isValid() and not select_films(self.list, chosen):
            self.list.setCurrentIndex(self.list.films.index(0, 0))
        if not found.ids:
            self._nothing.setText(_why_nothing(wanted))

    def _enter_list(self) -> None:
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.list.fit_lines()


def _why_nothing(wanted: Wanted) -> str:
    words = wanted.search.strip()
    if wanted.longest is not None:
        return _("No such film fits into what is left.") if words else _("No film fits into what is left.")
    if words:
        return nothing_found(words, {})
    return _("The library is empty. Paste a film page on the Films screen.")
