"""The programme that is being built: its steps with undo and redo, and what is being typed, on the clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from tourdesk.library.films import Film
from tourdesk.programming.programme import Item, Programme
from tourdesk.programming.running_order import RunningOrder, running_order
from tourdesk.programming.slot import Slot


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What the library says now of a version, kept apart from the steps: no undo brings an old run-time back."""

    title: str
    seconds: int | None
    approximate: bool
    film_id: int
    version_name: str
    directors: tuple[str, ...]


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

    What is undone and redone is the name, the gap and the items. The id, the revision and what the
    library says of films stand beside the steps: they are always those of now.
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
        self._facts: dict[int, VersionFacts] = {}
        self._typed: Programme | None = None
        self._slot: Slot | None = None
        self._order: RunningOrder | None = None
        self._adopting = False

    @property
    def programme(self) -> Programme:
        """The programme as it stands, without what is still being typed."""
        return self._of_now(self._steps)

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
    def order(self) -> RunningOrder | None:
        """The shown programme on the clock; None without a night or without a programme."""
        if self._order is None and self._slot is not None and self.is_open:
            self._order = running_order(self.shown, self._slot)
        return self._order

    @property
    def film_ids(self) -> frozenset[int]:
        """Every film that stands in the programme or could come back by undo."""
        return frozenset(facts.film_id for facts in self._facts.values())

    def open(self, programme: Programme | None) -> None:
        """Work on this programme from now on; its history begins here."""
        self.stack.clear()
        self._typed = None
        self._facts = {}
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

    def step(self, name: str, programme: Programme, typing: str = "") -> None:
        """Take a step that can be undone under its name; nothing happens when nothing changes.

        Steps in a row with the same `typing` are one: the letters typed into one field.
        """
        self._typed = None
        self._learn(programme)
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

    def learn_films(self, films: Mapping[int, Film]) -> None:
        """What the library says of films now."""
        for film in films.values():
            for version in film.versions:
                if version.id in self._facts and film.id is not None:
                    self._facts[version.id] = VersionFacts(
                        film.title,
                        version.seconds,
                        version.approximate,
                        film.id,
                        version.name,
                        film.directors,
                    )
        self._redraw()

    def _learn(self, programme: Programme) -> None:
        for item in programme.items:
            if item.version_id is not None and item.film_id is not None:
                self._facts[item.version_id] = VersionFacts(
                    item.title,
                    item.seconds,
                    item.approximate,
                    item.film_id,
                    item.version_name,
                    item.directors,
                )

    def _of_now(self, programme: Programme) -> Programme:
        items = tuple(self._item_of_now(item) for item in programme.items)
        return replace(programme, items=items, id=self._id, revision=self._revision)

    def _item_of_now(self, item: Item) -> Item:
        facts = self._facts.get(item.version_id) if item.version_id is not None else None
        if facts is None:
            return item
        return replace(
            item,
            title=facts.title,
            seconds=facts.seconds,
            approximate=facts.approximate,
            film_id=facts.film_id,
            version_name=facts.version_name,
            directors=facts.directors,
        )

    def _show(self, programme: Programme) -> None:
        self._steps = programme
        self._typed = None
        self._redraw()
        if not self._adopting:
            self.stepped.emit()

    def _redraw(self) -> None:
        self._order = None
        self.changed.emit()


def _same(one: Programme, other: Programme) -> bool:
    return (one.name, one.gap_seconds, one.items) == (other.name, other.gap_seconds, other.items)
