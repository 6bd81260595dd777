"""Making a paper beside the window; only the last one that was asked for is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from tourdesk.desks import Desks
from tourdesk.documents.evening import Edition, Evening
from tourdesk.documents.kinds import Kind, LibraryKind, NightKind, remarks_on_library, remarks_on_night
from tourdesk.documents.theme import Paper
from tourdesk.foundation.language import _
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.gui.context import Context
from tourdesk.gui.tasks import Task


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: which paper, on which sheet, of which night, and as it was published under which number.

    A paper of the library is of no night; None for the number means the programme as it is now.
    """

    kind: Kind
    paper: Paper
    screening_id: int | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made; `data` is None when the programme holds nothing yet."""

    order: Order
    programme: str
    data: bytes | None
    remarks: tuple[str, ...] = ()
    """What it cannot show as it was written, a sentence each."""
    editions: tuple[Edition, ...] = ()
    """What was published of the night's programme, `at` on the venue's clock."""


def make(desks: Desks, order: Order, progress: Progress, begun: Callable[[bytes], None]) -> Made:
    """Read the night, or the library, and make its paper; of a long one `begun` gets the first pages before."""
    if isinstance(order.kind, LibraryKind):
        collection = desks.collection()
        data = order.kind.make(collection, order.paper, progress, begun)
        return Made(order, "", data, remarks_on_library(order.kind, collection))
    if isinstance(order.kind, NightKind) and order.screening_id is not None:
        return _of_night(desks, order, order.kind, order.screening_id, progress)
    raise AssertionError("a paper of a night needs one")


def _of_night(desks: Desks, order: Order, kind: NightKind, screening_id: int, progress: Progress) -> Made:
    progress.at(0, 2)
    evening = desks.evening(screening_id, order.edition)
    name, editions = evening.programme.name, _editions(desks, evening)
    stop_if_cancelled(progress)
    if not evening.programme.items:
        return Made(order, name, None, editions=editions)
    progress.at(1, 2)
    data = kind.make(evening, order.paper)
    stop_if_cancelled(progress)
    progress.at(2, 2)
    return Made(order, name, data, remarks_on_night(kind, evening), editions)


def _editions(desks: Desks, evening: Evening) -> tuple[Edition, ...]:
    programme_id = evening.screening.programme_id
    if programme_id is None:
        return ()
    local = evening.screening.slot.local
    return tuple(Edition(one.number, local(one.at)) for one in desks.programming.published(programme_id))


class Maker(QObject):
    """Makes one paper at a time; a newer order stops the older one."""

    begun = Signal(object)
    """The bytes of a PDF of the first pages, of the order that is being worked on."""
    made = Signal(object)
    """Made."""
    failed = Signal(object)
    """The exception."""
    stopped = Signal()
    """The user stopped it."""

    # Emitted on the worker's thread, received on the GUI thread.
    _first_pages = Signal(object, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._first_pages.connect(self._tell_begun, Qt.ConnectionType.QueuedConnection)
        self._task: Task | None = None
        self._order: Order | None = None
        self._answered = False

    @property
    def busy(self) -> bool:
        """Whether a paper is being made."""
        return self._task is not None

    def make(self, order: Order) -> None:
        """Make this one now."""
        self.stop()
        self._order = order
        self._answered = False
        task = self._context.tasks.run(
            _("Making “{title}”", title=_(order.kind.title)),
            lambda progress: make(
                self._context.desks, order, progress, partial(self._first_pages.emit, order)
            ),
            partial(self._answer, order),
            partial(self._answer, order),
        )
        task.ended.connect(partial(self._ended, order))
        self._task = task

    def stop(self) -> None:
        """Make nothing any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._order = None

    @Slot(object, object)
    def _tell_begun(self, order: Order, data: bytes) -> None:
        if order is self._order and not self._answered:
            self.begun.emit(data)

    def _answer(self, order: Order, answer: Made | BaseException) -> None:
        if order is not self._order:
            return
        self._answered = True
        self._task = None
        if isinstance(answer, Made):
            self.made.emit(answer)
        else:
            self.failed.emit(answer)

    def _ended(self, order: Order) -> None:
        if isValid(self) and order is self._order and not self._answered:
            self._task = self._order = None
            self.stopped.emit()
