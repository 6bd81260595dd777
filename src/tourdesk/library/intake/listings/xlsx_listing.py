"""Listings as XLSX: the values of the cells, as the spreadsheet shows them."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, n_
from tourdesk.library.intake.listings.limits import (
    COLUMNS,
    SHEETS,
    XLSX_UNPACKED_BYTES,
    check_cells,
    check_columns,
    check_rows,
)
from tourdesk.library.intake.listings.merged_cells import carried_down
from tourdesk.library.intake.listings.rows import Row
from tourdesk.library.intake.listings.words import cleaned

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_CHUNK = 1 << 20
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]{0,40}?ref=[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']"
)
_UNSAVED = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f[^<>]{0,40}/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_LAST_ROW = 1_048_576
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
# Dates so early are durations that a spreadsheet shows as dates.
_EARLIEST_YEAR = 1901


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook that have rows, with their names; `told` is what is to be said of the workbook."""

    sheets: tuple[tuple[str, Sequence[Row]], ...]
    told: tuple[str, ...] = ()


def xlsx_book(data: bytes, name: str) -> Book:
    """The sheets of a workbook, hidden ones left out.

    Formulas count as the values that were saved with them; cells that are merged with one above say what that one
    says. Raises ProblemForUser when the file is broken, locked or too large.
    """
    import openpyxl  # noqa: PLC0415 - heavy, and only needed for XLSX

    parts = _checked_parts(data, name)
    with warnings.catch_warnings():
        # What openpyxl does not keep (validations, extensions) is nothing to the films.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return _book(book, parts, name)
            finally:
                book.close()
        except ProblemForUser:
            raise
        except Exception as error:
            raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> ProblemForUser:
    return ProblemForUser(
        _(
            "“{file}” cannot be read as an XLSX file; please open it in the spreadsheet and save it again as XLSX or CSV.",
            file=name,
        ),
        detail=f"{type(error).__name__}: {error}",
    )


@dataclass(slots=True)
class _Part:
    """What is known of a part of the file before openpyxl sees it."""

    merged: list[str] = field(default_factory=list)
    """The ranges that are one cell ("A2:A5")."""
    unsaved: int = 0
    """Formulas without a value."""


def _checked_parts(data: bytes, name: str) -> dict[str, _Part]:
    """What stands in each part. Refuses a file that unpacks to too much, and XML that declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            total = sum(part.file_size for part in parts.infolist())
            if total > XLSX_UNPACKED_BYTES:
                raise _too_large(name)
            return {
                part.filename: _checked_part(parts, part, name)
                for part in parts.infolist()
                if part.filename.endswith((".xml", ".rels"))
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise _broken(name, error) from error


def _checked_part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> _Part:
    read = 0
    tail = b""
    found = _Part()
    with parts.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > XLSX_UNPACKED_BYTES:
                raise _too_large(name)
            # Without zeros, so that UTF-16 hides nothing.
            seen = tail + chunk.replace(b"\0", b"")
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise ProblemForUser(
                    _(
                        "“{file}” declares what no spreadsheet declares, so it was not opened; please open it in the spreadsheet and save it again.",
                        file=name,
                    )
                )
            # What the tail holds whole was found with the chunk before.
            found.unsaved += sum(1 for one in _UNSAVED.finditer(seen) if one.end() > len(tail))
            found.merged += [
                one[1].decode("ascii") for one in _MERGED.finditer(seen) if one.end() > len(tail)
            ]
            tail = seen[-64:]
    return found


def _too_large(name: str) -> ProblemForUser:
    return ProblemForUser(
        _(
            "“{file}” unpacks to more than {number} MB, too large for a listing; please save the sheet with the films as CSV and try again.",
            file=name,
            number=XLSX_UNPACKED_BYTES // 1_000_000,
        )
    )


def _book(book: "Workbook", parts: Mapping[str, _Part], name: str) -> Book:
    found = []
    cells = unsaved = 0
    for sheet in book.worksheets[:SHEETS]:
        if sheet.sheet_state != "visible":
            continue
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # what the file says of its size may be anything
        rows: list[Row] = []
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > _LAST_ROW:
                check_rows(number, name)
            cells += len(values)
            check_cells(cells, name)
            if row := _row(number, values, name):
                rows.append(row)
                check_rows(len(rows), name)
        # openpyxl tells nothing else of where a sheet that it streams stands in the file.
        part = parts.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), _Part())
        if rows:
            found.append((cleaned(sheet.title), carried_down(rows, part.merged)))
            unsaved += part.unsaved
    return Book(tuple(found), (_of_formulas(unsaved, name),) if unsaved else ())


def _of_formulas(number: int, name: str) -> str:
    return n_(
        "{n} cell of “{file}” holds a formula whose value was not saved, and was read as empty; please save the file again in the spreadsheet.",
        "{n} cells of “{file}” hold formulas whose values were not saved, and were read as empty; please save the file again in the spreadsheet.",
        number,
        file=name,
    )


def _row(number: int, values: Sequence[object], name: str) -> Row | None:
    words = [shown(value) for value in values]
    while words and not words[-1]:
        words.pop()
    if len(words) > COLUMNS:
        check_columns(len(words), name)
    return Row(number, tuple(words)) if words else None


def shown(value: object) -> str:
    """A cell's value as words: times and durations as 0:53:00, dates as 2027-05-18."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _number(value)
    return _moment(value) if isinstance(value, date | time | timedelta) else cleaned(str(value))


def _number(value: float) -> str:
    if not abs(value) < 1e15:
        return ""
    return str(int(value)) if value.is_integer() else f"{value:.6f}".rstrip("0")


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        return _clock(value)
    if isinstance(value, time):
        return _clock(datetime.combine(_EPOCH, value.replace(tzinfo=None)) - _EPOCH)
    if isinstance(value, datetime) and value.year < _EARLIEST_YEAR:
        return _clock(value.replace(tzinfo=None) - _EPOCH)
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _clock(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds >= 0 else ""
