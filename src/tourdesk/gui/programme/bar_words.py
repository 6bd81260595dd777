"""What stands around the track of the slot bar: fixed times above it, the clock below, what is left, the end."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from tourdesk.foundation.language import _
from tourdesk.gui.programme import words
from tourdesk.gui.programme.bar_scale import Mark, Scale, Tick
from tourdesk.gui.programme.comparing import Comparison
from tourdesk.gui.programme.look import Look, draw_sign, draw_text
from tourdesk.programming.running_order import RunningOrder, Severity, TimedItem
from tourdesk.programming.slot import Slot

LEAST_WIDTH = 2.5
"""A sponsor spot of a few seconds is still to be seen."""


@dataclass(frozen=True, slots=True)
class Heights:
    """How much room the words need above and below the track, in pixels."""

    marks: float
    band: float
    axis: float
    note: float
    """More below the axis on a night with a midnight or a change of the clocks."""


def heights_of(look: Look) -> Heights:
    """The heights at the size of text of a look."""
    small, clock = QFontMetricsF(look.small).height(), QFontMetricsF(look.clock).height()
    lines = QFontMetricsF(look.strong).height() + QFontMetricsF(look.number).height()
    return Heights(small + clock, max(lines + 16, 54.0), clock + 14, small + 2)


@dataclass(frozen=True, slots=True)
class Night:
    """What the bar shows."""

    slot: Slot
    order: RunningOrder | None
    selected: frozenset[str] = frozenset()
    hovered: str | None = None
    comparison: Comparison | None = None
    """Where it is a proposal that somebody looks at: what stands there now lies below it."""


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
        """The place of an item; what runs during an intermission lies in the lower half of it."""
        left, right = self.scale.x(timed.start), self.scale.x(timed.end)
        width = max(right - left - 0.75, LEAST_WIDTH)
        if timed.item.inside is not None:
            return QRectF(left, self.top + self.height * 0.55, width, self.height * 0.45 - 3)
        return QRectF(left, self.top, width, self.height)

    def waiting(self, timed: TimedItem) -> QRectF:
        """The place of what is waited before a pinned item."""
        left = self.scale.x(timed.start - timedelta(seconds=timed.waiting))
        return QRectF(left, self.top, max(self.scale.x(timed.start) - left, 0.0), self.height)


class BarWords:
    """Writes around one band with one painter."""

    def __init__(self, painter: QPainter, look: Look, night: Night, band: Band) -> None:
        self._painter = painter
        self._look = look
        self._night = night
        self._band = band
        self._heights = heights_of(look)

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
        clock = words.clock(self._night.slot, order.end)
        return _("end {clock}", clock=clock) if order.exact else _("end about {clock}", clock=clock)

    def end_flag(self, order: RunningOrder) -> None:
        """When the evening ends, below the place where it does."""
        place = self._end_flag_place()
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
        draw_text(self._painter, text, self._end_words(order), (look.clock, ink))

    def readout(self, order: RunningOrder, marks: dict[str, QRectF]) -> None:
        """What is left, large, between the start and the time when it must end."""
        look = self._look
        over = order.margin < 0
        said = words.left(order)
        width = QFontMetricsF(look.large).horizontalAdvance(said) + 4
        right = min(place.left() for name, place in marks.items() if name in {"must_end", "curfew"}) - 28
        left = marks["start"].right() if "start" in marks else self._band.scale.left
        if right - left < width + 56:
            return
        place = QRectF(right - width, self._band.top - 8 - self._heights.marks, width, self._heights.marks)
        draw_text(
            self._painter,
            place,
            said,
            (look.large, look.danger if over else look.text),
            Qt.AlignmentFlag.AlignRight,
        )
        if over:
            sign = QRectF(place.left() - 24, place.center().y() - 8, 16, 16)
            draw_sign(self._painter, sign, Severity.ERROR, look)

    def marks(self, marks: tuple[Mark, ...]) -> dict[str, QRectF]:
        """Draws the fixed times; returns where their words stand."""
        look, painter = self._look, self._painter
        taken: dict[str, QRectF] = {}
        clocks = {mark.name: self._mark_words(mark, "") for mark in marks}
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
            # Where two stand close together the later one is its clock time alone, which is still to be read.
            for word in (f"‹ {mark.word}" if mark.earlier else mark.word, ""):
                place = self._mark_words(mark, word)
                if mark.name == "must_end":
                    # Where there is little room behind it, it makes way for when everybody is out.
                    place.moveRight(min(place.right(), clocks["curfew"].left() - 6))
                if not any(place.intersects(other) for other in taken.values()):
                    taken[mark.name] = place
                    self._mark(mark, place, word)
                    break
        return taken

    def _mark(self, mark: Mark, place: QRectF, word: str) -> None:
        look = self._look
        upper = QRectF(place.left(), place.top(), place.width(), place.height() / 2)
        lower = QRectF(place.left(), place.center().y(), place.width(), place.height() / 2)
        # Words on the left of their line, there or where the bar ends, keep to it.
        before = place.center().x() < self._band.scale.x(mark.instant)
        side = Qt.AlignmentFlag.AlignRight if before else Qt.AlignmentFlag.AlignLeft
        draw_text(self._painter, upper, word, (look.small, look.muted), side)
        draw_text(self._painter, lower, mark.clock, (look.clock, look.text), side)

    def _mark_words(self, mark: Mark, word: str) -> QRectF:
        look, scale = self._look, self._band.scale
        x = round(scale.x(mark.instant)) + 0.5
        width = max(
            QFontMetricsF(look.small).horizontalAdvance(word),
            QFontMetricsF(look.clock).horizontalAdvance(mark.clock),
        )
        left = x - width if mark.name == "must_end" else x
        left = min(max(left, scale.left), scale.left + scale.width - width)
        return QRectF(left - 1, self._band.top - 6 - self._heights.marks, width + 2, self._heights.marks)

    def axis(self, ticks: tuple[Tick, ...]) -> None:
        """Round clock times below the track, none cut at its ends; the end's flag has the right of way."""
        look, painter = self._look, self._painter
        free = self._end_flag_place().adjusted(-6, 0, 6, 0)
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
            place.moveRight(min(place.right(), self._band.scale.left + self._band.scale.width + 16))
            if not place.intersects(free):
                draw_text(self._painter, place, text, (look.number, look.muted))
            if tick.note:
                draw_text(
                    self._painter,
                    place.translated(0, metrics.height() + 4),
                    tick.note,
                    (look.small, look.text),
                )
