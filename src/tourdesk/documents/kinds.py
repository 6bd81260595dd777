"""The papers there are: what screens and commands list, and how each is made.

ReportLab takes long to import, so each paper's module is imported when the first such paper is made.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tourdesk.documents.evening import Evening
from tourdesk.documents.theme import OFFICE, Paper


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper: its name in commands, its title, what it is for, the function that makes its PDF, and the papers it is made for."""

    name: str
    title: str
    purpose: str
    make: Callable[[Evening, Paper], bytes]
    papers: tuple[Paper, ...] = OFFICE


def _programme(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.programme_sheet import programme_sheet  # noqa: PLC0415 - see the module's docstring

    return programme_sheet(evening, paper)


def _run_sheet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.run_sheet import run_sheet  # noqa: PLC0415 - see the module's docstring

    return run_sheet(evening, paper)


def _booklet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.booklet import booklet  # noqa: PLC0415 - see the module's docstring

    return booklet(evening, paper)


def _poster(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.poster import poster  # noqa: PLC0415 - see the module's docstring

    return poster(evening, paper)


def unprintable(evening: Evening) -> tuple[str, ...]:
    """A sentence for each film, item, sponsor or place that the papers can show with marks only."""
    from tourdesk.documents.unprintable import unprintable  # noqa: PLC0415 - see the module's docstring

    return unprintable(evening)


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "programme",
            "Programme",
            "For the audience: the night, its films with stills, the sponsors.",
            _programme,
        ),
        Kind(
            "run-sheet", "Run sheet", "For projection and MC: every item by the clock, with cues.", _run_sheet
        ),
        Kind(
            "booklet",
            "Booklet",
            "For the audience, to fold: print on both sides, flipped on the short edge.",
            _booklet,
        ),
        Kind(
            "poster",
            "Poster",
            "For walls and windows: the night, its films and its sponsors.",
            _poster,
            (*OFFICE, Paper.A3),
        ),
    )
}
"""Every paper by the name it has in commands, in the order in which they are listed."""
