"""Every screen of the window, its states and its dialogs, and how each is reached: for pictures, and for tests that look at all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.frame.palette import Palette
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.start_dialog import StartDialog
from tourdesk.gui.window import Window

PAGE = """Night Ridge
Norway | 2019 | 24 min
Directed by Ann Lee
Two sisters run along a ridge until the sun comes back.

Desert Runners
USA | 2014 | 95 min
Directed by Jennifer Steinman
Ordinary people run through four deserts.

With thanks to: Umbral Maps
"""
LISTING = (
    "Werk;Wer;Wie lang;Woher;Saal\nDer Grat;Ann Lee;53:10;Norwegen;Kino 1\n"
    "Slack;Bo Ek;7:05;Schweden;Kino 2\nDie Fähre;Eva Holt;12:00;Portugal;Kino 1\n"
)


PROBLEM = "The disk of “trails.tourdesk” is full; please make room there and try again."
LOCKED = "“trails.tourdesk” is locked by another program; please close it."


@dataclass(frozen=True, slots=True)
class View:
    """Something to look at."""

    open: Callable[[Window, Context], object]
    """Called while nothing is under way, over the sample tour."""
    shown: Callable[[Window], QWidget | None]
    """What there is to see, None until it is there."""


def act(window: Window, name: str) -> None:
    """Do the action of this English name, of the window or of the screen in the middle."""
    here = [action for action in window.actions_here() if action.text() == _(name)]
    if not here:
        raise LookupError(
            f"{name} cannot be done here: {[action.text() for action in window.actions_here()]}"
        )
    here[0].trigger()


def _films(window: Window) -> FilmsScreen:
    window.show_screen("Films")
    screen = window.screen_shown
    assert isinstance(screen, FilmsScreen)  # noqa: S101 - the screen of that name
    return screen


def _programme(window: Window) -> ProgrammeScreen:
    window.show_screen("Programme")
    screen = window.screen_shown
    assert isinstance(screen, ProgrammeScreen)  # noqa: S101 - the screen of that name
    return screen


def _screen(name: str) -> View:
    return View(lambda window, _context: window.show_screen(name), lambda window: window)


def _of_films(name: str, done: Callable[[FilmsScreen], bool], chosen: int = 1) -> View:
    """The Films screen after an action on the first films."""

    def start(window: Window, _context: Context) -> None:
        screen = _films(window)
        screen.listing.enter()
        for row in range(chosen - 1):
            table = screen.listing.table
            table.selectionModel().select(
                table.model().index(row + 1, 0),
                table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
            )
        act(window, name)

    return View(start, lambda window: window if done(_films(window)) else None)


def _pasted(text: str, done: Callable[[FilmsScreen], bool]) -> View:
    def paste(window: Window, _context: Context) -> None:
        _films(window)
        QApplication.clipboard().setText(text)
        act(window, "Paste a film page")

    return View(paste, lambda window: window if done(_films(window)) else None)


def _of_programme(
    start: Callable[[ProgrammeScreen], object], done: Callable[[ProgrammeScreen], bool]
) -> View:
    """What the programme screen becomes, as soon as its programme is open."""

    def begin(window: Window, _context: Context) -> None:
        screen = _programme(window)
        screen.builder.when_open(lambda: start(screen))

    def shown(window: Window) -> QWidget | None:
        screen = _programme(window)
        return window if screen.draft.is_open and done(screen) else None

    return View(begin, shown)


def _dialog(start: Callable[[Window, Context], object]) -> View:
    return View(start, _shown_dialog)


def _acted(name: str) -> View:
    return _dialog(lambda window, _context: act(window, name))


def _shown_dialog(_window: Window) -> QWidget | None:
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]
    return found[0] if found else None


def _merge(window: Window, _context: Context) -> None:
    screen = _films(window)
    screen.pane.merge(list(screen.listing.model.ids[:2]))


def _judging(window: Window, _context: Context) -> None:
    _films(window)
    act(window, "Who is judging…")


def _start(problem: ProblemForUser | None) -> View:
    def start(window: Window, context: Context) -> None:
        dialog = StartDialog(problem, lambda _where: context.desks, context.settings, window)
        dialog.open()

    return _dialog(start)


def _palette(window: Window) -> QWidget | None:
    return next((palette for palette in window.findChildren(Palette) if palette.isVisible()), None)


SCREENS: Mapping[str, View] = {place.name: _screen(place.name) for place in PLACES}
"""The screens as they come."""

STATES: Mapping[str, View] = {
    "a film is edited": _of_films("Edit", lambda screen: screen.pane.editing),
    "several films are edited": _of_films("Edit", lambda screen: screen.pane.editing, chosen=2),
    "stills": _of_films("Stills", lambda screen: screen.listing.grid.isVisible()),
    "quality": _of_films("Quality", lambda screen: screen.quality.list.isVisible()),
    "the check of a page": _pasted(PAGE, lambda screen: screen.checking),
    "the columns of a listing": _pasted(
        LISTING, lambda screen: screen.checking and screen.intake.mapping.isVisible()
    ),
    "an item of the programme": _of_programme(
        lambda screen: screen.order.setCurrentIndex(screen.order.model().index(1, 0)),
        lambda screen: screen.inspector.isVisible(),
    ),
    "proposals": _of_programme(
        lambda screen: screen.propose.trigger(),
        lambda screen: screen.side.fit.isVisible() and not screen.side.fit.proposer.running,
    ),
    "a variation": _of_programme(
        lambda screen: screen.vary.trigger(), lambda screen: screen.links.from_master is not None
    ),
    "the palette": View(lambda window, _context: window.open_palette(), _palette),
}
"""What screens become."""

DIALOGS: Mapping[str, View] = {
    "a new night": _acted("New night…"),
    "the night": _acted("Change this night…"),
    "the tour": _acted("Change the tour…"),
    "the sponsors": _acted("Sponsors…"),
    "the keys": _acted("Keys…"),
    "who is judging": _dialog(_judging),
    "two records of one film": _dialog(_merge),
    "another database": _start(None),
    "the database did not open": _start(ProblemForUser(LOCKED)),
    "a problem": _dialog(lambda window, _context: window.show_error(ProblemForUser(PROBLEM))),
    "a bug": _dialog(lambda window, _context: window.show_error(ValueError("a mistake"))),
}
"""What is asked in a window of its own."""

VIEWS: Mapping[str, View] = {**SCREENS, **STATES, **DIALOGS}
