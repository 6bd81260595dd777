"""All values of a facet in a list with a field to filter them; several can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, thousands
from tourdesk.foundation.text import folded
from tourdesk.gui.films.find.facet_words import facet_word, value_word
from tourdesk.gui.theme import tokens
from tourdesk.gui.tokens import SPACE_LARGE, SPACE_SMALL, SPACE_TINY
from tourdesk.library.finding.wanted import Facet

_AnyIndex = QModelIndex | QPersistentModelIndex

_VALUE = Qt.ItemDataRole.UserRole + 1
_WORDS = Qt.ItemDataRole.UserRole + 2
"""The value as it is said, and how many films have it."""
_AROUND = 60
"""Pixels of a line beside its words: its box, and what parts the value from its number."""
_LINES = 14
_FILTERED_FROM = 10
"""So many values need a field to filter them."""


class _Counted(QStyledItemDelegate):
    """A value on the left, how many films have it on the right."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _AnyIndex) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.text, count = index.data(_WORDS)
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(count) - _AROUND
        if room > 0:
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint(option, index)
        _word, count = index.data(_WORDS)
        return QSize(hint.width() + option.fontMetrics.horizontalAdvance(count) + SPACE_LARGE, hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        super().paint(painter, option, index)
        _word, count = index.data(_WORDS)
        painter.setFont(option.font)
        painter.setPen(tokens().quiet)
        sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(option.rect.adjusted(0, 0, -SPACE_SMALL, 0), sides, count)


class FacetPopup(QFrame):
    """A list that opens under a button. Space, Enter and a click choose or no longer choose; Esc closes."""

    chosen = Signal(object)
    """The values that are chosen now."""

    def __init__(self, facet: Facet, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._facet = facet
        self._offers: Sequence[tuple[str, int]] = ()
        self._chosen: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("role", "popup")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setAccessibleName(_("Filter the values of {facet}", facet=facet_word(facet)))
        self.filter.setClearButtonEnabled(True)
        self.values = QListView()
        self.values.setModel(QStandardItemModel(self.values))
        self.values.setItemDelegate(_Counted(self.values))
        self.values.setProperty("rows", "roomy")
        self.values.setUniformItemSizes(True)
        self.values.setFrameShape(QFrame.Shape.NoFrame)
        self.values.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.values.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.values.setAccessibleName(facet_word(facet))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        layout.setSpacing(SPACE_TINY)
        layout.addWidget(self.filter)
        layout.addWidget(self.values)
        self.filter.textChanged.connect(self._fill)
        self.filter.installEventFilter(self)
        self.values.installEventFilter(self)
        self.values.clicked.connect(self._toggle)

    def show_offers(self, offers: Sequence[tuple[str, int]], chosen: tuple[str, ...]) -> None:
        """The values to choose from with how many films they have, and those that are chosen."""
        self._offers, self._chosen = offers, chosen
        if self.isVisible():
            self._fill()

    def open_under(self, button: QWidget) -> None:
        """Open at a button, as wide as the longest value."""
        self.filter.clear()
        self.filter.setVisible(len(self._offers) >= _FILTERED_FROM)
        self._fill()
        line = self.values.sizeHintForRow(0) if self._offers else self.fontMetrics().height()
        width = max(self.values.sizeHintForColumn(0) + 4 * SPACE_SMALL + 24, 220)
        self.values.setFixedSize(QSize(min(width, 420), line * min(max(len(self._offers), 1), _LINES) + 4))
        self.adjustSize()
        screen = button.screen().availableGeometry()
        at = button.mapToGlobal(QPoint(0, button.height() + 2))
        at.setX(max(min(at.x(), screen.right() - self.width()), screen.left()))
        if at.y() + self.height() > screen.bottom():
            at.setY(max(button.mapToGlobal(QPoint(0, -self.height() - 2)).y(), screen.top()))
        self.move(at)
        self.show()
        (self.filter if self.filter.isVisible() else self.values).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, keys = event.key(), Qt.Key
            if watched is self.filter and key == keys.Key_Down:
                self.values.setFocus()
                if not self.values.currentIndex().isValid():
                    self.values.setCurrentIndex(self.values.model().index(0, 0))
                return True
            if key in {keys.Key_Return, keys.Key_Enter} or (key == keys.Key_Space and watched is self.values):
                current = self.values.currentIndex()
                self._toggle(current if current.isValid() else self.values.model().index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        model = self.values.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - it was made above
        current = self.values.currentIndex().data(_VALUE)
        model.clear()
        typed = folded(self.filter.text())
        for value, count in self._offers:
            word = value_word(self._facet, value)
            if typed and typed not in folded(word):
                continue
            item = QStandardItem(f"{word}   {thousands(count)}")
            item.setData(value, _VALUE)
            item.setData((word, thousands(count)), _WORDS)
            item.setCheckState(Qt.CheckState.Checked if value in self._chosen else Qt.CheckState.Unchecked)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            model.appendRow(item)
            if value == current:
                self.values.setCurrentIndex(item.index())

    def _toggle(self, index: QModelIndex) -> None:
        value = index.data(_VALUE)
        if value is None:
            return
        rest = tuple(other for other in self._chosen if other != value)
        self.chosen.emit(rest if value in self._chosen else (*rest, value))
