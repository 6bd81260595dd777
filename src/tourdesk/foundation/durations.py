"""Durations in whole seconds, as people write them."""

import re

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

LONGEST = 24 * 3600
"""The longest duration that can be typed: a day. Anything longer is a slip of the finger."""

_HOUR, _MINUTE, _SECOND = 3600, 60, 1
_UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std"), _HOUR),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "'", "′", "’"), _MINUTE),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", '"', "″", "”", "''", "′′"), _SECOND),
}
_NEXT_SMALLER = {_HOUR: _MINUTE, _MINUTE: _SECOND}

# Compiled when a duration is first typed: a start does not wait for that.
_CLOCK = r"(\d{1,5}):(\d\d)(?::(\d\d))?\s*(h|min|m)?"
# At most two decimals: with three, nobody can tell 1.500 (one and a half) from a thousand and five hundred.
_AMOUNT = r"(\d{1,7}(?:[.,]\d{1,2})?)\s*([^\W\d_]+|''|′′|[\"'′″’”])?\.?\s*"


def parse_duration(text: str) -> int:
    """Seconds of a duration as people type it: `5`, `5:00`, `1:10:18`, `5 min`, `1h 19`, `90s`, `5,5 min`.

    A bare number is minutes; behind a larger unit it is the next smaller one (`1h 19` is 1 hour 19
    minutes). Two numbers with a colon are minutes and seconds, unless `h` follows (`1:19 h`). Parts of
    a second are rounded. Raises ProblemForUser for anything else, and above a day.
    """
    typed = text.strip().casefold()
    if not typed:
        raise ProblemForUser(_("There is no duration yet; please type one such as 5:00 or 1 h 19 min."))
    seconds = _of_clock(typed)
    if seconds is None:
        seconds = _of_amounts(typed)
    if seconds is None:
        raise ProblemForUser(
            _(
                "“{typed}” is no duration; please type one such as 5:00 (minutes and seconds) or 1 h 19 min.",
                typed=text.strip()[:40],
            )
        )
    if seconds > LONGEST:
        raise ProblemForUser(
            _(
                "“{typed}” is longer than a day; please type a duration such as 5:00 or 1 h 19 min.",
                typed=text.strip()[:40],
            )
        )
    return seconds


def _of_clock(typed: str) -> int | None:
    """`5:00` and `1:10:18`; what stands behind the first colon is below 60."""
    found = re.fullmatch(_CLOCK, typed)
    if not found:
        return None
    first, second, third, unit = found.groups()
    if int(second) > 59 or int(third or 0) > 59:
        return None
    if third is not None:
        return None if unit in {"m", "min"} else int(first) * _HOUR + int(second) * _MINUTE + int(third)
    larger = _HOUR if unit == "h" else _MINUTE
    return int(first) * larger + int(second) * larger // 60


def _of_amounts(typed: str) -> int | None:
    """`5`, `5 min`, `1h 19`, `5'30"`: each unit at most once, the larger first."""
    from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - see above

    amounts = re.compile(_AMOUNT)
    total = Decimal(0)
    last: int | None = None
    place = 0
    while place < len(typed):
        found = amounts.match(typed, place)
        if not found:
            return None
        amount, word = found.groups()
        place = found.end()
        if word is not None:
            unit = _UNITS.get(word)
        elif place < len(typed):
            return None
        else:
            unit = _MINUTE if last is None else _NEXT_SMALLER.get(last)
        if unit is None or (last is not None and unit >= last):
            return None
        total += Decimal(amount.replace(",", ".")) * unit
        last = unit
    return int(total.quantize(Decimal(1), ROUND_HALF_UP))


def clock_text(seconds: int) -> str:
    """Seconds as `53:00` below an hour and `1:19:05` above; negative ones carry a minus sign."""
    sign = "−" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, secs = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{secs:02}" if hours else f"{sign}{minutes}:{secs:02}"


def minutes_text(seconds: int) -> str:
    """Seconds rounded half up to whole minutes, as people read a run-time: `53 min`, `under 1 min`."""
    if 0 < seconds < 30:
        return _("under 1 min")
    return _("{minutes} min", minutes=(seconds + 30) // 60)
