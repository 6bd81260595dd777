"""Listings as text with separators: CSV of every kind, and what spreadsheets copy."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.columns import ColumnMapping
from tourdesk.library.intake.listings.limits import check_cells, check_columns, check_rows
from tourdesk.library.intake.listings.rows import Header, Row, find_header
from tourdesk.library.intake.listings.words import cleaned

_SEPARATORS = (",", ";", "\t", "|")
_SAID = re.compile(r"""\s*"?sep=([^\w\s"]|\t)"?[ \t;,]*(?:\r\n|\r|\n|$)""", re.IGNORECASE)
_HEAD_CHARACTERS = 40_000
_HEAD_ROWS = 80
_MOST_WORDS_ABOVE = 1_200
_MOST_BROKEN = 200


def csv_rows(text: str, name: str, mapping: ColumnMapping | None = None) -> tuple[list[Row], Header] | None:
    """The rows of a text with separators, and its header; None when the text is no such listing."""
    said = _SAID.match(text)
    separators: Sequence[str] = (said[1],) if said else _SEPARATORS
    # Excel does not count the line that only names the separator.
    body = text[said.end() :] if said else text
    separator = _separator(body, separators, mapping)
    if separator is None:
        return None
    rows = _parsed(body, separator, name)
    header = find_header(rows, mapping)
    return (rows, header) if header and _is_table(rows, header) else None


def _separator(text: str, separators: Sequence[str], mapping: ColumnMapping | None) -> str | None:
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
                range(1, _HEAD_ROWS), _records(head, separator, limit=_HEAD_ROWS), strict=False
            )
        ]
        header = find_header(rows, mapping)
        if header and not (separator == "|" and not rows[header.at].cells[0]):
            score = (len(header.fields), len(header.mapping.columns))
            if score > best:
                best, found = score, separator
    return found


def _parsed(text: str, separator: str, name: str) -> list[Row]:
    rows: list[Row] = []
    count = 0
    for number, cells in enumerate(_records(text, separator), 1):
        if not any(cells):
            continue
        check_rows(len(rows) + 1, name)
        check_columns(len(cells), name)
        count += len(cells)
        check_cells(count, name)
        rows.append(Row(number, tuple(map(cleaned, cells))))
    return rows


def _records(text: str, separator: str, limit: int | None = None) -> Iterator[list[str]]:
    """The records of the text. A line that breaks the rules of quoting is taken as it stands, on its own."""
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
                    "The quotation marks of this listing do not match: "
                    "please save it again from the spreadsheet, as CSV or XLSX."
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
    if above > _MOST_WORDS_ABOVE:
        return False
    fitting = sum(
        1 for row in under if len(row.cells) == width or (row.filled >= 2 and len(row.cells) <= width + 2)
    )
    return fitting * 10 >= len(under) * 7
