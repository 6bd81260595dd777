"""Asks who is judging at this desk: somebody of the committee, or somebody new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.films.verdicts.name_entry import NameEntry
from tourdesk.gui.frame.form_dialog import lay_out, say
from tourdesk.gui.tokens import SPACE
from tourdesk.library.committee.verdicts import Member

_LETTERS = 62


class MemberDialog(QDialog):
    """A button for each member, and a field for a new name; the first click or Enter answers."""

    chosen = Signal(str)
    """The name of who is judging."""

    def __init__(self, members: Sequence[Member], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Who is judging?"))
        self.buttons = [self._button(member) for member in members if not member.left]
        self._entry = NameEntry(_("Another name"), _("Your name"), _("This is me"))
        self._entry.given.connect(self._answer)
        self.name = self._entry.line
        self._lay_out()
        (self.buttons[0] if self.buttons else self.name).setFocus()

    def _button(self, member: Member) -> QPushButton:
        button = QPushButton(member.name.replace("&", "&&"))
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: self._answer(member.name))
        return button

    def _lay_out(self) -> None:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        if self.buttons:
            known = QWidget()
            policy = known.sizePolicy()
            policy.setHeightForWidth(True)
            known.setSizePolicy(policy)
            flow = FlowLayout(known)
            for button in self.buttons:
                flow.addWidget(button)
            column.addWidget(known)
        column.addWidget(self._entry)
        column.addStretch()
        hint = QLabel()
        lay_out(self, page, hint, (cancel,), _LETTERS)
        say(
            hint,
            _(
                "Verdicts stand under the name of whoever gives them. TourDesk remembers yours at this desk; it can be changed beside your verdict."
            ),
            "quiet",
        )

    def _answer(self, name: str) -> None:
        if name.strip():
            self.chosen.emit(name)
            self.accept()
