"""Every screen of the window, its states and its dialogs, and how each is reached: for pictures, and for tests that look at all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QWidget

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.gui.context import Context
from tourdesk.gui.films.find.facet_popup import FacetPopup
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.frame.palette import Palette
from tourdesk.gui.frame.places import PLACES
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.start_dialog import StartDialog
from tourdesk.gui.window import Window
from tourdesk.library.finding.wanted import Facet
from tourdesk.programming.programme import ItemKind
from tourdesk.programming.proposing.sentences import WishKind

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


KNOWN = """Desert Runners
USA | 2014 | 95 min
Directed by Jennifer Steinman and Ann Lee
"""
WORDS = "mountain"
NESTED, ELASTIC = "Show during the intermission", "Elastic or fixed"
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


def films_screen(window: Window) -> FilmsScreen:
    """The Films screen, brought to the middle."""
    # Not again while it is there: that would put the keyboard to where work begins.
    if not isinstance(window.screen_shown, FilmsScreen):
        window.show_screen("Films")
    screen = window.screen_shown
    assert isinstance(screen, FilmsScreen)  # noqa: S101 - the screen of that name
    return screen


def programme_screen(window: Window) -> ProgrammeScreen:
    """The Programme screen, brought to the middle."""
    # Not again while it is there: that would put the keyboard to where work begins.
    if not isinstance(window.screen_shown, ProgrammeScreen):
        window.show_screen("Programme")
    screen = window.screen_shown
    assert isinstance(screen, ProgrammeScreen)  # noqa: S101 - the screen of that name
    return screen


def _screen(name: str) -> View:
    return View(lambda window, _context: window.show_screen(name), lambda window: window)


def _of_films(name: str, done: Callable[[FilmsScreen], bool], chosen: int = 1) -> View:
    """The Films screen after an action on the first films."""

    def start(window: Window, _context: Context) -> None:
        screen = films_screen(window)
        screen.listing.enter()
        for row in range(chosen - 1):
            table = screen.listing.table
            table.selectionModel().select(
                table.model().index(row + 1, 0),
                table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
            )
        act(window, name)

    return View(start, lambda window: window if done(films_screen(window)) else None)


def _pasted(text: str, done: Callable[[FilmsScreen], bool]) -> View:
    def paste(window: Window, _context: Context) -> None:
        films_screen(window)
        QApplication.clipboard().setText(text)
        act(window, "Paste a film page")

    return View(paste, lambda window: window if done(films_screen(window)) else None)


def _of_programme(
    start: Callable[[ProgrammeScreen], object], done: Callable[[ProgrammeScreen], bool]
) -> View:
    """What the programme screen becomes, as soon as its programme is open."""

    def begin(window: Window, _context: Context) -> None:
        screen = programme_screen(window)
        screen.builder.when_open(lambda: start(screen))

    def shown(window: Window) -> QWidget | None:
        screen = programme_screen(window)
        return window if screen.draft.is_open and done(screen) else None

    return View(begin, shown)


def dialog_view(start: Callable[[Window, Context], object]) -> View:
    """The dialog that comes after something."""
    return View(start, _shown_dialog)


def _acted(name: str) -> View:
    return dialog_view(lambda window, _context: act(window, name))


def _shown_dialog(_window: Window) -> QWidget | None:
    found = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]
    return found[0] if found else None


def _merge(window: Window, _context: Context) -> None:
    screen = films_screen(window)
    screen.pane.merge(list(screen.listing.model.ids[:2]))


def _judging(window: Window, _context: Context) -> None:
    films_screen(window)
    act(window, "Who is judging…")


def _start(problem: ProblemForUser | None) -> View:
    def start(window: Window, context: Context) -> None:
        dialog = StartDialog(problem, lambda _where, _progress: context.desks, context.settings, window)
        dialog.open()

    return dialog_view(start)


def _search(window: Window, _context: Context) -> None:
    films_screen(window).search.setText(WORDS)


def _read(window: Window, _context: Context) -> None:
    """A film about which the committee has said much."""
    screen = films_screen(window)
    judged = [row for row in screen.listing.model.rows if row.tally.said]
    most = max(judged, key=lambda row: len(row.tally.said), default=None)
    screen.listing.select(most.id if most is not None else screen.listing.model.ids[0])


def _elastic(screen: ProgrammeScreen) -> None:
    """A spot during the intermission before it, and a raffle that takes what is left."""
    window, deeds = screen.window(), ((ItemKind.SPONSOR_SPOT, NESTED), (ItemKind.RAFFLE, ELASTIC))
    assert isinstance(window, Window)  # noqa: S101 - screens are in one
    for kind, name in deeds:
        keys = [item.key for item in screen.draft.programme.items if item.kind is kind]
        screen.order.select_keys(keys[-1:])
        act(window, name)


def _in_sight(screen: ProgrammeScreen) -> bool:
    """Whether the item that is selected is in sight; it is brought there."""
    order = screen.order
    order.scrollTo(order.currentIndex(), order.ScrollHint.PositionAtCenter)
    return screen.inspector.isVisible()


def _licensed(screen: FilmsScreen) -> bool:
    """A licence that is being typed in the form of the film."""
    if not screen.pane.editing:
        return False
    editor = screen.pane.form.editor("licences")
    assert isinstance(editor, LicencesEditor)  # noqa: S101 - what licences are typed in
    if not editor.blocks:
        editor.add()
        for name, words in {"first": "2027-03-01", "last": "2027-10-31", "amount": "120"}.items():
            editor.blocks[0].lines[name].setText(words)
        return False
    screen.pane.form.ensureWidgetVisible(editor.more)
    return not editor.more.visibleRegion().isEmpty()


def _removed(window: Window, _context: Context) -> None:
    screen = films_screen(window)
    screen.listing.select(screen.listing.model.ids[0])
    screen.remove_chosen()


def _rules(screen: ProgrammeScreen) -> None:
    screen.side.show_fit()
    page = screen.side.fit
    room = next(one for one in screen.findChildren(QScrollArea) if one.isAncestorOf(page))
    room.verticalScrollBar().setValue(page.rules.mapTo(page, page.rules.rect().topLeft()).y())


def _open_beside(screen: ProgrammeScreen) -> None:
    rows = screen.context.desks.programming.rows()
    screen.chooser.beside_chosen.emit(next(row.id for row in rows if row.id != screen.draft.programme.id))


def _clashing(screen: ProgrammeScreen) -> bool:
    """Ask for more films than the evening holds, once the rules of the programme are there."""
    fit = screen.side.fit
    if fit.results.why_not.clashes or fit.proposer.running:
        return bool(fit.results.why_not.clashes)
    count = fit.rules.rows[WishKind.COUNT]
    count.numbers[1].setValue(16)
    count.numbers[0].setValue(12)
    count.switch.setChecked(True)
    screen.propose.trigger()
    return False


def _looked_at(screen: ProgrammeScreen) -> bool:
    """Whether the first proposal is shown above what stands there now."""
    fit = screen.side.fit
    if fit.proposer.running or not fit.results.cards:
        return False
    fit.looked_at.emit(fit.results.cards[0].proposal)
    return screen.pane.compared.isVisible()


def _empty(window: Window, context: Context) -> None:
    films_screen(window)
    _without_nights(window, context)
    for programme in context.desks.programming.rows():
        context.desks.programming.remove(programme.id)
    context.desks.library.remove([row.id for row in context.desks.library.rows()])


def _without_nights(_window: Window, context: Context) -> None:
    for screening in context.desks.touring.screenings():
        assert screening.id is not None  # noqa: S101 - it was read
        context.desks.touring.remove_screening(screening.id)


def _no_night(place: str) -> View:
    def start(window: Window, context: Context) -> None:
        _without_nights(window, context)
        window.show_screen(place)

    return View(start, lambda window: window if not window.nights.all else None)


def _no_programme(place: str) -> View:
    """A night that has no programme yet."""

    def start(window: Window, context: Context) -> None:
        assert context.screening is not None  # noqa: S101 - the sample tour has nights
        context.work_on(context.desks.touring.save_screening(replace(context.screening, programme_id=None)))
        window.show_screen(place)

    return View(start, lambda window: window)


def _nothing_found(window: Window, _context: Context) -> None:
    films_screen(window).search.setText("qqqq")


def _emptied(screen: ProgrammeScreen) -> None:
    """Take everything out of the programme."""
    screen.order.select_keys([item.key for item in screen.draft.programme.items])
    window = screen.window()
    assert isinstance(window, Window)  # noqa: S101 - screens are in one
    act(window, "Remove from the programme")


def _offers_first_step(window: Window) -> QWidget | None:
    screen = films_screen(window)
    buttons = screen.findChildren(QPushButton)
    return window if any(b.isVisible() and b.text() == _("Open the sample tour") for b in buttons) else None


def _facets(window: Window, _context: Context) -> None:
    films_screen(window).listing.facets.buttons[Facet.COUNTRY].click()


def _popup(window: Window) -> QWidget | None:
    return next((popup for popup in window.findChildren(FacetPopup) if popup.isVisible()), None)


def _ballots(window: Window, context: Context) -> None:
    model = films_screen(window).listing.model
    titles = model.titles_of(model.ids[:3])
    assert context.desks.database.file is not None  # noqa: S101 - the sample tour is in a file
    file = context.desks.database.file.with_name("ballots.csv")
    lines = (f"{title},must,4,no" for title in (*titles, "Nobody"))
    file.write_text("\n".join(("Title,Anna: verdict,Anna: stars,Zoë: verdict", *lines)), encoding="utf-8")
    films_screen(window).committee.files.read(file)


def _published(window: Window, context: Context) -> None:
    """Publish the programme, and take its first item out again."""
    screen = programme_screen(window)

    def change() -> None:
        programme_id = screen.draft.programme.id
        assert programme_id is not None  # noqa: S101 - those of the sample tour are saved
        context.desks.programming.publish(programme_id)
        screen.links.refresh()
        screen.order.setCurrentIndex(screen.order.model().index(1, 0))
        act(window, "Remove from the programme")

    screen.builder.when_open(change)


def _difference(window: Window) -> QWidget | None:
    shown, wanted = _shown_dialog(window), programme_screen(window).band.show_since
    if shown is None and wanted.isVisible():
        wanted.click()
    return shown


def _palette(window: Window) -> QWidget | None:
    return next((palette for palette in window.findChildren(Palette) if palette.isVisible()), None)


SCREENS: Mapping[str, View] = {place.name: _screen(place.name) for place in PLACES}
"""The screens as they come."""

STATES: Mapping[str, View] = {
    "a film is read": View(_read, lambda window: window if films_screen(window).pane.film_id else None),
    "a film is edited": _of_films("Edit", lambda screen: screen.pane.editing),
    "several films are edited": _of_films("Edit", lambda screen: screen.pane.editing, chosen=2),
    "stills": _of_films("Stills", lambda screen: screen.listing.grid.isVisible()),
    "quality": _of_films("Quality", lambda screen: screen.quality.list.isVisible()),
    "a search": View(_search, lambda window: window if films_screen(window).search.text() else None),
    "a licence is typed": _of_films("Edit", _licensed),
    "a film was removed": View(_removed, lambda window: window if window.news.isVisible() else None),
    "the check of a page": _pasted(PAGE, lambda screen: screen.checking),
    "the check of a known film": _pasted(KNOWN, lambda screen: screen.checking),
    "the columns of a listing": _pasted(
        LISTING, lambda screen: screen.checking and screen.intake.mapping.isVisible()
    ),
    "an item of the programme": _of_programme(
        lambda screen: screen.order.setCurrentIndex(screen.order.model().index(1, 0)),
        lambda screen: screen.inspector.isVisible(),
    ),
    "an elastic item": _of_programme(_elastic, _in_sight),
    "proposals": _of_programme(
        lambda screen: screen.propose.trigger(),
        lambda screen: screen.side.fit.isVisible() and not screen.side.fit.proposer.running,
    ),
    "a proposal is looked at": _of_programme(lambda screen: screen.propose.trigger(), _looked_at),
    "the rules": _of_programme(_rules, lambda screen: screen.side.fit.isVisible()),
    "why nothing fits": _of_programme(lambda screen: screen.side.show_fit(), _clashing),
    "two programmes": _of_programme(
        _open_beside, lambda screen: screen.beside.isVisible() and screen.beside.builder.draft.is_open
    ),
    "a variation": _of_programme(
        lambda screen: screen.vary.trigger(), lambda screen: screen.links.from_master is not None
    ),
    "an empty library": View(_empty, _offers_first_step),
    "nothing is found": View(
        _nothing_found, lambda window: window if not films_screen(window).listing.model.ids else None
    ),
    "no night yet": _no_night("Programme"),
    "papers without a night": _no_night("Paper"),
    "no programme yet": _no_programme("Programme"),
    "papers without a programme": _no_programme("Paper"),
    "an empty programme": _of_programme(_emptied, lambda screen: not screen.draft.programme.items),
    "the values of a facet": View(_facets, _popup),
    "the palette": View(lambda window, _context: window.open_palette(), _palette),
}
"""What screens become."""

DIALOGS: Mapping[str, View] = {
    "a new night": _acted("New night…"),
    "the night": _acted("Change this night…"),
    "the tour": _acted("Change the tour…"),
    "the sponsors": _acted("Sponsors…"),
    "the keys": _acted("Keys…"),
    "who is judging": dialog_view(_judging),
    "ballots": dialog_view(_ballots),
    "changed since published": View(_published, _difference),
    "two records of one film": dialog_view(_merge),
    "another database": _start(None),
    "the database did not open": _start(ProblemForUser(LOCKED)),
    "a problem": dialog_view(lambda window, _context: window.show_error(ProblemForUser(PROBLEM))),
    "a bug": dialog_view(lambda window, _context: window.show_error(ValueError("a mistake"))),
}
"""What is asked in a window of its own."""

VIEWS: Mapping[str, View] = {**SCREENS, **STATES, **DIALOGS}
