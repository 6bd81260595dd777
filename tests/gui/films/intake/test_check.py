from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton
from tests.gui.films.intake.driving import field, focus, focus_of, pasted, press, steps, words

from tourdesk.gui.context import News
from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.gui.films.intake.draft import State
from tourdesk.gui.films.intake.reading import compared
from tourdesk.gui.films.screen import FilmsScreen
from tourdesk.library.films import Version
from tourdesk.library.intake.readings import Evidence, FilmReading, PageReading, ReadingProblem
from tourdesk.programming.programme import Programme
from tourdesk.sponsorship.sponsors import Sponsor
from tourdesk.touring.night import Tour

Settle = Callable[[], None]
Copy = Callable[[str], None]
CONTROL = Qt.KeyboardModifier.ControlModifier

ROOF = """Running The Roof
Runtime: 53 minutes
Directed by: Alexis Tymon + Ben Crocker
Produced by: Sourcy Films
Language: English
Country of origin: England

It begins with a bet, late in the evening. Three friends who love to run spin a globe, and wherever
the finger lands they will run. It lands on Tajikistan, which none of them can find without help. They go
there all the same, and run four hundred kilometres in seven days.

More in this category: Wild and Tough »

12 Sample Str.
Tel. +49 30 5550 0100

Arizona Trail Association
Fleet Feet
Ultra Trail Harricana
"""

DOUBTFUL = """Stone 🎬
7
by somebody
Pine
12:30
"""


def doubtful_page() -> PageReading:
    """Two films, the first of them unsure; behind a character that Qt counts twice."""
    stone = FilmReading(
        "Stone",
        runtime_seconds=420,
        runtime_approximate=True,
        directors=("somebody",),
        doubtful=("runtime", "directors"),
        evidence=(
            Evidence("title", 0, 5, "the first line"),
            Evidence("runtime", 8, 9, "a number alone"),
            Evidence("directors", 13, 21, "after “by”"),
        ),
        start=0,
        end=21,
    )
    pine = FilmReading(
        "Pine",
        runtime_seconds=750,
        evidence=(
            Evidence("title", 22, 26, "a line of its own"),
            Evidence("runtime", 27, 32, "the line below"),
        ),
        start=22,
        end=32,
    )
    return PageReading(DOUBTFUL, (stone, pine), problems=(ReadingProblem(3, "“somebody” is hardly a name."),))


def select(check: CheckPanel, text: str) -> None:
    found = check.page.document().find(text)
    assert not found.isNull()
    check.page.setTextCursor(found)


def is_checking(screen: FilmsScreen) -> bool:
    return screen.checking


def marks(check: CheckPanel) -> dict[str, str]:
    """What is marked in the page: the words, and their underline."""
    return {
        look.cursor.selectedText(): look.format.underlineStyle().name
        for look in check.page.extraSelections()
        if look.format.hasProperty(look.format.Property.BackgroundBrush)
    }


@pytest.fixture
def paste(screen: FilmsScreen, copy: Copy, settle: Settle) -> Callable[[str], CheckPanel]:
    """Pastes a text where the list has the focus."""

    def do(text: str) -> CheckPanel:
        copy(text)
        screen.listing.enter()
        QTest.keyClick(screen.listing.table, Qt.Key.Key_V, CONTROL)
        settle()
        return screen.check

    return do


@pytest.fixture
def doubtful(screen: FilmsScreen, settle: Settle) -> CheckPanel:
    """The check of two films, one of them doubtful."""
    screen.check_page(compared(screen.context.desks, [pasted(doubtful_page())]))
    settle()
    return screen.check


def test_a_pasted_page_is_shown_beside_what_was_understood_and_nothing_is_saved(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen
) -> None:
    check = paste(ROOF)
    assert is_checking(screen)
    assert field(check, "title").text() == "Running The Roof"
    assert field(check, "countries").text() == "United Kingdom"
    assert field(check, "versions").text() == "53:00"
    marked = marks(check)
    assert {"Running The Roof", "53 minutes", "England", "Sourcy Films"} <= set(marked)
    assert not any("in the library" in words(row) for row in check.fields.rows.values())
    assert "label “Country of origin”" in words(check.fields.rows["countries"])
    assert "New film: it is not in the library yet." in words(check)
    assert len(screen.context.desks.library.rows()) == 4


def test_no_two_fields_are_marked_alike(paste: Callable[[str], CheckPanel]) -> None:
    check = paste(ROOF)
    looks = [
        (look.format.background().color().hslHue(), look.format.underlineStyle())
        for look in check.page.extraSelections()
        if look.format.hasProperty(look.format.Property.BackgroundBrush)
    ]
    assert len(set(looks)) == len(looks) >= 7


