"""Why nothing fits: the rules that clash, in their own words, what giving each up brings, and a click for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.films.find.chips import FlowLayout
from tourdesk.gui.programme.fields import quiet
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.proposing.proposal import Clash


class WhyNot(QWidget):
    """The clash."""

    give_up_wanted = Signal(str)
    """The name of a rule."""
    loosen_wanted = Signal(object)
    """Wish: a rule with a number that is enough."""
    slot_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clashes: tuple[Clash, ...] = ()
        self.buttons: list[QPushButton] = []
        """One for each way to relax a clash, from the top."""
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_SMALL)
        self.hide()

    def show_clashes(self, clashes: Sequence[Clash]) -> None:
        """Show these; nothing at all when there are none."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self.clashes = tuple(clashes)
        self._lines = [self._line(clash) for clash in clashes]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(clashes))

    def _line(self, clash: Clash) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "raised")
        sentence = QLabel(clash.sentence)
        sentence.setWordWrap(True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        column.setSpacing(SPACE_TINY)
        column.addWidget(sentence)
        column.addWidget(quiet(clash.brings))
        buttons = self._buttons_of(clash)
        if buttons:
            row = FlowLayout(spacing=SPACE_TINY)
            column.addLayout(row)
            for button in buttons:
                row.addWidget(button)
        self.buttons += buttons
        return frame

    def _buttons_of(self, clash: Clash) -> list[QPushButton]:
        """The least that is enough comes first."""
        buttons = []
        name, looser = clash.name, clash.looser
        if looser is not None:
            tip = _("Ask for less, and propose again")
            buttons.append(_button(looser.sentence, tip, lambda: self.loosen_wanted.emit(looser)))
        if name is not None:
            tip = _("Switch this rule off and propose again")
            buttons.append(_button(_("Do without this"), tip, lambda: self.give_up_wanted.emit(name)))
        if clash.is_slot:
            buttons.append(_button(_("Change the slot"), clash.brings, self.slot_wanted.emit))
        for button in buttons:
            button.setAccessibleName(
                _("{what}: {rule}", what=button.text().replace("&&", "&"), rule=clash.sentence)
            )
        return buttons


def _button(text: str, tip: str, does: Callable[[], object]) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: does())
    return button
