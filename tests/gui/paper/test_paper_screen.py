import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.paper.using import act, box, button, choose, papers_of, saved_text, settled, words

from tourdesk.desks import Desks
from tourdesk.documents.theme import Paper
from tourdesk.gui.context import Context, News
from tourdesk.gui.paper.files import file_name
from tourdesk.gui.paper.screen import PaperScreen, usual_paper
from tourdesk.gui.tasks import WORKERS
from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Programme
from tourdesk.touring.night import Screening

Show = Callable[[Screening | None], PaperScreen]


def longer(desks: Desks, programme_id: int) -> None:
    """Another desk puts ten films into the programme."""
    programme = desks.programming.programme(programme_id)
    films = [Film(f"Film {n}", synopsis="Words. " * 120, versions=(Version(seconds=300),)) for n in range(10)]
    items = tuple(desks.programming.film_item(film_id) for film_id in desks.library.save(films).ids)
    desks.programming.save(programme.with_items(programme.items + items))


def test_the_night_s_programme_is_shown_as_it_will_be_printed(show: Show, night: Screening) -> None:
    screen = show(night)
    assert screen.preview.isVisible()
    assert screen.preview.pages >= 1
    assert act(screen, "Save as PDF…").isEnabled()
    assert act(screen, "Print…").isEnabled()


def test_the_screen_fits_beside_the_rail_of_a_small_window(show: Show, night: Screening) -> None:
    assert show(night).minimumSizeHint().width() <= 1024 - 112


def test_another_paper_is_chosen_with_the_arrow_keys(
    qtbot: QtBot,
    context: Context,
    show: Show,
    night: Screening,
    tmp_path: Path,
) -> None:
    screen = show(night)
    papers = papers_of(screen)
    assert papers.hasFocus() or screen.focusWidget() is papers
    QTest.keyClick(papers, Qt.Key.Key_Down)
    settled(qtbot, screen)
    assert screen.kind.name == "run-sheet"
    assert "19:00" in saved_text(qtbot, screen, tmp_path)


def test_the_catalogue_is_there_without_a_night_and_is_made_again_when_it_is_chosen_again(
    qtbot: QtBot,
    context: Context,
    show: Show,
    desks: Desks,
    tmp_path: Path,
) -> None:
    desks.library.save([Film("The First", versions=(Version(seconds=300),))])
    screen = show(None)
    papers = papers_of(screen)
    papers.choose("catalogue")
    settled(qtbot, screen)
    assert screen.preview.isVisible()
    assert screen.preview.pages >= 3
    desks.library.save([Film("The Second", versions=(Version(seconds=300),))])
    qtbot.waitUntil(lambda: "The library was changed" in words(screen))
    papers.itemActivated.emit(papers.currentItem())
    settled(qtbot, screen)
    assert "The Second" in saved_text(qtbot, screen, tmp_path)


def test_the_first_pages_of_a_long_catalogue_are_read_while_the_others_are_made(
    qtbot: QtBot, show: Show, desks: Desks
) -> None:
    desks.library.save(
        [Film(f"Film {n}", synopsis="Words. " * 90, versions=(Version(seconds=300),)) for n in range(90)]
    )
    screen = show(None)
    seen: list[tuple[int, bool]] = []
    screen.preview.page_changed.connect(
        lambda: seen.append((screen.preview.pages, act(screen, "Save as PDF…").isEnabled()))
    )
    papers_of(screen).choose("catalogue")
    settled(qtbot, screen)
    shown = [pages for pages, _can_save in seen if pages]
    assert 1 < shown[0] < shown[-1]
    assert next(can_save for pages, can_save in seen if pages) is False
    assert act(screen, "Save as PDF…").isEnabled()


def test_the_committee_s_ballot_is_there_without_a_night(
    qtbot: QtBot,
    context: Context,
    show: Show,
    desks: Desks,
    tmp_path: Path,
) -> None:
    desks.library.save([Film("The First", versions=(Version(seconds=300),))])
    screen = show(None)
    screen.go_to("committee-ballot")
    settled(qtbot, screen)
    assert screen.preview.isVisible()
    assert "The First" in saved_text(qtbot, screen, tmp_path)


