"""What the paper cannot show as it was written: a calm line above the preview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.empty import Picture
from tourdesk.gui.plain import plain
from tourdesk.gui.tokens import SPACE, SPACE_SMALL


class Remarks(QFrame):
    """The first remark, and a button to read the others; away while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remarks")
        self._all: tuple[str, ...] = ()
        self._first = plain(QLabel())
        self._first.setWordWrap(True)
        self._first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._more = QPushButton()
        self._more.setFlat(True)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        row.addWidget(Picture("warning", 18, "warning"))
        row.addWidget(self._first, 1)
        row.addWidget(self._more)
        self.hide()

    def show_remarks(self, remarks: Sequence[str]) -> None:
        """Show these."""
        self._all = tuple(remarks)
        self.setVisible(bool(remarks))
        if remarks:
            self._first.setText(remarks[0])
            self._more.setText(_("{count} more …", count=len(remarks) - 1))
            self._more.setVisible(len(remarks) > 1)

    def _show_all(self) -> None:
        self._first.setText("\n".join(self._all))
        self._more.hide()
