"""What is said when opening the database takes its time."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from tourdesk.foundation.language import _
from tourdesk.gui.opening import Opening
from tourdesk.gui.roomy import make_wide
from tourdesk.gui.theme import theme
from tourdesk.gui.tokens import SPACE, SPACE_HUGE

_LOOK = 50
"""Milliseconds between two looks whether it is open."""


class OpeningDialog(QDialog):
    """Says that the database takes its time; accepted when that is over, rejected by who rather quits.

    While one of an older version is brought up to date it says how far that is, and who cancels waits until all is as it was.
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self.setWindowTitle(_("TourDesk"))
        make_wide(self, 72)
        self._words = QLabel(
            _(
                "The database is being opened. One of an older version is copied first and then brought up to date, "
                "which takes a while for a large library."
            )
        )
        self._steps = QLabel()
        self._steps.setProperty("role", "quiet")
        self._steps.hide()
        for label in (self._words, self._steps):
            label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Opening the database"))
        self._away = QPushButton(_("Quit"))
        # Enter, pressed before the dialog came, must not give anything up.
        self._away.setAutoDefault(False)
        self._away.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._away)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        for widget in (self._words, self._steps, self._bar):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.insertStretch(2)
        theme().dress(self)
        self._fit_height()
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        self._looks.start()
        self._look()

    def _look(self) -> None:
        if self._opening.ended():
            self.accept()
        elif self._opening.steps and not self._opening.cancelled():
            self._show_steps()

    def _show_steps(self) -> None:
        self._words.setText(
            _(
                "The database is from an older TourDesk and is brought up to date. Whoever cancels finds it as it was before."
            )
        )
        self._away.setText(_("Cancel"))
        done, total = self._opening.far
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        said = "\n".join(self._opening.steps)
        if said != self._steps.text():
            self._steps.setText(said)
            self._steps.show()
            self._fit_height()

    def _fit_height(self) -> None:
        # A label that wraps guesses too much height as long as it does not know its width.
        width = max(self.width(), self.minimumWidth()) if self.isVisible() else self.minimumWidth()
        self.resize(width, self._column.totalHeightForWidth(width))

    def reject(self) -> None:
        """Quit; or give up what is being brought up to date, which takes a moment."""
        if not self._opening.steps:
            super().reject()
            return
        self._opening.cancel()
        self._words.setText(_("What was done is being taken back …"))
        self._bar.setRange(0, 0)
        self._away.setEnabled(False)
