"""Many films are changed at once: each is read back as it was saved, undo brings each back, and nothing is half done."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.foundation.errors import Cancelled
from tourdesk.library.changing import FilmChange
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.storage.opening import open_database

WORDS = st.sampled_from(("water", "Sol", "ночь", "Zürich", "dusk"))
SECONDS = st.sampled_from((None, 60, 3180))
LISTS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
COPIES = st.lists(st.builds(Copy, medium=WORDS, place=WORDS, seconds=SECONDS), max_size=2).map(tuple)
VERSIONS = st.lists(
    st.builds(Version, name=WORDS, seconds=SECONDS, approximate=st.booleans(), copies=COPIES),
    min_size=1,
    max_size=3,
).map(tuple)
SOURCES = st.lists(
    st.builds(Source, name=WORDS, seconds=st.integers(1, 2), approximate=st.booleans()),
    max_size=3,
    unique_by=lambda source: source.name,
).map(tuple)
SHOWINGS = st.lists(
    st.builds(Showing, town=WORDS, night=st.sampled_from((None, date(2026, 5, 18), date(2026, 5, 19)))),
    max_size=3,
).map(tuple)
FILMS = st.builds(
    Film,
    title=WORDS,
    original_title=st.none() | WORDS,
    year=st.sampled_from((None, 1999, 2026)),
    directors=LISTS,
    tags=LISTS,
    countries=st.sampled_from(((), ("DE",), ("DE", "NP"))),
    section=st.none() | WORDS,
    synopsis=st.none() | WORDS,
    notes=st.none() | WORDS,
    versions=VERSIONS,
    sources=SOURCES,
    showings=SHOWINGS,
)


def parts_kept(known: Film, film: Film, keep: list[bool]) -> Film:
    """The film as an edit of the known one: some of its versions and showings are those of that one, with other values."""
    versions = tuple(
        replace(new, id=old.id) if kept else new
        for new, old, kept in zip(film.versions, known.versions, keep, strict=False)
    )
    showings = tuple(
        replace(new, id=old.id) if kept else new
        for new, old, kept in zip(film.showings, known.showings, keep, strict=False)
    )
    return replace(
        film, id=known.id, revision=known.revision, versions=versions or film.versions, showings=showings
    )


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    folder: Path = tmp_path_factory.mktemp("many")
    return Desks.over(open_database(folder / "films.tourdesk", create=True))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(FILMS, FILMS, st.lists(st.booleans(), min_size=3, max_size=3)), min_size=1, max_size=4)
)
def test_films_changed_at_once_are_read_back_as_saved_and_found_by_their_words(
    desks: Desks, films: list[tuple[Film, Film, list[bool]]]
) -> None:
    library = desks.library
    added = library.save([before for before, _after, _keep in films]).after
    wanted = [
        parts_kept(known, after, keep) for known, (_before, after, keep) in zip(added, films, strict=True)
    ]
    changed = library.change([FilmChange(*pair) for pair in zip(added, wanted, strict=True)])
    there = library.films(changed.ids)
    assert [there[film.id or 0] for film in changed.after] == list(changed.after)
    assert [film.revision for film in changed.after] == [film.revision for film in there.values()]
    for film in changed.after:
        found = {
            row.id for row in library.rows(" ".join((film.title, film.section or "", film.synopsis or "")))
        }
        assert film.id in found
    library.undo(changed)
    assert list(library.films(changed.ids).values()) == list(added)
    library.remove(changed.ids)


class Stopped:
    """A progress on which somebody presses Cancel when all is written."""

    def __init__(self) -> None:
        self.done = False

    def at(self, step: int, total: int, what: str = "") -> None:
        self.done = step == total

    def cancelled(self) -> bool:
        return self.done


def test_what_is_cancelled_at_the_last_moment_changes_nothing(any_desks: Desks) -> None:
    library = any_desks.library
    saved = library.save([Film("Balance"), Film("Dusk")])
    with pytest.raises(Cancelled):
        library.change([FilmChange(film, replace(film, year=2020)) for film in saved.after], Stopped())
    assert [film.year for film in library.films(saved.ids).values()] == [None, None]
    changed = library.change([FilmChange(film, replace(film, year=2020)) for film in saved.after])
    with pytest.raises(Cancelled):
        library.undo(changed, Stopped())
    assert [film.year for film in library.films(saved.ids).values()] == [2020, 2020]
    with pytest.raises(Cancelled):
        library.remove(saved.ids, Stopped())
    assert len(library.films(saved.ids)) == 2
    removed = library.remove(saved.ids)
    with pytest.raises(Cancelled):
        library.undo_remove(removed, Stopped())
    assert not library.films(saved.ids)


def test_a_film_that_stands_twice_in_a_listing_gets_what_both_rows_say(any_desks: Desks) -> None:
    library = any_desks.library
    [film] = library.save([Film("Balance")]).after
    saved = library.change(
        [FilmChange(film, replace(film, year=2020)), FilmChange(film, replace(film, tags=("water",)))]
    )
    now = library.film(film.id or 0)
    assert (now.year, now.tags) == (2020, ("water",))
    library.undo(saved)
    assert library.film(film.id or 0) == film
