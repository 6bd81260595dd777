"""A programme under work: its draft, saved after every step beside the window, in step with the night and other desks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.programme.choosing import free_name
from tourdesk.gui.programme.draft import Draft
from tourdesk.gui.programme.saving import Saver, SaveState, sentence_of
from tourdesk.programming.desk import ProgrammeIsGone
from tourdesk.programming.programme import Item, Programme
from tourdesk.storage.changes import Change, Changes
from tourdesk.touring.night import Screening


class Work(QObject):
    """One programme under work, on the clock of one night: the context's, unless `opens` says which ones."""

    opened = Signal()
    """Another night or another programme is worked on."""

    def __init__(
        self,
        context: Context,
        parent: QObject | None = None,
        opens: Callable[[], tuple[int | None, Screening | None]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = context.desks.programming
        self._opens = opens or self._nights_programme
        self.draft = Draft(self)
        self.saver = Saver(self.desk, context.tasks, self)
        self._wanted: int | None = None
        self._known: dict[int, Programme] = {}
        """The programmes that were open before, as they were left: shown at once while they are read anew."""
        self._when_open: list[Callable[[], object]] = []
        self._opening = Latest(context.tasks, _("Opening the programme"), self)
        self._events = Latest(context.tasks, _("Reading the night"), self)
        self._films = Latest(context.tasks, _("Reading the films"), self)
        self._masters = Latest(context.tasks, _("Reading the master"), self)
        self._theirs = Latest(context.tasks, _("Reading the programme"), self)
        self._look_again = False
        self.draft.stepped.connect(lambda: self.saver.save(self.draft.programme))
        self.saver.saved.connect(self._on_saved)
        self.saver.state_changed.connect(self._on_save_state)
        context.changed.connect(self._on_changes)
        context.night_changed.connect(self.open_night)
        self.open_night()

    def _nights_programme(self) -> tuple[int | None, Screening | None]:
        screening = self.context.screening
        return (screening.programme_id if screening else None), screening

    def open_night(self) -> None:
        """Work on what the context's night shows; the history stays while it is the same programme.

        It is read beside the window: its slot is there at once, and its items where it was open before.
        """
        wanted, screening = self._opens()
        if wanted != self._wanted:
            self._leave()
            self._wanted = wanted
            self._when_open.clear()
            self.draft.open(self._known.get(wanted) if wanted is not None else None)
            self._read_wanted()
        self.draft.put_on(screening.slot if screening else None)
        self._ask_event()
        self.opened.emit()

    @property
    def is_opening(self) -> bool:
        """Whether a programme is being read that is not shown yet."""
        return self._wanted is not None and not self.draft.is_open and self._opening.busy

    @property
    def is_wanting(self) -> bool:
        """Whether a programme should be open that could not be read."""
        return self._wanted is not None and not self.draft.is_open and not self._opening.busy

    def when_open(self, do: Callable[[], object]) -> None:
        """Do something with the programme that is to be opened: at once, or as soon as it is there."""
        if self.draft.is_open:
            do()
        elif self._wanted is not None:
            self._when_open.append(do)

    def read_again(self) -> None:
        """Read a programme that could not be read."""
        self._read_wanted()
        self.opened.emit()

    def _read_wanted(self) -> None:
        wanted = self._wanted
        if wanted is not None:
            self._opening.ask(lambda: self._read(wanted), lambda found: self._show_read(wanted, found))

    def _show_read(self, wanted: int, found: Programme | ProblemForUser) -> None:
        if wanted != self._wanted:
            return
        if isinstance(found, ProblemForUser):
            self.context.tell(found.sentence)
            self.opened.emit()
        elif not self.draft.is_open:
            self.draft.open(found)
            self.opened.emit()
            waiting, self._when_open = self._when_open, []
            for do in waiting:
                do()
        elif self.draft.stack.count() or self.saver.holds(wanted):
            # Somebody is at work in what was known: what another desk has done to it comes as a step.
            self.draft.learn_films(found.items)
            self._look_again = True
            self._look_for_theirs()
        elif found.revision >= self.draft.programme.revision and found != self.draft.programme:
            self.draft.open(found)

    def _leave(self) -> None:
        """Another programme is opened in place of this one."""
        mine = self.draft.programme
        if mine.id is None:
            return
        if self.saver.state is SaveState.CONFLICT:
            self._known.pop(mine.id, None)
            self.saver.settle()
            self._keep_beside(mine)
        else:
            self._known[mine.id] = mine

    def _ask_event(self) -> None:
        """What is known of the night is asked beside the window: the clock does not wait for it."""
        (_programme, screening), touring = self._opens(), self.context.desks.touring
        if screening is not None:
            self._events.ask(lambda: touring.event(screening), self.draft.know)

    # Other desks.

    def may_leave(self) -> bool:
        """Whether another programme may be opened: not while somebody has to decide between two versions."""
        if self.saver.state is not SaveState.CONFLICT:
            return True
        self.context.tell(_("Please decide first which version of this programme stays: theirs or yours."))
        return False

    def close(self, again: Callable[[str], bool]) -> None:
        """The window closes: return when everything is saved, in a conflict beside what the other desk saved.

        `again` is asked, with what stands in the way, whether to try once more; else what was done last is lost.
        """
        self.saver.wait()
        if self.saver.state is SaveState.CONFLICT:
            try:
                self._save_beside(self.draft.programme)
            except ProblemForUser as problem:
                self.context.tell(problem.sentence)
            self.saver.settle()
            self.saver.wait()
        while self.saver.state is SaveState.FAILED and again(sentence_of(self.saver)):
            self.saver.wait()

    def _keep_beside(self, mine: Programme) -> None:
        """Keep one's own version of a programme that another desk has changed, beside the window."""

        def tell(kept: Programme) -> None:
            self.context.tell(
                _("Your version of “{name}” was kept as “{other}”.", name=mine.name, other=kept.name)
            )

        self.context.tasks.run(_("Saving the programme"), lambda _progress: self._save_beside(mine), tell)

    def _save_beside(self, mine: Programme) -> Programme:
        name = free_name(self.desk, _("{name}, from this desk", name=mine.name))
        return self.desk.save(replace(mine, name=name, id=None, revision=0))

    def load_theirs(self) -> None:
        """End a conflict: show what the other desk saved. Undo brings back what was here."""

        def load(theirs: Programme) -> None:
            self.saver.settle()
            self.draft.adopt(_("Load the other desk’s version"), theirs)

        self._decide(load)

    def keep_mine(self) -> None:
        """End a conflict: save what is here over what the other desk saved."""

        def keep(theirs: Programme) -> None:
            self.draft.saved(theirs.revision)
            self.saver.settle()
            self.saver.save(self.draft.programme)

        self._decide(keep)

    def _decide(self, how: Callable[[Programme], None]) -> None:
        """Read what the other desk saved, and end the conflict with it."""
        ours = self.draft.programme.id
        if ours is None:
            return

        def decide(theirs: Programme | ProblemForUser) -> None:
            if ours != self.draft.programme.id or self.saver.state is not SaveState.CONFLICT:
                return
            if isinstance(theirs, ProblemForUser):
                self.context.tell(theirs.sentence)
            else:
                how(theirs)

        self._theirs.ask(lambda: self._read(ours), decide)

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"}
        self._learn_films(films)
        master = self.draft.programme.master
        if master is not None and any(one.subject == "programme" and one.id == master.id for one in changes):
            self._learn_master(master.id)
        ours = Change("programme", self.draft.programme.id or 0)
        if any(
            one.subject in {"screening", "programme", "film", "programme rules", "tour rules"} and one != ours
            for one in changes
        ):
            self._ask_event()
        if ours in changes:
            self._look_again = True
            self._look_for_theirs()

    def _learn_films(self, changed: set[int]) -> None:
        """What the library says now of the films that the programme has is read beside the window."""
        known, ours, desk = self.draft.films, self.draft.programme.id, self.desk
        # The first licence that the library keeps says of all other films that they have none.
        waits = bool(changed) and any(film.licences is None for film in known)
        if not waits and changed.isdisjoint(film.film_id for film in known if film.film_id is not None):
            return

        def learn(films: Sequence[Item]) -> None:
            if ours == self.draft.programme.id and tuple(films) != self.draft.films:
                self.draft.learn_films(films)

        self._films.ask(lambda: desk.of_now(known), learn)

    def _learn_master(self, master_id: int) -> None:
        def learn(master: Programme | ProblemForUser) -> None:
            if isinstance(master, ProblemForUser):
                self.context.tell(master.sentence)
            else:
                self.draft.learn_master(master_id, master.revision)

        self._masters.ask(lambda: self._read(master_id), learn)

    def _look_for_theirs(self) -> None:
        """What another desk saved while nothing waited here is read beside the window."""
        programme, desk = self.draft.programme, self.desk
        ours, seen = programme.id, programme.revision
        if not self._look_again or not self._at_rest or ours is None:
            return
        self._look_again = False

        def read() -> Programme | ProblemForUser | None:
            try:
                return desk.newer(ours, seen)
            except ProblemForUser as problem:
                return problem

        self._theirs.ask(read, lambda theirs: self._show_theirs(ours, theirs))

    def _show_theirs(self, ours: int, theirs: Programme | ProblemForUser | None) -> None:
        """It is shown at once, as a step that can be undone."""
        if theirs is None or ours != self.draft.programme.id:
            return
        if isinstance(theirs, ProblemForUser):
            self.context.tell(theirs.sentence)
            return
        if not self._at_rest:
            self._look_again = (
                True  # a step was taken while it was read: that one is saved first, or is in conflict
            )
            return
        if theirs.revision <= self.draft.programme.revision:
            return
        before = self.draft.stack.index()
        self.draft.adopt(_("Changes of another desk"), theirs)
        if self.draft.stack.index() != before:
            self.context.tell(
                _("“{name}” was changed at another desk and is shown here as it is now.", name=theirs.name),
                _("Undo"),
                self.draft.stack.undo,
            )

    @property
    def _at_rest(self) -> bool:
        """Whether all that was done here is saved."""
        return self.saver.idle and self.saver.state is SaveState.SAVED

    def _read(self, programme_id: int) -> Programme | ProblemForUser:
        """A programme as the database holds it, or why it cannot be had; for a worker's thread."""
        try:
            return self.desk.programme(programme_id)
        except ProblemForUser as problem:
            return problem

    def _on_saved(self, programme: Programme) -> None:
        if programme.id == self.draft.programme.id:
            self.draft.saved(programme.revision)
        elif programme.id in self._known:
            left = self._known[programme.id]
            self._known[programme.id] = replace(left, revision=programme.revision)

    def _on_save_state(self) -> None:
        if self.saver.refused is not None and self._rescue(self.saver.refused):
            return
        said = {SaveState.SAVED: "", SaveState.SAVING: _("saving …")}
        self.context.say_saving(said.get(self.saver.state, _("the programme is not saved")))
        self._look_for_theirs()

    def _rescue(self, refused: int) -> bool:
        """Keep as another programme what was refused, where there is nothing to decide; whether that is so."""
        is_open, is_gone = refused == self.draft.programme.id, isinstance(self.saver.problem, ProgrammeIsGone)
        if is_open and not is_gone:
            return False
        mine = self.draft.programme if is_open else self._known.pop(refused)
        self.saver.settle()
        self._keep_beside(mine)
        if is_open:
            self.draft.open(None)
            self.opened.emit()
        return True
