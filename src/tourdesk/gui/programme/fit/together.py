"""With which other night of the stop a night is proposed together."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.programme import words
from tourdesk.gui.programme.fit.around import at_one_stop
from tourdesk.storage.changes import Changes
from tourdesk.touring.night import Screening


class TogetherChoice(QComboBox):
    """This night alone, or together with another one; hidden while the stop has no other night."""

    chosen = Signal()
    """Somebody chose another night, or none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._latest = Latest(context.tasks, _("Reading the nights"), self)
        self._others: tuple[Screening, ...] = ()
        self.setAccessibleName(_("Which nights are proposed"))
        self.setToolTip(
            _(
                "Two nights of a stop can be proposed together: no film comes twice, and each fits its own slot"
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _place: self.chosen.emit())
        context.changed.connect(self._on_changes)
        self._offer(())

    @property
    def night(self) -> Screening | None:
        """The other night; None for this night alone."""
        place = self.currentIndex()
        return self._others[place - 1] if place > 0 else None

    def choose_none(self) -> None:
        """This night alone."""
        self.setCurrentIndex(0)
        self.chosen.emit()

    def refresh(self) -> None:
        """Read which nights the stop has; one that shows the same programme is no other night."""
        screening, touring = self._context.screening, self._context.desks.touring
        if screening is None:
            self._offer(())
            return

        def others() -> tuple[Screening, ...]:
            return tuple(
                one
                for one in touring.screenings()
                if one.id != screening.id
                and at_one_stop(one, screening)
                and (one.programme_id is None or one.programme_id != screening.programme_id)
            )

        self._latest.ask(others, self._offer)

    def _offer(self, others: Sequence[Screening]) -> None:
        before = self.night.id if self.night is not None else None
        self._others = tuple(others)
        blocked = QSignalBlocker(self)
        self.clear()
        self.addItem(_("This night alone"))
        for one in others:
            start = one.slot.start
            clock, day = words.short_clock(one.slot, start), words.day(one.slot, start)
            self.addItem(_("With {day}, {clock}", day=day, clock=clock))
        ids = [None, *(one.id for one in others)]
        self.setCurrentIndex(ids.index(before) if before in ids else 0)
        blocked.unblock()
        self.setVisible(bool(others))

    def _on_changes(self, changes: Changes) -> None:
        if any(change.subject == "screening" for change in changes):
            self.refresh()
