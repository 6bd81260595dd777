"""What a file of ballots would change, to be looked at before it is saved."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, n_
from tourdesk.gui.frame.form_dialog import headed
from tourdesk.gui.tokens import SPACE, SPACE_HUGE, SPACE_SMALL
from tourdesk.library.committee.ballot_changes import BallotChange, BallotChanges
from tourdesk.library.committee.verdicts import Verdict, in_words

_PROBLEM_LINES = 5
_WRAPPED = 300
"""So many verdicts are shown with their comments whole; measuring thousands of lines takes long."""
_FILM, _MEMBER = 0, 1


class BallotCheck(QDialog):
    """Every verdict that would change, who would join the committee, and what was not understood."""

    accepted_marks = Signal(object)
    """The changes that are to be saved, as a tuple of BallotChange."""

    def __init__(self, name: str, changes: BallotChanges, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ballots"))
        self._changes = changes
        self.joining = {member: self._join_box(member) for member in changes.joining}
        self.table = QTableWidget(0, 4)
        self.problems = QListWidget()
        self._count = QLabel()
        self.save = QPushButton(_("Save"))
        self._build_table()
        self._lay_out(name)
        self._show()

    def _join_box(self, member: str) -> QCheckBox:
        box = QCheckBox(_("{name} joins the committee", name=member.replace("&", "&&")))
        box.setChecked(True)
        box.toggled.connect(self._show)
        return box

    def _lay_out(self, name: str) -> None:
        self._count.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column.setSpacing(SPACE)
        column.addWidget(headed(self, _("Ballots from {file}", file=name)))
        column.addWidget(self._count)
        for box in self.joining.values():
            column.addWidget(box)
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

    def _add_problems(self, column: QVBoxLayout) -> None:
        if not self._changes.problems:
            return
        words = QLabel(_("What was not understood is left out:"))
        words.setContentsMargins(0, SPACE_SMALL, 0, 0)
        self.problems.setAccessibleName(words.text())
        self.problems.setWordWrap(True)
        self.problems.setProperty("rows", "roomy")
        for problem in self._changes.problems:
            self.problems.addItem(_("Row {row}: {message}", row=problem.row, message=problem.message))
        lines = min(len(self._changes.problems), _PROBLEM_LINES)
        self.problems.setFixedHeight(int(self.fontMetrics().lineSpacing() * (lines * 1.4 + 1)))
        column.addWidget(words)
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
    def wanted(self) -> tuple[BallotChange, ...]:
        """The changes, without those of members who are not to join."""
        refused = {member for member, box in self.joining.items() if not box.isChecked()}
        return tuple(change for change in self._changes.changes if change.member not in refused)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        # Now the columns are as wide as they will be.
        self._show()

    def _show(self) -> None:
        wanted = self.wanted
        self.table.setRowCount(len(wanted))
        for line, change in enumerate(wanted):
            for column, words in enumerate(_cells(change)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(line, column, item)
        if len(wanted) <= _WRAPPED:
            self.table.resizeRowsToContents()
        self._count.setText(_count(len(wanted), self._changes.same))
        self.save.setEnabled(bool(wanted))

    def _accept(self) -> None:
        self.accepted_marks.emit(self.wanted)
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
