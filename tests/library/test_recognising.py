"""Known films are recognised in other spellings, and others are not taken for them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.library.films import Film, Version
from tourdesk.library.recognising import Known, KnownFilms, read_again, same_person

LIBRARY = KnownFilms.of(
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


TITLES = ("The Hard Way", "The Hardway", "Coming Home", "Coming Home: the end", "Mira", "Mirra", "Balance")
FILMS = st.builds(
    Known,
    id=st.integers(1, 6),
    titles=st.lists(st.sampled_from(TITLES), min_size=1, max_size=2).map(tuple),
    year=st.sampled_from((None, 2016, 2019)),
    directors=st.sampled_from(((), ("Erik Petersen",), ("Ryan Scura",))),
    seconds=st.sampled_from((None, 900)),
)
LIBRARIES = st.lists(FILMS, max_size=6, unique_by=lambda film: film.id)


@given(LIBRARIES, LIBRARIES, LIBRARIES, st.sampled_from(TITLES), st.sampled_from((None, 2016, 2019)))
def test_what_is_kept_of_the_library_recognises_as_what_is_read_anew(
    first: list[Known], second: list[Known], third: list[Known], title: str, year: int | None
) -> None:
    kept = KnownFilms.of(first)
    for library in (second, third):
        kept = kept.brought_up(range(1, 7), library)
    film = read(title, "Erik Petersen", year=year, seconds=900)
    assert kept.recognise(film) == KnownFilms.of(third).recognise(film)
    assert set(kept.duplicates(film)) == set(KnownFilms.of(third).duplicates(film))


def test_what_was_saved_removed_or_renamed_is_recognised_by_the_next_comparison(any_desks: Desks) -> None:
    library = any_desks.library
    [film] = library.save([Film("The Hard Way", year=2016)]).after
    assert [
        one.known for one in library.compare([Film("The Hardway", year=2016, versions=(Version(),))])
    ] == [None]
    assert [one.known for one in library.compare([Film("The Hard Way")])] == [film]
    [renamed] = library.save([replace(film, title="Balance")]).after
    [other] = library.save([Film("Mira")]).after
    asked = [Film("The Hard Way"), Film("Balance"), Film("Mira")]
    assert [one.known for one in library.compare(asked)] == [None, renamed, other]
    library.remove([film.id or 0])
    assert [one.known for one in library.compare(asked)] == [None, None, other]


def test_a_film_that_one_page_tells_twice_is_known_by_its_first_place() -> None:
    films = [
        read("The Hard Way", "Jeremy Lurgio"),
        read("Mira", year=2016),
        read("THE HARD WAY", "Jeremy Lurgio", year=2016),
        read("Mira", year=2012),
        read("The Hard Way", "Somebody Else"),
    ]
    assert read_again(films) == {2: 0}
