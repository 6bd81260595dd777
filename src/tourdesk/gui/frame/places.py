"""The screens there are, in the order of the rail. Each is imported when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tourdesk.foundation.language import later
from tourdesk.gui.context import Context
from tourdesk.gui.screen import Screen

if TYPE_CHECKING:
    from tourdesk.gui.actions import Act


class Place(NamedTuple):
    """A place on the rail: its word, its icon, how its screen is made, and what other screens offer of what it can do."""

    name: str
    icon: str
    make: Callable[[Context], Screen]
    acts: "Callable[[], tuple[Act, ...]]" = tuple


def _films(context: Context) -> Screen:
    from tourdesk.gui.films.screen import FilmsScreen  # noqa: PLC0415 - the window opens before it is needed

    return FilmsScreen(context)


def _programme(context: Context) -> Screen:
    from tourdesk.gui.programme.screen import ProgrammeScreen  # noqa: PLC0415 - see above

    return ProgrammeScreen(context)


def _paper(context: Context) -> Screen:
    from tourdesk.gui.paper.screen import PaperScreen  # noqa: PLC0415 - see above

    return PaperScreen(context)


def _film_acts() -> "tuple[Act, ...]":
    from tourdesk.gui.films.acts import FROM_ELSEWHERE  # noqa: PLC0415 - see above

    return FROM_ELSEWHERE


def _programme_acts() -> "tuple[Act, ...]":
    from tourdesk.gui.programme.acts import FROM_ELSEWHERE  # noqa: PLC0415 - see above

    return FROM_ELSEWHERE


def _paper_acts() -> "tuple[Act, ...]":
    from tourdesk.gui.paper.acts import FROM_ELSEWHERE  # noqa: PLC0415 - see above

    return FROM_ELSEWHERE


PLACES = (
    Place(later("Films"), "films", _films, _film_acts),
    Place(later("Programme"), "programme", _programme, _programme_acts),
    Place(later("Paper"), "paper", _paper, _paper_acts),
)
