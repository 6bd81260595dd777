"""Ballots out and in: the sheet to print, the table for spreadsheets, and the table that comes back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from tourdesk.desks import Desks
from tourdesk.foundation.files import write_whole
from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.films.steps import Steps

if TYPE_CHECKING:
    from tourdesk.documents.theme import Paper
    from tourdesk.library.committee.ballot_changes import BallotChanges, ComparedBallots
    from tourdesk.library.committee.desk import Marked

FOLDER = "films/ballots-folder"

FilmIds = Callable[[], Sequence[int]]


class BallotFiles(QObject):
    """The actions that write and read ballots; `films` are those that the ballots are about, in their order."""

    def __init__(self, context: Context, owner: QWidget, films: FilmIds, steps: Steps) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._films = films
        self._steps = steps
        self.to_print = add_action(
            owner,
            Act(
                later("Ballot to print…"),
                "print",
                tip=later("A sheet on which members mark the films by hand, as PDF"),
            ),
            self.choose_sheet,
        )
        self.out = add_action(
            owner,
            Act(
                later("Ballots for a spreadsheet…"),
                "export",
                tip=later("The films as CSV, with columns for each member"),
            ),
            self.choose_table,
        )
        self.back = add_action(
            owner,
            Act(later("Read ballots…"), "import", tip=later("Take verdicts from CSV or XLSX")),
            self.choose_ballots,
        )

    @property
    def actions(self) -> tuple[QAction, ...]:
        """In the order in which a season needs them."""
        return (self.to_print, self.out, self.back)

    def choose_sheet(self) -> None:
        """Ask where the sheet goes."""
        file = self._where_to(_("Committee ballot"), ".pdf", _("PDF (*.pdf)"))
        if file is not None:
            self.write_sheet(file)

    def choose_table(self) -> None:
        """Ask where the table goes."""
        file = self._where_to(_("Ballots"), ".csv", _("CSV (*.csv)"))
        if file is not None:
            self.write_table(file)

    def choose_ballots(self) -> None:
        """Ask which file is read."""
        name, _filter = QFileDialog.getOpenFileName(
            self._owner,
            _("Read ballots"),
            str(self._folder()),
            _("Ballots (*.csv *.tsv *.txt *.xlsx);;All files (*)"),
        )
        if name:
            self.read(Path(name))

    def write_sheet(self, file: Path) -> None:
        """Write the sheet to print."""
        desks, wanted = self._context.desks, tuple(self._films())
        # Imported for the first sheet: the window must not wait for what previews papers.
        from tourdesk.gui.paper.screen import usual_paper  # noqa: PLC0415

        paper = usual_paper(QLocale())
        self._write(file, wanted, lambda: _sheet(desks, wanted, paper))

    def write_table(self, file: Path) -> None:
        """Write the table for spreadsheets."""
        committee, wanted = self._context.desks.committee, tuple(self._films())
        self._write(file, wanted, lambda: committee.ballots(wanted))

    def read(self, file: Path) -> None:
        """Read ballots and show what they change; nothing is saved before somebody says so."""
        self._remember(file)
        desks = self._context.desks
        self._context.tasks.run(
            _("Reading the ballots"),
            lambda _progress: _compared(desks, file),
            lambda ballots: self._show(file.name, ballots),
        )

    def _write(self, file: Path, films: Sequence[int], make: Callable[[], bytes]) -> None:
        self._remember(file)
        sentence = n_("Ballots of {n:,} film saved.", "Ballots of {n:,} films saved.", len(films))
        self._context.tasks.run(
            _("Writing the ballots"),
            lambda _progress: write_whole(file, make()),
            lambda _nothing: self._context.tell(sentence, _("Show"), lambda: _show_file(file)),
        )

    def _show(self, name: str, ballots: "ComparedBallots") -> None:
        if not ballots.found and not ballots.problems:
            self._context.tell(_("“{file}” holds no verdict: every row is empty.", file=name))
            return
        changes = ballots.changes(ballots.proposed)
        if not changes.changes and not changes.problems:
            self._context.tell(_("All verdicts of “{file}” are known already.", file=name))
            return
        # Imported for the first ballots that come back: the window must not wait for it.
        from tourdesk.gui.films.verdicts.ballot_check import BallotCheck  # noqa: PLC0415

        check = BallotCheck(name, ballots, self._owner.window())
        check.accepted_changes.connect(self._save)
        check.open()

    def _save(self, changes: "BallotChanges") -> None:
        committee, marks = self._context.desks.committee, changes.marks
        sentence = n_("{n:,} verdict saved.", "{n:,} verdicts saved.", len(marks))

        def saved(marked: "Marked") -> None:
            self._steps.tell(sentence, lambda: self._undo(marked))

        self._context.tasks.run(_("Saving"), lambda _progress: committee.mark_as(marks), saved)

    def _undo(self, marked: "Marked") -> None:
        committee = self._context.desks.committee
        said = _("Taken back: the verdicts are as they were.")
        self._steps.run(_("Taking it back"), lambda _progress: committee.undo(marked), said)

    def _where_to(self, name: str, suffix: str, kinds: str) -> Path | None:
        proposal = str(self._folder() / f"{name}{suffix}")
        chosen, _filter = QFileDialog.getSaveFileName(self._owner, name, proposal, kinds)
        if not chosen:
            return None
        file = Path(chosen)
        return file if file.suffix else file.with_suffix(suffix)

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._context.settings.value(FOLDER, documents)))

    def _remember(self, file: Path) -> None:
        self._context.settings.setValue(FOLDER, str(file.parent))


def _sheet(desks: Desks, film_ids: Sequence[int], paper: "Paper") -> bytes:
    # Imported for the first sheet: the window must not wait for the papers.
    from tourdesk.documents.kinds import committee_ballot  # noqa: PLC0415

    with desks.database.reading():
        films = desks.library.films(film_ids)
        tour = desks.touring.tour()
    return committee_ballot([films[film_id] for film_id in film_ids if film_id in films], tour, paper)


def _compared(desks: Desks, file: Path) -> "ComparedBallots":
    from tourdesk.library.committee.ballot_reading import read_ballot_file  # noqa: PLC0415 - readers take long to import

    return desks.committee.compare(read_ballot_file(file))


def _show_file(file: Path) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not needed to open the window
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - see above

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
