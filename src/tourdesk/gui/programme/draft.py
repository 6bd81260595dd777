"""The programme that is being built: its steps with undo and redo, and what is being typed, on the clock."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from tourdesk.programming.event import UNKNOWN, Event
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.running_order import RunningOrder, running_order
from tourdesk.programming.slot import Slot

_OF_THE_LIBRARY = (
    "title",
    "seconds",
    "approximate",
    "film_id",
    "version_name",
    "directors",
    "ratings",
    "advisories",
    "copies",
    "licences",
)
"""What the library says now of a film's item, kept apart from the steps: no undo brings an old run-time back."""
_said_by_library = attrgetter(*_OF_THE_LIBRARY)


class _Step(QUndoCommand):
    """From one programme to another. Steps that name the same `typing` in a row become one."""

    def __init__(
        self, name: str, before: Programme, after: Programme, show: Callable[[Programme], None]
    ) -> None:
        super().__init__(name)
        self.before = before
        self.after = after
        self.typing = ""
        self._show = show

    def undo(self) -> None:
        self._show(self.before)

    def redo(self) -> None:
        self._show(self.after)

    def id(self) -> int:
        return 1 if self.typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _Step) or other.typing != self.typing:
            return False
        self.after = other.after
        return True


class Draft(QObject):
    """One programme under work, on the clock of one slot. It knows no database.

    What is undone and redone is the name, the gap, the items, and which revision of a master is followed. The id,
    the revisions of now and what the library says of films stand beside the steps.
    """

    changed = Signal()
    """The programme, the slot, or what is being typed: everything shown is to be drawn anew."""
    stepped = Signal()
    """A step was taken, undone or redone: the programme is to be saved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._steps = Programme("")
        self._id: int | None = None
        self._revision = 0
        self._films: dict[int, Item] = {}
        self._masters: dict[int, int] = {}
        self._typed: Programme | None = None
        self._slot: Slot | None = None
        self._event = UNKNOWN
        self._order: RunningOrder | None = None
        self._adopting = False
        self._now: Programme | None = None
        """The programme of now, put together once after every change."""

    @property
    def programme(self) -> Programme:
        """The programme as it stands, without what is still being typed."""
        if self._now is None:
            self._now = self._of_now(self._steps)
        return self._now

    @property
    def shown(self) -> Programme:
        """The programme with what is being typed."""
        return self._of_now(self._typed) if self._typed is not None else self.programme

    @property
    def is_open(self) -> bool:
        """Whether there is a programme to work on."""
        return self._id is not None

    @property
    def slot(self) -> Slot | None:
        """The slot of the night; None while there is no night."""
        return self._slot

    @property
    def known(self) -> Event:
        """What is known of the night beside its slot."""
        return self._event

    @property
    def order(self) -> RunningOrder | None:
        """The shown programme on the clock; None without a night or without a programme."""
        if self._order is None and self._slot is not None and self.is_open:
            self._order = running_order(self.shown, self._slot, self._event)
        return self._order

    @property
    def films(self) -> tuple[Item, ...]:
        """An item of every film's version that stands in the programme or could come back by undo."""
        return tuple(self._films.values())

    def open(self, programme: Programme | None) -> None:
        """Work on this programme from now on; its history begins here."""
        self.stack.clear()
        self._typed = None
        self._films, self._masters = {}, {}
        self._steps = programme or Programme("")
        self._learn(self._steps)
        self._id = programme.id if programme else None
        self._revision = programme.revision if programme else 0
        self._redraw()

    def put_on(self, slot: Slot | None) -> None:
        """Lay the programme on another slot."""
        if slot != self._slot:
            self._slot = slot
            self._redraw()

    def know(self, event: Event) -> None:
        """Count with this for the findings: what is known of the night beside its slot."""
        if event != self._event:
            self._event = event
            self._redraw()

    def step(self, name: str, programme: Programme, typing: str = "") -> None:
        """Take a step that can be undone under its name; nothing happens when nothing changes, or while none is open.

        Steps in a row with the same `typing` are one: the letters typed into one field.
        """
        if not self.is_open:
            return
        self._typed = None
        self._learn(programme)
        self._now = None
        before = self.programme
        if _same(before, self._of_now(programme)):
            self._redraw()
            return
        command = _Step(name, before, programme, self._show)
        command.typing = typing
        self.stack.push(command)

    def adopt(self, name: str, programme: Programme) -> None:
        """Take over what the database holds, as a step that can be undone, but need not be saved again."""
        self._adopting = True
        try:
            self.saved(programme.revision)
            self.step(name, programme)
        finally:
            self._adopting = False

    def preview(self, programme: Programme | None) -> None:
        """Show what is being typed before it is a step; None ends it."""
        if programme != self._typed:
            self._typed = programme
            self._redraw()

    def saved(self, revision: int) -> None:
        """The database holds a newer revision of this programme."""
        self._revision = revision
        self._now = None

    def learn_films(self, films: Iterable[Item]) -> None:
        """What the library says of films now, as items of their versions."""
        self._films.update({film.version_id: film for film in films if film.version_id is not None})
        self._redraw()

    def learn_master(self, master_id: int, revision: int) -> None:
        """The revision that a master has now."""
        if self._masters.get(master_id) != revision:
            self._masters[master_id] = revision
            self._redraw()

    def _learn(self, programme: Programme) -> None:
        for item in programme.items:
            if item.version_id is not None and item.film_id is not None:
                self._films[item.version_id] = item
        if (master := programme.master) is not None:
            self._masters[master.id] = max(master.revision, self._masters.get(master.id, 0))

    def _of_now(self, programme: Programme) -> Programme:
        items = tuple(self._item_of_now(item) for item in programme.items)
        master = programme.master
        if master is not None:
            master = replace(master, revision=self._masters.get(master.id, master.revision))
        return replace(programme, items=items, id=self._id, revision=self._revision, master=master)

    def _item_of_now(self, item: Item) -> Item:
        film = self._films.get(item.version_id) if item.version_id is not None else None
        if film is None or _said_by_library(item) == _said_by_library(film):
            return item
        return replace(item, **{name: getattr(film, name) for name in _OF_THE_LIBRARY})

    def _show(self, programme: Programme) -> None:
        self._steps, self._now = programme, None
        self._typed = None
        self._redraw()
        if not self._adopting:
            self.stepped.emit()

    def _redraw(self) -> None:
        self._order = self._now = None
        self.changed.emit()


def _same(one: Programme, other: Programme) -> bool:
    kept = ("name", "gap_seconds", "items", "master")
    return all(getattr(one, name) == getattr(other, name) for name in kept)
