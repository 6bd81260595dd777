"""All that is known of a film is kept: copies of its versions, sources, showings, notes; two desks keep what both typed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from tests.conftest import NOW

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.changing import FilmChange, FilmChangedElsewhere, rebased
from tourdesk.library.films import Copy, Film, Showing, Source, Version
from tourdesk.library.model import MemberRecord, VerdictRecord
from tourdesk.storage.model import AuditEntry

CPL = "CPL 3f0c2a5e-8b1d-4c7a-9e60-5d2f1a7b8c90"
DCP = Copy("DCP", "2K flat", "1.85", "5.1", "English", CPL, "Leura", 3185)
DRIVE = Copy("drive", "ProRes 422", "16:9", "stereo", "", "", "with the host", None)
WHOLE = Film(
    "Running The Roof",
    notes="The host has the poster.",
    versions=(
        Version("original", 3180, approximate=True, copies=(DCP, DRIVE)),
        Version("festival cut", 2700, copies=(Copy("file"),)),
    ),
    sources=(Source("catalogue.csv", 3180, approximate=True), Source("archive", 3300)),
    showings=(Showing("Leura", date(2026, 5, 18), "sold out"), Showing("Banff")),
)


def added(desks: Desks, film: Film = WHOLE) -> Film:
    return desks.library.film(desks.library.save([film]).ids[0])


def without_ids(film: Film) -> Film:
    versions = tuple(
        replace(v, id=None, copies=tuple(replace(copy, id=None) for copy in v.copies)) for v in film.versions
    )
    showings = tuple(replace(showing, id=None) for showing in film.showings)
    return replace(film, id=None, versions=versions, showings=showings)


def test_a_film_is_read_back_with_its_copies_sources_showings_and_notes(any_desks: Desks) -> None:
    film = added(any_desks)
    assert without_ids(film) == WHOLE
    assert {source.read for source in film.sources} == {NOW}


def test_a_removed_film_comes_back_with_all_that_was_known_of_it(any_desks: Desks) -> None:
    film = added(any_desks)
    assert film.id is not None
    any_desks.library.undo_remove(any_desks.library.remove([film.id]))
    assert any_desks.library.film(film.id) == film


def test_a_copy_that_is_added_to_one_version_leaves_the_others_alone(any_desks: Desks) -> None:
    film = added(any_desks)
    first, second = film.versions
    more = replace(second, copies=(*second.copies, DCP))
    any_desks.library.save([replace(film, versions=(first, more))])
    again = any_desks.library.film(film.id or 0)
    assert again.versions[0] == first
    assert [copy.medium for copy in again.versions[1].copies] == ["file", "DCP"]
    assert again.versions[1].copies[0] == second.copies[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("3F0C2A5E-8B1D-4C7A-9E60-5D2F1A7B8C90", CPL),
        ("urn:uuid:3f0c2a5e-8b1d-4c7a-9e60-5d2f1a7b8c90", CPL),
        ("d41d8cd98f00b204e9800998ecf8427e", "MD5 d41d8cd98f00b204e9800998ecf8427e"),
        ("MD5: D41D8CD98F00B204E9800998ECF8427E", "MD5 d41d8cd98f00b204e9800998ecf8427e"),
        ("2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "SHA-1 2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
        ("  ", ""),
    ],
)
def test_checksums_and_playlists_are_kept_in_one_way(any_desks: Desks, typed: str, kept: str) -> None:
    film = added(any_desks, Film("Balance", versions=(Version(copies=(Copy("file", identity=typed),)),)))
    assert film.version.copies[0].identity == kept
    again = any_desks.library.save([film])
    assert again.after[0] == film


def test_half_a_checksum_is_refused(any_desks: Desks) -> None:
    copy = Copy("file", identity="d41d8cd98f00b204e98009")
    with pytest.raises(ProblemForUser, match="is neither a checksum nor the UUID of a playlist"):
        any_desks.library.save([Film("Balance", versions=(Version(copies=(copy,)),))])


@pytest.mark.parametrize(
    "film",
    [
        Film("Balance", versions=(Version(copies=(Copy("file", seconds=-1),)),)),
        Film("Balance", sources=(Source("list.csv", 0),)),
    ],
)
def test_impossible_run_times_of_copies_and_sources_are_refused(any_desks: Desks, film: Film) -> None:
    with pytest.raises(ProblemForUser, match="“Balance” cannot last"):
        any_desks.library.save([film])


def test_a_showing_needs_a_town(any_desks: Desks) -> None:
    with pytest.raises(ProblemForUser, match="was shown somewhere without a town"):
        any_desks.library.save([Film("Balance", showings=(Showing(" ", date(2026, 5, 18)),))])


def test_two_desks_that_change_other_fields_of_a_film_keep_both(any_desks: Desks) -> None:
    read = added(any_desks)
    any_desks.library.change([FilmChange(read, replace(read, year=2019, tags=("sport",)))])
    any_desks.library.change([FilmChange(read, replace(read, logline="Three friends.", tags=("asia",)))])
    film = any_desks.library.film(read.id or 0)
    assert (film.year, film.logline, set(film.tags)) == (2019, "Three friends.", {"sport", "asia"})


def test_the_second_desk_that_changes_the_same_field_is_told_and_nothing_is_lost(any_desks: Desks) -> None:
    read = added(any_desks)
    any_desks.library.change([FilmChange(read, replace(read, year=2019))])
    with pytest.raises(FilmChangedElsewhere, match="was changed at another desk meanwhile") as told:
        any_desks.library.change([FilmChange(read, replace(read, year=2020, logline="Three friends."))])
    assert told.value.clashes == ("year",)
    assert told.value.now.year == 2019
    assert any_desks.library.film(read.id or 0).year == 2019


def test_a_film_saved_whole_from_an_old_reading_is_refused(any_desks: Desks) -> None:
    read = added(any_desks)
    any_desks.library.save([replace(read, year=2019)])
    with pytest.raises(FilmChangedElsewhere):
        any_desks.library.save([replace(read, year=2020)])


def test_undo_keeps_what_was_changed_elsewhere_since(any_desks: Desks) -> None:
    read = added(any_desks)
    mine = any_desks.library.change([FilmChange(read, replace(read, year=2019))])
    now = any_desks.library.film(read.id or 0)
    any_desks.library.change([FilmChange(now, replace(now, logline="Three friends."))])
    any_desks.library.undo(mine)
    film = any_desks.library.film(read.id or 0)
    assert (film.year, film.logline) == (None, "Three friends.")


def test_undo_does_not_overwrite_what_was_changed_again(any_desks: Desks) -> None:
    read = added(any_desks)
    mine = any_desks.library.change([FilmChange(read, replace(read, year=2019))])
    now = any_desks.library.film(read.id or 0)
    any_desks.library.change([FilmChange(now, replace(now, year=2020))])
    with pytest.raises(FilmChangedElsewhere):
        any_desks.library.undo(mine)
    assert any_desks.library.film(read.id or 0).year == 2020


def test_undo_does_not_remove_an_added_film_that_was_changed_since(any_desks: Desks) -> None:
    done = any_desks.library.save([WHOLE])
    film = any_desks.library.film(done.ids[0])
    any_desks.library.save([replace(film, year=2019)])
    with pytest.raises(FilmChangedElsewhere):
        any_desks.library.undo(done)
    assert any_desks.library.film(done.ids[0]).year == 2019


def test_undo_does_not_bring_back_what_another_desk_removed(any_desks: Desks) -> None:
    read = added(any_desks)
    mine = any_desks.library.change([FilmChange(read, replace(read, year=2019))])
    any_desks.library.remove([read.id or 0])
    any_desks.library.undo(mine)
    assert any_desks.library.rows() == []


def test_many_films_are_changed_as_one_and_taken_back_as_one(any_desks: Desks) -> None:
    films = [added(any_desks, Film(title)) for title in ("A", "B", "C")]
    wanted = [FilmChange(film, replace(film, section="Places")) for film in films]
    broken = FilmChange(films[2], replace(films[2], title=" "))
    with pytest.raises(ProblemForUser, match="needs a title"):
        any_desks.library.change([*wanted[:2], broken])
    assert any_desks.library.sections() == []
    done = any_desks.library.change(wanted)
    assert any_desks.library.sections() == [("Places", 3)]
    any_desks.library.undo(done)
    assert any_desks.library.sections() == []


def test_the_audit_trail_names_the_copy_that_changed(any_desks: Desks) -> None:
    film = added(any_desks, Film("Balance", versions=(Version(seconds=300),)))
    any_desks.library.save([replace(film, versions=(replace(film.version, copies=(DRIVE,)),))])
    with any_desks.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert entry.after is not None
    assert entry.after["versions"][0]["copies"][0]["place"] == "with the host"


VALUES = st.sampled_from([None, 1999, 2019])
LISTS = st.lists(st.sampled_from(["sport", "asia", "women"]), unique=True, max_size=3).map(tuple)
FILMS = st.builds(lambda year, tags: Film("A", year=year, tags=tags), VALUES, LISTS)


@given(FILMS, FILMS)
def test_a_change_that_nobody_met_is_made_whole(before: Film, after: Film) -> None:
    assert rebased(before, after, before) == (after, ())


@given(FILMS, FILMS)
def test_what_nobody_changed_here_stays_as_it_is_there(before: Film, now: Film) -> None:
    assert rebased(before, before, now) == (now, ())


@given(FILMS, FILMS, FILMS)
def test_two_changes_lose_no_value_unseen(before: Film, after: Film, now: Film) -> None:
    film, clashes = rebased(before, after, now)
    if "year" not in clashes:
        assert film.year in {after.year, now.year}
        assert after.year in {before.year, film.year}
    else:
        assert film.year == now.year
    for tags, other in ((after.tags, now.tags), (now.tags, after.tags)):
        new = set(tags) - set(before.tags)
        gone = set(before.tags) - set(tags)
        assert new <= set(film.tags)
        assert not gone & set(film.tags) or gone & set(other) - set(before.tags)


def test_a_removed_film_comes_back_with_its_verdicts(any_desks: Desks) -> None:
    film = added(any_desks)
    with any_desks.database.work() as work:
        ann = MemberRecord(name="Ann", left=False)
        work.session.add(ann)
        work.session.flush()
        verdict = {"choice": "must", "stars": 5, "comment": "Yes.", "given": NOW}
        work.session.add(VerdictRecord(film_id=film.id, member_id=ann.id, **verdict))
    any_desks.library.undo_remove(any_desks.library.remove([film.id or 0]))
    with any_desks.database.reading() as session:
        (kept,) = session.scalars(select(VerdictRecord)).all()
    assert (kept.film_id, kept.choice, kept.stars, kept.comment) == (film.id, "must", 5, "Yes.")
