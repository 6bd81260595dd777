"""What is said about saving: a quiet word, and a line with a way out when another desk was quicker."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.saving import Saver, SaveState
from tourdesk.gui.tokens import SPACE, SPACE_SMALL


class SaveLabel(QLabel):
    """Why the programme is not saved; nothing while all is well, which the status line says."""

    def __init__(self, saver: Saver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self.setProperty("role", "error")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        saver.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        problem = self._saver.problem.sentence if self._saver.problem else "a mistake in TourDesk"
        text = {
            SaveState.SAVED: "",
            SaveState.SAVING: "",
            SaveState.CONFLICT: "Not saved",
            SaveState.FAILED: f"Not saved: {problem}",
        }[self._saver.state]
        self.setText(text)
        self.setToolTip(text if self._saver.state is SaveState.FAILED else "")


class ConflictBar(QFrame):
    """Another desk saved this programme meanwhile: load theirs, or keep mine; either can be undone."""

    def __init__(self, builder: Builder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = builder.saver
        self.setObjectName("problemBar")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.theirs = QPushButton("Load theirs")
        self.theirs.setToolTip("Show what the other desk saved; Undo brings yours back")
        self.mine = QPushButton("Keep mine")
        self.mine.setToolTip("Save what is shown here over what the other desk saved")
        self.theirs.clicked.connect(builder.load_theirs)
        self.mine.clicked.connect(builder.keep_mine)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.theirs)
        row.addWidget(self.mine)
        builder.saver.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        conflict = self._saver.state is SaveState.CONFLICT
        if conflict and self._saver.problem is not None:
            self.sentence.setText(self._saver.problem.sentence)
            self.setAccessibleName(self._saver.problem.sentence)
        self.setVisible(conflict)
