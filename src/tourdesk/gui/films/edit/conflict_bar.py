"""What is said when a film that is being edited was changed at another desk: both values, and the way out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.plain import plain
from tourdesk.gui.tokens import SPACE, SPACE_SMALL

if TYPE_CHECKING:  # Not needed to show films.
    from tourdesk.library.changing import FilmChangedElsewhere


class ConflictBar(QFrame):
    """Theirs or mine; what only one of the desks changed is kept either way."""

    theirs_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemBar")
        self._said = plain(QLabel())
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.theirs = QPushButton(_("Take theirs"))
        self.theirs.setToolTip(_("Put their values into these fields; nothing is saved yet"))
        self.theirs.clicked.connect(self.theirs_wanted)
        self.mine = QPushButton(_("Keep mine"))
        self.mine.setToolTip(_("Save what is typed here over what the other desk saved in these fields"))
        self.mine.clicked.connect(self.mine_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.theirs, self.mine):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self.hide()

    def show_conflict(self, conflict: "FilmChangedElsewhere") -> None:
        """Say what the other desk saved."""
        from tourdesk.gui.films.edit.fields import BY_NAME, shown  # noqa: PLC0415 - not needed to show films

        there = "\n".join(
            f"{_(BY_NAME[name].label)}: {shown(BY_NAME[name], getattr(conflict.now, name)) or _('nothing')}"
            for name in conflict.clashes
        )
        said = _("Another desk changed this film meanwhile and saved:")
        self._said.setText(f"{said}\n{there}")
        self.setAccessibleName(said)
        self.show()
        self.theirs.setFocus()
