"""Known films are recognised in other spellings, and others are not taken for them."""

import pytest

from tourdesk.library.films import Film, Version
from tourdesk.library.recognising import Known, KnownFilms, same_person

LIBRARY = KnownFilms(
    [
        Known(1, ("The Hard Way",), 2016, ("Jeremy Lurgio", "Erik Petersen"), 1200),
        Known(2, ("Coming Home - Ag Teacht Abhaile",), 2019, ("Ryan Scura", "Dylan Ladds"), 1440),
        Known(3, ("Beef Stew", "Μοσχαράκι Κοκκινιστό"), 2020, ("Nikos Kallipolitis",), 639),
        Known(4, ("Balance",), None, (), 300),
        Known(5, ("Mira",), 2016, ("Lloyd Belcher",), 2520),
        Known(6, ("Mira",), 2012, ("Somebody Else",), 900),
        Known(7, ("Far Out: Kai Jones",), 2018, ("Teton Gravity Research",), 300),
    ]
)


def read(title: str, *directors: str, year: int | None = None, seconds: int | None = None) -> Film:
    return Film(title=title, directors=directors, year=year, versions=(Version(seconds=seconds),))


@pytest.mark.parametrize(
    ("film", "known"),
    [
        (read("THE HARD WAY"), 1),
        (read("The Hard Way", "Erik Peterson"), 1),
        (read("The Hardway", "Jeremy Lurgio"), 1),
        (read("Coming Home", "Ryan Scura"), 2),
        (read("Coming Home – Ag teacht abhaile"), 2),
        (read("Μοσχαράκι κοκκινιστό"), 3),
        (Film(title="Rindfleisch", original_title="Beef Stew"), 3),
        (read("Balance", "Jimmy Hyland", year=2021), 4),
        (read("Mira", "L. Belcher"), 5),
        (read("Mira", year=2012), 6),
        (read("FAR OUT: KAI JONES", year=2019), 7),
        (read("The Hrad Way", year=2016, seconds=1200), 1),
    ],
)
def test_a_known_film_is_recognised(film: Film, known: int) -> None:
    assert LIBRARY.recognise(film) == known


@pytest.mark.parametrize(
    "film",
    [
        read("The Hard Way", "Somebody Else"),
        read("The Hard Way", year=1991),
        read("The Hard Day"),
        read("Mira"),
        read("Coming Home"),
        read("Balances", year=2021),
        read("Far"),
        read(""),
    ],
)
def test_another_film_is_not_taken_for_a_known_one(film: Film) -> None:
    assert LIBRARY.recognise(film) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Erik Peterson", "Erik Petersen", True),
        ("R. Faure", "Romain Faure", True),
        ("Balázs Simonyi", "BALAZS SIMONYI", True),
        ("Ann Miller", "Ben Miller", False),
        ("", "Ben Miller", False),
    ],
)
def test_names_are_compared_as_people_do(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - what is expected
    assert same_person(one, other) is same
