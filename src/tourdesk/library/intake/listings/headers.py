"""Where the header of a table is: what somebody has said first, then names that are known, then how rows look."""

from collections.abc import Sequence
from dataclasses import replace

from tourdesk.library.intake.listings.columns import Columns, columns_of, known_fields, unique_names
from tourdesk.library.intake.listings.known_columns import WEAK, known_column
from tourdesk.library.intake.listings.mapping import ColumnMapping, SaidOfColumns, header_key
from tourdesk.library.intake.listings.rows import Header, Row, trimmed
from tourdesk.library.intake.vocabulary.folding import fold

_HEADER_WITHIN = 40
LONGEST_NAME = 80
"""Letters of a column's name, or of a heading between films."""
_SAMPLE = 400
_TITLES = frozenset({"title", "original_title"})
_LONGEST_TITLE = 150
"""Letters: a longer line in a list of nothing but titles is a sentence."""


def find_header(rows: Sequence[Row], said: SaidOfColumns) -> Header | None:
    """The header among the first rows.

    It is the row with the columns of which something was said, or one that is remembered, or the row that names
    the most fields with a title among them. None when no row is known so.
    """
    return _said_header(rows, said) or _remembered_header(rows, said) or _named_header(rows)


def likely_header(rows: Sequence[Row]) -> Header | None:
    """The header of a table whose columns nobody knows, or of which the title is not known: it always asks.

    A header is a row of short names, each once, without a digit, over rows of the same columns, some with digits.
    """
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        names = trimmed(row.cells)
        under = rows[at + 1 : at + 1 + _SAMPLE]
        if len(under) >= 2 and _looks_like_names(names) and _looks_like_values(under, len(names)):
            return _header(at, row, under, asks=True)
    return None


def lone_header(rows: Sequence[Row]) -> Header | None:
    """The header of a single column of titles: its name says so, and nothing stands beside or above any of them."""
    filled = [(at, row) for at, row in enumerate(rows) if row.filled]
    if len(filled) < 2 or any(len(trimmed(row.cells)) > 1 for _at, row in filled):
        return None
    if any(len(row.cells[0]) > _LONGEST_TITLE for _at, row in filled):
        return None
    at, row = filled[0]
    return _header(at, row, rows[at + 1 : at + 1 + _SAMPLE]) if is_called_title(row.cells[0]) else None


def is_called_title(name: str) -> bool:
    """Whether this is a name for a column of titles, by itself: a list under "Name" may be of anything."""
    known = known_column(name) if len(name) <= LONGEST_NAME else None
    return known is not None and known[0] in _TITLES and (known[1] != WEAK or fold(name) == "film")


def _said_header(rows: Sequence[Row], said: SaidOfColumns) -> Header | None:
    wanted = {fold(name) for name in said.now}
    if not wanted:
        return None
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        names = unique_names(trimmed(row.cells))
        if wanted <= {fold(name) for name in names}:
            kept = said.remembered.get(header_key(names))
            columns = Columns(kept) if kept else _header(at, row, rows[at + 1 : at + 1 + _SAMPLE]).columns
            mapping = columns.mapping
            for name, field in said.now.items():
                own = next(own for own in mapping.names if fold(own) == fold(name))
                mapping = mapping.with_field(own, field)
            return Header(at, replace(columns, mapping=mapping, unknown=(), guessed=(), disbelieved=()))
    return None


def _remembered_header(rows: Sequence[Row], said: SaidOfColumns) -> Header | None:
    if not said.remembered:
        return None
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        names = unique_names(trimmed(row.cells))
        kept = said.remembered.get(header_key(names))
        if kept is not None:
            # Under the names as they are written here.
            return Header(at, Columns(ColumnMapping(tuple((name, kept.field(name)) for name in names))))
    return None


def _named_header(rows: Sequence[Row]) -> Header | None:
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
    at = best[0]
    return _header(at, rows[at], rows[at + 1 : at + 1 + _SAMPLE])


def _header(at: int, row: Row, under: Sequence[Row], *, asks: bool = False) -> Header:
    columns = columns_of(trimmed(row.cells), [one.cells for one in under])
    return Header(at, columns, asks or columns.asks)


def _header_score(row: Row) -> int:
    """How many fields a row names; 0 when it is no header."""
    names = [cell for cell in row.cells if cell]
    if len(names) < 2 or any(len(name) > LONGEST_NAME for name in names):
        return 0
    fields = known_fields(names)
    known = sum(1 for field in fields if field is not None)
    found = {field for field in fields if field}
    if not found & _TITLES or len(found) < 2 or known * 2 < len(names):
        return 0
    return len(found)


def _looks_like_names(names: Sequence[str]) -> bool:
    given = [name for name in names if name]
    return (
        len(given) >= 2
        and len(given) * 2 > len(names)
        and len({fold(name) for name in given}) == len(given)
        and all(len(name) <= LONGEST_NAME and any(c.isalpha() for c in name) for name in given)
        and not any(c.isdigit() for name in given for c in name)
    )


def _looks_like_values(under: Sequence[Row], width: int) -> bool:
    """Whether rows can be what stands under a header of so many columns: as wide, and with digits somewhere."""
    filled = [row for row in under if row.filled]
    fitting = [row for row in filled if len(trimmed(row.cells)) <= width and row.filled >= 2]
    numbered = sum(1 for row in fitting if any(c.isdigit() for cell in row.cells for c in cell))
    return bool(filled) and len(fitting) * 10 >= len(filled) * 8 and numbered * 2 >= len(fitting)
