"""When the database cannot be opened, or another one is wanted: choose a file, the sample tour, or quit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress
from tourdesk.gui.empty import Picture
from tourdesk.gui.frame.shortened import ShortenedLabel
from tourdesk.gui.opening import in_words
from tourdesk.gui.plain import plain
from tourdesk.gui.problems import ProblemBar, show_error
from tourdesk.gui.roomy import make_wide
from tourdesk.gui.tasks import Task, Tasks
from tourdesk.gui.theme import scaled, theme
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_HUGE, SPACE_SMALL

FOLDER = "last/database-folder"
SUFFIX = ".tourdesk"


class StartDialog(QDialog):
    """Says what stands in the way and offers what can be done; `desks` is what was opened."""

    def __init__(
        self,
        problem: ProblemForUser | None,
        open_desks: Callable[[str | None, Progress], Desks],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_desks = open_desks
        self._settings = settings
        self.desks: Desks | None = None
        """The database that was opened, once the dialog is accepted."""
        self._tasks = Tasks(self)
        self._opening: Task | None = None
        self._left = False
        """Whether it was given up: it closes when what is being opened has been taken back."""
        self.setWindowTitle(_("Open a database"))
        make_wide(self, 70)
        width = self.minimumWidth()
        self._problem = ProblemBar()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(_("Opening the database"))
        self._step = ShortenedLabel()
        self._step.setProperty("role", "quiet")
        for shown_at_work in (self._step, self._busy):
            policy = shown_at_work.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            shown_at_work.setSizePolicy(policy)
            shown_at_work.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        column.addLayout(self._words(problem))
        column.addSpacing(SPACE)
        column.addWidget(self._problem)
        self._choices = [
            self._button(_("Open a database file…"), self._choose, first=True),
            self._button(_("Make a new, empty database…"), self._make),
            self._button(_("Open the sample tour"), self.open_sample),
        ]
        for button in self._choices:
            column.addWidget(button)
        column.addWidget(self._step)
        column.addWidget(self._busy)
        self._away = self._button(_("Cancel") if problem is None else _("Quit"), self.reject)
        self._away.setFlat(True)
        column.addWidget(self._away)
        if parent is None:
            theme().dress(self)
        # A label that wraps guesses too much height as long as it does not know its width.
        self.resize(width, column.totalHeightForWidth(width))

    def _words(self, problem: ProblemForUser | None) -> QHBoxLayout:
        title = QLabel(_("Which database?") if problem is None else _("The database did not open"))
        title.setFont(scaled(self.font(), LARGE, QFont.Weight.DemiBold))
        words = plain(
            QLabel(
                _("All of a tour is in one file: films, nights and papers.")
                if problem is None
                else problem.sentence
            )
        )
        words.setWordWrap(True)
        words.setObjectName("sentence")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_SMALL)
        texts.addWidget(title)
        texts.addWidget(words)
        texts.addStretch()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        picture = Picture("open", 40) if problem is None else Picture("warning", 40, "warning")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _button(self, text: str, does: Callable[[], object], *, first: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setDefault(first)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._settings.value(FOLDER, documents))

    def _choose(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Open a database"), self._folder(), self._filter()
        )
        if chosen:
            self._open(chosen)

    def _make(self) -> None:
        proposal = str(Path(self._folder()) / f"festival{SUFFIX}")
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Make a new database"),
            proposal,
            self._filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._open(chosen if Path(chosen).suffix else chosen + SUFFIX)

    def _filter(self) -> str:
        return _("TourDesk databases (*{suffix});;All files (*)", suffix=SUFFIX)

    def _open(self, where: str) -> None:
        self._settings.setValue(FOLDER, str(Path(where).parent))
        self._run(partial(self._open_desks, where))

    def open_sample(self) -> None:
        """Open the sample tour, which is made when this is the first time."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        self._run(partial(_sample, self._open_desks, str(Path(folder) / f"sample-tour{SUFFIX}")))

    def _run(self, work: Callable[[Progress], Desks]) -> None:
        """Open something beside the dialog: a server may take its time, and an older database is brought up to date."""
        self._problem.clear()
        self._set_busy(busy=True)
        self._opening = self._tasks.run(_("Opening the database"), work, self._opened, self._failed)
        self._opening.progressed.connect(self._say_step)
        self._opening.ended.connect(self._ended)

    def _say_step(self, step: int, total: int, what: str) -> None:
        if self._left:
            return
        self._busy.setRange(0, total)
        self._busy.setValue(step)
        if what:
            self._step.setText(in_words(step, total, what))
            self._step.show()

    def _opened(self, desks: Desks) -> None:
        if self._left:
            desks.database.close()
        else:
            self._opening = None
            self.desks = desks
            self.accept()

    def _ended(self) -> None:
        self._opening = None
        if self._left:
            self.reject()

    def _failed(self, error: BaseException) -> None:
        if self._left:
            if not isinstance(error, ProblemForUser):
                show_error(self.parentWidget(), error)
            return
        self._opening = None
        self._set_busy(busy=False)
        if isinstance(error, ProblemForUser):
            self._problem.tell(error)
        else:
            show_error(self, error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setRange(0, 0)
        self._busy.setVisible(busy)
        self._step.hide()
        for button in self._choices:
            button.setEnabled(not busy)

    def done(self, result: int) -> None:
        """Accepted, or given up: then it closes as soon as what is being opened has been taken back, which takes a moment."""
        if self._opening is None:
            super().done(result)
            return
        self._left = True
        self._opening.cancel()
        self._busy.setRange(0, 0)
        self._step.setText(_("What was done is being taken back …"))
        self._step.show()
        self._away.setEnabled(False)


def _sample(open_desks: Callable[[str | None, Progress], Desks], where: str, progress: Progress) -> Desks:
    desks = open_desks(where, progress)
    if desks.finding.is_empty():
        from tourdesk.sample import load_sample  # noqa: PLC0415 - few ever open it

        load_sample(desks)
    return desks
