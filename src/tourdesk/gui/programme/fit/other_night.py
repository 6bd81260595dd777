"""The other one of two nights that were proposed together: whether it still is what it was then."""

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.programme.fit.results import Results
from tourdesk.programming.programme import Programme
from tourdesk.storage.changes import Change, Changes
from tourdesk.touring.night import Screening


class OtherNight(QObject):
    """Follows the night that what is shown was proposed together with; it is worked on beside, or at another desk."""

    stale = Signal()
    """What was proposed is not about it any more."""

    def __init__(self, context: Context, results: Results, parent: QObject) -> None:
        super().__init__(parent)
        self.screening: Screening | None = None
        """None when the night was proposed alone."""
        self._desks = context.desks
        self._results = results
        self._reading = Latest(context.tasks, _("Reading the programme"), self)
        context.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        asked, desks = self.screening, self._desks
        if asked is None or asked.id is None:
            return
        night, programme = asked.id, asked.programme_id
        ours = {Change("screening", night), *([Change("programme", programme)] if programme else [])}
        if ours.isdisjoint(changes):
            return

        def read() -> tuple[Screening, Programme | None] | None:
            try:
                now = desks.touring.screening(night)
                shown = now.programme_id
                return now, None if shown is None else desks.programming.programme(shown)
            except ProblemForUser:
                return None  # it was removed

        def show(found: tuple[Screening, Programme | None] | None) -> None:
            if asked is self.screening and not self._follow(asked, found):
                self.stale.emit()

        self._reading.ask(read, show)

    def _follow(self, before: Screening, found: tuple[Screening, Programme | None] | None) -> bool:
        """Whether what was proposed is still about the night as it is now."""
        if found is None:
            return False
        now, programme = found
        if now.slot != before.slot or before.programme_id not in {None, now.programme_id}:
            return False
        self.screening = now
        return programme is None or self._results.follow_second(programme)
