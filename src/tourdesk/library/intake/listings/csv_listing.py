"""Listings as text with separators: CSV of every kind, and what spreadsheets copy."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.headers import (
    LONGEST_NAME,
    find_header,
    is_called_title,
    likely_header,
    lone_header,
)
from tourdesk.library.intake.listings.limits import check_cells, check_columns, check_lines, check_rows
from tourdesk.library.intake.listings.mapping import SaidOfColumns
from tourdesk.library.intake.listings.rows import Header, Row, Table
from tourdesk.library.intake.listings.words import cleaned

_SEPARATORS = (",", ";", "\t", "|")
_NO_SEPARATOR = "\x1f"
"""A sign that no text has: each line is one cell, in quotation marks or without."""
_SAID = re.compile(r"""\s*"?sep=([^\w\s"]|\t)"?[ \t;,]*(?:\r\n|\r|\n|$)""", re.IGNORECASE)
_HEAD_CHARACTERS = 40_000
_HEAD_ROWS = 80
_MOST_WORDS_ABOVE = 1_200
_FOOT = 2
_MOST_BROKEN = 200


def csv_table(text: str, name: str, said: SaidOfColumns, *, likely: bool = False) -> Table | None:
    """The table of a text with separators; None when the text is none whose header is known.

    `likely` takes a header that nobody knows, where all rows look like those of a table.
    """
    given = _SAID.match(text)
    separators: Sequence[str] = (given[1],) if given else _SEPARATORS
    # Excel does not count the line that only names the separator.
    body = text[given.end() :] if given else text
    find = likely_header if likely else partial(find_header, said=said)
    separator = _separator(body, separators, find)
    if separator is None or (likely and separator == "," and body.count(", ") * 2 > body.count(",")):
        return None  # commas with spaces behind them are those of running text
    rows = _parsed(body, separator, name)
    header = find(rows)
    if header is None or not _is_table(rows, header):
        return None
    return None if likely and not _is_regular(rows, header) else Table(rows, header)


def titles_table(text: str, name: str) -> Table | None:
    """The table of a text that is a single column of titles under its name; None when it is none."""
    first, _end, _rest = text.lstrip().partition("\n")
    if not is_called_title(first.strip().strip('"')):
        return None
    rows = _parsed(text, _NO_SEPARATOR, name)
    header = lone_header(rows)
    return Table(rows, header) if header is not None else None


def _separator(
    text: str, separators: Sequence[str], find: Callable[[Sequence[Row]], Header | None]
) -> str | None:
    """The separator under which the text has the best header."""
    head = text[:_HEAD_CHARACTERS]
    best: tuple[int, int] = (0, 0)
    found = None
    for separator in separators:
        if separator not in head:
            continue
        rows = [
            Row(number, tuple(map(cleaned, cells)))
            for number, cells in zip(
                range(1, _HEAD_ROWS), records(head, separator, limit=_HEAD_ROWS), strict=False
            )
        ]
        header = find(rows)
        if header and not (separator == "|" and not rows[header.at].cells[0]):
            score = (len(header.fields), len(header.mapping.columns))
            if score > best:
                best, found = score, separator
    return found


def _parsed(text: str, separator: str, name: str) -> list[Row]:
    check_lines(max(text.count("\n"), text.count("\r")), name)
    rows: list[Row] = []
    count = 0
    for number, cells in enumerate(records(text, separator), 1):
        if not any(cells):
            continue
        check_rows(len(rows) + 1, name)
        check_columns(len(cells), name)
        count += len(cells)
        check_cells(count, name)
        rows.append(Row(number, tuple(map(cleaned, cells))))
    return rows


def records(text: str, separator: str, limit: int | None = None) -> Iterator[list[str]]:
    """The rows of a text with separators as cells, empty rows too, `limit` of them at most.

    A line that breaks the rules of quoting is taken as it stands, on its own. Raises ProblemForUser when many do.
    """
    lines = io.StringIO(text, newline="").readlines()
    at = broken = yielded = 0
    while at < len(lines):
        reader = csv.reader(iter(lines[at:]) if at else iter(lines), delimiter=separator, strict=True)
        begin = at
        try:
            for record in reader:
                at = begin + reader.line_num
                yield record
                yielded += 1
                if limit is not None and yielded >= limit:
                    return
        except csv.Error:
            broken += 1
            if broken > _MOST_BROKEN:
                raise ProblemForUser(
                    _(
                        "The quotation marks of this listing do not match: please save it again from the spreadsheet, as CSV or XLSX."
                    )
                ) from None
            yield [
                cell.strip().strip('"') if cell.count('"') == 1 else cell
                for cell in lines[at].rstrip("\r\n").split(separator)
            ]
            at += 1


def _is_table(rows: Sequence[Row], header: Header) -> bool:
    """Whether the text is this table and little else: a page with a table in it is read as a page."""
    under = rows[header.at + 1 :]
    width = len(header.mapping.columns)
    above = sum(len(cell) for row in rows[: header.at] for cell in row.cells)
    told = any(row.filled == 1 and max(map(len, row.cells)) > LONGEST_NAME for row in rows[: header.at])
    if above > _MOST_WORDS_ABOVE or (told and all(len(row.cells) == 1 for row in under[-_FOOT:])):
        return False  # below sentences, or between them and the links at a page's foot
    fitting = sum(
        1 for row in under if len(row.cells) == width or (row.filled >= 2 and len(row.cells) <= width + 2)
    )
    return fitting * 10 >= len(under) * 7


def _is_regular(rows: Sequence[Row], header: Header) -> bool:
    """Whether nearly all rows are as wide as the header: running text with commas in it is not."""
    width = len(rows[header.at].cells)
    return (
        width >= 3 and header.at == 0 and sum(len(row.cells) == width for row in rows) * 20 >= len(rows) * 19
    )
