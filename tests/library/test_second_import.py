"""A second import of films that are known: what it says besides is told and taken, and nothing that is known goes."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from tests.library.intake.listings.test_round_trip import films

from tourdesk.desks import Desks
from tourdesk.foundation.progress import Unwatched
from tourdesk.library.changing import FilmChange
from tourdesk.library.comparing import compare, merged, own_words
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.intake.listings.film_json import film_as_json
from tourdesk.library.reading_in import read_all

SINGLE = films.filter(lambda film: len({version.name for version in film.versions}) == len(film.versions))
"""Films whose versions are told apart by their names."""
DCP = Copy("DCP", "2K flat", identity="CPL 3f0c2a5e-8b1d-4c7a-9e60-5d2f1a7b8c90", seconds=3185)
ROOF = Film(
    "Running The Roof",
    year=2017,
    directors=("Alexis Tymon",),
    notes="The host has the poster.",
    versions=(Version(seconds=3180, copies=(DCP,)), Version("festival cut", 2700)),
    sources=(Source("archive", 3300),),
    showings=(Showing("Leura", date(2026, 5, 18), "sold out"), Showing("Banff")),
)


@given(SINGLE)
def test_a_film_says_nothing_new_of_itself(film: Film) -> None:
    assert compare(film, film).differences == ()


@given(SINGLE, SINGLE)
def test_what_was_taken_once_is_no_difference_again(read: Film, known: Film) -> None:
    taken = merged(compare(read, known))
    assert compare(read, taken).differences == ()


@given(SINGLE, SINGLE)
def test_no_word_of_ones_own_goes_by_itself(read: Film, known: Film) -> None:
    comparison = compare(read, known)
    differing = frozenset(difference.field for difference in comparison.differences)
    after = merged(comparison, differing - own_words(comparison))
    assert after.title == known.title
    for name in ("logline", "synopsis", "notes"):
        words, now = (" ".join((getattr(film, name) or "").casefold().split()) for film in (known, after))
        assert words in now


@given(SINGLE, SINGLE)
def test_copies_showings_and_sources_that_are_known_stay(read: Film, known: Film) -> None:
    taken = merged(compare(read, known))
    assert {(one.town, one.night) for one in known.showings} <= {
        (one.town, one.night) for one in taken.showings
    }
    assert {one.name for one in known.sources} <= {one.name for one in taken.sources}
    for before, after in zip(known.versions, taken.versions, strict=False):
        assert before.name == after.name
        marked = {copy.identity for copy in before.copies if copy.identity}
        assert marked <= {copy.identity for copy in after.copies}
        assert {copy for copy in before.copies if not copy.identity} <= set(after.copies)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"notes": "Ask for the poster."}, "notes"),
        ({"showings": (Showing("Oslo", date(2027, 1, 9)),)}, "showings"),
        ({"showings": (Showing("Leura", date(2026, 5, 18), "half full"),)}, "showings"),
        ({"sources": (Source("FilmFreeway", 2890),)}, "sources"),
        ({"versions": (Version(seconds=3180, copies=(Copy("drive", "ProRes"),)),)}, "versions"),
        ({"versions": (Version(seconds=3180, copies=(replace(DCP, place="Leura"),)),)}, "versions"),
    ],
)
def test_each_thing_that_a_listing_says_besides_is_one_difference(
    any_desks: Desks, change: dict[str, object], field: str
) -> None:
    any_desks.library.save([ROOF])
    read = replace(ROOF, **change)  # type: ignore[arg-type]  # of any kind
    (comparison,) = any_desks.library.compare([read])
    assert [difference.field for difference in comparison.differences] == [field]
    before = comparison.known
    assert before is not None
    any_desks.library.change([FilmChange(before, merged(comparison))])
    (again,) = any_desks.library.compare([read])
    assert again.differences == ()
    assert again.known is not None
    assert len(again.known.versions) == 2
    assert again.known.version.copies[0].identity == DCP.identity


def test_what_is_kept_leaves_the_known_film_as_it_was(any_desks: Desks) -> None:
    any_desks.library.save([ROOF])
    read = replace(ROOF, notes="Other notes", showings=(Showing("Oslo"),), sources=(Source("page", 2890),))
    (comparison,) = any_desks.library.compare([read])
    assert merged(comparison, frozenset()) == comparison.known


def test_our_own_export_imported_again_changes_nothing(any_desks: Desks, tmp_path: Path) -> None:
    saved = any_desks.library.save([ROOF, Film("Écho", tags=("Wild, and tough",), versions=(Version(),))])
    file = tmp_path / "films.json"
    file.write_text(json.dumps([film_as_json(film) for film in saved.after]), "utf-8")
    (document,) = read_all([file], any_desks.listings.said(), Unwatched())
    comparisons = any_desks.library.compare(document.films())
    assert [comparison.known for comparison in comparisons] == list(saved.after)
    assert [comparison.differences for comparison in comparisons] == [(), ()]
