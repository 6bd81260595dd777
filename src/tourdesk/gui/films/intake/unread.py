"""What could not be read on a page: a list whose lines lead to the place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.icons import icon
from tourdesk.library.intake.readings import ReadingProblem

_AT_ONCE = 3


class UnreadList(QListWidget):
    """The problems of a reading; hidden while there are none."""

    line_wanted = Signal(int)
    """A line of the page, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[ReadingProblem, ...] = ()
        self.setAccessibleName(_("What could not be read"))
        self.setWordWrap(True)
        self.itemClicked.connect(self._go)

    def show_problems(self, problems: Sequence[ReadingProblem]) -> None:
        """Show the problems of another page."""
        self._problems = tuple(problems)
        self.clear()
        for problem in problems:
            words = _("Line {line}: {message}", line=problem.line, message=problem.message)
            self.addItem(
                QListWidgetItem(icon("warning", "warning"), problem.message if problem.placed else words)
            )
        lines = min(len(problems), _AT_ONCE)
        self.setFixedHeight(lines * (self.fontMetrics().lineSpacing() * 2 + 6) + 6)
        self.setVisible(bool(problems))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # Enter goes to the line; it must not reach the panel, where it accepts a film.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        if self.currentRow() >= 0:
            self.line_wanted.emit(self._problems[self.currentRow()].line)
