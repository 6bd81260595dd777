"""Why nothing fits: the rules that clash, in their own words, each with what giving it up brings and one click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.gui.programme.fields import quiet
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.proposing.proposal import Clash


class WhyNot(QWidget):
    """The clash."""

    give_up_wanted = Signal(str)
    """The name of a rule."""
    slot_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clashes: tuple[Clash, ...] = ()
        self.buttons: list[QPushButton] = []
        """One for each clash that a click can relax, from the top."""
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_SMALL)
        self.hide()

    def show_clashes(self, clashes: Sequence[Clash]) -> None:
        """Show these; nothing at all when there are none."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self.clashes = tuple(clashes)
        self._lines = [self._line(clash) for clash in clashes]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(clashes))

    def _line(self, clash: Clash) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "raised")
        sentence = QLabel(clash.sentence)
        sentence.setWordWrap(True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        column.setSpacing(SPACE_TINY)
        column.addWidget(sentence)
        column.addWidget(quiet(clash.brings))
        button = self._button(clash)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        return frame

    def _button(self, clash: Clash) -> QPushButton | None:
        name = clash.name
        if name is not None:
            button = QPushButton("Do without this")
            button.setToolTip("Switch this rule off and propose again")
            button.clicked.connect(lambda: self.give_up_wanted.emit(name))
        elif clash.is_slot:
            button = QPushButton("Change the slot")
            button.clicked.connect(self.slot_wanted)
        else:
            return None
        button.setAutoDefault(False)
        button.setAccessibleName(f"{button.text()}: {clash.sentence}")
        return button
