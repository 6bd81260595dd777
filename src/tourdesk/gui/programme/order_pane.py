"""One programme's running order with the builder that it edits: the night's, or the one beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.compared_nights import ComparedNights
from tourdesk.gui.programme.comparing import Comparison
from tourdesk.gui.programme.order_view import OrderView
from tourdesk.gui.programme.rows import rows_of


class OrderPane(QWidget):
    """Shows the builder's draft on the clock; what is dropped, typed or removed here is done to it."""

    def __init__(self, builder: Builder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.builder = builder
        self.order = OrderView()
        self._hint = QLabel(_("Drag films here,\nor press Enter on a film"))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setProperty("role", "quiet")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pages = QStackedLayout(self)
        pages.setStackingMode(QStackedLayout.StackingMode.StackAll)
        pages.addWidget(self._hint)
        pages.addWidget(self.order)
        self.compared = ComparedNights()
        pages.addWidget(self.compared)
        pages.setCurrentWidget(self.compared)  # it lies on top where it is shown
        self.compared.hide()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        builder, view, model = self.builder, self.order, self.order.order
        builder.draft.changed.connect(self.refresh)
        builder.select_wanted.connect(view.select_keys)
        model.films_dropped.connect(builder.add_films)
        model.items_dropped.connect(builder.move)
        model.items_brought.connect(builder.put_in)
        model.films_nested.connect(builder.nest_films)
        model.items_nested.connect(builder.nest)
        model.duration_typed.connect(builder.set_typed_seconds)
        view.rows_delegate.typing.connect(builder.preview_seconds)
        view.rows_delegate.typing_ended.connect(lambda: builder.draft.preview(None))

    def show_comparison(
        self, comparison: Comparison | None, second: tuple[str, Comparison] | None = None
    ) -> None:
        """Show a proposal beside what stands here, and below it that of a second night, by name; None shows the order again."""
        if comparison is None:
            self.compared.hide()
            return
        self.compared.show_nights(comparison, self.order.verticalScrollBar().value(), second)

    def refresh(self) -> None:
        """Show the draft as it stands."""
        draft = self.builder.draft
        order, slot = draft.order, draft.slot
        rows = rows_of(order, slot) if order is not None and slot is not None else ()
        self.order.show_rows(rows, draft.programme)
        self._hint.setVisible(draft.is_open and (order is None or not order.items))
