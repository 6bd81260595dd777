"""What is said when a programme could not be saved: one sentence, with a way out."""

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.plain import plain
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.saving import SaveState, sentence_of
from tourdesk.gui.tokens import SPACE, SPACE_SMALL


class SavingTrouble(QFrame):
    """Why the programme is not saved, with the way out; hidden while all is well, which the status line says.

    Another desk saved it meanwhile: load theirs, or keep mine. A problem stands in the way: try again.
    """

    def __init__(self, builder: Builder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = builder.saver
        self.setObjectName("problemBar")
        self.sentence = plain(QLabel())
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
        state = self._saver.state
        conflict = state is SaveState.CONFLICT
        said = sentence_of(self._saver)
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.theirs.setVisible(conflict)
        self.mine.setVisible(conflict)
        self.again.setVisible(not conflict)
        self.setVisible(conflict or state is SaveState.FAILED)


def asked_for_again(sentence: str, parent: QWidget) -> bool:
    """Whether to try once more to save before the window closes: a decision, since what was done last is lost else."""
    question = QMessageBox(
        QMessageBox.Icon.Warning,
        _("TourDesk"),
        sentence,
        QMessageBox.StandardButton.Retry | QMessageBox.StandardButton.Discard,
        parent,
    )
    question.setInformativeText(_("If you close now, the last steps in this programme are lost."))
    question.button(QMessageBox.StandardButton.Retry).setText(_("Try again"))
    question.button(QMessageBox.StandardButton.Discard).setText(_("Close without saving"))
    question.setDefaultButton(QMessageBox.StandardButton.Retry)
    question.setEscapeButton(QMessageBox.StandardButton.Retry)
    return question.exec() == QMessageBox.StandardButton.Retry
