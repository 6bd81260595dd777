"""Opening the database at the start: beside the window, which says so when it takes its time."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from tourdesk.desks import Desks
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress
from tourdesk.gui.roomy import make_wide
from tourdesk.gui.theme import theme
from tourdesk.gui.tokens import SPACE, SPACE_HUGE

PATIENCE = 0.4
"""Seconds after which somebody who starts the program wants to see that it has started."""
_LOOK = 50
"""Milliseconds between two looks whether it is open."""


class Opening:
    """A database that is being opened on a thread of its own, which tells its `Progress` here.

    A file that is up to date is open at once. One of an older version is copied and brought up to date, a lock is waited
    for, a server or a drive in the network may not answer.
    """

    def __init__(self, open_it: Callable[[Progress], Desks]) -> None:
        self._open_it = open_it
        self._ended = threading.Event()
        self._stop = threading.Event()
        self._desks: Desks | None = None
        self._error: Exception | None = None
        self.steps: list[str] = []
        """What was done of an upgrade and, the last, is being done, as sentences without an end."""
        self.far = (0, 0)
        """How many steps are done, and of how many; (0, 0) when there is nothing to bring up to date."""
        # Who quits does not wait for it: half an upgrade is taken back by the database itself, half a copy goes with the next.
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._desks = self._open_it(self)
        except Exception as error:  # noqa: BLE001 - it is raised again by `result`
            self._error = error
        self._ended.set()

    def at(self, step: int, total: int, what: str = "") -> None:
        """How far an upgrade is, called on the thread of its own."""
        if what:
            self.steps.append(in_words(step, total, what))
        self.far = (step, total)

    def cancel(self) -> None:
        """Ask for it to be given up; an upgrade is then taken back, and a server that does not answer is not."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether it is to be given up."""
        return self._stop.is_set()

    def ended(self, seconds: float = 0) -> bool:
        """Whether it is open or has failed, after so many seconds at most."""
        return self._ended.wait(seconds)

    def result(self) -> Desks:
        """The desks over it; waits for them, and raises what stood in the way, Cancelled too."""
        self._ended.wait()
        if self._error is not None:
            raise self._error
        if self._desks is None:
            raise RuntimeError("the database neither opened nor failed")
        return self._desks


def in_words(step: int, total: int, what: str) -> str:
    """A step of an upgrade that is being done, after `step` of `total`: `Step 3 of 6: licences`."""
    return _("Step {step} of {total}: {what}", step=min(step + 1, total), total=total, what=what)


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
