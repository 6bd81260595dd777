"""Chips: what a list can be narrowed to, with counts, one at a time; they wrap into rows."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

_SHOWN_AT_FIRST = 8


class FlowLayout(QLayout):
    """Lays widgets out like words: from left to right, then in the next row."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    # The names are Qt's.

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
        return self._arrange(QRect(0, 0, width, 0), move=False)

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


class ChipRow(QWidget):
    """The chips of one facet. Choosing the chosen one again chooses none."""

    chosen = Signal(object)
    """The chosen value, None when none is."""
    rebuilt = Signal()
    """Its chips are others now."""

    def __init__(self, facet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet = facet
        self._value: str | None = None
        self._all = False
        self._counts: tuple[tuple[str, int], ...] = ()
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{facet}s")
        self.hide()

    @property
    def tab_stops(self) -> list[QPushButton]:
        """Its chips."""
        return self.findChildren(QPushButton)

    @property
    def value(self) -> str | None:
        """The chosen value."""
        return self._value

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """The values to choose from, each with how many films it has."""
        if tuple(counts) == self._counts:
            return
        self._counts = tuple(counts)
        if self._value not in {value for value, _ in counts}:
            self._choose(None)
        self._build()

    def choose(self, value: str | None) -> None:
        """Choose a value, as if its chip had been pressed."""
        if value != self._value:
            self._choose(value)
            self._build()

    def _choose(self, value: str | None) -> None:
        if value != self._value:
            self._value = value
            self.chosen.emit(value)

    def _build(self) -> None:
        had_focus = self.focusWidget() is not None
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.setVisible(bool(self._counts))
        label = QLabel(self._facet)
        label.setProperty("role", "quiet")
        label.setMinimumWidth(self.fontMetrics().horizontalAdvance("Section") + 6)
        self._flow.addWidget(label)
        # The most used first; what is chosen is always among them.
        by_use = sorted(self._counts, key=lambda pair: (-pair[1], pair[0].casefold()))
        shown = by_use if self._all else by_use[:_SHOWN_AT_FIRST]
        shown += [pair for pair in by_use if pair[0] == self._value and pair not in shown]
        for value, count in shown:
            chip = self._chip(value, count)
            self._flow.addWidget(chip)
            if had_focus and value == self._value:
                chip.setFocus()
        if len(by_use) > _SHOWN_AT_FIRST:
            more = QPushButton("Fewer" if self._all else f"All {len(by_use)} …")
            more.setProperty("chip", "more")
            more.setFlat(True)
            more.clicked.connect(self._toggle_all)
            self._flow.addWidget(more)
        self.updateGeometry()
        self.rebuilt.emit()

    def _chip(self, value: str, count: int) -> QPushButton:
        chip = QPushButton(f"{value}  {count:,}".replace("&", "&&"))
        chip.setProperty("chip", "value")
        chip.setCheckable(True)
        chip.setChecked(value == self._value)
        chip.setAccessibleName(f"{self._facet} {value}, {count} films")
        chip.setToolTip("Show all again" if value == self._value else f"Show only “{value}”")
        chip.clicked.connect(lambda: self.choose(None if value == self._value else value))
        return chip

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._build()
