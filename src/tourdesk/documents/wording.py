"""How the papers say dates, clock times, countries, languages and lists of names, in the language that is spoken."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from tourdesk.documents.evening import Evening
from tourdesk.foundation.codes import country_name
from tourdesk.foundation.dates import day_text, time_text
from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_, spoken
from tourdesk.foundation.text import folded, search_words
from tourdesk.library.films import Film
from tourdesk.programming.lengths import TimedItem, part_name
from tourdesk.programming.slot import Slot
from tourdesk.touring.night import Tour

_LOCALES = {"en": "en_GB"}
"""The papers' English writes 18 May, and “A, B and C”."""
_ROUND = timedelta(minutes=5)


@cache
def _parsed(name: str) -> Locale:
    return Locale.parse(name)


def _locale() -> Locale:
    return _parsed(_LOCALES.get(spoken(), spoken()))


def tour_name(tour: Tour) -> str:
    """The tour with its season, unless its name says it already: `Trails 2027`."""
    return tour.name if tour.season in tour.name else f"{tour.name} {tour.season}"


def day(of: date) -> str:
    """`Tuesday 18 May 2027`."""
    # For translators: a date as Unicode CLDR writes patterns: weekday, day, month in words, year.
    return format_date(of, _("EEEE d MMMM y"), locale=_locale())


def short_day(of: date) -> str:
    """`Tue 18 May`."""
    # For translators: a short date as Unicode CLDR writes patterns: weekday, day, month.
    return format_date(of, _("EEE d MMM"), locale=_locale())


def offset(local: datetime) -> str:
    """The local clock's distance from UTC: `UTC+11`, `UTC−3:30`."""
    away = local.utcoffset()
    minutes = 0 if away is None else round(away.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return format_list(list(names), locale=_locale())


def number(of: int) -> str:
    """A whole number with its thousands parted: `1,200`."""
    return format_decimal(of, locale=_locale())


def sort_key(text: str) -> str:
    """By what a text is put in alphabetical order: without accents, marks and the size of its letters."""
    return " ".join(search_words(text)) or folded(text)


def clock(slot: Slot, instant: datetime) -> str:
    """When something happens, at the venue: `20:00`; `02:30 CEST` where the clock shows that time twice."""
    return f"{slot.local(instant):%H:%M}{slot.letters(instant)}"


def hours_text(seconds: int) -> str:
    """A longer duration as people say it: `2 h 21 min`, `45 min`."""
    hours, minutes = divmod((seconds + 30) // 60, 60)
    if not hours:
        return _("{minutes} min", minutes=minutes)
    return (
        _("{hours} h {minutes} min", hours=hours, minutes=minutes) if minutes else _("{hours} h", hours=hours)
    )


def films(number_of_films: int) -> str:
    """`1 film`, `5 films`."""
    return n_("{n} film", "{n} films", number_of_films)


def about(instant: datetime) -> datetime:
    """A clock time that is known roughly: the next full five minutes, so that nobody waits for a train too late."""
    past = (instant - instant.replace(minute=0, second=0, microsecond=0)) % _ROUND
    return instant if not past else instant + (_ROUND - past)


def edition(evening: Evening) -> str:
    """As what it was published: `As published on 1 March 2027, edition 2`; empty for a programme as it is now."""
    if evening.edition is None:
        return ""
    on = evening.screening.slot.local(evening.edition.at).date()
    return _("As published on {day}, edition {number}", day=day_text(on), number=evening.edition.number)


def part_heading(number_of_part: int, parts: int) -> str:
    """What a part is called, as a heading: `First half`, `Programme` when there is one only."""
    if parts == 1:
        return _("Programme")
    name = part_name(number_of_part, parts)
    return name[:1].upper() + name[1:]


def clock_details(timed: TimedItem) -> Iterator[str]:
    """Why it starts when it starts, and lasts as long as it lasts."""
    item = timed.item
    if timed.waiting:
        yield _("Wait {time} before it.", time=clock_text(timed.waiting))
    if item.pinned is not None:
        at = time_text(item.pinned)
        if timed.late:
            yield _("Fixed for {at}; starts {time} late.", at=at, time=clock_text(timed.late))
        else:
            yield _("Fixed for {at}.", at=at)
    if item.least_seconds is not None and item.most_seconds is not None:
        least, most = clock_text(item.least_seconds), clock_text(item.most_seconds)
        yield _("Takes what is left, from {least} to {most}.", least=least, most=most)
    if item.inside is not None:
        yield _("Runs during the intermission.")


def held(name: str) -> str:
    """A name that is not parted at a line's end where that can be helped."""
    return "\u00a0".join(name.split())


def where_and_when(film: Film) -> str:
    """`United Kingdom, 2019`: the year does not stand alone on a line, a country is not parted; empty where unknown."""
    where = listed([held(country_name(code)) for code in film.countries])
    return ",\u00a0".join(part for part in (where, "" if film.year is None else str(film.year)) if part)
