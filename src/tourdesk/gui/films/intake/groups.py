"""The films of a long listing in groups: new, changed, to check, known; buttons take all that ask nothing, and other texts than one's own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from tourdesk.foundation.language import _, later, n_
from tourdesk.gui.actions import push_button
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.films.intake.draft import State
from tourdesk.gui.films.intake.lineup import SURE, LineUp
from tourdesk.gui.tokens import SPACE_SMALL

_WORDS: dict[State | None, str] = {
    None: later("All {number:,}"),
    State.NEW: later("New {number:,}"),
    State.CHANGED: later("Changed {number:,}"),
    State.DOUBTFUL: later("Please check {number:,}"),
    State.SAME: later("Already known {number:,}"),
    State.READY: later("Ready {number:,}"),
    State.SKIPPED: later("Skipped {number:,}"),
}


class GroupBar(QWidget):
    """A button for each group that has films; one of them is shown."""

    chosen = Signal()
    """Another group is to be shown."""

    def __init__(self, take_words: QAction, take_sure: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group: State | None = None
        """The group that is shown; None: all films."""
        self._take_words = take_words
        self._take_sure = take_sure
        self.buttons: dict[State | None, QPushButton] = {}
        one_of_them = QButtonGroup(self)
        # In a narrow window, in large letters or in long words they take two lines.
        row = FlowLayout(self, SPACE_SMALL)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for group in _WORDS:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("chip", "choice")
            button.clicked.connect(lambda _checked=False, group=group: self._choose(group))
            one_of_them.addButton(button)
            self.buttons[group] = button
            row.addWidget(button)
        for action in (take_words, take_sure):
            row.addWidget(push_button(action, self))

    def start(self) -> None:
        """Show all films of another page."""
        self.group = None

    def tell(self, line_up: LineUp) -> None:
        """Say how many films are in each group, and what can be taken at once."""
        for group, words in _WORDS.items():
            number = len(line_up) if group is None else line_up.count(group)
            button = self.buttons[group]
            button.setText(_(words, number=number))
            button.setVisible(number > 0 or group in {None, self.group})
            button.setChecked(group is self.group)
        texts = line_up.words_waiting
        self._take_words.setVisible(texts > 0)
        self._take_words.setText(
            n_("Take the texts of {n} film, too", "Take the texts of {n} films, too", texts)
        )
        states = SURE if self.group is None else SURE & {self.group}
        number = line_up.count(*states)
        self._take_sure.setEnabled(number > 0)
        self._take_sure.setText(self._sure_words(number))

    def _sure_words(self, number: int) -> str:
        if self.group is State.NEW:
            return n_("Take the {n} new one", "Take all {n} new ones", number)
        if self.group is State.CHANGED:
            return n_("Take the {n} changed one", "Take all {n} changed ones", number)
        if not number:
            return _("Take all that need no check")
        return n_("Take {n} that needs no check", "Take {n} that need no check", number)

    def _choose(self, group: State | None) -> None:
        self.group = group
        self.chosen.emit()
