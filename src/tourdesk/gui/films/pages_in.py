"""Film pages and listings on their way in, as the Films screen sees them: read, checked, saved as one step."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.foundation.progress import Progress
from tourdesk.gui.context import Context
from tourdesk.gui.films.intake.given import NOTHING, Given, given_by
from tourdesk.gui.films.intake.kept_files import KeptFiles
from tourdesk.gui.films.steps import Steps

if TYPE_CHECKING:  # Not needed to show films.
    from tourdesk.gui.films.intake.bringing_in import Intake
    from tourdesk.gui.films.intake.reading import ReadIn
    from tourdesk.gui.films.intake.unfinished import UnfinishedCheck
    from tourdesk.gui.films.saving import Findings, Imported


class PagesIn(QObject):
    """Reads what is given beside the window, has it checked, and saves what was accepted, with Undo."""

    made = Signal(QWidget)
    """The check, made for the first page: it is to have a place on the screen."""
    begun = Signal()
    """There is something to check: the check is to be shown, as what is not shown cannot take the focus."""
    ended = Signal()
    """The check is over: the library is to be shown again."""
    saved = Signal(int)
    """The first film of a page that was saved."""

    def __init__(self, context: Context, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = steps
        self._kept = KeptFiles.beside(context.settings)
        self._offered = False
        self._intake: Intake | None = None
        self.checking = False
        """Whether a page is being checked."""

    @property
    def intake(self) -> "Intake":
        """The way of what is read into the library, made when the first page is read."""
        if self._intake is None:
            # Imported for the first page that is read: the window must not wait for it.
            from tourdesk.gui.films.intake.bringing_in import Intake  # noqa: PLC0415

            self._intake = Intake(self._context, self._unfinished)
            self._intake.finished.connect(self._save)
            self._intake.cancelled.connect(self._end)
            self.made.emit(self._intake)
        return self._intake

    @cached_property
    def _unfinished(self) -> "UnfinishedCheck":
        from tourdesk.gui.films.intake.unfinished import UnfinishedCheck  # noqa: PLC0415 - not needed to show films

        return UnfinishedCheck(self._kept)

    def busy_checking(self) -> bool:
        """Whether a page is being checked; then it is said what to do first."""
        if self.checking:
            self._context.tell(_("Please finish the page that is being checked first, or cancel it."))
        return self.checking

    def keep(self) -> None:
        """The window closes: what was decided so far is there at the next start."""
        if self.checking:
            self.intake.keep()

    # What is read.

    def read_mime(self, mime: QMimeData) -> None:
        """Read what was pasted or dropped."""
        given = given_by(mime)
        if given is None:
            self._context.tell(_(NOTHING))
        else:
            self.read(given)

    def read(self, given: Given) -> None:
        """Read texts or files."""
        if self.busy_checking():
            return
        # Not by the work beside the window: PySide's classes must not be made by two threads at once.
        from tourdesk.gui.films.intake.reading import begun  # noqa: PLC0415 - see `gui.preload`

        desks, unfinished = self._context.desks, self._unfinished

        def read(progress: Progress) -> "ReadIn":
            return begun(desks, given, unfinished, progress)

        self._context.tasks.run(_("Reading"), read, self._begin)

    def offer_unfinished(self) -> None:
        """Offer the check that was not finished when the program ended, once."""
        self._context.tasks.run(_("Reading"), lambda _progress: self._kept.are_there, self._offer)

    def _offer(self, there: bool) -> None:  # noqa: FBT001 - a task's answer
        if there and not self.checking and not self._offered:
            self._offered = True
            said = _("A page that you had pasted was not finished.")
            self._context.tell(said, _("Check it"), self._take_up)

    def _take_up(self) -> None:
        from tourdesk.gui.films.intake.reading import taken_up  # noqa: PLC0415 - not needed to show films

        desks, unfinished = self._context.desks, self._unfinished
        if not self.checking and self._kept.are_there:
            self._context.tasks.run(
                _("Reading"), lambda progress: taken_up(desks, unfinished, progress), self._begin
            )

    # The check, and what becomes of it.

    def _begin(self, what: "ReadIn") -> None:
        if not self.checking:  # somebody was quicker
            self.check(what)

    def check(self, what: "ReadIn") -> None:
        """Begin the check of what was read."""
        intake = self.intake
        self.checking = True
        self.begun.emit()
        intake.begin(what)

    def _end(self) -> None:
        self.intake.end()
        self.checking = False
        self.ended.emit()

    def _save(self, findings: "Findings") -> None:
        from tourdesk.gui.films.saving import save_findings  # noqa: PLC0415 - not needed to show films

        desks, tasks, check = self._context.desks, self._context.tasks, self.intake.check
        said = _said_of(findings)
        if not str(findings):
            self._end()
            self._context.tell(said)
            return

        def saved(imported: "Imported") -> None:
            self._end()
            self._steps.tell(said, lambda: self._undo(imported))
            if imported.saved.ids:
                self.saved.emit(imported.saved.ids[0])

        def failed(error: BaseException) -> None:
            if isinstance(error, ProblemForUser):
                check.tell(error)
            else:
                tasks.problem.emit(error)

        # Enter pressed twice must not save twice.
        check.setEnabled(False)
        saving = tasks.run(
            _("Saving"), lambda progress: save_findings(desks, findings, progress), saved, failed
        )
        saving.ended.connect(self._go_on)

    def _go_on(self) -> None:
        # Unless all was saved, it is there to be decided again, by keyboard too.
        check = self.intake.check
        check.setEnabled(True)
        if check.isVisible():
            check.setFocus()

    def _undo(self, imported: "Imported") -> None:
        from tourdesk.gui.films.saving import undo_findings  # noqa: PLC0415 - not needed to show films

        desks = self._context.desks
        self._steps.run(
            _("Taking it back"),
            lambda progress: undo_findings(desks, imported, progress),
            _("Taken back: nothing of that page was kept."),
        )


def _said_of(findings: "Findings") -> str:
    kept = str(findings)
    said = _("{what} saved.", what=kept) if kept else _("Nothing of this page was saved.")
    if not findings.own_words:
        return said
    stayed = n_("{n:,} film keeps your own words.", "{n:,} films keep your own words.", findings.own_words)
    return f"{said} {stayed}"
