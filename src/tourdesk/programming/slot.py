"""The slot that a venue gives, as instants beside the venue's time zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tourdesk.foundation.errors import ProblemForUser


@dataclass(frozen=True, slots=True)
class Slot:
    """Access, doors, start and curfew are instants in UTC; `zone` is the venue's IANA zone.

    By curfew everybody is out: the programme must end `get_out_seconds` before it.
    """

    zone: str
    access: datetime
    doors: datetime
    start: datetime
    curfew: datetime
    get_out_seconds: int = 0

    @property
    def must_end(self) -> datetime:
        """The latest instant at which the programme may end."""
        return self.curfew - timedelta(seconds=self.get_out_seconds)

    @property
    def seconds(self) -> int:
        """How long the programme may last."""
        return int((self.must_end - self.start).total_seconds())

    def local(self, instant: datetime) -> datetime:
        """An instant as the venue's clock shows it."""
        return instant.astimezone(ZoneInfo(self.zone))

    @property
    def night(self) -> date:
        """The date to which the night belongs: the one on which it starts."""
        return self.local(self.start).date()


@dataclass(frozen=True, slots=True)
class SlotTimes:
    """A slot as people write it: clock times at the venue; times before the start's noon-side are after midnight."""

    doors: time
    start: time
    curfew: time
    access: time | None = None
    get_out_minutes: int = 0


def slot_on(night: date, zone: str, times: SlotTimes) -> Slot:
    """The slot of a night at a venue; a curfew at or before the start's clock time is on the next day.

    Access and doors later on the clock than the start belong to the evening before a start after
    midnight. A time that the clocks skip that night is a ProblemForUser; a time that comes twice
    means its first coming.
    """
    place = _zone(zone)
    start = _instant(night, times.start, place)
    curfew_day = night if times.curfew > times.start else night + timedelta(days=1)
    curfew = _instant(curfew_day, times.curfew, place)
    doors = _instant(night if times.doors <= times.start else night - timedelta(days=1), times.doors, place)
    opening = times.access or times.doors
    access = _instant(night if opening <= times.start else night - timedelta(days=1), opening, place)
    if access > doors:
        raise ProblemForUser(
            f"Access at {opening:%H:%M} would be after doors at {times.doors:%H:%M}; please give an earlier access."
        )
    if times.get_out_minutes < 0:
        raise ProblemForUser("The get-out cannot be less than no minutes; please give 0 or more.")
    return Slot(zone, access, doors, start, curfew, times.get_out_minutes * 60)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ProblemForUser(
            f"The time zone “{name}” is not known; please choose one such as “Europe/Berlin”."
        ) from error


def _instant(day: date, at: time, place: ZoneInfo) -> datetime:
    local = datetime.combine(day, at, tzinfo=place)
    instant = local.astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ProblemForUser(
            f"The clocks skip {at:%H:%M} on {day:%Y-%m-%d} in {place.key}; please choose another time."
        )
    return instant
