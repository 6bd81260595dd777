"""The small signs of an item that is elastic, and of one that is pinned to a clock time."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


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


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
