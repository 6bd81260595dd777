"""What was pasted, dropped or opened, on its way into the library: columns of listings first, then the check."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.gui.films.intake.reading import ReadIn, with_columns
from tourdesk.gui.films.intake.unfinished import UnfinishedCheck, decisions_of
from tourdesk.gui.films.listings.mapping import MappingPanel
from tourdesk.gui.reflow import fit_to_current
from tourdesk.library.intake.listings.mapping import ColumnMapping

_KEPT_AFTER = 400
"""Milliseconds without a further decision, after which all of them are kept."""


class Intake(QStackedWidget):
    """The step in which columns are chosen, and the check; what is under way is kept on the disk."""

    finished = Signal(object)
    """Findings: everything is decided, this is to be saved."""
    cancelled = Signal()
    """Nothing is to be saved."""

    def __init__(self, context: Context, unfinished: UnfinishedCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._unfinished = unfinished
        self._what: ReadIn | None = None
        self._busy = False
        self.check = CheckPanel(context)
        self.mapping = MappingPanel()
        self.addWidget(self.check)
        self.addWidget(self.mapping)
        self.currentChanged.connect(lambda _page: fit_to_current(self))
        fit_to_current(self)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_AFTER)
        self._keeping.timeout.connect(self.keep)
        self.check.finished.connect(self.finished)
        self.check.cancelled.connect(self.cancelled)
        self.check.decided.connect(self._keeping.start)
        self.check.columns_wanted.connect(self._ask_columns)
        self.mapping.mapped.connect(self._on_mapped)
        self.mapping.cancelled.connect(self._leave_mapping)

    def begin(self, what: ReadIn) -> None:
        """Begin with what was read."""
        if what.asks:
            self._what = what
            self._ask_columns()
        else:
            self._check(what)

    def start(self) -> None:
        """Take the keyboard."""
        if self.currentWidget() is self.check:
            self.check.fields.start()
        else:
            self.mapping.setFocus()

    def keep(self) -> None:
        """Keep what was decided so far, in case that the program ends before the check does."""
        self._keeping.stop()
        if self._unfinished.files.are_there and self.check.drafts:
            try:
                self._unfinished.keep(decisions_of(self.check.drafts))
            except ProblemForUser as problem:
                # Told once, and no reason to stop the check.
                self._unfinished.forget()
                self._context.tell(problem.sentence)

    def end(self) -> None:
        """The check is over: nothing of it is kept any more."""
        self._keeping.stop()
        self._unfinished.forget()

    def _check(self, what: ReadIn) -> None:
        self._what = what
        self.setCurrentWidget(self.check)
        self.check.start(what)

    def _ask_columns(self) -> None:
        if self._what is not None:
            asking = [one for one in self._what.tables if one[1].header.asks]
            self.setCurrentWidget(self.mapping)
            self.mapping.start(asking or self._what.tables)

    def _on_mapped(self, mappings: tuple[ColumnMapping, ...]) -> None:
        what, desks = self._what, self._context.desks
        if what is None or self._busy:
            return
        self._busy = True
        self.mapping.setEnabled(False)

        def done(read: ReadIn) -> None:
            self._ready()
            self._check(read)

        def failed(error: BaseException) -> None:
            self._ready()
            self._context.tasks.problem.emit(error)

        self._context.tasks.run(
            _("Reading the listing"), lambda _progress: with_columns(desks, what, mappings), done, failed
        )

    def _ready(self) -> None:
        self._busy = False
        self.mapping.setEnabled(True)

    def _leave_mapping(self) -> None:
        """Cancelled: back to the check from which the columns were looked at again, or out."""
        if self._what is not None and not self._what.asks:
            self.setCurrentWidget(self.check)
            self.check.fields.start()
        else:
            self.cancelled.emit()
