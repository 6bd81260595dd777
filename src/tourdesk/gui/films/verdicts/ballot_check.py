"""What a file of ballots would change, to be looked at before it is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_, quoted
from tourdesk.gui.frame.form_dialog import headed
from tourdesk.gui.plain import as_typed
from tourdesk.gui.roomy import Roomy
from tourdesk.gui.tokens import SPACE, SPACE_HUGE, SPACE_SMALL
from tourdesk.library.committee.ballot_changes import BallotChange, BallotChanges, ComparedBallots
from tourdesk.library.committee.ballot_reading import RowProblem
from tourdesk.library.committee.verdicts import Verdict, in_words

_PROBLEM_LINES = 5
_NAMES_LINES = 12
_WRAPPED = 300
"""So many verdicts are shown with their comments whole; measuring thousands of lines takes long."""
_FILM, _MEMBER = 0, 1


class _Chooser(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # scrolling the names chooses nothing


class BallotCheck(QDialog):
    """Every verdict that would change, who would join the committee, and what was not understood."""

    accepted_changes = Signal(object)
    """The BallotChanges that are to be saved."""

    def __init__(self, name: str, ballots: ComparedBallots, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ballots"))
        self._ballots = ballots
        self.whose = {name: self._chooser(name, member) for name, member in ballots.proposed.items()}
        self.table = QTableWidget(0, 4)
        self.problems = QListWidget()
        self._left_out = QLabel(_("What was not understood is left out:"))
        self._count = QLabel()
        self.save = QPushButton(_("Save"))
        self._build_table()
        self._lay_out(name)
        self._show()

    def _chooser(self, name: str, proposed: str) -> QComboBox:
        """Whose the verdicts under a name are that no member has."""
        chooser = _Chooser()
        chooser.setAccessibleName(_("Whose verdicts are those of “{name}”?", name=name))
        chooser.addItem(_("joins the committee"), name)
        for member in self._ballots.members:
            if not member.left:
                chooser.addItem(_("is {member}", member=member.name), member.name)
        chooser.addItem(_("is left out"), None)
        chooser.setCurrentIndex(chooser.findData(proposed))
        chooser.currentIndexChanged.connect(self._show)
        return chooser

    def _lay_out(self, name: str) -> None:
        self._count.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        column.addWidget(headed(self, _("Ballots from {file}", file=name)))
        column.addWidget(self._count)
        self._add_choosers(column)
        column.addWidget(self.table, 1)
        self._add_problems(column)
        column.addLayout(self._buttons())
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(QSize(letter * 130, line * 34).boundedTo(self.screen().availableSize()))

    def _build_table(self) -> None:
        self.table.setAccessibleName(_("Verdicts that change"))
        self.table.setHorizontalHeaderLabels([_("Film"), _("Member"), _("Before"), _("After")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (_FILM, _MEMBER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        wide = self.fontMetrics().averageCharWidth()
        header.resizeSection(_FILM, wide * 30)
        header.resizeSection(_MEMBER, wide * 18)

    def _add_choosers(self, column: QVBoxLayout) -> None:
        if not self.whose:
            return
        column.addWidget(QLabel(_("Not on the committee:")))
        names = QWidget()
        grid = QGridLayout(names)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE_SMALL)
        grid.setColumnStretch(2, 1)
        for line, (name, chooser) in enumerate(self.whose.items()):
            label = QLabel(quoted(name))
            label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(label, line, 0)
            grid.addWidget(chooser, line, 1)
        # Of a whole committee that is new, the verdicts must still be seen below.
        room = Roomy(names)
        room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        room.setMaximumHeight(self.fontMetrics().height() * _NAMES_LINES)
        column.addWidget(room)

    def _add_problems(self, column: QVBoxLayout) -> None:
        self._left_out.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self.problems.setAccessibleName(self._left_out.text())
        self.problems.setWordWrap(True)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.setProperty("rows", "roomy")
        column.addWidget(self._left_out)
        column.addWidget(self.problems)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._accept)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    @property
    def changes(self) -> BallotChanges:
        """What would be saved, as it is chosen now whose the verdicts are."""
        return self._ballots.changes({name: chooser.currentData() for name, chooser in self.whose.items()})

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        # Now the columns are as wide as they will be.
        self._wrap()

    def _show(self) -> None:
        changes = self.changes
        wanted = changes.changes
        self.table.setRowCount(len(wanted))
        for line, change in enumerate(wanted):
            for column, words in enumerate(_cells(change)):
                item = QTableWidgetItem(words)
                item.setToolTip(as_typed(words))
                self.table.setItem(line, column, item)
        self._wrap()
        self._show_problems(changes.problems)
        self._count.setText(_count(len(wanted), changes.same))
        self.save.setEnabled(bool(wanted))

    def _wrap(self) -> None:
        if self.table.rowCount() <= _WRAPPED:
            self.table.resizeRowsToContents()

    def _show_problems(self, problems: Sequence[RowProblem]) -> None:
        self.problems.clear()
        self.problems.addItems(
            [_("Row {row}: {message}", row=problem.row, message=problem.message) for problem in problems]
        )
        lines = min(len(problems), _PROBLEM_LINES)
        self.problems.setFixedHeight(int(self.fontMetrics().lineSpacing() * (lines * 1.4 + 1)))
        for widget in (self._left_out, self.problems):
            widget.setVisible(bool(problems))

    def _accept(self) -> None:
        self.accepted_changes.emit(self.changes)
        self.accept()


def _cells(change: BallotChange) -> tuple[str, str, str, str]:
    return change.title, change.member, _said(change.before), _said(change.after)


def _said(verdict: Verdict) -> str:
    return in_words(verdict) or "–"


def _count(changes: int, same: int) -> str:
    said = n_("{n:,} verdict changes.", "{n:,} verdicts change.", changes)
    if not same:
        return said
    known = n_("{n:,} is known already.", "{n:,} are known already.", same)
    return f"{said} {known}"
