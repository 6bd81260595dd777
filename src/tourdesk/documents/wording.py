"""How the papers say dates, clock times, countries, languages and lists of names."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date

from tourdesk.documents.theme import LANGUAGE
from tourdesk.programming.lengths import part_name
from tourdesk.touring.night import Tour


@cache
def _locale() -> Locale:
    return Locale.parse(LANGUAGE)


def tour_name(tour: Tour) -> str:
    """The tour with its season, unless its name says it already: `Trails 2027`."""
    return tour.name if tour.season in tour.name else f"{tour.name} {tour.season}"


def day(of: date) -> str:
    """`Tuesday 18 May 2027`."""
    return format_date(of, "EEEE d MMMM y", locale=_locale())


def short_day(of: date) -> str:
    """`Tue 18 May`."""
    return format_date(of, "EEE d MMM", locale=_locale())


def offset(local: datetime) -> str:
    """The local clock's distance from UTC: `UTC+11`, `UTC−3:30`."""
    away = local.utcoffset()
    minutes = 0 if away is None else round(away.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def country(code: str) -> str:
    """The name of an ISO 3166 alpha-2 country; an unknown code stays as it is."""
    name: str = _locale().territories.get(code.strip().upper(), code)
    return name.removesuffix(" SAR China")  # Hong Kong and Macao, as their films call them


def language(code: str) -> str | None:
    """The name of a BCP 47 language; None when it has none that readers would know."""
    names = _locale().languages
    name: str | None = names.get(code.replace("-", "_"), names.get(code.split("-", maxsplit=1)[0].lower()))
    return name


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def hours_text(seconds: int) -> str:
    """A longer duration as people say it: `2 h 21 min`, `45 min`."""
    hours, minutes = divmod((seconds + 30) // 60, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def counted(number: int, noun: str) -> str:
    """`1 film`, `5 films`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def part_heading(number: int, parts: int) -> str:
    """What a part is called, as a heading: `First half`, `Programme` when there is one only."""
    name = part_name(number, parts) if parts > 1 else "programme"
    return name[:1].upper() + name[1:]
