"""Cells of a spreadsheet that are merged with one above: each row under it says the same."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tourdesk.library.intake.listings.limits import COLUMNS
from tourdesk.library.intake.listings.rows import Row

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})")
_MOST = 5_000


def carried_down(rows: Sequence[Row], merged: Sequence[str]) -> list[Row]:
    """The rows with the words of cells that are merged downwards ("A2:A5") in each row they stand beside.

    Rows that have nothing of their own stay away; what is merged sideways stands in its first column alone.
    """
    by_number = {row.number: at for at, row in enumerate(rows)}
    out = list(rows)
    for words in merged[:_MOST]:
        found = _RANGE.fullmatch(words)
        if found is None:
            continue
        column, first, last = _column(found[1]), int(found[2]), int(found[3])
        top = by_number.get(first)
        if top is None or column >= COLUMNS or column >= len(out[top].cells) or not out[top].cells[column]:
            continue
        for number in range(first + 1, min(last, rows[-1].number) + 1):
            if number in by_number:
                at = by_number[number]
                out[at] = _with(out[at], column, out[top].cells[column])
    return out


def _with(row: Row, column: int, words: str) -> Row:
    cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
    if cells[column]:
        return row
    cells[column] = words
    return replace(row, cells=tuple(cells), carried=row.carried | {column})


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
