"""From the button to the printer: which printers there are, Qt's dialog, and the work beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from tourdesk.documents.kinds import Kind
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.paper.printing import (
    find_printers,
    print_pdf,
    printer_for,
    remember_printer,
    remembered_printer,
)


@dataclass(frozen=True, slots=True)
class Printout:
    """What is to be printed: a paper, the sheet it is made for, its PDF, how many pages it has and which is in sight."""

    kind: Kind
    sheet: Paper
    data: bytes
    pages: int
    page: int


class Printing(QObject):
    """Asks for printer, pages and copies, and prints."""

    problem = Signal(object)
    """The exception."""
    moved_on = Signal()
    """What was said before no longer matters."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._looking = False

    def start(self, wanted: Callable[[], Printout | None]) -> None:
        """Look for printers beside the window, since that may wait for the network; then ask how `wanted` is printed."""
        if self._looking:
            return
        self._looking = True

        def look_no_more() -> None:
            self._looking = False

        task = self._context.tasks.run(
            _("Looking for printers"),
            lambda _progress: find_printers(),
            partial(self._ask, wanted),
            self.problem.emit,
        )
        task.ended.connect(look_no_more)

    def _ask(self, wanted: Callable[[], Printout | None], names: tuple[str, ...]) -> None:
        if (printout := wanted()) is None:
            return
        self.moved_on.emit()
        title, settings = _(printout.kind.title), self._context.settings
        if not names:
            self.problem.emit(
                ProblemForUser(
                    _(
                        "This computer has no printer; please save “{title}” as a PDF and print it where there is one.",
                        title=title,
                    )
                )
            )
            return
        before = remembered_printer(printout.kind, settings)
        if before and before not in names:
            self.problem.emit(
                ProblemForUser(
                    _(
                        "The printer “{name}”, on which “{title}” was printed last, is no longer there; please choose another.",
                        name=before,
                        title=title,
                    )
                )
            )
        printer = printer_for(printout.kind, printout.sheet, before if before in names else "")
        printer.setDocName(_("TourDesk: {title}", title=title))
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, printout.pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        if dialog.exec():
            self._print(printout, printer)

    def _print(self, printout: Printout, printer: QPrinter) -> None:
        if printer.printRange() is QPrinter.PrintRange.CurrentPage:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(printout.page, printout.page)
        remember_printer(printout.kind, printer, self._context.settings)
        self.moved_on.emit()
        title = _(printout.kind.title)
        self._context.tasks.run(
            _("Printing “{title}”", title=title),
            lambda progress: print_pdf(printout.data, printer, progress),
            lambda _nothing: self._context.tell(_("“{title}” is at the printer.", title=title)),
            self.problem.emit,
        )
