"""What an empty screen says: what belongs here, and the first step."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.gui.actions import push_button
from tourdesk.gui.icons import pixmap
from tourdesk.gui.plain import plain
from tourdesk.gui.reflow import TwoGroups
from tourdesk.gui.theme import scaled, tokens
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_HUGE, SPACE_SMALL


class Picture(QWidget):
    """An icon as a picture, in a colour of the tokens."""

    def __init__(
        self, name: str, size: int = 56, colour: str = "faint", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        ink = QColor(getattr(tokens(), self._colour))
        painter.drawPixmap(0, 0, pixmap(self._name, self._size, ink, self.devicePixelRatioF()))


class EmptyState(QWidget):
    """A sentence, a hint, and buttons for the first step; the first one stands out."""

    def __init__(
        self, icon: str, sentence: str, hint: str = "", *steps: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = plain(QLabel(sentence))
        self._hint = plain(QLabel(hint))
        self._hint.setProperty("role", "quiet")
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE_SMALL)
        column.addStretch(2)
        column.addWidget(Picture(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_SMALL)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addSpacing(SPACE)
        buttons = [push_button(step, primary=place == 0) for place, step in enumerate(steps)]
        row = QHBoxLayout()
        row.addStretch()
        if len(buttons) == 1:
            row.addWidget(buttons[0])
        elif buttons:
            groups = QHBoxLayout(), QHBoxLayout()
            for place, button in enumerate(buttons):
                groups[2 * place >= len(buttons)].addWidget(button)
            row.addWidget(TwoGroups(*groups))
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self._set_fonts()

    def say(self, sentence: str, hint: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_fonts()

    def _set_fonts(self) -> None:
        self._sentence.setFont(scaled(self.font(), LARGE, QFont.Weight.DemiBold))
