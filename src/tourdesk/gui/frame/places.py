"""The screens there are, in the order of the rail. Each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from tourdesk.foundation.language import later
from tourdesk.gui.context import Context
from tourdesk.gui.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the rail: its word, its icon, and how its screen is made."""

    name: str
    icon: str
    make: Callable[[Context], Screen]


def _films(context: Context) -> Screen:
    from tourdesk.gui.films.screen import FilmsScreen  # noqa: PLC0415 - the window opens before it is needed

    return FilmsScreen(context)


def _programme(context: Context) -> Screen:
    from tourdesk.gui.programme.screen import ProgrammeScreen  # noqa: PLC0415 - see above

    return ProgrammeScreen(context)


def _paper(context: Context) -> Screen:
    from tourdesk.gui.paper.screen import PaperScreen  # noqa: PLC0415 - see above

    return PaperScreen(context)


PLACES = (
    Place(later("Films"), "films", _films),
    Place(later("Programme"), "programme", _programme),
    Place(later("Paper"), "paper", _paper),
)
