"""What is done with proposals outside the Fit page: they are looked at, and a pair of nights is taken."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from tourdesk.foundation.language import _
from tourdesk.gui.programme.beside import Beside
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.choosing import free_name
from tourdesk.gui.programme.comparing import Comparison, compared
from tourdesk.gui.programme.fit import words
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.programme.slot_bar import SlotBar
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.proposal import Proposal
from tourdesk.programming.running_order import running_order
from tourdesk.touring.night import Screening


class Looking(QObject):
    """Shows on the bar and in the order what somebody looks at, beside what stands there; nothing is changed by it."""

    def __init__(self, builder: Builder, bar: SlotBar, pane: OrderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = builder.draft
        self._bar = bar
        self._pane = pane
        # What is taken, undone or typed is to be seen itself, though the mouse is still on the proposal.
        self._draft.changed.connect(lambda: pane.show_comparison(None))

    def look_at(self, proposal: Proposal | None) -> None:
        """Show a proposal; None shows again what stands there."""
        draft = self._draft
        found, second = None, None
        if proposal is not None and draft.slot is not None and draft.order is not None:
            then = (proposal.programme, proposal.order)
            found = compared(draft.slot, (draft.programme, draft.order), then)
            second = _second(proposal)
        self._bar.show_night(draft.slot, draft.order, found)
        self._pane.show_comparison(found, second)


def _second(proposal: Proposal) -> tuple[str, Comparison] | None:
    """The other one of two nights by its day, compared with what stands in it."""
    if len(proposal.nights) == 1:
        return None
    night = proposal.nights[1]
    now = (night.before, running_order(night.before, night.slot))
    return words.day(night), compared(night.slot, now, (night.programme, night.order))


class PairTaking(QObject):
    """Takes what is proposed for two nights: one step in each programme, the other night's beside this one's."""

    def __init__(
        self, builder: Builder, beside: Beside, show_beside: Callable[[int, Screening], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._builder = builder
        self._beside = beside
        self._show_beside = show_beside

    def take(self, proposal: Proposal, night: Screening) -> None:
        """Take it for this night and for the other one, whose programme is opened beside; the news undoes both."""
        if night.programme_id is not None:
            self._take(proposal, night.programme_id, night)
            return
        desks, gap = self._builder.desk, proposal.nights[1].programme.gap_seconds
        touring = self._builder.context.desks.touring

        def make() -> tuple[int, Screening]:
            name = free_name(desks, _("{night}, programme", night=night.label))
            made = desks.save(Programme(name, gap_seconds=gap))
            assert made.id is not None  # noqa: S101 - it was saved
            return made.id, touring.save_screening(replace(night, programme_id=made.id))

        self._builder.context.tasks.run(
            _("Making the programme"), lambda _progress: make(), lambda made: self._take(proposal, *made)
        )

    def _take(self, proposal: Proposal, programme_id: int, night: Screening) -> None:
        self._show_beside(programme_id, night)
        self._beside.builder.when_open(lambda: self._take_both(proposal, programme_id))

    def _take_both(self, proposal: Proposal, programme_id: int) -> None:
        other = self._beside.builder
        if not self._beside.is_open or other.draft.programme.id != programme_id:
            return  # why it was not opened is told
        builders = (self._builder, other)
        for builder, proposed in zip(builders, proposal.nights, strict=True):
            builder.take_proposal(proposed.programme)

        def undo() -> None:
            for builder in builders:
                builder.untake_proposal()

        one, another = (builder.draft.programme.name for builder in builders)
        self._builder.context.tell(
            _("“{one}” and “{other}” are as proposed now.", one=one, other=another), _("Undo"), undo
        )
