"""What a click on a finding's way out does: one step, or the place where it can be done."""

from PySide6.QtCore import QObject, Qt, Signal

from tourdesk.gui.context import Context
from tourdesk.gui.programme.links import Links
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.programme.side import Side
from tourdesk.programming.findings import Elsewhere, Finding, WayOut


class WaysOut(QObject):
    """Takes ways out of findings about the programme of a pane."""

    slot_wanted = Signal()
    """The times of the night are to be corrected."""

    def __init__(self, pane: OrderPane, links: Links, side: Side, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._links = links
        self._side = side
        self._context = context

    def take(self, finding: Finding, way: WayOut) -> None:
        """Take one step under the way's name; what is no step is gone to."""
        if way.edit is not None:
            self._pane.builder.take_way(way)
        elif way.elsewhere is Elsewhere.MASTER:
            self._links.follow()
        elif way.elsewhere is Elsewhere.FIT:
            self._side.mend()
        elif way.elsewhere is Elsewhere.NIGHT:
            self.slot_wanted.emit()
        elif finding.item is not None:
            self._go_to_film(finding.item, way)

    def _go_to_film(self, key: str, way: WayOut) -> None:
        film = self._pane.builder.draft.programme.item(key).film_id
        if way.elsewhere is Elsewhere.FILM and film is not None:
            self._context.show_thing("film", film)
        elif way.elsewhere is Elsewhere.VERSION:
            self._pane.order.select_keys([key])
            self._side.show_details()
            self._side.inspector.item.version.setFocus(Qt.FocusReason.ShortcutFocusReason)
