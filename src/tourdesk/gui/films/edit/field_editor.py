"""What every editor of a field is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from tourdesk.library.comparing import Value


class FieldEditor(QWidget):
    """Shows one value and takes another."""

    edited = Signal()
    """Somebody typed."""
    finished = Signal()
    """Enter was pressed: this field is as it should be."""

    def value(self) -> Value:
        """What is typed. Raises ProblemForUser when it cannot be understood."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show another value; nobody typed it."""
        raise NotImplementedError

    def offer(self, choices: Sequence[str]) -> None:
        """Offer these while somebody types."""

    def set_example(self, example: str) -> None:
        """What stands in the field while it is empty."""

    def start(self) -> None:
        """Take the keyboard."""
        self.widgets()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets that take the keyboard, in their order."""
        raise NotImplementedError


class ListEditor(FieldEditor):
    """Shows several things, each in widgets of its own, over a button that begins another."""

    rebuilt = Signal()
    """What Tab can reach is other now."""

    def __init__(self, things: QLayout, more: str) -> None:
        """`more` is on the button."""
        super().__init__()
        self.more = QPushButton(more)
        self.more.setFlat(True)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.add)
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(things)
        layout.addLayout(below)

    def add(self) -> None:
        """Begin another."""
        raise NotImplementedError
