"""Building a programme: each deed of the user as one named step, saved at once, in step with other desks."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.durations import parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import Context
from tourdesk.gui.programme import words
from tourdesk.gui.programme.choosing import free_name
from tourdesk.gui.programme.draft import Draft
from tourdesk.gui.programme.saving import Saver, SaveState
from tourdesk.programming import editing
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.storage.changes import Changes


class Builder(QObject):
    """The draft of the night's programme with everything that can be done to it."""

    select_wanted = Signal(list)
    """Item keys: what the deed was about is to be selected."""
    opened = Signal()
    """Another night or another programme is worked on."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desks.programming
        self.draft = Draft(self)
        self.saver = Saver(self._desk, context.tasks, self)
        self._look_again = False
        self.draft.stepped.connect(lambda: self.saver.save(self.draft.programme))
        self.saver.saved.connect(self._on_saved)
        self.saver.state_changed.connect(self._on_save_state)
        context.changed.connect(self._on_changes)
        context.night_changed.connect(self.open_night)
        self.open_night()

    def open_night(self) -> None:
        """Work on what the context's night shows; the history stays while it is the same programme."""
        screening = self._context.screening
        wanted = screening.programme_id if screening else None
        if wanted != self.draft.programme.id:
            self.keep_unsaved()
        if wanted != self.draft.programme.id or (wanted is None and self.draft.is_open):
            self.saver.settle()
            self.draft.open(self._read(wanted) if wanted is not None else None)
        self.draft.put_on(screening.slot if screening else None)
        self.opened.emit()

    # Deeds. Positions are places between items, 0 before the first.

    def add_films(self, film_ids: Sequence[int], position: int) -> None:
        """Put films into the programme."""
        try:
            items = [self._desk.film_item(film_id) for film_id in film_ids]
        except ProblemForUser as problem:
            self._context.tell(problem.sentence)
            return
        self._insert(items, position)

    def add_item(self, kind: ItemKind, position: int) -> None:
        """Put something in that is no film, as long as it usually is."""
        item = Item(editing.new_key(), kind, words.KIND_WORDS[kind], words.USUAL_SECONDS[kind])
        self._insert([item], position)

    def remove(self, keys: Collection[str]) -> None:
        """Take items out; the one behind them is selected."""
        programme = self.draft.programme
        left = editing.remove(programme, keys)
        last = max(place for place, item in enumerate(programme.items) if item.key in keys)
        behind = [item.key for item in programme.items[last + 1 :]] or [item.key for item in left.items[-1:]]
        self.draft.step(f"Remove {self._named(keys)}", left)
        self.select_wanted.emit(behind[:1])

    def move(self, keys: Collection[str], position: int) -> None:
        """Put items together at another place."""
        moved = editing.move(self.draft.programme, keys, position)
        self.draft.step(f"Move {self._named(keys)}", moved)
        self.select_wanted.emit(list(keys))

    def move_earlier(self, keys: Collection[str]) -> None:
        """Each of the items one place up."""
        self.draft.step(f"Move {self._named(keys)} up", editing.move_earlier(self.draft.programme, keys))

    def move_later(self, keys: Collection[str]) -> None:
        """Each of the items one place down."""
        self.draft.step(f"Move {self._named(keys)} down", editing.move_later(self.draft.programme, keys))

    def set_seconds(self, key: str, seconds: int) -> None:
        """Give an item that is no film its duration."""
        changed = editing.set_seconds(self.draft.programme, key, seconds)
        self.draft.step(f"Duration of {self._named([key])}", changed)

    def set_typed_seconds(self, key: str, text: str) -> None:
        """Give an item the duration that was typed. Raises ProblemForUser when it is none."""
        self.set_seconds(key, parse_duration(text))

    def preview_seconds(self, key: str, text: str) -> None:
        """Show what a typed duration would mean; what is no duration is not shown."""
        try:
            seconds = parse_duration(text)
        except ProblemForUser:
            return
        self.preview_length(key, seconds)

    def preview_length(self, key: str, seconds: int | None) -> None:
        """Show what another duration would mean; None ends it."""
        if seconds is None:
            self.draft.preview(None)
            return
        self.draft.preview(editing.set_seconds(self.draft.programme, key, seconds))

    def preview_usual_gap(self, seconds: int | None) -> None:
        """Show what another gap would mean; None ends it."""
        if seconds is None:
            self.draft.preview(None)
            return
        self.draft.preview(editing.set_usual_gap(self.draft.programme, seconds))

    def set_title(self, key: str, title: str) -> None:
        """Give an item that is no film another title."""
        changed = editing.set_title(self.draft.programme, key, title)
        self.draft.step(f"Title of {self._named([key])}", changed, typing=f"title {key}")

    def set_gap(self, key: str, seconds: int | None) -> None:
        """Give an item its own gap, or the programme's again."""
        changed = editing.set_gap(self.draft.programme, key, seconds)
        self.draft.step(f"Gap after {self._named([key])}", changed)

    def set_usual_gap(self, seconds: int) -> None:
        """Another gap between all neighbours of a part."""
        self.draft.step("Gap of the programme", editing.set_usual_gap(self.draft.programme, seconds))

    def set_script(self, key: str, script: str) -> None:
        """What the MC says."""
        changed = editing.set_script(self.draft.programme, key, script)
        self.draft.step(f"Script of {self._named([key])}", changed, typing=f"script {key}")

    def set_cue(self, key: str, cue: str) -> None:
        """What the projectionist does."""
        changed = editing.set_cue(self.draft.programme, key, cue)
        self.draft.step(f"Cue of {self._named([key])}", changed, typing=f"cue {key}")

    def set_version(self, key: str, version_id: int) -> None:
        """Show another version of a film."""
        programme = self.draft.programme
        item = next(item for item in programme.items if item.key == key)
        if item.film_id is None or item.version_id == version_id:
            return
        other = self._desk.film_item(item.film_id, version_id)
        kept = replace(other, key=key, gap_after=item.gap_after, script=item.script, cue=item.cue)
        items = tuple(kept if one.key == key else one for one in programme.items)
        self.draft.step(f"Version of {self._named([key])}", programme.with_items(items))

    def rename(self, name: str) -> None:
        """Give the programme another name. Raises ProblemForUser when it is empty or taken."""
        name = name.strip()
        programme = self.draft.programme
        if not name:
            raise ProblemForUser("A programme needs a name; please type one.")
        taken = [row for row in self._desk.rows() if row.id != programme.id and row.name == name]
        if taken:
            raise ProblemForUser(f"Another programme is already called “{name}”; please choose another name.")
        self.draft.step("Name of the programme", replace(programme, name=name))

    def take_proposal(self, programme: Programme) -> None:
        """Put the items of a proposal in place of those of now."""
        self.draft.step("Take the proposal", self.draft.programme.with_items(programme.items))
        self.select_wanted.emit([])

    # Other desks.

    def may_leave(self) -> bool:
        """Whether another programme may be opened: not while somebody has to decide between two versions."""
        if self.saver.state is not SaveState.CONFLICT:
            return True
        self._context.tell("Please decide first which version of this programme stays: theirs or yours.")
        return False

    def keep_unsaved(self) -> None:
        """Before this programme is left: what could not be saved is saved now, in a conflict beside the other."""
        mine = self.draft.programme
        if self.saver.state not in {SaveState.CONFLICT, SaveState.FAILED}:
            return
        try:
            if self.saver.state is SaveState.CONFLICT:
                name = free_name(self._desk, f"{mine.name}, from this desk")
                self._desk.save(replace(mine, name=name, id=None, revision=0))
                self._context.tell(f"Your version of “{mine.name}” was kept as “{name}”.")
            else:
                self.draft.saved(self._desk.save(mine).revision)
        except ProblemForUser as problem:
            self._context.tell(problem.sentence)
        else:
            self.saver.settle()

    def save_again(self) -> None:
        """Try once more what did not work."""
        self.saver.save(self.draft.programme)

    def load_theirs(self) -> None:
        """End a conflict: show what the other desk saved. Undo brings back what was here."""
        theirs = self._newest()
        if theirs is not None:
            self.saver.settle()
            self.draft.adopt("Load the other desk’s version", theirs)

    def keep_mine(self) -> None:
        """End a conflict: save what is here over what the other desk saved."""
        theirs = self._newest()
        if theirs is not None:
            self.draft.saved(theirs.revision)
            self.saver.settle()
            self.saver.save(self.draft.programme)

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"} & self.draft.film_ids
        if films:
            self.draft.learn_films(self._context.desks.library.films(films))
        ours = self.draft.programme.id
        if any(change.subject == "programme" and change.id == ours for change in changes):
            self._look_again = True
            self._look_for_theirs()

    def _look_for_theirs(self) -> None:
        """What another desk saved while nothing waited here is shown at once, as a step that can be undone."""
        if not self._look_again or not self.saver.idle or self.saver.state is not SaveState.SAVED:
            return
        self._look_again = False
        theirs = self._newest()
        if theirs is None or theirs.revision <= self.draft.programme.revision:
            return
        before = self.draft.stack.index()
        self.draft.adopt("Changes of another desk", theirs)
        if self.draft.stack.index() != before:
            self._context.tell(
                f"“{theirs.name}” was changed at another desk and is shown here as it is now.",
                "Undo",
                self.draft.stack.undo,
            )

    def _newest(self) -> Programme | None:
        programme_id = self.draft.programme.id
        return self._read(programme_id) if programme_id is not None else None

    def _read(self, programme_id: int) -> Programme | None:
        """A programme as the database holds it; None, with the reason told, when another desk removed it."""
        try:
            return self._desk.programme(programme_id)
        except ProblemForUser as problem:
            self._context.tell(problem.sentence)
            return None

    def _on_saved(self, programme: Programme) -> None:
        if programme.id == self.draft.programme.id:
            self.draft.saved(programme.revision)

    def _on_save_state(self) -> None:
        said = {SaveState.SAVED: "", SaveState.SAVING: "saving …"}
        self._context.say_saving(said.get(self.saver.state, "the programme is not saved"))
        self._look_for_theirs()

    def _insert(self, items: Sequence[Item], position: int) -> None:
        if not items:
            return
        name = f"“{items[0].title}”" if len(items) == 1 else f"{len(items)} items"
        self.draft.step(f"Add {name}", editing.insert(self.draft.programme, position, items))
        self.select_wanted.emit([item.key for item in items])

    def _named(self, keys: Collection[str]) -> str:
        titles = [item.title for item in self.draft.programme.items if item.key in keys]
        return f"“{titles[0]}”" if len(titles) == 1 else f"{len(titles)} items"
