"""How the slot bar is drawn: the night as a track, the items as blocks on it, marks above and the clock below."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _
from tourdesk.gui.programme import words
from tourdesk.gui.programme.bar_scale import Mark, Tick
from tourdesk.gui.programme.bar_words import LEAST_WIDTH, Band, BarWords, Night
from tourdesk.gui.programme.comparing import Comparison
from tourdesk.gui.programme.look import Look, draw_icon, draw_sign, draw_text, hatch, mixed
from tourdesk.gui.programme.signs import draw_mark, draw_pin
from tourdesk.programming.findings import title_of
from tourdesk.programming.programme import Item, ItemKind
from tourdesk.programming.running_order import Finding, RunningOrder, Severity, TimedItem

RADIUS = 3.0
NOW = 12.0
"""So high is the strip of what stands there now, below a proposal that somebody looks at."""
NARROW = 14.0
"""A block of so many pixels has square corners."""
_PICTURE, _SIGN = 0.9, 0.62
"""Of a line of text: the picture of an item's kind, and the sign of a finding."""
_LEAST_SIGN = 8.0
"""Pixels in which the sign of a finding is told from a blot."""
_LEAST_LETTERS = 4
"""So much of a title says nothing, the mark of what is cut included; how long it is does."""


class BarPainter:
    """Draws one night into a band with one painter."""

    def __init__(self, painter: QPainter, look: Look, night: Night, band: Band) -> None:
        self._painter = painter
        self._look = look
        self._night = night
        self._band = band
        self._plain = False
        line = QFontMetricsF(look.body).height()
        self._picture_edge, self._sign_edge = line * _PICTURE, line * _SIGN
        self._items = night.order.items if night.order is not None else ()

    def draw_small(self) -> None:
        """The track and the blocks alone: what is left of the bar where there is no room for words."""
        self._plain = True
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._track()
        order = self._night.order
        if order is None:
            return
        self._room_left(order)
        for timed in order.items:
            self._block(timed, [])
        if order.margin < 0:
            self._over(order)

    def draw(self, marks: tuple[Mark, ...], ticks: tuple[Tick, ...]) -> None:
        """Everything from the back to the front."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._track()
        around = BarWords(self._painter, self._look, self._night, self._band)
        around.axis(ticks)
        order = self._night.order
        if self._night.comparison is not None:
            self._now_below(self._night.comparison)
        if order is not None and order.items:
            self._room_left(order)
            for timed in order.items:
                self._block(timed, [found for found in order.findings if timed.item.key in found.items])
            if order.margin < 0:
                self._over(order)
            for timed in order.items:
                self._pin(timed)
            if self._night.comparison is not None:
                self._marks(order, self._night.comparison)
            around.end_flag(order)
        taken = around.marks(marks)
        if order is not None and order.items:
            around.readout(order, taken)

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
            if not self._plain and (order is None or order.margin >= 0):
                draw_text(
                    self._painter, get_out.adjusted(4, 0, -4, 0), _("get-out"), (look.small, look.muted)
                )
        before = self._stretch(scale.x(max(slot.doors, scale.first)), scale.x(slot.start))
        if self._night.comparison is not None:
            said = before.adjusted(0, 0, -6, -NOW)
            draw_text(
                self._painter, said, _("proposed"), (look.small, look.text), Qt.AlignmentFlag.AlignRight
            )
        elif not self._plain:
            draw_text(self._painter, before.adjusted(4, 0, -4, 0), _("doors open"), (look.small, look.muted))
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

    def _waiting(self, timed: TimedItem) -> None:
        place = self._band.waiting(timed).adjusted(0.5, 8, -1, -8)
        if place.width() < 2:
            return
        hatch(self._painter, place, self._look.faint, 5.0, 1.0)
        if not self._plain:
            length = clock_text(timed.waiting)
            self._plate(place, _("waiting"), length)

    def _pin(self, timed: TimedItem) -> None:
        if timed.item.pinned is None:
            return
        x = self._band.scale.x(timed.start)
        colour = self._look.danger if timed.late else self._look.accent
        draw_pin(self._painter, QRectF(x, self._band.top - 12, 9, 15), colour)

    def _block(self, timed: TimedItem, findings: list[Finding]) -> None:
        look, painter = self._look, self._painter
        place = self._band.block(timed)
        item = timed.item
        if timed.waiting:
            self._waiting(timed)
        pause = item.kind is ItemKind.INTERMISSION
        tint = look.part(timed.part)
        full = item.kind is ItemKind.FILM
        strong = look.muted if pause else tint.strong
        ground = look.track if pause else tint.film if full else tint.spoken
        self._ground(place, ground, strong)
        if pause:
            hatch(self._painter, place.adjusted(1, 1, -1, -1), look.muted, 6.0, 1.2)
        else:
            self._painter.fillRect(QRectF(place.left(), place.top(), place.width(), 3), strong)
        self._outline(place, timed, strong)
        if self._plain:
            return
        worst = _worst(findings)
        if item.inside is not None:
            self._small_text(place, timed)
            flagged = worst in {Severity.ERROR, Severity.WARNING}
            if worst is not None and flagged and place.width() >= 14:
                draw_sign(painter, QRectF(place.right() - 13, place.top() + 3, 10, 10), worst, look)
            return
        self._block_text(place, timed, flagged=worst in {Severity.ERROR, Severity.WARNING})
        if worst is None or worst is Severity.NOTE:
            return  # notes are for the list: the bar shows what may break the night
        if place.width() >= 40:
            left = place.right() - 5 - self._sign_edge
            sign = QRectF(left, place.top() + 8, self._sign_edge, self._sign_edge)
            draw_sign(painter, sign, worst, look)
        elif place.width() >= _LEAST_SIGN + 3:
            # Within the block, which has no words then: above it are pins, and what a proposal adds and moves.
            edge = min(self._sign_edge, place.width() - 3)
            sign = QRectF(0, 0, edge, edge)
            sign.moveCenter(place.center())
            draw_sign(painter, sign, worst, look)
        elif self._night.comparison is None:
            draw_sign(painter, QRectF(place.center().x() - 5, place.top() - 13, 10, 10), worst, look)

    def _ground(self, place: QRectF, colour: QColor, edge: QColor) -> None:
        """A block with a fine edge. Both are filled: strokes take ten times as long, and there may be many blocks."""
        inner = place.adjusted(1, 1, -1, -1)
        if place.width() <= NARROW:
            self._painter.fillRect(place, mixed(colour, edge, 0.55))
            self._painter.fillRect(inner, colour)
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(mixed(colour, edge, 0.55))
        self._painter.drawRoundedRect(place, RADIUS, RADIUS)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(inner, RADIUS - 1, RADIUS - 1)

    def _outline(self, place: QRectF, timed: TimedItem, colour: QColor) -> None:
        key = timed.item.key
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if key in self._night.selected:
            self._painter.setPen(QPen(self._look.text, 2.0))
            self._painter.drawRoundedRect(place.adjusted(-0.5, -2, 0.5, 2), RADIUS + 1, RADIUS + 1)
        elif key == self._night.hovered:
            self._painter.setPen(QPen(colour, 1.6))
            self._painter.drawRoundedRect(place.adjusted(0, -1, 0, 1), RADIUS, RADIUS)

    def _block_text(self, place: QRectF, timed: TimedItem, *, flagged: bool) -> None:
        look, item = self._look, timed.item
        cramped = item.kind is not ItemKind.FILM and place.width() < 56
        if place.width() < 40 or (cramped and item.kind is not ItemKind.INTERMISSION):
            if place.width() >= 21 and not flagged:
                self._picture(place, item)
            return
        inner = place.adjusted(8, 7, -9 - self._sign_edge if flagged else -5, -5)
        limit = self._band.scale.x(self._night.slot.must_end)
        if inner.right() > limit:
            # What runs over is hatched: words in it could not be read.
            inner.setRight(max(limit - 5, inner.left()))
        pause = item.kind is ItemKind.INTERMISSION
        title_font = look.strong if item.kind is ItemKind.FILM else look.body
        line = QFontMetricsF(title_font).height()
        if pause:
            if any(one.item.inside == item.key for one in self._items):
                inner.setBottom(self._band.top + self._band.height * 0.53)
            self._plate(inner, title_of(item), words.duration(item))
            return
        title = QFontMetricsF(title_font).elidedText(
            title_of(item), Qt.TextElideMode.ElideRight, inner.width()
        )
        length = words.duration(item)
        told = title == title_of(item) or len(title) > _LEAST_LETTERS
        if not told and QFontMetricsF(look.number).horizontalAdvance(length) > inner.width():
            self._picture(inner if flagged else place, item)
            return
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        if told:
            draw_text(self._painter, top, title, (title_font, look.text), Qt.AlignmentFlag.AlignLeft)
            top.translate(0, line)
            if top.bottom() > place.bottom() + 1:
                return  # a proposal that is looked at has a lower band
        draw_text(self._painter, top, length, (look.number, look.soft), Qt.AlignmentFlag.AlignLeft)

    def _picture(self, place: QRectF, item: Item) -> None:
        """What kind of item it is, where its words have no room."""
        edge = self._picture_edge
        if place.width() < edge:
            return
        picture = QRectF(0, 0, edge, edge)
        picture.moveCenter(place.center())
        draw_icon(self._painter, words.KIND_ICONS[item.kind], picture, self._look.soft)

    def _small_text(self, place: QRectF, timed: TimedItem) -> None:
        """What runs during an intermission has room for one small line, or for nothing."""
        inner = place.adjusted(5, 2, -15, -1)
        look = self._look
        if QFontMetricsF(look.small).height() > inner.height() + 4 or inner.width() < 24:
            return
        title = QFontMetricsF(look.small).elidedText(
            title_of(timed.item), Qt.TextElideMode.ElideRight, inner.width()
        )
        draw_text(self._painter, inner, title, (look.small, look.text), Qt.AlignmentFlag.AlignLeft)

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
            draw_text(self._painter, plate, text, (font, look.text))
            return

    # A proposal beside what stands there now.

    def _now_below(self, comparison: Comparison) -> None:
        """What stands there now, as a thin strip at the bottom of the band; what is dropped is hatched and has a minus."""
        look, scale, painter = self._look, self._band.scale, self._painter
        top = self._band.bottom - NOW
        before = QRectF(scale.left, top, scale.x(self._night.slot.start) - scale.left - 6, NOW)
        draw_text(painter, before, _("now"), (look.small, look.muted), Qt.AlignmentFlag.AlignRight)
        for timed in comparison.now.items:
            left, right = scale.x(timed.start), scale.x(timed.end)
            place = QRectF(left, top, max(right - left - 0.75, LEAST_WIDTH), NOW)
            pause = timed.item.kind is ItemKind.INTERMISSION
            self._ground(place, look.track if pause else look.part(timed.part).film, look.muted)
            if timed.item.key in comparison.gone:
                hatch(painter, place, look.text, 5.0, 1.3)
                sign = QRectF(0, 0, NOW - 1, NOW - 1)
                sign.moveCenter(place.center())
                draw_mark(painter, sign, None, (look.text, look.surface))
        self._band = replace(self._band, height=self._band.height - NOW - 2)

    def _marks(self, order: RunningOrder, comparison: Comparison) -> None:
        """What is added and moved, on the upper edge of its block."""
        for timed in order.items:
            mark = comparison.marks.get(timed.item.key)
            if mark is not None:
                sign = QRectF(0, self._band.top - 8, 15, 15)
                sign.moveLeft(max(self._band.block(timed).center().x() - 7.5, self._band.scale.left))
                draw_mark(self._painter, sign, mark, (self._look.accent, self._look.surface))

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


def _worst(findings: list[Finding]) -> Severity | None:
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        if any(finding.severity is severity for finding in findings):
            return severity
    return None
