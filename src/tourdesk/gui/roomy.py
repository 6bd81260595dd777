"""Dialogs that fit on their display, however large the text is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tourdesk.gui.tokens import SPACE_HUGE

_AROUND = 8 * SPACE_HUGE
"""Pixels of a display that a dialog leaves: heading, buttons, its margins and the title bar lie around the fields."""


class Roomy(QScrollArea):
    """The fields of a dialog: as large as they like to be while the display has room, else they scroll."""

    def __init__(self, fields: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # They begin where heading and buttons do; focus rings lie within the fields.
        fields.setContentsMargins(0, 0, 0, 0)
        inside = fields.layout()
        if inside is not None:
            inside.setContentsMargins(0, 0, 0, 0)
        self.setWidget(fields)
        self._fields = fields

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        room = self.screen().availableSize() - QSize(_AROUND, _AROUND)
        liked = self._fields.sizeHint().expandedTo(self.minimumSize())
        if self._fields.hasHeightForWidth():
            liked.setHeight(self._fields.heightForWidth(liked.width()))
        return liked.boundedTo(room)


def make_wide(widget: QWidget, letters: int) -> None:
    """Make a dialog, or a line in it, at least so many letters wide, or as wide as its display allows."""
    wanted = widget.fontMetrics().averageCharWidth() * letters
    widget.setMinimumWidth(min(wanted, widget.screen().availableSize().width() - 4 * SPACE_HUGE))
