"""What is found by words, and in which order; the same on both databases."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.library.finding.conftest import CROWN, HOME, LIBRARY, ROOF

from tourdesk.desks import Desks
from tourdesk.foundation.text import search_words
from tourdesk.library.films import Film, Showing
from tourdesk.library.finding.wanted import Facet, Order, Wanted


def titles(desks: Desks, search: str) -> list[str]:
    return [row.title for row in desks.finding.find(Wanted(search)).first]


def test_the_title_itself_stands_before_titles_that_begin_so_and_texts_stand_last(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    assert titles(any_desks, "run") == ["Run", "Running The Roof", "The Crown Traverse"]


def test_a_later_word_of_a_title_stands_before_a_person(any_desks: Desks, ids: dict[str, int]) -> None:
    any_desks.library.save([Film("Zero", directors=("Ada Roof",))])
    assert titles(any_desks, "roo") == ["Running The Roof", "Zero"]


def test_a_title_stands_under_its_first_letter_and_is_found_with_or_without_the_signs_before_it(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    any_desks.library.save(
        [Film("¡Runaway!"), Film("“Roof” and Ridge"), Film("'71", directors=("Anna Roof",))]
    )
    assert titles(any_desks, "")[:3] == ["'71", "“Roof” and Ridge", "Run"]
    assert titles(any_desks, "roof")[0] == titles(any_desks, "“roof”")[0] == "“Roof” and Ridge"
    assert titles(any_desks, "run")[:2] == ["Run", "¡Runaway!"]
    assert any_desks.library.find("Runaway!").title == "¡Runaway!"


def test_whatever_letter_stands_amid_a_word_it_can_be_searched_for(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    any_desks.library.save([Film("ᦔᦱᦖ"), Film("aᳲb")])
    assert titles(any_desks, "ᦔᦱᦖ") == ["ᦔᦱᦖ"]
    assert titles(any_desks, "aᳲb") == ["aᳲb"]
    # Scripts without spaces have their own words; the others are looked for as many at once as a search has.
    letters = [chr(code) for code in range(0x80, 0x20000) if not 0x3400 <= code <= 0xD7FF]
    words = [f"a{letter}b" for letter in letters if letter.isalnum()]
    for start in range(0, len(words), 40):
        assert any_desks.library.rows(" ".join(words[start : start + 40])) == []


@pytest.mark.parametrize(
    ("search", "whole"),
    [
        ("run", False),
        ("tymon ru", False),
        ("running the", False),
        ("“run", False),
        ("r", True),
        ("leura", True),
        ("%", True),
    ],
)
def test_the_best_finds_are_those_with_which_all_begin(
    any_desks: Desks,
    ids: dict[str, int],
    search: str,
    whole: bool,  # noqa: FBT001 - what is expected
) -> None:
    everything = any_desks.finding.find(Wanted(search))
    best = any_desks.finding.find_best(Wanted(search), 1)
    assert best.ids == everything.ids[: len(best.ids)]
    assert best.first == everything.first[:1]
    assert best.whole == whole
    assert any_desks.finding.find_best(Wanted(search), 10).ids == everything.ids


def test_where_something_is_chosen_or_sorted_all_are_found_at_once(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    for wanted in (
        Wanted("run", {Facet.SECTION: ("People",)}),
        Wanted("run", order=Order.YEAR),
        Wanted("run", longest=600),
    ):
        assert any_desks.finding.find_best(wanted, 1) == any_desks.finding.find(wanted, 1)


def test_a_single_letter_is_looked_for_in_titles_alone(any_desks: Desks, ids: dict[str, int]) -> None:
    assert titles(any_desks, "r") == ["Run", "Running The Roof"]
    assert titles(any_desks, "h") == ["Zurück nach Hause"]
    any_desks.library.save([Film("走る人 Runner")])
    assert titles(any_desks, "人") == ["走る人 Runner"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("tadjikistan", []),
        ("tajikistan", [ROOF.title]),
        ("Тоҷикистон", [ROOF.title]),
        ("deutschland", [HOME.title]),
        ("norge", [HOME.title]),
        ("Norway", [HOME.title]),
        ("norwegen", [HOME.title]),
        ("tadschikistan", [ROOF.title]),
        ("Vereinigte Staaten", [CROWN.title]),
        ("usa", [CROWN.title]),
        ("leura", [ROOF.title]),
        ("wild tough", [ROOF.title, CROWN.title]),
    ],
)
def test_places_are_found_in_the_languages_of_the_program_and_as_those_who_live_there_call_them(
    any_desks: Desks, ids: dict[str, int], search: str, found: list[str]
) -> None:
    assert [
        title for title in titles(any_desks, search) if any_desks.finding.find(Wanted(search)).like == ""
    ] == found


def test_a_town_is_found_as_soon_as_the_film_was_shown_there(any_desks: Desks, ids: dict[str, int]) -> None:
    film = any_desks.library.film(ids["Run"])
    any_desks.library.save([replace(film, showings=(Showing("Katoomba"),))])
    assert titles(any_desks, "katoomba") == ["Run"]


@pytest.mark.parametrize(
    ("typed", "like", "first"),
    [
        ("runing", "running", ROOF.title),
        ("travrese", "traverse", CROWN.title),
        ("steinman hase", "steinman hause", HOME.title),
        ("stienm", "steinm", HOME.title),
        ("tymon roff", "tymon roof", ROOF.title),
    ],
)
def test_misspelled_words_find_films_like_them_and_it_is_said(
    any_desks: Desks, ids: dict[str, int], typed: str, like: str, first: str
) -> None:
    found = any_desks.finding.find(Wanted(typed))
    assert (found.like, found.first[0].title) == (like, first)


@pytest.mark.parametrize("typed", ["qqqqqq", "xy", "%", "", "roof submarine"])
def test_what_is_like_nothing_is_not_guessed(any_desks: Desks, ids: dict[str, int], typed: str) -> None:
    found = any_desks.finding.find(Wanted(typed))
    assert found.like == ""
    assert len(found.ids) == (0 if typed else len(LIBRARY))


def test_the_command_line_finds_only_what_is_spelled_so(any_desks: Desks, ids: dict[str, int]) -> None:
    assert any_desks.finding.find(Wanted("runing")).like == "running"
    assert any_desks.library.rows("runing") == []


def test_a_new_word_can_be_misspelled_at_once(any_desks: Desks, ids: dict[str, int]) -> None:
    assert any_desks.finding.find(Wanted("submaren")).like == ""
    any_desks.library.save([Film("Submarine")])
    assert any_desks.finding.find(Wanted("submarin e")).like == ""
    assert any_desks.finding.find(Wanted("submarjne")).like == "submarine"


def test_what_another_desk_saved_is_found(any_desks: Desks, ids: dict[str, int]) -> None:
    other = Desks.over(any_desks.database)
    assert titles(any_desks, "glacier") == []
    (film_id,) = other.library.save([Film("Glacier")]).ids
    assert titles(any_desks, "glacier") == ["Glacier"]
    other.library.remove([film_id])
    assert titles(any_desks, "glacier") == []
    assert list(any_desks.finding.find(Wanted()).ids) == [ids[t] for t in sorted(ids, key=str.casefold)]


def test_films_stand_by_our_letters_whatever_the_server_s_language(any_desks: Desks) -> None:
    names = ["a-b", "ab", "a b", "Äb", "B", "ß", "z", "Zürich", "10 Days", "9 Days"]
    any_desks.library.save([Film(name) for name in names])
    shown = [row.title for row in any_desks.finding.find(Wanted()).first]
    assert shown == ["10 Days", "9 Days", "a b", "a-b", "ab", "Äb", "B", "ß", "z", "Zürich"]


WORDS = st.sampled_from("run running roof ridge red rain rein the a zurück zur 人 走る é".split())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8), st.data())
def test_a_film_is_found_exactly_when_each_word_begins_a_word_of_it(
    desks: Desks, names: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(names).map(str.split).flatmap(st.sampled_from))
    typed = word[: data.draw(st.integers(2, max(len(word), 2)))]
    assume(len(typed) > 1)
    saved = desks.library.save([Film(name) for name in names])
    found = set(desks.finding.find(Wanted(typed)).ids)
    desks.library.remove(saved.ids)
    assert found == {
        film_id
        for film_id, name in zip(saved.ids, names, strict=True)
        if all(any(own.startswith(part) for own in search_words(name)) for part in search_words(typed))
    }
