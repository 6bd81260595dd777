"""What every screen of the window is."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from tourdesk.gui.context import Context

if TYPE_CHECKING:
    from tourdesk.library.finding.wanted import Wanted


class Screen(QWidget):
    """One place of the rail. `actions()` lists what can be done on it (see `gui.actions.add_action`)."""

    name: ClassVar[str] = ""
    """The word on the rail."""
    icon: ClassVar[str] = ""
    """The name of its icon in resources/icons."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setAccessibleName(self.name)

    def shown(self) -> None:
        """It has just become the screen in the middle: put the focus where work begins, read what is new."""

    def go_to(self, which: "int | str | Wanted") -> None:
        """Show one of the screen's things: the film of an id, the films of a search, the paper of a name."""

    def leave(self) -> None:
        """The window closes: keep what was typed, remember columns and splitters in the settings."""
