"""Which function makes which paper; imported when the first paper is made, since ReportLab takes long to import."""

from collections.abc import Callable

from tourdesk.documents.booklet import booklet
from tourdesk.documents.catalogue import catalogue
from tourdesk.documents.collection import Collection
from tourdesk.documents.committee_ballot import committee_ballot
from tourdesk.documents.evening import Evening
from tourdesk.documents.house_sheet import house_sheet
from tourdesk.documents.mc_sheet import mc_sheet
from tourdesk.documents.poster import poster
from tourdesk.documents.programme_sheet import programme_sheet
from tourdesk.documents.projection_sheet import projection_sheet
from tourdesk.documents.run_sheet import run_sheet
from tourdesk.documents.theme import Paper
from tourdesk.foundation.progress import Progress, stop_if_cancelled


def _ballot_of_all(
    collection: Collection, paper: Paper, progress: Progress, _begun: Callable[[bytes], None] | None
) -> bytes:
    # One step: a thousand films take a second.
    stop_if_cancelled(progress)
    return committee_ballot(collection.films, collection.tour, paper, collection.title)


OF_A_NIGHT: dict[str, Callable[[Evening, Paper], bytes]] = {
    "programme": programme_sheet,
    "run-sheet": run_sheet,
    "run-sheet-mc": mc_sheet,
    "run-sheet-projection": projection_sheet,
    "run-sheet-front-of-house": house_sheet,
    "booklet": booklet,
    "poster": poster,
}
"""By the names of the kinds."""

OF_THE_LIBRARY: dict[str, Callable[[Collection, Paper, Progress, Callable[[bytes], None] | None], bytes]] = {
    "catalogue": catalogue,
    "committee-ballot": _ballot_of_all,
}
"""By the names of the kinds."""