def test_an_edition_is_dated_by_the_venue_s_clock_in_the_list_as_on_the_paper(
    qtbot: QtBot, context: Context, show: Show, night: Screening, tmp_path: Path
) -> None:
    # Where it is published it is noon; on the island the next day has begun.
    island = replace(night.slot, zone="Pacific/Kiritimati")
    there = replace(night, venue=replace(night.venue, zone=island.zone), slot=island, night=island.night)
    context.desks.touring.save_venue(there.venue, ())
    saved = context.desks.touring.save_screening(there)
    assert saved.programme_id is not None
    context.desks.programming.publish(saved.programme_id)
    screen = show(saved)
    editions = box(screen, "Edition")
    assert editions.itemText(1) == "Edition 1, 2 March 2027"
    choose(qtbot, screen, "Edition", editions.itemText(1))
    assert "2 March 2027, edition 1" in saved_text(qtbot, screen, tmp_path)


def test_a_published_edition_can_be_chosen(
    qtbot: QtBot,
    context: Context,
    show: Show,
    night: Screening,
    tmp_path: Path,
) -> None:
    assert night.programme_id is not None
    context.desks.programming.publish(night.programme_id)
    longer(context.desks, night.programme_id)
    screen = show(night)
    editions = box(screen, "Edition")
    assert editions.count() == 2
    choose(qtbot, screen, "Edition", editions.itemText(1))
    said = saved_text(qtbot, screen, tmp_path)
    assert "edition 1" in said
    assert "Film 9" not in said


def test_the_chosen_paper_and_sheet_are_chosen_again_next_time(
    qtbot: QtBot, context: Context, show: Show, night: Screening
) -> None:
    screen = show(night)
    papers = papers_of(screen)
    papers.choose("run-sheet")
    sheet = box(screen, "Sheet")
    sheet.setFocus()
    QTest.keyClicks(sheet, "L")
    settled(qtbot, screen)
    screen.leave()
    again = show(night)
    assert again.kind.name == "run-sheet"
    sheet = box(again, "Sheet")
    assert sheet.currentText() == "Letter"


def test_a_poster_is_offered_on_a3_and_the_next_paper_on_the_usual_sheet(
    qtbot: QtBot, context: Context, show: Show, night: Screening
) -> None:
    screen = show(night)
    papers = papers_of(screen)
    sheet = box(screen, "Sheet")
    usual = sheet.currentText()
    papers.choose("poster")
    choose(qtbot, screen, "Sheet", "A3")
    papers.choose("programme")
    settled(qtbot, screen)
    assert [sheet.itemText(place) for place in range(sheet.count())] == ["A4", "Letter"]
    assert sheet.currentText() == usual
    papers.choose("poster")
    settled(qtbot, screen)
    assert sheet.currentText() == "A3"


def test_without_a_night_the_first_step_is_to_make_one(qtbot: QtBot, context: Context, show: Show) -> None:
    screen = show(None)
    assert "No night yet" in words(screen)
    assert not act(screen, "Save as PDF…").isEnabled()
    first_step = button(screen, "New night…")
    with qtbot.waitSignal(context.night_wanted):
        first_step.click()


def test_without_a_programme_the_first_step_is_to_choose_one(
    qtbot: QtBot, context: Context, show: Show, next_night: Screening
) -> None:
    screen = show(next_night)
    assert "This night has no programme yet" in words(screen)
    first_step = button(screen, "programme")
    with qtbot.waitSignal(context.wanted) as asked:
        first_step.click()
    assert asked.args == ["Programme"]


def test_an_empty_programme_has_no_paper_yet(show: Show, next_night: Screening, desks: Desks) -> None:
    empty = desks.programming.save(Programme("Late show"))
    screen = show(desks.touring.save_screening(replace(next_night, programme_id=empty.id)))
    assert "“Late show” is still empty" in words(screen)


def test_the_paper_follows_the_programme_and_stays_on_its_page(
    qtbot: QtBot,
    context: Context,
    show: Show,
    night: Screening,
    desks: Desks,
) -> None:
    assert night.programme_id is not None
    longer(desks, night.programme_id)
    screen = show(night)
    pages = screen.preview.pages
    assert pages >= 3
    act(screen, "Next page").trigger()
    assert screen.preview.page == 2
    longer(desks, night.programme_id)
    qtbot.waitUntil(lambda: screen.preview.pages > pages, timeout=30_000)
    assert screen.preview.page == 2


def test_pages_are_turned_by_action_and_by_number(show: Show, night: Screening, desks: Desks) -> None:
    assert night.programme_id is not None
    longer(desks, night.programme_id)
    screen = show(night)
    (number,) = (box for box in screen.findChildren(QSpinBox) if box.accessibleName() == "Page")
    assert number.text() == f"1 of {screen.preview.pages}"
    assert not act(screen, "Previous page").isEnabled()
    number.setValue(3)
    assert screen.preview.page == 3
    act(screen, "Previous page").trigger()
    assert number.value() == 2


