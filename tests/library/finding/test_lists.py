"""Orders, rows, related films and saved searches; the same on both databases."""

from dataclasses import replace

import pytest
from tests.library.finding.conftest import CROWN, HOME, ROOF, RUN

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.wanted import Facet, Kin, Order, Wanted


def titles(desks: Desks, wanted: Wanted) -> list[str]:
    return [row.title for row in desks.finding.find(wanted).first]


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (Order.TITLE, [RUN, ROOF, CROWN, HOME], [HOME, CROWN, ROOF, RUN]),
        (Order.DIRECTORS, [RUN, ROOF, HOME, CROWN], [CROWN, HOME, RUN, ROOF]),
        (Order.YEAR, [ROOF, CROWN, HOME, RUN], [HOME, ROOF, CROWN, RUN]),
        (Order.COUNTRIES, [HOME, ROOF, CROWN, RUN], [CROWN, ROOF, HOME, RUN]),
        (Order.RUN_TIME, [CROWN, HOME, ROOF, RUN], [ROOF, HOME, CROWN, RUN]),
        (Order.SECTION, [RUN, HOME, ROOF, CROWN], [ROOF, CROWN, RUN, HOME]),
        (Order.TAGS, [HOME, RUN, ROOF, CROWN], [RUN, ROOF, CROWN, HOME]),
    ],
)
def test_films_are_sorted_by_each_column_and_the_unknown_stands_last(
    any_desks: Desks, ids: dict[str, int], order: Order, up: list[Film], down: list[Film]
) -> None:
    assert titles(any_desks, Wanted(order=order)) == [film.title for film in up]
    assert titles(any_desks, Wanted(order=order, descending=True)) == [film.title for film in down]


def test_a_search_and_a_facet_can_be_sorted(any_desks: Desks, ids: dict[str, int]) -> None:
    wanted = Wanted("run", {Facet.TAG: ("sport",)}, order=Order.YEAR, descending=True)
    assert titles(any_desks, wanted) == [ROOF.title, CROWN.title, RUN.title]


def test_a_changed_run_time_changes_the_order(any_desks: Desks, ids: dict[str, int]) -> None:
    assert titles(any_desks, Wanted(order=Order.RUN_TIME))[0] == CROWN.title
    film = any_desks.library.film(ids[RUN.title])
    any_desks.library.save([replace(film, versions=(replace(film.version, seconds=5),))])
    assert titles(any_desks, Wanted(order=Order.RUN_TIME))[0] == RUN.title


def test_rows_come_in_the_order_in_which_they_are_asked_for(any_desks: Desks, ids: dict[str, int]) -> None:
    rows = any_desks.finding.rows([ids["Run"], 10**6, ids[HOME.title]])
    assert [(row.title, row.countries) for row in rows] == [("Run", ()), (HOME.title, ("DE", "NO"))]


def test_an_empty_library_is_told_from_one_where_nothing_is_found(any_desks: Desks) -> None:
    assert any_desks.finding.is_empty()
    assert list(any_desks.finding.find(Wanted("run")).ids) == []
    assert not any(any_desks.finding.counts(Wanted()).values())
    any_desks.library.save([Film("Run")])
    assert not any_desks.finding.is_empty()


def test_related_films_share_the_section_a_tag_a_director_or_a_country(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    related = any_desks.finding.related(ids[ROOF.title], None)
    assert [(kin.kind, kin.value, kin.others, [row.title for row in kin.first]) for kin in related] == [
        ("section", "Wild and Tough", 1, ["The Crown Traverse"]),
        ("tag", "sport", 2, ["Run", "The Crown Traverse"]),
        ("tag", "asia", 0, []),
        ("director", "Alexis Tymon", 1, ["Run"]),
        ("country", "TJ", 0, []),
    ]


def test_of_many_related_films_the_first_are_read_and_all_are_counted(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    any_desks.library.save(
        [Film(f"Sport {n:02}", tags=("sport",), versions=(Version(seconds=n + 1),)) for n in range(30)]
    )
    kin = next(kin for kin in any_desks.finding.related(ids["Run"], 2) if kin.value == "sport")
    assert kin == Kin("tag", "sport", 32, tuple(any_desks.finding.rows([ids[ROOF.title]])) + kin.first[1:])
    assert [row.title for row in kin.first] == ["Running The Roof", "Sport 00"]


def test_what_is_related_to_a_film_that_is_gone_is_told(any_desks: Desks) -> None:
    with pytest.raises(ProblemForUser, match="no longer in the library"):
        any_desks.finding.related(1, 5)


SHORT = Wanted("run", {Facet.LENGTH: ("10", "unknown"), Facet.TAG: ("sport",)})


def test_a_search_is_kept_under_a_name_and_chosen_again(any_desks: Desks, ids: dict[str, int]) -> None:
    any_desks.finding.save_search("  Short   ones ", SHORT)
    any_desks.finding.save_search("Äpfel", Wanted("apple"))
    kept = any_desks.finding.searches()
    assert [(search.name, search.wanted) for search in kept] == [
        ("Äpfel", Wanted("apple")),
        ("Short ones", SHORT),
    ]
    assert titles(any_desks, kept[1].wanted) == ["Run", "The Crown Traverse"]


def test_a_search_saved_under_the_same_name_takes_the_place_of_the_old_one(any_desks: Desks) -> None:
    any_desks.finding.save_search("Short", SHORT)
    any_desks.finding.save_search("short", Wanted("x"))
    assert [(search.name, search.wanted) for search in any_desks.finding.searches()] == [
        ("Short", Wanted("x"))
    ]


def test_a_search_is_renamed_and_removed_and_comes_back(any_desks: Desks) -> None:
    saved = any_desks.finding.save_search("Short", SHORT)
    assert any_desks.finding.rename_search(saved.id, "SHORT").name == "SHORT"
    removed = any_desks.finding.remove_search(saved.id)
    assert any_desks.finding.searches() == []
    any_desks.finding.put_back_search(removed)
    assert any_desks.finding.searches() == [removed]
    assert any_desks.finding.rename_search(saved.id, "Short").name == "Short"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" ", "needs a name"),
        ("x" * 101, "too long for the name"),
        ("Long", "Another search is called “Long”"),
    ],
)
def test_a_name_that_cannot_be_is_told(any_desks: Desks, name: str, said: str) -> None:
    any_desks.finding.save_search("Long", Wanted("x"))
    short = any_desks.finding.save_search("Short", SHORT)
    with pytest.raises(ProblemForUser, match=said):
        any_desks.finding.rename_search(short.id, name)
    assert [search.name for search in any_desks.finding.searches()] == ["Long", "Short"]


def test_a_search_that_somebody_removed_is_told(any_desks: Desks) -> None:
    saved = any_desks.finding.save_search("Short", SHORT)
    any_desks.finding.remove_search(saved.id)
    with pytest.raises(ProblemForUser, match="no longer kept"):
        any_desks.finding.rename_search(saved.id, "Other")
    with pytest.raises(ProblemForUser, match="no longer kept"):
        any_desks.finding.remove_search(saved.id)
