"""The facet of licences: for a night and a country, in step with the search and with every change."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.library.finding.wanted import Facet, Holding, Night, Wanted
from tourdesk.library.licences import Licence
from tourdesk.library.standing import judged

NIGHT = Night(date(2027, 5, 18), "AU")
ASKED = Wanted(night=NIGHT)
VALID = Licence(date(2027, 5, 1), date(2027, 5, 31), ("AU", "NZ"))
LIBRARY = {
    "Balance": (VALID,),
    "Mira": (replace(VALID, territories=("DE",)),),
    "Ultra": (Licence(date(2027, 6, 1)),),
    "Rebound": (Licence(last=date(2027, 5, 17)), Licence(last=date(2020, 1, 1))),
    "Slack": (Licence(last=date(2027, 5, 17)), Licence(first=date(2027, 5, 18))),
    "Gravel": (),
}


def kept(desks: Desks) -> dict[str, int]:
    saved = desks.library.save([Film(title, licences=licences) for title, licences in LIBRARY.items()])
    return dict(zip(LIBRARY, saved.ids, strict=True))


def offered(desks: Desks, wanted: Wanted = ASKED) -> dict[str, int]:
    return dict(desks.finding.counts(wanted)[Facet.LICENCE])


def titles(desks: Desks, *holdings: Holding, wanted: Wanted = ASKED) -> list[str]:
    return [row.title for row in desks.finding.find(wanted.choosing(Facet.LICENCE, holdings)).first]


def test_films_are_narrowed_by_how_they_are_licensed_on_a_night(any_desks: Desks) -> None:
    kept(any_desks)
    assert offered(any_desks) == {"valid": 2, "elsewhere": 1, "coming": 1, "ended": 1, "none": 1}
    assert titles(any_desks, Holding.VALID) == ["Balance", "Slack"]
    assert titles(any_desks, Holding.ELSEWHERE) == ["Mira"]
    assert titles(any_desks, Holding.ENDED, Holding.NONE) == ["Gravel", "Rebound"]
    german = Wanted(night=Night(date(2027, 5, 18), "DE"))
    assert titles(any_desks, Holding.VALID, wanted=german) == ["Mira", "Slack"]
    later = Wanted(night=Night(date(2028, 5, 18)))
    assert titles(any_desks, Holding.VALID, wanted=later) == ["Slack", "Ultra"]


def test_counts_are_in_step_with_the_search(any_desks: Desks) -> None:
    kept(any_desks)
    assert offered(any_desks, replace(ASKED, search="mira")) == {"elsewhere": 1}


def test_a_change_counts_at_once_and_so_does_its_undo(any_desks: Desks) -> None:
    ids = kept(any_desks)
    assert offered(any_desks)["none"] == 1
    film = any_desks.library.film(ids["Gravel"])
    saved = any_desks.library.save([replace(film, licences=(VALID,))])
    assert "none" not in offered(any_desks)
    assert titles(any_desks, Holding.VALID) == ["Balance", "Gravel", "Slack"]
    any_desks.library.undo(saved)
    assert titles(any_desks, Holding.NONE) == ["Gravel"]
    any_desks.library.remove([ids["Balance"]])
    assert titles(any_desks, Holding.VALID) == ["Slack"]


def test_a_library_without_licences_and_a_question_without_a_night_offer_nothing(any_desks: Desks) -> None:
    any_desks.library.save([Film("Balance")])
    assert offered(any_desks) == {}
    kept(any_desks)
    assert offered(any_desks, Wanted()) == {}


def test_a_saved_search_asks_for_the_night_that_is_worked_on_then(desks: Desks) -> None:
    kept(desks)
    chosen = ASKED.choosing(Facet.LICENCE, [Holding.VALID])
    desks.finding.save_search("may be shown", chosen)
    (search,) = desks.finding.searches()
    assert search.wanted == replace(chosen, night=None)


DAYS = st.none() | st.dates(date(2027, 5, 1), date(2027, 6, 1))


@st.composite
def licences(draw: st.DrawFn) -> Licence:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and last < first:
        first, last = last, first
    return Licence(first, last, draw(st.sampled_from([(), ("AU",), ("DE", "NZ")])))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(licences(), max_size=3), min_size=1, max_size=6),
    st.dates(date(2027, 5, 1), date(2027, 6, 1)),
    st.sampled_from(["", "AU", "DE", "FR"]),
)
def test_the_facet_says_of_each_film_what_the_rules_say(
    desks: Desks, given_films: list[list[Licence]], day: date, country: str
) -> None:
    ids = desks.library.save([Film(f"F{n}", licences=tuple(some)) for n, some in enumerate(given_films)]).ids
    wanted = Wanted(night=Night(day, country))
    said = {
        film_id: holding
        for holding in Holding
        for film_id in desks.finding.find(wanted.choosing(Facet.LICENCE, [holding])).ids
    }
    expected = {
        film_id: judged(some, day, country).standing.value
        for film_id, some in zip(ids, given_films, strict=True)
    }
    desks.library.remove(ids)
    assert said == (expected if any(given_films) else {})
