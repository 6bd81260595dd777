from collections.abc import Callable
from threading import get_ident

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from tourdesk.desks import Desks
from tourdesk.gui.context import Context, News
from tourdesk.gui.films.licences.editor import LicencesEditor
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Film, Version
from tourdesk.touring.night import Tour

Settle = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


def line(screen: FilmsScreen, name: str) -> QLineEdit:
    found = screen.pane.form.editor(name).findChildren(QLineEdit)
    return next(field for field in found if field.isVisible())


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def is_editing(screen: FilmsScreen) -> bool:
    return screen.pane.editing


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def editing(screen: FilmsScreen, film_ids: dict[str, int], settle: Settle) -> FilmsScreen:
    """The screen with “Mira” being edited."""
    screen.listing.select(film_ids["Mira"])
    settle()
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_F2)
    assert screen.pane.form.isVisible()
    return screen


def test_a_film_is_edited_in_place_and_the_edit_can_be_undone(
    editing: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    library = editing.context.desks.library
    before = library.film(film_ids["Mira"])
    retype(line(editing, "title"), "Mira Runs")
    retype(line(editing, "countries"), "Nepal, Hong Kong SAR China")
    retype(line(editing, "versions"), "42 min")
    QTest.keyClick(line(editing, "title"), Qt.Key.Key_S, CONTROL)
    settle()
    saved = library.film(film_ids["Mira"])
    assert (saved.title, saved.countries) == ("Mira Runs", ("NP", "HK"))
    assert saved.version == Version("original", 2520, approximate=True, id=before.version.id)
    assert "Mira Runs" in words(editing.pane.detail)
    assert [row.title for row in editing.listing.model.rows][-1] == "Mira Runs"
    assert news[-1].sentence == "“Mira Runs” saved."
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert library.film(film_ids["Mira"]) == before
    assert "Mira Runs" not in words(editing.pane.detail)


def test_what_cannot_be_understood_is_said_under_its_field_and_nothing_is_saved(
    editing: FilmsScreen, settle: Settle
) -> None:
    retype(line(editing, "countries"), "Nepal, Atlantis")
    QTest.keyClick(line(editing, "countries"), Qt.Key.Key_S, CONTROL)
    settle()
    assert "“Atlantis” is no country that TourDesk knows" in words(editing.pane.form)
    assert is_editing(editing)
    assert line(editing, "countries").hasFocus()


def test_escape_leaves_the_film_as_it_was_and_what_was_typed_can_be_taken_up_again(
    editing: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    retype(line(editing, "title"), "Mira Runs")
    QTest.keyClick(line(editing, "title"), Qt.Key.Key_Escape)
    settle()
    assert not is_editing(editing)
    assert editing.context.desks.library.film(film_ids["Mira"]).title == "Mira"
    assert news[-1].label == "Go on editing"
    assert news[-1].action is not None
    news[-1].action()
    assert is_editing(editing)
    assert line(editing, "title").text() == "Mira Runs"


def test_going_to_another_film_saves_what_was_typed(
    editing: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    retype(line(editing, "title"), "Mira Runs")
    editing.listing.select(film_ids["Balance"])
    settle()
    assert editing.context.desks.library.film(film_ids["Mira"]).title == "Mira Runs"
    assert news[-1].label == "Undo"
    assert "Jimmy Hyland" in words(editing.pane.detail)
    assert editing.listing.selected() == [film_ids["Balance"]]


def test_a_new_film_is_typed_by_hand(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    settle()
    QTest.keyClicks(line(screen, "title"), "The Crown Traverse")
    retype(line(screen, "versions"), "12:30")
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_S, CONTROL)
    settle()
    saved = screen.context.desks.library.find("The Crown Traverse")
    assert (saved.version.seconds, saved.version.approximate) == (750, False)
    assert screen.listing.selected() == [saved.id]
    assert "The Crown Traverse" in words(screen.pane.detail)


def test_a_new_film_that_is_taken_back_is_said_to_be_gone(
    screen: FilmsScreen, news: list[News], settle: Settle
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    settle()
    QTest.keyClicks(line(screen, "title"), "Salt Road")
    screen.pane.save()
    settle()
    screen.undo()
    settle()
    assert news[-1].sentence == "Taken back: “Salt Road” is not in the library."
    assert screen.context.desks.library.rows("salt") == []


def test_a_film_without_a_title_is_not_saved(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_S, CONTROL)
    settle()
    assert "A film needs a title; please type one." in words(screen.pane.form)
    assert len(screen.listing.model.rows) == 4


def test_versions_are_added_and_each_needs_its_own_name(
    editing: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    versions = editing.pane.form.editor("versions")
    retype(line(editing, "versions"), "42:10")
    add = versions.widgets()[-1]
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    names = [f for f in versions.findChildren(QLineEdit) if f.accessibleName() == "Name of the version"]
    QTest.keyClicks(names[-1], "original")
    editing.pane.save()
    assert "Two versions are called “original”" in words(editing.pane.form)
    retype(names[-1], "festival cut")
    editing.pane.save()
    settle()
    saved = editing.context.desks.library.film(film_ids["Mira"])
    assert [(v.name, v.seconds) for v in saved.versions] == [("original", 2530), ("festival cut", None)]


def test_what_is_being_typed_is_kept_when_the_window_closes(
    editing: FilmsScreen, film_ids: dict[str, int]
) -> None:
    retype(line(editing, "title"), "Mira Runs")
    editing.leave()
    assert editing.context.desks.library.film(film_ids["Mira"]).title == "Mira Runs"


def test_saving_twice_at_once_makes_one_film(screen: FilmsScreen, settle: Settle) -> None:
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    settle()
    QTest.keyClicks(line(screen, "title"), "The Crown Traverse")
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_S, CONTROL)
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_S, CONTROL)
    settle()
    assert [row.title for row in screen.listing.model.rows].count("The Crown Traverse") == 1


def test_enter_on_a_film_of_the_list_edits_it(screen: FilmsScreen, settle: Settle) -> None:
    screen.listing.enter()
    QTest.keyClick(screen.listing.table, Qt.Key.Key_Return)
    assert is_editing(screen)


@pytest.fixture
def opened_just_now(qtbot: QtBot, context: Context, desks: Desks, films: tuple[Film, ...]) -> FilmsScreen:
    """The screen over a library of these films, of which it has read nothing yet."""
    desks.library.save(films)
    screen = FilmsScreen(context)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.shown()
    return screen


def test_the_form_of_a_first_film_waits_for_the_database_and_the_window_does_not(
    open_screen: Callable[[], FilmsScreen], desks: Desks, settle: Settle
) -> None:
    screen = open_screen()
    desks.touring.save_tour(Tour("Trails", currency="NZD"))
    desks.library.save([Film("Balance", section="Places")])
    screen.pane.show_film(None)
    settle()
    here = get_ident()
    asked_here: list[str] = []
    event.listen(
        desks.database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_more: asked_here.append(statement) if get_ident() == here else None,
    )
    screen.new_film()
    settle()
    assert asked_here == []
    assert screen.pane.editing
    licences = screen.pane.form.editor("licences")
    assert isinstance(licences, LicencesEditor)
    licences.add()
    assert "Fee in NZD" in words(licences)


@pytest.mark.parametrize("films", [(), (Film("Balance"), Film("Mira"))])
def test_a_new_film_that_is_wanted_before_the_list_is_there_is_typed_in_its_form(
    opened_just_now: FilmsScreen, settle: Settle
) -> None:
    opened_just_now.new_film()
    settle()
    assert opened_just_now.pane.editing
    assert line(opened_just_now, "title").isVisible()
    assert line(opened_just_now, "title").hasFocus()
    assert line(opened_just_now, "title").text() == ""
    assert "needs a title" not in words(opened_just_now.pane)


def test_a_new_film_of_which_nothing_was_typed_is_left_without_a_word(
    screen: FilmsScreen, film_ids: dict[str, int], news: list[News], settle: Settle
) -> None:
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    settle()
    screen.listing.select(film_ids["Mira"])
    settle()
    assert not screen.pane.editing
    assert "Lloyd Belcher" in words(screen.pane.detail)
    QTest.keyClick(screen, Qt.Key.Key_N, CONTROL)
    settle()
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_Escape)
    assert not screen.pane.editing
    assert news == []


def test_a_first_film_that_is_given_up_leaves_the_first_steps(
    open_screen: Callable[[], FilmsScreen], settle: Settle
) -> None:
    screen = open_screen()
    assert "No films yet" in words(screen)
    screen.new_film()
    settle()
    QTest.keyClick(line(screen, "title"), Qt.Key.Key_Escape)
    settle()
    assert "No films yet" in words(screen)


def test_f2_right_after_choosing_a_film_edits_that_film_not_the_one_before(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    screen.listing.select(film_ids["Balance"])
    settle()
    screen.listing.select(film_ids["Mira"])
    screen.pane.edit()
    settle()
    assert screen.pane.editing
    assert screen.pane.form.film().title == "Mira"
