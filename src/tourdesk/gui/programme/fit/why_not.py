"""Why nothing fits: the rules that clash, in their own words, what giving each up brings, and a click for it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tourdesk.foundation.language import _, later
from tourdesk.gui.plain import plain
from tourdesk.gui.programme.fields import quiet
from tourdesk.gui.programme.findings_list import WayButton
from tourdesk.gui.tokens import SPACE_SMALL, SPACE_TINY
from tourdesk.programming.proposing.clashing import Clash, Outside


class WhyNot(QWidget):
    """The clash."""

    relax_wanted = Signal(object)
    """Relaxing."""
    outside_wanted = Signal(object)
    """Outside: what is no wish is to be given up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clashes: tuple[Clash, ...] = ()
        self.buttons: list[WayButton] = []
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
        sentence = plain(QLabel(clash.sentence))
        sentence.setWordWrap(True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_SMALL, SPACE_SMALL, SPACE_SMALL, SPACE_SMALL)
        column.setSpacing(SPACE_TINY)
        column.addWidget(sentence)
        column.addWidget(quiet(clash.brings))
        buttons = self._buttons_of(clash)
        for button in buttons:
            column.addWidget(button)
        self.buttons += buttons
        return frame

    def _buttons_of(self, clash: Clash) -> list[WayButton]:
        buttons = [
            _button(way.name, _("Relax this and propose again"), partial(self.relax_wanted.emit, way))
            for way in clash.ways
        ]
        if clash.outside is not None:
            name, tip = _OUTSIDE[clash.outside]
            buttons.append(_button(_(name), _(tip), partial(self.outside_wanted.emit, clash.outside)))
        for button in buttons:
            button.setAccessibleName(_("{what}: {rule}", what=button.name, rule=clash.sentence))
        return buttons


_OUTSIDE = {
    Outside.SLOT: (later("Change the slot"), later("Give the night a later curfew")),
    Outside.ALONE: (later("Propose this night alone"), later("Leave the other night as it is")),
    Outside.TIMES: (
        later("Unpin everything"),
        later("Let everything start when it can, and propose again"),
    ),
    Outside.UNPIN: (later("Unpin them"), later("Let these films start at any time, and propose again")),
}
"""What gives it up is called, and what it does."""


def _button(name: str, tip: str, does: Callable[[], object]) -> WayButton:
    button = WayButton(name)
    button.setToolTip(tip)
    button.clicked.connect(lambda _checked=False: does())
    return button
