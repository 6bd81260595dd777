"""Listings as XLSX: the values of the cells, as the spreadsheet shows them."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.limits import (
    COLUMNS,
    SHEETS,
    XLSX_UNPACKED_BYTES,
    check_cells,
    check_columns,
    check_rows,
)
from tourdesk.library.intake.listings.rows import Row
from tourdesk.library.intake.listings.words import cleaned

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_CHUNK = 1 << 20
_LAST_ROW = 1_048_576
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's clock has no zone
# Dates so early are durations that a spreadsheet shows as dates.
_EARLIEST_YEAR = 1901


def xlsx_sheets(data: bytes, name: str) -> list[tuple[str, list[Row]]]:
    """The sheets of a workbook that have rows, hidden ones left out: their names and rows.

    Formulas count as the values that were saved with them. Raises ProblemForUser when the file is broken,
    locked or too large.
    """
    import openpyxl  # noqa: PLC0415 - heavy, and only needed for XLSX

    _check_parts(data, name)
    with warnings.catch_warnings():
        # What openpyxl does not keep (validations, extensions) is nothing to the films.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return _sheets(book, name)
            finally:
                book.close()
        except ProblemForUser:
            raise
        except Exception as error:
            raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> ProblemForUser:
    return ProblemForUser(
        f"“{name}” cannot be read as an XLSX file; please open it in the spreadsheet and save it again as XLSX or CSV.",
        detail=f"{type(error).__name__}: {error}",
    )


def _check_parts(data: bytes, name: str) -> None:
    """Refuses a file that unpacks to too much, and XML that declares entities, before anything is kept."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            total = sum(part.file_size for part in parts.infolist())
            if total > XLSX_UNPACKED_BYTES:
                raise _too_large(name)
            for part in parts.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(parts, part, name)
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


def _check_part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    read = 0
    tail = b""
    with parts.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > XLSX_UNPACKED_BYTES:
                raise _too_large(name)
            # Without zeros, so that UTF-16 hides nothing.
            seen = tail + chunk.replace(b"\0", b"")
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise ProblemForUser(
                    f"“{name}” declares what no spreadsheet declares, so it was not opened; "
                    "please open it in the spreadsheet and save it again."
                )
            tail = seen[-16:]


def _too_large(name: str) -> ProblemForUser:
    return ProblemForUser(
        f"“{name}” unpacks to more than {XLSX_UNPACKED_BYTES // 1_000_000} MB, too large for a listing; "
        "please save the sheet with the films as CSV and try again."
    )


def _sheets(book: "Workbook", name: str) -> list[tuple[str, list[Row]]]:
    found = []
    cells = 0
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
        if rows:
            found.append((cleaned(sheet.title), rows))
    return found


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
