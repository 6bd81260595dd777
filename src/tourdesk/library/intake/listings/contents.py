"""What the cells of a column hold, when its name does not say so, or says it too loosely."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from tourdesk.library.intake.listings.lengths import is_nought, length_of, style_of
from tourdesk.library.intake.listings.values import (
    country_codes_of,
    identifiers_of,
    language_tags_of,
    ratings_of,
    year_of,
)
from tourdesk.library.intake.listings.words import says_nothing
from tourdesk.library.intake.people import names_likeness

_SAMPLE = 200
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::00)?\s*(?:uhr|h|[ap]\.?m\.?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_SPELLED = re.compile(r"\d\s*(?:min|h\b|'|′)|\d{1,2}:\d\d:\d\d", re.IGNORECASE)


def mostly_readable(field: str, name: str, column: Sequence[str]) -> bool:
    """Whether the cells of a column can be what its name says; a column of one or two cells is believed."""
    cells = _filled(column)
    if len(cells) < 3:
        return True
    readable: Callable[[str], object]
    if field == "runtime":
        style = style_of(name, cells)
        readable = lambda words: is_nought(words) or length_of(words, style)  # noqa: E731 - one of these tests
    elif field == "year":
        readable = year_of
    elif field == "countries":
        readable = lambda words: country_codes_of(words).values  # noqa: E731 - one of these tests
    elif field == "languages":
        readable = lambda words: not language_tags_of(words).unknown  # noqa: E731 - one of these tests
    elif field == "identifiers":
        readable = lambda words: identifiers_of(words).values  # noqa: E731 - one of these tests
    elif field == "ratings":
        readable = lambda words: ratings_of(words).values  # noqa: E731 - one of these tests
    else:
        return True
    return sum(1 for cell in cells if readable(cell)) * 2 >= len(cells)


def guessed(column: Sequence[str], taken: Collection[str]) -> str | None:
    """The field that cells under an unknown name hold beyond doubt; None when they might be anything."""
    cells = _filled(column)
    if len(cells) < 3:
        return None
    lengths = _are_lengths(cells)
    tests: dict[str, Callable[[str], object]] = {
        "year": lambda words: re.fullmatch(r"(?:19|20)\d\d", words),
        "runtime": lambda words: (
            len(words) < 20 and (_SPELLED.search(words) or (lengths and _CLOCK.fullmatch(words)))
        ),
        "countries": lambda words: (
            len(words) > 3 and country_codes_of(words).values and not country_codes_of(words).unknown
        ),
        "directors": lambda words: len(words) < 80 and names_likeness(words) >= 0.75,
    }
    if is_times_of_day(cells):
        return None
    for field, test in tests.items():
        if field not in taken and sum(1 for cell in cells if test(cell)) * 10 >= len(cells) * 8:
            return None if field == "runtime" and "runtime_seconds" in taken else field
    return None


def _are_lengths(cells: Sequence[str]) -> bool:
    """Whether clocks of two parts are minutes and seconds: a programme starts at round times of one day."""
    clocks = [(int(found[1]), int(found[2])) for cell in cells if (found := _CLOCK.fullmatch(cell))]
    return any(first >= 24 or second % 5 for first, second in clocks)


def may_be_titles(column: Sequence[str]) -> bool:
    """Whether the cells under an unknown name can be titles: words, short, hardly any of them twice."""
    cells = _filled(column)
    worded = [cell for cell in cells if len(cell) <= 150 and any(c.isalpha() for c in cell)]
    return bool(cells) and len(worded) * 10 >= len(cells) * 8 and len(set(cells)) * 10 >= len(cells) * 8


def is_times_of_day(column: Sequence[str]) -> bool:
    """Whether a column tells when films start: later and later times of the day."""
    cells = _filled(column)
    if len(cells) < 2 or not all(_TIME_OF_DAY.fullmatch(cell) for cell in cells):
        return False
    if any(cell.lower().endswith(("uhr", "m", "m.")) for cell in cells):
        return True
    minutes = [
        int(hour) * 60 + int(minute) for cell in cells for hour, minute in re.findall(r"^(\d+)\D(\d+)", cell)
    ]
    return minutes[0] >= 6 * 60 and all(a < b for a, b in pairwise(minutes))


def _filled(column: Sequence[str]) -> list[str]:
    return [cell for cell in column[:_SAMPLE] if not says_nothing(cell)]
