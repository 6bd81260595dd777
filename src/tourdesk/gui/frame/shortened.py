"""A line of words that takes no more room than there is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tourdesk.gui.plain import as_typed, plain


class ShortenedLabel(QLabel):
    """A line that ends in an ellipsis where there is no more room; then its tooltip says all of it.

    As wide as its words where there is room, and, unless it is `greedy`, no wider.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None, *, greedy: bool = False) -> None:
        super().__init__(words, parent)
        plain(self)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored if greedy else policy.Maximum, policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some letters: the window must not grow with what a line says."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(as_typed(self.text()) if shown != self.text() else "")
        QPainter(self).drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
