import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.progress import Progress, stop_if_cancelled
from tourdesk.gui.actions import Act, add_action
from tourdesk.gui.context import Context
from tourdesk.gui.frame.places import Place
from tourdesk.gui.frame.status import TaskLine
from tourdesk.gui.problems import TroubleDialog
from tourdesk.gui.screen import Screen
from tourdesk.gui.tokens import SPACE_HUGE
from tourdesk.gui.window import Window
from tourdesk.touring.night import Screening


class Desk(Screen):
    """A screen that counts how often it came to the middle."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.times = 0
        self.left = False
        add_action(self, Act("Stamp", shortcut="Ctrl+T"), lambda: None)

    def shown(self) -> None:
        self.times += 1

    def leave(self) -> None:
        self.left = True


PLACES = (Place("Films", "films", Desk), Place("Paper", "paper", Desk))


def opened(qtbot: QtBot, context: Context) -> Window:
    made = Window(context, PLACES)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.nights.known)
    return made


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[Window]:
    yield (made := opened(qtbot, context))
    made.close()


def night_button(window: Window) -> QPushButton:
    button = window.header.findChild(QPushButton, "nightButton")
    assert button is not None
    return button


def header_words(window: Window) -> str:
    header = window.header
    labels = [label.text() for label in header.findChildren(QLabel)]
    return " ".join([*labels, *(button.text() for button in header.findChildren(QPushButton))])


def menu_of(window: Window) -> QMenu:
    menu = night_button(window).menu()
    menu.aboutToShow.emit()
    return menu


def test_the_first_screen_is_made_after_the_frame_and_the_others_when_they_are_shown(
    qtbot: QtBot, window: Window
) -> None:
    assert isinstance(window.screen_shown, Desk)
    assert len(window.findChildren(Desk)) == 1
    window.show_screen("Paper")
    assert len(window.findChildren(Desk)) == 2
    assert window.screen_shown.times == 1


def test_ctrl_and_a_digit_choose_a_screen(qtbot: QtBot, window: Window) -> None:
    films = window.screen_shown
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_shown is not films
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_shown is films


def test_the_rail_shows_where_one_is_and_says_its_keys(qtbot: QtBot, window: Window) -> None:
    films, paper = (b for b in window.findChildren(QToolButton) if b.text() in {"Films", "Paper"})
    assert films.isChecked()
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton)
    assert (films.isChecked(), paper.isChecked()) == (False, True)
    assert "Ctrl+2" in paper.toolTip()


def test_arrow_keys_walk_along_the_rail(qtbot: QtBot, window: Window) -> None:
    films, paper = (b for b in window.findChildren(QToolButton) if b.text() in {"Films", "Paper"})
    films.setFocus()
    QTest.keyClick(films, Qt.Key.Key_Down)
    assert paper.hasFocus()
    QTest.keyClick(paper, Qt.Key.Key_Space)
    assert paper.isChecked()


def test_the_last_screen_and_the_window_are_where_they_were(qtbot: QtBot, context: Context) -> None:
    first = opened(qtbot, context)
    first.show_screen("Paper")
    first.resize(780, 640)
    screen = first.screen_shown
    first.close()
    assert isinstance(screen, Desk)
    assert screen.left
    second = opened(qtbot, context)
    assert (second.width(), second.height()) == (780, 640)
    (paper,) = (b for b in second.findChildren(QToolButton) if b.text() == "Paper")
    assert paper.isChecked()
    second.close()


def test_without_nights_the_header_says_so_and_offers_to_make_one(window: Window) -> None:
    assert night_button(window).text() == "No night yet"
    assert [a.text() for a in menu_of(window).actions() if a.isEnabled() and a.text()] == ["New night…"]


def test_the_header_names_tour_night_place_and_slot(night: Screening, window: Window) -> None:
    said = header_words(window)
    assert "Trails 2027" in said
    assert "Assembly Rooms, Great Hall" in said
    assert "150 min to play" in said
    assert "Leura" in night_button(window).text()
    assert "Tue 18 May 2027" in night_button(window).text()


def test_the_menu_chooses_another_night(
    night: Screening, next_night: Screening, window: Window, context: Context
) -> None:
    assert context.screening == night
    (other,) = (action for action in menu_of(window).actions() if "19 May" in action.text())
    other.trigger()
    assert context.screening == next_night
    assert "Wed 19 May 2027" in night_button(window).text()


def test_a_night_is_removed_and_put_back(
    qtbot: QtBot, night: Screening, next_night: Screening, window: Window, context: Context
) -> None:
    (remove,) = (action for action in menu_of(window).actions() if action.text() == "Remove this night")
    with qtbot.waitSignal(context.news) as told:
        remove.trigger()
    qtbot.waitUntil(lambda: context.screening == next_night)
    assert told.args[0].sentence == "Leura · Tue 18 May 2027 · 19:00 was removed."
    (undo,) = (b for b in window.news.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "18 May" in night_button(window).text())
    assert [s.night for s in context.desks.touring.screenings()] == [night.night, next_night.night]


def test_the_night_of_last_time_is_worked_on_again(
    qtbot: QtBot, night: Screening, next_night: Screening, context: Context
) -> None:
    opened(qtbot, context).close()
    context.work_on(next_night)
    second = opened(qtbot, context)
    assert context.screening == next_night
    second.close()


def test_a_night_that_another_desk_moves_is_moved_here_too(
    qtbot: QtBot, night: Screening, window: Window, context: Context, desks: Desks
) -> None:
    desks.touring.save_venue(
        night.venue.__class__("Town Hall", "Leura", "Australia/Sydney", id=night.venue.id), ()
    )
    qtbot.waitUntil(lambda: context.screening is not None and context.screening.venue.name == "Town Hall")
    said = header_words(window)
    assert "Town Hall" in said


def test_news_come_one_after_the_other_and_their_button_acts(
    qtbot: QtBot, window: Window, context: Context
) -> None:
    undone: list[str] = []
    context.tell("“Balance” was removed.", "Undo", lambda: undone.append("Balance"))
    context.tell("“Rebound” was saved.")
    assert window.news.sentence == "“Balance” was removed."
    QTest.keyClick(window, Qt.Key.Key_F6)
    (button,) = (b for b in window.news.findChildren(QPushButton) if b.text() == "Undo")
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert undone == ["Balance"]
    assert window.news.sentence == "“Rebound” was saved."
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.news.sentence == ""


def test_the_same_news_are_not_told_twice_in_a_row(window: Window, context: Context) -> None:
    context.tell("There is no text on the clipboard.")
    context.tell("There is no text on the clipboard.")
    window.news.dismiss()
    assert window.news.sentence == ""


def test_enter_presses_the_button_that_has_the_focus(window: Window, context: Context) -> None:
    undone: list[str] = []
    context.tell("Balance removed", "Undo", lambda: undone.append("Balance"))
    window.news.focus_button()
    QTest.keyClick(window.news.findChildren(QPushButton)[0], Qt.Key.Key_Return)
    assert undone == ["Balance"]


def test_long_news_stay_inside_a_small_window(qtbot: QtBot, window: Window, context: Context) -> None:
    window.resize(700, 600)
    context.tell("“" + "A very long title " * 12 + "” was saved.", "Show", lambda: None)
    qtbot.waitUntil(window.news.isVisible)
    ground = window.news.parentWidget()
    assert ground is not None
    qtbot.waitUntil(lambda: ground.rect().contains(window.news.geometry()))


def test_news_lie_over_the_status_line_and_not_over_what_is_read(
    qtbot: QtBot, window: Window, context: Context
) -> None:
    window.resize(1280, 800)
    context.tell("“Rebound” was saved.", "Show", lambda: None)
    screen = window.screen_shown
    assert screen is not None
    qtbot.waitUntil(lambda: window.news.geometry().bottom() >= window.status.geometry().top())
    foot = screen.mapTo(window, screen.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: window.news.mapTo(window, QPoint()).y() > foot - SPACE_HUGE)


def test_slow_work_is_in_the_status_line_and_can_be_stopped(
    qtbot: QtBot, window: Window, context: Context
) -> None:
    def endless(progress: Progress) -> None:
        progress.at(34, 120)
        while True:
            stop_if_cancelled(progress)
            threading.Event().wait(0.01)

    task = context.tasks.run("Importing", endless, lambda _: None)
    qtbot.waitUntil(lambda: any(line.isVisible() for line in window.status.findChildren(TaskLine)))
    line = next(line for line in window.status.findChildren(TaskLine) if line.isVisible())
    qtbot.waitUntil(lambda: "34 of 120" in " ".join(label.text() for label in line.findChildren(QLabel)))
    (stop,) = line.findChildren(QToolButton)
    with qtbot.waitSignal(task.ended):
        stop.click()
    qtbot.waitUntil(lambda: not any(line.isVisible() for line in window.status.findChildren(TaskLine)))


def test_the_status_line_says_when_something_is_not_saved_yet(window: Window, context: Context) -> None:
    assert window.status.saved_words == "saved"
    context.say_saving("saving …")
    assert window.status.saved_words == "saving …"
    context.say_saving()
    assert window.status.saved_words == "saved"


def test_a_problem_that_nobody_handled_is_shown_and_the_window_stays(
    qtbot: QtBot, window: Window, context: Context
) -> None:
    def fails(_progress: Progress) -> None:
        raise ProblemForUser("The server does not answer; please try again.")

    context.tasks.run("Reading", fails, lambda _: None)
    qtbot.waitUntil(lambda: bool(window.findChildren(TroubleDialog)))
    (dialog,) = window.findChildren(TroubleDialog)
    assert "The server does not answer" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert window.isVisible()


def test_a_screen_can_ask_for_another_screen(window: Window, context: Context) -> None:
    context.show_screen("Paper")
    (paper,) = (b for b in window.findChildren(QToolButton) if b.text() == "Paper")
    assert paper.isChecked()


def test_every_action_of_the_window_has_a_name_and_no_shortcut_means_two_things(window: Window) -> None:
    window.show_screen("Paper")
    actions = window.actions_everywhere()
    assert all(action.text() for action in actions)
    keys = [
        action.shortcut().toString() for action in window.actions_everywhere() if action.shortcut().count()
    ]
    once = [key for key in keys if key != "Ctrl+T"]
    assert len(once) == len(set(once))


def test_every_control_of_the_frame_has_a_name_for_screen_readers(window: Window) -> None:
    nameless = [
        button
        for button in [*window.findChildren(QToolButton), *window.findChildren(QPushButton)]
        if not (button.accessibleName() or button.text()) and button.isVisible()
    ]
    assert nameless == []
