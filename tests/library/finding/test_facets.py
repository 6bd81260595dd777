"""Facets: what they offer, and what they leave; the same on both databases."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.finding.conftest import HOME, ROOF

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.committee.verdicts import Choice, Stroke
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.wanted import Facet, Wanted


def titles(desks: Desks, wanted: Wanted) -> list[str]:
    return [row.title for row in desks.finding.find(wanted).first]


def offered(desks: Desks, facet: Facet, wanted: Wanted | None = None) -> dict[str, int]:
    return dict(desks.finding.counts(wanted or Wanted())[facet])


def test_each_facet_counts_the_whole_library(any_desks: Desks, verdicts: None) -> None:
    assert offered(any_desks, Facet.SECTION) == {"People": 2, "Wild and Tough": 2}
    assert offered(any_desks, Facet.TAG) == {"sport": 3, "asia": 1, "family": 1}
    assert offered(any_desks, Facet.COUNTRY) == {"TJ": 1, "US": 1, "DE": 1, "NO": 1}
    assert offered(any_desks, Facet.LANGUAGE) == {"en": 2, "de": 1}
    assert offered(any_desks, Facet.LENGTH) == {"10": 1, "30": 1, "60": 1, "unknown": 1}
    assert offered(any_desks, Facet.FORMAT) == {"ProRes": 1, "DCP": 1}
    assert offered(any_desks, Facet.YEAR) == {"2019": 2, "2021": 1}
    assert offered(any_desks, Facet.VERDICT) == {"must": 1, "maybe": 1, "none": 2}


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(
    any_desks: Desks, ids: dict[str, int]
) -> None:
    both = Wanted().choosing(Facet.TAG, ["asia", "family"])
    assert titles(any_desks, both) == ["Running The Roof", "Zurück nach Hause"]
    assert titles(any_desks, both.choosing(Facet.LANGUAGE, ["de"])) == ["Zurück nach Hause"]
    assert titles(any_desks, both.choosing(Facet.LANGUAGE, ["fr"])) == []


def test_what_a_facet_offers_is_counted_without_its_own_choice(any_desks: Desks, ids: dict[str, int]) -> None:
    wanted = Wanted().choosing(Facet.SECTION, ["People"])
    assert offered(any_desks, Facet.SECTION, wanted) == {"People": 2, "Wild and Tough": 2}
    assert offered(any_desks, Facet.TAG, wanted) == {"sport": 1, "family": 1}


def test_counts_are_of_what_is_searched(any_desks: Desks, ids: dict[str, int]) -> None:
    assert offered(any_desks, Facet.SECTION, Wanted("tymon")) == {"People": 1, "Wild and Tough": 1}
    assert offered(any_desks, Facet.SECTION, Wanted("timon")) == {"People": 1, "Wild and Tough": 1}


def test_a_chosen_value_is_offered_also_when_it_leaves_nothing(any_desks: Desks, ids: dict[str, int]) -> None:
    wanted = Wanted("tymon").choosing(Facet.LANGUAGE, ["de"])
    assert offered(any_desks, Facet.LANGUAGE, wanted) == {"en": 1, "de": 0}


def test_only_what_still_fits_is_shown(any_desks: Desks, ids: dict[str, int]) -> None:
    assert titles(any_desks, Wanted(longest=600)) == ["The Crown Traverse"]
    assert titles(any_desks, Wanted(longest=601)) == ["The Crown Traverse", "Zurück nach Hause"]


@pytest.mark.parametrize(
    ("seconds", "length"),
    [
        (1, "10"),
        (600, "10"),
        (601, "30"),
        (1800, "30"),
        (1801, "60"),
        (3600, "60"),
        (3601, "over"),
        (None, "unknown"),
    ],
)
def test_the_end_of_a_length_belongs_to_the_shorter_one(
    any_desks: Desks, seconds: int | None, length: str
) -> None:
    any_desks.library.save([Film("x", versions=(Version(seconds=seconds), Version("long", seconds=9000)))])
    assert offered(any_desks, Facet.LENGTH) == {length: 1}


def test_counts_follow_every_change(any_desks: Desks, verdicts: None, ids: dict[str, int]) -> None:
    assert offered(any_desks, Facet.TAG)["sport"] == 3
    film = any_desks.library.film(ids[ROOF.title])
    changed = replace(
        film, tags=("new",), year=1999, section=None, versions=(replace(film.version, seconds=60),)
    )
    saved = any_desks.library.save([changed])
    assert offered(any_desks, Facet.TAG) == {"sport": 2, "family": 1, "new": 1}
    assert offered(any_desks, Facet.YEAR) == {"1999": 1, "2019": 1, "2021": 1}
    assert offered(any_desks, Facet.LENGTH) == {"10": 2, "30": 1, "unknown": 1}
    any_desks.library.undo(saved)
    assert offered(any_desks, Facet.TAG) == {"sport": 3, "asia": 1, "family": 1}
    any_desks.library.remove([ids[ROOF.title]])
    assert offered(any_desks, Facet.TAG) == {"sport": 2, "family": 1}
    assert offered(any_desks, Facet.VERDICT) == {"maybe": 1, "none": 2}


def test_counts_follow_the_committee(any_desks: Desks, verdicts: None, ids: dict[str, int]) -> None:
    assert offered(any_desks, Facet.VERDICT) == {"must": 1, "maybe": 1, "none": 2}
    any_desks.committee.mark_as([("Ann", ids[HOME.title], Stroke(choice=Choice.NO))])
    assert offered(any_desks, Facet.VERDICT) == {"must": 1, "maybe": 1, "no": 1, "none": 1}
    assert titles(any_desks, Wanted().choosing(Facet.VERDICT, ["no"])) == [HOME.title]


def test_what_a_work_has_not_kept_is_never_counted(any_desks: Desks, ids: dict[str, int]) -> None:
    def half_done() -> None:
        with any_desks.database.work():
            any_desks.library.save([Film("Half", tags=("half",))])
            assert offered(any_desks, Facet.TAG)["half"] == 1
            any_desks.library.film(-1)

    with pytest.raises(ProblemForUser):
        half_done()
    assert "half" not in offered(any_desks, Facet.TAG)
    assert titles(any_desks, Wanted("half")) == []


TAGS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True).map(tuple)
FILMS = st.builds(
    Film,
    st.sampled_from(["Run", "Roof", "Red Roof"]),
    section=st.none() | st.sampled_from(["x", "y"]),
    tags=TAGS,
    year=st.none() | st.sampled_from([2000, 2001]),
)
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        Facet.SECTION: st.sampled_from([("x",), ("y",), ("x", "y")]),
        Facet.TAG: st.sampled_from([("a",), ("b", "c")]),
        Facet.YEAR: st.just(("2000",)),
    },
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FILMS, max_size=10), CHOICES, st.sampled_from(["", "ro", "red"]))
def test_counts_are_what_counting_one_by_one_gives(
    desks: Desks, films: list[Film], chosen: dict[Facet, tuple[str, ...]], search: str
) -> None:
    saved = desks.library.save(films)
    answer = desks.finding.counts(Wanted(search, chosen))
    desks.library.remove(saved.ids)

    def values(film: Film, facet: Facet) -> set[str]:
        match facet:
            case Facet.SECTION:
                return {film.section} if film.section else set()
            case Facet.TAG:
                return set(film.tags)
            case _:
                return {str(film.year)} if film.year else set()

    found = [film for film in films if any(word.startswith(search) for word in film.title.lower().split())]
    for facet in (Facet.SECTION, Facet.TAG, Facet.YEAR):
        left = [
            film
            for film in found
            if all(values(film, other) & set(some) for other, some in chosen.items() if other is not facet)
        ]
        expected = {
            value: sum(value in values(film, facet) for film in left)
            for value in ("x", "y", "a", "b", "c", "2000", "2001")
        }
        counted = {value: count for value, count in answer[facet] if count}
        assert counted == {value: count for value, count in expected.items() if count}
