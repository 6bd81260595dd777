"""The programmes' desk, on both databases."""

from dataclasses import replace
from datetime import date, time

import pytest

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Copy, Film, Version
from tourdesk.programming.desk import ConflictWithAnotherDesk
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import SlotTimes, slot_on

WELCOME = Item(
    "welcome1", ItemKind.WELCOME, "Welcome", 300, script="Good evening", cue="House lights to half"
)
BREAK = Item("break1", ItemKind.INTERMISSION, "Intermission", 900, gap_after=30)


def film_item(desks: Desks, title: str, seconds: int | None = 600) -> Item:
    film = Film(title=title, directors=("Ana Sol", "Ben Tor"), versions=(Version(seconds=seconds),))
    return desks.programming.film_item(desks.library.save([film]).ids[0])


def test_a_saved_programme_is_read_back_whole(any_desks: Desks) -> None:
    item = film_item(any_desks, "Ultra")
    saved = any_desks.programming.save(Programme("Friday", (WELCOME, item, BREAK), gap_seconds=20))
    assert saved.id is not None
    assert any_desks.programming.programme(saved.id) == saved
    assert saved.items == (WELCOME, item, BREAK)
    assert any_desks.programming.find("friday") == saved
    assert [(row.name, row.films, row.seconds) for row in any_desks.programming.rows()] == [
        ("Friday", 1, 1820)
    ]


def test_the_list_counts_all_films_and_the_time_of_what_does_not_run_meanwhile(any_desks: Desks) -> None:
    unknown, during = film_item(any_desks, "Of no known length", None), film_item(any_desks, "Queue")
    talk = Item("talk", ItemKind.QA, "Talk", 400, least_seconds=300, most_seconds=900)
    items = (WELCOME, unknown, BREAK, replace(during, inside=BREAK.key), talk)
    master = any_desks.programming.save(Programme("Friday", items))
    any_desks.programming.save(Programme("Empty"))
    assert master.id is not None
    varied = any_desks.programming.vary(master.id, "Saturday")
    counted = [(row.name, row.films, row.seconds, row.changed_films) for row in any_desks.programming.rows()]
    assert counted == [("Empty", 0, 0, 0), ("Friday", 2, 1630, 0), ("Saturday", 2, 1630, 0)]
    assert [row.id for row in any_desks.programming.variations(master.id)] == [varied.id]
    assert [row.master for row in any_desks.programming.rows()] == [None, None, varied.master]
    assert any_desks.programming.names() == {row.id: row.name for row in any_desks.programming.rows()}


def test_the_list_says_how_long_the_evening_lasts(any_desks: Desks) -> None:
    """The gaps are those of the running order: of the programme, of an item, none around intermissions or at the end."""
    first, second, third = (film_item(any_desks, title) for title in ("Ultra", "Mira", "Gravel"))
    pause = replace(BREAK, gap_after=None)
    evenings = (
        (WELCOME, first, second, pause, third),
        (WELCOME, replace(first, gap_after=0), BREAK, second, replace(third, gap_after=90)),
        (
            first,
            replace(second, gap_after=45),
            pause,
            replace(third, inside=pause.key),
            replace(BREAK, key="last"),
        ),
        (pause, first),
    )
    slot = slot_on(
        date(2027, 5, 18), "Australia/Sydney", SlotTimes(doors=time(18), start=time(19), curfew=time(23))
    )
    for number, items in enumerate(evenings):
        saved = any_desks.programming.save(Programme(f"Evening {number}", items, gap_seconds=20))
        (row,) = [row for row in any_desks.programming.rows() if row.id == saved.id]
        assert row.seconds == running_order(saved, slot).seconds


def test_an_item_shows_what_the_library_says_of_its_film_now(any_desks: Desks) -> None:
    item = film_item(any_desks, "Ultra")
    saved = any_desks.programming.save(Programme("Friday", (item,)))
    assert saved.id is not None
    assert item.film_id is not None
    film = any_desks.library.film(item.film_id)
    any_desks.library.save(
        [replace(film, title="Ultra!", directors=("Cy Dor",), versions=(replace(film.version, seconds=840),))]
    )
    (shown,) = any_desks.programming.programme(saved.id).items
    assert (shown.title, shown.seconds, shown.directors) == ("Ultra!", 840, ("Cy Dor",))


