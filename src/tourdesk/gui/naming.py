"""Asking for the name of something that is kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from tourdesk.gui.roomy import make_wide


def ask_name(parent: QWidget, title: str, label: str, name: str, then: Callable[[str], object]) -> None:
    """Open a dialog with the present name in it; `then` is given what was typed, nothing when it was cancelled."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    line = dialog.findChild(QLineEdit)
    if line is not None:
        # Of the line: the dialog is kept as small as what is in it.
        make_wide(line, 48)
    dialog.textValueSelected.connect(then)
    dialog.open()
