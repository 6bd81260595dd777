"""A fact of a film is changed where it stands; one step, taken back with Ctrl+Z."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.gui.context import News
from tourdesk.gui.films.detail.in_place import InPlace
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Film

Settle = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


def field(screen: FilmsScreen, name: str) -> InPlace:
    return screen.pane.detail.in_place(name)


def box(screen: FilmsScreen, name: str) -> QWidget:
    editor = field(screen, name).editor
    assert editor is not None
    return next(widget for widget in editor.widgets() if widget.isVisible())


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def film(screen: FilmsScreen, film_ids: dict[str, int], title: str = "Desert Runners") -> Film:
    return screen.context.desks.library.film(film_ids[title])


@pytest.fixture
def shown(screen: FilmsScreen, film_ids: dict[str, int], settle: Settle) -> FilmsScreen:
    """The screen with “Desert Runners” to be read."""
    screen.listing.select(film_ids["Desert Runners"])
    settle()
    return screen


def test_a_clicked_fact_is_typed_and_enter_keeps_it(
    shown: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    QTest.mouseClick(field(shown, "year").words, Qt.MouseButton.LeftButton)
    line = box(shown, "year")
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "2013"
    QTest.keyClicks(line, "2014")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert film(shown, film_ids).year == 2014
    assert field(shown, "year").words.text() == "2014"
    assert news[-1].sentence == "Year of “Desert Runners” changed."
    assert field(shown, "year").hasFocus()
    shown.undo()
    settle()
    assert film(shown, film_ids).year == 2013
    assert field(shown, "year").words.text() == "2013"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_fact_is_reached_and_changed_by_keyboard_alone(
    shown: FilmsScreen, film_ids: dict[str, int], key: Qt.Key, settle: Settle
) -> None:
    field(shown, "countries").setFocus()
    QTest.keyClick(field(shown, "countries"), key)
    assert not shown.pane.editing
    QTest.keyClicks(box(shown, "countries"), "Chile, Mongolia")
    QTest.keyClick(box(shown, "countries"), Qt.Key.Key_Return)
    settle()
    assert film(shown, film_ids).countries == ("CL", "MN")


def test_escape_leaves_the_fact_as_it_was(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "year").start()
    QTest.keyClicks(box(shown, "year"), "1999")
    QTest.keyClick(box(shown, "year"), Qt.Key.Key_Escape)
    settle()
    assert film(shown, film_ids).year == 2013
    assert field(shown, "year").words.isVisible()


def test_what_cannot_be_understood_is_said_below_and_stays(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "countries").start()
    QTest.keyClicks(box(shown, "countries"), "Atlantis")
    QTest.keyClick(box(shown, "countries"), Qt.Key.Key_Return)
    settle()
    assert "“Atlantis” is no country that TourDesk knows" in said(field(shown, "countries"))
    assert field(shown, "countries").editing
    assert film(shown, film_ids).countries == ("US",)


def test_leaving_the_fact_keeps_what_is_typed(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "year").start()
    QTest.keyClicks(box(shown, "year"), "2015")
    shown.search.setFocus()
    settle()
    assert film(shown, film_ids).year == 2015


def test_a_synopsis_is_typed_in_lines_and_kept_with_ctrl_enter(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "synopsis").start()
    text = box(shown, "synopsis")
    assert isinstance(text, QPlainTextEdit)
    text.selectAll()
    QTest.keyClicks(text, "Four deserts.")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "One year.")
    QTest.keyClick(text, Qt.Key.Key_Return, CONTROL)
    settle()
    assert film(shown, film_ids).synopsis == "Four deserts.\nOne year."


def test_a_run_time_typed_in_place_keeps_the_version(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    before = film(shown, film_ids).version
    field(shown, "versions").start()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "1:39:12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert film(shown, film_ids).version == replace(before, seconds=5952, approximate=False)


def test_what_another_desk_changes_does_not_close_what_is_being_typed(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "year").start()
    QTest.keyClicks(box(shown, "year"), "2015")
    library = shown.context.desks.library
    library.save([replace(film(shown, film_ids), logline="Four deserts.")])
    settle()
    QTest.keyClick(box(shown, "year"), Qt.Key.Key_Return)
    settle()
    kept = film(shown, film_ids)
    assert (kept.year, kept.logline) == (2015, "Four deserts.")
    assert "Four deserts." in said(shown.pane.detail)


def test_the_same_fact_changed_at_another_desk_is_told_and_shown(
    shown: FilmsScreen, film_ids: dict[str, int], problems: list[object], settle: Settle
) -> None:
    field(shown, "year").start()
    QTest.keyClicks(box(shown, "year"), "2015")
    shown.context.desks.library.save([replace(film(shown, film_ids), year=2012)])
    settle()
    QTest.keyClick(box(shown, "year"), Qt.Key.Key_Return)
    settle()
    assert isinstance(problems[-1], ProblemForUser)
    assert "“Desert Runners” was changed at another desk meanwhile" in problems[-1].sentence
    assert film(shown, film_ids).year == 2012
    assert field(shown, "year").words.text() == "2012"


def test_what_nobody_has_said_can_be_typed_where_it_is_missing(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Balance"])
    settle()
    assert field(screen, "year").words.text() == "–"
    field(screen, "year").start()
    QTest.keyClicks(box(screen, "year"), "2016")
    QTest.keyClick(box(screen, "year"), Qt.Key.Key_Return)
    settle()
    assert film(screen, film_ids, "Balance").year == 2016


def test_tags_are_changed_beside_their_chips(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    change = next(
        button
        for button in shown.pane.detail.findChildren(QToolButton)
        if button.accessibleName() == "Change the tags"
    )
    change.click()
    line = box(shown, "tags")
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "sport, desert"
    QTest.keyClicks(line, "sport, far away")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert film(shown, film_ids).tags == ("sport", "far away")
    assert any(
        button.text() == "far away" and button.isVisible()
        for button in shown.pane.detail.findChildren(QPushButton)
    )


def test_what_is_being_typed_is_kept_when_the_window_closes(
    shown: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    field(shown, "year").start()
    QTest.keyClicks(box(shown, "year"), "2016")
    shown.leave()
    settle()
    assert film(shown, film_ids).year == 2016


def press(screen: FilmsScreen, said_of_it: str) -> None:
    buttons = screen.pane.detail.findChildren(QToolButton)
    button = next(one for one in buttons if one.isVisible() and one.accessibleName() == said_of_it)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["logline", "synopsis"])
def test_an_empty_text_says_that_it_can_be_added_and_is_typed_there(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle, name: str
) -> None:
    screen.listing.select(film_ids["Mira"])
    settle()
    assert said(field(screen, name)) == f"Add a {name}"
    field(screen, name).setFocus()
    QTest.keyClick(field(screen, name), Qt.Key.Key_F2)
    text = box(screen, name)
    assert isinstance(text, QPlainTextEdit)
    assert not text.toPlainText()
    QTest.keyClicks(text, "A girl runs.")
    QTest.keyClick(text, Qt.Key.Key_Return, CONTROL)
    settle()
    assert getattr(film(screen, film_ids, "Mira"), name) == "A girl runs."
    assert said(field(screen, name)) == "A girl runs."


def test_a_section_is_added_and_changed_beside_its_chip(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Mira"])
    settle()
    had = film(screen, film_ids, "Mira").section
    press(screen, "Change the section" if had else "Add a section")
    line = box(screen, "section")
    assert isinstance(line, QLineEdit)
    assert line.completer() is not None
    line.selectAll()
    line.setText("Snow and Ice")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert film(screen, film_ids, "Mira").section == "Snow and Ice"
    press(screen, "Change the section")
    line = box(screen, "section")
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert film(screen, film_ids, "Mira").section is None
