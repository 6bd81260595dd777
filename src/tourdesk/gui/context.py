"""What every screen is given: the desks, the tasks beside, the night that is worked on, and where news goes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal

from tourdesk.desks import Desks
from tourdesk.gui.tasks import Tasks
from tourdesk.storage.changes import Changes

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.library.finding.wanted import Wanted
    from tourdesk.touring.night import Screening


class News(NamedTuple):
    """A line that slides in; `action` is what its button does ("Undo", "Show")."""

    sentence: str
    label: str = ""
    action: Callable[[], object] | None = None


class Context(QObject):
    """Shared by all screens of one window; it lives on the GUI thread."""

    changed = Signal(object)
    """Changes: what any desk committed, delivered on the GUI thread."""
    night_changed = Signal()
    """Another screening is worked on, or the same one was changed."""
    news = Signal(object)
    """News: to be shown by the frame."""
    saving = Signal(str)
    """What the status line says of unsaved work ("saving…"); empty: all is saved."""
    wanted = Signal(str)
    """The name of a screen somebody wants to see ("Films")."""

    thing_wanted = Signal(str, object)
    """Somebody wants to see the "film" of an id, the films of a "search", or the "paper" of a name."""
    night_wanted = Signal()
    """Somebody wants to make a new night."""
    sample_wanted = Signal()
    """Somebody wants to see the sample tour, which has a database of its own."""

    def __init__(
        self, desks: Desks, tasks: Tasks, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desks = desks
        self.tasks = tasks
        self.settings = settings
        self._screening: Screening | None = None
        self._stop_listening: Callable[[], None] = desks.database.changes.listen(self._on_commit)
        self._stop_watching: Callable[[], None] = _nothing
        if tasks.held:
            tasks.begun.connect(self._watch)
        else:
            self._watch()

    def _watch(self) -> None:
        self._stop_watching = self.desks.database.watch()

    def _on_commit(self, changes: Changes) -> None:
        # Called on the thread that committed, or heard of another desk; the queued signal brings it to the GUI thread.
        self.changed.emit(changes)

    @property
    def screening(self) -> "Screening | None":
        """The screening that is worked on, None when there is none yet."""
        return self._screening

    def work_on(self, screening: "Screening | None") -> None:
        """Make another screening the one that is worked on."""
        if screening != self._screening:
            self._screening = screening
            self.night_changed.emit()

    def tell(self, sentence: str, label: str = "", action: Callable[[], object] | None = None) -> None:
        """Show a line of news, with a button when there is something to undo or to show."""
        self.news.emit(News(sentence, label, action))

    def say_saving(self, words: str = "") -> None:
        """Tell the status line that something is not saved yet, and with no words that all is."""
        self.saving.emit(words)

    def show_screen(self, name: str) -> None:
        """Bring the screen with that word on the rail to the middle."""
        self.wanted.emit(name)

    def show_thing(self, kind: str, which: "int | str | Wanted") -> None:
        """Bring a "film" by its id, the films of a "search", or a "paper" by its name, to the middle."""
        self.thing_wanted.emit(kind, which)

    def new_night(self) -> None:
        """Open the form of a new night."""
        self.night_wanted.emit()

    def open_sample(self) -> None:
        """Open the sample tour in place of this database."""
        self.sample_wanted.emit()

    def close(self) -> None:
        """Stop listening to the database."""
        for stop in (self._stop_watching, self._stop_listening):
            stop()
        self._stop_watching = self._stop_listening = _nothing


def _nothing() -> None:
    """What stops listening when nobody listens any more."""
