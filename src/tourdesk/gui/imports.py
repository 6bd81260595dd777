"""Modules are imported as Python does it, not as PySide6 would.

PySide6 puts an import of its own in the place of Python's: it looks into the source of each module that comes after, and
at every import statement, whether somebody wants a `__feature__`, another spelling of Qt's names
(https://doc.qt.io/qtforpython-6/considerations.html#features). Nobody does here, and looking took a tenth of a start.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its import in place


def import_plainly() -> None:
    """Give Python's own import back; called once, before the other modules of the window are imported."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
