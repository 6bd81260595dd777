"""What a control that paints itself is to a screen reader: a button, a chart, a list.

Qt knows its own classes and calls every other widget a "client". The interface that says more is Qt's own class, made when
Qt asks for it, and PySide keeps all that a factory has answered until the program ends (`PySideAccessibleFactory`): one
that was registered by hand would go with its last reference in Python, and Qt would ask what is no longer there.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
_ROLE = "_tourdesk_role"


def known_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Say what a widget is; before its name is set, as Qt asks only once."""
    _install()
    setattr(widget, _ROLE, role)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, _ROLE, None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
