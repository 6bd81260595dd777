"""What can be done with items of a programme: elastic, pinned, during the intermission, swapped, copied."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.rows import ItemRow, WaitRow
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.library.films import Version
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.touring.night import Screening

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Made = Callable[[Screening | None], ProgrammeScreen]


@pytest.fixture
def evening(desks: Desks, night: Screening, film_ids: dict[str, int]) -> Screening:
    """A welcome, a film, an intermission, a film and questions."""
    programme = desks.programming.find("The evening")
    items = (
        *programme.items,
        Item("pause", ItemKind.INTERMISSION, "Intermission", 900),
        replace(desks.programming.film_item(film_ids["Rebound"]), key="rebound"),
        Item("qa", ItemKind.QA, "Questions", 600),
    )
    desks.programming.save(replace(programme, items=items))
    return night


@pytest.fixture
def news(context: Context) -> list[str]:
    told: list[str] = []

    def hear(news: News) -> None:
        told.append(news.sentence)

    context.news.connect(hear)
    return told


def keys(screen: ProgrammeScreen) -> list[str]:
    return [item.title for item in screen.draft.programme.items]


def press(screen: ProgrammeScreen, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    screen.order.setFocus()
    QTest.keyClick(screen.order, key, held)


def test_two_lengths_with_a_dash_make_an_item_elastic(
    make_screen: Made, evening: Screening, qtbot: QtBot
) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["qa"])
    press(screen, KEY.Key_F2)
    editor = screen.order.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "5-20")
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: screen.draft.programme.item("qa").bounds == (300, 1200))
    model = screen.order.order
    said = str(model.data(model.index_of("qa"), Qt.ItemDataRole.AccessibleTextRole))
    assert "5:00 to 20:00" in said


def test_the_switch_makes_elastic_and_fixes_again_at_what_the_clock_gave(
    make_screen: Made, evening: Screening
) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["qa"])
    panel = screen.inspector.item
    assert not panel.least.isVisible()
    panel.elastic.click()
    assert screen.draft.programme.item("qa").bounds == (300, 1200)
    assert (panel.least.text(), panel.most.text()) == ("5:00", "20:00")
    panel.most.setFocus()
    panel.most.selectAll()
    QTest.keyClicks(panel.most, "15")
    QTest.keyClick(panel.most, KEY.Key_Return)
    assert screen.draft.programme.item("qa").bounds == (300, 900)
    press(screen, KEY.Key_E, CONTROL)
    assert screen.draft.programme.item("qa").bounds == (900, 900)


def test_a_pin_is_typed_and_what_is_waited_for_it_is_a_row(make_screen: Made, evening: Screening) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["rebound"])
    press(screen, KEY.Key_P, CONTROL, SHIFT)
    field = QApplication.focusWidget()
    assert field is screen.inspector.item.pin
    QTest.keyClicks(field, "20.00")
    QTest.keyClick(field, KEY.Key_Return)
    assert screen.draft.programme.item("rebound").pinned == time(20)
    waits = [row for row in screen.order.order.rows if isinstance(row, WaitRow)]
    assert [(row.clock, row.seconds) for row in waits] == [("20:00:00", 19 * 60 + 40)]
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, KEY.Key_Return)
    assert screen.draft.programme.item("rebound").pinned == time(20)
    assert field.property("problem")


def test_a_pin_to_the_second_is_said_to_the_second(make_screen: Made, evening: Screening) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["rebound"])
    press(screen, KEY.Key_P, CONTROL, SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "8:00:30 pm")
    QTest.keyClick(field, KEY.Key_Return)
    model = screen.order.order
    said = str(model.data(model.index_of("rebound"), Qt.ItemDataRole.AccessibleTextRole))
    assert "pinned to 20:00:30" in said
    assert screen.draft.stack.undoText() == "Pin “Rebound” to 20:00:30"
    assert field.text() == "20:00:30"


def test_an_item_is_shown_during_the_intermission_by_key_and_taken_out_again(
    make_screen: Made, evening: Screening
) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["rebound"])
    press(screen, KEY.Key_Right, ALT)
    assert screen.draft.programme.item("rebound").inside == "pause"
    assert screen.undo.toolTip().startswith("Undo: Show “Rebound” during “Intermission”")
    press(screen, KEY.Key_Left, ALT)
    assert screen.draft.programme.item("rebound").inside is None
    assert keys(screen) == ["Welcome", "The Hard Way", "Intermission", "Rebound", "Questions"]


def test_a_film_shown_during_the_intermission_counts_among_all_films(
    make_screen: Made, evening: Screening
) -> None:
    screen = make_screen(evening)
    totals = screen.inspector.evening.totals
    assert ("All 2 films", "33:00") in totals.lines
    screen.builder.nest(["rebound"])
    assert ("All 2 films", "33:00") in totals.lines


def test_a_drop_on_an_intermission_means_during_it(make_screen: Made, evening: Screening) -> None:
    screen = make_screen(evening)
    model = screen.order.order
    mime = model.mimeData([model.index_of("qa")])
    model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, model.index_of("pause"))
    assert screen.draft.programme.item("qa").inside == "pause"
    row = model.row_at(model.index_of("qa"))
    assert isinstance(row, ItemRow)
    assert row.clock == "19:25:20"


def test_two_selected_items_are_swapped(make_screen: Made, evening: Screening, news: list[str]) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["welcome", "qa"])
    press(screen, KEY.Key_X, CONTROL, SHIFT)
    assert keys(screen) == ["Questions", "The Hard Way", "Intermission", "Rebound", "Welcome"]
    screen.builder.nest(["rebound"])
    screen.builder.swap(["rebound", "pause"])
    assert news == ["An intermission cannot run during another one; these two stay."]


def test_parts_are_split_behind_the_selected_item_and_merged_again(
    make_screen: Made, evening: Screening
) -> None:
    screen = make_screen(evening)
    screen.order.select_keys(["welcome"])
    press(screen, KEY.Key_I, CONTROL, SHIFT)
    assert screen.draft.order is not None
    assert len(screen.draft.order.parts) == 3
    assert "Split behind “Welcome”" in screen.undo.toolTip()
    screen.order.select_keys(["welcome"])
    press(screen, KEY.Key_M, CONTROL, SHIFT)
    assert keys(screen) == ["Welcome", "The Hard Way", "Intermission", "Rebound", "Questions"]


def test_items_are_copied_and_pasted_with_all_that_they_say(make_screen: Made, evening: Screening) -> None:
    screen = make_screen(evening)
    screen.builder.set_cue("qa", "House lights")
    screen.order.select_keys(["rebound", "qa"])
    press(screen, KEY.Key_C, CONTROL)
    screen.order.select_keys(["welcome"])
    press(screen, KEY.Key_V, CONTROL)
    assert keys(screen)[:3] == ["Welcome", "Rebound", "Questions"]
    pasted = screen.draft.programme.items[2]
    assert pasted.cue == "House lights"
    assert len({item.key for item in screen.draft.programme.items}) == 7
    screen.order.select_keys([pasted.key])
    press(screen, KEY.Key_X, CONTROL)
    assert len(screen.draft.programme.items) == 6


def test_a_clipboard_without_items_is_said(make_screen: Made, evening: Screening, news: list[str]) -> None:
    screen = make_screen(evening)
    QApplication.clipboard().setText("hello")
    press(screen, KEY.Key_V, CONTROL)
    assert len(screen.draft.programme.items) == 5
    assert news == ["There are no items of a programme on the clipboard; please copy some first."]


def test_a_way_out_is_one_step_under_its_name(make_screen: Made, evening: Screening, qtbot: QtBot) -> None:
    screen = make_screen(evening)
    screen.builder.pin("rebound", time(19, 10))
    screen.order.select_keys(["rebound"])
    (line,) = [line for line in screen.inspector.item.findings.lines if "pinned" in line.finding.sentence]
    way, mend = line.ways
    assert mend.name == "Mend it with the fewest changes"
    way.click()
    assert screen.draft.programme.item("rebound").pinned is None
    assert screen.draft.stack.undoText() == "Let “Rebound” start when it can"


def test_a_film_that_changed_since_is_told_and_its_length_accepted(
    make_screen: Made, evening: Screening, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    screen = make_screen(evening)
    film = desks.library.film(film_ids["Rebound"])
    longer = Version(film.version.name, 20 * 60, id=film.version.id)
    desks.library.save([replace(film, versions=(longer,))])
    qtbot.waitUntil(lambda: screen.draft.programme.item("rebound").seconds == 20 * 60)
    screen.deeds.acknowledge.trigger()
    assert screen.draft.programme.item("rebound").known_seconds == 20 * 60
    assert screen.draft.stack.undoText() == "Take note of “Rebound”"


# Two programmes side by side.


@pytest.fixture
def other(desks: Desks) -> Programme:
    return desks.programming.save(
        Programme(
            "The other",
            (Item("raffle", ItemKind.RAFFLE, "Raffle", 300), Item("ad", ItemKind.SPONSOR_SPOT, "Ad", 30)),
        )
    )


def open_beside(screen: ProgrammeScreen, programme: Programme, qtbot: QtBot) -> None:
    assert programme.id is not None
    screen.beside.open_programme(programme.id)
    qtbot.waitUntil(lambda: screen.beside.builder.draft.is_open)


def test_another_programme_stands_beside_with_its_own_totals_and_closes_with_escape(
    make_screen: Made, evening: Screening, other: Programme, qtbot: QtBot
) -> None:
    screen = make_screen(evening)
    open_beside(screen, other, qtbot)
    assert screen.beside.isVisible()
    assert "Ends 19:05:30" in screen.beside.totals.text()
    QTest.keyClick(screen.beside.pane.order, KEY.Key_Escape)
    assert not screen.beside.isVisible()


def test_items_dragged_from_beside_are_copied_and_stay_where_they_were(
    make_screen: Made, evening: Screening, other: Programme, qtbot: QtBot
) -> None:
    screen = make_screen(evening)
    open_beside(screen, other, qtbot)
    theirs, ours = screen.beside.pane.order.order, screen.order.order
    mime = theirs.mimeData([theirs.index_of("raffle")])
    ours.dropMimeData(mime, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert keys(screen)[0] == "Raffle"
    assert [item.title for item in screen.beside.builder.draft.programme.items] == ["Raffle", "Ad"]
    assert screen.draft.stack.undoText() == "Copy “Raffle” from “The other”"


def test_keys_work_in_the_order_that_has_the_keyboard(
    make_screen: Made, evening: Screening, other: Programme, desks: Desks, qtbot: QtBot
) -> None:
    screen = make_screen(evening)
    open_beside(screen, other, qtbot)
    order, builder = screen.beside.pane.order, screen.beside.builder
    order.select_keys(["raffle"])
    QTest.keyClick(order, KEY.Key_Down, ALT)
    assert [item.title for item in builder.draft.programme.items] == ["Ad", "Raffle"]
    assert screen.draft.stack.count() == 0
    qtbot.waitUntil(lambda: builder.saver.idle)
    assert [item.title for item in desks.programming.find("The other").items] == ["Ad", "Raffle"]
    assert screen.undo.toolTip().startswith("Undo: Move “Raffle” down")
    QTest.keyClick(order, KEY.Key_Z, CONTROL)
    assert [item.title for item in builder.draft.programme.items] == ["Raffle", "Ad"]
    assert len(screen.draft.programme.items) == 5
