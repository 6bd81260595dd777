"""The slot to scale: the night from doors to curfew, with every item in its place and what is left."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.plain import as_typed
from tourdesk.gui.programme import words
from tourdesk.gui.programme.bar_paint import BarPainter
from tourdesk.gui.programme.bar_scale import goes_back, has_notes, marks_of, scale_for, ticks_of
from tourdesk.gui.programme.bar_words import Band, Night, heights_of
from tourdesk.gui.programme.comparing import Comparison
from tourdesk.gui.programme.look import look_of
from tourdesk.gui.roles import Role, known_as
from tourdesk.programming.findings import title_of
from tourdesk.programming.running_order import RunningOrder, TimedItem
from tourdesk.programming.slot import Slot

MARGIN = 16.0
ABOVE = 10.0
"""Between the words of the marks and the track."""
NEAR = 4.0
"""So many pixels beside a narrow item still mean it."""


class SlotBar(QWidget):
    """The slot bar. Click, or arrow keys, choose an item; the words of it are in its accessible description."""

    item_chosen = Signal(str)
    """The key of the item that was clicked or stepped to; empty for a click beside all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known_as(self, Role.Chart)
        self._slot: Slot | None = None
        self._order: RunningOrder | None = None
        self._selected: frozenset[str] = frozenset()
        self._hovered: str | None = None
        self._comparison: Comparison | None = None
        self.setObjectName("slotBar")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The slot of the night"))

    def show_night(
        self, slot: Slot | None, order: RunningOrder | None, comparison: Comparison | None = None
    ) -> None:
        """Draw this slot with this running order; with a comparison the proposal, and what stands there now below it."""
        before = self.sizeHint()
        self._slot = slot
        self._order = order = comparison.then if comparison is not None else order
        self._comparison = comparison
        self._say()
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def select(self, keys: frozenset[str]) -> None:
        """Show these items as selected."""
        if keys != self._selected:
            self._selected = keys
            self._say()
            self.update()

    def _say(self) -> None:
        """Tell a screen reader the chosen items, then the whole night; Qt announces it when it is other than before."""
        said = []
        if self._slot is not None and self._order is not None:
            chosen = [timed for timed in self._order.items if timed.item.key in self._selected]
            said = [told(timed, self._slot, self._order).replace("\n", ", ") + "." for timed in chosen]
        self.setAccessibleDescription(" ".join((*said, description(self._slot, self._order))))

    def item_at(self, place: QPointF) -> TimedItem | None:
        """The item under a place; a narrow one is found a little beside it too."""
        band = self._band()
        if band is None or self._order is None or not band.top - 6 <= place.y() <= band.bottom + 6:
            return None
        near: tuple[float, TimedItem] | None = None
        # What runs during an intermission lies on it, and is asked first.
        for timed in sorted(self._order.items, key=lambda one: one.item.inside is None):
            block = band.block(timed)
            if timed.item.inside is not None and place.y() < block.top():
                continue
            away = max(block.left() - place.x(), place.x() - block.right(), 0.0)
            if away <= NEAR and (near is None or away < near[0]):
                near = (away, timed)
        return near[1] if near else None

    def middle_of(self, key: str) -> QPoint:
        """The middle of an item's block, in the widget's coordinates."""
        band = self._band()
        if band is None or self._order is None:
            return QPoint()
        timed = next(timed for timed in self._order.items if timed.item.key == key)
        return band.block(timed).center().toPoint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        band = self._band()
        notes = self._slot is not None and band is not None and has_notes(self._slot, band.scale)
        heights = heights_of(look_of(self))
        below = heights.axis + (heights.note if notes else 0)
        return QSize(900, round(heights.marks + ABOVE + heights.band + below))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(360, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        look = look_of(self)
        band = self._band()
        if self._slot is None or band is None:
            return
        night = Night(self._slot, self._order, self._selected, self._hovered, self._comparison)
        widest = "00:00 AEST" if goes_back(self._slot, band.scale) else "00:00"
        apart = QFontMetricsF(look.number).horizontalAdvance(widest) + 22
        marks = marks_of(self._slot, band.scale)
        BarPainter(painter, look, night, band).draw(marks, ticks_of(self._slot, band.scale, apart))
        if self.hasFocus() and not self._selected:
            painter.setPen(look.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        timed = self.item_at(event.position())
        self._hover(timed.item.key if timed else None)

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        timed = self.item_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton:
            self.item_chosen.emit(timed.item.key if timed is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._order is None or not self._order.items or key not in steps:
            super().keyPressEvent(event)
            return
        keys = [timed.item.key for timed in self._order.items]
        here = [place for place, item in enumerate(keys) if item in self._selected]
        place = (here[0] + steps[key]) if here else (0 if steps[key] > 0 else len(keys) - 1)
        self.item_chosen.emit(keys[min(max(place, 0), len(keys) - 1)])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            timed = self.item_at(QPointF(event.pos()))
            if timed is None or self._slot is None or self._order is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), as_typed(told(timed, self._slot, self._order)), self)
            return True
        return super().event(event)

    def _hover(self, key: str | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def _band(self) -> Band | None:
        if self._slot is None:
            return None
        ends = self._order
        if self._comparison is not None and self._comparison.now.end > self._comparison.then.end:
            ends = self._comparison.now
        scale = scale_for(self._slot, ends, MARGIN, self.width() - 2 * MARGIN)
        heights = heights_of(look_of(self))
        return Band(scale, heights.marks + ABOVE, heights.band)


def told(timed: TimedItem, slot: Slot, order: RunningOrder) -> str:
    """An item with its times and findings, for the tooltip."""
    item = timed.item
    lines = [
        title_of(item),
        f"{words.clock(slot, timed.start)} – {words.clock(slot, timed.end)}   {words.duration(item)}",
    ]
    lines += [finding.sentence for finding in order.findings if item.key in finding.items]
    return "\n".join(lines)


def description(slot: Slot | None, order: RunningOrder | None) -> str:
    """The bar in words, for who does not see it."""
    if slot is None:
        return _("There is no night yet.")
    times = _(
        "Doors {doors}, start {start}, must end {must_end}, curfew {curfew}.",
        doors=words.short_clock(slot, slot.doors),
        start=words.short_clock(slot, slot.start),
        must_end=words.short_clock(slot, slot.must_end),
        curfew=words.short_clock(slot, slot.curfew),
    )
    if order is None or not order.items:
        return f"{times} {_('Nothing is in the programme yet.')}"
    said = [times, words.ending(order, slot)]
    said += [finding.sentence for finding in order.findings]
    return " ".join(said)
