"""A row of a listing, and a table: its rows and its header."""

from collections.abc import Sequence
from dataclasses import dataclass

from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.columns import Columns
from tourdesk.library.intake.listings.mapping import ColumnMapping


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a spreadsheet counts it, from 1; its cells are cleaned, empty ones are "".

    `carried` are the places of cells that are merged with one above and therefore say what that one says.
    """

    number: int
    cells: tuple[str, ...]
    carried: frozenset[int] = frozenset()

    @property
    def filled(self) -> int:
        """How many cells have something in them."""
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands among the rows, and what its columns hold.

    `asks` says that nobody has said yet what the columns hold, and their names alone do not.
    """

    at: int
    columns: Columns
    asks: bool = False

    @property
    def mapping(self) -> ColumnMapping:
        """What each column is taken for."""
        return self.columns.mapping

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be told of the columns."""
        return tuple(
            _(
                "The column “{column}” was not read, because its cells do not say what its name says.",
                column=name,
            )
            for name in self.columns.disbelieved
        )

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the columns hold."""
        return frozenset(field for _name, field in self.mapping.columns if field)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a text with separators or of a sheet, whose name it bears, and the header among them."""

    rows: Sequence[Row]
    header: Header
    sheet: str = ""

    @property
    def body(self) -> Sequence[Row]:
        """The rows under the header that have something in them."""
        return [row for row in self.rows[self.header.at + 1 :] if row.filled]


def trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells up to the last one that has something in it."""
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return tuple(cells[: last + 1])
