"""Rows of cells as entries: where the header is, and which rows are films, headings, sums or intermissions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tourdesk.library.intake.listings.columns import ColumnMapping, known_fields, mapping_of, unique_names
from tourdesk.library.intake.listings.entries import FIELDS, LISTS, Cell, Entry
from tourdesk.library.intake.listings.words import in_one_line, says_nothing
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import TOTAL, label_table
from tourdesk.library.intake.wording import is_break

_HEADER_WITHIN = 40
_LONGEST_NAME = 80
_SAMPLE = 400
# What a film has and neither an intermission nor a sum.
_OF_FILMS = frozenset({"countries", "year", "languages", "synopsis"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a spreadsheet counts it, from 1; its cells are cleaned, empty ones are ""."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells have something in them."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands among the rows, and what its columns hold."""

    at: int
    mapping: ColumnMapping
    disbelieved: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be told of the columns."""
        return tuple(
            f"The column “{name}” was not read, because its cells do not say what its name says."
            for name in self.disbelieved
        )

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the columns hold."""
        return frozenset(field for _, field in self.mapping.columns if field)


def find_header(rows: Sequence[Row], mapping: ColumnMapping | None = None) -> Header | None:
    """The header among the first rows: the row that names the most fields, a title among them.

    With a mapping it is the row with the mapping's columns; where there is none, the mapping belongs to
    another listing and is not used.
    """
    if mapping is not None and (given := _given_header(rows, mapping)):
        return given
    best: tuple[int, int] | None = None
    letterboxd = bool(rows) and any(cell.startswith("Letterboxd list") for cell in rows[0].cells)
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        score = _header_score(row)
        if letterboxd and not any(fold(cell) == "position" for cell in row.cells):
            continue  # above the films stands a table that tells of the list itself
        if score and (best is None or score > best[1]):
            best = (at, score)
    if best is None:
        return None
    under = [row.cells for row in rows[best[0] + 1 : best[0] + 1 + _SAMPLE]]
    return Header(best[0], *mapping_of(_trimmed(rows[best[0]].cells), under))


def _given_header(rows: Sequence[Row], mapping: ColumnMapping) -> Header | None:
    wanted = {fold(name) for name, field in mapping.columns if field}
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        names = unique_names(_trimmed(row.cells))
        if wanted and wanted <= {fold(name) for name in names}:
            return Header(at, ColumnMapping(tuple((name, mapping.field(name)) for name in names)))
    return None


def _header_score(row: Row) -> int:
    """How many fields a row names; 0 when it is no header."""
    names = [cell for cell in row.cells if cell]
    if len(names) < 2 or any(len(name) > _LONGEST_NAME for name in names):
        return 0
    fields = known_fields(names)
    known = sum(1 for field in fields if field is not None)
    found = {field for field in fields if field}
    if not found & {"title", "original_title"} or len(found) < 2 or known * 2 < len(names):
        return 0
    return len(found)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return tuple(cells[: last + 1])


def entries_of(rows: Sequence[Row], header: Header, sheet: str = "") -> list[Entry]:
    """The rows under the header as entries; rows that are no films are entries that say why."""
    body = [row for row in rows[header.at + 1 :] if row.filled]
    names = [fold(cell) for cell in _trimmed(rows[header.at].cells)]
    reader = _Reader(header, rows[header.at].number, sheet, headings_likely=_headings_likely(body, header))
    return [
        entry
        for row in body
        if [fold(cell) for cell in _trimmed(row.cells)] != names
        for entry in reader.read(row)
    ]


def _headings_likely(body: Sequence[Row], header: Header) -> bool:
    """Whether a row with one cell is more likely a heading than a film of which only the title is known."""
    alone = sum(1 for row in body if row.filled == 1)
    return len(header.fields) >= 3 and alone * 3 <= len(body)


class _Reader:
    def __init__(self, header: Header, header_number: int, sheet: str, *, headings_likely: bool) -> None:
        self._columns = header.mapping.columns
        self._fields = header.fields
        self._sheet = sheet
        self._headings = headings_likely
        self._heading: Cell | None = None
        self._last = self._header_number = header_number
        # Our own export: every column is called as the field is.
        self._own = all(name in FIELDS for name, _ in self._columns) and "runtime_seconds" in header.fields

    def read(self, row: Row) -> Iterator[Entry]:
        where = f"{self._sheet}, row {row.number}" if self._sheet else f"Row {row.number}"
        cells = tuple(self._cells(row))
        has: set[str | None] = {
            cell.field
            for cell in cells
            if cell.field and not says_nothing(cell.text, title=cell.field == "title")
        }
        title = next((cell.text for cell in cells if cell.field == "title"), "") or self._first(row)
        if not cells:
            return
        if self._own:
            yield Entry(where, cells, exact=True)
        elif (sentence := _no_film(title, has, len(cells))) is not None:
            yield Entry(where, cells, skipped=sentence)
        elif row.filled == 1 and self._headings and self._is_heading(row, cells[0]):
            yield self._take_heading(where, cells)
        elif self._heading is not None and "section" not in has:
            yield Entry(where, (*cells, self._heading))
        else:
            yield Entry(where, cells, doubtful=("title",) if row.filled == 1 and self._headings else ())
        self._last = row.number

    def _is_heading(self, row: Row, cell: Cell) -> bool:
        """A row of one cell: a heading stands above films, set off from those before; else it is a film of which little is known."""
        if cell.field != "title" or self._heading is not None:
            return True
        return row.number != self._last + 1 or self._last == self._header_number

    def _first(self, row: Row) -> str:
        return next((cell for cell in row.cells if cell), "")

    def _cells(self, row: Row) -> Iterator[Cell]:
        for at, words in enumerate(row.cells):
            if not words:
                continue
            name, field = self._columns[at] if at < len(self._columns) else (f"Column {at + 1}", None)
            if self._own and field in LISTS:
                yield Cell(name, field, tuple(part.strip() for part in words.split(";") if part.strip()))
            else:
                yield Cell(name, field, words)

    def _take_heading(self, where: str, cells: tuple[Cell, ...]) -> Entry:
        words = in_one_line(cells[0].text)
        if "section" in self._fields or len(words) > _LONGEST_NAME:
            return Entry(
                where, cells, skipped=f"only “{words[:60]}” stands there, so it was not taken for a film."
            )
        self._heading = Cell("Heading", "section", words, sure=False)
        return Entry(where, cells, skipped=f"“{words}” was taken for a heading, not for a film.")


def _no_film(title: str, has: set[str | None], cells: int) -> str | None:
    """Why a row is no film, as a sentence to tell or "" where everybody knows; None when it may be one."""
    only_a_length = bool(has) and has <= {"runtime", "runtime_seconds"} and cells <= 2
    if _is_sum(title) or only_a_length:
        return ""
    if not is_break(title) or has & _OF_FILMS:
        return None
    if has & {"directors", "producers"}:
        # A talk has somebody who gives it, and so has a film of that name.
        return f"“{in_one_line(title)}” was taken for a talk or an intermission, not for a film."
    return ""


def _is_sum(title: str) -> bool:
    folded = fold(title).strip(" :.=")
    return label_table().get(folded) == TOTAL or folded in {
        "sum",
        "summe",
        "subtotal",
        "somme",
        "suma",
        "somma",
    }
