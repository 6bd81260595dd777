"""The Paper screen: choose a paper of the night, see it, save it, print it."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.documents.kinds import KINDS, Kind
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.paper.files import file_name
from tourdesk.gui.paper.kinds_list import KindsList
from tourdesk.gui.paper.making import Made, Maker, Order
from tourdesk.gui.paper.preview import Preview
from tourdesk.gui.paper.printing import print_pdf, printer_for, remember_printer
from tourdesk.gui.paper.remarks import Remarks
from tourdesk.gui.paper.toolbar import PaperToolbar
from tourdesk.gui.problems import ProblemBar
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.storage.changes import Changes

KIND, SHEET, FOLDER, SPLIT = "paper/kind", "paper/sheet", "paper/folder", "paper/split"

PAUSE = 250
"""Milliseconds without a change before the paper is made again: a programme is changed in bursts."""

# The territories whose offices have US Letter (Unicode CLDR, supplemental data: measurementData, paperSize).
_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})

_KEYS = QKeySequence.StandardKey
SAVE = Act("Save as PDF…", "export", _KEYS.Save)
PRINT = Act("Print…", "print", _KEYS.Print)
PREVIOUS = Act("Previous page", "previous", "Ctrl+PgUp")
NEXT = Act("Next page", "next", "Ctrl+PgDown")
SMALLER = Act("Smaller", "zoom-out", _KEYS.ZoomOut)
LARGER = Act("Larger", "zoom-in", (_KEYS.ZoomIn, "Ctrl+="))
FIT_PAGE = Act("Whole page", "fit-page", "Ctrl+0", checkable=True)
FIT_WIDTH = Act("Width of the page", "fit-width", "Ctrl+9", checkable=True)


def usual_paper(locale: QLocale) -> Paper:
    """The sheet of the offices of a locale's territory."""
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER else Paper.A4


