"""Line-ups in columns: what a spreadsheet, a mail or a web table gives when it is pasted."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from tourdesk.foundation.language import _
from tourdesk.library.intake import how as how_
from tourdesk.library.intake.countries import countries_of
from tourdesk.library.intake.facts import Fact, LineFacts
from tourdesk.library.intake.labelled import Label
from tourdesk.library.intake.linefacts import facts_of
from tourdesk.library.intake.lines import Line
from tourdesk.library.intake.people import names_likeness
from tourdesk.library.intake.records import Group
from tourdesk.library.intake.runtimes import Runtime, runtimes_in
from tourdesk.library.intake.values import value_of
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import OTHER, TOTAL, label_table
from tourdesk.library.intake.wording import heading_of, is_break, is_dated, is_prose

Cell = tuple[int, int]

_EXTRA = {
    "#": "number", "no": "number", "nr": "number", "n": "number", "num": "number", "lp": "number", "pos": "number", "order": "number", "№": "number", "nº": "number", "n°": "number",
    "name": "title", "film name": "title", "film": "title", "title of film": "title", "item": "title", "what": "title", "titel / title": "title", "film / item": "title", "programme item": "title",
    "mins": "runtime", "min": "runtime", "mm:ss": "runtime", "h:mm:ss": "runtime", "hh:mm:ss": "runtime", "tc": "runtime", "dur": "runtime", "len": "runtime", "r/t": "runtime",
    "prod country": "countries", "director(s)": "directors", "dir": "directors", "filmmaker(s)": "directors", "lang": "languages", "start": OTHER, "end": OTHER, "from": OTHER, "to": OTHER, "clock": OTHER,
    "genre/type": "tags", "block": "section", "programme": "section", "program": "section", "session": "section", "director/producer": OTHER,
}  # fmt: skip
_SPACES = re.compile(r"\s{2,}")
_CLOCK = re.compile(r"^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_LEAST_ROWS = 2
_FEW = 3
_IN_BRACKETS = re.compile(r"\s+\((?P<minutes>\d{1,3})\)$")
_LEAST_STROKED = 4


@dataclass(slots=True)
class TableReading:
    """The films of a page's tables, and the lines that belong to no table."""

    groups: list[Group] = field(default_factory=list)
    other_lines: list[Line] = field(default_factory=list)


def read_tables(text: str, lines: list[Line]) -> TableReading:
    """Finds tables by their header, or by rows of one shape, and reads each row that is a film."""
    out = TableReading()
    index = tried = 0
    while index < len(lines):
        splitter, columns = _header(text, lines[index])
        if splitter:
            stop, rows = _rows(text, lines, index + 1, splitter)
            groups = _films(text, rows, _by_content(text, rows, columns)) if rows else []
            if groups:
                out.groups += groups
                index = stop
                continue
        elif index >= tried:
            sign = _sign(lines[index])
            tried, rows = _rows(text, lines, index, sign, headless=True) if sign else (index, [])
            groups = _guessed(text, rows, sign)
            if groups:
                out.groups += groups
                index = tried
                continue
        out.other_lines.append(lines[index])
        index += 1
    return out


def _sign(line: Line) -> str:
    """What might part the columns of a line without a header above it: a tab, upright strokes, or two gaps of spaces."""
    if "\t" in line.text.strip():
        return "\t"
    if line.text.count("|") >= 3:
        return "|"
    return "  " if len(_SPACES.findall(line.text)) >= 2 else ""


def _guessed(text: str, rows: list[list[Cell]], sign: str) -> list[Group]:
    """The films of rows without a header; columns of spaces must be the same in all rows."""
    rows = [row for row in rows if sign == "\t" or abs(len(row) - len(rows[0])) <= (sign == "|")]
    if sign == "|" and len(rows) < _LEAST_STROKED:
        return []  # a line of facts under a title, or two
    dated = sum(1 for row in rows if any(is_dated(text[a:b]) for a, b in row))
    if len(rows) < _LEAST_ROWS or (sign != "\t" and dated * 2 > len(rows)):
        return []
    told = [any(map(str.isdigit, "".join(text[a:b] for a, b in row))) for row in rows]
    if len(rows) > _LEAST_ROWS and len(rows[0]) >= _FEW and not told[0] and all(told[1:]):
        rows = rows[1:]  # a header in a language that nobody here knows
    guessed = _guessed_columns(text, rows)
    groups = _films(text, rows, guessed) if guessed else []
    return groups if sign == "\t" or len(groups) >= _LEAST_ROWS else []


