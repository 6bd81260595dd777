import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QMenu, QTableWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.gui.frame import elsewhere
from tourdesk.gui.frame.found import rank
from tourdesk.gui.frame.sponsors_dialog import SponsorsDialog
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.screen import Screen
from tourdesk.gui.theme import theme
from tourdesk.gui.window import Window
from tourdesk.library.films import Film
from tourdesk.library.finding.wanted import Wanted
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Screening


@pytest.fixture
def window(qtbot: QtBot, context: Context, night: Screening) -> Iterator[Window]:
    made = Window(context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.nights.known)
    yield made
    made.close()


def open_palette(qtbot: QtBot, window: Window) -> tuple[QLineEdit, QListWidget]:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(QFrame, "palette")
    assert palette is not None
    field, lines = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert field is not None
    assert lines is not None
    return field, lines


def words(lines: QListWidget) -> list[str]:
    return [lines.item(row).text() for row in range(lines.count())]


def test_it_stays_in_the_middle_of_a_window_that_becomes_another_size(qtbot: QtBot, window: Window) -> None:
    field, _lines = open_palette(qtbot, window)
    palette = field.parentWidget()
    assert palette is not None
    for size in (QSize(1800, 1000), QSize(1300, 900)):
        with qtbot.waitSignal(window.windowHandle().widthChanged):
            window.resize(size)
        assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1
        assert window.rect().contains(palette.geometry())


def title_shown(screen: QWidget | None) -> str:
    assert isinstance(screen, Screen)
    return screen.name


def test_a_film_is_found_by_a_few_letters_and_shown(qtbot: QtBot, window: Window, desks: Desks) -> None:
    window.show_screen("Paper")
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "rebou")
    qtbot.waitUntil(lambda: "Rebound" in words(lines))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title_shown(window.screen_shown) == "Films")
    films = window.screen_shown
    assert isinstance(films, FilmsScreen)
    qtbot.waitUntil(
        lambda: [row.title for row in desks.finding.rows(films.listing.selected())] == ["Rebound"]
    )


def test_a_film_that_the_search_hides_is_shown_from_the_palette(
    qtbot: QtBot, window: Window, desks: Desks
) -> None:
    films = window.screen_shown
    assert isinstance(films, FilmsScreen)
    films.search.setText("Balance")
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "rebou")
    qtbot.waitUntil(lambda: "Rebound" in words(lines))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [row.title for row in desks.finding.rows(films.listing.selected())] == ["Rebound"]
    )


def test_a_saved_search_is_found_and_its_films_are_shown(
    qtbot: QtBot, window: Window, desks: Desks, context: Context
) -> None:
    desks.library.save([Film("Zebra Jump")])
    desks.finding.save_search("What jumps", Wanted("zebra"))
    window.show_screen("Paper")
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "what ju")
    qtbot.waitUntil(lambda: words(lines) == ["What jumps"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title_shown(window.screen_shown) == "Films")
    films = window.screen_shown
    assert isinstance(films, FilmsScreen)
    assert films.search.text() == "zebra"
    qtbot.waitUntil(
        lambda: [row.title for row in desks.finding.rows(films.listing.model.ids)] == ["Zebra Jump"]
    )


def test_a_sponsor_is_found_and_opened(qtbot: QtBot, window: Window, desks: Desks) -> None:
    desks.sponsors.save([Sponsor("Lamplight"), Sponsor("Northern Boots")], None)
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "north")
    qtbot.waitUntil(lambda: "Northern Boots" in words(lines))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(SponsorsDialog) is not None)
    dialog = window.findChild(SponsorsDialog)
    assert dialog is not None
    chosen = dialog.findChild(QListWidget)
    assert chosen is not None
    assert chosen.currentItem().text() == "Northern Boots"
    dialog.close()


def test_an_action_is_done_by_its_name(qtbot: QtBot, window: Window) -> None:
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "paper")
    row = next(
        row
        for row in range(lines.count())
        if "Ctrl+3" in lines.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    for _step in range(row):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title_shown(window.screen_shown) == "Paper")


def test_what_the_menu_offers_is_found_and_done(qtbot: QtBot, window: Window) -> None:
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "about tour")
    assert words(lines)[0] == "About TourDesk"
    field.setText("appearance dark")
    assert words(lines) == ["Appearance: Dark"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: theme().tokens.dark)


def test_every_line_of_the_menu_is_offered(qtbot: QtBot, window: Window) -> None:
    (menu,) = [button.menu() for button in window.findChildren(QToolButton) if button.text() == "More"]
    parts = [part for line in menu.actions() if isinstance(part := line.menu(), QMenu)]
    assert len(parts) == 3
    plain = [line.text() for line in menu.actions() if line.text() and line.menu() is None]
    choices = [f"{part.title()}: {choice.text()}" for part in parts for choice in part.actions()]
    field, lines = open_palette(qtbot, window)
    for line in (*plain, *choices):
        field.setText(line.rstrip("…"))
        assert any(said.startswith(line.rstrip("…")) for said in words(lines)), line


