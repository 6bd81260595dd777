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
from tourdesk.gui.programme.saving import Saver, SaveState
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
        self._events = Latest(context.tasks, _("Reading the night"), self)
        self._films = Latest(context.tasks, _("Reading the films"), self)
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
        """Work on what the context's night shows; the history stays while it is the same programme."""
        wanted, screening = self._opens()
        if wanted != self.draft.programme.id:
            self.keep_unsaved()
        if wanted != self.draft.programme.id or (wanted is None and self.draft.is_open):
            self.saver.settle()
            self.draft.open(self._read(wanted) if wanted is not None else None)
        self.draft.put_on(screening.slot if screening else None)
        self._ask_event()
        self.opened.emit()

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

    def keep_unsaved(self) -> None:
        """Before this programme is left: what could not be saved is saved now, in a conflict beside the other."""
        mine = self.draft.programme
        if self.saver.state not in {SaveState.CONFLICT, SaveState.FAILED}:
            return
        try:
            if self.saver.state is SaveState.CONFLICT:
                name = free_name(self.desk, _("{name}, from this desk", name=mine.name))
                self.desk.save(replace(mine, name=name, id=None, revision=0))
                self.context.tell(
                    _("Your version of “{name}” was kept as “{other}”.", name=mine.name, other=name)
                )
            else:
                self.draft.saved(self.desk.save(mine).revision)
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)
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
            self.draft.adopt(_("Load the other desk’s version"), theirs)

    def keep_mine(self) -> None:
        """End a conflict: save what is here over what the other desk saved."""
        theirs = self._newest()
        if theirs is not None:
            self.draft.saved(theirs.revision)
            self.saver.settle()
            self.saver.save(self.draft.programme)

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"}
        self._learn_films(films)
        master = self.draft.programme.master
        if master is not None and any(one.subject == "programme" and one.id == master.id for one in changes):
            self._learn_master(master.id)
        ours = Change("programme", self.draft.programme.id or 0)
        if any(one.subject in {"screening", "programme", "film"} and one != ours for one in changes):
            self._ask_event()
        if ours in changes:
            self._look_again = True
            self._look_for_theirs()

    def _learn_films(self, changed: set[int]) -> None:
        """What the library says now of the films that the programme has is read beside the window."""
        known, ours, desk = self.draft.films, self.draft.programme.id, self.desk
        if changed.isdisjoint(film.film_id for film in known if film.film_id is not None):
            return

        def learn(films: Sequence[Item]) -> None:
            if ours == self.draft.programme.id and tuple(films) != self.draft.films:
                self.draft.learn_films(films)

        self._films.ask(lambda: desk.of_now(known), learn)

    def _learn_master(self, master_id: int) -> None:
        try:
            self.draft.learn_master(master_id, self.desk.programme(master_id).revision)
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)

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

    def _newest(self) -> Programme | None:
        programme_id = self.draft.programme.id
        return self._read(programme_id) if programme_id is not None else None

    def _read(self, programme_id: int) -> Programme | None:
        """A programme as the database holds it; None, with the reason told, when another desk removed it."""
        try:
            return self.desk.programme(programme_id)
        except ProblemForUser as problem:
            self.context.tell(problem.sentence)
            return None

    def _on_saved(self, programme: Programme) -> None:
        if programme.id == self.draft.programme.id:
            self.draft.saved(programme.revision)

    def _on_save_state(self) -> None:
        said = {SaveState.SAVED: "", SaveState.SAVING: _("saving …")}
        self.context.say_saving(said.get(self.saver.state, _("the programme is not saved")))
        self._look_for_theirs()
