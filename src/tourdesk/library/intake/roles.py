"""Which cell of a line is the title and which says who made the film, decided for all entries of a page at once.

"Mara Mattuschka: Nabel Fabel, 1985, 4 min" by itself may be a title with a colon. Where a page has several entries, each
way of giving the cells their parts (title first, name first, something else before the title …) is tried for all of
them and weighed by what the cells look like then: titles differ and are no names, who made a film looks like persons,
what all entries share is neither. The page's best way is taken where it explains clearly more than the lines by themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.cells import Cell, Cells, cells_in
from tourdesk.library.intake.clusters import take_all
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import Item
from tourdesk.library.intake.marked import AWARD, Marked
from tourdesk.library.intake.people import is_company, names_likeness
from tourdesk.library.intake.runtimes import Runtime
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.wording import before_open_bracket, is_dated, is_generic, is_prose

_KINDS = frozenset({"facts", "title", "text", "prose"})
_TOLD = frozenset({"runtime", "year", "country"})
_LONGEST = 260
_SHORT = 3
_LONGEST_TITLE = 110
_MOST_CELLS = 9
_FEW = 3
_CLEARLY = 0.2
_CLEARLY_OF_TWO = 0.4
_REPEATED = 1.5
_MISSING = -0.6
_ABOVE = 1.0
_NEAR_LINES = 4
_BETTER = 0.05
_LEAST = 0.5
_EACH_CELL = 0.15
_EACH_LEFT = 0.05
_LISTED_NAME = 0.3
_ANNOUNCED = 0.4
# What stands where the other entries have names is rather one, too.
_IN_COLUMN = 1.0
_NAME_LIKE = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’&-]+){0,4}")
_KNOWN, _LIKELY = 0.75, 0.5
_LISTING = frozenset({",", "/", ";"})
_OTHER_SIGN = 0.4
_EACH_PART = 0.04
_NAMES, _ELSE = 0.6, 0.3
# What a line says beside its facts, in order: the title, who made it, something else.
_ORDERS = ("T", "TN", "NT", "ET", "TE", "ETN", "TNE", "TEN", "ENT", "NTE", "NET")

Parts = dict[str, tuple[Cell, ...]]
"""The cells that each part of an order has in one line; a part may be missing."""


@dataclass(frozen=True, slots=True)
class _Entry:
    at: int
    entry: Marked
    cells: Cells
    titled: bool


def title_and_names(text: str, marked: list[Marked]) -> None:
    """Parts title and names in the page's entries by the order of their cells that explains most of them."""
    found = [one for one in (_entry(text, marked, at) for at in range(len(marked))) if one is not None]
    timed: list[_Entry] = []
    rest: list[_Entry] = []
    for one in found:
        (timed if any(item.kind == "runtime" for item in one.cells.facts) else rest).append(one)
    if len(timed) >= 2:
        _read(text, timed)
    if len(rest) >= _FEW:
        _read(text, rest, named=True)


def _entry(text: str, marked: list[Marked], at: int) -> _Entry | None:
    """The cells of a line that tells of a film without labels."""
    entry = marked[at]
    facts = entry.facts.facts
    start, end = entry.title[0], entry.line.end
    if (
        entry.kind not in _KINDS
        or entry.facts.other
        or (entry.facts.complete and "runtime" in entry.facts.fields)
        or end - start > _LONGEST
        or any(fact.labelled for fact in facts)
    ):
        return None
    if not facts and not any(map(str.isdigit, entry.line.text)):
        return None  # neither length nor year: nothing to take apart
    if any(begin <= start for begin, _ in entry.facts.prose):
        return None  # a sentence first, and then the facts of the film above
    known = [(fact.start, fact.end) for fact in facts if fact.field not in {"directors", "unknown"}]
    cells = cells_in(text, start, end, known)
    told = any(_tells(item) for item in cells.facts)
    if not told or text[start] in "([" or not 0 < len(cells.words) <= _MOST_CELLS:
        return None
    return _Entry(at, entry, cells, titled=_is_titled(marked, at))


