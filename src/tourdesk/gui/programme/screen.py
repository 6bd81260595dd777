"""The programme screen: slot bar on top, library, running order and inspector below it."""

from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tourdesk.gui.actions import Act, add_action, tool_button, tooltip
from tourdesk.gui.context import Context
from tourdesk.gui.empty import EmptyState
from tourdesk.gui.icons import icon
from tourdesk.gui.programme import words
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.chooser import ProgrammeChooser
from tourdesk.gui.programme.choosing import Choosing
from tourdesk.gui.programme.history import HistoryMenu
from tourdesk.gui.programme.library_pane import LibraryPane
from tourdesk.gui.programme.order_view import OrderView
from tourdesk.gui.programme.rows import rows_of
from tourdesk.gui.programme.saving_trouble import SavingTrouble
from tourdesk.gui.programme.side import Side
from tourdesk.gui.programme.slot_bar import SlotBar
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE, SPACE_LARGE, SPACE_SMALL
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.proposing.proposal import Proposal
from tourdesk.storage.changes import Changes

SPLITTER = "programme/splitter"

INSERTED = (
    ItemKind.INTERMISSION,
    ItemKind.WELCOME,
    ItemKind.QA,
    ItemKind.SPONSOR_SPOT,
    ItemKind.TRAILER,
    ItemKind.RAFFLE,
    ItemKind.ANNOUNCEMENT,
)


