"""The field for the name of a member, and the button that takes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from tourdesk.gui.tokens import SPACE
from tourdesk.library.committee.desk import LONGEST_MEMBER


class NameEntry(QWidget):
    """A name is given by the button, or by Enter, of whose dialog the button is the default."""

    given = Signal(str)

    def __init__(self, example: str, said: str, take: str) -> None:
        """`example` stands in the empty field, `said` is its name for a screen reader, `take` is on the button."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_MEMBER)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(said)
        self.take = QPushButton(take)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self.take.clicked.connect(lambda: self.given.emit(self.line.text()))
        self.line.textChanged.connect(lambda text: self.take.setEnabled(bool(text.strip())))
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.take)
