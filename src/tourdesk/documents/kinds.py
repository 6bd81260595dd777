"""The papers there are: what screens and commands list, and how each is made.

ReportLab takes long to import, so each paper's module is imported when the first such paper is made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Evening
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.language import later
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.library.films import Film


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A paper: its name in commands, its title and what it is for (said with `_()`), the sheets it is made for."""

    name: str
    title: str
    purpose: str
    papers: tuple[Paper, ...] = OFFICE
    shows_stills: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NightKind(Kind):
    """A paper of a night, and the function that makes its PDF."""

    make: Callable[[Evening, Paper], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryKind(Kind):
    """A paper of the library, and the function that makes its PDF: long work, which can be stopped."""

    make: Callable[[Collection, Paper, Progress], bytes]


def _programme(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.programme_sheet import programme_sheet  # noqa: PLC0415 - see the module's docstring

    return programme_sheet(evening, paper)


def _booklet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.booklet import booklet  # noqa: PLC0415 - see the module's docstring

    return booklet(evening, paper)


def _poster(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.poster import poster  # noqa: PLC0415 - see the module's docstring

    return poster(evening, paper)


def _run_sheet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.run_sheet import run_sheet  # noqa: PLC0415 - see the module's docstring

    return run_sheet(evening, paper)


def _mc_sheet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.mc_sheet import mc_sheet  # noqa: PLC0415 - see the module's docstring

    return mc_sheet(evening, paper)


def _projection_sheet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.projection_sheet import projection_sheet  # noqa: PLC0415 - see the module's docstring

    return projection_sheet(evening, paper)


def _house_sheet(evening: Evening, paper: Paper) -> bytes:
    from tourdesk.documents.house_sheet import house_sheet  # noqa: PLC0415 - see the module's docstring

    return house_sheet(evening, paper)


def _catalogue(collection: Collection, paper: Paper, progress: Progress) -> bytes:
    from tourdesk.documents.catalogue import catalogue  # noqa: PLC0415 - see the module's docstring

    return catalogue(collection, paper, progress)


def committee_ballot(films: Sequence[Film], tour: str, paper: Paper) -> bytes:
    """The ballot on which the committee marks these films by hand, in their order; of all films it is `COMMITTEE_BALLOT`."""
    from tourdesk.documents.committee_ballot import committee_ballot  # noqa: PLC0415 - see the module's docstring

    return committee_ballot(films, tour, paper)


def _committee_ballot(collection: Collection, paper: Paper, progress: Progress) -> bytes:
    tour = collection.title or ("" if collection.tour is None else collection.tour.name)
    # One step: a thousand films take a second.
    stop_if_cancelled(progress)
    return committee_ballot(collection.films, tour, paper)


def remarks_on_night(kind: NightKind, evening: Evening) -> tuple[str, ...]:
    """A sentence for everything that this paper of the night shows otherwise than it was given, or leaves out."""
    from tourdesk.documents import unprintable  # noqa: PLC0415 - see the module's docstring

    pictures = unprintable.pictures_of_night(evening) if kind.shows_stills else unprintable.logos(evening)
    return (*unprintable.letters_of_night(evening), *pictures)


def remarks_on_library(kind: LibraryKind, collection: Collection) -> tuple[str, ...]:
    """A sentence for everything that this paper of the library shows otherwise than it was given, or leaves out."""
    from tourdesk.documents import unprintable  # noqa: PLC0415 - see the module's docstring

    pictures = unprintable.pictures_of_library(collection) if kind.shows_stills else ()
    return (*unprintable.letters_of_films(collection.films), *pictures)


KINDS = {
    kind.name: kind
    for kind in (
        NightKind(
            name="programme",
            title=later("Programme"),
            purpose=later("For the audience: the night, its films with stills, the sponsors."),
            make=_programme,
            shows_stills=True,
        ),
        NightKind(
            name="run-sheet",
            title=later("Run sheet"),
            purpose=later("For everybody on duty: every item by the clock, with cues and scripts."),
            make=_run_sheet,
        ),
        NightKind(
            name="run-sheet-mc",
            title=later("Run sheet for the MC"),
            purpose=later("What to say and when, in large type, with films and names."),
            make=_mc_sheet,
        ),
        NightKind(
            name="run-sheet-projection",
            title=later("Run sheet for projection"),
            purpose=later("Cues, versions and copies to the second, with room for real times."),
            make=_projection_sheet,
        ),
        NightKind(
            name="run-sheet-front-of-house",
            title=later("Run sheet for front of house"),
            purpose=later("Doors, capacity, intermissions, the end, advisories and get-out."),
            make=_house_sheet,
        ),
        NightKind(
            name="booklet",
            title=later("Booklet"),
            purpose=later("For the audience, to fold: print on both sides, flipped on the short edge."),
            make=_booklet,
            shows_stills=True,
        ),
        NightKind(
            name="poster",
            title=later("Poster"),
            purpose=later("For walls and windows: the night, its films and its sponsors."),
            make=_poster,
            shows_stills=True,
            papers=(*OFFICE, Paper.A3),
        ),
    )
}
"""Every paper of a night by the name it has in commands, in the order in which they are listed."""

CATALOGUE = LibraryKind(
    name="catalogue",
    title=later("Catalogue"),
    purpose=later("The films of the library by section, with an index of titles and directors."),
    make=_catalogue,
    shows_stills=True,
)

COMMITTEE_BALLOT = LibraryKind(
    name="committee-ballot",
    title=later("Committee ballot"),
    purpose=later("For the committee: all films of the library, to mark by hand."),
    make=_committee_ballot,
)

LIBRARY_KINDS = {kind.name: kind for kind in (CATALOGUE, COMMITTEE_BALLOT)}
"""Every paper of the library by the name it has in commands."""

PAPERS: dict[str, Kind] = {**KINDS, **LIBRARY_KINDS}
"""Every paper there is, those of the library behind those of a night."""
