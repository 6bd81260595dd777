"""The small signs of an item that is elastic, of one that is pinned to a clock time, and of what a proposal does."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tourdesk.gui.programme.rows import Mark


def draw_elastic(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """An arrow to both sides: it takes what is left."""
    y, left, right = place.center().y(), place.left(), place.right()
    tip = place.width() * 0.28
    painter.setPen(_pen(colour, 1.4))
    painter.drawLine(QLineF(left, y, right, y))
    for x, way in ((left, 1), (right, -1)):
        painter.drawLine(QLineF(x, y, x + way * tip, y - tip))
        painter.drawLine(QLineF(x, y, x + way * tip, y + tip))


def draw_pin(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A flag on its staff, which stands at the left of the place: it starts at this time."""
    x = place.left() + 0.75
    painter.setPen(_pen(colour, 1.5))
    painter.drawLine(QLineF(x, place.top(), x, place.bottom()))
    cloth = QPolygonF(
        [
            QPointF(x, place.top()),
            QPointF(place.right(), place.top() + place.height() * 0.26),
            QPointF(x, place.top() + place.height() * 0.52),
        ]
    )
    painter.setBrush(colour)
    painter.drawPolygon(cloth)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_mark(painter: QPainter, place: QRectF, mark: Mark | None, colours: tuple[QColor, QColor]) -> None:
    """A disc with a plus for what is added, an arrow up and down for what is moved, a minus for what is dropped (None).

    `colours` are the disc's and that of the stroke on it.
    """
    disc, ink = colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc)
    painter.drawEllipse(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, reach = place.center(), place.width() * 0.27
    painter.setPen(_pen(ink, max(place.width() / 8, 1.4)))
    upright = QLineF(middle.x(), middle.y() - reach, middle.x(), middle.y() + reach)
    if mark is not Mark.MOVED:
        painter.drawLine(QLineF(middle.x() - reach, middle.y(), middle.x() + reach, middle.y()))
        if mark is Mark.ADDED:
            painter.drawLine(upright)
        return
    painter.drawLine(upright)
    tip = reach * 0.62
    for y, way in ((upright.y1(), 1), (upright.y2(), -1)):
        for side in (-1, 1):
            painter.drawLine(QLineF(middle.x(), y, middle.x() + side * tip, y + way * tip))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