def test_a_film_is_shown_in_the_version_that_is_chosen(any_desks: Desks) -> None:
    film = Film(title="Roof", versions=(Version(seconds=3180), Version("tour cut", 2700)))
    (film_id,) = any_desks.library.save([film]).ids
    cut = any_desks.library.film(film_id).versions[1]
    item = any_desks.programming.film_item(film_id, cut.id)
    assert (item.seconds, item.version_name) == (2700, "tour cut")


def test_items_keep_their_keys_when_they_are_moved(any_desks: Desks) -> None:
    saved = any_desks.programming.save(Programme("Friday", (WELCOME, BREAK)))
    moved = any_desks.programming.save(saved.with_items((BREAK, replace(WELCOME, seconds=240))))
    assert [(item.key, item.seconds) for item in moved.items] == [("break1", 900), ("welcome1", 240)]


def test_what_another_desk_saved_meanwhile_is_not_overwritten(any_desks: Desks) -> None:
    mine = any_desks.programming.save(Programme("Friday", (WELCOME,)))
    any_desks.programming.save(replace(mine, gap_seconds=30))
    with pytest.raises(ConflictWithAnotherDesk, match="was changed at another desk"):
        any_desks.programming.save(mine.with_items(()))
    assert mine.id is not None
    assert any_desks.programming.programme(mine.id).gap_seconds == 30


def test_two_programmes_cannot_have_one_name(any_desks: Desks) -> None:
    any_desks.programming.save(Programme("Friday"))
    with pytest.raises(ProblemForUser, match="Another programme is already called “Friday”"):
        any_desks.programming.save(Programme("Friday"))
    with pytest.raises(ProblemForUser, match="needs a name"):
        any_desks.programming.save(Programme("  "))


def test_a_programme_whose_film_is_gone_is_refused(any_desks: Desks) -> None:
    item = film_item(any_desks, "Ultra")
    assert item.film_id is not None
    any_desks.library.remove([item.film_id])
    with pytest.raises(ProblemForUser, match="no longer in the library"):
        any_desks.programming.save(Programme("Friday", (item,)))


def test_a_removed_programme_can_be_saved_again(any_desks: Desks) -> None:
    saved = any_desks.programming.save(Programme("Friday", (WELCOME,)))
    assert saved.id is not None
    removed = any_desks.programming.remove(saved.id)
    assert any_desks.programming.rows() == []
    again = any_desks.programming.save(replace(removed, id=None, revision=0))
    assert (again.name, again.items) == ("Friday", (WELCOME,))


def test_an_unknown_name_says_which_there_are(any_desks: Desks) -> None:
    any_desks.programming.save(Programme("Friday"))
    with pytest.raises(ProblemForUser, match="No programme is called “Sunday”; there are: Friday"):
        any_desks.programming.find("Sunday")


@pytest.mark.parametrize("typed", ["ÉTÉ À PIED", "été à pied", "Ete a pied"])
def test_a_programme_is_found_by_its_name_in_every_alphabet(any_desks: Desks, typed: str) -> None:
    any_desks.programming.save(Programme("ÉTÉ À PIED"))
    assert any_desks.programming.find(typed).name == "ÉTÉ À PIED"


def test_of_names_that_are_alike_the_one_that_is_written_so_is_meant(any_desks: Desks) -> None:
    for name in ("Friday", "FRIDAY"):
        any_desks.programming.save(Programme(name))
    assert any_desks.programming.find("FRIDAY").name == "FRIDAY"
    with pytest.raises(ProblemForUser, match="please write one as it stands: FRIDAY, Friday"):
        any_desks.programming.find("friday")


@pytest.mark.parametrize(
    "programme",
    [
        Programme("Friday", gap_seconds=-1),
        Programme("Friday", gap_seconds=10**12),
        Programme("Friday", (replace(WELCOME, seconds=-1),)),
        Programme("Friday", (replace(WELCOME, seconds=10**12),)),
        Programme("Friday", (replace(WELCOME, gap_after=-1),)),
    ],
)
def test_an_impossible_length_is_refused(any_desks: Desks, programme: Programme) -> None:
    with pytest.raises(ProblemForUser, match="between nothing and a day"):
        any_desks.programming.save(programme)
    assert any_desks.programming.rows() == []


def test_an_item_is_never_lost_because_another_has_its_key(any_desks: Desks) -> None:
    saved = any_desks.programming.save(Programme("Friday", (WELCOME,)))
    with pytest.raises(ValueError, match="one of them would be lost"):
        any_desks.programming.save(replace(saved, items=(WELCOME, replace(WELCOME, title="Again"))))


