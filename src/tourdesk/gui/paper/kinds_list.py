"""The papers there are, each with its title and what it is for."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tourdesk.documents.kinds import Kind
from tourdesk.foundation.language import _
from tourdesk.gui.icons import pixmap
from tourdesk.gui.theme import scaled, tokens
from tourdesk.gui.tokens import RADIUS, SMALL, SPACE, SPACE_SMALL, SPACE_TINY

_ICON = 1.22
"""Heights of a line."""
_PURPOSE = Qt.ItemDataRole.UserRole + 1


class _Delegate(QStyledItemDelegate):
    """Draws the title and under it what the paper is for, each in as many lines as it takes."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = tokens()
        area: QRect = option.rect.adjusted(SPACE_TINY, 2, -SPACE_TINY, -2)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = now.accent_soft if chosen else now.hover
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(area), RADIUS, RADIUS)
        ink = now.on_accent_soft if chosen else now.text
        density = painter.device().devicePixelRatioF()
        top_left = area.topLeft()
        painter.drawPixmap(
            top_left.x() + SPACE_SMALL,
            top_left.y() + SPACE_SMALL,
            pixmap("paper", _icon_edge(option), ink, density),
        )
        text = self._text_area(option, area)
        for font, words, colour in self._lines(option, index, ink if chosen else now.quiet, ink):
            painter.setPen(colour)
            painter.setFont(font)
            painter.drawText(text, Qt.TextFlag.TextWordWrap, words)
            text.setTop(text.top() + _height(font, words, text))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 240
        text = self._text_area(option, QRect(SPACE_TINY, 0, width - 2 * SPACE_TINY, 1000))
        any_ink = tokens().text
        heights = (
            _height(font, words, text) for font, words, _ink in self._lines(option, index, any_ink, any_ink)
        )
        return QSize(width, sum(heights) + 2 * SPACE_SMALL + 2)

    def _lines(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        quiet: QColor,
        ink: QColor,
    ) -> tuple[tuple[QFont, str, QColor], tuple[QFont, str, QColor]]:
        """The title and what the paper is for, each with its font and its colour."""
        font: QFont = option.font
        return (
            (scaled(font, 1.0, QFont.Weight.DemiBold), str(index.data(Qt.ItemDataRole.DisplayRole)), ink),
            (scaled(font, SMALL), str(index.data(_PURPOSE)), quiet),
        )

    def _text_area(self, option: QStyleOptionViewItem, area: QRect) -> QRect:
        return area.adjusted(SPACE_SMALL + _icon_edge(option) + SPACE, SPACE_SMALL - 2, -SPACE_SMALL, 0)


def _icon_edge(option: QStyleOptionViewItem) -> int:
    """How large the sign of a paper is beside its title."""
    edge: int = round(option.fontMetrics.height() * _ICON)
    return edge


def _height(font: QFont, words: str, room: QRect) -> int:
    """How high words are in that room, with the white below them."""
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() + 2


class KindsList(QListWidget):
    """Chooses which paper is shown."""

    chosen = Signal(str)
    """The kind's name; also when the one that is chosen is chosen again."""

    def __init__(self, kinds: Iterable[Kind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Papers"))
        self.setProperty("frame", "none")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt lays a list out again at another width only when it thinks that words wrap.
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        for kind in kinds:
            item = QListWidgetItem(_(kind.title))
            item.setData(Qt.ItemDataRole.UserRole, kind.name)
            item.setData(_PURPOSE, _(kind.purpose))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                _("{title}: {purpose}", title=_(kind.title), purpose=_(kind.purpose)),
            )
            self.addItem(item)
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def choose(self, name: str) -> None:
        """Choose a paper by its name; the first when there is none of that name."""
        rows = [row for row in range(self.count()) if self.item(row).data(Qt.ItemDataRole.UserRole) == name]
        self.setCurrentRow(rows[0] if rows else 0)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