def _is_titled(marked: list[Marked], at: int) -> bool:
    """Whether a line that may be the title stands above a line of facts, with no other facts between."""
    if marked[at].kind != "facts":
        return False
    for other in reversed(marked[max(0, at - _NEAR_LINES) : at]):
        if other.kind in {"title", "facts"}:
            return other.kind == "title"
    return False


def _tells(item: Item) -> bool:
    """Whether a piece says something of a film; what looks like a clock may be the time of day."""
    clock = isinstance(item.value, Runtime) and item.value.kind in {"clock2", "hours"}
    return item.kind in _TOLD and not clock


def _read(text: str, entries: list[_Entry], *, named: bool = False) -> None:
    """Takes the order that explains the entries best, where it does so clearly better than their lines by themselves."""
    common = Counter(fold(cell.words) for one in entries for cell in one.cells.words)
    now = [_as_read(text, one) for one in entries]
    ways = [_Ways(one.cells.words, common) for one in entries]
    widest = max(len(one.cells.words) for one in entries)
    orders = [order for order in _ORDERS if len(order) <= widest and ("N" in order or not named)]
    if not orders:
        return
    best, parted = max((_tried(ways, order, common) for order in orders), key=lambda way: way[0])
    if best < sum(now) / len(now) - _loss([_lead(text, one) for one in entries]):
        return
    gains = [
        (worth - before, one, found)
        for one, (worth, found), before in zip(entries, parted, now, strict=True)
        if "T" in found and worth > max(before + _BETTER, _LEAST)
    ]
    margin = _CLEARLY if len(entries) >= _FEW else _CLEARLY_OF_TWO
    if gains and sum(gain for gain, _, _ in gains) / len(gains) >= margin:
        for _, one, found in gains:
            _take(text, one, found)


def _tried(ways: list["_Ways"], order: str, common: Counter[str]) -> tuple[float, list[tuple[float, Parts]]]:
    """How well an order explains all entries, and the parts that each has by it."""
    first = [_best(one, order, {}) for one in ways]
    signs = {part: _most(parts[part][0] for _, parts in first if part in parts) for part in order}
    likely = [_names(parts["N"]) > 0 for _, parts in first if "N" in parts]
    column = len(likely) >= _FEW and sum(likely) * 4 >= len(likely) * 3
    found = [_best(one, order, signs, column=column) for one in ways]
    titles = ["".join(cell.words for cell in parts["T"]) for _, parts in found if "T" in parts]
    if any(2 * sum(1 for _, parts in found if part in parts) < len(found) for part in order):
        return -1.0, [(_MISSING, {}) for _ in ways]  # a part that few have is no part of the shape
    aside = [min(_other(cell, common) for cell in parts["E"]) for _, parts in found if "E" in parts]
    if 2 * sum(1 for value in aside if value > -0.5) < len(aside):
        return -1.0, [(_MISSING, {}) for _ in ways]  # words that are nothing else belong to the title
    mean = sum(worth for worth, _ in found) / len(found)
    return mean - _loss(titles) - _EACH_PART * len(order), found


def _most(cells: Iterator[Cell]) -> tuple[str, bool] | None:
    counted = Counter((cell.sign, cell.after) for cell in cells).most_common(1)
    return counted[0][0] if counted else None


def _loss(titles: list[str]) -> float:
    said = {fold(title) for title in titles}
    return _REPEATED * (1 - len(said) / len(titles)) if titles else 0.0


def _best(
    ways: "_Ways", order: str, signs: dict[str, tuple[str, bool] | None], *, column: bool = False
) -> tuple[float, Parts]:
    """The best way to give a line's cells to the parts of an order, or to fewer of them."""
    best: tuple[float, Parts] = (_MISSING, {})
    for worth, parts in ways.by(order):
        if column and _may_be_name(parts):
            worth += _NAMES * _IN_COLUMN  # noqa: PLW2901 - what it is worth on this page
        for part, own in parts.items():
            if signs.get(part) not in {None, (own[0].sign, own[0].after)}:
                worth -= _OTHER_SIGN * (1.0 if part == "N" else 0.5)  # noqa: PLW2901 - see above
        worth -= _EACH_CELL * (len(order) - len(parts))  # noqa: PLW2901 - see above
        if worth > best[0]:
            best = worth, parts
    return best


