"""Building a programme with the keyboard: what happens on the screen, and what lands in the database."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context
from tourdesk.gui.programme.rows import EndRow, ItemRow
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.programming.programme import ItemKind
from tourdesk.touring.night import Screening

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def titles(screen: ProgrammeScreen) -> list[str]:
    return [row.timed.item.title for row in screen.order.order.rows if isinstance(row, ItemRow)]


def end(screen: ProgrammeScreen) -> str:
    last = screen.order.order.rows[-1]
    assert isinstance(last, EndRow)
    return last.clock


def select(screen: ProgrammeScreen, *wanted: str) -> None:
    items = screen.draft.programme.items
    screen.order.select_keys([item.key for item in items if item.title in wanted])


def saved(screen: ProgrammeScreen, desks: Desks, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: screen.builder.saver.idle)
    programme_id = screen.draft.programme.id
    assert programme_id is not None
    return [item.title for item in desks.programming.programme(programme_id).items]


def add_from_library(screen: ProgrammeScreen, title: str, qtbot: QtBot) -> None:
    library = screen.library
    library.search.setText(title)
    qtbot.waitUntil(lambda: [row.title for row in library.list.films.rows] == [title])
    QTest.keyClick(library.search, KEY.Key_Return)
    QTest.keyClick(library.list, KEY.Key_Return)


def test_enter_on_a_film_adds_it_behind_the_selected_item(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    select(screen, "Welcome")
    add_from_library(screen, "Balance", qtbot)
    assert titles(screen) == ["Welcome", "Balance", "The Hard Way"]
    assert screen.order.selected_keys() == [screen.draft.programme.items[1].key]
    assert saved(screen, desks, qtbot) == titles(screen)


def test_films_added_one_after_another_stand_in_that_order(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    screen.order.clearSelection()
    for title in ("Balance", "Rebound"):
        add_from_library(screen, title, qtbot)
    assert titles(screen) == ["Welcome", "The Hard Way", "Balance", "Rebound"]


def test_alt_down_moves_the_selection_and_keeps_it(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    select(screen, "Welcome")
    screen.order.setFocus()
    QTest.keyClick(screen.order, KEY.Key_Down, ALT)
    assert titles(screen) == ["The Hard Way", "Welcome"]
    assert screen.order.selected_keys() == ["welcome"]
    assert saved(screen, desks, qtbot) == ["The Hard Way", "Welcome"]
    QTest.keyClick(screen.order, KEY.Key_Up, ALT)
    assert titles(screen) == ["Welcome", "The Hard Way"]


def test_the_end_follows_a_duration_while_it_is_typed(screen: ProgrammeScreen, qtbot: QtBot) -> None:
    assert end(screen) == "19:25:20"
    select(screen, "Welcome")
    screen.order.setFocus()
    QTest.keyClick(screen.order, KEY.Key_F2)
    editor = screen.order.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "12:30")
    assert end(screen) == "19:32:50"
    assert "19:32:50" in screen.bar.accessibleDescription()
    assert screen.draft.stack.count() == 0
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: screen.draft.stack.undoText() == "Duration of “Welcome”")
    assert end(screen) == "19:32:50"


def test_escape_while_typing_a_duration_leaves_everything_as_it_was(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    QTest.keyClick(screen.order, KEY.Key_Return)
    editor = screen.order.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "59")
    assert end(screen) == "20:19:20"
    QTest.keyClick(editor, KEY.Key_Escape)
    assert end(screen) == "19:25:20"
    assert screen.draft.stack.count() == 0


def test_what_is_no_duration_is_said_in_the_row_and_the_field_stays_open(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    QTest.keyClick(screen.order, KEY.Key_F2)
    editor = screen.order.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "soon")
    QTest.keyClick(editor, KEY.Key_Return)
    assert editor.isVisible()
    assert "“soon” is no duration" in screen.order.rows_delegate.problem
    assert end(screen) == "19:25:20"


def test_a_duration_typed_in_the_inspector_is_shown_at_once_and_taken_back_by_escape(
    screen: ProgrammeScreen,
) -> None:
    select(screen, "Welcome")
    duration = screen.inspector.item.duration
    duration.setFocus()
    duration.selectAll()
    QTest.keyClicks(duration, "7")
    assert end(screen) == "19:27:20"
    QTest.keyClick(duration, KEY.Key_Escape)
    assert (duration.text(), end(screen)) == ("5:00", "19:25:20")
    duration.selectAll()
    QTest.keyClicks(duration, "8")
    QTest.keyClick(duration, KEY.Key_Return)
    assert (duration.text(), end(screen)) == ("8:00", "19:28:20")


def test_what_is_no_duration_in_the_inspector_leaves_the_clock_alone(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    item = screen.inspector.item
    item.duration.setFocus()
    item.duration.selectAll()
    QTest.keyClicks(item.duration, "7x")
    QTest.keyClick(item.duration, KEY.Key_Return)
    assert end(screen) == "19:25:20"
    assert "is no duration" in item.duration_problem.text()
    select(screen, "The Hard Way")
    select(screen, "Welcome")
    assert item.duration.text() == "5:00"
    assert not item.duration_problem.isVisible()


def test_the_gap_of_one_item_is_its_own(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    gap = screen.inspector.item.gap
    gap.setFocus()
    QTest.keyClicks(gap, "2:00")
    QTest.keyClick(gap, KEY.Key_Return)
    assert end(screen) == "19:27:00"
    gap.selectAll()
    QTest.keyClick(gap, KEY.Key_Delete)
    QTest.keyClick(gap, KEY.Key_Return)
    assert (screen.draft.programme.items[0].gap_after, end(screen)) == (None, "19:25:20")


def test_the_run_time_of_a_film_is_not_typed_in_the_programme(screen: ProgrammeScreen) -> None:
    select(screen, "The Hard Way")
    index = screen.order.currentIndex()
    assert not screen.order.order.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_delete_removes_and_selects_what_stood_behind(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    select(screen, "Welcome")
    screen.order.setFocus()
    QTest.keyClick(screen.order, KEY.Key_Delete)
    assert titles(screen) == ["The Hard Way"]
    assert screen.order.selected_keys() == [screen.draft.programme.items[0].key]
    assert saved(screen, desks, qtbot) == ["The Hard Way"]


def test_an_intermission_splits_the_evening_into_halves(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    screen.builder.add_item(ItemKind.INTERMISSION, screen.order.insert_position())
    said = [screen.order.order.data(screen.order.order.index(row)) for row in range(7)]
    assert said == [
        "First half, 5:00",
        "Welcome",
        "Intermission",
        "Second half, 20:00",
        "The Hard Way",
        "19:40:00 end, 1:50:00 before it must end",
        None,
    ]


def test_every_kind_of_item_can_be_inserted_from_the_menu(screen: ProgrammeScreen) -> None:
    before = len(titles(screen))
    for action in screen.insert_kinds:
        action.trigger()
    kinds = {item.kind for item in screen.draft.programme.items}
    assert kinds == set(ItemKind)
    assert len(titles(screen)) == before + len(screen.insert_kinds)
    assert all(item.seconds for item in screen.draft.programme.items)


def test_undo_to_the_beginning_restores_exactly_and_redo_comes_back(
    screen: ProgrammeScreen, film_ids: dict[str, int], desks: Desks, qtbot: QtBot
) -> None:
    first = screen.draft.programme.items
    screen.builder.add_films(list(film_ids.values()), 1)
    screen.builder.move_later(["welcome"])
    screen.builder.set_typed_seconds("welcome", "7")
    screen.builder.set_usual_gap(45)
    last = screen.draft.programme
    screen.order.setFocus()
    for _ in range(4):
        QTest.keyClick(screen.order, KEY.Key_Z, CONTROL)
    assert screen.draft.programme.items == first
    assert screen.draft.programme.gap_seconds == 20
    assert saved(screen, desks, qtbot) == ["Welcome", "The Hard Way"]
    for _ in range(4):
        QTest.keyClick(screen.order, KEY.Key_Z, CONTROL | SHIFT)
    assert screen.draft.programme.items == last.items
    assert saved(screen, desks, qtbot) == [item.title for item in last.items]


def test_the_undo_button_names_the_step_and_the_history_goes_back_to_any(screen: ProgrammeScreen) -> None:
    screen.builder.add_item(ItemKind.RAFFLE, 1)
    screen.builder.move_later(["welcome"])
    assert screen.undo.toolTip() == "Undo: Move “Welcome” down (Ctrl+Z)"
    menu = screen.history.menu()
    menu.aboutToShow.emit()
    steps = menu.actions()
    assert [step.text() for step in steps] == ["Move “Welcome” down", "Add “Raffle”", "As it was opened"]
    steps[-1].trigger()
    assert titles(screen) == ["Welcome", "The Hard Way"]
    assert screen.redo.toolTip().startswith("Redo: Add “Raffle”")


def test_an_evening_that_runs_over_says_so_everywhere(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    roof = film_ids["Running The Roof"]
    screen.builder.add_films([roof, roof, roof], 2)
    order = screen.draft.order
    assert order is not None
    assert order.margin < 0
    assert "after it must end" in screen.bar.accessibleDescription()
    screen.order.clearSelection()
    evening = screen.inspector.evening
    assert ("Over", "35:20") in evening.totals.lines
    assert any("after it must" in sentence for sentence in evening.findings.sentences)


def test_what_was_built_is_there_when_the_screen_is_opened_again(
    screen: ProgrammeScreen, context: Context, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    screen.builder.add_films([film_ids["Rebound"]], 2)
    screen.leave()
    again = ProgrammeScreen(context)
    qtbot.addWidget(again, before_close_func=lambda closing: closing.leave())
    qtbot.waitUntil(lambda: titles(again) == ["Welcome", "The Hard Way", "Rebound"])


def test_films_in_the_programme_are_marked_in_the_library(
    screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    marked = screen.library.list.film_delegate.in_programme
    assert marked == frozenset({film_ids["The Hard Way"]})


def test_the_keys_for_the_ends_of_the_library_go_to_its_first_and_its_last_film(
    screen: ProgrammeScreen, qtbot: QtBot
) -> None:
    films = screen.library.list
    films.setFocus()
    QTest.keyClick(films, KEY.Key_End)
    assert films.selected_films() == [films.films.ids[-1]]
    QTest.keyClick(films, KEY.Key_Home, SHIFT)
    assert films.selected_films() == list(films.films.ids)


def test_the_library_can_show_only_what_still_fits(
    qtbot: QtBot, screen: ProgrammeScreen, film_ids: dict[str, int]
) -> None:
    roof = film_ids["Running The Roof"]
    screen.builder.add_films([roof, roof], 2)
    screen.library.fits.setChecked(True)
    qtbot.waitUntil(lambda: [row.title for row in screen.library.list.films.rows] == ["Balance", "Rebound"])


def test_a_text_for_the_mc_is_one_step_however_it_was_typed(
    screen: ProgrammeScreen, desks: Desks, qtbot: QtBot
) -> None:
    select(screen, "Welcome")
    script = screen.inspector.item.script
    script.setFocus()
    QTest.keyClicks(script, "Good evening")
    script.finish()
    QTest.keyClicks(script, ", friends")
    screen.order.setFocus()
    assert screen.draft.programme.items[0].script == "Good evening, friends"
    assert screen.draft.stack.count() == 1
    saved(screen, desks, qtbot)
    assert desks.programming.find("The evening").items[0].script == "Good evening, friends"


def test_undo_inside_a_text_field_undoes_the_last_step_of_the_screen(screen: ProgrammeScreen) -> None:
    select(screen, "Welcome")
    cue = screen.inspector.item.cue
    cue.setFocus()
    QTest.keyClicks(cue, "Lights")
    QTest.keyClick(QApplication.focusWidget() or cue, KEY.Key_Z, CONTROL)
    assert screen.draft.programme.items[0].cue == ""
    assert cue.toPlainText() == ""


def test_the_night_can_show_no_programme_yet(
    screen: ProgrammeScreen, context: Context, night: Screening, desks: Desks, qtbot: QtBot
) -> None:
    screen.remove_programme.setEnabled(True)
    screen.choosing.remove(screen.draft.programme)
    qtbot.waitUntil(lambda: not screen.draft.is_open)
    assert desks.programming.rows() == []
    screen.new.trigger()
    qtbot.waitUntil(lambda: screen.draft.is_open)
    assert screen.draft.programme.name == "New programme"
    assert screen.inspector.evening.name.selectedText() == "New programme"
