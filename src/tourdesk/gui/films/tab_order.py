"""The order in which Tab goes through a screen: the order of reading."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_tab_order(*widgets: QWidget) -> None:
    """Tab goes through these one after the other; what is made later must be told where it stands.

    Qt leaves out what cannot have the focus, so that a frame around widgets does not stand for them.
    """
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
