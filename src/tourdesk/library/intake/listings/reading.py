"""Reads a file as a listing of films, whatever kind it is of."""

from collections.abc import Sequence
from dataclasses import dataclass

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.assembling import assembled
from tourdesk.library.intake.listings.columns import ColumnMapping
from tourdesk.library.intake.listings.csv_listing import csv_rows
from tourdesk.library.intake.listings.entries import Entry
from tourdesk.library.intake.listings.eventival import film_elements, xml_entry
from tourdesk.library.intake.listings.json_text import parsed_json
from tourdesk.library.intake.listings.limits import check_rows
from tourdesk.library.intake.listings.omdb import is_omdb, omdb_entries
from tourdesk.library.intake.listings.own_json import films_of, json_films
from tourdesk.library.intake.listings.rows import entries_of, find_header
from tourdesk.library.intake.listings.sniff import Kind, Sniffed, is_surely_json, sniffed
from tourdesk.library.intake.listings.xml_text import parsed_xml
from tourdesk.library.intake.readings import PageReading, ReadingProblem

_NO_FILMS = (
    "No film was found in this listing: please check that it has a column with titles and rows under it."
)


@dataclass(frozen=True, slots=True)
class ListingReading(PageReading):
    """A listing as understood. `mapping` is what its columns were taken for; None where it has no columns."""

    kind: Kind = Kind.SEPARATED
    mapping: ColumnMapping | None = None


def read_listing(data: bytes, name: str, mapping: ColumnMapping | None = None) -> ListingReading | None:
    """The films of a listing; None when the bytes are no listing, but perhaps a page.

    `name` is only for messages. `mapping` is what the columns hold, where somebody has said so before. Raises
    ProblemForUser when the listing is too large or damaged.
    """
    found = sniffed(data, name)
    if found is None:
        return None
    if found.kind is Kind.XLSX:
        return _read_xlsx(data, name, mapping)
    if found.kind is Kind.JSON:
        return _read_json(found, name)
    if found.kind is Kind.XML:
        return _read_xml(found, name)
    return _read_separated(found, name, mapping)


def _read_separated(found: Sniffed, name: str, mapping: ColumnMapping | None) -> ListingReading | None:
    table = csv_rows(found.text, name, mapping)
    if table is None:
        return None
    rows, header = table
    return _reading(Kind.SEPARATED, entries_of(rows, header), header.mapping, header.sentences)


def _read_xlsx(data: bytes, name: str, mapping: ColumnMapping | None) -> ListingReading:
    from tourdesk.library.intake.listings.xlsx_listing import xlsx_sheets  # noqa: PLC0415 - only needed for XLSX

    sheets = xlsx_sheets(data, name)
    tables = [(title, rows, header) for title, rows in sheets if (header := find_header(rows, mapping))]
    if not tables:
        raise ProblemForUser(
            f"No sheet of “{name}” has a row with the names of the columns, a title among them; "
            "please put one above the films (Title, Director, Run-time …) and try again."
        )
    entries: list[Entry] = []
    for title, rows, header in tables:
        entries += entries_of(rows, header, f"Sheet “{title}”" if len(tables) > 1 else "")
    check_rows(len(entries), name)
    told = [sentence for _, _, header in tables for sentence in header.sentences]
    return _reading(Kind.XLSX, entries, tables[0][2].mapping, told)


def _read_json(found: Sniffed, name: str) -> ListingReading | None:
    try:
        value = parsed_json(found.text, name)
    except ProblemForUser:
        if is_surely_json(found.text):
            raise
        return None
    if is_omdb(value):
        entries = omdb_entries(value)
        check_rows(len(entries), name)
        return _reading(Kind.JSON, entries)
    films = films_of(value)
    if films is None:
        raise ProblemForUser(
            f"“{name}” is JSON without a list of films; TourDesk reads its own and OMDb's. "
            "Please choose another file, or paste the film page."
        )
    check_rows(len(films), name)
    read = json_films(films, name)
    sentence = read.sentence()
    return _reading(Kind.JSON, read.entries, told=(sentence,) if sentence else ())


def _read_xml(found: Sniffed, name: str) -> ListingReading | None:
    declared = found.text.lstrip().startswith("<?xml")
    try:
        films = film_elements(parsed_xml(found.text, name))
    except ProblemForUser:
        if declared or "<!ENTITY" in found.text:
            raise
        return None  # a page that begins with a sign of "smaller than"
    if not films:
        if not declared:
            return None
        raise ProblemForUser(
            f"“{name}” is XML without films; TourDesk reads film exports such as Eventival's. "
            "Please choose another file, or paste the film page."
        )
    check_rows(len(films), name)
    return _reading(Kind.XML, [xml_entry(film, f"Film {number}") for number, film in enumerate(films, 1)])


def _reading(
    kind: Kind, entries: Sequence[Entry], mapping: ColumnMapping | None = None, told: Sequence[str] = ()
) -> ListingReading:
    done = assembled(entries)
    problems = [*(ReadingProblem(1, sentence) for sentence in told), *done.problems]
    if not done.films and not problems:
        problems.append(ReadingProblem(1, _NO_FILMS))
    return ListingReading(
        text=done.text, films=tuple(done.films), problems=tuple(problems), kind=kind, mapping=mapping
    )
