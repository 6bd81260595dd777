"""The nights there are, and which one is worked on; kept true when any desk changes one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tourdesk.foundation.clock import Clock, system_clock
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.storage.changes import Changes

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.programming.desk import ProgrammeRow
    from tourdesk.touring.night import Screening, Tour

LAST_NIGHT = "last/night"
_SUBJECTS = frozenset({"screening", "tour", "venue"})
PAUSE = 500
"""Milliseconds: a programme is saved at every step, and here only its name matters."""


class Nights(QObject):
    """Reads the screenings beside the window, and keeps `Context.screening` the newest of its kind."""

    changed = Signal()
    """The list, a name in it, or the tour is another one."""

    def __init__(self, context: Context, parent: QObject | None = None, clock: Clock = system_clock) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._reading = False
        self._stale = False
        self.known = False
        """Whether the list was read yet."""
        self.tour: Tour | None = None
        self.all: tuple[Screening, ...] = ()
        """All screenings by their start."""
        self._programmes: dict[int, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.read)
        context.changed.connect(self._on_changed)
        context.night_changed.connect(self._remember)

    def read(self) -> None:
        """Read them; one reading at a time, and again if something changed meanwhile."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        desks = self._context.desks
        self._context.tasks.run(
            _("Reading the nights"),
            lambda _progress: (desks.touring.tour(), desks.touring.screenings(), desks.programming.rows()),
            self._take,
            self._fail,
        )

    def programme_name(self, screening: "Screening") -> str:
        """The name of its programme, empty when none was chosen."""
        return self._programmes.get(screening.programme_id or 0, "")

    def _on_changed(self, changes: Changes) -> None:
        subjects = {change.subject for change in changes}
        if subjects & _SUBJECTS:
            self.read()
        elif "programme" in subjects:
            self._pause.start()

    def _take(self, answer: "tuple[Tour | None, list[Screening], list[ProgrammeRow]]") -> None:
        self._reading = False
        tour, screenings, programmes = answer
        self.tour, self.all = tour, tuple(screenings)
        self._programmes = {row.id: row.name for row in programmes}
        self.known = True
        self._context.work_on(self._choice())
        self.changed.emit()
        if self._stale:
            self._stale = False
            self.read()

    def _fail(self, error: BaseException) -> None:
        self._reading = self._stale = False
        self._context.tasks.problem.emit(error)

    def _choice(self) -> "Screening | None":
        """The one worked on so far, else the one of last time, else the next to come, else the last there was."""
        now = self._context.screening
        remembered = now.id if now is not None else self._remembered()
        for screening in self.all:
            if screening.id == remembered:
                return screening
        coming = [screening for screening in self.all if screening.slot.curfew >= self._clock()]
        return coming[0] if coming else self.all[-1] if self.all else None

    def _key(self) -> str:
        # Ids mean something only within their database.
        return f"{LAST_NIGHT}/{self._context.desks.database.label}"

    def _remembered(self) -> int | None:
        value = str(self._context.settings.value(self._key(), ""))
        return int(value) if value.isdecimal() else None

    def _remember(self) -> None:
        screening = self._context.screening
        if screening is not None and screening.id is not None:
            self._context.settings.setValue(self._key(), screening.id)