class _Ways:
    """Every way to part one line's cells, in order, each weighed once, however many orders it belongs to.

    Entries may lack a part, only never the title; what follows the facts may belong to none of the parts.
    """

    def __init__(self, cells: tuple[Cell, ...], common: Counter[str]) -> None:
        self._cells = cells
        self._common = common
        self._weighed: dict[str, list[tuple[float, Parts]]] = {}
        self._ends = [
            count
            for count in range(1, len(cells) + 1)
            if count == len(cells) or (cells[count].after and cells[count].sign != "by")
        ]

    def by(self, order: str) -> Iterator[tuple[float, Parts]]:
        """What each way is worth by itself, and its parts, for an order and those that lack some of its parts."""
        for lacking in range(len(order)):
            for some in _without(order, lacking):
                if some not in self._weighed:
                    self._weighed[some] = list(self._all(some))
                yield from self._weighed[some]

    def _all(self, order: str) -> Iterator[tuple[float, Parts]]:
        for count in self._ends:
            if len(order) <= count:
                left = sum(_LISTED_NAME if _is_listed(cell) else _EACH_LEFT for cell in self._cells[count:])
                for parts in _cut(self._cells[:count], order):
                    yield _worth(parts, self._common) - left, parts


def _without(order: str, count: int) -> Iterator[str]:
    if count == 0:
        yield order
    elif count == 1:
        yield from (order.replace(part, "") for part in order if part != "T")
    else:
        yield "T"


def _cut(cells: tuple[Cell, ...], order: str) -> Iterator[Parts]:
    if len(order) == 1:
        yield {order: cells}
        return
    for size in range(1, len(cells) - len(order) + 2):
        for rest in _cut(cells[size:], order[1:]):
            yield {order[0]: cells[:size], **rest}


def _worth(parts: Parts, common: Counter[str]) -> float:
    total = _title(parts["T"]) if "T" in parts else _MISSING
    if "N" in parts:
        total += _NAMES * _names(parts["N"])
    if "E" in parts:
        total += _ELSE * sum(_other(cell, common) for cell in parts["E"]) / len(parts["E"])
    return total


def _title(cells: tuple[Cell, ...]) -> float:
    """How much cells together look like a title: about 1 for a good one, below 0 for what is none."""
    words = " ".join(cell.words for cell in cells)
    if any(right.after and not left.after for left, right in pairwise(cells)):
        return -1.0  # facts stand within it
    value = title_worth(words) - _EACH_CELL * (len(cells) - 1) - (0.5 if cells[0].sign == "by" else 0.0)
    value -= 0.4 * cells[0].after
    return value - (0.5 if sum(map(str.isalpha, words)) < _SHORT else 0.0)


@lru_cache(maxsize=8192)
def title_worth(words: str) -> float:
    """How much words look like a title by themselves."""
    likeness = names_likeness(words)
    value = 1.0 - (0.8 if likeness >= _KNOWN else 0.4 if likeness >= _LIKELY else 0.0)
    value += 0.1 * words.isupper() + 0.3 * (words[0] in '“„«‘"「『《')
    value -= 1.0 * (is_prose(words) or len(words) > _LONGEST_TITLE)
    value -= 0.6 * (is_generic(words) or is_dated(words) or AWARD.search(words) is not None)
    return value - 0.5 * words[0].islower() - 0.5 * is_company(words)


def _names(cells: tuple[Cell, ...]) -> float:
    """How much cells together look like who made the film."""
    least = min(_name(cell.words) for cell in cells)
    if least < 0 and len(cells) > 1:
        return -2.0  # not all of a list are names
    worth = least + (_ANNOUNCED if cells[0].sign == "by" else 0.0)
    listed = all(cell.sign in _LISTING for cell in cells[1:])
    return worth - (0.1 if listed else 0.5) * (len(cells) - 1)


def _may_be_name(parts: Parts) -> bool:
    """Whether a word nobody knows stands where the others have names ("Ernst Schmidt jr.", "Apichatpong")."""
    own = parts.get("N", ())
    return len(own) == 1 and _name(own[0].words) < 0 and _NAME_LIKE.fullmatch(own[0].words) is not None


