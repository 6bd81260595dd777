"""What is told when a night was made, changed or removed, each with its Undo."""

from functools import partial
from typing import TYPE_CHECKING

from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.frame.words import night_text

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.touring.night import Screening


def night_saved(context: Context, screening: "Screening", before: "Screening | None") -> None:
    """Work on the night that was saved, and tell of it; `before` is what it was, None when it is new."""
    came_from = context.screening
    context.work_on(screening)
    if before is None:
        sentence = _("{night} was made.", night=night_text(screening))
        undo = partial(_unmake, context, screening, came_from)
    else:
        sentence = _("{night} was changed.", night=night_text(screening))
        undo = partial(_put_back, context, before)
    context.tell(sentence, _("Undo"), undo)


def remove_night(context: Context) -> None:
    """Remove the night that is worked on; its programme stays."""
    screening = context.screening
    if screening is None or screening.id is None:
        return
    night_id = screening.id
    context.tasks.run(
        _("Removing the night"),
        lambda _progress: context.desks.touring.remove_screening(night_id),
        partial(_removed, context),
    )


def _removed(context: Context, screening: "Screening") -> None:
    context.tell(
        _("{night} was removed.", night=night_text(screening)),
        _("Undo"),
        partial(_put_back, context, screening),
    )


def _put_back(context: Context, screening: "Screening") -> None:
    context.tasks.run(
        _("Putting the night back"),
        lambda _progress: context.desks.touring.save_screening(screening),
        context.work_on,
    )


def _unmake(context: Context, screening: "Screening", came_from: "Screening | None") -> None:
    if screening.id is None:
        return
    night_id = screening.id
    context.tasks.run(
        _("Removing the night"),
        lambda _progress: context.desks.touring.remove_screening(night_id),
        lambda _removed: context.work_on(came_from),
    )
