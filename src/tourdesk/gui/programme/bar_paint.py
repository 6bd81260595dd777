"""How the slot bar is drawn: the night as a track, the items as blocks on it, marks above and the clock below."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from tourdesk.gui.programme import words
from tourdesk.gui.programme.bar_scale import Mark, Scale, Tick
from tourdesk.gui.programme.look import Look, draw_sign, hatch
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.running_order import Finding, RunningOrder, Severity, TimedItem
from tourdesk.programming.slot import Slot

RADIUS = 3.0
LEAST_WIDTH = 2.5
"""A sponsor spot of a few seconds is still to be seen."""

MARKS_HEIGHT = 34.0
AXIS_HEIGHT = 30.0
NOTE_HEIGHT = 18.0
"""More below the axis on a night with a midnight or a change of the clocks."""


@dataclass(frozen=True, slots=True)
class Night:
    """What the bar shows."""

    slot: Slot
    order: RunningOrder | None
    selected: frozenset[str] = frozenset()
    hovered: str | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Where the track lies, and the scale along it."""

    scale: Scale
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def block(self, timed: TimedItem) -> QRectF:
        """The place of an item."""
        left, right = self.scale.x(timed.start), self.scale.x(timed.end)
        width = max(right - left - 0.75, LEAST_WIDTH)
        return QRectF(left, self.top, width, self.height)


