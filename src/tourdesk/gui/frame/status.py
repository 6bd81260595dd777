"""The status line: which database, whether all is saved, and what is under way."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget
from shiboken6 import isValid

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.empty import Picture
from tourdesk.gui.frame.shortened import ShortenedLabel
from tourdesk.gui.icons import icon
from tourdesk.gui.tasks import Task
from tourdesk.gui.theme import icon_size
from tourdesk.gui.tokens import SPACE, SPACE_SMALL, SPACE_TINY

SHOWN_AFTER = 400
"""Milliseconds: what is done sooner would only flicker."""


class TaskLine(QWidget):
    """One piece of work: its name, how far it is, and a cross that stops it."""

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = task.name
        self._words = ShortenedLabel(task.name)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)
        self._bar.setAccessibleName(task.name)
        stop = QToolButton()
        stop.setIcon(icon("cancel", "quiet"))
        stop.setIconSize(icon_size(stop, 0.8))
        stop.setToolTip(_("Stop “{name}”", name=task.name))
        stop.setAccessibleName(stop.toolTip())
        stop.clicked.connect(task.cancel)
        stop.clicked.connect(self._stopping)
        self._stop = stop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_SMALL)
        for widget in (self._words, self._bar, stop):
            row.addWidget(widget)
        self._progress(*task.far)
        task.progressed.connect(self._progress)
        task.ended.connect(self._end)

    def _progress(self, step: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(step)
        far = _("{step} of {total}", step=step, total=total) if total else what
        self._words.setText(f"{self._name} {far}".strip() if self._stop.isEnabled() else self._words.text())

    def _stopping(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(_("{name}: stopping …", name=self._name))

    def _end(self) -> None:
        self.hide()
        self.deleteLater()


class StatusLine(QFrame):
    """The line at the bottom."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        label = ShortenedLabel(context.desks.database.label)
        label.setAccessibleName(_("The database that is open: {name}", name=label.text()))
        self._saved_sign = Picture("check", icon_size(self, 0.7).height())
        self._saved = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE, SPACE_TINY, SPACE, SPACE_TINY)
        self._row.setSpacing(SPACE_SMALL)
        self._row.addWidget(label)
        self._row.addWidget(QLabel("·"))
        self._row.addWidget(self._saved_sign)
        self._row.addWidget(self._saved)
        self._row.addStretch()
        for words in self.findChildren(QLabel):
            words.setProperty("role", "quiet")
        context.saving.connect(self._say_saved)
        context.tasks.started.connect(self._wait)
        self._say_saved("")

    @property
    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def _say_saved(self, words: str) -> None:
        self._saved.setText(words or _("saved"))
        self._saved_sign.setVisible(not words)

    def _wait(self, task: Task) -> None:
        """Show what is under way if it takes its time: a line is made then, and not for every letter of a search."""
        delay = QTimer(task, singleShot=True, interval=SHOWN_AFTER)
        delay.timeout.connect(partial(self._add, task))
        task.ended.connect(delay.stop)
        delay.start()

    def _add(self, task: Task) -> None:
        # Work may outlive the window it was begun in.
        if isValid(self._row):
            self._row.addWidget(TaskLine(task))
