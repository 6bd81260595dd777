"""Listings to read, and what to compare of a reading."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

import openpyxl

from tourdesk.library.intake.listings.reading import ListingReading, read_listing
from tourdesk.library.intake.readings import FilmReading


def read(content: str | bytes, name: str = "films.csv", encoding: str = "utf-8") -> ListingReading:
    """The reading of a listing; it must be one."""
    data = content.encode(encoding) if isinstance(content, str) else content
    reading = read_listing(data, name)
    assert reading is not None
    return reading


def messages(reading: ListingReading) -> list[str]:
    return [problem.message for problem in reading.problems]


def titles(reading: ListingReading) -> list[str]:
    return [film.title for film in reading.films]


def minutes(reading: ListingReading) -> list[float | None]:
    return [None if film.runtime_seconds is None else film.runtime_seconds / 60 for film in reading.films]


def without_places(films: Iterable[FilmReading]) -> list[FilmReading]:
    """The films without where they were read."""
    return [replace(film, evidence=(), start=0, end=0) for film in films]


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for number, (title, rows) in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(*rows: Sequence[object]) -> bytes:
    """A workbook of one sheet."""
    return saved(workbook(("Films", rows)))
