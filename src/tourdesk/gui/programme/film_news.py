"""The news that a film lasts another time now, for every programme that shows it and is not open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_, quoted
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.programming.listing import Outgrown
from tourdesk.storage.changes import Changes


class FilmNews(QObject):
    """Looks after every change of films; what is open says it by its finding, of the others it is told, once each."""

    def __init__(self, context: Context, opened: Callable[[], int | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._opened = opened
        self._latest = Latest(context.tasks, _("Looking for programmes of the films"), self)
        self._films: set[int] = set()
        self._told: set[Outgrown] = set()
        context.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        # A question that waits may be dropped for a newer one: that one asks for the films of both.
        self._films |= {change.id for change in changes if change.subject == "film"}
        if not self._films:
            return
        films, desk = frozenset(self._films), self._context.desks.programming

        def tell(found: Sequence[Outgrown]) -> None:
            self._films -= films
            self._tell([one for one in found if one not in self._told and one.programme_id != self._opened()])

        self._latest.ask(lambda: desk.outgrown(films), tell)

    def _tell(self, found: Sequence[Outgrown]) -> None:
        self._told.update(found)
        if len(found) == 1:
            (one,) = found
            self._context.tell(
                _(
                    "“{title}” lasts {now} now instead of {was}; “{programme}” shows it, please check that evening.",
                    title=one.title,
                    now=clock_text(one.now),
                    was=clock_text(one.was),
                    programme=one.programme,
                )
            )
        elif found:
            programmes = list(dict.fromkeys(one.programme for one in found))
            films = len({one.title for one in found})
            self._context.tell(
                n_(
                    "{n} film lasts another time now; please check {programmes}.",
                    "{n} films last another time now; please check {programmes}.",
                    films,
                    programmes=", ".join(quoted(name) for name in programmes),
                )
            )
