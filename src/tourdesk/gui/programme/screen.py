"""The programme screen: slot bar on top, library, running order and inspector below it."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _
from tourdesk.gui.actions import add_action
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.programme import acts
from tourdesk.gui.programme.beside import Beside
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.chooser import ProgrammeChooser
from tourdesk.gui.programme.choosing import Choosing
from tourdesk.gui.programme.deeds import Deeds
from tourdesk.gui.programme.film_news import FilmNews
from tourdesk.gui.programme.header import ProgrammeHeader
from tourdesk.gui.programme.library_pane import LibraryPane
from tourdesk.gui.programme.link_band import LinkBand
from tourdesk.gui.programme.links import Links
from tourdesk.gui.programme.middle import Middle
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.gui.programme.proposed import Looking, PairTaking
from tourdesk.gui.programme.saving_trouble import SavingTrouble, asked_for_again
from tourdesk.gui.programme.side import Side
from tourdesk.gui.programme.slot_bar import SlotBar
from tourdesk.gui.programme.unclosed import Unclosed
from tourdesk.gui.programme.ways_out import WaysOut
from tourdesk.gui.reflow import Panes
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.programming.findings import SlotField
from tourdesk.storage.changes import Changes
from tourdesk.touring.night import Screening

if TYPE_CHECKING:
    from tourdesk.gui.programme.fit.page import FitPage

SPLITTER = "programme/splitter"
LETTERS = 30
"""For so many a pane has room at least while the panes stand beside each other."""
ROOM_FOR_ALL = 200
"""So many letters wide, the screen has room for the library, two running orders and the details."""


class ProgrammeScreen(Screen):
    """Builds the programme of the night that is worked on."""

    name: ClassVar[str] = "Programme"
    icon: ClassVar[str] = "programme"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.builder = Builder(context, self)
        self.choosing = Choosing(context, self)
        self.links = Links(self.builder, context, self)
        self.draft = self.builder.draft
        self.bar = SlotBar()
        self.library = LibraryPane(context)
        self.pane = OrderPane(self.builder)
        self.order = self.pane.order
        self.beside = Beside(context, self)
        self.side = Side(self.builder, context)
        self.inspector = self.side.inspector
        self._unclosed = Unclosed(context.settings)
        self._film_news = FilmNews(context, lambda: self.draft.programme.id, self)
        self.deeds = Deeds(self, context, self._pane_at_work, self.inspector.finish)
        self.undo, self.redo = self.deeds.undo, self.deeds.redo
        self.remove, self.insert_kinds = self.deeds.remove, self.deeds.insert_kinds
        self._make_actions()
        self._build()
        self._build_context_menus()
        self._order_tabs()
        self._connect()
        self._on_opened()
        self.library.refresh()

    # Building.

    def _make_actions(self) -> None:
        draft, choosing = self.draft, self.choosing
        self.search_films = add_action(self, acts.SEARCH, self.library.search.setFocus)
        self.insert = add_action(self, acts.INSERT, self._open_insert_menu)
        self.pin = add_action(self, acts.PIN, self._type_pin)
        self.propose = add_action(self, acts.PROPOSE, self.side.propose)
        self.mend = add_action(self, acts.MEND, self.side.mend)
        self.new = add_action(self, acts.NEW, choosing.make)
        self.duplicate = add_action(self, acts.DUPLICATE, lambda: choosing.copy(draft.programme))
        self.vary = add_action(self, acts.VARY, self._vary)
        self.publish = add_action(self, acts.PUBLISH, self.links.publish)
        self.print_edition = add_action(
            self, acts.PRINT, lambda: self.context.show_thing("paper", "programme")
        )
        self.open_beside = add_action(self, acts.BESIDE, self._open_beside)
        self.rename = add_action(self, acts.RENAME, self._edit_name)
        self.remove_programme = add_action(self, acts.REMOVE, lambda: choosing.remove(draft.programme))
        self.choose = add_action(self, acts.CHOOSE, self._open_chooser)
        self.make_night = add_action(self, acts.MAKE_NIGHT, self.context.new_night)
        self.read_again = add_action(self, acts.READ_AGAIN, self.builder.read_again)

    @property
    def _of_programme(self) -> list[QAction]:
        """What can be done with the whole programme."""
        return [
            *(self.vary, self.duplicate, self.open_beside, self.publish),
            *(self.print_edition, self.rename, self.remove_programme),
        ]

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._no_night = EmptyState(
            "night",
            _("There is no night yet"),
            _("A programme is built into the slot that a venue gives. Make the night first."),
            self.make_night,
        )
        self._pages.addWidget(self._no_night)
        self.chooser = ProgrammeChooser(self.context.desks.programming.rows, [self.new, *self._of_programme])
        self.trouble = SavingTrouble(self.builder)
        self.band = LinkBand(self.builder, self.links, self.print_edition)
        deeds = self.deeds
        self.header = ProgrammeHeader(
            self.chooser,
            self.propose,
            (self.insert, deeds.insert_kinds),
            (deeds.move_up, deeds.move_down, deeds.remove, deeds.undo, deeds.redo),
            self._stack_at_work,
        )
        self.history = self.header.history
        builder = QWidget()
        column = QVBoxLayout(builder)
        column.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE_LARGE)
        column.setSpacing(SPACE)
        column.addWidget(self.header)
        column.addWidget(self._build_bar())
        column.addWidget(self.trouble)
        column.addWidget(self._build_body(), 1)
        self._pages.addWidget(builder)

    def _build_context_menus(self) -> None:
        deeds = self.deeds
        for order in (self.order, self.beside.pane.order):
            actions = [*deeds.of_items, _line(order), deeds.paste, *deeds.insert_kinds]
            if order is self.order:
                actions.insert(len(deeds.of_items), self.pin)
            order.addActions(actions)
            order.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _build_bar(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "raised")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, SPACE_SMALL, 0, SPACE_SMALL)
        inside.addWidget(self.bar)
        return frame

    def _build_body(self) -> QWidget:
        self._splitter = Panes(LETTERS)
        self._middle = Middle(self.builder, self.band, self.pane, (self.new, self.choose, self.read_again))
        self.library.setMinimumWidth(120)
        self.beside.setMinimumWidth(240)
        for widget, stretch in ((self.library, 2), (self._middle, 5), (self.beside, 4), (self.side, 2)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.inspector.evening.offer(self.mend)
        self._splitter.setHandleWidth(SPACE_LARGE)
        # The gap between the panes is the handle; a line in it would be one line too many.
        self._splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._splitter.setSizes([300, 600, 520, 290])
        state = self.context.settings.value(SPLITTER)
        if state is not None:
            self._splitter.restoreState(state)
        self.beside.hide()
        return self._splitter

    def _order_tabs(self) -> None:
        """Reading order: the line on top, the bar, then the panes from left to right."""
        trouble, band = self.trouble, self.band
        chain = [
            *(self.chooser, *self.header.buttons, self.history, self.bar),
            *(trouble.theirs, trouble.mine, trouble.again),
            *(self.library.search, self.library.fits, self.library.list),
            *(band.show_master, band.follow, band.detach, band.show_since, band.editions),
            *(self.order, self.beside.close_button, self.beside.pane.order),
            *(self.side.tabs, *self.inspector.back_buttons),
            *(*self.inspector.evening.fields, *self.inspector.item.fields),
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        draft, order, builder = self.draft, self.order, self.builder
        draft.changed.connect(self._show)
        builder.opened.connect(self._on_opened)
        self.library.add_wanted.connect(self._add_films)
        for pane in (self.pane, self.beside.pane):
            pane.order.remove_wanted.connect(self.remove.trigger)
            pane.builder.draft.stack.indexChanged.connect(self._name_steps)
            pane.builder.draft.stepped.connect(self._unclosed.begin)
        order.details_wanted.connect(self._show_details)
        order.selection_changed.connect(self._on_selection)
        self.beside.pane.order.selection_changed.connect(self._offer_deeds)
        self.beside.closed.connect(self._leave_beside)
        self.bar.item_chosen.connect(lambda key: order.select_keys([key]))
        self.inspector.item_wanted.connect(lambda key: order.select_keys([key]))
        ways = WaysOut(self.pane, self.links, self.side, self.context, self)
        self.inspector.way_wanted.connect(ways.take)
        ways.slot_wanted.connect(self._change_slot)
        looking = Looking(self.builder, self.bar, self.pane, self)
        pairs = PairTaking(self.builder, self.beside, self._show_beside, self)
        self.side.fit_made.connect(partial(self._connect_fit, looking, pairs))
        self.side.fit_wanted.connect(lambda: self._splitter.bring_to_sight(self.side))
        chosen = self.library.list.selectionModel()
        chosen.selectionChanged.connect(lambda: self.side.offer_films(self.library.list.selected_titles()))
        self.inspector.evening_wanted.connect(order.clearSelection)
        self.chooser.chosen.connect(self._choose)
        self.chooser.beside_chosen.connect(self._show_beside)
        self.choosing.made.connect(lambda: self.builder.when_open(self._edit_name))
        self.context.changed.connect(self._on_changes)
        self.inspector.typed.connect(self._name_steps)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._name_steps()

    def _connect_fit(self, looking: Looking, pairs: PairTaking, fit: "FitPage") -> None:
        fit.looked_at.connect(looking.look_at)
        fit.pair_taken.connect(pairs.take)
        fit.slot_wanted.connect(lambda: self._change_slot(SlotField.CURFEW))

    # The programme beside.

    def _show_beside(self, programme_id: int, night: Screening | None = None) -> None:
        """Open a programme beside; where two orders and the details have no room, the details make way."""
        self.beside.open_programme(programme_id, night)
        if self.width() < self.fontMetrics().averageCharWidth() * ROOM_FOR_ALL:
            self.side.hide()

    def _leave_beside(self) -> None:
        self.side.show()
        self.order.setFocus()

    # Which running order the keyboard is in.

    def _pane_at_work(self) -> OrderPane:
        beside = self.beside.pane
        return beside if self.beside.is_open and beside.order.hasFocus() else self.pane

    def _stack_at_work(self) -> QUndoStack:
        return self._pane_at_work().builder.draft.stack

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if self.beside.pane.order in {before, now}:
            self._offer_deeds()
            self._name_steps()

    def _offer_deeds(self) -> None:
        self.deeds.show_selection(self._pane_at_work().order.selected_keys())

    # Showing.

    def shown(self) -> None:
        """Work begins in the running order, or in the library while there is nothing in it."""
        self.order.setFocus()
        self.builder.when_open(self._begin)

    def _begin(self) -> None:
        self._tell_if_unclosed()
        if not self.draft.programme.items and self.order.hasFocus():
            self.library.search.setFocus()

    def _tell_if_unclosed(self) -> None:
        if self._unclosed.happened():
            name = self.draft.programme.name
            self.context.tell(
                _(
                    "The program was ended without being closed; “{name}” is here as its last step left it.",
                    name=name,
                )
            )

    def leave(self) -> None:
        """Everything typed is saved and the splitter remembered."""
        self._unclosed.end()
        self.inspector.finish()
        self.inspector.evening.slot.finish()
        self.builder.close(lambda sentence: asked_for_again(sentence, self))
        self.beside.leave()
        if self._splitter.is_wide:
            self.context.settings.setValue(SPLITTER, self._splitter.saveState())

    def _on_opened(self) -> None:
        self._pages.setCurrentIndex(1 if self.context.screening is not None else 0)
        is_open = self.draft.is_open
        for action in (*self._of_programme, *self.deeds.of_programmes, self.insert, self.propose):
            action.setEnabled(is_open)
        self.read_again.setEnabled(self.builder.is_wanting)
        self.chooser.setEnabled(self.context.screening is not None)
        self._show()

    def _show(self) -> None:
        draft = self.draft
        order = draft.order
        programme = draft.programme
        name = _("Opening the programme …") if self.builder.is_opening else _("Choose a programme")
        name = programme.name if draft.is_open else name
        self.chooser.show_programme(programme.id, name)
        self.bar.show_night(draft.slot, order)
        self.mend.setVisible(order is not None and order.margin < 0)
        films = frozenset(item.film_id for item in draft.shown.items if item.film_id is not None)
        self.library.show_programme(films, order.margin - programme.gap_seconds if order else None)
        self._on_selection()

    def _on_selection(self) -> None:
        keys = self.order.selected_keys()
        self.bar.select(frozenset(keys))
        self.inspector.show_selection(keys)
        self._offer_deeds()
        self.pin.setEnabled(len(keys) == 1)
        chosen = [item for item in self.draft.programme.items if item.key in keys]
        if films := {item.film_id: item.title for item in chosen if item.film_id is not None}:
            self.side.offer_films(films)

    def _name_steps(self) -> None:
        typing = self.inspector.pending and self._pane_at_work() is self.pane
        self.deeds.name_steps(typing=typing)
        self.history.setEnabled(self._stack_at_work().count() > 0)

    def _show_details(self) -> None:
        self.side.show_details()
        self.inspector.begin()

    def _type_pin(self) -> None:
        self.side.show_details()
        self.inspector.item.pin.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edit_name(self) -> None:
        self.side.show_details()
        self.inspector.edit_name(self.order)

    def _open_insert_menu(self) -> None:
        self.header.insert_button.showMenu()

    def _open_chooser(self) -> None:
        self.chooser.showMenu()

    def _open_beside(self) -> None:
        self.chooser.open_beside()

    def _change_slot(self, field: SlotField) -> None:
        self.side.show_details()
        self.order.clearSelection()
        self.inspector.evening.slot.begin(field)

    # Deeds.

    def _add_films(self, films: list[int]) -> None:
        self.builder.add_films(films, self.order.insert_position())

    def _vary(self) -> None:
        self.builder.saver.wait()
        if self.builder.may_leave():
            self.choosing.vary(self.draft.programme)

    def _choose(self, programme_id: int) -> None:
        if self.builder.may_leave():
            self.choosing.choose(programme_id)

    def _on_changes(self, changes: Changes) -> None:
        films = {change.id for change in changes if change.subject == "film"}
        if films:
            self.library.films_changed(films)


def _line(parent: QWidget) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line
