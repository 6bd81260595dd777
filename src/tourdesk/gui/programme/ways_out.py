"""What a click on a finding's way out does: one step, or the place where it can be done."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.programme.links import Links
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.programme.side import Side
from tourdesk.programming.findings import Elsewhere, Finding, SlotField, WayOut
from tourdesk.touring.night import Screening


class WaysOut(QObject):
    """Takes ways out of findings about the programme of a pane."""

    slot_wanted = Signal(object)
    """SlotField: what of the night is to be corrected."""

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
        elif way.elsewhere is Elsewhere.PROPOSE:
            self._side.propose()
        elif way.elsewhere is Elsewhere.NIGHT:
            self.slot_wanted.emit(way.field or SlotField.CURFEW)
        elif way.elsewhere is Elsewhere.AGE and self._context.screening is not None:
            self._admit_from(self._context.screening, way.age)
        elif finding.item is not None:
            self._go_to_film(finding.item, way)

    def _admit_from(self, before: Screening, age: int | None) -> None:
        """Give the night another age; the news takes it back."""
        context = self._context

        def saved(screening: Screening) -> None:
            if context.screening is not None and context.screening.id == screening.id:
                context.work_on(screening)
            said = (
                _("{night} admits everybody now.", night=screening.label)
                if age is None
                else _("{night} admits guests from {age} on now.", night=screening.label, age=age)
            )
            context.tell(said, _("Undo"), lambda: self._admit_from(screening, before.age))

        touring, night = context.desks.touring, before.id

        def save() -> Screening:
            # As it is now: between this and an undo somebody may have changed its times.
            current = before if night is None else touring.screening(night)
            return touring.save_screening(replace(current, age=age))

        context.tasks.run(_("Saving the night"), lambda _progress: save(), saved)

    def _go_to_film(self, key: str, way: WayOut) -> None:
        film = self._pane.builder.draft.programme.item(key).film_id
        if way.elsewhere is Elsewhere.REPLACE and film is not None:
            self._side.replace(film)
        elif way.elsewhere is Elsewhere.FILM and film is not None:
            self._context.show_thing("film", film)
        elif way.elsewhere is Elsewhere.VERSION:
            self._pane.order.select_keys([key])
            self._side.show_details()
            self._side.inspector.item.version.setFocus(Qt.FocusReason.ShortcutFocusReason)
