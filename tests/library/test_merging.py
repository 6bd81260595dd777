"""Two records of one film become one: nothing that hangs on either is lost, and it can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tourdesk.desks import Desks
from tourdesk.library.changing import FilmChangedElsewhere
from tourdesk.library.films import Copy, Film, Showing, Source, Still, Version
from tourdesk.library.merging import side_by_side
from tourdesk.library.model import MemberRecord, VerdictRecord
from tourdesk.programming.programme import Programme

ROOF = Film(
    "Running The Roof",
    year=2019,
    directors=("Alexis Tymon",),
    tags=("asia",),
    notes="Poster is here.",
    versions=(Version("original", 3180, approximate=True, copies=(Copy("DCP"),)),),
    sources=(Source("catalogue.csv", 3180, approximate=True),),
    showings=(Showing("Leura", date(2026, 5, 18)),),
)
AGAIN = Film(
    "Running the Roof",
    directors=("Alexis Tymon",),
    section="Wild and Tough",
    tags=("sport",),
    notes="Host has the drive.",
    versions=(
        Version("original", 3185, copies=(Copy("drive"),)),
        Version("festival cut", 2700, copies=(Copy("file"),)),
    ),
    sources=(Source("catalogue.csv", 3200), Source("archive", 3300)),
    showings=(Showing("Banff"),),
)


def two_records(desks: Desks, one: Film = ROOF, other: Film = AGAIN) -> tuple[Film, Film]:
    ids = desks.library.save([one, other]).ids
    for number, film_id in enumerate(ids):
        desks.library.set_stills(film_id, [Still(b"small", f"picture {number}".encode())])
    return desks.library.film(ids[0]), desks.library.film(ids[1])


def merged(desks: Desks, kept: Film, gone: Film, **choices: str) -> Film:
    desks.library.merge(side_by_side(kept, gone).film(choices), gone)
    return desks.library.film(kept.id or 0)


def test_a_merge_loses_nothing_that_either_record_says(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    film = merged(any_desks, kept, gone)
    assert (film.title, film.year, film.section) == ("Running The Roof", 2019, "Wild and Tough")
    assert film.tags == ("asia", "sport")
    assert film.notes == "Poster is here.\n\nHost has the drive."
    assert [(v.name, v.seconds, [c.medium for c in v.copies]) for v in film.versions] == [
        ("original", 3185, ["DCP", "drive"]),
        ("festival cut", 2700, ["file"]),
    ]
    assert {showing.town for showing in film.showings} == {"Leura", "Banff"}
    assert {(source.name, source.seconds) for source in film.sources} == {
        ("catalogue.csv", 3180),
        ("archive", 3300),
    }
    stills = any_desks.library.stills_of(kept.id or 0)
    assert [any_desks.library.picture(still.id or 0) for still in stills] == [b"picture 0", b"picture 1"]
    assert [row.title for row in any_desks.library.rows()] == ["Running The Roof"]


def test_each_field_is_kept_taken_or_both_as_chosen(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    assert side_by_side(kept, gone).differing == ("title", "year", "section", "tags", "notes")
    film = merged(any_desks, kept, gone, title="gone", year="gone", tags="gone", notes="kept")
    assert (film.title, film.year, film.tags, film.notes) == (
        "Running the Roof",
        None,
        ("sport",),
        "Poster is here.",
    )


def test_programmes_go_on_showing_the_versions_of_the_record_that_went(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    items = tuple(any_desks.programming.film_item(gone.id or 0, v.id) for v in gone.versions)
    friday = any_desks.programming.save(Programme("Friday", items))
    film = merged(any_desks, kept, gone)
    shown = any_desks.programming.programme(friday.id or 0).items
    assert [(item.film_id, item.title, item.seconds) for item in shown] == [
        (kept.id, "Running The Roof", 3185),
        (kept.id, "Running The Roof", 2700),
    ]
    assert [version.name for version in film.versions] == [
        "original",
        "original, of “Running the Roof”",
        "festival cut",
    ]


@pytest.mark.parametrize("in_programme", [False, True])
def test_a_merge_is_taken_back_whole(any_desks: Desks, in_programme: bool) -> None:  # noqa: FBT001 - a case
    kept, gone = two_records(any_desks)
    if in_programme:
        item = any_desks.programming.film_item(gone.id or 0)
        any_desks.programming.save(Programme("Friday", (item,)))
    done = any_desks.library.merge(side_by_side(kept, gone).film({}), gone)
    any_desks.library.unmerge(done)
    assert any_desks.library.film(kept.id or 0) == kept
    assert any_desks.library.film(gone.id or 0) == gone
    for number, film in enumerate((kept, gone)):
        assert any_desks.library.stills([film.id or 0]) == {film.id: f"picture {number}".encode()}
    if in_programme:
        assert any_desks.programming.find("Friday").items[0].film_id == gone.id
    assert [row.title for row in any_desks.library.rows("running")] == [kept.title, gone.title]


def test_a_record_that_came_back_stands_where_it_stood_and_is_found(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks, Film("Balance"), Film("Zebra"))
    done = any_desks.library.merge(side_by_side(kept, gone).film({}), gone)
    any_desks.library.unmerge(done)
    assert [row.title for row in any_desks.library.rows()] == ["Balance", "Zebra"]
    assert [row.title for row in any_desks.library.rows("zebra")] == ["Zebra"]


def test_of_two_verdicts_of_one_member_the_later_stays_until_it_is_taken_back(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    with any_desks.database.work() as work:
        people = [MemberRecord(name=name, left=False) for name in ("Ann", "Ben", "Cid")]
        work.session.add_all(people)
        work.session.flush()
        ann, ben, cid = (person.id for person in people)
        for film, member, day, words in (
            (kept, ann, 1, "old"),
            (gone, ann, 2, "new"),
            (kept, ben, 2, "new"),
            (gone, ben, 1, "old"),
            (gone, cid, 1, "alone"),
        ):
            work.session.add(
                VerdictRecord(
                    film_id=film.id,
                    member_id=member,
                    choice=None,
                    stars=3,
                    comment=words,
                    given=datetime(2027, 1, day, tzinfo=UTC),
                )
            )

    def comments(film: Film) -> list[str]:
        with any_desks.database.reading() as session:
            query = select(VerdictRecord.comment).where(VerdictRecord.film_id == film.id)
            return list(session.scalars(query.order_by(VerdictRecord.member_id)))

    done = any_desks.library.merge(side_by_side(kept, gone).film({}), gone)
    assert comments(kept) == ["new", "new", "alone"]
    any_desks.library.unmerge(done)
    assert comments(kept) == ["old", "new"]
    assert comments(gone) == ["new", "old", "alone"]


def test_a_record_that_another_desk_changed_meanwhile_is_not_merged(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    any_desks.library.save([replace(gone, year=2001)])
    with pytest.raises(FilmChangedElsewhere):
        merged(any_desks, kept, gone)
    assert len(any_desks.library.rows()) == 2


def test_a_merge_is_not_taken_back_over_later_changes(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    done = any_desks.library.merge(side_by_side(kept, gone).film({}), gone)
    any_desks.library.save([replace(any_desks.library.film(kept.id or 0), year=2001)])
    with pytest.raises(FilmChangedElsewhere):
        any_desks.library.unmerge(done)
    assert len(any_desks.library.rows()) == 1


def test_a_stale_reading_of_the_record_that_stayed_cannot_undo_the_merge(any_desks: Desks) -> None:
    kept, gone = two_records(any_desks)
    any_desks.library.merge(side_by_side(kept, gone).film({}), gone)
    with pytest.raises(FilmChangedElsewhere):
        any_desks.library.save([replace(kept, year=2001)])


@pytest.mark.parametrize(
    ("other", "offered"),
    [
        (AGAIN, True),
        (Film("Running The Roof (short)", directors=("Alexis Tymon",)), False),
        (Film("Running The Rooof", directors=("Alexis Tymon",)), True),
        (Film("Running The Roof", directors=("Somebody Else",)), False),
        (Film("Running The Roof", year=1950), False),
        (Film("Balance", directors=("Alexis Tymon",)), False),
    ],
)
def test_records_that_look_like_the_same_film_are_offered(
    any_desks: Desks,
    other: Film,
    offered: bool,  # noqa: FBT001 - a case
) -> None:
    kept, again = two_records(any_desks, ROOF, other)
    found = [film.id for film in any_desks.library.duplicates(kept.id or 0)]
    assert found == ([again.id] if offered else [])
