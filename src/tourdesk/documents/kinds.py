"""The papers there are: what screens and commands list, and how each is made.

ReportLab takes long to import, so what makes papers is imported when the first one is made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from tourdesk.documents.collection import Collection
from tourdesk.documents.evening import Evening
from tourdesk.documents.theme import OFFICE, Paper
from tourdesk.foundation.language import later
from tourdesk.foundation.progress import Progress
from tourdesk.library.films import Film
from tourdesk.touring.night import Tour


class Sides(Enum):
    """On which sides of its sheets a paper is printed, and over which edge they are turned."""

    ONE = "one"
    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A paper: its name in commands, its title and what it is for (said with `_()`), the sheets it is made for.

    Sheets that `lie` are wider than high. On duty, sheets lie side by side: they are printed on one side.
    """

    name: str
    title: str
    purpose: str
    papers: tuple[Paper, ...] = OFFICE
    lies: bool = False
    sides: Sides = Sides.ONE
    shows_stills: bool = False


class NightKind(Kind):
    """A paper of a night."""

    def make(self, evening: Evening, paper: Paper) -> bytes:
        """The paper as a PDF."""
        from tourdesk.documents.makers import OF_A_NIGHT  # noqa: PLC0415 - see the module's docstring

        return OF_A_NIGHT[self.name](evening, paper)


class LibraryKind(Kind):
    """A paper of the library."""

    def make(
        self,
        collection: Collection,
        paper: Paper,
        progress: Progress,
        begun: Callable[[bytes], None] | None = None,
    ) -> bytes:
        """The paper as a PDF: long work. Raises Cancelled when it is to stop.

        Where it takes long, `begun` gets a PDF of its first pages, to be looked at meanwhile.
        """
        from tourdesk.documents.makers import OF_THE_LIBRARY  # noqa: PLC0415 - see the module's docstring

        return OF_THE_LIBRARY[self.name](collection, paper, progress, begun)


def committee_ballot(films: Sequence[Film], tour: Tour | None, paper: Paper) -> bytes:
    """The ballot on which the committee marks these films by hand, in their order; of all films it is `COMMITTEE_BALLOT`."""
    from tourdesk.documents.committee_ballot import committee_ballot  # noqa: PLC0415 - see the module's docstring

    return committee_ballot(films, tour, paper)


def remarks_on_night(kind: NightKind, evening: Evening) -> tuple[str, ...]:
    """A sentence for everything that this paper of the night shows otherwise than it was given, or leaves out."""
    from tourdesk.documents import unprintable  # noqa: PLC0415 - see the module's docstring

    pictures = unprintable.pictures_of_night(evening) if kind.shows_stills else unprintable.logos(evening)
    return (*unprintable.letters_of_night(evening), *pictures)


def remarks_on_library(kind: LibraryKind, collection: Collection) -> tuple[str, ...]:
    """A sentence for everything that this paper of the library shows otherwise than it was given, or leaves out."""
    from tourdesk.documents import unprintable  # noqa: PLC0415 - see the module's docstring

    pictures = unprintable.stills_of_library(collection) if kind.shows_stills else ()
    return (
        *unprintable.letters_of_films(collection.films),
        *unprintable.logo_of_library(collection),
        *pictures,
    )


KINDS = {
    kind.name: kind
    for kind in (
        NightKind(
            name="programme",
            title=later("Programme"),
            purpose=later("For the audience: the night, its films with stills, the sponsors."),
            sides=Sides.LONG_EDGE,
            shows_stills=True,
        ),
        NightKind(
            name="run-sheet",
            title=later("Run sheet"),
            purpose=later("For everybody on duty: every item by the clock, with cues and scripts."),
            lies=True,
        ),
        NightKind(
            name="run-sheet-mc",
            title=later("Run sheet for the MC"),
            purpose=later("What to say and when, in large type, with films and names."),
        ),
        NightKind(
            name="run-sheet-projection",
            title=later("Run sheet for projection"),
            purpose=later("Cues, versions and copies to the second, with room for real times."),
            lies=True,
        ),
        NightKind(
            name="run-sheet-front-of-house",
            title=later("Run sheet for front of house"),
            purpose=later("Doors, capacity, intermissions, the end, advisories and get-out."),
        ),
        NightKind(
            name="booklet",
            title=later("Booklet"),
            purpose=later("For the audience, to fold: print on both sides, flipped on the short edge."),
            lies=True,
            sides=Sides.SHORT_EDGE,
            shows_stills=True,
        ),
        NightKind(
            name="poster",
            title=later("Poster"),
            purpose=later("For walls and windows: the night, its films and its sponsors."),
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
    sides=Sides.LONG_EDGE,
    shows_stills=True,
)

COMMITTEE_BALLOT = LibraryKind(
    name="committee-ballot",
    title=later("Committee ballot"),
    purpose=later("For the committee: all films of the library, to mark by hand."),
    sides=Sides.LONG_EDGE,
)

LIBRARY_KINDS = {kind.name: kind for kind in (CATALOGUE, COMMITTEE_BALLOT)}
"""Every paper of the library by the name it has in commands."""

PAPERS: dict[str, Kind] = {**KINDS, **LIBRARY_KINDS}
"""Every paper there is, those of the library behind those of a night."""
