"""What the rules are told of a night: its age and country, what its town has seen, and the hall's other showings."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.films import Film, Showing, Version
from tourdesk.library.licences import Licence
from tourdesk.library.standing import Play
from tourdesk.programming.event import Seen
from tourdesk.programming.programme import Programme
from tourdesk.programming.running_order import Finding, running_order
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.touring.night import Hall, Screening, Tour, Venue

NIGHT = date(2027, 5, 18)
EARLY = SlotTimes(
    doors=time(16, 30), start=time(17), curfew=time(19, 45), access=time(15), get_out_minutes=10
)
LATE = SlotTimes(doors=time(19, 30), start=time(20), curfew=time(23), access=time(15), get_out_minutes=10)


def programme(desks: Desks, *seconds: int, town: str = "") -> Programme:
    showings = (Showing(town, date(2026, 5, 3)),) if town else ()
    films = [
        Film(f"Film {place}", versions=(Version(seconds=length),), showings=showings)
        for place, length in enumerate(seconds)
    ]
    ids = desks.library.save(films).ids
    return desks.programming.save(
        Programme("The evening", tuple(desks.programming.film_item(film_id) for film_id in ids))
    )


def screening(desks: Desks, times: SlotTimes, shown: Programme, night: date = NIGHT) -> Screening:
    tour = desks.touring.tour() or desks.touring.save_tour(Tour("Trails"))
    known = desks.touring.venues()
    venue, halls = (
        known[0]
        if known
        else desks.touring.save_venue(
            Venue("Rooms", "Leura", "Australia/Sydney", "au"), (Hall("Great Hall"),)
        )
    )
    return desks.touring.save_screening(
        Screening(
            tour,
            "Leura",
            "Runners",
            venue,
            halls[0],
            night,
            slot_on(night, venue.zone, times),
            programme_id=shown.id,
        )
    )


def found(desks: Desks, shown: Programme, at: Screening, rule: str) -> list[Finding]:
    order = running_order(shown, at.slot, desks.touring.event(at))
    return [finding for finding in order.findings if finding.rule == rule]


def test_a_screening_keeps_its_age_and_tells_it_with_the_venue_s_country(any_desks: Desks) -> None:
    at = screening(any_desks, LATE, programme(any_desks, 600))
    any_desks.touring.save_screening(replace(at, age=16))
    assert at.id is not None
    again = any_desks.touring.screening(at.id)
    assert again.age == 16
    event = any_desks.touring.event(again)
    assert (event.town, event.country, event.admitted_from) == ("Leura", "AU", 16)


def test_an_age_that_nobody_has_is_refused(any_desks: Desks) -> None:
    at = screening(any_desks, LATE, programme(any_desks, 600))
    with pytest.raises(ProblemForUser, match="from 160 years on"):
        any_desks.touring.save_screening(replace(at, age=160))
    assert at.id is not None
    assert any_desks.touring.screening(at.id).age is None


def test_two_showings_a_night_leave_time_to_turn_the_hall_round(any_desks: Desks) -> None:
    shown = programme(any_desks, 125 * 60)  # 17:00 to 19:05, out at 19:15
    first = screening(any_desks, EARLY, shown)
    second = screening(any_desks, LATE, shown)
    assert not found(any_desks, shown, first, "changeover")
    assert not found(any_desks, shown, second, "changeover")
    # Six minutes more: the doors of the second open before the hall is turned round.
    film_id = shown.items[0].film_id
    assert film_id is not None
    film = any_desks.library.film(film_id)
    any_desks.library.save([replace(film, versions=(replace(film.version, seconds=131 * 60),))])
    assert shown.id is not None
    longer = any_desks.programming.programme(shown.id)
    (of_first,) = found(any_desks, longer, first, "changeover")
    assert of_first.sentence == (
        "All are out at 19:21, and the showing at 20:00 needs the hall from 19:30; to turn it round takes 15:00, "
        "so this one ends 6:00 too late."
    )
    (of_second,) = found(any_desks, longer, second, "changeover")
    assert of_second.sentence == (
        "The hall is needed from 19:30, and of the showing at 17:00 all are out at 19:21 only; to turn it round takes "
        "15:00, so this one begins 6:00 too early."
    )


def test_the_second_showing_s_access_counts_when_it_is_its_own(any_desks: Desks) -> None:
    shown = programme(any_desks, 125 * 60)
    first = screening(any_desks, EARLY, shown)
    screening(any_desks, replace(LATE, access=time(19, 20)), shown)
    (finding,) = found(any_desks, shown, first, "changeover")
    assert "needs the hall from 19:20" in finding.sentence


def test_a_showing_without_a_programme_lasts_until_its_curfew(any_desks: Desks) -> None:
    shown = programme(any_desks, 60)
    first = screening(any_desks, EARLY, shown)
    any_desks.touring.save_screening(replace(first, programme_id=None))
    event = any_desks.touring.event(screening(any_desks, LATE, shown))
    assert event.before is not None
    assert event.before.out == first.slot.curfew


def test_another_hall_or_another_night_is_no_neighbour(any_desks: Desks) -> None:
    shown = programme(any_desks, 125 * 60)
    first = screening(any_desks, EARLY, shown)
    venue, halls = any_desks.touring.save_venue(first.venue, (Hall("Upper Room"),))
    any_desks.touring.save_screening(
        replace(first, id=None, venue=venue, hall=halls[0], slot=slot_on(NIGHT, venue.zone, LATE))
    )
    screening(any_desks, LATE, shown, NIGHT + timedelta(days=1))
    event = any_desks.touring.event(first)
    assert (event.before, event.after) == (None, None)


def test_a_film_that_the_town_has_seen_is_found_however_its_name_is_spelled(any_desks: Desks) -> None:
    shown = programme(any_desks, 600, town="LEURA ")
    at = screening(any_desks, LATE, shown)
    (finding,) = found(any_desks, shown, at, "shown in this town")
    assert finding.sentence == (
        "“Film 0” was shown in Leura on 3 May 2026 already; please choose another film, or show it again knowingly."
    )


def test_a_screening_of_an_earlier_night_counts_and_one_of_the_same_night_or_later_does_not(
    any_desks: Desks,
) -> None:
    shown = programme(any_desks, 600)
    film_id = shown.items[0].film_id
    assert film_id is not None
    first = screening(any_desks, EARLY, shown)
    second = screening(any_desks, LATE, shown)
    later = screening(any_desks, LATE, shown, NIGHT + timedelta(days=3))
    assert any_desks.touring.event(first).seen == {}
    assert any_desks.touring.event(second).seen == {}
    assert any_desks.touring.event(later).seen == {film_id: Seen(NIGHT, same_tour=True)}


def test_the_last_of_several_showings_is_told(any_desks: Desks) -> None:
    shown = programme(any_desks, 600, town="Leura")
    screening(any_desks, EARLY, shown)
    later = screening(any_desks, LATE, shown, NIGHT + timedelta(days=3))
    film_id = shown.items[0].film_id
    assert film_id is not None
    assert any_desks.touring.event(later).seen == {film_id: Seen(NIGHT, same_tour=True)}


def test_showings_of_films_whose_licence_limits_them_are_counted_once_each(any_desks: Desks) -> None:
    shown = programme(any_desks, 600, 900)
    first, second = (item.film_id for item in shown.items)
    assert first is not None
    assert second is not None
    film = any_desks.library.film(first)
    any_desks.library.save([replace(film, licences=(Licence(plays=1),))])
    there_twice = any_desks.programming.save(
        Programme("Both", (*shown.items, replace(any_desks.programming.film_item(first), key="again")))
    )
    early, late = screening(any_desks, EARLY, shown), screening(any_desks, LATE, shown)
    other = screening(any_desks, EARLY, there_twice, NIGHT + timedelta(days=2))
    event = any_desks.touring.event(early)
    # Of the second film no licence says how often.
    assert event.showings.by_film == {first: (Play(other.night, "AU", "original"),)}
    assert event.showings.again == (Play(late.night, "AU"),)
    assert any_desks.touring.plays(frozenset({shown.id or 0, there_twice.id or 0})) == {}
    found_of = any_desks.touring.event(other)
    assert found_of.showings.by_film == {
        first: (Play(NIGHT, "AU", "original"), Play(NIGHT, "AU", "original"))
    }
    sentences = [
        finding.sentence
        for finding in found(any_desks, any_desks.programming.programme(shown.id or 0), early, "not licensed")
    ]
    assert "The licence of “Film 0” is for 1 showing, and with this night there are 3." in sentences


def test_the_papers_of_a_night_are_made_of_what_was_published(any_desks: Desks) -> None:
    shown = programme(any_desks, 600)
    at = screening(any_desks, LATE, shown)
    assert shown.id is not None
    assert at.id is not None
    published = any_desks.programming.publish(shown.id)
    any_desks.programming.save(replace(shown, items=(), name="Emptied"))
    evening = any_desks.evening(at.id, published=1)
    assert evening.programme == published.programme
    assert evening.films == published.films
    assert evening.order.seconds == 600
    assert any_desks.evening(at.id).order.seconds == 0
