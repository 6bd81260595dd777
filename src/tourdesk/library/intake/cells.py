"""A line's cells: its facts, and between them the words that signs part ("Name: Title, 1985, 16mm, 4 min")."""

import re
from dataclasses import dataclass

from tourdesk.library.intake.items import FACTS, Item, items_in
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.wording import is_prose

_SIGN = re.compile(
    r"\s+[–—~-]+\s+|[–—]\s+|\s+[–—]|\s*\|\s*|\s+/\s+|\s*[·•∙●]\s*|\s*\t\s*|\s{2,}|,\s+|:\s+|;\s+|\s*[()\[\]]\s*"
)
# What stands before who made it, in a dozen languages; only where names follow.
_BY = re.compile(
    r"(?:(?:a|un|ein|een|um)\s(?:film|filme)\s)?(?:written and directed by|directed by|by|von|de|di|do|par|door|van|av|af|od|"
    r"(?:dir|reż|rez|rež|réal|real|reg|regie|regia|režie|regi|rend)\b\.?:?)\s+|d['’](?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_BY_WITHIN = re.compile(rf"\s+(?={_BY.pattern})", re.IGNORECASE)
_QUOTED = re.compile(r"[“«„][^“”«»„\n]{1,100}[”»“]|\"[^\"\n]{1,100}\"(?!\w)")
_SENTENCE = re.compile(r"(?<=[\w’'”\")\]])[.!?]\s+(?=[A-ZÀ-Þ“\"])")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)?\d\d)?")
_JOINED = frozenset({" ", ""})
_EDGE = " \t,;:|/·•–—-~"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line that signs or facts part from what is beside them; `start`, `end` within the whole text.

    `sign` is the sign before ("" where the line begins, "by" before a name that a word such as "by" announces, "fact"
    where facts stand between without a sign); `after` says whether a fact of the film stands before in the line.
    """

    start: int
    end: int
    sign: str
    after: bool
    words: str


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line, its facts, and where running text begins behind them."""

    words: tuple[Cell, ...]
    facts: tuple[Item, ...]
    stop: int


def cells_in(text: str, start: int, end: int, known: list[tuple[int, int]]) -> Cells:
    """The cells of a stretch of one line, without the number of the entry; `known` are spans of facts found before."""
    start += ordinal_end(text[start:end])
    items = items_in(text, start, end)
    items = [item for run in _runs(items) for item in run if _told(item, known) or _is_apart(run, start)]
    stop = _end(text, items, end)
    items = [item for item in items if item.start < stop]
    stop = max(stop, items[-1].end) if items else stop
    found: list[Cell] = []
    left, after = start, False
    for item in items:
        found += _parted(text, left, item.start, after=after)
        # A year that opens the entry is no sign that the title has been.
        told = item.kind in {"runtime", "country"} or (item.kind == "year" and bool(found))
        left, after = item.end, after or told
    found += _parted(text, left, stop, after=after)
    return Cells(tuple(found), tuple(items), stop)


def _runs(items: list[Item]) -> list[list[Item]]:
    """The pieces that may be facts, those together that no sign parts ("UK 1953")."""
    out: list[list[Item]] = []
    for item in items:
        if item.kind not in FACTS or item.kind == "number":
            continue
        if (
            out
            and out[-1][-1].after in _JOINED
            and item.before in _JOINED
            and out[-1][-1].end + 2 > item.start
        ):
            out[-1].append(item)
        else:
            out.append([item])
    return out


def _told(item: Item, known: list[tuple[int, int]]) -> bool:
    return any(a < item.end and item.start < b for a, b in known)


def _is_apart(run: list[Item], start: int) -> bool:
    """Whether signs part facts from what is beside them; a length may follow its title without any."""
    before = run[0].before not in _JOINED or run[0].start == start
    length = run[0].value
    if isinstance(length, Runtime) and length.kind in {"units", "prime", "metres", "clock3"}:
        return before or run[-1].after != " "
    return before and run[-1].after != " "


def _end(text: str, items: list[Item], end: int) -> int:
    """Where a sentence begins behind the first fact; the end of the line where none does."""
    if not items:
        return end
    for match in _SENTENCE.finditer(text, items[0].start, end):
        if not any(item.start >= match.end() for item in items) or is_prose(text[match.end() : end]):
            return match.start()
    return end


def _parted(text: str, start: int, end: int, *, after: bool) -> list[Cell]:
    """The cells of a stretch without facts."""
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    cuts: list[tuple[int, int, str]] = []
    left, sign = start, "fact" if after else ""
    for match in _SIGN.finditer(text, start, end):
        if any(a < match.start() < b for a, b in quoted):
            continue
        cuts.append((left, match.start(), sign))
        left, sign = match.end(), match.group().strip()[:1].replace("—", "–").replace("-", "–") or "  "
    cuts.append((left, end, sign))
    found: list[Cell] = []
    for a, b, sign in cuts:
        left, right = _stripped(text, a, b)
        if (
            left == right
            or not any(map(str.isalnum, text[left:right]))
            or _YEARS.fullmatch(text, left, right)
        ):
            continue
        found += _announced(text, left, right, sign, after=after)
    return found


def _announced(text: str, start: int, end: int, sign: str, *, after: bool) -> list[Cell]:
    """A cell; two where a word such as "by" announces names within it, one of names where it begins with such a word."""
    first = _BY.match(text, start, end)
    if first and names_likeness(text[first.end() : end]) >= 0.5:
        return [Cell(first.end(), end, "by", after, text[first.end() : end])]
    for match in reversed(list(_BY_WITHIN.finditer(text, start, end))):
        by = _BY.match(text, match.end(), end)
        if by and match.start() > start and names_likeness(text[by.end() : end]) >= 0.5:
            return [
                Cell(start, match.start(), sign, after, text[start : match.start()]),
                Cell(by.end(), end, "by", after, text[by.end() : end]),
            ]
    return [Cell(start, end, sign, after, text[start:end])]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end
