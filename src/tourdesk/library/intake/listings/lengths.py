"""Run-times in the columns of a listing: what a number or a clock means there shows in the whole column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tourdesk.foundation.durations import parse_duration
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.runtimes import LONGEST, runtimes_in
from tourdesk.library.intake.vocabulary.folding import fold

_NUMBER = re.compile(r"(\d{1,6})(?:[.,](\d+))?")
_CLOCK3 = re.compile(r"(\d{1,3})[:.]([0-5]?\d)[:.]([0-5]\d)(?:[.,:;]\d{1,6})?")
_CLOCK2 = re.compile(r"(\d{1,3}):([0-5]\d)")
_ISO = re.compile(r"P(?:T(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d+)?S)?)", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:≈|~|±|ca\.?|circa|c\.|approx\.?|approximately|about|etwa|env\.?|environ)\s*", re.IGNORECASE
)
_SECONDS = re.compile(
    r"\b(?:s|sec|secs|seconds|sek|sekunden|secondes|segundos|secondi|seconden|sekundy|sekund)\b"
)
_MINUTES = re.compile(r"\b(?:m|min|mins|minutes|minuten|minutos|minuti|minut|minuty|minuter)\b")
_HOURS = re.compile(r"\b(?:h|hrs|hours|std|stunden|heures|horas|ore)\b")
_HOURS_AND_MINUTES = re.compile(r"\bh{1,2}:mm\b(?!:)")
_MINUTES_AND_SECONDS = re.compile(r"(?<!:)\bm{1,2}:ss\b")

_DAY = 86_400
_LONG_HOURS = 6
"""No film of a listing runs longer: a spreadsheet that shows 12:20:00 was told 12 minutes and 20 seconds."""


@dataclass(frozen=True, slots=True)
class Length:
    """A run-time in whole seconds."""

    seconds: int
    approximate: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class LengthStyle:
    """How a column writes run-times.

    `unit` is the seconds that a plain number counts; `hours_first` how 1:24 is meant; `slipped` says that
    minutes and seconds were typed into cells that show hours; `whole_minutes` that no seconds are ever told.
    """

    unit: int = 60
    unit_sure: bool = True
    hours_first: bool = False
    clock_sure: bool = True
    slipped: bool = False
    whole_minutes: bool = False


def style_of(name: str, column: Sequence[str]) -> LengthStyle:
    """The style of a column by its name and by all of its cells."""
    folded = fold(name).replace("_", " ")
    cells = [_bare(words) for words in column]
    unit, unit_sure = _unit(folded, [_amount(found) for cell in cells if (found := _NUMBER.fullmatch(cell))])
    hours_first, clock_sure = _clock(folded, [cell for cell in cells if _CLOCK2.fullmatch(cell)])
    clocks = [tuple(map(int, found.groups())) for cell in cells if (found := _CLOCK3.fullmatch(cell))]
    even = bool(clocks) and all(seconds == 0 for _, _, seconds in clocks)
    slipped = even and any(hours >= _LONG_HOURS for hours, _, _ in clocks)
    return LengthStyle(
        unit, unit_sure, hours_first, clock_sure, slipped, even and not slipped and len(clocks) >= 3
    )


def length_of(words: str, style: LengthStyle, longest: int = LONGEST) -> Length | None:
    """The run-time that a cell tells, up to `longest` seconds; None when it tells none. Nought is no run-time either."""
    bare = _bare(words)
    length = _plain(bare, style) or _three(bare, style) or _two(bare, style) or _iso(bare) or _units(bare)
    if length is None or not 0 < length.seconds <= longest:
        return None
    about = bare != words.strip()
    return Length(length.seconds, length.approximate or about, length.doubtful)


def is_nought(words: str) -> bool:
    """Whether a cell tells a run-time of nothing (0, 00:00:00): nobody has filled it in."""
    return re.fullmatch(r"0+(?:[:.,]0+)*", words.strip()) is not None


def _bare(words: str) -> str:
    return _ABOUT.sub("", words.strip())


def _amount(found: "re.Match[str]") -> float:
    return float(f"{found[1]}.{found[2] or 0}")


def _unit(name: str, amounts: list[float]) -> tuple[int, bool]:
    if _SECONDS.search(name) and not _MINUTES.search(name) and ":" not in name:
        return 1, True
    if _MINUTES.search(name) or not amounts:
        return 60, True
    if max(amounts) < 1:
        return _DAY, False  # a spreadsheet's times that have lost their format are parts of a day
    if _HOURS.search(name) and max(amounts) < 10:
        return 3600, True
    return (1, False) if median(amounts) >= 400 else (60, True)


def _clock(name: str, cells: list[str]) -> tuple[bool, bool]:
    if _HOURS_AND_MINUTES.search(name):
        return True, True
    if _MINUTES_AND_SECONDS.search(name):
        return False, True
    firsts = [int(cell.split(":")[0]) for cell in cells]
    if not firsts or max(firsts) >= 5:
        return False, 0 not in firsts
    return max(firsts) <= 3, 0 in firsts


def _plain(bare: str, style: LengthStyle) -> Length | None:
    found = _NUMBER.fullmatch(bare)
    if not found:
        return None
    if len(found[2] or "") == 3 and len(found[1]) <= 3 and style.unit != _DAY:
        return None  # 1,500 may be one and a half, and fifteen hundred
    seconds = round(_amount(found) * style.unit)
    return Length(seconds, style.unit in {60, 3600}, not style.unit_sure)


def _three(bare: str, style: LengthStyle) -> Length | None:
    found = _CLOCK3.fullmatch(bare)
    if not found:
        return None
    hours, minutes, seconds = map(int, found.groups())
    if style.slipped:
        return Length(hours * 60 + minutes, doubtful=True)
    return Length(hours * 3600 + minutes * 60 + seconds, approximate=style.whole_minutes)


def _two(bare: str, style: LengthStyle) -> Length | None:
    found = _CLOCK2.fullmatch(bare)
    if not found:
        return None
    first, second = map(int, found.groups())
    if style.hours_first:
        return Length(first * 3600 + second * 60, approximate=True, doubtful=not style.clock_sure)
    return Length(first * 60 + second, doubtful=not style.clock_sure and first < 5)


def _iso(bare: str) -> Length | None:
    """As schema.org and ISO 8601 write it: PT1H10M18S."""
    found = _ISO.fullmatch(bare)
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return Length(hours * 3600 + minutes * 60 + seconds, approximate=found[3] is None)


def _units(bare: str) -> Length | None:
    if len(bare) > 80:
        return None
    found = runtimes_in(bare)
    if found:
        several = len({run.seconds for run in found}) > 1
        return Length(found[0].seconds, found[0].approximate, found[0].doubtful or several)
    try:
        return Length(parse_duration(bare), approximate="s" not in bare.casefold())
    except ProblemForUser:
        return None
