"""The order in which Tab goes through a screen: the order of reading."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_NONE = Qt.FocusPolicy.NoFocus


def in_tab_order(*widgets: QWidget) -> None:
    """Tab goes through these one after the other; what is made later must be told where it stands.

    What cannot have the focus is left out: Qt would pass over the pair, and what comes after it would stay where it was.
    """
    takers = (widget for widget in widgets if widget.focusProxy() or widget.focusPolicy() is not _NONE)
    for before, after in pairwise(takers):
        QWidget.setTabOrder(before, after)
