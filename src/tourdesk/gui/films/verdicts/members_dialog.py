"""The members of the committee: added, renamed, let go and taken back; what they have said of films stays."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.verdicts.name_entry import NameEntry
from tourdesk.gui.frame.form_dialog import lay_out, say
from tourdesk.gui.tokens import SPACE, SPACE_LARGE
from tourdesk.library.committee.desk import LONGEST_MEMBER
from tourdesk.library.committee.verdicts import Member

_LETTERS = 62


class MembersDialog(QDialog):
    """A line for each member with the name to type over; every change is saved at once."""

    def __init__(self, context: Context, members: Sequence[Member], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The committee"))
        self._committee = context.desks.committee
        self._tasks = context.tasks
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        self._hint = QLabel()
        self._entry = NameEntry(_("Name of a new member"), _("Name of a new member"), _("Add"))
        self._entry.given.connect(self._add)
        self.new = self._entry.line
        self._lay_out()
        self._show(tuple(members))
        self.new.setFocus()

    def _lay_out(self) -> None:
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_LARGE)
        column.addLayout(self._grid)
        column.addStretch()
        column.addWidget(self._entry)
        lay_out(self, page, self._hint, (close,), _LETTERS)

    def _show(self, members: tuple[Member, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, member in enumerate(members):
            self._add_line(line, member)
        self._grid.setRowStretch(len(members), 1)
        self._say(_("A member who is let go gives no verdicts any more; those that were given stay."))
        QWidget.setTabOrder(self.new, self._entry.take)

    def _add_line(self, line: int, member: Member) -> None:
        name = QLineEdit(member.name)
        name.setMaxLength(LONGEST_MEMBER)
        name.setAccessibleName(_("Name of {name}", name=member.name))
        name.editingFinished.connect(lambda: self._rename(member, name))
        state = QLabel(_("has left") if member.left else "")
        state.setProperty("role", "quiet")
        button = QPushButton(_("Take back") if member.left else _("Let go"))
        button.setAutoDefault(False)
        said = _("Take {name} back") if member.left else _("Let {name} go")
        button.setAccessibleName(said.format(name=member.name))
        button.clicked.connect(lambda _checked=False: self._switch(member))
        for place, widget in enumerate((name, state, button)):
            self._grid.addWidget(widget, line, place)

    def _add(self, name: str) -> None:
        self._do(lambda: self._committee.join(name), lambda _member: self.new.clear())

    def _rename(self, member: Member, field: QLineEdit) -> None:
        name, member_id = " ".join(field.text().split()), member.id
        if name == member.name or member_id is None:
            return

        def failed() -> None:
            field.setFocus()
            field.selectAll()

        self._do(lambda: self._committee.rename(member_id, name), lambda _member: None, failed)

    def _switch(self, member: Member) -> None:
        member_id = member.id
        if member.left:
            self._do(lambda: self._committee.join(member.name), lambda _member: None)
        elif member_id is not None:
            self._do(lambda: self._committee.let_go(member_id), lambda _nothing: None)

    def _do(
        self, change: Callable[[], Any], done: Callable[[Any], None], wrong: Callable[[], None] | None = None
    ) -> None:
        """Change the committee beside the window and show it as it is then; a problem is said here."""
        committee, tasks = self._committee, self._tasks

        def work() -> tuple[Any, tuple[Member, ...]]:
            return change(), committee.members()

        def changed(answer: tuple[Any, tuple[Member, ...]]) -> None:
            # A name may be typed and the dialog closed at once.
            if isValid(self):
                done(answer[0])
                self._show(answer[1])

        def failed(error: BaseException) -> None:
            if not isinstance(error, ProblemForUser) or not isValid(self):
                tasks.problem.emit(error)
                return
            self._say(error.sentence, "error")
            if wrong is not None:
                wrong()

        tasks.run(_("Saving"), lambda _progress: work(), changed, failed)

    def _say(self, words: str, role: str = "quiet") -> None:
        say(self._hint, words, role)
