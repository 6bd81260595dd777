"""Makes two records of one film one, after both were shown side by side."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.film_edits import FilmEdits
from tourdesk.gui.films.latest import Latest

if TYPE_CHECKING:  # Not needed to show films.
    from tourdesk.library.films import Film


class Merging:
    """Shows the two records that are to become one, and merges them when that is wanted."""

    def __init__(self, context: Context, edits: FilmEdits, owner: QWidget) -> None:
        self._context = context
        self._edits = edits
        self._owner = owner
        self._reading = Latest(context.tasks, _("Opening the records"), owner)

    def ask(self, film_ids: Sequence[int], merged: Callable[[int], None]) -> None:
        """Ask what of two records is kept; `merged` gets the id of the one that stays."""
        if len(film_ids) != 2:
            self._context.tell(
                _("Choose the two records of one film first (Ctrl and click), then merge them.")
            )
            return
        library = self._context.desks.library
        kept_id, gone_id = film_ids

        def show(films: "dict[int, Film]") -> None:
            if kept_id in films and gone_id in films:
                self._show(films[kept_id], films[gone_id], merged)

        self._reading.ask(lambda: library.films(film_ids), show)

    def _show(self, kept: "Film", gone: "Film", merged: Callable[[int], None]) -> None:
        from tourdesk.gui.films.edit.merge_dialog import MergeDialog  # noqa: PLC0415 - not needed to show films
        from tourdesk.library.merging import side_by_side  # noqa: PLC0415 - see above

        dialog = MergeDialog(side_by_side(kept, gone), self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._edits.merge(dialog.film, gone, lambda: merged(kept.id or 0)))
        dialog.open()
