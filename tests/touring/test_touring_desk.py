"""The tour's desk, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.storage.changes import Change, Changes
from tourdesk.storage.model import AuditEntry
from tourdesk.touring.night import Hall, Screening, Tour, Venue

NIGHT = date(2027, 5, 18)
TIMES = SlotTimes(doors=time(18, 30), start=time(19), curfew=time(0, 30), get_out_minutes=15)


def screening(desks: Desks) -> Screening:
    tour = desks.touring.save_tour(Tour("Trails", season="2027", currency="AUD", telephone="+61 2 5550 0127"))
    venue, halls = desks.touring.save_venue(
        Venue("Currawong Rooms", "Leura", "Australia/Sydney", "AU"),
        (Hall("Great Hall", 212), Hall("Upper Room")),
    )
    slot = slot_on(NIGHT, venue.zone, TIMES)
    return Screening(tour, "Leura", "Lamplight Runners", venue, halls[0], slot.night, slot)


def test_a_screening_is_read_back_whole(any_desks: Desks) -> None:
    saved = any_desks.touring.save_screening(screening(any_desks))
    assert saved.id is not None
    assert any_desks.touring.screening(saved.id) == saved
    assert saved.slot.start == datetime(2027, 5, 18, 9, 0, tzinfo=UTC)
    assert saved.slot.curfew == datetime(2027, 5, 18, 14, 30, tzinfo=UTC)
    assert saved.label == "Leura, 18 May 2027, 19:00"


def test_screenings_come_in_the_order_of_their_start(any_desks: Desks) -> None:
    first = any_desks.touring.save_screening(screening(any_desks))
    early = slot_on(date(2027, 5, 1), "Australia/Sydney", TIMES)
    second = any_desks.touring.save_screening(replace(first, id=None, slot=early, night=early.night))
    assert [s.id for s in any_desks.touring.screenings()] == [second.id, first.id]


def test_a_programme_knows_its_screenings(any_desks: Desks) -> None:
    programme = any_desks.programming.save(Programme("Friday"))
    assert programme.id is not None
    shown = any_desks.touring.save_screening(replace(screening(any_desks), programme_id=programme.id))
    assert any_desks.touring.screenings_of(programme.id) == [shown]
    with pytest.raises(ProblemForUser, match="is shown at a screening"):
        any_desks.programming.remove(programme.id)


def test_a_screening_of_a_programme_that_is_gone_is_refused(any_desks: Desks) -> None:
    with pytest.raises(ProblemForUser, match="no longer there"):
        any_desks.touring.save_screening(replace(screening(any_desks), programme_id=4711))
    assert any_desks.touring.screenings() == []


def test_a_screening_that_was_removed_can_be_saved_again(any_desks: Desks) -> None:
    saved = any_desks.touring.save_screening(screening(any_desks))
    assert saved.id is not None
    removed = any_desks.touring.remove_screening(saved.id)
    assert any_desks.touring.screenings() == []
    again = any_desks.touring.save_screening(removed)
    assert replace(again, id=None) == removed


def test_venues_list_their_halls_and_refuse_a_second_of_their_name(any_desks: Desks) -> None:
    saved = screening(any_desks)
    ((venue, halls),) = any_desks.touring.venues()
    assert venue == saved.venue
    assert [hall.name for hall in halls] == ["Great Hall", "Upper Room"]
    with pytest.raises(ProblemForUser, match="Another venue is already called “Currawong Rooms”"):
        any_desks.touring.save_venue(Venue("Currawong Rooms", "Perth", "Australia/Perth"), ())


def test_there_is_no_tour_before_one_is_made(any_desks: Desks) -> None:
    assert any_desks.touring.tour() is None
    with pytest.raises(ProblemForUser, match="needs a name"):
        any_desks.touring.save_tour(Tour(" "))
    tour = any_desks.touring.save_tour(Tour("Trails"))
    changed = any_desks.touring.save_tour(replace(tour, address="1 Example Street"))
    assert any_desks.touring.tour() == changed


def test_a_tour_has_a_colour_and_a_logo(any_desks: Desks) -> None:
    tour = any_desks.touring.save_tour(Tour("Trails", colour="#1D6490", logo=b"picture"))
    assert any_desks.touring.tour() == tour
    assert (tour.colour, tour.logo) == ("#1D6490", b"picture")
    with pytest.raises(ProblemForUser, match="“blue” is no colour"):
        any_desks.touring.save_tour(replace(tour, colour="blue"))
    told: list[Changes] = []
    any_desks.database.changes.listen(told.append)
    any_desks.touring.save_tour(replace(tour, logo=b"another"))
    assert [{change.subject for change in changes} for changes in told] == [{"tour"}]


def test_a_hall_that_is_made_larger_is_noted_before_and_after_and_the_same_venue_is_no_change(
    any_desks: Desks,
) -> None:
    one = any_desks.touring.save_screening(screening(any_desks))
    told: list[Changes] = []
    any_desks.database.changes.listen(told.append)
    any_desks.touring.save_venue(one.venue, (one.hall,))
    assert told == []
    any_desks.touring.save_venue(one.venue, (replace(one.hall, capacity=220),))
    assert len(told) == 1
    with any_desks.database.reading() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.before or {})["halls"][0] == {"name": "Great Hall", "capacity": 212}
    assert (entry.after or {})["halls"][0] == {"name": "Great Hall", "capacity": 220}


def test_a_new_host_of_one_night_is_told_of_all_nights_of_the_stop(any_desks: Desks) -> None:
    first = any_desks.touring.save_screening(screening(any_desks))
    second = any_desks.touring.save_screening(replace(first, id=None))
    told: list[Changes] = []
    any_desks.database.changes.listen(told.append)
    any_desks.touring.save_screening(replace(second, host="Film Club"))
    assert first.id is not None
    assert second.id is not None
    assert any_desks.touring.screening(first.id).host == "Film Club"
    assert told == [frozenset({Change("screening", first.id), Change("screening", second.id)})]
