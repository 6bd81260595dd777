"""None, True and False are kept alive below Python 3.12, where PySide6 6.12 would wear them out.

PySide6 6.12.0 answers None, True and False without counting a reference to them: from Python 3.12 on
they are immortal (PEP 683) and nobody counts. On 3.11 each such call takes one reference away, and after
some thousand calls, a few seconds of painting, Python ends the program: “none_dealloc: deallocating None”.
6.11 counts, but its QtPdf comes with all of the add-ons.
"""

import ctypes
import sys

ENOUGH = 1 << 40
"""References that no session uses up: a million calls a second would take twelve days."""


def keep_alive() -> None:
    """Give the constants so many references that they cannot run out. Needed once, before Qt is used."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, ...):
        # The reference count is the first field of every object in CPython.
        ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
