"""What the dialogs with a form share: a heading, the form, a hint that may become a problem, and the buttons below."""

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.plain import plain
from tourdesk.gui.roomy import Roomy, make_wide
from tourdesk.gui.theme import scaled
from tourdesk.gui.tokens import SPACE, SPACE_HUGE, SPACE_LARGE, TITLE


def lay_out_form(dialog: QDialog, form: QWidget, hint: QLabel, save: QPushButton, letters: int) -> None:
    """Lay a dialog out under its title with Cancel and `save` below, about so many letters wide."""
    cancel = QPushButton(_("Cancel"))
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    save.setDefault(True)
    save.setProperty("role", "primary")
    lay_out(dialog, form, hint, (cancel, save), letters)


def lay_out(
    dialog: QDialog, form: QWidget, hint: QLabel, buttons: Sequence[QPushButton], letters: int
) -> None:
    """Lay a dialog out under its title, about so many letters wide; a form higher than the display scrolls."""
    plain(hint).setWordWrap(True)
    last = QHBoxLayout()
    last.setSpacing(SPACE)
    last.addStretch()
    for button in buttons:
        last.addWidget(button)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
    column.setSpacing(SPACE_LARGE)
    column.addWidget(headed(dialog, dialog.windowTitle()))
    room = Roomy(form)
    column.addWidget(room, 1)
    column.addWidget(hint)
    column.addLayout(last)
    make_wide(dialog, letters)
    room.setMinimumWidth(dialog.minimumWidth() - 2 * SPACE_HUGE)


def headed(dialog: QDialog, words: str) -> QLabel:
    """The heading of a dialog."""
    heading = plain(QLabel(words))
    heading.setWordWrap(True)
    heading.setFont(scaled(dialog.font(), TITLE, QFont.Weight.DemiBold))
    return heading


def say(hint: QLabel, words: str, role: str) -> None:
    """Say something in the hint: `role` is "quiet", or "error" for a problem."""
    hint.setText(words)
    hint.setProperty("role", role)
    hint.style().unpolish(hint)
    hint.style().polish(hint)