def test_enter_accepts_the_film_then_what_else_the_page_has_and_all_is_saved_at_once(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, news: list[News], settle: Settle
) -> None:
    desks = screen.context.desks
    desks.touring.save_tour(Tour("Trails 2027"))
    check = paste(ROOF)
    press(check, Qt.Key.Key_Return)
    assert len(desks.library.rows()) == 4
    boxes = {box.text(): box for box in check.offers.findChildren(QCheckBox)}
    assert boxes["Fleet Feet"].isChecked()
    assert boxes["Telephone: +49 30 5550 0100"].isChecked()
    QTest.keyClick(boxes["Fleet Feet"], Qt.Key.Key_Space)
    press(check, Qt.Key.Key_Return)
    settle()
    assert not is_checking(screen)
    assert [sponsor.name for sponsor in desks.sponsors.sponsors()] == [
        "Arizona Trail Association",
        "Ultra Trail Harricana",
    ]
    tour = desks.touring.tour()
    assert tour is not None
    assert tour.telephone == "+49 30 5550 0100"
    film = desks.library.find("Running The Roof")
    assert film.directors == ("Alexis Tymon", "Ben Crocker")
    assert screen.listing.selected() == [film.id]
    assert "Running The Roof" in words(screen.pane.detail)
    assert news[-1].sentence == "1 film, 2 sponsors and the tour's contact saved."