def test_zoom_goes_in_steps_and_back_to_the_whole_page(show: Show, night: Screening) -> None:
    screen = show(night)
    whole = screen.preview.zoom
    assert act(screen, "Whole page").isChecked()
    act(screen, "Larger").trigger()
    assert screen.preview.zoom > whole
    assert not act(screen, "Whole page").isChecked()
    act(screen, "Width of the page").trigger()
    assert screen.preview.zoom > whole
    act(screen, "Whole page").trigger()
    assert screen.preview.zoom == whole


def test_what_the_paper_cannot_show_as_it_was_written_is_said_above_it(
    show: Show, night: Screening, desks: Desks
) -> None:
    rows = desks.library.rows()
    desks.library.save([replace(desks.library.film(row.id), synopsis="ᚠᚢᚦᚨᚱᚲ") for row in rows])
    screen = show(night)
    assert "“Balance” has characters that the papers’ typefaces lack" in words(screen)
    more = button(screen, "1 more …")
    more.click()
    assert "“Rebound” has characters" in words(screen)


def test_what_is_saved_is_told_with_a_button_to_open_it(
    qtbot: QtBot,
    context: Context,
    show: Show,
    night: Screening,
    tmp_path: Path,
) -> None:
    screen = show(night)
    file = tmp_path / "Leura.pdf"
    with qtbot.waitSignal(context.news) as told:
        screen.save_to(file)
    (news,) = told.args
    assert isinstance(news, News)
    assert (news.sentence, news.label) == ("“Leura.pdf” was saved.", "Open")
    assert file.read_bytes().startswith(b"%PDF-")


def test_the_folder_of_the_last_paper_is_proposed_again(
    qtbot: QtBot,
    show: Show,
    night: Screening,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, proposal: str, _filter: str) -> tuple[str, str]:
        proposed.append(proposal)
        return str(tmp_path / "Our papers" / "Tuesday"), ""

    (tmp_path / "Our papers").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    screen = show(night)
    act(screen, "Save as PDF…").trigger()
    qtbot.waitUntil((tmp_path / "Our papers" / "Tuesday.pdf").exists)
    act(screen, "Save as PDF…").trigger()
    assert Path(proposed[1]) == tmp_path / "Our papers" / "Leura 2027-05-18 Programme.pdf"


def test_a_folder_that_refuses_is_one_sentence_on_the_screen(
    qtbot: QtBot, show: Show, night: Screening, tmp_path: Path
) -> None:
    screen = show(night)
    screen.save_to(tmp_path / "no such folder" / "Leura.pdf")
    qtbot.waitUntil(lambda: bool(screen.problem.sentence))
    assert "Leura.pdf” cannot be written" in screen.problem.sentence
    assert list(tmp_path.glob("**/*.part")) == []


def test_what_stands_in_the_way_is_said_and_it_can_be_made_again(
    qtbot: QtBot,
    context: Context,
    show: Show,
    night: Screening,
    desks: Desks,
) -> None:
    assert night.id is not None
    desks.touring.remove_screening(night.id)
    screen = show(night)
    assert "“Programme” was not made" in words(screen)
    assert "no longer there" in words(screen)
    context.work_on(desks.touring.save_screening(replace(night, id=None)))
    qtbot.waitUntil(screen.preview.isVisible, timeout=30_000)


def test_a_paper_that_is_stopped_can_be_made_again(
    qtbot: QtBot, context: Context, show: Show, night: Screening
) -> None:
    go_on = threading.Event()
    # All workers are busy, so that the paper waits and can be stopped.
    for _ in range(WORKERS):
        context.tasks.run("Busy", lambda _progress: go_on.wait(), lambda _: None)
    context.work_on(night)
    screen = PaperScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(context.tasks.started) as begun:
        screen.shown()
    begun.args[0].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: "It was stopped." in words(screen))
    (again,) = (b for b in screen.findChildren(QPushButton) if b.text() == "Make it again")
    again.click()
    qtbot.waitUntil(screen.preview.isVisible, timeout=30_000)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", Paper.LETTER), ("fr_CA", Paper.LETTER), ("en_AU", Paper.A4), ("de_DE", Paper.A4)],
)
def test_the_sheet_is_the_one_of_the_country(locale: str, paper: Paper) -> None:
    assert usual_paper(QLocale(locale)) is paper


def test_a_file_is_called_by_town_night_and_paper(night: Screening) -> None:
    assert file_name(night, "Run sheet") == "Leura 2027-05-18 Run sheet.pdf"
    assert file_name(replace(night, town="Bath: A/B?"), "Programme") == "Bath A B 2027-05-18 Programme.pdf"
