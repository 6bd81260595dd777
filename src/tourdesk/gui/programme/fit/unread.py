"""What is said when a programme's rules could not be read: one sentence, with two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.plain import plain
from tourdesk.gui.tokens import SPACE, SPACE_SMALL


class RulesUnread(QFrame):
    """Why there are no rules to propose by; hidden while there are."""

    again_wanted = Signal()
    """They are to be read once more."""
    usual_wanted = Signal()
    """The usual rules are to be taken in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemBar")
        self.sentence = plain(QLabel())
        self.sentence.setWordWrap(True)
        self.again = QPushButton(_("Try again"))
        self.again.setToolTip(_("Read the rules of this programme once more"))
        self.usual = QPushButton(_("Use the usual rules"))
        self.usual.setToolTip(_("Go on with the rules that a new programme has"))
        self.again.clicked.connect(self.again_wanted)
        self.usual.clicked.connect(self.usual_wanted)
        buttons = FlowLayout(spacing=SPACE_SMALL)
        for button in (self.again, self.usual):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self.sentence)
        column.addLayout(buttons)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say what happened."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def end(self) -> bool:
        """There are rules now; whether the keyboard was here, and goes on elsewhere."""
        held = self.again.hasFocus() or self.usual.hasFocus()
        self.hide()
        return held
