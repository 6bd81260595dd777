"""Judging films by single keys: whose verdict it is, and what a key does to the chosen films."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later, n_
from tourdesk.foundation.text import folded
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.films import acts
from tourdesk.gui.films.steps import Steps
from tourdesk.gui.films.verdicts.words import PICTURES
from tourdesk.gui.icons import icon
from tourdesk.library.committee.verdicts import MOST_STARS, Choice, Member, Stroke, Verdict, in_words
from tourdesk.storage.changes import Changes

if TYPE_CHECKING:
    from tourdesk.library.committee.desk import Marked

SETTING = "committee/member"
"""The name of who judges at this desk; a name and not an id, as databases have committees of their own."""

_KEYS = {
    Choice.MUST: Act(later("Must"), "ok", "M", later("Your verdict on the chosen films: must")),
    Choice.MAYBE: Act(later("Maybe"), "question", "Y", later("Your verdict on the chosen films: maybe")),
    Choice.NO: Act(later("No"), "close", "N", later("Your verdict on the chosen films: no")),
}
_STARS = (
    later("One star"),
    later("Two stars"),
    later("Three stars"),
    later("Four stars"),
    later("Five stars"),
)

Chosen = Callable[[], Sequence[int]]
Answer = TypeVar("Answer")


class Judging(QObject):
    """Gives and takes back the verdicts of one member, one after the other and beside the window.

    After a key the film stays chosen: a verdict is a choice, stars and a word, and the arrow down goes on.
    """

    committee_found = Signal()
    """This database has a committee."""
    member_changed = Signal()
    """Another member judges at this desk."""

    def __init__(self, context: Context, owner: QWidget, chosen: Chosen, steps: Steps) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._chosen = chosen
        self._steps = steps
        self._member: Member | None = None
        self._asking = False
        self._waiting: deque[tuple[Callable[[], Any], Callable[[Any], None]]] = deque()
        self._busy = False
        self.choices = {
            choice: add_action(owner, act, partial(self.give, Stroke(choice)))
            for choice, act in _KEYS.items()
        }
        self.stars = {
            stars: add_action(
                owner,
                Act(_STARS[stars - 1], "star", str(stars)),
                partial(self.give, Stroke(stars=stars)),
            )
            for stars in range(1, MOST_STARS + 1)
        }
        self.back = add_action(
            owner,
            Act(later("Take my verdict back"), "undo", "Backspace", later("Say nothing of the chosen films")),
            self.take_back,
        )
        self.other = add_action(
            owner, Act(later("Who is judging…"), "edit", tip=later("Judge under another name")), self.ask
        )
        self.members = add_action(
            owner,
            acts.COMMITTEE,
            self.show_members,
        )
        context.changed.connect(self._on_changes)
        for choice, action in self.choices.items():
            action.setIcon(icon(*PICTURES[choice]))
        for action in self.keys:
            # A key that is held down says the same once.
            action.setAutoRepeat(False)

    @property
    def keys(self) -> tuple[QAction, ...]:
        """The actions of single keys."""
        return (*self.choices.values(), *self.stars.values(), self.back)

    @property
    def member(self) -> Member | None:
        """Who judges at this desk, None until somebody has said so."""
        return self._member

    def recall(self) -> None:
        """Take up again who judged here last, if the committee of this database has that member."""
        desks = self._context.desks

        def found(members: tuple[Member, ...]) -> None:
            if members:
                self.committee_found.emit()
            # Whoever judges here may be called otherwise now.
            same = [one for one in members if self._member is not None and one.id == self._member.id]
            if same:
                self._context.settings.setValue(SETTING, same[0].name)
            # Asked now: somebody may have said a name while the members were read.
            name = folded(str(self._context.settings.value(SETTING, "")))
            here = [member for member in members if folded(member.name) == name and not member.left]
            if name:
                self._take_member(here[0] if here else None)

        self._context.tasks.run(
            _("Reading the committee"), lambda _progress: desks.committee.members(), found
        )

    def give(self, stroke: Stroke, films: Sequence[int] | None = None) -> None:
        """Change one's verdict on the chosen films, or on these."""
        committee, wanted = self._context.desks.committee, tuple(self._chosen() if films is None else films)
        said = in_words(stroke.on(Verdict()))

        def now(member_id: int) -> None:
            self._change(
                lambda: committee.give(member_id, wanted, stroke),
                n_("{verdict}: {n} film.", "{verdict}: {n} films.", len(wanted), verdict=said),
            )

        if wanted:
            self._as_member(now)

    def take_back(self) -> None:
        """Say nothing of the chosen films any more."""
        committee, wanted = self._context.desks.committee, tuple(self._chosen())

        def now(member_id: int) -> None:
            self._change(
                lambda: committee.take_back(member_id, wanted),
                n_("Verdict on {n} film taken back.", "Verdicts on {n} films taken back.", len(wanted)),
            )

        if wanted:
            self._as_member(now)

    def ask(self) -> None:
        """Ask who is judging, whoever it was."""
        self._ask(lambda _member_id: None)

    def show_members(self) -> None:
        """Show the members of the committee, to change them."""
        context, owner = self._context, self._owner

        def show(members: tuple[Member, ...]) -> None:
            from tourdesk.gui.films.verdicts.members_dialog import MembersDialog  # noqa: PLC0415 - not needed to show films

            MembersDialog(context, members, owner.window()).open()

        committee = context.desks.committee
        context.tasks.run(_("Reading the committee"), lambda _progress: committee.members(), show)

    # Within.

    def _on_changes(self, changes: Changes) -> None:
        if any(change.subject == "committee member" for change in changes):
            self.recall()

    def _as_member(self, then: Callable[[int], None]) -> None:
        if self._member is not None and self._member.id is not None:
            then(self._member.id)
        else:
            self._ask(then)

    def _ask(self, then: Callable[[int], None]) -> None:
        if self._asking:
            return
        self._asking = True
        committee, tasks = self._context.desks.committee, self._context.tasks

        def joined(member: Member) -> None:
            self._context.settings.setValue(SETTING, member.name)
            self.committee_found.emit()
            self._take_member(member)
            if member.id is not None:
                then(member.id)

        def open_dialog(members: tuple[Member, ...]) -> None:
            from tourdesk.gui.films.verdicts.member_dialog import MemberDialog  # noqa: PLC0415 - not needed to show films

            dialog = MemberDialog(members, self._owner.window())
            dialog.chosen.connect(
                lambda name: tasks.run(_("Saving"), lambda _progress: committee.join(name), joined)
            )
            dialog.finished.connect(self._asked)
            dialog.open()

        def failed(error: BaseException) -> None:
            self._asked()
            tasks.problem.emit(error)

        tasks.run(_("Reading the committee"), lambda _progress: committee.members(), open_dialog, failed)

    def _asked(self) -> None:
        self._asking = False

    def _take_member(self, member: Member | None) -> None:
        if member != self._member:
            self._member = member
            self.member_changed.emit()

    def _change(self, work: "Callable[[], Marked]", sentence: str) -> None:
        def done(marked: "Marked") -> None:
            if not marked.before:
                return
            if len(marked.before) > 1:
                self._steps.tell(sentence, lambda: self._undo(marked))
            else:
                # One film's verdict is seen where it is given: news of each would queue up behind quick fingers.
                self._steps.remember(lambda: self._undo(marked))

        self._in_turn(work, done)

    def _undo(self, marked: "Marked") -> None:
        committee = self._context.desks.committee
        self._in_turn(lambda: committee.undo(marked), lambda _nothing: None)

    def _in_turn(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """One after the other: of two keys pressed quickly the later one must be saved later."""
        self._waiting.append((work, done))
        if not self._busy:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._busy = False
            return
        self._busy = True
        work, done = self._waiting.popleft()
        self._context.tasks.run(
            _("Saving the verdict"),
            lambda _progress: work(),
            lambda answer: self._ended(done, answer),
            self._failed,
        )

    def _ended(self, done: Callable[[Answer], None], answer: Answer) -> None:
        done(answer)
        self._next()

    def _failed(self, error: BaseException) -> None:
        self._waiting.clear()
        self._busy = False
        if isinstance(error, ProblemForUser):
            # The member may be gone: the next key asks anew.
            self._take_member(None)
            self.recall()
        self._context.tasks.problem.emit(error)