class ProgrammeScreen(Screen):
    """Builds the programme of the night that is worked on."""

    name: ClassVar[str] = "Programme"
    icon: ClassVar[str] = "programme"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.builder = Builder(context, self)
        self.choosing = Choosing(context, self)
        self.draft = self.builder.draft
        self.bar = SlotBar()
        self.library = LibraryPane(context)
        self.order = OrderView()
        self.side = Side(self.builder, context)
        self.inspector = self.side.inspector
        self._make_actions()
        self._build()
        self._build_context_menu()
        self._order_tabs()
        self._connect()
        self._on_opened()
        self.library.refresh()

    # Building.

    def _make_actions(self) -> None:
        draft, builder = self.draft, self.builder
        self.undo = add_action(self, Act("Undo", "undo", "Ctrl+Z"), self._undo)
        self.redo = add_action(self, Act("Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")), draft.stack.redo)
        self.move_up = add_action(
            self, Act("Move up", "up", "Alt+Up"), lambda: self._with_selected(builder.move_earlier)
        )
        self.move_down = add_action(
            self, Act("Move down", "down", "Alt+Down"), lambda: self._with_selected(builder.move_later)
        )
        self.remove = add_action(
            self,
            Act("Remove from the programme", "remove", tip="Remove from the programme (Del)"),
            lambda: self._with_selected(builder.remove),
        )
        self.search_films = add_action(
            self, Act("Search the library", "search", "Ctrl+F"), self.library.search.setFocus
        )
        self.insert = add_action(
            self,
            Act("Insert", "add", "Ctrl+I", tip="Insert an intermission, a welcome, a sponsor spot …"),
            self._open_insert_menu,
        )
        self.insert_kinds = [self._insert_action(kind) for kind in INSERTED]
        self.propose = add_action(
            self,
            Act("Propose", "fit", ("Ctrl+Return", "Ctrl+Enter"), tip="Propose evenings that fit the slot"),
            self.side.propose,
        )
        self.mend = add_action(
            self,
            Act("Make it fit", "fit", tip="Find the smallest change after which the evening ends in time"),
            self.side.mend,
        )
        choosing = self.choosing
        self.new = add_action(self, Act("New programme", "add"), choosing.make)
        self.duplicate = add_action(
            self, Act("Duplicate this programme", "copy"), lambda: choosing.copy(draft.programme)
        )
        self.rename = add_action(self, Act("Rename this programme", "edit"), self._edit_name)
        self.remove_programme = add_action(
            self, Act("Remove this programme", "remove"), lambda: choosing.remove(draft.programme)
        )
        self.choose = add_action(self, Act("Choose a programme", "programme"), self._open_chooser)
        self.make_night = add_action(self, Act("Make a night", "calendar"), self.context.new_night)

    def _insert_action(self, kind: ItemKind) -> QAction:
        name = words.KIND_WORDS[kind]
        return add_action(
            self,
            Act(f"Insert {name.lower() if kind is not ItemKind.QA else 'Q&&A'}", words.KIND_ICONS[kind]),
            lambda: self._insert(kind),
        )

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._no_night = EmptyState(
            "calendar",
            "There is no night yet",
            "A programme is built into the slot that a venue gives. Make the night first.",
            self.make_night,
        )
        self._no_programme = EmptyState(
            "programme",
            "This night has no programme yet",
            "Make a new one, or choose one that you have already.",
            self.new,
            self.choose,
        )
        self._pages.addWidget(self._no_night)
        builder = QWidget()
        column = QVBoxLayout(builder)
        column.setContentsMargins(SPACE_LARGE, SPACE, SPACE_LARGE, SPACE_LARGE)
        column.setSpacing(SPACE)
        column.addLayout(self._build_header())
        column.addWidget(self._build_bar())
        column.addWidget(self.trouble)
        column.addWidget(self._build_body(), 1)
        self._pages.addWidget(builder)

    def _build_header(self) -> QHBoxLayout:
        self.chooser = ProgrammeChooser(
            self.context.desks.programming.rows,
            [self.new, self.duplicate, self.rename, self.remove_programme],
        )
        self.trouble = SavingTrouble(self.builder)
        self.insert_menu = QMenu(self)
        self.insert_menu.addActions(self.insert_kinds)
        self.insert_button = tool_button(self.insert, words=True)
        self.insert_button.setMenu(self.insert_menu)
        self.insert_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.history = QToolButton()
        self.history.setIcon(icon("clock"))
        self.history.setToolTip("History: every step, to go back to")
        self.history.setAccessibleName("History")
        self.history.setMenu(HistoryMenu(self.draft.stack, self.history))
        self.history.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setSpacing(SPACE_SMALL)
        row.addWidget(self.chooser)
        row.addStretch()
        actions = (self.move_up, self.move_down, self.remove, self.undo, self.redo)
        proposing = tool_button(self.propose, words=True)
        self._header_buttons = [proposing, self.insert_button, *(tool_button(action) for action in actions)]
        for button in self._header_buttons:
            row.addWidget(button)
        row.addWidget(self.history)
        return row

    def _build_context_menu(self) -> None:
        between = QAction(self)
        between.setSeparator(True)
        self.order.addActions([self.move_up, self.move_down, self.remove, between, *self.insert_kinds])
        self.order.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _build_bar(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "raised")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, SPACE_SMALL, 0, SPACE_SMALL)
        inside.addWidget(self.bar)
        return frame

    def _build_body(self) -> QWidget:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._body = QStackedWidget()
        self._body.addWidget(self._no_programme)
        middle = QWidget()
        pages = QStackedLayout(middle)
        pages.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._hint = QLabel("Drag films here,\nor press Enter on a film")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setProperty("role", "quiet")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pages.addWidget(self._hint)
        pages.addWidget(self.order)
        self._body.addWidget(middle)
        self.library.setMinimumWidth(200)
        self._body.setMinimumWidth(380)
        for widget, stretch in ((self.library, 2), (self._body, 5), (self.side, 2)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.inspector.evening.offer(self.mend)
        self._splitter.setHandleWidth(SPACE_LARGE)
        # The gap between the panes is the handle; a line in it would be one line too many.
        self._splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._splitter.setSizes([270, 640, 290])
        state = self.context.settings.value(SPLITTER)
        if state is not None:
            self._splitter.restoreState(state)
        return self._splitter

    def _order_tabs(self) -> None:
        """Reading order: the line on top, the bar, then the panes from left to right."""
        header = [self.chooser, *self._header_buttons, self.history]
        library = [self.library.search, self.library.fits, self.library.list]
        chain = [
            *header,
            self.bar,
            self.trouble.theirs,
            self.trouble.mine,
            self.trouble.again,
            *library,
            self.order,
        ]
        chain += [
            self.side.tabs,
            *self.inspector.back_buttons,
            *self.inspector.evening.fields,
            *self.inspector.item.fields,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        draft, order, builder = self.draft, self.order, self.builder
        draft.changed.connect(self._show)
        builder.opened.connect(self._on_opened)
        builder.select_wanted.connect(order.select_keys)
        self.library.add_wanted.connect(lambda films: builder.add_films(films, order.insert_position()))
        order.order.films_dropped.connect(builder.add_films)
        order.order.items_dropped.connect(builder.move)
        order.order.duration_typed.connect(builder.set_typed_seconds)
        order.rows_delegate.typing.connect(builder.preview_seconds)
        order.rows_delegate.typing_ended.connect(lambda: draft.preview(None))
        order.remove_wanted.connect(self.remove.trigger)
        order.details_wanted.connect(self._show_details)
        order.selection_changed.connect(self._on_selection)
        self.bar.item_chosen.connect(lambda key: order.select_keys([key]))
        self.inspector.item_wanted.connect(lambda key: order.select_keys([key]))
        self.side.fit.looked_at.connect(self._look_at)
        self.side.fit.slot_wanted.connect(self._change_slot)
        chosen = self.library.list.selectionModel()
        chosen.selectionChanged.connect(
            lambda: self.side.fit.offer_films(self.library.list.selected_titles())
        )
        self.inspector.evening_wanted.connect(order.clearSelection)
        self.chooser.chosen.connect(self._choose)
        self.choosing.made.connect(self._edit_name)
        self.context.changed.connect(self._on_changes)
        stack = draft.stack
        stack.indexChanged.connect(self._name_steps)
        self.inspector.typed.connect(self._name_steps)
        self._name_steps()

    # Showing.

    def shown(self) -> None:
        """Work begins in the running order, or in the library while there is nothing in it."""
        if self.draft.is_open:
            (self.order if self.draft.programme.items else self.library.search).setFocus()

    def leave(self) -> None:
        """Everything typed is saved and the splitter remembered."""
        self.inspector.finish()
        self.inspector.evening.slot.finish()
        self.builder.saver.wait()
        self.builder.keep_unsaved()
        self.context.settings.setValue(SPLITTER, self._splitter.saveState())

    def _on_opened(self) -> None:
        self._pages.setCurrentIndex(1 if self.context.screening is not None else 0)
        is_open = self.draft.is_open
        self._body.setCurrentIndex(1 if is_open else 0)
        whole = (self.duplicate, self.rename, self.remove_programme, self.insert, self.propose)
        for action in (*whole, *self.insert_kinds):
            action.setEnabled(is_open)
        self.chooser.setEnabled(self.context.screening is not None)
        self._show()

    def _show(self) -> None:
        draft = self.draft
        order, slot = draft.order, draft.slot
        programme = draft.programme
        self.chooser.show_programme(programme.id, programme.name if draft.is_open else "Choose a programme")
        self.bar.show_night(slot, order)
        self.mend.setVisible(order is not None and order.margin < 0)
        self.order.show_rows(rows_of(order, slot) if order is not None and slot is not None else ())
        self._hint.setVisible(order is None or not order.items)
        films = frozenset(item.film_id for item in draft.shown.items if item.film_id is not None)
        self.library.show_programme(films, order.margin - programme.gap_seconds if order else None)
        self._on_selection()

    def _on_selection(self) -> None:
        keys = self.order.selected_keys()
        self.bar.select(frozenset(keys))
        self.inspector.show_selection(keys)
        for action in (self.move_up, self.move_down, self.remove):
            action.setEnabled(bool(keys))
        chosen = [item for item in self.draft.programme.items if item.key in keys]
        if films := {item.film_id: item.title for item in chosen if item.film_id is not None}:
            self.side.fit.offer_films(films)

    def _name_steps(self) -> None:
        stack = self.draft.stack
        typing = self.inspector.pending
        for action, can, verb, text in (
            (
                self.undo,
                stack.canUndo() or typing,
                "Undo",
                "what is being typed" if typing else stack.undoText(),
            ),
            (self.redo, stack.canRedo(), "Redo", stack.redoText()),
        ):
            action.setEnabled(can)
            action.setToolTip(tooltip(f"{verb}: {text}" if can else verb, action.shortcut()))
        self.history.setEnabled(stack.count() > 0)

    def _look_at(self, proposal: Proposal | None) -> None:
        """Show on the bar what somebody looks at; the running order stays what it is."""
        self.bar.show_night(self.draft.slot, proposal.order if proposal is not None else self.draft.order)

    def _show_details(self) -> None:
        self.side.show_details()
        self.inspector.begin()

    def _edit_name(self) -> None:
        self.side.show_details()
        self.inspector.edit_name(self.order)

    def _change_slot(self) -> None:
        self.side.show_details()
        self.order.clearSelection()
        self.inspector.evening.slot.curfew.setFocus()

    # Deeds.

    def _undo(self) -> None:
        # What is still being typed is a step too: it is the one that is undone.
        self.inspector.finish()
        self.draft.stack.undo()

    def _with_selected(self, deed: Callable[[list[str]], None]) -> None:
        keys = self.order.selected_keys()
        if keys:
            deed(keys)

    def _insert(self, kind: ItemKind) -> None:
        self.builder.add_item(kind, self.order.insert_position())
        self.order.setFocus()  # Enter then types its duration

    def _open_chooser(self) -> None:
        self.chooser.showMenu()

    def _open_insert_menu(self) -> None:
        self.insert_button.showMenu()

    def _choose(self, programme_id: int) -> None:
        if not self.builder.may_leave():
            return
        self.choosing.choose(programme_id)

    def _on_changes(self, changes: Changes) -> None:
        if any(change.subject == "film" for change in changes):
            self.library.refresh()