def _header(text: str, line: Line) -> tuple[str, list[str]]:
    """How the cells of a header are parted and what its columns are; ("", []) if the line is no header."""
    if len(line.text) > 300:
        return "", []
    for splitter in ("\t", "|", ";", ",", "  "):
        if splitter not in line.text:
            continue
        cells = _cells(text, line, splitter)
        columns = [_column(text[a:b]) for a, b in cells]
        known = [name for name in columns if name]
        if "title" not in columns and "original_title" in columns:
            columns[columns.index("original_title")] = "title"
        others = {name for name in known if name not in {"title", "number", OTHER}}
        if (
            len(cells) >= 2
            and "title" in columns
            and others
            and len(known) * 2 >= len([c for c in cells if c[1] > c[0]])
        ):
            if splitter == "," and len(known) < 3:
                continue
            first = columns.index("title")
            return splitter, [
                name if name != "title" or n == first else "original_title" for n, name in enumerate(columns)
            ]
    return "", []


def _column(words: str) -> str:
    folded = fold(words).strip(" .:*\"'")
    if folded in _EXTRA:
        return _EXTRA[folded]
    bare = re.sub(r"\s*[(\[].*$", "", folded).strip(" .")
    if bare in _EXTRA:
        return _EXTRA[bare]
    table = label_table()
    found = table.get(folded) or table.get(bare) or ""
    return OTHER if found == TOTAL else found


def _cells(text: str, line: Line, splitter: str) -> list[Cell]:
    start, end = line.start, line.end
    if splitter == "|":
        while start < end and text[start] in "| ":
            start += 1
        while end > start and text[end - 1] in "| ":
            end -= 1
    cells: list[Cell] = []
    left = start
    while True:
        if splitter == "  ":
            gap = _SPACES.search(text, left, end)
            at, after = (gap.start(), gap.end()) if gap else (-1, -1)
        else:
            at = _unquoted(text, splitter, left, end)
            after = at + 1
        stop = end if at == -1 else at
        cells.append(_stripped(text, left, stop))
        if at == -1:
            return cells
        left = after


def _unquoted(text: str, sign: str, start: int, end: int) -> int:
    """Where the sign next stands outside of quotes that open a cell."""
    if sign in ",;" and text[start:end].lstrip().startswith('"'):
        close = text.find('"', text.index('"', start) + 1, end)
        start = close + 1 if close != -1 else start
    return text.find(sign, start, end)


