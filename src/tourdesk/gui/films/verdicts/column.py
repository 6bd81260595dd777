"""The column of a film list that draws what the committee says: a shape and a number for each choice, stars, and dissent."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tourdesk.gui.films.table.cells import AnyIndex, Cell, draw_ground
from tourdesk.gui.films.table.model import FILM_ROLE
from tourdesk.gui.films.verdicts.words import DISSENT, PICTURES
from tourdesk.gui.icons import pixmap
from tourdesk.gui.theme import number_font, tokens
from tourdesk.gui.tokens import RADIUS_SMALL, SPACE_TINY
from tourdesk.library.committee.verdicts import Choice, Tally, choice_word, mean_text
from tourdesk.library.film_row import FilmRow

_SOFT = {Choice.MUST: "ok_soft", Choice.MAYBE: "warning_soft", Choice.NO: "error_soft"}
_INSET = 6


class _Segment(NamedTuple):
    """A picture with words beside it on a ground of its own; each may be missing."""

    words: str
    picture: str = ""
    ink: str = "text"
    ground: str = ""


def width_for_all(metrics: QFontMetrics, *, words: bool) -> int:
    """The width in which all that a committee may say is read, in this face: with the words of the choices, or without."""
    said = [_of_choice(choice, 8, words=words) for choice in Choice]
    segments = (*said, _Segment("4.8", "star-filled"), _Segment(DISSENT))
    return sum(_width(metrics, segment) for segment in segments) + 2 * _INSET


class VerdictCell(Cell):
    """Draws a Tally: with the words of the choices where there is room, else with shapes and numbers alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        draw_ground(painter, option)
        row = index.data(FILM_ROLE)
        if not isinstance(row, FilmRow) or not row.tally.said:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(option.font))
        painter.setClipRect(option.rect)
        left = float(option.rect.left() + _INSET)
        # All lines of a column alike, so that they can be compared at a glance.
        words = option.rect.width() >= width_for_all(painter.fontMetrics(), words=True)
        for segment in _segments(row.tally, words=words):
            left = self._draw(painter, segment, left, QRectF(option.rect))
        painter.restore()

    def _draw(self, painter: QPainter, segment: _Segment, left: float, cell: QRectF) -> float:
        """Draw a segment and return where the next one begins."""
        metrics, colours = painter.fontMetrics(), tokens().named()
        wide = _width(metrics, segment) - SPACE_TINY
        high = metrics.height() + 2
        box = QRectF(left, cell.center().y() - high / 2, wide, high)
        if segment.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours[segment.ground]))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
            box = box.adjusted(SPACE_TINY, 0, -SPACE_TINY, 0)
        ink = QColor(colours[segment.ink])
        if segment.picture:
            size = metrics.ascent()
            density = painter.device().devicePixelRatioF()
            drawn = pixmap(segment.picture, size, ink, density)
            painter.drawPixmap(int(box.left()), int(box.center().y() - size / 2), drawn)
            box.setLeft(box.left() + size + SPACE_TINY / 2)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, segment.words)
        return left + wide + SPACE_TINY


def _width(metrics: QFontMetrics, segment: _Segment) -> int:
    picture = metrics.ascent() + SPACE_TINY // 2 if segment.picture else 0
    pad = 2 * SPACE_TINY if segment.ground else 0
    return metrics.horizontalAdvance(segment.words) + picture + pad + SPACE_TINY


def _of_choice(choice: Choice, count: int, *, words: bool) -> _Segment:
    picture, ink = PICTURES[choice]
    said = f"{count} {choice_word(choice)}" if words else str(count)
    return _Segment(said, picture, ink, _SOFT[choice])


def _segments(tally: Tally, *, words: bool) -> Iterator[_Segment]:
    for choice in Choice:
        count = tally.counts[choice]
        if count:
            yield _of_choice(choice, count, words=words)
    mean = mean_text(tally)
    if mean:
        yield _Segment(mean, "star-filled", "quiet")
    if tally.dissent:
        yield _Segment(DISSENT, ink="error")
