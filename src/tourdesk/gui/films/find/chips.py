"""Chips: what a list can be narrowed to, with counts."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from tourdesk.foundation.language import _, n_, thousands
from tourdesk.gui.films.find.facet_words import facet_word, value_word
from tourdesk.gui.plain import as_typed
from tourdesk.library.finding.wanted import Facet

_LONGEST_CHIP = 180
"""Pixels of a word on a chip."""


class FlowLayout(QLayout):
    """Lays widgets out like words: from left to right, then in the next row."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """What is known of the height that a width needs: Qt asks hundreds of times while a window is built."""
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    # The names are Qt's.

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for row in self._rows(rect.width()):
            height = max(item.sizeHint().height() for item in row)
            x = rect.x()
            for item in row:
                size = item.sizeHint()
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is None or widget.isHidden():
                continue
            needed = item.sizeHint().width()
            if not rows or x + needed > width:
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += needed + self.spacing()
        return rows


IN_LINES = (Facet.SECTION, Facet.TAG)
"""The facets whose values stand in lines."""


class FacetLine(QWidget):
    """The values of one facet in one line: as many chips as there is room for, and a button for the others."""

    chosen = Signal(object)
    """The values that are chosen now."""
    more_wanted = Signal()
    """Somebody wants to see all values."""

    def __init__(self, facet: Facet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet = facet
        self._offers: list[tuple[str, int]] = []
        self._chosen: tuple[str, ...] = ()
        self._label = QLabel(facet_word(facet), self)
        self._label.setProperty("role", "quiet")
        self._chips: list[_Chip] = []
        self.more = QPushButton(self)
        self.more.setProperty("chip", "more")
        self.more.setFlat(True)
        self.more.clicked.connect(self.more_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(facet_word(facet))
        self.hide()

    @property
    def tab_stops(self) -> list[QWidget]:
        """Its chips, and the button for more."""
        return [*self._chips, self.more]

    def show_offers(self, offers: Sequence[tuple[str, int]], chosen: tuple[str, ...]) -> None:
        """The values to choose from with how many films they have, and those that are chosen."""
        if (list(offers), chosen) == (self._offers, self._chosen):
            return
        self._offers, self._chosen = list(offers), chosen
        # A line that was there stays: the list must not jump while somebody types.
        self.setVisible(bool(self._offers) or not self.isHidden())
        self._label.setVisible(bool(self._offers))
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.more.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._arrange()

    def _arrange(self) -> None:
        """Fill the line; chips are used again, as making them anew at each letter would be seen."""
        height, gap = self.more.sizeHint().height(), 6
        # The chips of all lines begin at one edge.
        x = max(self.fontMetrics().horizontalAdvance(facet_word(facet)) for facet in IN_LINES) + gap
        self._label.setGeometry(0, 0, x - gap, height)
        # What is chosen is always in sight, and stays at its place while counts change.
        offers = [pair for pair in self._offers if pair[0] in self._chosen]
        offers += [pair for pair in self._offers if pair[0] not in self._chosen]
        shown = 0
        self.more.setText(_("All {n} …", n=len(offers)))
        room = self.width() - self.more.sizeHint().width() - gap
        for value, count in offers:
            chip = self._chip(shown)
            chip.show_value(self._facet, value, count, chosen=value in self._chosen)
            width = chip.sizeHint().width()
            if x + width > (self.width() if shown == len(offers) - 1 else room) and shown:
                break
            chip.setGeometry(x, 0, width, height)
            chip.show()
            x += width + gap
            shown += 1
        for chip in self._chips[shown:]:
            chip.hide()
        self.more.setVisible(shown < len(offers))
        self.more.setAccessibleName(_("All values of {facet}", facet=facet_word(self._facet)))
        self.more.setGeometry(x, 0, self.more.sizeHint().width(), height)

    def _chip(self, place: int) -> "_Chip":
        if place == len(self._chips):
            chip = _Chip(self)
            chip.clicked.connect(lambda: self._toggle(chip.value))
            self._chips.append(chip)
            QWidget.setTabOrder(chip, self.more)
        return self._chips[place]

    def _toggle(self, value: str) -> None:
        rest = tuple(other for other in self._chosen if other != value)
        self.chosen.emit(rest if value in self._chosen else (*rest, value))


class _Chip(QPushButton):
    """A value of a facet with how many films have it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = ""
        self.setProperty("chip", "value")
        self.setCheckable(True)

    def show_value(self, facet: Facet, value: str, count: int, *, chosen: bool) -> None:
        """Be the chip of this value."""
        self.value = value
        word = value_word(facet, value)
        short = self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, _LONGEST_CHIP)
        self.setText(f"{short}  {thousands(count)}".replace("&", "&&"))
        self.setChecked(chosen)
        said = n_(
            "{facet} {value}, {n:,} film",
            "{facet} {value}, {n:,} films",
            count,
            facet=facet_word(facet),
            value=word,
        )
        self.setAccessibleName(said)
        self.setToolTip(
            as_typed(_("Choose “{value}” no more", value=word) if chosen else _("Only “{value}”", value=word))
        )
