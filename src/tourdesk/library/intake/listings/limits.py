"""How large a listing may be, so that a wrong or a hostile file cannot fill the memory."""

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

TEXT_BYTES = 16_000_000
"""Ten thousand films with long synopses are 15 MB, and take less than 300 MB of memory to read."""
WIDE_TEXT_BYTES = 10_000_000
"""Texts with signs beyond the common scripts, as emoji: each of their letters takes four bytes of memory."""
XLSX_BYTES = 20_000_000
XLSX_UNPACKED_BYTES = 150_000_000
ROWS = 50_000
COLUMNS = 1_000
CELLS = 1_300_000
"""Fifty thousand films with twenty-six columns, or ten thousand with a hundred and thirty: less than 300 MB of memory."""
LINES = 1_500_000
"""More than a spreadsheet has rows; each takes memory before it is known whether anything is in it."""
JSON_VALUES = 2_000_000
SHEETS = 50


def check_bytes(size: int, limit: int, name: str) -> None:
    """Raises ProblemForUser when a file of this size is too large."""
    if size > limit:
        raise ProblemForUser(
            _(
                "“{file}” is larger than {number} MB, too large for a listing; please save the part with the films as a smaller file and try again.",
                file=name,
                number=limit // 1_000_000,
            )
        )


def check_rows(count: int, name: str) -> None:
    """Raises ProblemForUser when so many rows are too many."""
    if count > ROWS:
        raise ProblemForUser(
            _(
                "“{file}” has more than {number:,} rows, too many for a listing of films; please save the part with the films as a smaller file and try again.",
                file=name,
                number=ROWS,
            )
        )


def check_columns(count: int, name: str) -> None:
    """Raises ProblemForUser when so many columns are too many."""
    if count > COLUMNS:
        raise ProblemForUser(
            _(
                "“{file}” has more than {number:,} columns, too many for a listing of films; please save the part with the films as a smaller file and try again.",
                file=name,
                number=COLUMNS,
            )
        )


def check_cells(count: int, name: str) -> None:
    """Raises ProblemForUser when so many cells are too many."""
    if count > CELLS:
        raise ProblemForUser(
            _(
                "“{file}” has more than {number:,} cells, too many for a listing of films; please save the part with the films as a smaller file and try again.",
                file=name,
                number=CELLS,
            )
        )


def check_lines(count: int, name: str) -> None:
    """Raises ProblemForUser when so many lines, empty ones too, are too many."""
    if count > LINES:
        raise ProblemForUser(
            _(
                "“{file}” has more than {number:,} lines, too many for a listing of films; please save the part with the films as a smaller file and try again.",
                file=name,
                number=LINES,
            )
        )


def check_json_values(count: int, name: str) -> None:
    """Raises ProblemForUser when so many values are too many."""
    if count > JSON_VALUES:
        raise ProblemForUser(
            _(
                "“{file}” has more than {number:,} values, too many for a listing of films; please export fewer films at once and try again.",
                file=name,
                number=JSON_VALUES,
            )
        )
