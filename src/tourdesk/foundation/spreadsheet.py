"""Cells that are written for spreadsheets, so that none is taken for a formula."""

import re

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before one that begins like one.

    The signs are those of OWASP's page on CSV injection. A cell that has the apostrophe of its own gets another one, so
    that `unguarded` always gives back what was written.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