def _name(words: str) -> float:
    likeness = names_likeness(words)
    return 1.0 if likeness >= _KNOWN else 0.6 if likeness >= _LIKELY else -0.8


def _other(cell: Cell, common: Counter[str]) -> float:
    """How much a cell looks like something else than title and names: what all entries share, a prize, a day, a company."""
    if _is_listed(cell) or names_likeness(cell.words) >= _KNOWN:
        return -0.6
    if common[fold(cell.words)] > 1:
        return 0.5
    if aside := _aside(cell.words):
        return aside
    return -0.1 if cell.sign in {"(", "["} else -0.9


@lru_cache(maxsize=8192)
def _aside(words: str) -> float:
    """How much words are clearly no title and no name: a country, a day, a prize, a company; 0 where that is not clear."""
    if countries_of(words, codes=True) or is_dated(words) or AWARD.search(words) or is_generic(words):
        return 0.5
    return 0.4 if is_company(words) or not any(map(str.isalpha, words)) else 0.0


def _is_listed(cell: Cell) -> bool:
    """Whether a cell may go on with a list of names."""
    return cell.sign in _LISTING and names_likeness(cell.words) >= _LIKELY


def _lead(text: str, one: _Entry) -> str:
    lead = one.entry.facts.lead
    return text[slice(*lead)] if lead else str(one.at)


def _as_read(text: str, one: _Entry) -> float:
    """What the line by itself explains, in the same measure; its words may be a name, below the title."""
    facts = one.entry.facts
    if one.entry.kind != "facts":
        return _MISSING
    names = [_name(text[fact.start : fact.end]) for fact in facts.facts if fact.field == "directors"]
    named = _NAMES * sum(names) / len(names) if names else 0.0
    if facts.lead is None:
        return named + (_ABOVE if one.titled else _MISSING)
    words = text[slice(*facts.lead)]
    own = [cell for cell in one.cells.words if cell.start < facts.lead[1] and facts.lead[0] < cell.end]
    inline = named + title_worth(words) - _EACH_CELL * max(len(own) - 1, 0)
    return max(inline, _ABOVE + _NAMES * max(_name(words), 0.0)) if one.titled and not names else inline


def _take(text: str, one: _Entry, parts: Parts) -> None:
    """Makes the line's facts those of its parts."""
    title, names = parts["T"], parts.get("N", ())
    lead = (title[0].start, before_open_bracket(text, title[0].start, title[-1].end))
    before = one.entry.facts
    told = [fact for fact in before.facts if fact.field == "directors"]
    if before.lead == lead and (bool(told) == bool(names)) and one.entry.kind == "facts":
        return
    facts = LineFacts(lead=lead, lead_kind="text", bracketed=True, weight=3.0)
    take_all(list(one.cells.facts), facts)
    facts.items = items = before.items or facts.items
    facts.items = items
    if names:
        span = (names[0].start, names[-1].end)
        how = how_.NAME_BEFORE_FACTS if names[0].start < lead[0] else how_.NAME_AFTER_TITLE
        facts.facts.append(Fact("directors", *span, None, how, labelled=False))
    for cell in parts.get("E", ()):
        if countries := countries_of(cell.words, codes=True):
            how = how_.COUNTRY_AMONG_FACTS
            facts.facts.append(Fact("countries", cell.start, cell.end, countries, how, labelled=False))
    taken = [lead, *((fact.start, fact.end) for fact in facts.facts)]
    kept = [fact for fact in before.facts if fact.field not in {"directors", "unknown"}]
    facts.facts += [fact for fact in kept if fact.field not in facts.fields and _free(fact, taken)]
    if one.cells.stop < one.entry.line.end:
        facts.prose.append((_next_word(text, one.cells.stop, one.entry.line.end), one.entry.line.end))
    one.entry.facts, one.entry.kind = facts, "facts"


def _next_word(text: str, start: int, end: int) -> int:
    while start < end and not (text[start].isalnum() or text[start] in '“"„«'):
        start += 1
    return start


def _free(fact: Fact, taken: list[tuple[int, int]]) -> bool:
    return not any(a < fact.end and fact.start < b for a, b in taken)
