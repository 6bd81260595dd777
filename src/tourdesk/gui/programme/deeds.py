"""The actions on the items of a running order: each has its name, its key and its deed here, for both running orders."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QWidget

from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import Act, add_action, tooltip
from tourdesk.gui.context import Context
from tourdesk.gui.films.table.model import film_ids
from tourdesk.gui.plain import as_typed
from tourdesk.gui.programme import words
from tourdesk.gui.programme.builder import Builder
from tourdesk.gui.programme.carried import carried, carry
from tourdesk.gui.programme.order_pane import OrderPane
from tourdesk.programming.programme import ItemKind

INSERTED = {
    ItemKind.INTERMISSION: later("Insert intermission"),
    ItemKind.WELCOME: later("Insert welcome"),
    ItemKind.QA: later("Insert questions and answers"),
    ItemKind.SPONSOR_SPOT: later("Insert sponsor spot"),
    ItemKind.TRAILER: later("Insert trailer"),
    ItemKind.RAFFLE: later("Insert raffle"),
    ItemKind.ANNOUNCEMENT: later("Insert announcement"),
}


class Deeds:
    """Actions of a screen; they are done in the pane that has the keyboard, which `pane` tells.

    `finish` makes a step of what is still being typed.
    """

    def __init__(
        self, owner: QWidget, context: Context, pane: Callable[[], OrderPane], finish: Callable[[], None]
    ) -> None:
        self._owner = owner
        self._finish = finish
        self._context = context
        self._pane = pane
        on = self._with_selected
        self.undo = self._add(Act(later("Undo"), "undo", "Ctrl+Z"), self._undo)
        self.redo = self._add(Act(later("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")), self._redo)
        self.move_up = self._add(Act(later("Move up"), "up", "Alt+Up"), on(Builder.move_earlier))
        self.move_down = self._add(Act(later("Move down"), "down", "Alt+Down"), on(Builder.move_later))
        self.remove = self._add(
            Act(later("Remove from the programme"), "remove", tip=later("Remove from the programme (Del)")),
            on(Builder.remove),
        )
        self.insert_kinds = [self._insert_action(kind) for kind in INSERTED]
        self.cut = self._add(Act(later("Cut items"), "", "Ctrl+X"), on(self._cut))
        self.copy = self._add(Act(later("Copy items"), "copy", "Ctrl+C"), on(self._copy))
        self.paste = self._add(
            Act(
                later("Paste items"), "paste", "Ctrl+V", later("Paste items, also those of another programme")
            ),
            self._paste,
        )
        self.swap = self._add(Act(later("Swap two items"), "", "Ctrl+Shift+X"), on(Builder.swap))
        self.split = self._add(
            Act(
                later("Split the part here"),
                "intermission",
                "Ctrl+Shift+I",
                later("Split the part behind the selected item, with an intermission"),
            ),
            lambda: self._insert(ItemKind.INTERMISSION),
        )
        self.merge = self._add(
            Act(
                later("Merge the parts"),
                "",
                "Ctrl+Shift+M",
                later("Merge two parts: take out the intermission that is selected, or the next one"),
            ),
            on(Builder.merge),
        )
        self.nest = self._add(
            Act(later("Show during the intermission"), "", "Alt+Right"),
            on(Builder.nest),
        )
        self.unnest = self._add(
            Act(later("Show after the intermission"), "", "Alt+Left"),
            on(Builder.unnest),
        )
        self.elastic = self._add(
            Act(
                later("Elastic or fixed"),
                "",
                "Ctrl+E",
                later("Elastic: it takes what is left of the evening, within its bounds"),
            ),
            on(lambda builder, keys: builder.toggle_elastic(keys[0])),
        )
        self.acknowledge = self._add(
            Act(later("Accept new lengths"), "check", "", later("Take note of the films’ run-times of now")),
            self._acknowledge,
        )

    @property
    def of_items(self) -> list[QAction]:
        """The actions that need selected items, in the order of a menu."""
        return [
            *(self.move_up, self.move_down, self.cut, self.copy, self.remove),
            *(self.swap, self.merge, self.nest, self.unnest, self.elastic),
        ]

    @property
    def of_programmes(self) -> list[QAction]:
        """The actions that need a programme alone."""
        return [*self.insert_kinds, self.paste, self.split, self.acknowledge]

    def show_selection(self, keys: Sequence[str]) -> None:
        """Offer what can be done with the selected items."""
        programme = self._builder.draft.programme
        for action in self.of_items:
            action.setEnabled(bool(keys))
        self.swap.setEnabled(len(keys) == 2)
        inside = [item for item in programme.items if item.key in keys and item.inside is not None]
        self.unnest.setEnabled(bool(inside))

    def name_steps(self, *, typing: bool) -> None:
        """Say in tooltips what undo and redo would do; `typing`: something is being typed that is no step yet."""
        stack = self._stack
        undone = _("what is being typed") if typing else stack.undoText()
        self.undo.setEnabled(stack.canUndo() or typing)
        self.redo.setEnabled(stack.canRedo())
        undo, redo = _("Undo"), _("Redo")
        if self.undo.isEnabled():
            undo = _("Undo: {step}", step=undone)
        if self.redo.isEnabled():
            redo = _("Redo: {step}", step=stack.redoText())
        self.undo.setToolTip(as_typed(tooltip(undo, self.undo.shortcut())))
        self.redo.setToolTip(as_typed(tooltip(redo, self.redo.shortcut())))

    def _add(self, act: Act, does: Callable[[], object]) -> QAction:
        return add_action(self._owner, act, does)

    def _insert_action(self, kind: ItemKind) -> QAction:
        return self._add(Act(INSERTED[kind], words.KIND_ICONS[kind]), lambda: self._insert(kind))

    @property
    def _builder(self) -> Builder:
        return self._pane().builder

    @property
    def _stack(self) -> QUndoStack:
        return self._builder.draft.stack

    def _undo(self) -> None:
        # What is still being typed is a step too: it is the one that is undone.
        self._finish()
        self._stack.undo()

    def _redo(self) -> None:
        self._stack.redo()

    def _with_selected(self, deed: Callable[[Builder, list[str]], object]) -> Callable[[], None]:
        def does() -> None:
            keys = self._pane().order.selected_keys()
            if keys:
                deed(self._builder, keys)

        return does

    def _insert(self, kind: ItemKind) -> None:
        order = self._pane().order
        self._builder.add_item(kind, order.insert_position())
        order.setFocus()  # Enter then types its duration

    # The clipboard.

    def _copy(self, builder: Builder, keys: Sequence[str]) -> None:
        programme = builder.draft.programme
        chosen = [item for item in programme.items if item.key in keys]
        QGuiApplication.clipboard().setMimeData(carry(chosen, programme))

    def _cut(self, builder: Builder, keys: Sequence[str]) -> None:
        self._copy(builder, keys)
        builder.remove(keys)

    def _paste(self) -> None:
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if not self._builder.draft.is_open or mime is None:
            return
        position = self._pane().order.insert_position()
        brought = carried(mime)
        if brought is not None:
            self._builder.put_in(brought, position)
        elif films := film_ids(mime):
            self._builder.add_films(films, position)
        else:
            self._context.tell(
                _("There are no items of a programme on the clipboard; please copy some first.")
            )

    def _acknowledge(self) -> None:
        programme = self._builder.draft.programme
        changed = [item.key for item in programme.items if item.known_seconds not in {None, item.seconds}]
        if changed:
            self._builder.acknowledge(changed)
        else:
            self._context.tell(_("No film of this programme has changed its length."))
