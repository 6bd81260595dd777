"""What stands side by side while there is room, and one below the other where large text or a small window leaves none.

Nothing is cut then, and the page scrolls in one direction alone (WCAG 2.2, 1.4.10).
"""

from PySide6.QtCore import QEvent, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from tourdesk.gui.tokens import SPACE

_LETTERS = 48
"""Letters for which each of two parts has room at least while they stand beside each other."""
_LINES = 12
"""Lines of text that each of them shows at least when one stands below the other."""


class TwoGroups(QWidget):
    """Two groups of controls in one line, or in two."""

    def __init__(self, first: QLayout, second: QLayout, spacing: int = SPACE) -> None:
        super().__init__()
        self._groups = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE)
        for group in self._groups:
            group.setSpacing(spacing)
        self._box.addLayout(first, 1)
        self._box.addLayout(second)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        # That of one line also while there are two: else it would never become one again.
        wide = sum(group.sizeHint().width() for group in self._groups) + SPACE + self._around
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max(group.minimumSize().width() for group in self._groups)
        return QSize(widest + self._around, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        needed = sum(group.minimumSize().width() for group in self._groups) + SPACE + self._around
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if self.width() >= needed else directions.TopToBottom)
        super().resizeEvent(event)

    @property
    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()


class Panes(QSplitter):
    """Parts beside each other with borders to drag; or one below the other."""

    def __init__(self, letters: int = _LETTERS) -> None:
        """`letters` is for how many each has room at least while they stand beside each other."""
        super().__init__(Qt.Orientation.Horizontal)
        self._letters = letters
        self.setChildrenCollapsible(False)

    @property
    def is_wide(self) -> bool:
        """Whether the parts stand beside each other."""
        return self.orientation() is Qt.Orientation.Horizontal

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max((part.minimumSizeHint().width() for part in self._parts()), default=0)
        if self.is_wide:
            return QSize(widest, super().minimumSizeHint().height())
        lines = _LINES * self.fontMetrics().lineSpacing()
        heights = (part.minimumSizeHint().height() + lines for part in self._parts())
        return QSize(widest, sum(heights) + self.handleWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        # A part came or went.
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def bring_to_sight(self, part: QWidget) -> None:
        """Scroll the page to a part where they lie below each other."""
        # When what is shown in it has its place.
        QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        room = self.parentWidget()
        while room is not None and not isinstance(room, QScrollArea):
            room = room.parentWidget()
        page = room.widget() if room is not None else None
        if room is not None and page is not None and not self.is_wide:
            # Its beginning, also when it is higher than the window.
            room.verticalScrollBar().setValue(part.mapTo(page, QPoint()).y())

    def _turn(self) -> None:
        letters = self._letters * self.fontMetrics().averageCharWidth()
        needed = sum(max(part.minimumSizeHint().width(), letters) for part in self._parts())
        wide = self.width() >= needed
        if wide is not self.is_wide:
            self.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self.updateGeometry()

    def _parts(self) -> list[QWidget]:
        parts = (self.widget(place) for place in range(self.count()))
        return [part for part in parts if part is not None and not part.isHidden()]


class Beside(Panes):
    """Two parts beside each other with a border to drag, which is remembered; or one below the other."""

    def __init__(
        self, first: QWidget, second: QWidget, settings: QSettings, name: str, sizes: tuple[int, int]
    ) -> None:
        """`name` is under what the border is remembered, `sizes` is where it is until somebody drags it."""
        super().__init__()
        self._settings = settings
        self._name = name
        self.addWidget(first)
        self.addWidget(second)
        kept = settings.value(name)
        if kept is None or not self.restoreState(kept):
            self.setSizes(sizes)
        self.splitterMoved.connect(self.remember)

    def remember(self) -> None:
        """Remember where the border is; where it is while the parts lie below each other does not matter."""
        if self.is_wide:
            self._settings.setValue(self._name, self.saveState())

    def bring_second_to_sight(self) -> None:
        """Scroll the page to the second part when it lies below the first."""
        self.bring_to_sight(self._parts()[1])


def fit_to_current(stack: QStackedWidget) -> None:
    """Let a stack be as small as the page that is shown: the others must not make it scroll."""
    policies = QSizePolicy.Policy
    for place in range(stack.count()):
        policy = policies.Preferred if place == stack.currentIndex() else policies.Ignored
        page = stack.widget(place)
        if page is not None:
            page.setSizePolicy(policy, policy)