def test_a_programme_brings_its_night(qtbot: QtBot, window: Window, next_night: Screening) -> None:
    window.nights.read()
    qtbot.waitUntil(lambda: len(window.nights.all) == 2)
    window._context.work_on(next_night)
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "the evening")
    qtbot.waitUntil(lambda: words(lines)[:1] == ["The evening"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title_shown(window.screen_shown) == "Programme")
    assert window._context.screening is not None
    assert window._context.screening.night < next_night.night


def choose(field: QLineEdit, lines: QListWidget, name: str) -> None:
    """Go down to a line and press Enter."""
    for _step in range(words(lines).index(name)):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_act_of_another_screen_is_offered_with_its_place_and_done_there(
    qtbot: QtBot, window: Window, context: Context
) -> None:
    assert title_shown(window.screen_shown) == "Films"
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "rename")
    rename = "Rename this programme"
    assert words(lines)[0] == rename
    assert lines.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{rename} Action on Programme"
    choose(field, lines, rename)
    # The screen is made, the programme read, and only then can it be renamed.
    qtbot.waitUntil(lambda: title_shown(window.screen_shown) == "Programme")
    screen = window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    name = screen.inspector.evening.name
    qtbot.waitUntil(name.hasFocus)
    assert name.selectedText() == "The evening"


def test_an_act_that_cannot_be_done_there_is_told(qtbot: QtBot, window: Window, context: Context) -> None:
    context.work_on(None)
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "rename")
    choose(field, lines, "Rename this programme")
    qtbot.waitUntil(
        lambda: "“Rename this programme” cannot be done here" in window.news.sentence, timeout=30_000
    )
    assert title_shown(window.screen_shown) == "Programme"


def test_an_act_waits_as_long_as_something_is_under_way(
    qtbot: QtBot, window: Window, context: Context, night: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "PATIENCE", 20)
    context.work_on(None)
    made = threading.Event()
    context.tasks.run("Making a paper", lambda _progress: made.wait(), lambda _done: None)
    try:
        window.do_on("Programme", "Rename this programme")
        qtbot.wait(200)
        assert "cannot be done" not in window.news.sentence
        context.work_on(night)
        screen = window.screen_shown
        assert isinstance(screen, ProgrammeScreen)
        qtbot.waitUntil(screen.inspector.evening.name.hasFocus)
    finally:
        made.set()


def test_an_act_is_not_done_any_more_for_who_has_gone_on(
    qtbot: QtBot, window: Window, context: Context, night: Screening
) -> None:
    context.work_on(None)
    window.do_on("Programme", "Rename this programme")
    screen = window.screen_shown
    assert isinstance(screen, ProgrammeScreen)
    window.show_screen("Films")
    context.work_on(night)
    qtbot.waitUntil(lambda: screen.draft.is_open and context.tasks.running == 0)
    qtbot.wait(1)
    assert screen.inspector.evening.name.selectedText() == ""


def test_what_is_offered_here_is_not_offered_once_more_from_elsewhere(qtbot: QtBot, window: Window) -> None:
    for place, other in (("Programme", "Read the film page"), ("Films", "Propose evenings")):
        window.show_screen(place)
        qtbot.waitUntil(lambda: window._context.tasks.running == 0)
        field, lines = open_palette(qtbot, window)
        QTest.keyClicks(field, "new programme" if place == "Programme" else "new film")
        assert len(words(lines)) == 1
        field.clear()
        QTest.keyClicks(field, other)
        assert len(words(lines)) == 1
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_it_opens_once_however_often_its_keys_are_pressed(qtbot: QtBot, window: Window) -> None:
    open_palette(qtbot, window)
    window.open_palette()
    qtbot.waitUntil(lambda: len(window.findChildren(QFrame, "palette")) == 1)


def test_what_nothing_is_called_says_so(qtbot: QtBot, window: Window) -> None:
    field, lines = open_palette(qtbot, window)
    QTest.keyClicks(field, "zzz")
    assert lines.isHidden()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()


def test_the_list_of_keys_names_each_action_with_a_key(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    table = window.findChild(QTableWidget)
    assert table is not None
    model = table.model()
    rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert rows["Ctrl+K"] == "Find anything"
    assert rows["Ctrl+3"] == "Paper"
    assert rows["F6"] == "Go to the news"


@pytest.mark.parametrize(
    ("name", "typed", "place"),
    [
        ("Running The Roof", "run", 0),
        ("Running The Roof", "roof", 1),
        ("Running The Roof", "oof", 2),
        ("Running The Roof", "ru ro", 1),
        ("Running The Roof", "running the", 0),
        ("Écran", "ecr", 0),
        ("Running The Roof", "walk", None),
        ("Anything", "", 0),
    ],
)
def test_how_well_letters_name_something(name: str, typed: str, place: int | None) -> None:
    assert rank(name, typed) == place
