"""Films are removed from the library; *Undo* puts them back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.films.steps import Steps

if TYPE_CHECKING:
    from tourdesk.library.desk import Removed


def remove(context: Context, steps: Steps, film_ids: Sequence[int]) -> None:
    """Remove these films beside the window, all or none, and tell of it."""
    desks, tasks = context.desks, context.tasks
    if not film_ids:
        return

    def put_back(removed: "Removed") -> None:
        said = n_(
            "“{title}” is back.", "{n:,} films are back.", len(removed.films), title=removed.films[0].title
        )
        steps.run(_("Putting back"), lambda progress: desks.library.undo_remove(removed, progress), said)

    def removed(gone: "Removed") -> None:
        number, title = len(gone.films), gone.films[0].title
        said = n_("“{title}” removed.", "{n:,} films removed.", number, title=title)
        steps.tell(said, lambda: put_back(gone))

    tasks.run(_("Removing"), lambda progress: desks.library.remove(film_ids, progress), removed)
