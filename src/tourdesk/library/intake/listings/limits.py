"""How large a listing may be, so that a wrong or a hostile file cannot fill the memory."""

from tourdesk.foundation.errors import ProblemForUser

TEXT_BYTES = 10_000_000
XLSX_BYTES = 20_000_000
XLSX_UNPACKED_BYTES = 150_000_000
ROWS = 50_000
COLUMNS = 1_000
CELLS = 3_000_000
SHEETS = 50

_PART = "please save the part with the films as a smaller file and try again"


def check_bytes(size: int, limit: int, name: str) -> None:
    """Raises ProblemForUser when a file of this size is too large."""
    if size > limit:
        raise ProblemForUser(
            f"“{name}” is larger than {limit // 1_000_000} MB, too large for a listing; {_PART}."
        )


def check_rows(count: int, name: str) -> None:
    """Raises ProblemForUser when so many rows are too many."""
    if count > ROWS:
        raise ProblemForUser(
            f"“{name}” has more than {ROWS:,} rows, too many for a listing of films; {_PART}."
        )


def check_columns(count: int, name: str) -> None:
    """Raises ProblemForUser when so many columns are too many."""
    if count > COLUMNS:
        raise ProblemForUser(
            f"“{name}” has more than {COLUMNS:,} columns, too many for a listing of films; {_PART}."
        )


def check_cells(count: int, name: str) -> None:
    """Raises ProblemForUser when so many cells are too many."""
    if count > CELLS:
        raise ProblemForUser(
            f"“{name}” has more than {CELLS:,} cells, too many for a listing of films; {_PART}."
        )
