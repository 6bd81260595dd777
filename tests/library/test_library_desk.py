"""The library's desk, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from tourdesk.desks import Desks
from tourdesk.foundation.errors import Cancelled, ProblemForUser
from tourdesk.library.changing import FilmChange
from tourdesk.library.comparing import merged
from tourdesk.library.films import Copy, Film, Showing, Source, Still, Version

ROOF = Film(
    title="Running The Roof",
    directors=("Alexis Tymon", "Ben Crocker"),
    producers=("Sourcy Films",),
    countries=("GB",),
    languages=("en",),
    section="Wild and Tough",
    tags=("sport", "asia"),
    synopsis="Three friends cross a high valley on foot.",
    advisories=("coarse language",),
    ratings=("AU: PG", "GB: 12A"),
    identifiers=("IMDb tt2392672",),
    versions=(Version(seconds=3180, approximate=True),),
)
CROWN = Film(
    title="The Crown Traverse",
    directors=("Matthew Irving",),
    countries=("US",),
    section="Wild and Tough",
    tags=("sport",),
    versions=(Version(seconds=720, approximate=True),),
)
HOME = Film(title="Zurück nach Hause", year=2019, section="People", tags=("family",))


def saved(desks: Desks, *films: Film) -> list[int]:
    return list(desks.library.save(films).ids)


def titles(desks: Desks, search: str = "", **narrow: str) -> list[str]:
    return [row.title for row in desks.library.rows(search, **narrow)]


def test_a_saved_film_is_read_back_whole(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    film = any_desks.library.film(film_id)
    assert replace(film, id=None, versions=(replace(film.version, id=None),)) == ROOF
    assert film.version.id is not None


def test_films_are_listed_by_title(any_desks: Desks) -> None:
    saved(any_desks, HOME, CROWN, ROOF)
    assert titles(any_desks) == ["Running The Roof", "The Crown Traverse", "Zurück nach Hause"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("roof", ["Running The Roof"]),
        ("tymon", ["Running The Roof"]),
        ("zuruck", ["Zurück nach Hause"]),
        ("ZURÜCK HAUSE", ["Zurück nach Hause"]),
        ("the", ["The Crown Traverse", "Running The Roof"]),
        ("the irving", ["The Crown Traverse"]),
        ("kingdom", ["Running The Roof"]),
        ("valley on foot", ["Running The Roof"]),
        ("oof", []),
        ("%", []),
        ("_", []),
        ("nothing like it", []),
    ],
)
def test_search_finds_every_word_in_titles_people_and_synopses(
    any_desks: Desks, search: str, found: list[str]
) -> None:
    saved(any_desks, HOME, CROWN, ROOF)
    assert titles(any_desks, search) == found


@pytest.mark.parametrize(
    ("title", "search"),
    [
        ("走る人 Runner", "人"),
        ("Δρομέας", "δρομεας"),
        ("Бегущий", "бегу"),
        ("عداء الجبل", "الجبل"),
        ("धावक", "धावक"),
        ("L’Été — 4Déserts", "ete 4des"),
        ("O'Brien & Sons", "o'brien"),
        ("달리기", "달"),
    ],
)
def test_titles_of_every_alphabet_are_found(any_desks: Desks, title: str, search: str) -> None:
    saved(any_desks, Film(title=title), Film(title="Another"))
    assert titles(any_desks, search) == [title]


def test_a_changed_title_is_found_by_its_new_words_alone(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    any_desks.library.save([replace(any_desks.library.film(film_id), title="Under The Sky")])
    assert titles(any_desks, "sky") == ["Under The Sky"]
    assert titles(any_desks, "roof") == []
    any_desks.library.remove([film_id])
    assert titles(any_desks, "sky") == []


def test_the_list_narrows_to_a_section_and_a_tag(any_desks: Desks) -> None:
    saved(any_desks, HOME, CROWN, ROOF)
    assert titles(any_desks, section="People") == ["Zurück nach Hause"]
    assert titles(any_desks, tag="asia") == ["Running The Roof"]
    assert any_desks.library.sections() == [("People", 1), ("Wild and Tough", 2)]
    assert any_desks.library.tags() == [("asia", 1), ("family", 1), ("sport", 2)]


def test_a_film_is_found_by_its_title_without_regard_to_case(any_desks: Desks) -> None:
    saved(any_desks, ROOF)
    assert any_desks.library.find("running the roof").title == "Running The Roof"
    with pytest.raises(ProblemForUser, match="No film is called “Nothing”"):
        any_desks.library.find("Nothing")


def test_a_changed_film_keeps_its_version_and_says_what_changed(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    film = any_desks.library.film(film_id)
    any_desks.library.save([replace(film, year=2019, tags=("asia",))])
    again = any_desks.library.film(film_id)
    assert (again.year, again.tags, again.version.id) == (2019, ("asia",), film.version.id)


def test_a_film_without_a_title_is_refused_and_nothing_is_saved(any_desks: Desks) -> None:
    with pytest.raises(ProblemForUser, match="needs a title"):
        any_desks.library.save([ROOF, replace(HOME, title=" ")])
    assert titles(any_desks) == []


@pytest.mark.parametrize("seconds", [0, -5, 10**12])
def test_an_impossible_run_time_is_refused(any_desks: Desks, seconds: int) -> None:
    with pytest.raises(ProblemForUser, match="cannot last"):
        any_desks.library.save([replace(HOME, versions=(Version(seconds=seconds),))])


def test_ratings_and_identifiers_are_kept_in_one_way_and_mistyped_ones_refused(any_desks: Desks) -> None:
    (film_id,) = saved(
        any_desks, replace(HOME, ratings=("au pg",), identifiers=("imdb.com/title/tt2392672",))
    )
    film = any_desks.library.film(film_id)
    assert (film.ratings, film.identifiers) == (("AU: pg",), ("IMDb tt2392672",))
    with pytest.raises(ProblemForUser, match="was mistyped"):
        any_desks.library.save([replace(film, identifiers=("ISAN 0000-0001-8947-0000-9",))])


def test_a_cancelled_import_saves_nothing(any_desks: Desks) -> None:
    class StopAfterOne:
        done = 0

        def at(self, step: int, total: int, what: str = "") -> None:
            self.done = step

        def cancelled(self) -> bool:
            return self.done >= 1

    with pytest.raises(Cancelled):
        any_desks.library.save([ROOF, CROWN, HOME], StopAfterOne())
    assert titles(any_desks) == []


def test_an_import_is_taken_back_as_one(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    known = any_desks.library.film(film_id)
    done = any_desks.library.save([replace(known, year=1999), CROWN, HOME])
    any_desks.library.undo(done)
    assert titles(any_desks) == ["Running The Roof"]
    assert any_desks.library.film(film_id) == known


def test_a_removed_film_comes_back_with_its_still(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    any_desks.library.set_stills(film_id, [Still(b"small", b"picture")])
    film = any_desks.library.film(film_id)
    removed = any_desks.library.remove([film_id])
    assert titles(any_desks) == []
    any_desks.library.undo_remove(removed)
    assert any_desks.library.film(film_id) == film
    assert any_desks.library.stills([film_id]) == {film_id: b"picture"}
    assert any_desks.library.thumbnails([film_id]) == {film_id: b"small"}


def test_a_film_in_a_programme_is_not_removed(any_desks: Desks) -> None:
    from tourdesk.programming.programme import Programme  # noqa: PLC0415

    (film_id,) = saved(any_desks, ROOF)
    item = any_desks.programming.film_item(film_id)
    any_desks.programming.save(Programme("Friday", (item,)))
    with pytest.raises(ProblemForUser, match="is shown in “Friday” and was not removed"):
        any_desks.library.remove([film_id])
    assert titles(any_desks) == ["Running The Roof"]


def test_a_second_reading_of_a_film_shows_what_differs(any_desks: Desks) -> None:
    saved(any_desks, ROOF)
    read = Film(
        title="Running the roof",
        year=2019,
        directors=("Ben Crocker", "Alexis Tymon"),
        versions=(Version(seconds=3300, approximate=True),),
    )
    (comparison,) = any_desks.library.compare([read])
    assert comparison.known is not None
    # The same directors in another order say nothing new.
    assert {d.field for d in comparison.differences} == {"title", "year", "versions"}


def test_another_film_of_the_same_title_is_new(any_desks: Desks) -> None:
    saved(any_desks, CROWN)
    (comparison,) = any_desks.library.compare([replace(CROWN, directors=("Somebody Else",))])
    assert comparison.known is None


def test_whole_minutes_do_not_contradict_exact_seconds(any_desks: Desks) -> None:
    saved(any_desks, replace(CROWN, versions=(Version(seconds=709),)))
    (comparison,) = any_desks.library.compare([CROWN])
    assert comparison.differences == ()


def test_long_words_and_long_texts_are_kept_and_found_by_their_beginning(any_desks: Desks) -> None:
    word = "x" * 5000
    synopsis = f"{word} " + " ".join(f"w{n}" for n in range(300_000))
    (film_id,) = saved(any_desks, replace(HOME, synopsis=synopsis))
    assert (
        titles(any_desks, word) == titles(any_desks, word[:200]) == titles(any_desks, "w12") == [HOME.title]
    )
    assert any_desks.library.film(film_id).synopsis == synopsis


def test_a_page_pasted_into_the_search_is_answered(any_desks: Desks) -> None:
    saved(any_desks, replace(HOME, synopsis="a word " * 50_000))
    assert titles(any_desks, "a word " * 50_000) == [HOME.title]
    assert titles(any_desks, " ".join(f"w{n}" for n in range(50_000))) == []


@pytest.mark.parametrize(
    "film",
    [
        Film(title="x" * 501),
        Film(title="x", tags=("x" * 501,)),
        Film(title="x", section="x" * 501),
        Film(title="x", year=10**30),
        Film(title="x", year=-5),
    ],
)
def test_what_slipped_into_the_wrong_field_is_refused_alike_by_both_databases(
    any_desks: Desks, film: Film
) -> None:
    with pytest.raises(ProblemForUser, match=r"is longer than 500 letters|cannot be of the year"):
        any_desks.library.save([film])


def test_films_of_a_large_library_are_read_by_their_ids(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, HOME)
    assert list(any_desks.library.films(range(70_000))) == [film_id]
    assert any_desks.library.stills(range(70_000)) == {}


def test_a_film_that_another_desk_removed_does_not_come_back_unseen(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, HOME)
    film = any_desks.library.film(film_id)
    any_desks.library.remove([film_id])
    with pytest.raises(ProblemForUser, match="was removed at another desk meanwhile"):
        any_desks.library.save([ROOF, replace(film, year=2020)])
    assert titles(any_desks) == []


def test_an_import_is_taken_back_also_when_one_of_its_films_is_gone_already(any_desks: Desks) -> None:
    done = any_desks.library.save([ROOF, CROWN, HOME])
    any_desks.library.remove([done.ids[1]])
    any_desks.library.undo(done)
    assert titles(any_desks) == []


def test_many_films_are_saved_in_their_order_with_all_that_they_say(any_desks: Desks) -> None:
    two_cuts = (
        Version("festival cut", 3000, copies=(Copy(medium="DCP", seconds=3001), Copy(medium="file"))),
        Version("subtitled"),
    )
    (known_id,) = saved(any_desks, HOME)
    known = any_desks.library.film(known_id)
    given = [
        replace(
            ROOF,
            title=f"Film {number}",
            tags=("sport", "sport", "asia"),
            versions=two_cuts,
            showings=(Showing("Bern", date(2026, 5, 1)),),
            sources=(Source("A list", 3000),),
        )
        for number in range(1200)
    ]
    given.insert(700, replace(known, year=1999))
    done = any_desks.library.save(given)
    kept = any_desks.library.films(done.ids)
    assert [kept[film_id] for film_id in done.ids] == list(done.after)
    assert [film.title for film in done.after] == [film.title for film in given]
    assert kept[done.ids[1100]].tags == ("sport", "asia")
    assert [copy.medium for copy in kept[done.ids[0]].versions[0].copies] == ["DCP", "file"]
    removed = any_desks.library.remove(done.ids)
    assert titles(any_desks) == []
    any_desks.library.undo_remove(removed)
    assert any_desks.library.films(done.ids) == kept
    assert saved(any_desks, CROWN)[0] > max(done.ids)
    any_desks.library.undo(done)
    assert titles(any_desks) == ["The Crown Traverse", "Zurück nach Hause"]


def test_a_film_in_many_programmes_names_the_first_and_counts_the_others(any_desks: Desks) -> None:
    from tourdesk.programming.programme import Programme  # noqa: PLC0415

    (film_id,) = saved(any_desks, ROOF)
    item = any_desks.programming.film_item(film_id)
    for name in ("Leura", "Banff", "Oslo", "Graz", "Bled"):
        any_desks.programming.save(Programme(name, (replace(item, key=name), replace(item, key=f"{name} 2"))))
    with pytest.raises(ProblemForUser, match="is shown in “Banff”, “Bled”, “Graz” and 2 more programmes and"):
        any_desks.library.remove([film_id])


def test_of_many_films_the_one_in_a_programme_is_named_and_none_is_removed(any_desks: Desks) -> None:
    from tourdesk.programming.programme import Programme  # noqa: PLC0415

    ids = saved(any_desks, HOME, ROOF, CROWN)
    any_desks.programming.save(Programme("Friday", (any_desks.programming.film_item(ids[1]),)))
    with pytest.raises(ProblemForUser, match="“Running The Roof” is shown in “Friday” and was not removed"):
        any_desks.library.remove(ids)
    assert len(titles(any_desks)) == 3


def test_of_many_changed_films_the_one_whose_cut_is_in_a_programme_is_named(any_desks: Desks) -> None:
    from tourdesk.programming.programme import Programme  # noqa: PLC0415

    ids = saved(any_desks, HOME, ROOF)
    any_desks.programming.save(Programme("Friday", (any_desks.programming.film_item(ids[1]),)))
    recut = [replace(film, versions=(Version("recut"),)) for film in any_desks.library.films(ids).values()]
    with pytest.raises(ProblemForUser, match="A version of “Running The Roof” is used in a programme"):
        any_desks.library.save(recut)
    assert any_desks.library.film(ids[0]).version.name == "original"


def test_an_import_leaves_alone_what_another_desk_changed_since_it_was_compared(any_desks: Desks) -> None:
    (film_id,) = saved(any_desks, ROOF)
    read = replace(ROOF, year=2019)
    known, new = any_desks.library.compare([read, CROWN])
    any_desks.library.save([replace(any_desks.library.film(film_id), logline="Three friends run.")])
    any_desks.library.change([FilmChange(one.known, merged(one)) for one in (known, new)])
    kept = any_desks.library.film(film_id)
    assert (kept.year, kept.logline) == (2019, "Three friends run.")
    assert titles(any_desks) == ["Running The Roof", "The Crown Traverse"]


def test_lists_in_another_order_or_case_are_no_difference(any_desks: Desks) -> None:
    saved(any_desks, ROOF)
    read = replace(ROOF, directors=("Ben Crocker", "ALEXIS TYMON"), tags=("Asia", "Sport"))
    assert any_desks.library.compare([read])[0].differences == ()
