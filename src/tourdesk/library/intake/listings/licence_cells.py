"""The licence that a row of a listing tells: from when, until when, and for what fee."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.foundation.money import parse_money
from tourdesk.library.intake.listings.entries import Cell
from tourdesk.library.licences import Fee, FeeKind, Licence

FIELDS = ("licence_from", "licence_to", "licence_fee")
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_CLOCK = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$")
"""Behind the days of a workbook."""
_CODE = re.compile(r"\b([A-Z]{3})\b")


def licence_of(cells: Mapping[str, Cell]) -> tuple[Licence | None, list[str]]:
    """The licence that these cells say, by field, and what of them cannot be read; None when nothing can."""
    problems: list[str] = []
    days: dict[str, date | None] = {}
    for name in ("licence_from", "licence_to"):
        words = cells[name].text.strip() if name in cells else ""
        days[name] = _day(words)
        if words and days[name] is None:
            problems.append(
                _(
                    "the day “{words}” of its licence cannot be read for certain; it was left empty.",
                    words=words[:60],
                )
            )
    first, last = days["licence_from"], days["licence_to"]
    if first is not None and last is not None and last < first:
        problems.append(_("its licence ends before it begins; its days were left empty."))
        first = last = None
    fee = _fee(cells["licence_fee"], problems) if "licence_fee" in cells else None
    said = first is not None or last is not None or fee is not None
    return (Licence(first, last, fee=fee) if said else None), problems


def _day(words: str) -> date | None:
    """A day; of two numbers with a slash between that could both be the month nobody knows which is."""
    plain = _CLOCK.sub("", " ".join(words.split()))
    if match := _SLASHED.fullmatch(plain):
        one, other, year = map(int, match.groups())
        if one <= 12 and other <= 12 and one != other:
            return None
        day, month = (one, other) if other <= 12 else (other, one)
        try:
            return date(year, month, day)
        except ValueError:
            return None
    for form in _DAYS:
        try:
            # A date alone, of no zone.
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 - see above
        except ValueError:
            continue
    return None


def _fee(cell: Cell, problems: list[str]) -> Fee | None:
    words = cell.text.strip()
    if not words:
        return None
    code = _CODE.search(words) or re.search(r"[€£]", words) or _CODE.search(cell.name)
    if code is None:
        problems.append(
            _("the licence fee “{words}” names no currency; it was left empty.", words=words[:60])
        )
        return None
    try:
        return Fee(FeeKind.FLAT, parse_money(words, code[0]))
    except ProblemForUser:
        problems.append(_("the licence fee “{words}” cannot be read; it was left empty.", words=words[:60]))
        return None
