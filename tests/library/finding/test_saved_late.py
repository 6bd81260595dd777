"""A server numbers what desks save before it keeps it: what is kept later may bear lower numbers, and is found all the same."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, time

import pytest

from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.library.finding.wanted import Facet, Holding, Night, Wanted
from tourdesk.library.licences import Licence
from tourdesk.programming.programme import Programme
from tourdesk.programming.slot import SlotTimes, slot_on
from tourdesk.storage.opening import open_database
from tourdesk.touring.night import Hall, Screening, Tour, Venue

DAY = date(2027, 5, 18)
WANTED = Wanted(night=Night(date(2027, 5, 20), "AU"))


@contextmanager
def desk(url: str) -> Iterator[Desks]:
    with closing(open_database(url, create=False)) as database:
        yield Desks.over(database)


@contextmanager
def kept_later(slow: Desks, quick: Desks, meanwhile: int) -> Iterator[None]:
    """What the slow desk saves in the block has its numbers before so many films of the quick one, and is kept after them."""
    with slow.database.work() as work:
        yield
        work.write_notes()
        quick.library.save([Film(f"Quick {n}") for n in range(meanwhile)])
        found(quick)


def found(desks: Desks) -> tuple[int, int]:
    """How many films there are, and how many of them are used up."""
    licences = dict(desks.finding.counts(WANTED)[Facet.LICENCE])
    return len(desks.finding.find(WANTED).ids), licences.get(Holding.USED_UP, 0)


@pytest.mark.parametrize("meanwhile", [1, 300])
def test_films_that_a_slow_desk_saves_are_found_by_who_looked_meanwhile(
    postgres_made_url: str, meanwhile: int
) -> None:
    with desk(postgres_made_url) as slow, desk(postgres_made_url) as quick:
        assert found(quick) == (0, 0)
        with kept_later(slow, quick, meanwhile):
            slow.library.save([Film("Slow")])
        assert found(quick) == (1 + meanwhile, 0)
        # What was looked at again once is known from then on.
        quick.library.save([Film("Last")])
        assert found(quick) == (2 + meanwhile, 0)


def test_a_showing_that_a_slow_desk_saves_uses_up_its_licence_for_who_looked_meanwhile(
    postgres_made_url: str,
) -> None:
    with desk(postgres_made_url) as slow, desk(postgres_made_url) as quick:
        (film,) = quick.library.save([Film("First", licences=(Licence(plays=1),))]).ids
        item = quick.programming.film_item(film)
        programme = quick.programming.save(Programme("Friday", (item,)))
        tour = quick.touring.save_tour(Tour("Trails"))
        quick.touring.save_venue(Venue("Leura", "Leura", "Australia/Sydney", "AU"), (Hall("Hall"),))
        ((venue, halls),) = quick.touring.venues()
        assert found(quick) == (1, 0)
        slot = slot_on(DAY, venue.zone, SlotTimes(doors=time(19, 30), start=time(20), curfew=time(23)))
        with kept_later(slow, quick, 1):
            slow.touring.save_screening(
                Screening(tour, "Leura", "Host", venue, halls[0], DAY, slot, programme_id=programme.id)
            )
        assert found(quick) == (2, 1)
