"""Actions: each has its name, icon, shortcut and deed in one place; buttons and menus show the action."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from tourdesk.foundation.language import _
from tourdesk.gui.icons import icon
from tourdesk.gui.theme import icon_size

Shortcut = QKeySequence.StandardKey | str

ACT_NAME = "act"
"""The property that holds the name of its act, and which only actions of the program have: the palette and the list of keys show those."""


class Act(NamedTuple):
    """How an action is called and reached.

    `name` is what menus, tooltips and the palette say (`later("Save as PDF…")`: it is translated when the action is
    made). `tip` says more where the name is not enough. `everywhere`: its shortcut works in the whole window, not only inside its screen.
    """

    name: str
    icon: str = ""
    shortcut: Shortcut | tuple[Shortcut, ...] = ()
    tip: str = ""
    everywhere: bool = False
    checkable: bool = False


def add_action(owner: QWidget, act: Act, does: Callable[[], object]) -> QAction:
    """Make an action of a screen or window: `owner.actions()` lists it, its shortcut works inside `owner`."""
    name = _(act.name)
    action = QAction(name, owner)
    if act.icon:
        action.setIcon(icon(act.icon))
        action.setProperty("picture", act.icon)
    given = act.shortcut if isinstance(act.shortcut, tuple) else (act.shortcut,)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in given])
    context = Qt.ShortcutContext
    action.setShortcutContext(
        context.WindowShortcut if act.everywhere else context.WidgetWithChildrenShortcut
    )
    action.setCheckable(act.checkable)
    tip = _(act.tip) if act.tip else name.rstrip("…")
    action.setToolTip(tooltip(tip, action.shortcut()))
    action.setProperty(ACT_NAME, act.name)
    action.triggered.connect(lambda _checked=False: does())
    owner.addAction(action)
    return action


def tooltip(text: str, shortcut: QKeySequence) -> str:
    """`Undo (Ctrl+Z)`, as the system writes its keys."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text


def tool_button(action: QAction, parent: QWidget | None = None, *, words: bool = False) -> QToolButton:
    """A flat button that shows an action: its icon, and its name when `words`."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
    button.setIconSize(icon_size(button))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
    return button


def push_button(action: QAction, parent: QWidget | None = None, *, primary: bool = False) -> QPushButton:
    """A button with words that does an action and follows its state."""
    return _ActionButton(action, parent, primary=primary)


class _ActionButton(QPushButton):
    def __init__(self, action: QAction, parent: QWidget | None, *, primary: bool) -> None:
        super().__init__(parent)
        self._action = action
        self._primary = primary
        self.setAutoDefault(False)
        self.setIconSize(icon_size(self, 0.95))
        if primary:
            self.setProperty("role", "primary")
        self._follow()
        # A method, not a closure: Qt ends the connection when the button goes before its action.
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        # Without a place in a window yet, it would be shown as a window of its own and take the focus.
        if self.parentWidget() is not None or not action.isVisible():
            self.setVisible(action.isVisible())
        if not self._primary:
            self.setIcon(action.icon())
        if action.isCheckable():
            self.setCheckable(True)
            self.setChecked(action.isChecked())
