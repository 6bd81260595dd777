"""Where a search was found in the texts of the films in sight, asked for beside the window."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from tourdesk.foundation.language import later
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.tasks import Tasks
from tourdesk.library.finding.wanted import Snippet

_AT_ONCE = 60


class Snippets(QObject):
    """The snippets of one search; a missing one is fetched when it is asked for and `arrived` tells of it."""

    arrived = Signal()

    def __init__(
        self,
        snippets_of: Callable[[Sequence[int], str], Mapping[int, Snippet]],
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        """`snippets_of` is asked beside the window, with films and what is searched."""
        super().__init__(parent)
        self._snippets_of = snippets_of
        self._search = ""
        self._known: dict[int, Snippet | None] = {}
        self._wanted: dict[int, None] = {}
        self._latest = Latest(tasks, later("Looking where it was found"), self)
        self._latest.idle.connect(self._fetch)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    def search(self, words: str) -> None:
        """Something else is searched, or the films were changed: what was known is asked again."""
        self._search = words.strip()
        self._known.clear()
        self._wanted.clear()

    def of(self, film_id: int) -> Snippet | None:
        """Where the film has what is searched in its texts; None when it is elsewhere, or not known yet."""
        if not self._search:
            return None
        if film_id not in self._known:
            self._wanted[film_id] = None
            self._soon.start()
        return self._known.get(film_id)

    def _fetch(self) -> None:
        if not self._wanted or self._latest.busy:
            return
        # The last asked for is what is on the screen now.
        ids, search, snippets_of = list(self._wanted)[-_AT_ONCE:], self._search, self._snippets_of
        self._wanted.clear()

        def keep(found: Mapping[int, Snippet]) -> None:
            if search == self._search:
                self._known.update({film_id: found.get(film_id) for film_id in ids})
                if found:
                    self.arrived.emit()

        self._latest.ask(lambda: snippets_of(ids, search), keep)
