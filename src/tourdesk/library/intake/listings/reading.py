"""Reads a file as a listing of films, whatever kind it is of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _, quoted
from tourdesk.library.intake.decoding import what_is_unreadable
from tourdesk.library.intake.listings.assembling import assembled
from tourdesk.library.intake.listings.columns import Columns
from tourdesk.library.intake.listings.csv_listing import csv_table, titles_table
from tourdesk.library.intake.listings.entries import Entry
from tourdesk.library.intake.listings.eventival import film_elements, xml_entry
from tourdesk.library.intake.listings.film_rows import entries_of
from tourdesk.library.intake.listings.headers import find_header, likely_header, lone_header
from tourdesk.library.intake.listings.json_text import parsed_json
from tourdesk.library.intake.listings.limits import TEXT_BYTES, check_bytes, check_rows
from tourdesk.library.intake.listings.mapping import ColumnMapping, SaidOfColumns, header_key
from tourdesk.library.intake.listings.omdb import is_omdb, omdb_entries
from tourdesk.library.intake.listings.own_json import films_of, json_films
from tourdesk.library.intake.listings.rows import Table
from tourdesk.library.intake.listings.sniff import (
    ZIP,
    Kind,
    Sniffed,
    beginning,
    is_surely_json,
    limit_of_text,
    other_encodings,
    sniffed,
)
from tourdesk.library.intake.listings.xml_text import parsed_xml
from tourdesk.library.intake.readings import PageReading, ReadingProblem


@dataclass(frozen=True, slots=True)
class ListingReading(PageReading):
    """A listing as understood. `tables` are what it was read from, where it has columns; `told` is said of them all."""

    kind: Kind = Kind.SEPARATED
    tables: tuple[Table, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def mapping(self) -> ColumnMapping | None:
        """What the columns of the first table were taken for; None where the listing has no columns."""
        return self.tables[0].header.mapping if self.tables else None

    @property
    def asks(self) -> tuple[Table, ...]:
        """The tables of whose columns somebody should say what they hold, one for each header."""
        asking = {header_key(table.header.mapping.names): table for table in self.tables if table.header.asks}
        return tuple(asking.values())


def read_listing(data: bytes, name: str, said: SaidOfColumns | None = None) -> ListingReading | None:
    """The films of a listing; None when the bytes are no listing, but perhaps a page.

    `name` is only for messages. `said` is what people have said of columns. Raises ProblemForUser when the listing
    is too large or damaged, or has no columns of the names that were said for it.
    """
    said = said or SaidOfColumns()
    if data.startswith(ZIP):
        return None if sniffed(data, name) is None else _read_xlsx(data, name, said)
    found = sniffed(beginning(data) if len(data) > TEXT_BYTES else data, name)
    if found is None:
        return None
    limit = limit_of_text(found.text)
    if len(data) > limit:
        _refuse_listing(data, limit, name, said)
        return None
    if found.kind is Kind.SEPARATED:
        return _read_separated(found.text, data, name, said)
    return _read_json(found, name) if found.kind is Kind.JSON else _read_xml(found, name)


def read_titles(text: str, name: str) -> ListingReading | None:
    """The films of a single column of titles under a name such as "Title"; None when the text is something else.

    Many pages begin with such a word: only who has found no film on the page asks.
    """
    table = titles_table(text, name)
    return None if table is None else _of_tables(Kind.SEPARATED, [table])


def _refuse_listing(data: bytes, limit: int, name: str, said: SaidOfColumns) -> None:
    """Raises ProblemForUser when what is too large for a listing begins as one; else it is told as what it is."""
    found = sniffed(beginning(data), name)
    if found is None or (found.kind is Kind.SEPARATED and csv_table(found.text, name, said) is None):
        return
    check_bytes(len(data), limit, name)


def mapped(reading: ListingReading, mapping: ColumnMapping) -> ListingReading:
    """The listing read again, with the columns of the tables of that header taken for what the mapping says."""
    key = header_key(mapping.names)
    tables = [
        replace(table, header=replace(table.header, columns=Columns(mapping), asks=False))
        if header_key(table.header.mapping.names) == key
        else table
        for table in reading.tables
    ]
    return _of_tables(reading.kind, tables, reading.told)


def _read_separated(text: str, data: bytes, name: str, said: SaidOfColumns) -> ListingReading | None:
    table = csv_table(text, name, said)
    if table is None or table.header.columns.unknown:
        # A few short lines say little about their encoding, but a header that is understood says all.
        encoding = _better_encoding(data, table, name, said)
        table = csv_table(data.decode(encoding), name, said) if encoding else table
    table = table or csv_table(text, name, said, likely=True)
    return None if table is None else _of_tables(Kind.SEPARATED, [_as_said(table, said, name)])


def _better_encoding(data: bytes, table: Table | None, name: str, said: SaidOfColumns) -> str | None:
    """The encoding under which more columns are understood than of this table, if there is one."""
    least = len(table.header.columns.unknown) if table else len(data)
    better = None
    head = beginning(data)
    for encoding in other_encodings(data):
        # Its first lines, as all of it would take all of the memory again.
        other = csv_table(head.decode(encoding, "ignore"), name, said)
        if other is not None and len(other.header.columns.unknown) < least:
            better, least = encoding, len(other.header.columns.unknown)
    return better


def _read_xlsx(data: bytes, name: str, said: SaidOfColumns) -> ListingReading:
    from tourdesk.library.intake.listings.xlsx_listing import xlsx_book  # noqa: PLC0415 - only needed for XLSX

    book = xlsx_book(data, name)
    tables = [
        Table(rows, header, title) for title, rows in book.sheets if (header := find_header(rows, said))
    ]
    for find in (likely_header, lone_header):
        tables = tables or [
            Table(rows, header, title) for title, rows in book.sheets if (header := find(rows))
        ]
    if not tables:
        raise ProblemForUser(
            _(
                "No sheet of “{file}” has a row with the names of the columns, a title among them; please put one above the films (Title, Director, Run-time …) and try again.",
                file=name,
            )
        )
    check_rows(sum(len(table.body) for table in tables), name)
    return _of_tables(Kind.XLSX, [_as_said(table, said, name) for table in tables], book.told)


def _as_said(table: Table, said: SaidOfColumns, name: str) -> Table:
    """The table, when it has the columns of which something was said now."""
    for column in said.now:
        if table.header.mapping.has(column):
            continue
        raise ProblemForUser(
            _(
                "“{file}” has no column “{column}”; its columns are {names}.",
                file=name,
                column=column,
                names=", ".join(quoted(own) for own in table.header.mapping.names[:20]),
            )
        )
    return table


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
        return _reading(Kind.JSON, lambda: entries)
    films = films_of(value)
    if films is None:
        raise ProblemForUser(
            _(
                "“{file}” is JSON without a list of films; TourDesk reads its own and OMDb's. Please choose another file, or paste the film page.",
                file=name,
            )
        )
    check_rows(len(films), name)
    read = json_films(films, name)
    sentence = read.sentence()
    return _reading(Kind.JSON, lambda: read.entries, told=(sentence,) if sentence else ())


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
            _(
                "“{file}” is XML without films; TourDesk reads film exports such as Eventival's. Please choose another file, or paste the film page.",
                file=name,
            )
        )
    check_rows(len(films), name)
    entries = [xml_entry(film, _("Film {number}", number=number)) for number, film in enumerate(films, 1)]
    return _reading(Kind.XML, lambda: entries)


def _of_tables(kind: Kind, tables: Sequence[Table], told: tuple[str, ...] = ()) -> ListingReading:
    def entries() -> Iterator[Entry]:
        for table in tables:
            yield from entries_of(table, table.sheet if len(tables) > 1 else "")

    sentences = [sentence for table in tables for sentence in table.header.sentences]
    return replace(_reading(kind, entries, (*told, *sentences)), tables=tuple(tables), told=told)


def _reading(kind: Kind, entries: Callable[[], Iterable[Entry]], told: Sequence[str] = ()) -> ListingReading:
    done = assembled(entries)
    problems = [
        *(ReadingProblem(1, sentence, placed=True) for sentence in told),
        *done.problems,
        *what_is_unreadable(done.text),
    ]
    if not done.films and not problems:
        sentence = _(
            "No film was found in this listing: please check that it has a column with titles and rows under it."
        )
        problems.append(ReadingProblem(1, sentence, placed=True))
    return ListingReading(text=done.text, films=tuple(done.films), problems=tuple(problems), kind=kind)
