"""Published programmes stay what they were; what has changed since is shown against them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import delete
from tests.programming.evenings import leura

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film, Still, Version
from tourdesk.programming import editing
from tourdesk.programming.difference import difference
from tourdesk.programming.model import ProgrammeRecord
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.telling import told
from tourdesk.touring.night import Hall, Screening, Tour, Venue

ROOF = Film(
    "Running The Roof",
    original_title="Le toit",
    year=2026,
    directors=("Ana Sol",),
    countries=("KG",),
    languages=("ky",),
    section="Places",
    logline="A run.",
    synopsis="A run over the roof of the world.",
    ratings=("AU: PG",),
    versions=(Version(seconds=3180), Version("tour cut", 2700)),
)
QUESTIONS = Item(
    "qa",
    ItemKind.QA,
    "Questions",
    600,
    least_seconds=300,
    most_seconds=1200,
    pinned=time(20, 30),
    script="Ask.",
)


def evening(desks: Desks) -> tuple[Programme, int, Film]:
    (film_id,) = desks.library.save([ROOF]).ids
    saved = desks.programming.save(
        Programme("Friday", (desks.programming.film_item(film_id), QUESTIONS), gap_seconds=20)
    )
    assert saved.id is not None
    return saved, saved.id, desks.library.film(film_id)


def test_a_publication_says_all_that_papers_say_its_number_its_date_and_who(any_desks: Desks) -> None:
    programme, programme_id, film = evening(any_desks)
    published = any_desks.programming.publish(programme_id)
    assert (published.number, published.at, published.who) == (
        1,
        datetime(2027, 3, 1, 12, tzinfo=UTC),
        "anna",
    )
    assert any_desks.programming.published(programme_id) == [published]
    assert published.programme == programme
    assert film.id is not None
    frozen = published.films[film.id]
    for said in (
        "title",
        "original_title",
        "year",
        "directors",
        "countries",
        "languages",
        "section",
        "synopsis",
    ):
        assert getattr(frozen, said) == getattr(film, said)
    assert [version.seconds for version in frozen.versions] == [3180, 2700]


def test_what_is_changed_later_does_not_reach_it_and_is_shown_against_it(any_desks: Desks) -> None:
    programme, programme_id, film = evening(any_desks)
    published = any_desks.programming.publish(programme_id)
    any_desks.programming.save(editing.set_bounds(programme, "qa", 300, 900))
    any_desks.library.save(
        [
            replace(
                film, title="The Roof", versions=(replace(film.versions[0], seconds=3420), film.versions[1])
            )
        ]
    )
    assert any_desks.programming.published(programme_id) == [published]
    now = any_desks.programming.programme(programme_id)
    assert told(difference(published.programme, now)) == [
        "“Running The Roof” is called “The Roof”.",
        "“The Roof” lasts 57:00 instead of 53:00.",
        "“Questions” lasts 5:00 to 15:00 instead of 5:00 to 20:00.",
    ]


def test_publications_are_counted_and_found_by_their_number(any_desks: Desks) -> None:
    programme, programme_id, _ = evening(any_desks)
    any_desks.programming.publish(programme_id)
    any_desks.programming.save(editing.remove(programme, ["qa"]))
    second = any_desks.programming.publish(programme_id)
    assert [one.number for one in any_desks.programming.published(programme_id)] == [1, 2]
    assert any_desks.programming.publication(programme_id, 2) == second
    assert [row.published for row in any_desks.programming.rows()] == [2]
    with pytest.raises(ProblemForUser, match="no publication number 3"):
        any_desks.programming.publication(programme_id, 3)


def test_desks_that_publish_at_the_same_moment_get_numbers_of_their_own(any_desks: Desks) -> None:
    _, programme_id, _ = evening(any_desks)
    with ThreadPoolExecutor(4) as pool:
        numbers = [one.number for one in pool.map(any_desks.programming.publish, [programme_id] * 12)]
    assert sorted(numbers) == list(range(1, 13))


def test_a_published_programme_is_not_removed(any_desks: Desks) -> None:
    _, programme_id, _ = evening(any_desks)
    any_desks.programming.publish(programme_id)
    with pytest.raises(ProblemForUser, match="“Friday” was published and was not removed"):
        any_desks.programming.remove(programme_id)
    assert len(any_desks.programming.published(programme_id)) == 1


def test_an_empty_programme_is_not_published(any_desks: Desks) -> None:
    saved = any_desks.programming.save(Programme("Friday"))
    assert saved.id is not None
    with pytest.raises(ProblemForUser, match="“Friday” is empty and was not published"):
        any_desks.programming.publish(saved.id)
    assert any_desks.programming.published(saved.id) == []


def test_a_film_removed_from_the_library_stays_in_what_was_published(any_desks: Desks) -> None:
    programme, programme_id, film = evening(any_desks)
    published = any_desks.programming.publish(programme_id)
    assert film.id is not None
    any_desks.programming.save(programme.with_items((QUESTIONS,)))
    any_desks.library.remove([film.id])
    assert any_desks.programming.published(programme_id) == [published]


def test_a_film_that_grew_is_said_by_every_programme_that_shows_it_until_somebody_takes_note(
    any_desks: Desks,
) -> None:
    programme, programme_id, film = evening(any_desks)
    other = any_desks.programming.save(replace(programme, id=None, revision=0, name="Saturday"))
    any_desks.library.save(
        [replace(film, versions=(replace(film.versions[0], seconds=3420), film.versions[1]))]
    )
    assert [row.changed_films for row in any_desks.programming.rows()] == [1, 1]
    # Another edit is no answer to it.
    longer = any_desks.programming.programme(programme_id)
    touched = any_desks.programming.save(editing.set_usual_gap(longer, 30))
    roof = touched.items[0]
    assert (roof.seconds, roof.known_seconds) == (3420, 3180)
    any_desks.programming.save(editing.acknowledge(touched, [roof.key]))
    assert {row.name: row.changed_films for row in any_desks.programming.rows()} == {
        "Friday": 0,
        "Saturday": 1,
    }
    assert other.items[0].known_seconds == 3180


def a_night(desks: Desks, programme_id: int) -> int:
    tour = desks.touring.save_tour(Tour("Trails 2027"))
    venue, (hall,) = desks.touring.save_venue(
        Venue("Assembly Rooms", "Leura", "Australia/Sydney", "AU"), (Hall("Great Hall"),)
    )
    slot = leura()
    screening = Screening(tour, "Leura", "Runners", venue, hall, slot.night, slot, programme_id=programme_id)
    saved = desks.touring.save_screening(screening)
    assert saved.id is not None
    return saved.id


def test_papers_of_what_was_published_show_the_still_of_then(any_desks: Desks) -> None:
    _, programme_id, film = evening(any_desks)
    assert film.id is not None
    any_desks.library.set_stills(film.id, [Still(b"", b"first"), Still(b"", b"second")])
    night = a_night(any_desks, programme_id)
    any_desks.programming.publish(programme_id)
    any_desks.library.set_stills(film.id, [Still(b"", b"another")])
    assert any_desks.evening(night).stills == {film.id: b"another"}
    assert any_desks.evening(night, published=1).stills == {film.id: b"first"}


def test_papers_of_what_was_published_show_the_still_of_a_record_that_went_into_another(
    any_desks: Desks,
) -> None:
    programme, programme_id, film = evening(any_desks)
    assert film.id is not None
    any_desks.library.set_stills(film.id, [Still(b"", b"first")])
    night = a_night(any_desks, programme_id)
    any_desks.programming.publish(programme_id)
    (kept_id,) = any_desks.library.save([replace(ROOF, title="The Roof")]).ids
    any_desks.library.merge(any_desks.library.film(kept_id), any_desks.library.film(film.id))
    assert any_desks.programming.programme(programme_id).items[0].film_id == kept_id
    published = any_desks.evening(night, published=1)
    assert published.programme == programme
    assert published.stills == {film.id: b"first"}
    assert published.films[film.id].title == "Running The Roof"


def test_a_removed_publication_s_programme_leaves_no_pictures_behind(any_desks: Desks) -> None:
    """Nothing removes a publication by itself; a programme's row that goes takes its publications along."""
    _, programme_id, film = evening(any_desks)
    assert film.id is not None
    any_desks.library.set_stills(film.id, [Still(b"", b"first")])
    published = any_desks.programming.publish(programme_id)
    with any_desks.database.work() as work:
        work.session.execute(delete(ProgrammeRecord).where(ProgrammeRecord.id == programme_id))
    assert any_desks.programming.published_stills(published.id) == {}
