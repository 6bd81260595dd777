"""Opening the database at the start: beside the window, which says so when it takes its time."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from tourdesk.desks import Desks
from tourdesk.foundation.language import _
from tourdesk.gui.roomy import make_wide
from tourdesk.gui.theme import theme
from tourdesk.gui.tokens import SPACE, SPACE_HUGE

PATIENCE = 0.4
"""Seconds after which somebody who starts the program wants to see that it has started."""
_LOOK = 50
"""Milliseconds between two looks whether it is open."""


class Opening:
    """A database that is being opened on a thread of its own.

    A file that is up to date is open at once. One of an older version is copied and brought up to date, a lock is waited
    for, a server or a drive in the network may not answer.
    """

    def __init__(self, open_it: Callable[[], Desks]) -> None:
        self._open_it = open_it
        self._ended = threading.Event()
        self._desks: Desks | None = None
        self._error: Exception | None = None
        # Who quits does not wait for it: half an upgrade is taken back by the database itself, half a copy goes with the next.
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._desks = self._open_it()
        except Exception as error:  # noqa: BLE001 - it is raised again by `result`
            self._error = error
        self._ended.set()

    def ended(self, seconds: float = 0) -> bool:
        """Whether it is open or has failed, after so many seconds at most."""
        return self._ended.wait(seconds)

    def result(self) -> Desks:
        """The desks over it; waits for them, and raises what stood in the way."""
        self._ended.wait()
        if self._error is not None:
            raise self._error
        if self._desks is None:
            raise RuntimeError("the database neither opened nor failed")
        return self._desks


class OpeningDialog(QDialog):
    """Says that the database takes its time; accepted when that is over, rejected by who rather quits."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self.setWindowTitle(_("TourDesk"))
        make_wide(self, 60)
        words = QLabel(
            _(
                "The database is being opened. One of an older version is copied first and then brought up to date, "
                "which takes a while for a large library."
            )
        )
        words.setWordWrap(True)
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setAccessibleName(_("Opening the database"))
        away = QPushButton(_("Quit"))
        away.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(away)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        for widget in (words, busy):
            column.addWidget(widget)
        column.addLayout(buttons)
        theme().dress(self)
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        self._looks.start()

    def _look(self) -> None:
        if self._opening.ended():
            self.accept()
