"""Which programme the night shows: choosing, making, copying and removing programmes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.programming import editing
from tourdesk.programming.desk import ProgrammingDesk
from tourdesk.programming.programme import Programme
from tourdesk.touring.night import Screening

USUAL_GAP = 20
"""Seconds between neighbours in a new programme: a slide, a breath, the next file."""

Result = TypeVar("Result")


def free_name(desk: ProgrammingDesk, wanted: str) -> str:
    """The wanted name for a programme, with a number behind it when it is taken."""
    taken = set(desk.names().values())
    names = (wanted if number == 1 else f"{wanted} {number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


class Choosing(QObject):
    """Deeds on whole programmes for the night of the context; the database is written beside the window."""

    made = Signal()
    """A programme was made or copied and is shown now: its name is to be typed."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._programmes = context.desks.programming
        self._touring = context.desks.touring

    def choose(self, programme_id: int) -> None:
        """Show this programme on the night."""
        screening = self._context.screening
        if screening is None or screening.programme_id == programme_id:
            return
        before = screening.programme_id

        def tell(saved: Screening) -> None:
            self._work_on(saved)
            if before is not None:
                self._context.tell(
                    _("{night} shows another programme now.", night=saved.label),
                    _("Undo"),
                    lambda: self.choose(before),
                )

        self._beside(_("Choosing the programme"), lambda: self._show_on(screening, programme_id), tell)

    def make(self) -> None:
        """Make an empty programme and show it on the night."""
        self._make(lambda: Programme(free_name(self._programmes, _("New programme")), gap_seconds=USUAL_GAP))

    def copy(self, programme: Programme) -> None:
        """Make a copy of a programme and show it on the night."""

        def copied() -> Programme:
            # Pins stay: it is the same evening once more.
            pins = {old.key: old.pinned for old in programme.items}
            fresh = zip(programme.items, editing.copies(programme.items), strict=True)
            items = tuple(replace(new, pinned=pins[old.key]) for old, new in fresh)
            name = free_name(self._programmes, _("{name}, copy", name=programme.name))
            return replace(programme, name=name, items=items, id=None, revision=0, master=None)

        self._make(copied)

    def vary(self, programme: Programme) -> None:
        """Make a variation of a saved programme, its master from now on, and show that on the night."""
        screening, master = self._context.screening, programme.id
        if screening is None or master is None:
            return
        wanted = _("{name}, {town}", name=programme.name, town=screening.town)
        self._make_saved(lambda: self._programmes.vary(master, free_name(self._programmes, wanted)))

    def remove(self, programme: Programme) -> None:
        """Remove the night's programme; it can be brought back from the line of news."""
        screening, programme_id = self._context.screening, programme.id
        if screening is None or programme_id is None:
            return

        def work() -> Screening:
            without = self._show_on(screening, None)
            try:
                self._programmes.remove(programme_id)
            except ProblemForUser:
                self._show_on(without, programme_id)
                raise
            return without

        def tell(saved: Screening) -> None:
            self._work_on(saved)
            self._context.tell(
                _("“{name}” was removed.", name=programme.name),
                _("Undo"),
                lambda: self._bring_back(programme),
            )

        self._beside(_("Removing the programme"), work, tell)

    def _bring_back(self, programme: Programme) -> None:
        self._make(lambda: replace(programme, id=None, revision=0), name_next=False)

    def _make(self, make: Callable[[], Programme], *, name_next: bool = True) -> None:
        self._make_saved(lambda: self._programmes.save(make()), name_next=name_next)

    def _make_saved(self, make: Callable[[], Programme], *, name_next: bool = True) -> None:
        screening = self._context.screening
        if screening is None:
            return

        def work() -> Screening:
            return self._show_on(screening, make().id)

        def done(saved: Screening) -> None:
            self._work_on(saved)
            if name_next:
                self.made.emit()

        self._beside(_("Making the programme"), work, done)

    def _show_on(self, screening: Screening, programme_id: int | None) -> Screening:
        return self._touring.save_screening(replace(screening, programme_id=programme_id))

    def _work_on(self, saved: Screening) -> None:
        # Somebody may have gone to another night meanwhile: then that one stays.
        current = self._context.screening
        if current is not None and current.id == saved.id:
            self._context.work_on(saved)

    def _beside(self, name: str, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._context.tasks.run(name, lambda _progress: work(), done)
