"""The Paper screen: choose a paper of the night, see it, save it, print it."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from tourdesk.documents.kinds import PAPERS, Kind, LibraryKind
from tourdesk.documents.theme import Paper
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.paper import acts
from tourdesk.gui.paper.files import file_name
from tourdesk.gui.paper.kinds_list import KindsList
from tourdesk.gui.paper.making import Made, Maker, Order
from tourdesk.gui.paper.preview import Preview
from tourdesk.gui.paper.printout import Printing, Printout
from tourdesk.gui.paper.remarks import Remarks
from tourdesk.gui.paper.toolbar import PaperToolbar
from tourdesk.gui.problems import ProblemBar
from tourdesk.gui.reflow import Panes
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.library.finding.wanted import Wanted
from tourdesk.storage.changes import Changes

KIND, SHEET, FOLDER, SPLIT = "paper/kind", "paper/sheet", "paper/folder", "paper/split"
LETTERS = 22
"""For so many the list of papers and the preview have room at least while they stand beside each other."""

PAUSE = 250
"""Milliseconds without a change before the paper is made again: a programme is changed in bursts."""

# The territories whose offices have US Letter (Unicode CLDR, supplemental data: measurementData, paperSize).
_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})


def usual_paper(locale: QLocale) -> Paper:
    """The sheet of the offices of a locale's territory."""
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER else Paper.A4


