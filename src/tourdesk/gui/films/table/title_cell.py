"""The title of a film in a list, and under it the words in which a search was found."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tourdesk.gui.films.table.cells import INSET, AnyIndex, Cell, draw_ground, draw_words
from tourdesk.gui.films.table.model import SNIPPET_ROLE
from tourdesk.gui.theme import scaled, tokens
from tourdesk.gui.tokens import SMALL
from tourdesk.library.finding.wanted import Snippet


class TitleCell(Cell):
    """Draws a title; under it, where a search was found in the film's texts, the words around the hit."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        snippet = index.data(SNIPPET_ROLE)
        if not isinstance(snippet, Snippet):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        draw_ground(painter, option)
        small, whole = scaled(option.font, SMALL), option.rect
        high, low = QFontMetrics(option.font).height(), QFontMetrics(small).height()
        top = whole.top() + max((whole.height() - high - low) // 2, 0)
        draw_words(painter, option, QRect(whole.left(), top, whole.width(), high))
        below = QRect(whole.left() + INSET, top + high - 1, whole.width() - 2 * INSET, low)
        _draw_snippet(painter, below, small, snippet)


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
