"""Showing trouble: a user's problem in its one sentence, a bug with a report to copy."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.errors import BUG_SENTENCE, Cancelled, ProblemForUser, bug_report
from tourdesk.foundation.language import _
from tourdesk.gui.empty import Picture
from tourdesk.gui.plain import plain
from tourdesk.gui.roomy import make_wide
from tourdesk.gui.theme import theme
from tourdesk.gui.tokens import SPACE, SPACE_HUGE, SPACE_SMALL


class ProblemBar(QFrame):
    """A problem said inside a screen or dialog, above what it is about; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemBar")
        self._sentence = plain(QLabel())
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._detail = QPushButton(_("Detail"))
        self._detail.setFlat(True)
        self._detail.setAutoDefault(False)
        self._detail.clicked.connect(self._show_detail)
        close = QPushButton(_("Dismiss"))
        close.setFlat(True)
        close.setAutoDefault(False)
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        row.addWidget(Picture("warning", 18, "error"))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._detail)
        row.addWidget(close)
        self._problem: ProblemForUser | None = None
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, empty when there is no problem."""
        return self._sentence.text() if self._problem is not None else ""

    def tell(self, problem: ProblemForUser) -> None:
        """Say a problem; it stays until it is dismissed or cleared."""
        self._problem = problem
        self._sentence.setText(problem.sentence)
        self._detail.setVisible(bool(problem.detail))
        self.setAccessibleName(problem.sentence)
        self.show()

    def clear(self) -> None:
        """The problem is gone."""
        self._problem = None
        self.hide()

    def _show_detail(self) -> None:
        if self._problem is not None:
            TroubleDialog(self._problem.sentence, self._problem.detail, self.window()).open()


class TroubleDialog(QDialog):
    """One sentence, and behind *Detail* (or open, for a bug) the text to copy."""

    def __init__(
        self, sentence: str, detail: str, parent: QWidget | None, *, title: str = "", opened: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title or _("TourDesk"))
        make_wide(self, 72)
        words = plain(QLabel(sentence))
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail = QPlainTextEdit(detail)
        self._detail.setReadOnly(True)
        self._detail.setAccessibleName(_("Detail"))
        self._detail.setTabChangesFocus(True)
        self._detail.setVisible(opened)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(
            Picture("error", 32, "error") if opened else Picture("warning", 32, "warning"),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        top.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self._detail)
        column.addLayout(self._buttons(detail, opened=opened))
        if parent is None:
            theme().dress(self)

    def _buttons(self, detail: str, *, opened: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        if detail and not opened:
            more = QPushButton(_("Detail"))
            more.setAutoDefault(False)
            more.clicked.connect(self._open_detail)
            more.clicked.connect(more.hide)
            row.addWidget(more)
        if detail:
            copy = QPushButton(_("Copy the report") if opened else _("Copy"))
            copy.setAutoDefault(False)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(detail))
            row.addWidget(copy)
        row.addStretch()
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row

    def _open_detail(self) -> None:
        self._detail.show()
        self.adjustSize()


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show what nobody handled: a problem in its sentence, a bug with its report; a cancel says nothing.

    Without a parent it is a window of its own.
    """
    if isinstance(error, Cancelled):
        return
    if isinstance(error, ProblemForUser):
        dialog = TroubleDialog(error.sentence, error.detail, parent)
    else:
        dialog = TroubleDialog(
            _(BUG_SENTENCE),
            bug_report(error),
            parent,
            title=_("TourDesk: a mistake in the program"),
            opened=True,
        )
    if parent is None:
        # Nothing else would hold it.
        _alone.add(dialog)
        dialog.finished.connect(lambda: _alone.discard(dialog))
    dialog.open()


_alone: set[TroubleDialog] = set()
"""What is shown without a window."""


class Hook(QObject):
    """Brings exceptions that nobody caught, on whatever thread, to the GUI thread."""

    _caught = Signal(object)

    def __init__(self, show: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._showing = False
        self._before = sys.excepthook
        self._threads_before = threading.excepthook
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give the hooks back to who had them."""
        sys.excepthook = self._before
        threading.excepthook = self._threads_before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        if not isinstance(error, ProblemForUser):
            sys.stderr.write(bug_report(error))
        self._caught.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _on_caught(self, error: BaseException) -> None:
        # A mistake in painting comes back sixty times a second: one dialog at a time is enough.
        if self._showing:
            return
        self._showing = True
        try:
            self._show(error)
        finally:
            self._showing = False


def install_excepthook(show: Callable[[BaseException], None], parent: QObject | None = None) -> Hook:
    """From now on `show` gets, on the GUI thread, every exception that nobody caught; the window stays open.

    That is also so for exceptions in Qt's slots and in threads.
    """
    return Hook(show, parent)