def test_a_name_that_is_taken_is_told_whatever_the_name_is(any_desks: Desks) -> None:
    any_desks.programming.save(Programme("The last item of the programme"))
    with pytest.raises(ProblemForUser, match="Another programme is already called"):
        any_desks.programming.save(Programme("The last item of the programme"))


def test_elastic_pinned_and_nested_items_are_read_back_as_they_were(any_desks: Desks) -> None:
    short = replace(film_item(any_desks, "Short", 240), inside="break1")
    questions = Item("qa1", ItemKind.QA, "Questions", 600, least_seconds=300, most_seconds=1200)
    raffle = Item("raffle1", ItemKind.RAFFLE, "Raffle", 300, pinned=time(20, 30))
    # What runs during the intermission is kept right behind it.
    saved = any_desks.programming.save(Programme("Friday", (short, questions, BREAK, raffle)))
    assert saved.items == (questions, BREAK, short, raffle)
    assert saved.id is not None
    assert any_desks.programming.programme(saved.id) == saved


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (replace(WELCOME, least_seconds=600, most_seconds=300), "must not be less than the least"),
        (replace(WELCOME, least_seconds=600), "must not be less than the least"),
        (replace(WELCOME, least_seconds=0, most_seconds=10**9), "between nothing and a day"),
    ],
)
def test_bounds_that_leave_nothing_between_are_refused(any_desks: Desks, item: Item, said: str) -> None:
    with pytest.raises(ProblemForUser, match=said):
        any_desks.programming.save(Programme("Friday", (item,)))
    assert any_desks.programming.rows() == []


def test_an_item_tells_the_ratings_the_advisories_and_the_copies_of_its_film(any_desks: Desks) -> None:
    film = Film(
        "Ultra", ratings=("AU: MA15+",), advisories=("strong language",), versions=(Version(seconds=600),)
    )
    (film_id,) = any_desks.library.save([film]).ids
    item = any_desks.programming.film_item(film_id)
    assert (item.ratings, item.advisories, item.copies) == (("AU: MA15+",), ("strong language",), None)
    kept = any_desks.library.film(film_id)
    dcp = Copy(medium="DCP")
    any_desks.library.save([replace(kept, versions=(replace(kept.version, copies=(dcp,)),))])
    assert any_desks.programming.film_item(film_id).copies == 1
    assert film_item(any_desks, "Roof").copies == 0


def test_items_of_several_films_are_made_in_their_order_and_one_that_is_gone_stops_them_all(
    desks: Desks,
) -> None:
    ids = desks.library.save(
        [
            Film("Balance", versions=(Version(seconds=300), Version("tour cut", 240))),
            Film("Rebound", versions=(Version(seconds=780),)),
        ]
    ).ids
    items = desks.programming.film_items([ids[1], ids[0], ids[1]])
    assert [(item.title, item.seconds, item.known_seconds) for item in items] == [
        ("Rebound", 780, 780),
        ("Balance", 300, 300),
        ("Rebound", 780, 780),
    ]
    assert len({item.key for item in items}) == 3
    with pytest.raises(ProblemForUser, match="no longer in the library"):
        desks.programming.film_items([ids[0], 999])


def test_a_version_that_went_into_another_record_is_still_found_by_who_has_copied_it(
    any_desks: Desks,
) -> None:
    library, programming = any_desks.library, any_desks.programming
    kept_id, gone_id = library.save(
        [Film("Roof", versions=(Version(seconds=600),)), Film("The Roof", versions=(Version(seconds=660),))]
    ).ids
    copied = programming.film_item(gone_id)
    library.merge(library.film(kept_id), library.film(gone_id))
    assert copied.version_id is not None
    [item] = programming.version_items([copied.version_id])
    assert (item.title, item.film_id, item.seconds, item.known_seconds) == ("Roof", kept_id, 660, 660)


def test_versions_of_several_films_come_in_the_order_asked_for_and_one_that_is_gone_stops_them_all(
    any_desks: Desks,
) -> None:
    ids = any_desks.library.save(
        [Film(title, versions=(Version(seconds=600), Version("cut", 500))) for title in ("A", "B")]
    ).ids
    versions = [version.id or 0 for number in ids for version in any_desks.library.film(number).versions]
    wanted = [versions[3], versions[0], versions[3]]
    items = any_desks.programming.version_items(wanted)
    assert [(item.title, item.seconds) for item in items] == [("B", 500), ("A", 600), ("B", 500)]
    assert len({item.key for item in items}) == 3
    with pytest.raises(ProblemForUser, match="no longer in the library"):
        any_desks.programming.version_items([versions[0], 10_000])
