"""The window: the rail, the header with the night, one screen in the middle, the status line, and news."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeyEvent,
    QMoveEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tourdesk.foundation.language import _, later
from tourdesk.gui.actions import ACT_NAME, Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.frame.header import Header
from tourdesk.gui.frame.menu import window_menu
from tourdesk.gui.frame.news import NewsLine
from tourdesk.gui.frame.nights import Nights
from tourdesk.gui.frame.places import PLACES, Place
from tourdesk.gui.frame.rail import Rail
from tourdesk.gui.frame.status import StatusLine
from tourdesk.gui.icons import renew_icons
from tourdesk.gui.problems import show_error
from tourdesk.gui.screen import Screen
from tourdesk.gui.theme import theme

if TYPE_CHECKING:  # The window opens before the rooms of the business are there.
    from tourdesk.library.finding.wanted import Wanted
    from tourdesk.touring.night import Screening

GEOMETRY = "window/geometry"
LAST_SCREEN = "last/screen"
STANDS = 1000
"""Milliseconds after which a window that was moved or sized is taken to stand, and its place is kept."""


class Window(QMainWindow):
    """One window over one database. Screens are made when they are first shown."""

    other_database_wanted = Signal()
    """The user wants to open another database in place of this one."""
    new_look_wanted = Signal()
    """The user chose another language or size of text: the window is to be made anew."""

    def __init__(self, context: Context, places: Sequence[Place] = PLACES) -> None:
        super().__init__()
        self._context = context
        self._places = {place.name: place for place in places}
        self._screens: dict[str, Screen] = {}
        self._room: dict[str, QScrollArea] = {}
        self._left = False
        self._painted = False
        self._stands = QTimer(self, singleShot=True, interval=STANDS)
        self._stands.timeout.connect(self._keep_place)
        self.nights = Nights(context, self)
        self._add_actions()
        self._menu = window_menu(self, context.settings, self.new_look_wanted.emit, self.actions())
        self._rail = Rail(places, self._menu, self)
        self.header = Header(context, self.nights, self.edit_night, self)
        self._stack = QStackedWidget()
        self._stack.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.status = StatusLine(context, self)
        self.news = NewsLine(self._lay_out())
        to_news = Act(later("Go to the news"), "info", "F6", everywhere=True)
        add_action(self, to_news, self.news.focus_button)
        context.news.connect(self.news.tell)
        context.wanted.connect(self.show_screen)
        context.thing_wanted.connect(self.show_thing)
        context.night_wanted.connect(lambda: self.edit_night(None))
        context.tasks.problem.connect(self.show_error)
        self._rail.chosen.connect(self.show_screen)
        theme().changed.connect(self._renew_icons)
        self._restore()

    def _add_actions(self) -> None:
        add_action(self, Act(later("Find anything…"), "search", "Ctrl+K", everywhere=True), self.open_palette)
        add_action(self, Act(later("Keys…"), "info", "F1", everywhere=True), self.show_keys)
        add_action(
            self,
            Act(later("Open another database…"), "open", "Ctrl+Shift+D", everywhere=True),
            self.other_database_wanted.emit,
        )

    def _lay_out(self) -> QWidget:
        """Put the parts in their places; returns what they are in."""
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.setWindowTitle(_("{label} – TourDesk", label=self._context.desks.database.label))
        return whole

    @property
    def screen_shown(self) -> Screen | None:
        """The screen in the middle, None before the first is made."""
        shown = self._stack.currentWidget()
        screen = shown.widget() if isinstance(shown, QScrollArea) else None
        return screen if isinstance(screen, Screen) else None

    def show_screen(self, name: str) -> None:
        """Bring a screen to the middle; it is made when this is the first time."""
        if name not in self._places:
            return
        if name not in self._screens:
            self._screens[name] = self._places[name].make(self._context)
            self._room[name] = _scrolling(self._screens[name])
            self._stack.addWidget(self._room[name])
        screen = self._screens[name]
        self._stack.setCurrentWidget(self._room[name])
        self._rail.show_chosen(name)
        self.news.raise_()
        self._context.settings.setValue(LAST_SCREEN, name)
        screen.shown()

    def edit_night(self, screening: "Screening | None") -> None:
        """Open the form of a night: a new one when None."""
        from tourdesk.gui.frame.night_dialog import open_night_dialog  # noqa: PLC0415 - not needed to open the window

        open_night_dialog(self._context, self.nights, screening, self)

    def show_error(self, error: BaseException) -> None:
        """Show a problem or a bug that nobody handled."""
        show_error(self, error)

    def open_palette(self) -> None:
        """Find any action, film, night, programme, sponsor or paper by a few letters."""
        from tourdesk.gui.frame.elsewhere import offers_elsewhere, offers_of_menu  # noqa: PLC0415 - not needed to open the window
        from tourdesk.gui.frame.palette import Palette  # noqa: PLC0415

        for open_already in self.findChildren(Palette):
            open_already.leave()
        here = self.actions_here()
        shown = next((name for name, screen in self._screens.items() if screen is self.screen_shown), "")
        names = {action.property(ACT_NAME) for action in here}
        elsewhere = offers_elsewhere(list(self._places.values()), shown, names, self.do_on)
        elsewhere += offers_of_menu(self._menu)
        Palette(self._context, self.nights, here, elsewhere, self).open()

    def do_on(self, place: str, act: str) -> None:
        """Bring a screen to the middle and do one of its acts there."""
        from tourdesk.gui.frame.elsewhere import do_there  # noqa: PLC0415 - not needed to open the window

        self.show_screen(place)
        do_there(self._screens[place], act, self._context)

    def show_keys(self) -> None:
        """Every action that has a key, with it."""
        from tourdesk.gui.frame.keys import KeysDialog  # noqa: PLC0415 - not needed to open the window

        KeysDialog(self.actions_here(), self).open()

    def show_thing(self, kind: str, which: "int | str | Wanted") -> None:
        """Bring a film, the films of a search, or a paper to the middle: `which` is the film's id, what is searched, or the paper's name."""
        self.show_screen({"film": "Films", "search": "Films", "paper": "Paper"}[kind])
        if self.screen_shown is not None:
            self.screen_shown.go_to(which)

    def actions_here(self) -> list[QAction]:
        """The actions that can be done now: those of the screen in the middle and of the panels on it, and the window's."""
        screen = self.screen_shown
        panels = screen.findChildren(QWidget) if screen is not None else []
        owners = [screen, *(panel for panel in panels if panel.isVisible())] if screen is not None else []
        acts = [
            action
            for owner in (*owners, self, self.header, self._rail)
            for action in owner.actions()
            # Qt gives its own widgets actions too.
            if action.isEnabled() and action.property(ACT_NAME)
        ]
        # A panel's button may say what the screen can do as well.
        return list({action.text(): action for action in reversed(acts)}.values())[::-1]

    def actions_everywhere(self) -> list[QAction]:
        """All actions there are now: the rail's, the header's and those of the screens that were made."""
        owners: list[QWidget] = [self, self._rail, self.header, *self._screens.values()]
        return [action for owner in owners for action in owner.actions()]

    @Slot()
    def _renew_icons(self) -> None:
        renew_icons(self)

    def _restore(self) -> None:
        saved = self._context.settings.value(GEOMETRY)
        if not (isinstance(saved, QByteArray) and self.restoreGeometry(saved)):
            room = self.screen().availableSize()
            self.resize(min(1280, room.width()), min(800, room.height()))

    def _keep_place(self) -> None:
        # At once and not only when it is closed: the program may be ended by force.
        self._context.settings.setValue(GEOMETRY, self.saveGeometry())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._stands.start()

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802 - Qt's name
        super().moveEvent(event)
        self._stands.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.begin()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # After all that the window shows at once is painted, too.
            QTimer.singleShot(0, self._context.tasks.begin)
            QTimer.singleShot(0, self, self._keep_focus_in_sight)

    def _keep_focus_in_sight(self) -> None:
        from tourdesk.gui.frame.focus import FocusInSight  # noqa: PLC0415 - not needed to open the window

        FocusInSight(self)

    def begin(self) -> None:
        """Make the screen of last time and read the nights: once, when the window is shown or before."""
        if self._screens:
            return
        last = str(self._context.settings.value(LAST_SCREEN, ""))
        self.nights.read()
        self.show_screen(last if last in self._places else next(iter(self._places)))
        # When all is built: see there.
        theme().dress(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        # Outside of dialogs Qt's buttons know the space bar only; who looks at a button presses Enter.
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Keep what was typed and how the window stands; once, so that a newer window's is not overwritten."""
        if self._left:
            return
        self._left = True
        for screen in self._screens.values():
            screen.leave()
        self._stands.stop()
        self._keep_place()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.leave()
        self._context.tasks.stop_all()
        self._context.close()
        super().closeEvent(event)


def _scrolling(screen: Screen) -> QScrollArea:
    """The room of a screen: with large text it may need more than the window has, and the window must not outgrow its display."""
    room = QScrollArea()
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setWidgetResizable(True)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidget(screen)
    return room
