"""The inspector: the selected item, or the evening while none is selected."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.durations import clock_text
from tourdesk.foundation.language import _, n_
from tourdesk.gui.context import Context
from tourdesk.gui.films.latest import Latest
from tourdesk.gui.films.licences.words import owed_text
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.evening_panel import EveningPanel
from tourdesk.gui.programme.fields import heading, quiet
from tourdesk.gui.programme.item_panel import ItemPanel
from tourdesk.gui.tokens import SPACE, SPACE_SMALL, SPACE_TINY
from tourdesk.library.films import Film
from tourdesk.library.standing import Standing
from tourdesk.programming.event import Event
from tourdesk.programming.programme import Item
from tourdesk.programming.rules_of_licences import judged_on


class Inspector(QStackedWidget):
    """Three faces: the evening, one item, several items."""

    item_wanted = Signal(str)
    """A finding was clicked: its item is to be selected."""
    way_wanted = Signal(object, object)
    """A finding, and the WayOut of it that was clicked."""
    evening_wanted = Signal()
    """No item is to be selected any more."""
    typed = Signal()
    """Something is being typed that is no step yet."""

    def __init__(self, builder: Builder, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self._library = context.desks.library
        self._films = Latest(context.tasks, _("Reading the film"), self)
        self._versions_of: tuple[int | None, int | None, int | None] | None = None
        self.evening = EveningPanel(builder, context)
        self.item = ItemPanel()
        self._several = QWidget()
        self._several_count, self._several_sum = heading(""), quiet()
        column = QVBoxLayout(self._several)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_SMALL)
        column.addWidget(self._several_count)
        column.addWidget(self._several_sum)
        column.addStretch()
        self.back_buttons = (self._back_button(), self._back_button())
        self.addWidget(scrolled(self.evening))
        self.addWidget(scrolled(self.back_buttons[0], self.item))
        self.addWidget(scrolled(self.back_buttons[1], self._several))
        self._connect()
        self._fit()

    def _back_button(self) -> QPushButton:
        button = QPushButton(_("‹ The evening"))
        button.setFlat(True)
        button.setAutoDefault(False)
        button.setProperty("role", "link")
        button.setToolTip(_("Totals, findings and the slot of the evening (Esc in the running order)"))
        button.clicked.connect(self.evening_wanted)
        return button

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # Wide enough for the longest line of the totals, whatever the size of the text is.
        widest = self.fontMetrics().horizontalAdvance(_("Second half (10 films)  1:19:45"))
        self.setMinimumWidth(widest + 5 * SPACE + SPACE_TINY)

    def _connect(self) -> None:
        builder, item = self._builder, self.item
        item.title_given.connect(builder.set_title)
        item.seconds_typed.connect(builder.preview_length)
        item.seconds_given.connect(builder.set_seconds)
        item.bounds_given.connect(builder.set_bounds)
        item.elastic_wanted.connect(builder.toggle_elastic)
        item.pin_given.connect(builder.pin)
        item.inside_given.connect(self._set_inside)
        item.gap_given.connect(builder.set_gap)
        item.version_given.connect(builder.set_version)
        item.script_given.connect(builder.set_script)
        item.cue_given.connect(builder.set_cue)
        self.evening.item_wanted.connect(self.item_wanted)
        item.findings.item_wanted.connect(self.item_wanted)
        for findings in (item.findings, self.evening.findings):
            findings.way_wanted.connect(self.way_wanted)
        for field in (*item.fields, *self.evening.fields):
            field.textChanged.connect(self.typed)

    def _set_inside(self, key: str, host: str) -> None:
        if host:
            self._builder.nest([key], host)
        else:
            self._builder.unnest([key])

    @property
    def pending(self) -> bool:
        """Whether something was typed that is no step yet."""
        return any(field.pending for field in (*self.item.fields, *self.evening.fields))

    def show_selection(self, keys: Sequence[str]) -> None:
        """Show what is selected as it stands now."""
        draft = self._builder.draft
        order, slot = draft.order, draft.slot
        chosen = [timed for timed in order.items if timed.item.key in keys] if order else []
        if len(chosen) != 1:
            self.item.finish()
        if not chosen or slot is None or order is None:
            self.evening.refresh()
            self.setCurrentIndex(0)
        elif len(chosen) == 1:
            # Not the item of the clock: that one has what is being typed in it, and the fields are the typing.
            item = next(one for one in draft.programme.items if one.key == chosen[0].item.key)
            self.item.show_item(item, chosen[0], slot, draft.programme)
            self.item.show_findings(order.findings)
            self.item.show_licence(_owed(item, draft.known, slot.night))
            self._show_versions(item)
            self.setCurrentIndex(1)
        else:
            self._several_count.setText(n_("{n} item selected", "{n} items selected", len(chosen)))
            total = sum(timed.item.seconds or 0 for timed in chosen)
            self._several_sum.setText(_("{length} together, without gaps", length=clock_text(total)))
            self.setCurrentIndex(2)

    def begin(self) -> None:
        """Put the keyboard into the first field of what is shown."""
        fields = self.item.fields if self.currentIndex() == 1 else self.evening.fields
        first = next((field for field in fields if field.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Give what is still being typed."""
        self.item.finish()
        self.evening.finish()

    def edit_name(self, order: QListView) -> None:
        """Put the keyboard into the programme's name."""
        order.clearSelection()
        self.evening.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.evening.name.selectAll()

    def _show_versions(self, item: Item) -> None:
        film_id = item.film_id
        # Asked again when the film, its version or its run-time is another one.
        wanted = (film_id, item.version_id, item.seconds)
        if film_id is None or wanted == self._versions_of:
            return
        self._versions_of = wanted

        def show(films: dict[int, Film]) -> None:
            if film_id in films and self._versions_of == wanted:
                self.item.show_versions(item, films[film_id].versions)

        self._films.ask(lambda: self._library.films([film_id]), show)


def _owed(item: Item, event: Event, night: date) -> str:
    """What a film's licence asks for a night; empty where none allows it, which is found."""
    found = judged_on(item, event, night)
    valid = found.licence if found.standing is Standing.VALID else None
    return "" if valid is None else owed_text(valid, night)


def scrolled(*widgets: QWidget) -> QScrollArea:
    """Widgets in a column that scrolls."""
    area = QScrollArea()
    area.setAccessibleName(_("Details"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, SPACE, 0)
    for widget in widgets[:-1]:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(widgets[-1], 1)
    area.setWidget(inside)
    return area
