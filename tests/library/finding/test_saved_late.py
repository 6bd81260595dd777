"""A server numbers what desks save before it keeps it: what is kept later may bear lower numbers, and is found all the same."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, time
from threading import Event, Thread

import pytest
from sqlalchemy import event, text

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


def waiting_for_a_turn(desks: Desks) -> bool:
    query = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with desks.database.engine.connect() as connection:
        return bool(connection.scalar(text(query)))


def test_a_desk_that_is_slow_to_commit_is_not_overtaken_by_one_that_began_before_it(
    postgres_made_url: str,
) -> None:
    with desk(postgres_made_url) as first, desk(postgres_made_url) as slow, desk(postgres_made_url) as looks:
        assert found(looks) == (0, 0)
        began, numbered, go_on = Event(), Event(), Event()

        @event.listens_for(slow.database.engine, "commit")
        def hold(_connection: object) -> None:
            numbered.set()
            go_on.wait()

        def save_first() -> None:
            with first.database.work():
                first.library.save([Film("First")])
                began.set()
                numbered.wait()

        def save_slowly() -> None:
            began.wait()
            slow.library.save([Film("Slow")])

        desks = [Thread(target=save_first), Thread(target=save_slowly)]
        for one in desks:
            one.start()
        try:
            numbered.wait()
            while desks[0].is_alive() and not waiting_for_a_turn(looks):
                desks[0].join(0.01)
            found(looks)
        finally:
            began.set()
            numbered.set()
            go_on.set()
            for one in desks:
                one.join()
        assert found(looks) == (2, 0)
