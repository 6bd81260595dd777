"""A small library with a film for each thing that can be looked for."""

from datetime import date

import pytest

from tourdesk.desks import Desks
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Copy, Film, Showing, Version

ROOF = Film(
    "Running The Roof",
    year=2019,
    directors=("Alexis Tymon",),
    countries=("TJ",),
    languages=("en",),
    section="Wild and Tough",
    tags=("sport", "asia"),
    synopsis="Three friends cross a high valley on foot.",
    versions=(Version(seconds=3180, copies=(Copy(medium="file", format="ProRes"),)),),
    showings=(Showing("Leura", date(2020, 5, 1)),),
)
CROWN = Film(
    "The Crown Traverse",
    year=2019,
    directors=("Matthew Irving",),
    countries=("US",),
    languages=("en",),
    section="Wild and Tough",
    tags=("sport",),
    synopsis="A running commentary on a ridge.",
    versions=(Version(seconds=600, copies=(Copy(medium="DCP"), Copy(medium="DCP"))),),
)
HOME = Film(
    "Zurück nach Hause",
    year=2021,
    directors=("Anna Steinmann",),
    countries=("DE", "NO"),
    languages=("de",),
    section="People",
    tags=("family",),
    versions=(Version(seconds=601),),
)
RUN = Film("Run", directors=("Alexis Tymon",), section="People", tags=("sport",))
LIBRARY = (ROOF, CROWN, HOME, RUN)


@pytest.fixture
def ids(any_desks: Desks) -> dict[str, int]:
    """The library in a new database: title to id."""
    saved = any_desks.library.save(LIBRARY)
    return dict(zip((film.title for film in LIBRARY), saved.ids, strict=True))


@pytest.fixture
def verdicts(any_desks: Desks, ids: dict[str, int]) -> None:
    """Two must have the roof and one does not want it; of the crown as many must as do not."""
    must, no = Stroke(choice=Choice.MUST), Stroke(choice=Choice.NO)
    roof, crown = ids[ROOF.title], ids[CROWN.title]
    any_desks.committee.mark_as(
        [
            ("Ann", roof, must),
            ("Ben", roof, must),
            ("Cleo", roof, no),
            ("Ann", crown, must),
            ("Ben", crown, no),
        ]
    )
