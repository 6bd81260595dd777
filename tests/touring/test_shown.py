"""Where a film is shown, as the screenings kept here say it."""

from datetime import date, time

from tourdesk.desks import Desks
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue


def test_a_film_tells_the_nights_and_towns_that_show_it_the_latest_first(any_desks: Desks) -> None:
    shown, other = any_desks.library.save(
        [Film("Mira", versions=(Version(), Version("short cut", 600))), Film("Balance")]
    ).ids
    cut = any_desks.library.film(shown).versions[1]
    item = any_desks.programming.film_item(shown, cut.id)
    programme = any_desks.programming.save(Programme("The evening", (item,)))
    tour = any_desks.touring.save_tour(Tour("Trails 2027"))
    venue, (hall,) = any_desks.touring.save_venue(
        Venue("Assembly Rooms", "Leura", "Australia/Sydney"), (Hall("Great Hall"),)
    )
    times = SlotTimes(access=time(17), doors=time(18), start=time(19), curfew=time(22), get_out_minutes=15)
    for night in (date(2027, 5, 18), date(2027, 5, 20)):
        slot = slot_on(night, venue.zone, times)
        any_desks.touring.save_screening(
            Screening(tour, "Leura", "Runners", venue, hall, night, slot, programme_id=programme.id)
        )
    found = any_desks.touring.shown(shown)
    assert [(s.night, s.town, s.venue, s.programme, s.version) for s in found] == [
        (date(2027, 5, 20), "Leura", "Assembly Rooms", "The evening", "short cut"),
        (date(2027, 5, 18), "Leura", "Assembly Rooms", "The evening", "short cut"),
    ]
    assert any_desks.touring.shown(other) == []
