"""Listings in the check: what their columns hold is asked once, long ones stand in groups."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tourdesk.gui.context import News
from tourdesk.gui.films.intake.check import CheckPanel
from tourdesk.gui.films.intake.draft import State
from tourdesk.gui.films.intake.given import Given
from tourdesk.gui.films.listings.mapping import MappingPanel
from tourdesk.gui.films.screen import FilmsScreen

Settle = Callable[[], None]

UNKNOWN = "Werk;Wer;Wie lang;Woher;Fach\nDer Grat;Ann Lee;53:10;Norwegen;Fach 1\nSlack;Bo Ek;7:05;Schweden;Fach 2\nDie Fähre;Eva Holt;12:00;Portugal;Fach 1\n"


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def chosen(panel: MappingPanel) -> dict[str, str]:
    return {name: chooser.currentText() for name, chooser in panel.table.choosers.items()}


def becomes(panel: MappingPanel, row: int) -> list[str]:
    cells = [panel.films.item(row, column) for column in range(panel.films.columnCount())]
    return [cell.text() for at, cell in enumerate(cells) if cell and not panel.films.isColumnHidden(at)]


@pytest.fixture
def open_text(screen: FilmsScreen, tmp_path: Path, settle: Settle) -> Callable[[str], FilmsScreen]:
    """Opens a file with this content."""

    def do(text: str) -> FilmsScreen:
        file = tmp_path / "films.csv"
        file.write_text(text, encoding="utf-8")
        screen._pages.read(Given(files=(file,)))
        settle()
        return screen

    return do


def test_columns_that_nobody_knows_are_asked_for_with_a_guess(
    open_text: Callable[[str], FilmsScreen],
) -> None:
    screen = open_text(UNKNOWN)
    panel = screen.intake.mapping
    assert panel.isVisible()
    assert chosen(panel) == {
        "Werk": "Title",
        "Wer": "Directors",
        "Wie lang": "Run-time",
        "Woher": "Countries",
        "Fach": "not read",
    }
    assert panel.table.choosers["Fach"].property("doubtful")
    assert becomes(panel, 0) == ["Der Grat", "53:10", "Ann Lee", "Norway"]


def test_what_the_first_films_become_follows_each_choice(open_text: Callable[[str], FilmsScreen]) -> None:
    panel = open_text(UNKNOWN).intake.mapping
    section = panel.table.choosers["Fach"]
    section.setCurrentText("Section")
    assert becomes(panel, 1) == ["Slack", "7:05", "Bo Ek", "Sweden", "Fach 2"]
    # Another column becomes the title: the one that was it is read no more.
    section.setCurrentText("Title")
    assert chosen(panel)["Werk"] == "not read"
    assert becomes(panel, 0)[0] == "Fach 1"
    section.setCurrentText("not read")
    assert not panel.accept.isEnabled()
    assert "No column is the title" in words(panel)


def test_what_was_said_of_columns_is_remembered_and_not_asked_again(
    open_text: Callable[[str], FilmsScreen], settle: Settle
) -> None:
    screen = open_text(UNKNOWN)
    screen.intake.mapping.table.choosers["Fach"].setCurrentText("Section")
    QTest.keyClick(screen.intake.mapping, Qt.Key.Key_Return)
    settle()
    check = screen.check
    assert check.isVisible()
    assert [draft.film.section for draft in check.drafts] == ["Fach 1", "Fach 2", "Fach 1"]
    check.leave()
    settle()
    again = open_text(UNKNOWN.replace("Slack", "Gravel"))
    assert again.check.isVisible()
    assert [draft.film.section for draft in again.check.drafts] == ["Fach 1", "Fach 2", "Fach 1"]
    # It can be looked at again, and left as it was.
    again.check.columns.trigger()
    assert chosen(again.intake.mapping)["Fach"] == "Section"
    QTest.keyClick(again.intake.mapping, Qt.Key.Key_Escape)
    assert again.check.isVisible()
    assert [draft.film.title for draft in again.check.drafts] == ["Der Grat", "Gravel", "Die Fähre"]


def test_columns_that_are_known_by_name_are_not_asked_for(open_text: Callable[[str], FilmsScreen]) -> None:
    screen = open_text("Title,Director,Year\nSlack,Bo Ek,2020\n")
    assert screen.check.isVisible()
    assert not screen.intake.mapping.isVisible()


def test_leaving_the_columns_leaves_the_listing(
    open_text: Callable[[str], FilmsScreen], settle: Settle
) -> None:
    screen = open_text(UNKNOWN)
    QTest.keyClick(screen.intake.mapping, Qt.Key.Key_Escape)
    settle()
    assert not screen.checking
    assert len(screen.context.desks.library.rows()) == 4


def many(doubtful_every: int = 10) -> str:
    """A listing of 30 films, one of ten with a country that nobody writes so."""
    rows = [
        f"The Ridge {n};Ann Lee;{'Norwya' if n % doubtful_every == 0 else 'Norway'};{n % 50 + 5}:00"
        for n in range(30)
    ]
    return "\n".join(["Title;Director;Country;Run-time", *rows]) + "\n"


def test_rows_of_a_spreadsheet_are_pasted_as_a_listing(
    screen: FilmsScreen, copy: Callable[[str], None], settle: Settle
) -> None:
    copy("Title\tDirector\tRun-time\nSlack\tBo Ek\t7:05\nRidge\tAnn Lee\t53:10\n")
    screen.paste()
    settle()
    assert [draft.film.title for draft in screen.check.drafts] == ["Slack", "Ridge"]
    assert [draft.film.version.seconds for draft in screen.check.drafts] == [425, 3190]
    assert screen.check.columns.isVisible()


def test_a_long_listing_stands_in_groups_and_one_key_takes_all_that_need_no_check(
    open_text: Callable[[str], FilmsScreen], news: list[News], settle: Settle
) -> None:
    screen = open_text(many())
    check = screen.check
    assert check.groups.isVisible()
    assert check.groups.buttons[State.NEW].text() == "New 27"
    assert check.groups.buttons[State.DOUBTFUL].text() == "Please check 3"
    assert check.take_sure.text() == "Take 27 that need no check"
    QTest.keyClick(check.fields, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert check.groups.buttons[State.READY].text() == "Ready 27"
    # On with the first that asks.
    assert check.drafts.index(draft_of(check)) == 0
    check.groups.buttons[State.DOUBTFUL].click()
    assert check.strip.model().rowCount() == 3
    for _film in range(3):
        check.skip_film()
    settle()
    assert news[-1].sentence == "27 films saved."
    assert len(screen.context.desks.library.rows()) == 31
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert len(screen.context.desks.library.rows()) == 4


def draft_of(check: CheckPanel) -> object:
    return next(
        draft for draft in check.drafts if draft.film.title == check.fields.rows["title"].editor.value()
    )


def test_a_listing_that_was_read_before_has_nothing_to_take(
    open_text: Callable[[str], FilmsScreen], settle: Settle
) -> None:
    screen = open_text(many(doubtful_every=1000))
    screen.check.take_all_sure()
    screen.check.skip_film()
    settle()
    again = open_text(many(doubtful_every=1000))
    assert again.check.groups.buttons[State.SAME].text() == "Already known 29"
    assert not again.check.take_sure.isEnabled()


def test_other_texts_than_ones_own_are_taken_from_a_long_listing_at_once(
    open_text: Callable[[str], FilmsScreen], news: list[News], settle: Settle
) -> None:
    rows = many(doubtful_every=1000).splitlines()[2:]
    texts = [f"{row};Theirs {n}." for n, row in enumerate(rows)]
    screen = open_text(
        "\n".join(["Title;Director;Country;Run-time;Synopsis", *texts[:20]]).replace("Theirs", "Ours")
    )
    screen.check.take_all_sure()
    settle()
    check = open_text("\n".join(["Title;Director;Country;Run-time;Synopsis", *texts])).check
    assert check.take_words.text() == "Take the texts of 20 films, too"
    check.fields.look_at("synopsis")
    QTest.keyClick(check.fields.rows["synopsis"], Qt.Key.Key_K)
    assert check.take_words.text() == "Take the texts of 19 films, too"
    check.take_words.trigger()
    assert not check.take_words.isVisible()
    check.take_all_sure()
    check.go_on()
    settle()
    assert news[-1].sentence == "28 films saved."
    synopses = [
        film.synopsis or ""
        for film in screen.context.desks.library.films(
            row.id for row in screen.context.desks.library.rows("ridge")
        ).values()
    ]
    assert sum(text.startswith("Ours") for text in synopses) == 1
    assert sum(text.startswith("Theirs") for text in synopses) == 28


def test_an_unfinished_check_comes_back_as_it_was_typed(
    open_text: Callable[[str], FilmsScreen],
    open_screen: Callable[[], FilmsScreen],
    news: list[News],
    settle: Settle,
) -> None:
    screen = open_text(many())
    check = screen.check
    check.strip.step_wanted.emit(5)
    check.fields.look_at("year")
    QTest.keyClick(check.fields.rows["year"], Qt.Key.Key_F2)
    QTest.keyClicks(check.fields.rows["year"].editor.widgets()[0], "2019")
    check.strip.step_wanted.emit(6)
    check.skip_film()
    check.go_on()
    screen.intake.keep()  # the program dies here
    again = open_screen()
    assert news[-1].action is not None
    news[-1].action()
    settle()
    states = [draft.state for draft in again.check.drafts]
    assert again.check.drafts[5].film.year == 2019
    assert (states[5], states[6], states[7]) == (State.NEW, State.SKIPPED, State.READY)
    again.check.cancelled.emit()
    settle()
    assert len(news) == 1
    open_screen()
    assert len(news) == 1, "what was left on purpose is not offered again"


def test_texts_of_films_that_were_decided_before_the_program_died_stay_as_they_were_decided(
    open_text: Callable[[str], FilmsScreen],
    open_screen: Callable[[], FilmsScreen],
    news: list[News],
    settle: Settle,
) -> None:
    ours = "Title;Director;Synopsis\n" + "".join(f"Ridge {n};Ann Lee;Ours {n}.\n" for n in "ABC")
    open_text(ours).check.take_all_sure()
    settle()
    screen = open_text(ours.replace("Ours", "Theirs"))
    assert screen.check.take_words.text() == "Take the texts of 3 films, too"
    screen.check.go_on()
    screen.check.skip_film()
    assert screen.check.take_words.text() == "Take the texts of 1 film, too"
    screen.intake.keep()  # the program dies here
    again = open_screen().check
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert again.take_words.text() == "Take the texts of 1 film, too"
    again.take_words.trigger()
    assert [draft.film.synopsis for draft in again.drafts] == ["Ours A.", "Ours B.", "Theirs C."]
    assert [draft.decided for draft in again.drafts] == [True, True, False]


def test_an_unfinished_check_comes_back_though_a_file_beside_its_listing_could_not_be_read(
    screen: FilmsScreen,
    open_screen: Callable[[], FilmsScreen],
    tmp_path: Path,
    news: list[News],
    settle: Settle,
) -> None:
    listing, poster = tmp_path / "films.csv", tmp_path / "poster.png"
    listing.write_text(many(), encoding="utf-8")
    poster.write_bytes(b"\x89PNG\r\n" + bytes(100))
    screen._pages.read(Given(files=(listing, poster)))
    settle()
    screen.check.skip_film()
    screen.intake.keep()  # the program dies here
    again = open_screen()
    assert news[-1].action is not None
    news[-1].action()
    settle()
    assert len(again.check.drafts) == 30
    assert again.check.drafts[0].state is State.SKIPPED


@pytest.mark.parametrize("content", ["", "{", '{"shape": 1, "documents": [{"name": 3}]}', "[]"])
def test_what_was_kept_and_cannot_be_read_any_more_is_told(
    content: str, settings: QSettings, screen: FilmsScreen, problems: list[object], settle: Settle
) -> None:
    file = Path(settings.fileName()).parent / "unfinished-check.json"
    file.write_text(content, encoding="utf-8")
    screen._pages._take_up()
    settle()
    assert "cannot be read any more" in str(problems[-1])
    assert not file.exists()


def test_what_our_own_export_says_of_a_known_film_is_shown_to_keep_or_to_take(
    open_text: Callable[[str], FilmsScreen], film_ids: dict[str, int], settle: Settle
) -> None:
    exported = {
        "title": "Mira",
        "year": 2016,
        "notes": "Ask for the poster.",
        "showings": [{"town": "Leura", "night": "2026-05-18", "note": "sold out"}],
        "sources": [{"name": "archive", "seconds": 2520, "approximate": False}],
        "versions": [{"name": "original", "seconds": 2530, "copies": [{"medium": "DCP", "format": "2K"}]}],
    }
    screen = open_text(json.dumps([exported]))
    rows = screen.check.fields.rows
    said = {name: words(row) for name, row in rows.items() if row.differs}
    assert set(said) == {"versions", "showings", "sources", "notes"}
    assert "→  read: 42:10 (DCP 2K)" in said["versions"]
    assert "known: nothing  →  read: Leura" in said["showings"]
    assert "→  read: archive 42:00" in said["sources"]
    screen.check.fields.look_at("notes")
    QTest.keyClick(rows["notes"], Qt.Key.Key_K)
    QTest.keyClick(rows["notes"], Qt.Key.Key_Return)
    settle()
    film = screen.context.desks.library.film(film_ids["Mira"])
    assert (film.notes, film.showings[0].town, film.sources[0].name) == (None, "Leura", "archive")
    assert film.version.copies[0].medium == "DCP"
