"""Where wishes are remembered: per programme, and the last ones as a beginning for the tour's other programmes."""

from dataclasses import replace

from tourdesk.gui.context import Context
from tourdesk.programming.proposing.wishes import Wishes, read_wishes, written


class RememberedWishes:
    """The wishes of the programmes of one database."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, programme_id: int | None) -> Wishes:
        """The wishes of a programme; the tour's when it has none of its own yet."""
        settings = self._context.settings
        for key in (self._of_programme(programme_id), self._of_tour()):
            text = settings.value(key, "")
            if isinstance(text, str) and text:
                return read_wishes(text)
        return Wishes()

    def remember(self, programme_id: int | None, wishes: Wishes) -> None:
        """Keep the wishes of a programme; which films are wanted is the programme's own matter."""
        self._context.settings.setValue(self._of_programme(programme_id), written(wishes))
        self._context.settings.setValue(self._of_tour(), written(replace(wishes, must=(), never=())))

    def _of_programme(self, programme_id: int | None) -> str:
        # Ids mean something only within their database.
        return f"fit/{self._context.desks.database.label}/programme/{programme_id}"

    def _of_tour(self) -> str:
        screening = self._context.screening
        tour = screening.tour.id if screening is not None else None
        return f"fit/{self._context.desks.database.label}/tour/{tour}"
