"""The rows of a table as entries: which are films, headings, sums or intermissions."""

from collections.abc import Iterator

from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.entries import Cell, Entry
from tourdesk.library.intake.listings.headers import LONGEST_NAME
from tourdesk.library.intake.listings.own_table import is_own, own_cell
from tourdesk.library.intake.listings.rows import Row, Table, trimmed
from tourdesk.library.intake.listings.words import in_one_line, says_nothing
from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.labels import TOTAL, label_table
from tourdesk.library.intake.wording import is_break

# What a film has and neither an intermission nor a sum.
_OF_FILMS = frozenset({"countries", "year", "languages", "synopsis"})


def entries_of(table: Table, sheet: str = "") -> Iterator[Entry]:
    """The rows under the header as entries; rows that are no films are entries that say why.

    `sheet` is named in what is told of a row, where there are several.
    """
    body = table.body
    names = [fold(cell) for cell in trimmed(table.rows[table.header.at].cells)]
    reader = _Reader(table, sheet, headings_likely=_headings_likely(table))
    for row in body:
        if [fold(cell) for cell in trimmed(row.cells)] != names:
            yield from reader.read(row)


def _headings_likely(table: Table) -> bool:
    """Whether a row with one cell is more likely a heading than a film of which only the title is known."""
    body = table.body
    alone = sum(1 for row in body if row.filled == 1)
    return len(table.header.fields) >= 3 and alone * 3 <= len(body)


class _Reader:
    def __init__(self, table: Table, sheet: str, *, headings_likely: bool) -> None:
        header = table.header
        self._columns = header.mapping.columns
        self._fields = header.fields
        self._sheet = sheet
        self._headings = headings_likely
        self._heading: Cell | None = None
        self._last = self._header_number = table.rows[header.at].number
        self._own = is_own(header.mapping)

    def read(self, row: Row) -> Iterator[Entry]:
        where = (
            _("Sheet “{sheet}”, row {row}", sheet=self._sheet, row=row.number)
            if self._sheet
            else _("Row {row}", row=row.number)
        )
        cells = tuple(self._cells(row))
        has: set[str | None] = {
            cell.field
            for cell in cells
            if cell.field and not says_nothing(cell.text, title=cell.field == "title")
        }
        title = next((cell.text for cell in cells if cell.field == "title"), "") or self._first(row)
        if not cells:
            return
        if self._continues(row):
            yield Entry(
                where, cells, skipped=_("it belongs to the film above, with which its title is merged.")
            )
        elif self._own:
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

    def _continues(self, row: Row) -> bool:
        """Whether its title is merged with the one above."""
        return any(self._columns[at][1] == "title" for at in row.carried if at < len(self._columns))

    def _first(self, row: Row) -> str:
        return next((cell for cell in row.cells if cell), "")

    def _cells(self, row: Row) -> Iterator[Cell]:
        for at, words in enumerate(row.cells):
            if not words:
                continue
            name, field = (
                self._columns[at] if at < len(self._columns) else (_("Column {number}", number=at + 1), None)
            )
            yield own_cell(name, field, words) if self._own else Cell(name, field, words)

    def _take_heading(self, where: str, cells: tuple[Cell, ...]) -> Entry:
        words = in_one_line(cells[0].text)
        if "section" in self._fields or len(words) > LONGEST_NAME:
            return Entry(
                where,
                cells,
                skipped=_("only “{words}” stands there, so it was not taken for a film.", words=words[:60]),
            )
        self._heading = Cell("Heading", "section", words, sure=False)
        return Entry(
            where, cells, skipped=_("“{words}” was taken for a heading, not for a film.", words=words)
        )


def _no_film(title: str, has: set[str | None], cells: int) -> str | None:
    """Why a row is no film, as a sentence to tell or "" where everybody knows; None when it may be one."""
    only_a_length = bool(has) and has <= {"runtime", "runtime_seconds"} and cells <= 2
    if _is_sum(title) or only_a_length:
        return ""
    if not is_break(title) or has & _OF_FILMS:
        return None
    if has & {"directors", "producers"}:
        # A talk has somebody who gives it, and so has a film of that name.
        return _(
            "“{words}” was taken for a talk or an intermission, not for a film.", words=in_one_line(title)
        )
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
