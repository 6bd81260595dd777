"""When the database cannot be opened, or another one is wanted: choose a file, the sample tour, or quit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.empty import Picture
from tourdesk.gui.problems import ProblemBar
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import LARGE, SPACE, SPACE_HUGE, SPACE_SMALL
from tourdesk.sample import load_sample

FOLDER = "last/database-folder"
SUFFIX = ".tourdesk"


class StartDialog(QDialog):
    """Says what stands in the way and offers what can be done; `desks` or `where` is what was chosen."""

    def __init__(
        self,
        problem: ProblemForUser | None,
        open_desks: Callable[[str | None], Desks],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_desks = open_desks
        self._settings = settings
        self.desks: Desks | None = None
        """The open database, when one could be opened here."""
        self.where: str | None = None
        self.setWindowTitle(self.tr("Open a database"))
        width = self.fontMetrics().averageCharWidth() * 70
        self.setMinimumWidth(width)
        self._problem = ProblemBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        column.addLayout(self._words(problem))
        column.addSpacing(SPACE)
        column.addWidget(self._problem)
        for text, does, first in (
            (self.tr("Open a database file…"), self._choose, True),
            (self.tr("Make a new, empty database…"), self._make, False),
            (self.tr("Open the sample tour"), self._sample, False),
        ):
            column.addWidget(self._button(text, does, first=first))
        away = self._button(self.tr("Cancel") if problem is None else self.tr("Quit"), self.reject)
        away.setFlat(True)
        column.addWidget(away)
        # A label that wraps guesses too much height as long as it does not know its width.
        self.resize(width, column.totalHeightForWidth(width))

    def _words(self, problem: ProblemForUser | None) -> QHBoxLayout:
        title = QLabel(
            self.tr("Which database?") if problem is None else self.tr("The database did not open")
        )
        title.setFont(scaled(self.font(), LARGE, QFont.Weight.DemiBold))
        words = QLabel(
            self.tr("All of a tour is in one file: films, nights and papers.")
            if problem is None
            else problem.sentence
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
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a database"), self._folder(), self._filter()
        )
        if chosen:
            self._open(chosen)

    def _make(self) -> None:
        proposal = str(Path(self._folder()) / f"festival{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Make a new database"),
            proposal,
            self._filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._open(chosen if Path(chosen).suffix else chosen + SUFFIX)

    def _filter(self) -> str:
        return self.tr("TourDesk databases (*{suffix});;All files (*)").format(suffix=SUFFIX)

    def _open(self, where: str) -> None:
        self._settings.setValue(FOLDER, str(Path(where).parent))
        try:
            self.desks = self._open_desks(where)
        except ProblemForUser as problem:
            self._problem.tell(problem)
            return
        self.where = where
        self.accept()

    def _sample(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        where = str(Path(folder) / f"sample-tour{SUFFIX}")
        try:
            desks = self._open_desks(where)
            if not desks.library.rows():
                load_sample(desks)
        except ProblemForUser as problem:
            self._problem.tell(problem)
            return
        self.desks, self.where = desks, where
        self.accept()
