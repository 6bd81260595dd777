"""What is typed as an item's length (`5:00`, `7`, `1h10`; `5–10` is elastic), and as the clock time of its start."""

import re
from datetime import time

from tourdesk.foundation.durations import clock_text, parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming import editing
from tourdesk.programming.programme import Item, Programme

_DASH = re.compile("\\s*[-–—]\\s*")


def parse_length(text: str) -> tuple[int, int]:
    """Least and most seconds, the same twice for a fixed length. Raises ProblemForUser for anything else."""
    typed = _DASH.split(text.strip())
    if len(typed) != 2 or not all(typed):
        seconds = parse_duration(text)
        return seconds, seconds
    least, most = map(parse_duration, typed)
    if least > most:
        raise ProblemForUser(
            _(
                "From {least} to {most} is no length; please type the shorter one first.",
                least=clock_text(least),
                most=clock_text(most),
            )
        )
    return least, most


_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d\d))?(?::(\d\d))?(?:\s*([ap])\.?\s?m\.?)?", re.IGNORECASE)


def parse_clock(text: str) -> time:
    """A clock time as people type it: `20:00`, `20.15`, `2030`, `8`, `8 pm`. Raises ProblemForUser for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    hour, minute, second = (int(part or 0) for part in found.groups()[:3]) if found else (24, 0, 0)
    if found and found[4]:
        # Of twelve hours twice: 12 am is midnight, 12 pm noon, and there is no 13 pm.
        hour = hour % 12 + 12 * (found[4] in "pP") if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59 or second > 59:
        raise ProblemForUser(
            _("“{typed}” is no clock time; please type one such as 20:00.", typed=text.strip()[:40])
        )
    return time(hour, minute, second)


def length_text(item: Item) -> str:
    """An item's length as it would be typed."""
    if item.elastic:
        least, most = map(clock_text, item.bounds)
        return f"{least}–{most}"
    return "" if item.seconds is None else clock_text(item.seconds)


def with_length(programme: Programme, key: str, text: str) -> Programme:
    """The programme with an item of the typed length, fixed or elastic. Raises ProblemForUser when it is none."""
    least, most = parse_length(text)
    if least == most:
        return editing.set_seconds(programme, key, least)
    return editing.set_bounds(programme, key, least, most)