def _stripped(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in ' \t"':
        start += 1
    while end > start and text[end - 1] in ' \t"':
        end -= 1
    return start, end


def _rows(
    text: str, lines: list[Line], index: int, splitter: str, *, headless: bool = False
) -> tuple[int, list[list[Cell]]]:
    """The rows from a line on: lines with the splitter; one blank line may stand between, headings of blocks too.

    A table without a header ends where one with a header begins: above it stands what a sheet is called.
    """
    rows: list[list[Cell]] = []
    while index < len(lines):
        line = lines[index]
        if line.gap > 1 and rows and not _has(line, splitter):
            break
        if not _has(line, splitter):
            following = lines[index + 1] if index + 1 < len(lines) else None
            if (
                rows
                and following is not None
                and _has(following, splitter)
                and not heading_of(line.text)
                and not is_prose(line.text)
            ):
                index += 1  # a heading within the table
                continue
            break
        if headless and _header(text, line)[0]:
            break
        rows.append(_cells(text, line, splitter))
        index += 1
    return index, rows


def _has(line: Line, splitter: str) -> bool:
    return splitter in line.text.strip()


def _films(text: str, rows: list[list[Cell]], columns: list[str]) -> list[Group]:
    groups = []
    for cells in rows:
        group = _film(text, cells, columns)
        if group is not None:
            groups.append(group)
    return _with_lengths_in_titles(text, groups)


def _with_lengths_in_titles(text: str, groups: list[Group]) -> list[Group]:
    """The films, those of "Sand (34)" with their minutes where each has its length in brackets behind the title."""
    found = [(group, _IN_BRACKETS.search(text, *(group.title or (0, 0)))) for group in groups]
    bare = [(group, match) for group, match in found if match]
    if len(bare) < _FEW or any(match is None and "runtime" not in group.fields for group, match in found):
        return groups
    for group, match in bare:
        start, end = match.span("minutes")
        run = Runtime(start, end, int(match["minutes"]) * 60, approximate=True, kind="units")
        how = how_.NUMBER_FOR_MINUTES
        if "runtime" not in group.fields and run.seconds:
            group.facts.append(Fact("runtime", start, end, run, how, labelled=False))
            group.title = (group.title or (0, 0))[0], match.start()
    return groups


def _film(text: str, cells: list[Cell], columns: list[str]) -> Group | None:
    at = columns.index("title")
    if at >= len(cells) or cells[at][1] <= cells[at][0]:
        return None
    title = cells[at]
    words = [text[a:b] for a, b in cells]
    filled = [word for word in words if word]
    if len(filled) < 2 or any(is_break(word) for word in filled[: at + 2]) or _column(words[at]) == "title":
        return None
    out = LineFacts()
    for (start, end), name in zip(cells, columns, strict=False):
        if name in {"", OTHER, "number", "title", TOTAL} or start >= end:
            continue
        if name == "runtime" and _CLOCK.match(text[start:end]) and text[start:end].lower().endswith("m"):
            continue
        value_of(
            text, Label(name, start, start, end, _("column {name}", name=name), colon=True), (start, end), out
        )
    inner = facts_of(text, *title)
    if inner.lead is not None and inner.facts:
        have = out.fields
        out.facts += [fact for fact in inner.facts if fact.field not in have]
        title = inner.lead
    if not out.facts:
        return None
    return Group(
        -1,
        -1,
        facts=out.facts,
        title=title,
        title_how=how_.TITLE_COLUMN,
        begin=cells[0][0],
        stop=cells[-1][1],
    )


def _by_content(text: str, rows: list[list[Cell]], columns: list[str]) -> list[str]:
    """The columns of a header, put right by what is in them: times of day are no run-times, unknown columns may be names."""
    out = list(columns)
    for n, name in enumerate(columns):
        values = [text[slice(*row[n])] for row in rows if n < len(row) and row[n][1] > row[n][0]]
        if (
            name == "runtime"
            and (columns.count("runtime") > 1 or values)
            and values
            and all(_CLOCK.match(value) for value in values)
            and _ascending(values)
        ):
            out[n] = OTHER
        elif not name and values:
            guess = _guess(values)
            if guess in {"directors", "countries", "year", "synopsis"} and guess not in columns:
                out[n] = guess
    return out


# -- tables without a header ------------------------------------------------------------------------------------------


def _guessed_columns(text: str, rows: list[list[Cell]]) -> list[str]:
    """What the columns are by what is in them; empty when they do not look like a line-up."""
    width = max(len(row) for row in rows)
    columns = [_guess([text[slice(*row[n])] for row in rows if n < len(row)]) for n in range(width)]
    if "runtime" not in columns and not ("year" in columns and "countries" in columns):
        return []
    texts = [n for n, name in enumerate(columns) if name == "text"]
    names = [n for n, name in enumerate(columns) if name == "directors"]
    if not texts and names:
        texts, names = names[:1], names[1:]
    if not texts:
        return []
    columns[texts[0]] = "title"
    return [
        name if name != "text" and (name != "directors" or n in names[:1]) else ""
        for n, name in enumerate(columns)
    ]


def _guess(values: list[str]) -> str:  # noqa: PLR0911  # one line for each kind of column
    values = [value for value in values if value.strip("–—- ")]
    if not values:
        return ""

    def most(test: object) -> bool:
        return callable(test) and sum(1 for value in values if test(value)) * 10 >= len(values) * 6

    if most(_DATE.fullmatch) or (
        most(lambda value: _CLOCK.match(value) and not value.startswith("0"))
        and all(_CLOCK.match(value) for value in values)
        and _ascending(values)
    ):
        return OTHER
    if most(lambda value: len(value) < 20 and runtimes_in(value)):
        return "runtime"
    if most(lambda value: re.fullmatch(r"(?:19|20)\d\d", value)):
        return "year"
    if most(lambda value: value.strip(". )#").isdigit()):
        return "number" if values[0].strip(". )#") in {"0", "1", "01"} else "runtime"
    if most(countries_of):
        return "countries"
    if most(is_prose):
        return "synopsis"
    likeness = [names_likeness(value) for value in values]
    if most(lambda value: names_likeness(value) >= 0.75) or (min(likeness) >= 0.5 and max(likeness) >= 0.75):
        return "directors"
    return "text"


def _ascending(values: list[str]) -> bool:
    minutes = [[int(part) for part in re.findall(r"\d+", value)[:2]] for value in values]
    return len(values) >= 2 and all(a < b for a, b in pairwise(minutes)) and minutes[0][0] >= 6
