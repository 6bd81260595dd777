"""The title of a film in a list, and under it the words in which a search was found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tourdesk.gui.films.table.model import SNIPPET_ROLE
from tourdesk.gui.theme import scaled, tokens
from tourdesk.gui.tokens import SMALL
from tourdesk.library.finding.wanted import Snippet

_INSET = 9
"""Pixels beside the words, as the cells of the table have them."""


class TitleCell(QStyledItemDelegate):
    """Draws a title; under it, where a search was found in the film's texts, the words around the hit."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        snippet = index.data(SNIPPET_ROLE)
        title, whole = option.text, QRect(option.rect)
        if isinstance(snippet, Snippet):
            option.text = ""
        self._draw_item(painter, option)
        if not isinstance(snippet, Snippet):
            return
        small = scaled(option.font, SMALL)
        lines = option.fontMetrics.height() + QFontMetrics(small).height()
        top = whole.top() + max((whole.height() - lines) // 2, 0)
        option.text = title
        option.rect = QRect(whole.left(), top, whole.width(), option.fontMetrics.height())
        self._draw_item(painter, option)
        below = QRect(whole.left() + _INSET, option.rect.bottom(), whole.width() - 2 * _INSET, lines)
        below.setHeight(QFontMetrics(small).height())
        _draw_snippet(painter, below, small, snippet)

    def _draw_item(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )


def _draw_snippet(painter: QPainter, room: QRect, font: QFont, snippet: Snippet) -> None:
    """The hit and as many words around it as there is room for; the hit is bold and underlined."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    strong.setUnderline(True)
    plain, bold = QFontMetrics(font), QFontMetrics(strong)
    hit = bold.elidedText(snippet.hit, Qt.TextElideMode.ElideRight, room.width())
    rest = room.width() - bold.horizontalAdvance(hit)
    # Most of the room is for what follows: a sentence is understood from there.
    before = end_of(snippet.before, plain, rest // 3)
    after = beginning_of(snippet.after, plain, rest - plain.horizontalAdvance(before))
    painter.save()
    painter.setPen(tokens().quiet)
    left = room.left()
    for words, face, metrics in ((before, font, plain), (hit, strong, bold), (after, font, plain)):
        painter.setFont(face)
        painter.drawText(QRect(left, room.top(), room.right() - left + 1, room.height()), 0, words)
        left += metrics.horizontalAdvance(words)
    painter.restore()


def beginning_of(words: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words of the beginning as there is room for; what is written without spaces is cut anywhere."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    kept = len(shown) - 1
    if shown == words or words[kept].isspace() or " " not in shown:
        return shown
    return shown.rpartition(" ")[0] + "…"


def end_of(words: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words of the end as there is room for; what is written without spaces is cut anywhere."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, room)
    kept = len(shown) - 1
    if shown == words or words[-kept - 1].isspace() or " " not in shown:
        return shown
    return "…" + shown.partition(" ")[2]