def test_undo_takes_the_whole_import_back(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, news: list[News], settle: Settle
) -> None:
    desks = screen.context.desks
    desks.touring.save_tour(Tour("Trails 2027", telephone=""))
    desks.sponsors.save([Sponsor("Fleet Feet")])
    check = paste(ROOF)
    press(check, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert len(desks.sponsors.sponsors()) == 3
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert [sponsor.name for sponsor in desks.sponsors.sponsors()] == ["Fleet Feet"]
    assert [row.title for row in screen.listing.model.rows] == ["Balance", "Desert Runners", "Écho", "Mira"]
    tour = desks.touring.tour()
    assert tour is not None
    assert tour.telephone == ""


def test_a_cancelled_import_saves_nothing_and_the_check_goes_on(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, settle: Settle
) -> None:
    tasks, library = screen.context.tasks, screen.context.desks.library
    check = paste(ROOF)
    tasks.started.connect(lambda task: task.cancel())
    press(check, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert len(library.rows()) == 4
    assert is_checking(screen)
    assert check.isEnabled()
    tasks.started.disconnect()
    press(check, Qt.Key.Key_Return)
    settle()
    assert not is_checking(screen)
    assert len(library.rows()) == 5


def test_escape_leaves_nothing_saved(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, settle: Settle
) -> None:
    check = paste(ROOF)
    press(check, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    settle()
    assert not is_checking(screen)
    assert len(screen.context.desks.library.rows()) == 4
    assert screen.context.desks.sponsors.sponsors() == ()


def test_leaving_asks_only_when_something_was_typed(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, settle: Settle
) -> None:
    check = paste(ROOF)
    press(check, Qt.Key.Key_F2)
    QTest.keyClicks(focus(check), "!")
    check.leave()
    (question,) = check.findChildren(QMessageBox)
    assert "What you typed here would be lost" in question.text()
    QTest.mouseClick(question.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert is_checking(screen)
    check.leave()
    settle()
    question = check.findChildren(QMessageBox)[-1]
    QTest.mouseClick(question.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    settle()
    assert not is_checking(screen)
    assert len(screen.context.desks.library.rows()) == 4


def test_a_corrected_field_is_saved_as_typed(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, settle: Settle
) -> None:
    check = paste(ROOF)
    check.fields.look_at("year")
    press(check, Qt.Key.Key_F2)
    QTest.keyClicks(field(check, "year"), "2017")
    assert "typed by you" in words(check.fields.rows["year"])
    press(check, Qt.Key.Key_Return)
    assert is_checking(screen), "Enter in a field is done with the field, not with the film"
    press(check, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert screen.context.desks.library.find("Running The Roof").year == 2017


def test_escape_in_a_field_takes_back_what_was_typed_there(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen
) -> None:
    check = paste(ROOF)
    check.fields.look_at("title")
    press(check, Qt.Key.Key_F2)
    QTest.keyClicks(field(check, "title"), " and more")
    press(check, Qt.Key.Key_Escape)
    assert is_checking(screen)
    assert field(check, "title").text() == "Running The Roof"


def test_a_field_that_cannot_be_understood_holds_the_film_back(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen
) -> None:
    check = paste(ROOF)
    check.fields.look_at("countries")
    press(check, Qt.Key.Key_F2)
    QTest.keyClicks(field(check, "countries"), "x")
    check.fields.look_at("title")
    press(check, Qt.Key.Key_Return)
    assert "is no country that TourDesk knows" in words(check.fields.rows["countries"])
    assert field(check, "countries").hasFocus()
    assert not check.drafts[0].accepted


def test_the_field_that_is_looked_at_stands_out_in_the_page(paste: Callable[[str], CheckPanel]) -> None:
    check = paste(ROOF)
    check.fields.look_at("title")
    weak = {
        look.cursor.selectedText(): look.format.background().color().lightness()
        for look in check.page.extraSelections()
    }
    press(check, *[Qt.Key.Key_Down] * 3)
    assert check.fields.current == "versions"
    strong = {
        look.cursor.selectedText(): look.format.background().color().lightness()
        for look in check.page.extraSelections()
    }
    assert strong["53 minutes"] < weak["53 minutes"]
    assert strong["Running The Roof"] > weak["Running The Roof"]


def test_all_of_the_next_film_is_in_sight(paste: Callable[[str], CheckPanel]) -> None:
    films = "\n\n".join(
        f"Film of the {number} Road\nRun time: {number} minutes\nDirected by: Ann Lee\n"
        f"Language: English\nCountry of origin: USA\nA synopsis of the road with the number {number}."
        for number in range(11, 17)
    )
    check = paste(f"What we show\n\n{films}\n")
    for number in range(11, 16):
        press(check, Qt.Key.Key_Return)
        last = check.page.document().find(f"the number {number + 1}.")
        assert check.page.viewport().rect().contains(check.page.cursorRect(last))


def test_a_click_on_a_marked_part_looks_at_its_field(paste: Callable[[str], CheckPanel]) -> None:
    check = paste(ROOF)
    cursor = check.page.document().find("Sourcy")
    cursor.setPosition(cursor.selectionStart() + 2)
    place = check.page.cursorRect(cursor).center()
    QTest.mouseClick(check.page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert check.fields.current == "producers"


def test_selected_words_are_used_as_a_field(paste: Callable[[str], CheckPanel]) -> None:
    check = paste(ROOF)
    select(check, "Arizona Trail Association")
    actions = {action.text(): action for action in check.page.use_menu().actions()}
    actions["Add to producers"].trigger()
    assert field(check, "producers").text() == "Sourcy Films, Arizona Trail Association"
    assert "chosen in the page" in words(check.fields.rows["producers"])
    assert "Arizona Trail Association" in marks(check)
    select(check, "seven days")
    actions["Use as run-time"].trigger()
    assert "please type one such as" in words(check.fields.rows["versions"])


def test_doubtful_fields_ask_one_after_the_other_before_the_film_is_accepted(doubtful: CheckPanel) -> None:
    states = [doubtful.drafts[0].state]
    assert "please check" in steps(doubtful)[0]
    assert "Please check" in words(doubtful.fields.rows["versions"])
    assert "Please check" not in words(doubtful.fields.rows["title"])
    assert doubtful.fields.current == "versions"
    assert doubtful.accept.text() == "This is right"
    press(doubtful, Qt.Key.Key_Return)
    assert doubtful.fields.current == "directors"
    press(doubtful, Qt.Key.Key_Return)
    states.append(doubtful.drafts[0].state)
    press(doubtful, Qt.Key.Key_Return)
    states.append(doubtful.drafts[0].state)
    assert states == [State.DOUBTFUL, State.NEW, State.READY]
    assert "ready" in steps(doubtful)[0]
    assert field(doubtful, "title").text() == "Pine"
    assert doubtful.accept.text() == "Save 2 films"


def test_marks_stand_right_behind_characters_that_qt_counts_twice(doubtful: CheckPanel) -> None:
    assert set(marks(doubtful)) == {"Stone", "7", "somebody"}


def test_a_film_is_skipped_with_one_key_and_one_can_go_back(
    doubtful: CheckPanel, screen: FilmsScreen, settle: Settle
) -> None:
    press(doubtful, Qt.Key.Key_S)
    assert "skipped" in steps(doubtful)[0]
    press(doubtful, Qt.Key.Key_Backspace)
    assert field(doubtful, "title").text() == "Stone"
    assert "Skipped." in words(doubtful)
    QTest.mouseClick(
        doubtful.strip.viewport(),
        Qt.MouseButton.LeftButton,
        pos=doubtful.strip.visualRect(doubtful.strip.model().index(1, 0)).center(),
    )
    assert field(doubtful, "title").text() == "Pine"
    press(doubtful, Qt.Key.Key_Return)
    settle()
    titles = [row.title for row in screen.context.desks.library.rows()]
    assert "Pine" in titles
    assert "Stone" not in titles


def test_a_letter_typed_in_a_field_is_a_letter(doubtful: CheckPanel) -> None:
    doubtful.fields.look_at("title")
    press(doubtful, Qt.Key.Key_F2)
    QTest.keyClicks(field(doubtful, "title"), "skt")
    assert field(doubtful, "title").text().endswith("skt")
    assert not doubtful.drafts[0].skipped


def test_problems_of_the_reading_lead_to_their_line(doubtful: CheckPanel) -> None:
    problems = doubtful.problems
    assert problems.item(0).text() == "Line 3: “somebody” is hardly a name."
    QTest.mouseClick(
        problems.viewport(), Qt.MouseButton.LeftButton, pos=problems.visualItemRect(problems.item(0)).center()
    )
    assert doubtful.page.textCursor().blockNumber() == 2
    doubtful.page.go_to_line(1)
    problems.setFocus()
    press(doubtful, Qt.Key.Key_Return)
    assert doubtful.page.textCursor().blockNumber() == 2
    assert not doubtful.drafts[0].accepted


def test_a_page_without_a_film_says_what_to_do_and_a_film_can_be_made_from_its_words(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, settle: Settle
) -> None:
    check = paste("ok\n")
    assert "No film was found on this page" in words(check)
    assert "choose “Use as title”" in words(check)
    select(check, "ok")
    next(action for action in check.page.use_menu().actions() if action.text() == "Use as title").trigger()
    assert field(check, "title").text() == "ok"
    press(check, Qt.Key.Key_Return)
    settle()
    assert screen.context.desks.library.find("ok").title == "ok"


def test_an_empty_clipboard_says_what_to_do(
    paste: Callable[[str], CheckPanel], screen: FilmsScreen, news: list[News]
) -> None:
    paste("")
    assert not is_checking(screen)
    assert news[-1].sentence.startswith("There is no text on the clipboard: copy a film page")


def test_pasting_while_typing_pastes_into_the_field(screen: FilmsScreen, copy: Copy, settle: Settle) -> None:
    copy("Mira")
    screen.search.setFocus()
    QTest.keyClick(screen.search, Qt.Key.Key_V, CONTROL)
    settle()
    assert screen.search.text() == "Mira"
    assert not is_checking(screen)


def drop(screen: FilmsScreen, mime: QMimeData) -> None:
    screen.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_several_dropped_files_are_checked_as_one_page(
    screen: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    (tmp_path / "roof.txt").write_text(ROOF, encoding="utf-8")
    (tmp_path / "echo.txt").write_text(
        ROOF.replace("Running The Roof", "The Echo").replace("53 minutes", "12 minutes"), encoding="utf-8"
    )
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("roof.txt", "echo.txt")])
    drop(screen, mime)
    settle()
    assert [draft.film.title for draft in screen.check.drafts] == ["Running The Roof", "The Echo"]
    screen.check.strip.step_wanted.emit(1)
    assert {"The Echo", "12 minutes"} <= set(marks(screen.check))


def test_a_film_that_two_files_tell_is_said_to_be_there_twice(
    screen: FilmsScreen, tmp_path: Path, settle: Settle
) -> None:
    for name in ("roof.txt", "again.txt"):
        (tmp_path / name).write_text(ROOF, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("roof.txt", "again.txt")])
    drop(screen, mime)
    settle()
    problems = screen.check.problems
    assert [problems.item(row).text() for row in range(problems.count())] == [
        "“Running The Roof” stands here twice; if it is one film, please skip one of them."
    ]
    wanted: list[int] = []
    problems.line_wanted.connect(wanted.append)
    place = problems.visualItemRect(problems.item(0)).center()
    QTest.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=place)
    lines = screen.check.page.toPlainText().split("\n")
    titles = [number for number, line in enumerate(lines, 1) if line == "Running The Roof"]
    assert wanted == titles[1:]


def test_a_file_that_is_gone_is_told(
    screen: FilmsScreen, tmp_path: Path, problems: list[object], settle: Settle
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.txt"))])
    drop(screen, mime)
    settle()
    assert "gone.txt” cannot be read" in str(problems[-1])
    assert not is_checking(screen)


def test_a_refused_save_is_told_in_the_check_and_nothing_is_lost(
    screen: FilmsScreen, film_ids: dict[str, int], settle: Settle
) -> None:
    library, programming = screen.context.desks.library, screen.context.desks.programming
    mira = library.film(film_ids["Mira"])
    library.save([replace(mira, versions=(mira.version, Version("festival cut", 600)))])
    mira = library.film(film_ids["Mira"])
    item = programming.film_item(film_ids["Mira"], mira.versions[1].id)
    programming.save(Programme("The evening", (item,)))
    page = PageReading("Mira, she runs", (FilmReading("Mira", logline="She runs."),))
    screen.check_page(compared(screen.context.desks, [pasted(page)]))
    settle()
    screen.check.drafts[0].type_in("versions", mira.versions[:1])
    press(screen.check, Qt.Key.Key_Return)
    settle()
    assert is_checking(screen)
    assert "used in a programme and cannot be taken away" in screen.check.problem.sentence
    assert library.film(film_ids["Mira"]) == mira


def test_a_page_that_was_not_finished_is_offered_at_the_next_start(
    paste: Callable[[str], CheckPanel],
    open_screen: Callable[[], FilmsScreen],
    screen: FilmsScreen,
    news: list[News],
    settle: Settle,
) -> None:
    paste(ROOF)
    screen.leave()
    again = open_screen()
    assert news[-1].sentence == "A page that you had pasted was not finished."
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert is_checking(again)
    assert field(again.check, "title").text() == "Running The Roof"
    again.check.leave()
    open_screen()
    assert len(news) == 1


def test_enter_on_a_button_presses_the_button(
    doubtful: CheckPanel, screen: FilmsScreen, settle: Settle
) -> None:
    cancel = next(b for b in doubtful.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.setFocus()
    press(doubtful, Qt.Key.Key_Return)
    settle()
    assert not is_checking(screen)
    assert len(screen.context.desks.library.rows()) == 4


def test_enter_in_the_strip_goes_to_the_film_and_accepts_none(doubtful: CheckPanel) -> None:
    doubtful.strip.setFocus()
    press(doubtful, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert field(doubtful, "title").text() == "Pine"
    assert [draft.accepted for draft in doubtful.drafts] == [False, False]


def test_enter_pressed_twice_saves_once(doubtful: CheckPanel, screen: FilmsScreen, settle: Settle) -> None:
    press(doubtful, Qt.Key.Key_S, Qt.Key.Key_Return)
    assert not doubtful.isEnabled(), "while it saves, no key reaches it"
    settle()
    assert [row.title for row in screen.context.desks.library.rows()].count("Pine") == 1


def test_a_page_is_pasted_into_an_empty_library(
    open_screen: Callable[[], FilmsScreen], copy: Copy, settle: Settle
) -> None:
    screen = open_screen()
    copy(ROOF)
    screen.shown()
    QTest.keyClick(focus_of(screen), Qt.Key.Key_V, CONTROL)
    settle()
    assert is_checking(screen)
    press(screen.check, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert [row.title for row in screen.listing.model.rows] == ["Running The Roof"]
    assert screen.listing.isVisible()


def test_contact_without_a_tour_is_shown_but_cannot_be_taken(paste: Callable[[str], CheckPanel]) -> None:
    check = paste(ROOF)
    press(check, Qt.Key.Key_Return)
    boxes = {box.text(): box for box in check.offers.findChildren(QCheckBox)}
    assert not boxes["Address: 12 Sample Str."].isEnabled()
    assert "There is no tour yet to which this could belong." in words(check.offers)
    assert check.accept.text() == "Save 1 film and 3 sponsors"


def test_what_the_tour_has_is_not_offered_and_what_differs_is_not_ticked(
    screen: FilmsScreen, paste: Callable[[str], CheckPanel]
) -> None:
    desks = screen.context.desks
    desks.touring.save_tour(Tour("Trails 2027", address="12 sample str.", telephone="+61 2 5550 0127"))
    desks.sponsors.save([Sponsor("FLEET FEET")])
    check = paste(ROOF)
    press(check, Qt.Key.Key_Return)
    boxes = {box.text(): box.isChecked() for box in check.offers.findChildren(QCheckBox)}
    assert boxes == {
        "Arizona Trail Association": True,
        "Ultra Trail Harricana": True,
        "Telephone: +49 30 5550 0100   (now +61 2 5550 0127)": False,
    }
