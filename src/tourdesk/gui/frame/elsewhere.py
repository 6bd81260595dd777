"""What the palette offers beside the actions of the screen in the middle: those of other screens, done there, and of the menu."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tourdesk.foundation.language import _, quoted
from tourdesk.gui.actions import ACT_NAME
from tourdesk.gui.context import Context
from tourdesk.gui.frame.found import Offer
from tourdesk.gui.frame.places import Place
from tourdesk.gui.screen import Screen

PATIENCE = 2000
"""Milliseconds in which a screen that has just come has begun to read what its actions need, and most have done so."""


def offers_elsewhere(
    places: Sequence[Place], shown: str, here: Collection[str], go: Callable[[str, str], object]
) -> list[Offer]:
    """An offer for each act of the other screens that is none here.

    `shown` is the name of the screen in the middle, `here` are the acts that can be done now by their names; `go` is called
    with the names of a place and of an act of it.
    """
    return [
        Offer(
            in_words(_(act.name), _(act.tip) if act.tip else ""),
            _("Action"),
            act.icon or "play",
            partial(go, place.name, act.name),
            _("on {screen}", screen=_(place.name)),
        )
        for place in places
        if place.name != shown
        for act in place.acts()
        if act.name not in here
    ]


def offers_of_menu(menu: QMenu) -> list[Offer]:
    """An offer for each line of the window's menu that is no action of its own, those of its parts after its word: `Appearance: Dark`."""
    offers = []
    for line in menu.actions():
        part = line.menu()
        if isinstance(part, QMenu):
            offers += [
                Offer(f"{part.title()}: {choice.text()}", _("Action"), "play", choice.trigger)
                for choice in part.actions()
            ]
        elif line.text() and not line.property(ACT_NAME):
            offers.append(Offer(line.text(), _("Action"), "info", line.trigger))
    return offers


def in_words(name: str, tip: str) -> str:
    """An action's name, and what it does where the name is not enough."""
    plain = name.replace("&", "").rstrip("…")
    # What undo would do is said as `Undo: Remove “Balance”`.
    tip = tip.removeprefix(f"{plain}: ")
    return f"{plain}: {tip}" if tip and tip != plain else plain


def do_there(screen: Screen, act: str, context: Context) -> None:
    """Do an act of a screen that has just come to the middle, as soon as it can be done."""
    action = next(action for action in screen.actions() if action.property(ACT_NAME) == act)
    if action.isEnabled():
        action.trigger()
    else:
        _Waiting(action, screen, context)


class _Waiting(QObject):
    """Does an action when it becomes possible, and says so when it does not; nothing for who has gone on to another screen.

    It waits as long as anything is under way: a catalogue of 2,000 films is made in seconds, and saved only then.
    """

    def __init__(self, action: QAction, screen: Screen, context: Context) -> None:
        super().__init__(action)
        self._action = action
        self._screen = screen
        self._context = context
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._lose_patience)
        self._patience.start()
        action.enabledChanged.connect(self._look)

    def _look(self) -> None:
        if self._action.isEnabled() and self._patience.isActive():
            self._end()
            if self._screen.isVisible():
                # When the screen is done with what has made it possible.
                QTimer.singleShot(0, self._action, self._action.trigger)

    def _lose_patience(self) -> None:
        if self._screen.isVisible() and self._context.tasks.running:
            self._patience.start()
            return
        self._end()
        if self._screen.isVisible():
            name = quoted(in_words(self._action.text(), ""))
            self._context.tell(_("{action} cannot be done here as things are now.", action=name))

    def _end(self) -> None:
        self._patience.stop()
        self.deleteLater()