class PaperScreen(Screen):
    """The papers of the night that is worked on."""

    name = "Paper"
    icon = "paper"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kind = next(iter(KINDS.values()))
        self._paper = self._remembered_paper()
        self._made: Made | None = None
        self._stale = True
        self._maker = Maker(context, self)
        self._kinds = KindsList(KINDS.values())
        self.preview = Preview()
        self.problem = ProblemBar()
        self._remarks = Remarks()
        self._make_actions()
        self._toolbar = PaperToolbar(
            self.preview,
            (self._previous, self._next),
            (self._smaller, self._larger, self._fit_page, self._fit_width),
        )
        self._toolbar.add_deeds(self._print, self._save)
        self._toolbar.show_papers(self._kind.papers, self._sheet)
        self._make_states()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._refresh)
        self._connect()
        self._kinds.choose(str(context.settings.value(KIND, "")))
        self._show_state()

    # What it is made of.

    def _make_actions(self) -> None:
        self._save = add_action(self, SAVE, self.save_as)
        self._print = add_action(self, PRINT, self.print_with_dialog)
        self._previous = add_action(self, PREVIOUS, lambda: self.preview.go_to(self.preview.page - 1))
        self._next = add_action(self, NEXT, lambda: self.preview.go_to(self.preview.page + 1))
        self._smaller = add_action(self, SMALLER, lambda: self.preview.zoom_by(-1))
        self._larger = add_action(self, LARGER, lambda: self.preview.zoom_by(1))
        self._fit_page = add_action(self, FIT_PAGE, self.preview.fit_page)
        self._fit_width = add_action(self, FIT_WIDTH, self.preview.fit_width)
        self._again = add_action(self, Act("Make it again", "play"), self._refresh)
        self._to_programme = add_action(
            self, Act("Go to the programme", "programme"), lambda: self.context.show_screen("Programme")
        )
        self._new_night = add_action(self, Act("New night…", "add"), self.context.new_night)

    def _make_states(self) -> None:
        tr = self.tr
        self._no_night = EmptyState(
            "night",
            tr("No night yet"),
            tr("Papers are made for a night: its programme, its run sheet."),
            self._new_night,
        )
        self._no_programme = EmptyState("programme", "", "", self._to_programme)
        self._failed = EmptyState("paper", tr("The paper was not made"), "", self._again)
        self._making = QLabel(tr("Making the paper …"))
        self._making.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._making.setProperty("role", "quiet")

    def _lay_out(self) -> None:
        self._states = QStackedWidget()
        for state in (self.preview, self._making, self._no_night, self._no_programme, self._failed):
            self._states.addWidget(state)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._toolbar)
        column.addWidget(self.problem)
        column.addWidget(self._remarks)
        column.addWidget(self._states, 1)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._kinds)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        wide = self.fontMetrics().averageCharWidth()
        self._kinds.setMinimumWidth(wide * 15)
        saved = self.context.settings.value(SPLIT)
        if saved is None or not self._split.restoreState(saved):
            self._split.setSizes([wide * 36, wide * 150])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._choose_kind)
        self._toolbar.paper_chosen.connect(self._choose_paper)
        self.preview.page_changed.connect(self._show_moves)
        self.preview.zoom_changed.connect(self._show_moves)
        self._maker.made.connect(self._show_made)
        self._maker.failed.connect(self._show_failure)
        self._maker.stopped.connect(lambda: self._fail(self.tr("It was stopped.")))
        self.context.night_changed.connect(self._make_soon)
        self.context.changed.connect(self._on_changed)

    def shown(self) -> None:
        """Made again when something changed while another screen was in the middle."""
        self._kinds.setFocus()
        if self._stale:
            self._refresh()

    def leave(self) -> None:
        """Remember the splitter."""
        self._maker.stop()
        self.context.settings.setValue(SPLIT, self._split.saveState())

    # Which paper.

    @property
    def kind(self) -> Kind:
        """The kind of paper that is chosen."""
        return self._kind

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown is what the night has now."""
        return not (self._stale or self._maker.busy)

    def _choose_kind(self, name: str) -> None:
        if name != self._kind.name:
            self._kind = KINDS[name]
            self._toolbar.show_papers(self._kind.papers, self._sheet)
            self.context.settings.setValue(KIND, name)
            self.preview.clear()
            self._made = None
            self._refresh()

    @property
    def _sheet(self) -> Paper:
        """The chosen sheet; the usual one where this paper is not made for that."""
        return self._paper if self._paper in self._kind.papers else usual_paper(QLocale())

    def _choose_paper(self, paper: Paper) -> None:
        if paper is not self._sheet:
            self._paper = paper
            self.context.settings.setValue(SHEET, paper.name)
            self._refresh()

    def _remembered_paper(self) -> Paper:
        name = str(self.context.settings.value(SHEET, ""))
        return Paper[name] if name in Paper.__members__ else usual_paper(QLocale())

    # Making it.

    def _on_changed(self, _changes: Changes) -> None:
        self._make_soon()

    def _make_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _refresh(self) -> None:
        self._pause.stop()
        self._stale = False
        screening = self.context.screening
        if screening is None or screening.id is None or screening.programme_id is None:
            self._maker.stop()
            self._made = None
            self._show_state()
            return
        self._maker.make(Order(self._kind, screening.id, self._sheet))
        if self._made is None:
            self._show_state()

    def _show_made(self, made: Made) -> None:
        before, self._made = self._made, made
        self.problem.clear()
        if made.data is not None and (before is None or before.data != made.data):
            self.preview.show_pdf(made.data)
        self._show_state()

    def _show_failure(self, error: BaseException) -> None:
        if isinstance(error, ProblemForUser):
            self._fail(error.sentence)
        else:
            self._fail(self.tr("A mistake in TourDesk stands in the way."))
            self.context.tasks.problem.emit(error)

    def _fail(self, sentence: str) -> None:
        self._made = None
        self._failed.say(self.tr("“{title}” was not made").format(title=self._kind.title), sentence)
        self._states.setCurrentWidget(self._failed)
        self._remarks.show_remarks(())
        self._show_moves()

    def _show_state(self) -> None:
        """The preview, or why there is none."""
        screening = self.context.screening
        state: QWidget = self._making
        if screening is None:
            state = self._no_night
        elif screening.programme_id is None:
            state = self._no_programme
            self._no_programme.say(
                self.tr("This night has no programme yet"),
                self.tr("Choose or make one on the Programme screen; its papers are here then."),
            )
        elif self._made is not None and self._made.data is None:
            state = self._no_programme
            self._no_programme.say(
                self.tr("“{name}” is still empty").format(name=self._made.programme),
                self.tr("Put films into it on the Programme screen; its papers are here then."),
            )
        elif self._made is not None:
            state = self.preview
        self._states.setCurrentWidget(state)
        self._toolbar.setVisible(state in {self.preview, self._making})
        self._remarks.show_remarks(self._made.remarks if state is self.preview and self._made else ())
        self._show_moves()

    def _show_moves(self) -> None:
        there = self._made is not None and self._made.data is not None
        page, pages = self.preview.page, self.preview.pages if there else 0
        for action in (self._save, self._print, self._smaller, self._larger, self._fit_page, self._fit_width):
            action.setEnabled(there)
        self._previous.setEnabled(there and page > 1)
        self._next.setEnabled(there and page < pages)
        self._fit_page.setChecked(self.preview.fits_page)
        self._fit_width.setChecked(self.preview.fits_width)
        self.preview.setAccessibleName(
            self.tr("{title}, page {page} of {pages}").format(title=self._kind.title, page=page, pages=pages)
        )

    # What is done with it.

    def _data(self) -> bytes | None:
        return self._made.data if self._made is not None else None

    def save_as(self) -> None:
        """Ask for a place and save the paper there."""
        screening = self.context.screening
        if screening is None or self._data() is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self.context.settings.value(FOLDER, documents)))
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(folder / file_name(screening, self._kind.title)),
            self.tr("PDF (*.pdf)"),
        )
        if chosen:
            file = Path(chosen)
            self.save_to(file if file.suffix else file.with_suffix(".pdf"))

    def save_to(self, file: Path) -> None:
        """Save the paper that is shown to this file."""
        data = self._data()
        if data is None:
            return
        self.problem.clear()
        self.context.settings.setValue(FOLDER, str(file.parent))
        self.context.tasks.run(
            self.tr("Saving “{name}”").format(name=file.name),
            lambda _progress: write_whole(file, data),
            lambda _nothing: self.context.tell(
                self.tr("“{name}” was saved.").format(name=file.name),
                self.tr("Open"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))),
            ),
            self._say_problem,
        )

    def print_with_dialog(self) -> None:
        """Ask for printer, pages and copies, and print."""
        data = self._data()
        if data is None:
            return
        kind, settings = self._kind, self.context.settings
        printer = printer_for(kind.name, self._sheet, settings)
        if self.preview.lies:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
            printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
        printer.setDocName(self.tr("TourDesk: {title}").format(title=kind.title))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.preview.pages)
        if not dialog.exec():
            return
        remember_printer(kind.name, printer, settings)
        self.problem.clear()
        self.context.tasks.run(
            self.tr("Printing “{title}”").format(title=kind.title),
            lambda progress: print_pdf(data, printer, progress),
            lambda _nothing: self.context.tell(
                self.tr("“{title}” is at the printer.").format(title=kind.title)
            ),
            self._say_problem,
        )

    def _say_problem(self, error: BaseException) -> None:
        if isinstance(error, ProblemForUser):
            self.problem.tell(error)
        else:
            self.context.tasks.problem.emit(error)
