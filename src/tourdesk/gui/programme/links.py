"""What the programme is linked with: the master that it varies, and what was published of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from tourdesk.foundation.dates import day_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.programme.builder import Builder
from tourdesk.programming.desk import Followed
from tourdesk.programming.difference import Difference, difference
from tourdesk.programming.programme import Programme
from tourdesk.programming.publishing import Published
from tourdesk.storage.changes import Changes


@dataclass(frozen=True, slots=True)
class _Read:
    """What the database says of one programme's links."""

    programme_id: int | None = None
    master: Programme | None = None
    editions: tuple[Published, ...] = ()


class Links(QObject):
    """Follows the builder's programme; the differences are counted with every step, from what was read last."""

    changed = Signal()

    def __init__(self, builder: Builder, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self._context = context
        self._desk = context.desks.programming
        self._latest = Latest(context.tasks, _("Reading the programme’s links"), self)
        self._read = _Read()
        builder.opened.connect(self.refresh)
        builder.draft.changed.connect(self.changed)
        context.changed.connect(self._on_changes)
        self.refresh()

    @property
    def editions(self) -> tuple[Published, ...]:
        """What was published of the programme, the first one first."""
        return self._read.editions if self._read.programme_id == self._programme.id else ()

    @property
    def from_master(self) -> Difference | None:
        """How the programme differs from its master of now; None while it varies none or nobody has read it."""
        link, master = self._programme.master, self._read.master
        if link is None or master is None or link.id != master.id:
            return None
        return difference(replace(master, name=self._programme.name), self._programme)

    def local(self, edition: Published) -> datetime:
        """When an edition was published, on the venue's clock, as papers say it; without a night, on this computer's."""
        slot = self._builder.draft.slot
        return edition.at.astimezone() if slot is None else slot.local(edition.at)

    def told(self, edition: Published) -> str:
        """An edition by number and date: `number 2 of 18 May 2027`."""
        on = day_text(self.local(edition).date())
        return _("number {number} of {day}", number=edition.number, day=on)

    def since(self, edition: Published) -> Difference:
        """What has changed since an edition was published."""
        return difference(edition.programme, self._programme)

    @property
    def _programme(self) -> Programme:
        return self._builder.draft.programme

    def refresh(self) -> None:
        """Read the master and the editions anew, beside the window."""
        programme, desk = self._programme, self._desk
        programme_id, link = programme.id, programme.master
        if programme_id is None:
            self._take(_Read())
            return

        def read() -> _Read:
            master = desk.programme(link.id) if link is not None else None
            return _Read(programme_id, master, tuple(desk.published(programme_id)))

        self._latest.ask(read, self._take)

    def _take(self, read: _Read) -> None:
        self._read = read
        self.changed.emit()

    def _on_changes(self, changes: Changes) -> None:
        link = self._programme.master
        ours = {self._programme.id, link.id if link is not None else None}
        if any(change.subject == "programme" and change.id in ours for change in changes):
            self.refresh()

    # Deeds.

    def follow(self) -> None:
        """Take over what the master has changed; undo takes it back."""
        link = self._programme.master
        if link is None:
            return
        name = _("Take the changes of “{master}”", master=link.name)

        def done(followed: Followed) -> None:
            if followed.programme.id != self._programme.id:
                return
            self._builder.draft.adopt(name, followed.programme)
            for sentence in followed.kept:
                self._context.tell(sentence)

        self._saved(self._desk.follow, name, done)

    def publish(self) -> None:
        """Freeze the programme as it is now."""

        def done(edition: Published) -> None:
            self._context.tell(
                _(
                    "“{name}” was published: {edition}.",
                    name=edition.programme.name,
                    edition=self.told(edition),
                )
            )
            self.refresh()

        self._saved(self._desk.publish, _("Publishing"), done)

    def _saved(self, work: Callable[[int], object], name: str, done: Callable[..., None]) -> None:
        """Do something to the programme in the database, when all that was done here is in it."""
        self._builder.saver.wait()
        programme_id = self._programme.id
        if programme_id is None or not self._builder.may_leave():
            return

        def failed(error: BaseException) -> None:
            if isinstance(error, ProblemForUser):
                self._context.tell(error.sentence)
            else:
                self._context.tasks.problem.emit(error)

        self._context.tasks.run(name, lambda _progress: work(programme_id), done, failed)


def counted(found: Difference) -> str:
    """How much differs, by what was done: `2 added, 1 moved`."""
    said = (
        (len(found.added), n_("{n} added", "{n} added", len(found.added))),
        (len(found.removed), n_("{n} taken out", "{n} taken out", len(found.removed))),
        (len(found.moved), n_("{n} moved", "{n} moved", len(found.moved))),
        (len(found.changed), n_("{n} changed", "{n} changed", len(found.changed))),
        (int(found.gap is not None), _("another gap")),
        (int(found.name is not None), _("another name")),
    )
    return ", ".join(words for count, words in said if count) or _("no difference")
