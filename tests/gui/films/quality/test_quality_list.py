"""The list of what is wanting in the catalogue, from the finding to the field that mends it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tourdesk.desks import Desks
from tourdesk.gui.films.quality.findings import QualityList
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Film, Source, Version
from tourdesk.library.model import FilmStill

Settle = Callable[[], None]


@pytest.fixture
def quality(screen: FilmsScreen, settle: Settle) -> FilmsScreen:
    """The screen with the quality list shown."""
    screen.quality.toggle.trigger()
    settle()
    return screen


def heads(listing: QualityList) -> list[str]:
    tops = [listing.tree.topLevelItem(place) for place in range(listing.tree.topLevelItemCount())]
    return [top.text(0) for top in tops if top is not None]


def lines(listing: QualityList, heading: str) -> dict[str, QTreeWidgetItem]:
    """The titles under a heading, with their lines."""
    (top,) = listing.tree.findItems(heading, Qt.MatchFlag.MatchStartsWith)
    children = [top.child(place) for place in range(top.childCount())]
    return {child.text(0): child for child in children if child is not None}


def click(listing: QualityList, line: QTreeWidgetItem) -> None:
    place = listing.tree.visualItemRect(line).center()
    QTest.mouseClick(listing.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, place.y()))


def wait_for_check(qtbot: QtBot, listing: QualityList, found: Callable[[], bool]) -> None:
    """The catalogue is looked through again a moment after a change."""
    qtbot.waitUntil(found)
    assert listing.isVisible()


def test_findings_are_grouped_by_kind_with_their_number_and_counted_on_the_button(
    quality: FilmsScreen,
) -> None:
    listing = quality.quality.list
    assert heads(listing) == ["No run-time  ·  1", "No year  ·  1", "No country  ·  3", "No still  ·  4"]
    assert list(lines(listing, "No run-time")) == ["Mira (2016)"]
    assert list(lines(listing, "No country")) == ["Balance", "Écho (2001)", "Mira (2016)"]
    assert quality.quality.toggle.text() == "Quality (9)"
    assert not quality.listing.isVisible()


def test_nothing_is_looked_through_before_the_list_is_opened(
    screen: FilmsScreen, desks: Desks, settle: Settle, qtbot: QtBot
) -> None:
    started: list[str] = []
    screen.context.tasks.started.connect(lambda task: started.append(task.name))
    desks.library.save([Film("Aurora")])
    qtbot.waitUntil(lambda: len(screen.listing.model.ids) == 5)
    qtbot.wait(2500)
    settle()
    assert "Checking the catalogue" not in started
    assert screen.quality.toggle.text() == "Quality"
    screen.quality.toggle.trigger()
    settle()
    assert "Checking the catalogue" in started


def test_a_click_opens_the_field_that_mends_it(quality: FilmsScreen, settle: Settle) -> None:
    click(quality.quality.list, lines(quality.quality.list, "No year")["Balance"])
    settle()
    assert quality.pane.editing
    assert quality.pane.form.before.title == "Balance"
    assert QApplication.focusWidget() in quality.pane.form.editor("year").widgets()


def test_the_arrows_show_the_films_and_enter_opens_the_field(quality: FilmsScreen, settle: Settle) -> None:
    tree = quality.quality.list.tree
    tree.setCurrentItem(lines(quality.quality.list, "No country")["Balance"])
    QTest.keyClick(tree, Qt.Key.Key_Down)
    settle()
    shown = quality.pane.film_id
    assert shown is not None
    assert not quality.pane.editing
    QTest.keyClick(tree, Qt.Key.Key_Return)
    settle()
    assert quality.pane.form.before.title == "Écho"
    assert QApplication.focusWidget() in quality.pane.form.editor("countries").widgets()


def test_what_is_mended_leaves_the_list_and_the_next_one_is_chosen(
    quality: FilmsScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot, settle: Settle
) -> None:
    listing = quality.quality.list
    listing.tree.setCurrentItem(lines(listing, "No country")["Balance"])
    settle()
    desks.library.save([replace(desks.library.film(film_ids["Balance"]), countries=("GB",))])
    wait_for_check(qtbot, listing, lambda: "No country  ·  2" in heads(listing))
    settle()
    current = listing.tree.currentItem()
    assert current is not None
    assert current is lines(listing, "No country")["Écho (2001)"]


def test_saving_the_form_gives_the_keyboard_back_to_the_list(
    quality: FilmsScreen, qtbot: QtBot, settle: Settle
) -> None:
    listing = quality.quality.list
    click(listing, lines(listing, "No year")["Balance"])
    settle()
    (year,) = quality.pane.form.editor("year").widgets()
    assert year.hasFocus()
    QTest.keyClicks(year, "2017")
    quality.pane.save()
    settle()
    wait_for_check(qtbot, listing, lambda: "No year  ·  1" not in heads(listing))
    assert listing.tree.hasFocus()
    assert quality.quality.toggle.text() == "Quality (8)"


def test_what_is_wanting_is_read_whole_where_the_list_is_narrow(
    quality: FilmsScreen, desks: Desks, settle: Settle
) -> None:
    sources = tuple(Source(f"a festival of {year}", 5700 + year % 7 * 60) for year in range(2013, 2020))
    desks.library.save([Film("Aurora", versions=(Version(seconds=5940),), sources=sources)])
    listing = quality.quality.list
    listing.check()
    settle()
    line = lines(listing, "Run-times differ")["Aurora"]
    room = listing.tree.columnWidth(1)
    words = QRect(0, 0, room, 10_000)
    needed = listing.fontMetrics().boundingRect(words, Qt.TextFlag.TextWordWrap, line.text(1)).height()
    assert needed > 2 * listing.fontMetrics().height()
    assert listing.tree.visualItemRect(line).height() >= needed
    (heading,) = listing.tree.findItems("Run-times differ", Qt.MatchFlag.MatchStartsWith)
    assert listing.tree.visualItemRect(heading).height() < 2 * listing.fontMetrics().height()


def test_a_group_that_was_folded_stays_folded_when_the_list_is_refreshed(
    quality: FilmsScreen, desks: Desks, film_ids: dict[str, int], qtbot: QtBot
) -> None:
    listing = quality.quality.list
    (top,) = listing.tree.findItems("No still", Qt.MatchFlag.MatchStartsWith)
    top.setExpanded(False)
    desks.library.save([replace(desks.library.film(film_ids["Balance"]), countries=("GB",))])
    wait_for_check(qtbot, listing, lambda: "No country  ·  2" in heads(listing))
    (top,) = listing.tree.findItems("No still", Qt.MatchFlag.MatchStartsWith)
    assert not top.isExpanded()


def test_the_button_brings_the_films_back(quality: FilmsScreen, settle: Settle) -> None:
    quality.quality.toggle.trigger()
    settle()
    assert quality.listing.isVisible()
    assert quality.listing.table.hasFocus()
    assert not quality.quality.list.isVisible()


def test_where_nothing_is_wanting_the_list_says_that_all_is_well(
    desks: Desks, open_screen: Callable[[], FilmsScreen], settle: Settle
) -> None:
    whole = Film(
        "Balance", year=2017, directors=("Jimmy Hyland",), countries=("US",), versions=(Version(seconds=300),)
    )
    (film_id,) = desks.library.save([whole]).ids
    with desks.database.work() as work:
        work.session.add(FilmStill(film_id=film_id, position=0, picture=b"a picture"))
    screen = open_screen()
    screen.quality.toggle.trigger()
    settle()
    assert screen.quality.list.well.isVisible()
    assert screen.quality.toggle.text() == "Quality"
