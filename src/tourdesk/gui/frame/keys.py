"""The list of keys: every action that has one, here and everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.frame.form_dialog import headed
from tourdesk.gui.tokens import SPACE_HUGE, SPACE_LARGE


class KeysDialog(QDialog):
    """Two columns: the keys, and what they do."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        rows = [
            (keys, action.text().replace("&", "").rstrip("…"))
            for action in actions
            if (keys := _keys(action))
        ]
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName(_("Keys and what they do"))
        table.setHorizontalHeaderLabels([_("Keys"), _("What they do")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                table.setItem(number, column, QTableWidgetItem(words))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(SPACE_HUGE, SPACE_HUGE, SPACE_HUGE, SPACE_HUGE)
        column_.setSpacing(SPACE_LARGE)
        column_.addWidget(headed(self, self.windowTitle()))
        column_.addWidget(table)
        column_.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableSize().boundedTo(parent.size())
        self.resize(QSize(letter * 80, line * 34).boundedTo(room))


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(shortcut.toString(native) for shortcut in action.shortcuts())
