"""Colours and fonts of the programme screen's own drawing, taken from the window's theme."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tourdesk.gui.icons import pixmap
from tourdesk.gui.theme import number_font, scaled, tokens
from tourdesk.gui.tokens import SMALL, TITLE, Tokens
from tourdesk.programming.running_order import Severity


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one part: its edge, its films, what is spoken between them, and words in its colour."""

    strong: QColor
    film: QColor
    spoken: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the drawing needs to know of the theme."""

    surface: QColor
    text: QColor
    soft: QColor
    muted: QColor
    faint: QColor
    track: QColor
    outside: QColor
    danger: QColor
    on_danger: QColor
    warning: QColor
    focus: QColor
    accent: QColor
    chosen: QColor
    hovered: QColor
    first: Tint
    second: Tint
    body: QFont
    strong: QFont
    small: QFont
    heading: QFont
    number: QFont
    clock: QFont
    large: QFont

    def part(self, number: int | None) -> Tint:
        """The tint of a part: two, in turn."""
        return self.second if number is not None and number % 2 else self.first


def look_of(widget: QWidget) -> Look:
    """The look of a widget in the window's theme and at its size of text."""
    return _cached(tokens().dark, widget.font().toString())


@lru_cache(maxsize=16)
def _cached(_dark: bool, description: str) -> Look:  # noqa: FBT001 - a key of the cache
    # Made once for each font and scheme: it is asked for with every row that is drawn.
    t = tokens()
    body = QFont()
    body.fromString(description)
    half_bold = QFont.Weight.DemiBold
    return Look(
        surface=t.raised,
        text=t.text,
        soft=mixed(t.raised, t.text, 0.85),
        muted=t.quiet,
        faint=mixed(t.raised, t.strong_line, 0.6),
        track=mixed(t.raised, t.sunken, 0.55),
        outside=mixed(t.sunken, t.line, 0.5),
        danger=t.error,
        on_danger=t.on_error,
        warning=t.warning,
        focus=t.accent,
        accent=t.accent,
        chosen=t.accent_soft,
        hovered=t.hover,
        first=_tint(t, 0),
        second=_tint(t, 1),
        body=body,
        strong=scaled(body, 1.0, half_bold),
        small=scaled(body, SMALL),
        heading=scaled(body, 1.0, half_bold),
        number=number_font(body),
        clock=number_font(body, 1.0, half_bold),
        large=number_font(body, TITLE, half_bold),
    )


def _tint(t: Tokens, number: int) -> Tint:
    # The two parts differ in lightness too, for black-and-white printers and eyes that see colours otherwise.
    colour = t.part(number)
    share = (0.36, 0.24)[number]
    return Tint(
        colour,
        mixed(t.raised, colour, share),
        mixed(t.raised, colour, 0.10),
        mixed(t.text, colour, 0.6),
    )


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """`share` of a colour laid over a ground, as a solid colour."""
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )


def draw_icon(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """One of the line icons in a place, sharp at the screen's density."""
    density = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), pixmap(name, round(place.width()), colour, density))


def hatch(painter: QPainter, place: QRectF, colour: QColor, apart: float, thick: float) -> None:
    """Diagonal lines, drawn as lines: a brush pattern would not follow the screen's density."""
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, thick))
    x = place.left() - place.height()
    while x < place.right():
        painter.drawLine(QLineF(x, place.bottom(), x + place.height(), place.top()))
        x += apart
    painter.restore()


def draw_text(
    painter: QPainter,
    place: QRectF,
    text: str,
    ink: tuple[QFont, QColor],
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    """One line in a place, in the middle of its height; nothing at all when it does not fit."""
    font, colour = ink
    if QFontMetricsF(font).horizontalAdvance(text) > place.width() + 1:
        return
    painter.setFont(font)
    painter.setPen(colour)
    # A low place cuts no descenders off.
    how = side.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextDontClip.value
    painter.drawText(place, how, text)


def draw_sign(
    painter: QPainter,
    place: QRectF,
    severity: Severity,
    look: Look,
    inks: tuple[QColor, QColor] | None = None,
) -> None:
    """The sign of a finding: a triangle for errors and warnings, a ring for notes; the shape says it without colour.

    `inks` are the triangle's colour and that of the stroke in it, where they are not the theme's.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = place.center().x()
    if severity is Severity.NOTE:
        painter.setPen(QPen(look.muted, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
        ink, upper, lower, dot = look.muted, 0.46, 0.76, 0.26
    else:
        own = look.danger if severity is Severity.ERROR else look.warning
        ground, ink = inks or (own, look.surface)
        shape = QPainterPath()
        shape.addPolygon(QPolygonF([QPointF(middle, place.top()), place.bottomRight(), place.bottomLeft()]))
        shape.closeSubpath()
        line, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(ground, 1.5, line, cap, join))
        painter.setBrush(ground)
        painter.drawPath(shape)
        upper, lower, dot = 0.36, 0.64, 0.86
    painter.setPen(QPen(ink, max(place.width() / 9, 1.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(
        QPointF(middle, place.top() + place.height() * upper),
        QPointF(middle, place.top() + place.height() * lower),
    )
    painter.drawPoint(QPointF(middle, place.top() + place.height() * dot))
    painter.restore()
