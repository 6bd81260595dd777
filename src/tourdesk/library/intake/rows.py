"""Rows of one shape: lines that the same sign parts into the same columns, wherever the page has them.

"Green Book – Peter Farrelly – USA" says little by itself. Where several lines have as many columns, each column is
what most of its cells are: then a name that nobody knows is a director, and an unknown word a country left out.
"""

import re
from collections import Counter
from dataclasses import dataclass

from tourdesk.library.intake import how as how_
from tourdesk.library.intake.clusters import take_all
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.items import FACTS, items_in
from tourdesk.library.intake.lines import ordinal_end
from tourdesk.library.intake.marked import Marked
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.wording import before_open_bracket, is_dated, is_generic, is_prose

_SIGNS = tuple(
    re.compile(sign) for sign in (r"\s+[–—-]\s+|[–—]\s+|\s+[–—]", r"\s*\|\s*", r"\s+/\s+", r"\s*[·•]\s*")
)
_KINDS = frozenset({"title", "text", "facts", "prose"})
_LONGEST = 200
_LONGEST_CELL = 110
_FEW = 3
_COLUMNS = range(3, 7)


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Marked
    cells: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]


def rows_alike(text: str, marked: list[Marked]) -> None:
    """Reads the lines that are rows of one shape by their columns, where they are not understood yet."""
    for sign in _SIGNS:
        rows = [row for row in (_row(text, entry, sign) for entry in marked) if row is not None]
        widths = Counter(len(row.cells) for row in rows)
        for width, count in widths.most_common():
            if width in _COLUMNS and count >= _FEW:
                _read(text, [row for row in rows if len(row.cells) >= width], width)
                break


def _row(text: str, entry: Marked, sign: re.Pattern[str]) -> _Row | None:
    start, end = entry.title[0], entry.line.end
    if entry.kind not in _KINDS or end - start > _LONGEST or any(fact.labelled for fact in entry.facts.facts):
        return None
    start += ordinal_end(text[start:end])
    cells: list[tuple[int, int]] = []
    left = start
    for match in sign.finditer(text, start, end):
        cells.append((left, match.start()))
        left = match.end()
    cells.append((left, end))
    if len(cells) < _COLUMNS[0] or any(not 0 < b - a <= _LONGEST_CELL for a, b in cells):
        return None
    return _Row(entry, tuple(cells), tuple(_kind(text, a, b) for a, b in cells))


def _kind(text: str, start: int, end: int) -> str:
    """What a cell is: "facts" of any kind, "names", or "words"."""
    words = text[start:end].strip()
    items = items_in(text, start, end)
    if countries_of(words, codes=True) or (items and all(item.kind in FACTS for item in items)):
        return "facts"
    return "names" if names_likeness(words) >= 0.5 else "words"


def _read(text: str, rows: list[_Row], width: int) -> None:
    """Gives the rows their columns; what a title has of signs itself is counted to the title."""
    whole = [row for row in rows if len(row.cells) == width]
    columns = [Counter(row.kinds[at] for row in whole).most_common(1)[0] for at in range(width)]
    kinds = [kind for kind, _ in columns]
    at = next((index for index, kind in enumerate(kinds) if kind != "facts"), width)
    if any(count * 5 < len(whole) * 3 for index, (_, count) in enumerate(columns) if index != at):
        return
    titles = {text[slice(*row.cells[at])] for row in whole if at < width}
    if "facts" not in kinds or "names" not in kinds[at + 1 :] or at > 1 or len(titles) < len(whole):
        return
    for row in rows:
        extra = len(row.cells) - width
        start, end = row.cells[at][0], row.cells[at + extra][1]
        title = (start, before_open_bracket(text, start, end))
        others = (*row.cells[:at], *row.cells[at + extra + 1 :])
        words = text[slice(*title)]
        if is_prose(words) or is_generic(words) or is_dated(words):
            continue
        if row.kinds[0] == "names" and "names" not in row.kinds[1:]:
            continue  # who made the film, below its title
        facts = _facts(text, title, others, [*kinds[:at], *kinds[at + 1 :]])
        now = row.entry.facts
        known = now.fields - {"unknown"}
        ends = sorted((now.lead[1], title[1])) if now.lead is not None else (0, 0)
        elsewhere = any(map(str.isalpha, text[slice(*ends)]))
        if facts.fields and (now.lead is None or elsewhere or not facts.fields <= known):
            row.entry.facts, row.entry.kind = facts, "facts"


def _facts(
    text: str, title: tuple[int, int], cells: tuple[tuple[int, int], ...], kinds: list[str]
) -> LineFacts:
    out = LineFacts(lead=title, lead_kind="text", bracketed=True, complete=True, weight=3.0)
    for (start, end), kind in zip(cells, kinds, strict=True):
        if kind == "names":
            how = how_.NAME_AFTER_TITLE
            opened = "(" in text[start:end]
            stop = end if opened or text[end - 1] != ")" else end - 1
            out.facts.append(Fact("directors", start, stop, None, how, labelled=False))
            continue
        countries = countries_of(text[start:end], codes=True)
        if countries:
            how = how_.COUNTRY_AMONG_FACTS
            out.facts.append(Fact("countries", start, end, countries, how, labelled=False))
            continue
        take_all(items_in(text, start, end), out)
    return out
