"""Showings that use up a licence: the list of films, the programme's findings and Fit count them alike."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tourdesk.desks import Desks
from tourdesk.gui.programme.fit.around import around
from tourdesk.library.films import Film, Version
from tourdesk.library.finding.wanted import Facet, Holding, Night, Wanted
from tourdesk.library.licences import Licence
from tourdesk.programming.programme import Programme
from tourdesk.programming.proposing.wishes import Wishes
from tourdesk.programming.running_order import running_order
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

NIGHT = date(2027, 5, 18)
TIMES = SlotTimes(doors=time(19, 30), start=time(20), curfew=time(23))
LICENCES = st.builds(
    lambda codes, plays, last: Licence(last=last, territories=codes, plays=plays),
    st.sampled_from([(), ("AU",), ("NZ",)]),
    st.sampled_from([None, 1, 2]),
    st.sampled_from([None, NIGHT + timedelta(days=1)]),
)
TOURS = st.lists(  # nights: how many days later, in New Zealand or not, and which programme is shown
    st.tuples(st.integers(0, 3), st.booleans(), st.integers(0, 1)), min_size=1, max_size=4
)


def made(desks: Desks, licences: list[list[Licence]], nights: list[tuple[int, bool, int]]) -> list[Screening]:
    """Two programmes of the films in turn, shown on these nights."""
    ids = desks.library.save(
        [
            Film(f"F{n}", versions=(Version(seconds=600),), licences=tuple(some))
            for n, some in enumerate(licences)
        ]
    ).ids
    item = desks.programming.film_item
    programmes = [
        desks.programming.save(Programme(f"P{n} {ids[0]}", tuple(item(film) for film in ids[n::2])))
        for n in (0, 1)
    ]
    tour = desks.touring.tour() or desks.touring.save_tour(Tour("Trails"))
    if not desks.touring.venues():
        for name, zone, country in (
            ("Leura", "Australia/Sydney", "AU"),
            ("Wellington", "Pacific/Auckland", "NZ"),
        ):
            desks.touring.save_venue(Venue(name, name, zone, country), (Hall("Hall"),))
    places = desks.touring.venues()
    shown = []
    for days, abroad, programme in nights:
        venue, halls = places[abroad]
        night = NIGHT + timedelta(days=days)
        one = Screening(tour, venue.name, "Host", venue, halls[0], night, slot_on(night, venue.zone, TIMES))
        shown.append(desks.touring.save_screening(replace(one, programme_id=programmes[programme].id)))
    return shown


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(LICENCES, max_size=2), min_size=2, max_size=4), TOURS)
def test_the_list_says_of_each_film_of_the_night_what_its_programme_says(
    desks: Desks, licences: list[list[Licence]], nights: list[tuple[int, bool, int]]
) -> None:
    shown = made(desks, licences, nights)
    for one in shown:
        assert one.programme_id is not None
        programme = desks.programming.programme(one.programme_id)
        order = running_order(programme, one.slot, desks.touring.event(one))
        refused = {
            item
            for finding in order.findings
            for item in finding.items
            if finding.rule == "not licensed"
            and "for " in finding.sentence
            and " there are " in finding.sentence
        }
        wanted = Wanted(night=Night(one.night, one.venue.country, one.id))
        used_up = set(desks.finding.find(wanted.choosing(Facet.LICENCE, [Holding.USED_UP])).ids)
        valid = set(desks.finding.find(wanted.choosing(Facet.LICENCE, [Holding.VALID])).ids)
        films = {item.key: item.film_id or 0 for item in programme.items}
        assert {films[key] for key in refused} == used_up & set(films.values())
        terms = around(desks, one, Wishes(), frozenset({one.programme_id})).terms
        fit_allows = {film for film in films.values() if terms.of(film, [one.night])[0]}
        assert fit_allows == valid & set(films.values())
    for one in shown:  # the next example has nights of its own
        desks.touring.remove_screening(one.id or 0)


def test_a_film_that_the_night_does_not_show_yet_is_counted_as_if_it_did(any_desks: Desks) -> None:
    once = [[Licence(plays=1)], [Licence(plays=1)]]
    first, again, other = made(any_desks, once, [(0, False, 0), (1, False, 0), (2, False, 1)])

    def used_up(at: Screening) -> list[str]:
        wanted = Wanted(night=Night(at.night, "AU", at.id)).choosing(Facet.LICENCE, [Holding.USED_UP])
        return [row.title for row in any_desks.finding.find(wanted).first]

    # The first programme is shown twice: its film and any that is put into it have two showings at least.
    assert used_up(first) == used_up(again) == ["F0", "F1"]
    assert used_up(other) == ["F0"]
    any_desks.touring.remove_screening(again.id or 0)
    any_desks.touring.remove_screening(other.id or 0)
    assert used_up(first) == []


def test_a_screening_that_shows_two_versions_of_a_film_is_one_showing_of_it(any_desks: Desks) -> None:
    versions = (Version("original", 600), Version("audio described", 620))
    films = [
        Film("Twice", versions=versions, licences=(Licence(plays=2),)),
        Film("Other", versions=(Version(seconds=600),)),
    ]
    twice, other = any_desks.library.save(films).ids
    _first, another = any_desks.library.film(twice).versions
    item = any_desks.programming.film_item
    both = (item(twice), item(twice, another.id))
    assert [one.version_name for one in both] == ["original", "audio described"]
    first = any_desks.programming.save(Programme("Both", both))
    second = any_desks.programming.save(Programme("Once", (item(twice), item(other))))
    tour = any_desks.touring.save_tour(Tour("Trails"))
    venue, (hall,) = any_desks.touring.save_venue(Venue("Leura", "Leura", "UTC", "AU"), (Hall("Hall"),))

    def shown(programme: Programme, days: int) -> Screening:
        night = NIGHT + timedelta(days=days)
        plain = Screening(tour, venue.name, "Host", venue, hall, night, slot_on(night, venue.zone, TIMES))
        return any_desks.touring.save_screening(replace(plain, programme_id=programme.id))

    def told(at: Screening) -> list[str]:
        programme = any_desks.programming.programme(at.programme_id or 0)
        found = running_order(programme, at.slot, any_desks.touring.event(at)).findings
        return [
            finding.sentence
            for finding in found
            if finding.rule == "not licensed" and "for 2" in finding.sentence
        ]

    shown(first, 0)
    tonight = shown(second, 1)
    terms = around(any_desks, tonight, Wishes(), frozenset({second.id or 0})).terms
    assert not told(tonight)
    assert terms.of(twice, [tonight.night])[0]
    # A third one is one too many, whichever of them it is.
    last = shown(first, 2)
    assert told(tonight) == ["The licence of “Twice” is for 2 showings, and with this night there are 3."]
    assert set(told(last)) == set(told(tonight))
