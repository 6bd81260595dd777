"""What is said when a programme could not be saved: one sentence, with a way out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.saving import SaveState
from tourdesk.gui.tokens import SPACE, SPACE_SMALL


class SavingTrouble(QFrame):
    """Why the programme is not saved, with the way out; hidden while all is well, which the status line says.

    Another desk saved it meanwhile: load theirs, or keep mine. A problem stands in the way: try again.
    """

    def __init__(self, builder: Builder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = builder.saver
        self.setObjectName("problemBar")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.theirs = QPushButton(_("Load theirs"))
        self.theirs.setToolTip(_("Show what the other desk saved; Undo brings yours back"))
        self.mine = QPushButton(_("Keep mine"))
        self.mine.setToolTip(_("Save what is shown here over what the other desk saved"))
        self.again = QPushButton(_("Try again"))
        self.theirs.clicked.connect(builder.load_theirs)
        self.mine.clicked.connect(builder.keep_mine)
        self.again.clicked.connect(builder.saver.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        row.addWidget(self.sentence, 1)
        for button in (self.theirs, self.mine, self.again):
            button.setAutoDefault(False)
            row.addWidget(button)
        builder.saver.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state, problem = self._saver.state, self._saver.problem
        conflict = state is SaveState.CONFLICT
        said = problem.sentence if problem else _("The programme could not be saved; please try again.")
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.theirs.setVisible(conflict)
        self.mine.setVisible(conflict)
        self.again.setVisible(not conflict)
        self.setVisible(conflict or state is SaveState.FAILED)