class BarPainter:
    """Draws one night into a band with one painter."""

    def __init__(self, painter: QPainter, look: Look, night: Night, band: Band) -> None:
        self._painter = painter
        self._look = look
        self._night = night
        self._band = band

    def draw(self, marks: tuple[Mark, ...], ticks: tuple[Tick, ...]) -> None:
        """Everything from the back to the front."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._track()
        flag = self._end_flag_place()
        self._axis(ticks, flag)
        order = self._night.order
        if order is not None and order.items:
            self._room_left(order)
            for timed in order.items:
                self._block(timed, [found for found in order.findings if found.item == timed.item.key])
            if order.margin < 0:
                self._over(order)
            self._end_flag(order, flag)
        taken = self._marks(marks)
        if order is not None and order.items:
            self._readout(order, taken)

    # The track: before the start, the time to play, the get-out, and what lies behind the curfew.

    def _track(self) -> None:
        slot, scale, look = self._night.slot, self._band.scale, self._look
        whole = QRectF(scale.left, self._band.top, scale.width, self._band.height)
        outline = QPainterPath()
        outline.addRoundedRect(whole, RADIUS + 2, RADIUS + 2)
        self._painter.save()
        self._painter.setClipPath(outline)
        self._painter.fillRect(whole, look.outside)
        self._painter.fillRect(self._stretch(scale.x(slot.start), scale.x(slot.must_end)), look.track)
        if slot.get_out_seconds:
            get_out = self._stretch(scale.x(slot.must_end), scale.x(slot.curfew))
            self._painter.fillRect(get_out, look.outside)
            hatch(self._painter, get_out, look.faint, 7.0, 1.0)
            order = self._night.order
            if order is None or order.margin >= 0:
                self._text(get_out, "get-out", look.small, look.muted)
        before = self._stretch(scale.x(max(slot.doors, scale.first)), scale.x(slot.start))
        self._text(before, "doors open", look.small, look.muted)
        self._painter.restore()

    def _stretch(self, left: float, right: float) -> QRectF:
        return QRectF(left, self._band.top, max(right - left, 0.0), self._band.height)

    def _room_left(self, order: RunningOrder) -> None:
        if order.margin <= 0:
            return
        scale = self._band.scale
        room = self._stretch(scale.x(order.end) + 2, scale.x(self._night.slot.must_end) - 2)
        room.adjust(0, 4, 0, -4)
        if room.width() < 4:
            return
        self._painter.setPen(QPen(self._look.muted, 1.0, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(room, RADIUS, RADIUS)

    # The blocks.

    def _block(self, timed: TimedItem, findings: list[Finding]) -> None:
        look, painter = self._look, self._painter
        place = self._band.block(timed)
        item = timed.item
        pause = item.kind is ItemKind.INTERMISSION
        tint = look.part(timed.part)
        full = item.kind is ItemKind.FILM
        shape = QPainterPath()
        radius = min(RADIUS, place.width() / 2)
        shape.addRoundedRect(place, radius, radius)
        painter.save()
        painter.setClipPath(shape)
        if pause:
            painter.fillRect(place, look.track)
            hatch(self._painter, place, look.muted, 6.0, 1.2)
        else:
            painter.fillRect(place, tint.film if full else tint.spoken)
            painter.fillRect(QRectF(place.left(), place.top(), place.width(), 3), tint.strong)
        painter.restore()
        self._outline(place, timed, tint.strong if not pause else look.muted)
        worst = _worst(findings)
        self._block_text(place, timed, flagged=worst in {Severity.ERROR, Severity.WARNING})
        if worst is None or worst is Severity.NOTE:
            return  # notes are for the list: the bar shows what may break the night
        if place.width() >= 40:
            draw_sign(painter, QRectF(place.right() - 16, place.top() + 8, 11, 11), worst, look)
        else:
            draw_sign(painter, QRectF(place.center().x() - 5, place.top() - 13, 10, 10), worst, look)

    def _outline(self, place: QRectF, timed: TimedItem, colour: QColor) -> None:
        key = timed.item.key
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if key in self._night.selected:
            self._painter.setPen(QPen(self._look.text, 2.0))
            self._painter.drawRoundedRect(place.adjusted(-0.5, -2, 0.5, 2), RADIUS + 1, RADIUS + 1)
        elif key == self._night.hovered:
            self._painter.setPen(QPen(colour, 1.6))
            self._painter.drawRoundedRect(place.adjusted(0, -1, 0, 1), RADIUS, RADIUS)
        elif place.width() > 5:
            faint = QColor(colour)
            faint.setAlphaF(0.55)
            self._painter.setPen(QPen(faint, 1.0))
            self._painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _block_text(self, place: QRectF, timed: TimedItem, *, flagged: bool) -> None:
        if place.width() < 40:
            return
        look, item = self._look, timed.item
        inner = place.adjusted(8, 7, -20 if flagged else -5, -5)
        limit = self._band.scale.x(self._night.slot.must_end)
        if inner.right() > limit:
            # What runs over is hatched: words in it could not be read.
            inner.setRight(max(limit - 5, inner.left()))
        pause = item.kind is ItemKind.INTERMISSION
        title_font = look.strong if item.kind is ItemKind.FILM else look.body
        line = QFontMetricsF(title_font).height()
        if pause:
            self._plate(inner, item.title, words.duration(item))
            return
        title = QFontMetricsF(title_font).elidedText(item.title, Qt.TextElideMode.ElideRight, inner.width())
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        if len(title) > 2:
            self._text(top, title, title_font, look.text, Qt.AlignmentFlag.AlignLeft)
            top.translate(0, line)
        self._text(top, words.duration(item), look.number, look.soft, Qt.AlignmentFlag.AlignLeft)

    def _plate(self, inner: QRectF, title: str, said: str) -> None:
        """Words on hatching stand on a plain plate, so that they can be read."""
        look = self._look
        for text, font in ((title, look.body), (said, look.number)):
            size = QFontMetricsF(font).size(0, text)
            if size.width() + 8 > inner.width() + 8:
                continue
            plate = QRectF(0, 0, size.width() + 8, size.height() + 2)
            plate.moveCenter(inner.center())
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(look.track)
            self._painter.drawRoundedRect(plate, 2, 2)
            self._text(plate, text, font, look.text)
            return

    # What runs over.

    def _over(self, order: RunningOrder) -> None:
        look = self._look
        zone = self._stretch(
            self._band.scale.x(self._night.slot.must_end), self._band.scale.x(order.end)
        ).adjusted(0, -3, 0, 3)
        self._painter.save()
        self._painter.setClipRect(zone)
        wash = QColor(look.danger)
        wash.setAlphaF(0.14)
        self._painter.fillRect(zone, wash)
        hatch(self._painter, zone, look.danger, 7.0, 2.0)
        self._painter.restore()
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(look.danger, 1.6))
        self._painter.drawRect(zone)

    def _end_flag_place(self) -> QRectF:
        order = self._night.order
        if order is None or not order.items:
            return QRectF()
        look, scale = self._look, self._band.scale
        clock = QFontMetricsF(look.clock).horizontalAdvance(self._end_words(order))
        width = clock + 16 + (16 if order.margin < 0 else 0)
        place = QRectF(0, self._band.bottom + 6, width, QFontMetricsF(look.clock).height() + 4)
        place.moveLeft(scale.x(order.end) - width / 2)
        place.moveLeft(min(max(place.left(), scale.left), scale.left + scale.width - width))
        return place

    def _end_words(self, order: RunningOrder) -> str:
        about = "" if order.exact else "about "
        return f"end {about}{words.clock(self._night.slot, order.end)}"

    def _end_flag(self, order: RunningOrder, place: QRectF) -> None:
        look, painter = self._look, self._painter
        over = order.margin < 0
        ground, ink = (look.danger, look.on_danger) if over else (look.text, look.surface)
        tip = self._band.scale.x(order.end)
        flag = QPainterPath()
        flag.addRoundedRect(place, 4, 4)
        pointer = QPainterPath(QPointF(tip, self._band.bottom + 1))
        pointer.lineTo(tip + 5, place.top() + 1)
        pointer.lineTo(tip - 5, place.top() + 1)
        pointer.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPath(flag.united(pointer))
        text = place
        if over:
            sign = QRectF(place.left() + 7, place.center().y() - 6, 12, 12)
            draw_sign(painter, sign, Severity.ERROR, look, (ink, ground))
            text = place.adjusted(18, 0, 0, 0)
        self._text(text, self._end_words(order), look.clock, ink)

    # Words and the clock.

    def _readout(self, order: RunningOrder, marks: dict[str, QRectF]) -> None:
        """What is left, large, between the start and the time when it must end."""
        look = self._look
        over = order.margin < 0
        said = words.left(order)
        width = QFontMetricsF(look.large).horizontalAdvance(said) + 4
        right = min(place.left() for name, place in marks.items() if name in {"must_end", "curfew"}) - 28
        left = marks["start"].right() if "start" in marks else self._band.scale.left
        if right - left < width + 56:
            return
        place = QRectF(right - width, self._band.top - 8 - MARKS_HEIGHT, width, MARKS_HEIGHT)
        self._text(place, said, look.large, look.danger if over else look.text, Qt.AlignmentFlag.AlignRight)
        if over:
            sign = QRectF(place.left() - 24, place.center().y() - 8, 16, 16)
            draw_sign(self._painter, sign, Severity.ERROR, look)

    def _marks(self, marks: tuple[Mark, ...]) -> dict[str, QRectF]:
        """Draws the fixed times; returns where their words stand."""
        look, painter = self._look, self._painter
        taken: dict[str, QRectF] = {}
        for mark in marks:
            x = round(self._band.scale.x(mark.instant)) + 0.5
            hard = mark.name in {"must_end", "curfew"}
            pen = QPen(look.text if hard or mark.name == "start" else look.muted, 2.0 if hard else 1.0)
            if mark.name == "curfew":
                pen.setWidthF(3.0)
            painter.setPen(pen)
            top = self._band.top - 6
            if not mark.earlier:
                painter.drawLine(QLineF(x, top, x, self._band.bottom + (4 if hard else 0)))
            place = self._mark_words(mark, x)
            if any(place.intersects(other) for other in taken.values()):
                continue
            taken[mark.name] = place
            upper = QRectF(place.left(), place.top(), place.width(), place.height() / 2)
            lower = QRectF(place.left(), place.center().y(), place.width(), place.height() / 2)
            side = Qt.AlignmentFlag.AlignRight if mark.name == "must_end" else Qt.AlignmentFlag.AlignLeft
            word = f"‹ {mark.word}" if mark.earlier else mark.word
            self._text(upper, word, look.small, look.muted, side)
            self._text(lower, mark.clock, look.clock, look.text, side)
        return taken

    def _mark_words(self, mark: Mark, x: float) -> QRectF:
        look, scale = self._look, self._band.scale
        word = f"‹ {mark.word}" if mark.earlier else mark.word
        width = max(
            QFontMetricsF(look.small).horizontalAdvance(word),
            QFontMetricsF(look.clock).horizontalAdvance(mark.clock),
        )
        left = x - width if mark.name == "must_end" else x
        left = min(max(left, scale.left), scale.left + scale.width - width)
        return QRectF(left - 1, self._band.top - 6 - MARKS_HEIGHT, width + 2, MARKS_HEIGHT)

    def _axis(self, ticks: tuple[Tick, ...], flag: QRectF) -> None:
        look, painter = self._look, self._painter
        free = flag.adjusted(-6, 0, 6, 0)
        for tick in ticks:
            x = round(self._band.scale.x(tick.instant)) + 0.5
            painter.setPen(QPen(look.faint if not tick.note else look.text, 1.0))
            painter.drawLine(QLineF(x, self._band.bottom + 2, x, self._band.bottom + 6))
            text = tick.text
            metrics = QFontMetricsF(look.number)
            width = max(
                metrics.horizontalAdvance(text), QFontMetricsF(look.small).horizontalAdvance(tick.note)
            )
            place = QRectF(x - width / 2, self._band.bottom + 7, width, metrics.height())
            if place.left() < self._band.scale.left - 16:
                continue
            if not place.intersects(free):
                self._text(place, text, look.number, look.muted)
            if tick.note:
                self._text(place.translated(0, metrics.height() + 4), tick.note, look.small, look.text)

    def _text(
        self,
        place: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        """One line in a place; nothing at all when it does not fit."""
        if QFontMetricsF(font).horizontalAdvance(text) > place.width() + 1:
            return
        self._painter.setFont(font)
        self._painter.setPen(QPen(colour))
        self._painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)


def _worst(findings: list[Finding]) -> Severity | None:
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        if any(finding.severity is severity for finding in findings):
            return severity
    return None
