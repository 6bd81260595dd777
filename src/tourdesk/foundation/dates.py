"""Dates and clock times as people read them, in the language that is spoken."""

from datetime import date, time

from tourdesk.foundation.language import _, later, spoken

_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def day_text(day: date) -> str:
    """A date with its month in words: `18 May 2027`."""
    return _("{day} {month} {year}", day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def time_text(at: time) -> str:
    """A clock time, seconds only when there are some: `20:00`, `20:00:30`."""
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


# Not by strftime, which writes early years without their noughts on some systems: nothing reads them again.
_FIGURES = {
    "en": "{day.year:04}-{day.month:02}-{day.day:02}",
    "de": "{day.day:02}.{day.month:02}.{day.year:04}",
}


def day_figures(day: date) -> str:
    """A date in figures, as it is shown where it can be typed: `2027-05-18`, `18.05.2027` in German."""
    return _FIGURES[spoken()].format(day=day)
