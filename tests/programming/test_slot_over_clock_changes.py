"""Slots of real zones, held against somebody who watches the venue's clock minute by minute."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.programming.slot import Slot, SlotTimes, slot_on

NIGHTS_OF_CHANGE = {
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "Australia/Sydney": ["2026-10-04", "2027-04-04"],
    "America/New_York": ["2026-11-01", "2027-03-14"],
    "Australia/Lord_Howe": ["2026-10-04", "2027-04-04"],
    "Asia/Kathmandu": ["1986-01-01", "2027-05-18"],
    "Pacific/Apia": ["2011-12-30", "2027-05-18"],
    "America/Havana": ["2026-03-08", "2026-11-01"],  # at midnight: the date goes back with the clock
    "Asia/Beirut": ["2026-03-29", "2026-10-25"],
}
MINUTE = timedelta(minutes=1)
REACH = 18 * 60


@st.composite
def nights(draw: st.DrawFn) -> tuple[str, date]:
    zone = draw(st.sampled_from(sorted(NIGHTS_OF_CHANGE)))
    change = date.fromisoformat(draw(st.sampled_from(NIGHTS_OF_CHANGE[zone])))
    return zone, change + timedelta(days=draw(st.integers(-2, 2)))


def times_of_day() -> st.SearchStrategy[time]:
    """Any five minutes of the day; those of the small hours, when clocks change, as often as all others."""
    hours = st.one_of(st.integers(0, 4), st.integers(0, 23))
    return st.builds(time, hours, st.integers(0, 11).map(lambda five: 5 * five))


def watched(instant: datetime, step: timedelta, place: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The minutes from an instant on (or back), each with what the clock shows, within reach and two hours more."""
    for _ in range(REACH + 121):
        yield instant, instant.astimezone(place).replace(tzinfo=None, fold=0)
        instant += step


def start_by_watching(night: date, at: time, place: ZoneInfo) -> datetime | None:
    """The first minute at which the calendar shows the night and the clock shows the time."""
    instant = datetime.combine(night, time(), tzinfo=UTC) - timedelta(hours=15)
    for _ in range(54 * 60):
        if instant.astimezone(place).replace(tzinfo=None, fold=0) == datetime.combine(night, at):
            return instant
        instant += MINUTE
    return None


def curfew_by_watching(start: datetime, at: time, place: ZoneInfo) -> datetime | None:
    """The first minute after the start at which the clock shows the time."""
    for instant, shown in watched(start + MINUTE, MINUTE, place):
        if shown.time() == at:
            return instant if instant - start <= REACH * MINUTE else None
    return None


def before_by_watching(limit: datetime, at: time, place: ZoneInfo) -> datetime | None:
    """The last date on which the clock shows the time before the limit; on that date, its first minute."""
    # Going back in time, an earlier coming of the same date and time replaces the later one.
    seen = {shown: instant for instant, shown in watched(limit, -MINUTE, place) if shown.time() == at}
    found = seen[max(seen)] if seen else None
    return found if found is not None and limit - found <= REACH * MINUTE else None


def by_watching(night: date, zone: str, times: SlotTimes) -> Slot | None:
    """The slot, or None where one of its times cannot be."""
    place = ZoneInfo(zone)
    start = start_by_watching(night, times.start, place)
    if start is None:
        return None
    curfew = curfew_by_watching(start, times.curfew, place)
    doors = before_by_watching(start, times.doors, place)
    if doors is None or curfew is None:
        return None
    access = doors if times.access is None else before_by_watching(doors, times.access, place)
    return None if access is None else Slot(zone, access, doors, start, curfew)


@given(nights(), times_of_day(), times_of_day(), times_of_day(), st.none() | times_of_day())
def test_a_slot_is_what_somebody_who_watches_the_clock_would_say(
    where: tuple[str, date], doors: time, start: time, curfew: time, access: time | None
) -> None:
    zone, night = where
    times = SlotTimes(doors, start, curfew, access)
    expected = by_watching(night, zone, times)
    try:
        slot = slot_on(night, zone, times)
    except ProblemForUser:
        slot = None
    assert slot == expected


@given(nights(), times_of_day(), st.integers(0, 240), st.integers(1, 12 * 60), st.integers(0, 120))
def test_a_slot_read_off_the_venue_s_clock_comes_back_the_same(
    where: tuple[str, date], start: time, doors_before: int, curfew_after: int, get_out: int
) -> None:
    zone, night = where
    place = ZoneInfo(zone)
    begins = start_by_watching(night, start, place)
    if begins is None or get_out >= curfew_after:
        return
    doors, curfew = begins - doors_before * MINUTE, begins + curfew_after * MINUTE
    on_the_clock = [instant.astimezone(place) for instant in (doors, curfew)]
    if any(shown.fold or shown.utcoffset() != shown.replace(fold=1).utcoffset() for shown in on_the_clock):
        return  # a time that comes twice is read as its first coming
    times = SlotTimes(on_the_clock[0].time(), start, on_the_clock[1].time(), get_out_minutes=get_out)
    slot = slot_on(night, zone, times)
    assert (slot.doors, slot.start, slot.curfew) == (doors, begins, curfew)
    assert slot.night == night
    assert slot.seconds == (curfew_after - get_out) * 60


@given(nights(), times_of_day(), st.integers(0, 12 * 60), times_of_day())
def test_the_next_coming_of_a_clock_time_is_what_somebody_who_watches_the_clock_would_say(
    where: tuple[str, date], start: time, later: int, at: time
) -> None:
    zone, night = where
    place = ZoneInfo(zone)
    first = start_by_watching(night, start, place)
    if first is None:
        return
    begins = first + later * MINUTE
    slot = Slot(zone, begins, begins, begins, begins + 60 * MINUTE)
    watched_days = [shown for _, shown in _from(begins, place)]
    today, tomorrow = sorted({shown.date() for shown in watched_days})[:2]
    # On the date of the start, where it still comes; else on the next, if it has gone by today.
    comings = [instant for instant, shown in _from(begins, place) if shown == datetime.combine(today, at)]
    if not comings and at < watched_days[0].time():
        comings = [
            instant for instant, shown in _from(begins, place) if shown == datetime.combine(tomorrow, at)
        ]
    assert slot.coming(at) == (comings[0] if comings else None)


def _from(instant: datetime, place: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    for minute in range(50 * 60):
        now = instant + minute * MINUTE
        yield now, now.astimezone(place).replace(tzinfo=None, fold=0)
