"""A proposal in place of the running order while somebody looks at it: one night, or two one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.programme.comparing import Comparison, compared_rows
from tourdesk.gui.programme.fields import heading
from tourdesk.gui.programme.order_view import OrderView
from tourdesk.gui.tokens import SPACE_SMALL
from tourdesk.programming.programme import Programme


class ComparedNights(QWidget):
    """Nothing can be done in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _looking_view(_("Proposed running order"))
        self.name = heading("")
        """Which the second night is."""
        self.second = _looking_view(_("Proposed running order of the other night"))
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self.first, 1)
        column.addWidget(self.name)
        column.addWidget(self.second, 1)

    def show_nights(self, first: Comparison, scrolled: int, second: tuple[str, Comparison] | None) -> None:
        """Show a proposal beside what stands there now, as far down as `scrolled`; and a second night by its name."""
        self.first.show_rows(compared_rows(first), Programme(""))
        self.name.setVisible(second is not None)
        self.second.setVisible(second is not None)
        if second is not None:
            self.name.setText(second[0])
            self.second.show_rows(compared_rows(second[1]), Programme(""))
        self.show()
        self.first.verticalScrollBar().setValue(scrolled)


def _looking_view(name: str) -> OrderView:
    view = OrderView()
    view.setAccessibleName(name)
    view.setObjectName("proposedOrder")
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    view.setAutoFillBackground(True)
    return view
