"""Opening a programme: the window waits for no database, and nothing that was done is lost on the way."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.programme.saving import SaveState
from tourdesk.gui.programme.screen import ProgrammeScreen
from tourdesk.gui.tasks import Tasks
from tourdesk.programming import editing
from tourdesk.programming.programme import Item, ItemKind, Programme
from tourdesk.touring.night import Screening


@pytest.fixture
def matinee(desks: Desks, night: Screening) -> Screening:
    """The showing two hours before, of a programme of its own."""
    programme = desks.programming.save(
        Programme("The matinee", (Item("raffle", ItemKind.RAFFLE, "Raffle", 600),))
    )
    times = ("access", "doors", "start", "curfew")
    earlier = {name: getattr(night.slot, name) - timedelta(hours=2) for name in times}
    slot = replace(night.slot, **earlier)
    return desks.touring.save_screening(replace(night, id=None, slot=slot, programme_id=programme.id))


@pytest.fixture
def news(context: Context) -> list[News]:
    told: list[News] = []
    context.news.connect(told.append)
    return told


def titles(screen: ProgrammeScreen) -> list[str]:
    return [item.title for item in screen.draft.programme.items]


def said_end(screen: ProgrammeScreen) -> str:
    rows = screen.order.order
    said = [str(rows.data(rows.index(row))) for row in range(rows.rowCount())]
    return next(words for words in said if " end, " in words)


def stored(desks: Desks, name: str) -> list[str]:
    return [item.title for item in desks.programming.find(name).items]


def test_a_night_shows_its_slot_before_its_programme_was_read(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, qtbot: QtBot
) -> None:
    context = screen.context
    context.tasks.held = True  # the database takes its time
    context.work_on(matinee)
    assert titles(screen) == []
    assert screen.draft.slot == matinee.slot
    assert not screen.publish.isEnabled()
    screen.builder.add_item(ItemKind.TRAILER, 0)  # a key pressed too early does nothing
    context.tasks.begin()
    qtbot.waitUntil(lambda: titles(screen) == ["Raffle"])
    assert screen.publish.isEnabled()


def test_a_second_showing_of_one_programme_has_its_own_clock_and_the_same_history(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, desks: Desks, qtbot: QtBot
) -> None:
    twice = desks.touring.save_screening(replace(matinee, programme_id=night.programme_id))
    screen.builder.move_later(["welcome"])
    assert said_end(screen) == "19:25:20 end, 2:04:40 before it must end"
    screen.context.work_on(twice)
    assert said_end(screen) == "17:25:20 end, 2:04:40 before it must end"
    screen.undo.trigger()
    assert titles(screen) == ["Welcome", "The Hard Way"]
    qtbot.waitUntil(lambda: screen.builder.saver.idle)


def test_a_programme_that_was_open_before_is_there_at_once(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, qtbot: QtBot
) -> None:
    context = screen.context
    context.work_on(matinee)
    qtbot.waitUntil(lambda: titles(screen) == ["Raffle"])
    context.tasks.held = True
    context.work_on(night)
    assert titles(screen) == ["Welcome", "The Hard Way"]
    screen.builder.move_later(["welcome"])
    context.tasks.begin()
    qtbot.waitUntil(lambda: context.tasks.running == 0 and screen.builder.saver.idle)
    assert titles(screen) == ["The Hard Way", "Welcome"]
    assert stored(context.desks, "The evening") == titles(screen)


def test_a_step_taken_just_before_leaving_is_there_on_the_return(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, desks: Desks, qtbot: QtBot
) -> None:
    context = screen.context
    screen.builder.move_later(["welcome"])
    context.work_on(matinee)
    context.work_on(night)
    assert titles(screen) == ["The Hard Way", "Welcome"]
    screen.builder.add_item(ItemKind.TRAILER, 0)
    qtbot.waitUntil(lambda: context.tasks.running == 0 and screen.builder.saver.idle)
    assert screen.builder.saver.state is SaveState.SAVED
    assert stored(desks, "The evening") == titles(screen) == ["Trailer", "The Hard Way", "Welcome"]


def test_what_another_desk_did_meanwhile_is_shown_on_the_return(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, desks: Desks, qtbot: QtBot
) -> None:
    context = screen.context
    context.work_on(matinee)
    qtbot.waitUntil(lambda: titles(screen) == ["Raffle"])
    desks.programming.save(editing.remove(desks.programming.find("The evening"), ["welcome"]))
    context.work_on(night)
    qtbot.waitUntil(lambda: titles(screen) == ["The Hard Way"])
    assert not screen.undo.isEnabled()


def test_what_could_not_be_saved_is_kept_while_another_programme_is_open(
    screen: ProgrammeScreen, night: Screening, matinee: Screening, desks: Desks, qtbot: QtBot
) -> None:
    context = screen.context
    screen.draft.step("Name", replace(screen.draft.programme, name="The matinee"))
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.FAILED)
    context.work_on(matinee)
    qtbot.waitUntil(lambda: titles(screen) == ["Raffle"])
    assert screen.trouble.isVisible()
    other = screen.draft.programme
    screen.draft.step("Name", replace(other, name="First Steps"))
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.SAVED or screen.trouble.isVisible())
    screen.trouble.again.click()
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.SAVED)
    assert stored(desks, "First Steps") == ["Raffle"]
    assert stored(desks, "The matinee") == ["Welcome", "The Hard Way"]


@pytest.mark.parametrize("wanted", ["Try again", "Close without saving"])
def test_closing_with_something_unsaved_asks_first(
    screen: ProgrammeScreen, matinee: Screening, desks: Desks, qtbot: QtBot, wanted: str
) -> None:
    screen.draft.step("Name", replace(screen.draft.programme, name="The matinee"))
    qtbot.waitUntil(lambda: screen.builder.saver.state is SaveState.FAILED)
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return  # it is still to come
        asked.append(box.text())
        desks.programming.save(replace(desks.programming.find("The matinee"), name="First Steps"))
        (button,) = (one for one in box.buttons() if one.text() == wanted)
        button.click()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    screen.leave()
    timer.stop()
    assert len(asked) == 1
    assert "already called “The matinee”" in asked[0]
    assert ("The matinee" in desks.programming.names().values()) == (wanted == "Try again")


def test_a_conflict_in_a_programme_that_was_left_keeps_both_versions(
    screen: ProgrammeScreen, matinee: Screening, desks: Desks, news: list[News], qtbot: QtBot
) -> None:
    context = screen.context
    context.tasks.held = True
    desks.programming.save(editing.remove(desks.programming.find("The evening"), ["welcome"]))
    screen.builder.add_item(ItemKind.TRAILER, 0)
    context.work_on(matinee)
    context.tasks.begin()
    qtbot.waitUntil(lambda: any("was kept as" in line.sentence for line in news))
    assert stored(desks, "The evening") == ["The Hard Way"]
    assert stored(desks, "The evening, from this desk") == ["Trailer", "Welcome", "The Hard Way"]
    screen.builder.move(["raffle"], 0)
    screen.builder.add_item(ItemKind.TRAILER, 0)
    qtbot.waitUntil(lambda: stored(desks, "The matinee") == ["Trailer", "Raffle"])


def test_steps_in_a_programme_that_another_desk_has_removed_are_kept_as_another_programme(
    screen: ProgrammeScreen, desks: Desks, news: list[News], qtbot: QtBot
) -> None:
    other = desks.programming.save(Programme("The other", (Item("raffle", ItemKind.RAFFLE, "Raffle", 600),)))
    assert other.id is not None
    screen.beside.open_programme(other.id)
    builder = screen.beside.builder
    qtbot.waitUntil(lambda: builder.draft.is_open)
    desks.programming.remove(other.id)
    builder.add_item(ItemKind.TRAILER, 0)
    qtbot.waitUntil(lambda: any("was kept as" in line.sentence for line in news))
    assert stored(desks, "The other, from this desk") == ["Trailer", "Raffle"]
    assert not builder.draft.is_open
    screen.builder.move_later(["welcome"])
    qtbot.waitUntil(lambda: stored(desks, "The evening") == ["The Hard Way", "Welcome"])


def test_a_programme_that_cannot_be_read_is_read_again_when_the_database_is_back(
    settings: QSettings, matinee: Screening, tmp_path: Path, desks: Desks, qtbot: QtBot
) -> None:
    context = Context(desks, Tasks(), settings)
    screen = ProgrammeScreen(context)
    qtbot.addWidget(screen)
    qtbot.waitUntil(lambda: context.tasks.running == 0)
    file, elsewhere = tmp_path / "festival.tourdesk", tmp_path / "unplugged.tourdesk"
    desks.database.close()
    file.rename(elsewhere)
    context.work_on(matinee)
    qtbot.waitUntil(screen.read_again.isEnabled)
    assert titles(screen) == []
    elsewhere.rename(file)
    screen.read_again.trigger()
    qtbot.waitUntil(lambda: titles(screen) == ["Raffle"] and context.tasks.running == 0)
    assert not screen.read_again.isEnabled()
    screen.leave()
    context.close()
