"""The slot that a venue gives, as instants beside the venue's time zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tourdesk.foundation.dates import day_text
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, later

REACH = timedelta(hours=18)
"""The longest time from the start to curfew, from doors to the start, and from access to doors.

What lies further off was mistyped: a curfew at 18:00 of a start at 19:00 does not mean 23 hours.
"""

YEARS = range(1900, 2200)
"""The years a night can be in; a night in the year 27 was mistyped."""

_DAY = timedelta(days=1)


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
        return (self.must_end - self.start) // timedelta(seconds=1)

    def local(self, instant: datetime) -> datetime:
        """An instant as the venue's clock shows it."""
        return instant.astimezone(ZoneInfo(self.zone))

    @property
    def night(self) -> date:
        """The date to which the night belongs: the one on which it starts."""
        return self.local(self.start).date()

    def coming(self, at: time) -> datetime | None:
        """The first instant from the start on at which the venue's clock shows a time.

        None when the clocks skip it on the date on which it would come.
        """
        place = ZoneInfo(self.zone)
        again = [coming for coming in _comings(self.night, at, place) if coming >= self.start]
        if again:
            return again[0]
        if at >= self.local(self.start).time():
            return None
        comings = _comings(_beside(self.night, _DAY, place), at, place)
        return comings[0] if comings else None

    def comes_twice(self, instant: datetime) -> bool:
        """Whether the venue's clock shows the time of this instant twice, because it goes back there (PEP 495)."""
        local = self.local(instant)
        return local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset()

    def letters(self, instant: datetime) -> str:
        """What tells two like clock times of a night apart, to be put behind them: ` CEST`; empty where there is one."""
        return f" {self.local(instant).tzname()}" if self.comes_twice(instant) else ""


@dataclass(frozen=True, slots=True)
class SlotTimes:
    """A slot as people write it: clock times at the venue. `access` is None when it begins with doors."""

    doors: time
    start: time
    curfew: time
    access: time | None = None
    get_out_minutes: int = 0


def slot_on(night: date, zone: str, times: SlotTimes) -> Slot:
    """The slot of a night at a venue; `night` is the date on which the programme starts.

    The curfew is on that date, or on the next when the clock shows it before the start. Doors are on
    that date, or on the one before when the clock shows them after the start (a start after midnight);
    access stands to doors as doors to the start. Of a time that comes twice because the clocks go back,
    the first coming is meant; for the curfew the second, when the first is not after the start.

    Raises ProblemForUser for a zone that is not known, a year out of reason, a time that the clocks skip,
    times that are out of order or more than 18 hours apart, and a get-out that leaves no time for a programme.
    """
    place = _zone(zone)
    if night.year not in YEARS:
        raise ProblemForUser(
            _("The night would be in the year {year}; please check its date.", year=night.year)
        )
    start = _first(night, times.start, place)
    curfew = _curfew(night, times, start, place)
    doors = _last_before(times.doors, start, place)
    if doors is None:
        raise _not_before(_DOORS, times.doors, times.start)
    access = doors if times.access is None else _last_before(times.access, doors, place)
    if access is None:
        raise _not_before(_ACCESS, times.access or times.doors, times.doors)
    if times.get_out_minutes < 0:
        raise ProblemForUser(_("The get-out cannot be less than no minutes; please give 0 or more."))
    if times.get_out_minutes >= (curfew - start) / timedelta(minutes=1):
        raise ProblemForUser(
            _(
                "A get-out of {minutes} minutes leaves no time for a programme between {start:%H:%M} and "
                "{curfew:%H:%M}; please give fewer minutes or a later curfew.",
                minutes=times.get_out_minutes,
                start=times.start,
                curfew=times.curfew,
            )
        )
    return Slot(zone, access, doors, start, curfew, times.get_out_minutes * 60)


def _curfew(night: date, times: SlotTimes, start: datetime, place: ZoneInfo) -> datetime:
    """The first coming of the curfew's clock time after the start."""
    if times.curfew > times.start:
        curfew = _first(night, times.curfew, place)
    else:
        again = [coming for coming in _comings(night, times.curfew, place) if coming > start]
        curfew = again[0] if again else _first(_beside(night, _DAY, place), times.curfew, place)
    if curfew - start <= REACH:
        return curfew
    if times.curfew > times.start:
        raise ProblemForUser(
            _(
                "The curfew at {curfew:%H:%M} is more than 18 hours after the start at {start:%H:%M}; "
                "please give an earlier time.",
                curfew=times.curfew,
                start=times.start,
            )
        )
    raise ProblemForUser(
        _(
            "The curfew at {curfew:%H:%M} is not after the start at {start:%H:%M}; please give a later time.",
            curfew=times.curfew,
            start=times.start,
        )
    )


def _last_before(at: time, limit: datetime, place: ZoneInfo) -> datetime | None:
    """The first coming of a clock time on the limit's date or else on the date before; None when out of reach."""
    local = limit.astimezone(place)
    day = local.date() if at <= local.time() else _beside(local.date(), -_DAY, place)
    instant = _first(day, at, place)
    return instant if timedelta(0) <= limit - instant <= REACH else None


_DOORS = (
    later("Doors at {at:%H:%M} would be after the start at {of:%H:%M}; please give an earlier time."),
    later(
        "Doors at {at:%H:%M} would be more than 18 hours before the start at {of:%H:%M}; please give a later time."
    ),
)
_ACCESS = (
    later("Access at {at:%H:%M} would be after doors at {of:%H:%M}; please give an earlier time."),
    later(
        "Access at {at:%H:%M} would be more than 18 hours before doors at {of:%H:%M}; please give a later time."
    ),
)


def _not_before(sentences: tuple[str, str], at: time, of: time) -> ProblemForUser:
    after, too_early = sentences
    return ProblemForUser(_(after if at > of else too_early, at=at, of=of))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (
        ZoneInfoNotFoundError,
        ValueError,
        OSError,
    ) as error:  # OSError: a folder of zones, such as "Europe"
        raise ProblemForUser(
            _("The time zone “{name}” is not known; please choose one such as “Europe/Berlin”.", name=name)
        ) from error


def _first(day: date, at: time, place: ZoneInfo) -> datetime:
    """The instant at which the clock shows a time for the first time on a date."""
    comings = _comings(day, at, place)
    if not comings:
        raise ProblemForUser(
            _(
                "On {day} the clocks in {zone} skip {at:%H:%M}; please choose another time.",
                day=day_text(day),
                zone=place.key,
                at=at,
            )
        )
    return comings[0]


def _comings(day: date, at: time, place: ZoneInfo) -> list[datetime]:
    """The instants at which the clock shows a time on a date: one as a rule, none or two when clocks change."""
    shown = datetime.combine(day, at)
    instants = {shown.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(i for i in instants if i.astimezone(place).replace(tzinfo=None) == shown)


def _beside(day: date, step: timedelta, place: ZoneInfo) -> date:
    """The next or the previous date on the venue's calendar, from which zones have left whole days out."""
    day += step
    while not _comings(day, time(12), place):
        day += step
    return day