class PaperScreen(Screen):
    """The papers of the night that is worked on."""

    name = "Paper"
    icon = "paper"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kind = next(iter(PAPERS.values()))
        self._paper = self._remembered_paper()
        self._made: Made | None = None
        self._edition: int | None = None
        self._stale = True
        self._maker = Maker(context, self)
        self._printing = Printing(context, self)
        self._kinds = KindsList(PAPERS.values())
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
        self._save = add_action(self, acts.SAVE, self.save_as)
        self._print = add_action(self, acts.PRINT, lambda: self._printing.start(self._printout))
        self._previous = add_action(self, acts.PREVIOUS, lambda: self.preview.go_to(self.preview.page - 1))
        self._next = add_action(self, acts.NEXT, lambda: self.preview.go_to(self.preview.page + 1))
        self._smaller = add_action(self, acts.SMALLER, lambda: self.preview.zoom_by(-1))
        self._larger = add_action(self, acts.LARGER, lambda: self.preview.zoom_by(1))
        self._fit_page = add_action(self, acts.FIT_PAGE, self.preview.fit_page)
        self._fit_width = add_action(self, acts.FIT_WIDTH, self.preview.fit_width)
        self._again = add_action(self, Act(later("Make it again"), "play"), self._refresh)
        self._to_programme = add_action(
            self,
            Act(later("Go to the programme"), "programme"),
            lambda: self.context.show_screen("Programme"),
        )
        self._new_night = add_action(self, Act(later("New night…"), "add"), self.context.new_night)

    def _make_states(self) -> None:
        self._no_night = EmptyState(
            "night",
            _("No night yet"),
            _("Papers are made for a night: its programme, its run sheet."),
            self._new_night,
        )
        self._no_programme = EmptyState("programme", "", "", self._to_programme)
        self._failed = EmptyState("paper", _("The paper was not made"), "", self._again)
        self._making = QLabel(_("Making the paper …"))
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
        self._split = Panes(LETTERS)
        self._split.addWidget(self._kinds)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        wide = self.fontMetrics().averageCharWidth()
        self._kinds.setMinimumWidth(wide * LETTERS)
        saved = self.context.settings.value(SPLIT)
        if saved is None or not self._split.restoreState(saved):
            self._split.setSizes([wide * 40, wide * 146])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._choose_kind)
        self._toolbar.paper_chosen.connect(self._choose_paper)
        self._toolbar.edition_chosen.connect(self._choose_edition)
        self.preview.page_changed.connect(self._show_moves)
        self.preview.zoom_changed.connect(self._show_moves)
        self._maker.begun.connect(self._show_begun)
        self._maker.made.connect(self._show_made)
        self._maker.failed.connect(self._show_failure)
        self._maker.stopped.connect(lambda: self._fail(_("It was stopped.")))
        self._printing.moved_on.connect(self.problem.clear)
        self._printing.problem.connect(self._say_problem)
        self.context.night_changed.connect(self._change_night)
        self.context.changed.connect(self._on_changed)

    def shown(self) -> None:
        """Made again when something changed while another screen was in the middle."""
        self._kinds.setFocus()
        if self._stale:
            self._refresh()

    def go_to(self, which: int | str | Wanted) -> None:
        """Show the paper of a name."""
        self._kinds.choose(str(which))

    def leave(self) -> None:
        """Remember the splitter."""
        self._maker.stop()
        if self._split.is_wide:
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
            self._kind = PAPERS[name]
            self._toolbar.show_papers(self._kind.papers, self._sheet)
            self.context.settings.setValue(KIND, name)
            self.preview.clear()
            self._made = None
            self._refresh()
        elif self._stale and self._made is not None:
            self._refresh()

    @property
    def _sheet(self) -> Paper:
        """The chosen sheet; the usual one where this paper is not made for that."""
        return self._paper if self._paper in self._kind.papers else usual_paper(QLocale())

    @property
    def _of_library(self) -> bool:
        """Whether the paper is of no night."""
        return isinstance(self._kind, LibraryKind)

    def _choose_edition(self, edition: int | None) -> None:
        if edition != self._edition:
            self._edition = edition
            self._refresh()

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
        if not self._of_library or self._made is None:
            self._make_soon()
            return
        # A paper of the library takes seconds: it is made again when it is asked for, not with every word that is typed.
        self._stale = True
        said = _("The library was changed since this paper was made; choose it again to bring it up to date.")
        self._remarks.show_remarks((said, *self._made.remarks))

    def _change_night(self) -> None:
        self._edition = None
        self._make_soon()

    def _make_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _refresh(self) -> None:
        self._pause.stop()
        self._stale = False
        screening = self.context.screening
        if self._of_library:
            self._maker.make(Order(self._kind, self._sheet))
        elif screening is None or screening.id is None or screening.programme_id is None:
            self._maker.stop()
            self._made = None
            self._show_state()
            return
        else:
            self._maker.make(Order(self._kind, self._sheet, screening.id, self._edition))
        if self._made is None:
            self._show_state()

    def _show_begun(self, data: bytes) -> None:
        """The first pages, to read while the others are made; a paper that is there stays in sight."""
        if self._made is None:
            self.preview.show_pdf(data)
            self._states.setCurrentWidget(self.preview)

    def _show_made(self, made: Made) -> None:
        before, self._made = self._made, made
        self.problem.clear()
        self._toolbar.show_editions(made.editions, self._edition)
        if made.data is not None and (before is None or before.data != made.data):
            self.preview.show_pdf(made.data)
        self._show_state()

    def _show_failure(self, error: BaseException) -> None:
        if isinstance(error, ProblemForUser):
            self._fail(error.sentence)
        else:
            self._fail(_("A mistake in TourDesk stands in the way."))
            self.context.tasks.problem.emit(error)

    def _fail(self, sentence: str) -> None:
        self._made = None
        self._failed.say(_("“{title}” was not made", title=_(self._kind.title)), sentence)
        self._states.setCurrentWidget(self._failed)
        self._remarks.show_remarks(())
        self._show_moves()

    def _show_state(self) -> None:
        """The preview, or why there is none."""
        screening = self.context.screening
        state: QWidget = self._making
        if self._of_library:
            state = self._making if self._made is None else self.preview
        elif screening is None:
            state = self._no_night
        elif screening.programme_id is None:
            state = self._no_programme
            self._no_programme.say(
                _("This night has no programme yet"),
                _("Choose or make one on the Programme screen; its papers are here then."),
            )
        elif self._made is not None and self._made.data is None:
            state = self._no_programme
            self._no_programme.say(
                _("“{name}” is still empty", name=self._made.programme),
                _("Put films into it on the Programme screen; its papers are here then."),
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
            _("{title}, page {page} of {pages}", title=_(self._kind.title), page=page, pages=pages)
        )

    # What is done with it.

    def _data(self) -> bytes | None:
        return self._made.data if self._made is not None else None

    def save_as(self) -> None:
        """Ask for a place and save the paper there."""
        if self._data() is None:
            return
        screening = None if self._of_library else self.context.screening
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self.context.settings.value(FOLDER, documents)))
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Save as PDF"),
            str(folder / file_name(screening, _(self._kind.title))),
            _("PDF (*.pdf)"),
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
            _("Saving “{name}”", name=file.name),
            lambda _progress: write_whole(file, data),
            lambda _nothing: self.context.tell(
                _("“{name}” was saved.", name=file.name),
                _("Open"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))),
            ),
            self._say_problem,
        )

    def _printout(self) -> Printout | None:
        data = self._data()
        if data is None:
            return None
        return Printout(self._kind, self._sheet, data, self.preview.pages, self.preview.page)

    def _say_problem(self, error: BaseException) -> None:
        if isinstance(error, ProblemForUser):
            self.problem.tell(error)
        else:
            self.context.tasks.problem.emit(error)
